"""A copied table is a table in Word, cells in Excel, and never a formula."""

from __future__ import annotations

import csv
from typing import Any

from lxml import html

from db.export.clipboard import html_of, tsv_of
from db.export.formulas import looks_like_formula, unguarded
from db.export.table import ExportTable
from db.export.tables import report_tables


def test_tabs_hold_the_rows_as_shown(made: Any) -> None:
    table = report_tables(made.report, made.content)[0]
    assert tsv_of(table).splitlines()[0] == "Nội địa\t26.667,5\t20.880\t78,3%"
    assert len(tsv_of(table).splitlines()) == 4
    assert tsv_of(table, headers=True).splitlines()[:2] == ["Nội dung\tThực hiện\t\tSo sánh (%)", "\t2022\t2023\t"]
    last = tsv_of(table, cited=True).splitlines()[-1]
    assert last == "Nguồn: Báo cáo tình hình, Tỉnh ủy, năm 2023, mục I.2, bảng 1"


def test_tabs_keep_formulas_asleep(traps: ExportTable, texts: tuple[str, ...]) -> None:
    rows = list(csv.reader(tsv_of(traps).splitlines(), delimiter="\t"))
    assert [unguarded(row[0]) for row in rows] == list(texts)
    assert not any(looks_like_formula(row[0]) for row in rows)


def test_html_marks_text_as_text_and_numbers_as_numbers(traps: ExportTable, texts: tuple[str, ...]) -> None:
    root = html.fromstring(html_of(traps))
    rows = root.xpath("//tbody/tr")
    assert [row[0].text_content() for row in rows] == list(texts)
    assert all("mso-number-format:'\\@'" in row[0].get("style") for row in rows)
    assert all(row[0].get("x:num") is None for row in rows)
    assert [row[2].get("x:num") for row in rows][:3] == ["0", "-1", "-2"]
    assert root.xpath("//thead") == []


def test_html_with_headers_and_citation(made: Any) -> None:
    table = report_tables(made.report, made.content)[0]
    root = html.fromstring(html_of(table, headers=True, cited=True))
    assert root.xpath("//thead//th[@colspan='2']/text()") == ["Thực hiện"]
    assert root.xpath("//p/i/text()") == ["Nguồn: Báo cáo tình hình, Tỉnh ủy, năm 2023, mục I.2, bảng 1"]
    assert "<!--StartFragment--><table" in html_of(table)
