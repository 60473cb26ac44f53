"""Pages and Markdown: sound, escaped, with notes and sources."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from db.export.cells import printed_number, text_cell
from db.export.exporters import export_all
from db.export.options import ExportOptions
from db.export.table import ExportNote, ExportTable
from db.export.tables import report_tables


def written(tables: Any, target: Path, **choices: Any) -> str:
    for _ in export_all(tables, target, ExportOptions(**choices)):
        pass
    return target.read_text(encoding="utf-8")


@pytest.fixture
def nasty() -> ExportTable:
    words = '<script>alert(1)</script><img src="//192.0.2.1/x.png">'
    return ExportTable(words, words, ((text_cell(words),),), ((text_cell(words),),), remarks=(words,))


def test_a_page_runs_and_fetches_nothing(nasty: ExportTable, tmp_path: Path) -> None:
    root = html.fromstring(written([nasty, nasty], tmp_path / "a.html").encode())
    assert root.xpath("//script | //img | //link | //@src | //@onclick") == []
    assert all(link.startswith("#t") for link in root.xpath("//@href"))
    assert "default-src 'none'" in root.xpath("//meta[@http-equiv]/@content")[0]
    assert root.xpath("string(//td)").startswith("<script>")


def test_a_page_has_spans_marks_notes_and_sources(made: Any, tmp_path: Path) -> None:
    root = html.fromstring(written(report_tables(made.report, made.content), tmp_path / "a.html").encode())
    assert root.xpath("//thead//th[@colspan='2']/text()") == ["Thực hiện"]
    assert root.xpath("//tbody//td[@rowspan='2']/text()") == ["Nội địa"]
    assert root.xpath("//sup/text()") == ["[10]", "[11]", "[10]"]
    lines = [part.text_content() for part in root.xpath("//p")]
    assert "[11] =1+1" in lines
    facts = root.xpath("//table[@class='sources']//td/text()")
    assert "ab12" * 16 in facts
    assert "tubaocao://quang-nam-2023/table/1?sha=ab12ab12ab12" in facts
    assert root.xpath("//td[@class='t d']/text()") == ["khoảng 5"]


def test_a_page_tells_spreadsheets_what_numbers_count(made: Any, tmp_path: Path) -> None:
    root = html.fromstring(written(report_tables(made.report, made.content)[:1], tmp_path / "a.html").encode())
    (cell,) = root.xpath("//td[text()='(12,5)']")
    assert cell.get("sdval") == "-12.5"
    assert cell.get("x:num") == "-12.5"
    (words,) = root.xpath("//td[text()='Nội địa']")
    assert words.get("sdnum") == "1033;0;@"


def test_markdown_joins_the_head_and_escapes(made: Any, tmp_path: Path) -> None:
    lines = written(report_tables(made.report, made.content)[:1], tmp_path / "a.md").splitlines()
    assert lines[0] == "## Biểu 1. Thu ngân sách"
    assert lines[2] == "| Nội dung | Thực hiện · 2022 | Thực hiện · 2023 | So sánh (%) |"
    assert lines[3] == "| --- | ---: | ---: | ---: |"
    assert lines[6] == "| Xuất<sup>\\[11\\]</sup> khẩu<sup>\\[10\\]</sup> | 0,10 | khoảng 5 | 110,0% |"
    assert "\\[10\\] Tính theo giá hiện hành." in lines


def test_markdown_keeps_html_asleep(nasty: ExportTable, tmp_path: Path) -> None:
    text = written([nasty], tmp_path / "a.md")
    assert "<script" not in text
    assert "<img" not in text


def test_a_mark_follows_a_number_shown_another_way(tmp_path: Path) -> None:
    cell = replace(printed_number("1.234,5", 1234.5), marks=((7, 0),))
    table = ExportTable("a", "a", (), ((cell,),), notes=(ExportNote("1", "x"),))
    assert "| 1.234,5<sup>\\[1\\]</sup> |" in written([table], tmp_path / "a.md")
    assert "| 1,234.5<sup>\\[1\\]</sup> |" in written([table], tmp_path / "a.md", numbers="en")


def test_english_numbers_are_shown_and_count_the_same(made: Any, tmp_path: Path) -> None:
    text = written(report_tables(made.report, made.content)[:1], tmp_path / "a.md", numbers="en", language="en")
    assert "| Nội địa | 26,667.5 | 20,880 | 78.3% |" in text
    assert "|  | 1,234.56 | (12.5) | - |" in text
