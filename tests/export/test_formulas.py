"""No text can become a formula, and every text comes back; held to whatever hypothesis thinks of."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from db.export.cells import text_cell
from db.export.clipboard import html_of, tsv_of
from db.export.exporters import export_all
from db.export.formulas import guarded, looks_like_formula, unguarded
from db.export.options import ExportOptions
from db.export.table import ExportTable

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    [
        "_x0041_",
        "_x005F_",
        "=",
        "=1",
        "'=1",
        "''=1",
        "'",
        "\t=",
        "\r\n",
        "a\rb",
        "\x0b=1",
        "\u2028",
        "]]>",
        "&amp;",
        "\ufeffx",
    ]
)

OPENPYXL_DROPS = "x005F_"
"""openpyxl takes these letters out of every text; they are in the file."""


@given(ANY)
def test_a_guarded_text_is_no_formula_and_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not looks_like_formula(guarded(text))


@pytest.mark.parametrize("text", ["=1", " =1", "+1", "-a", "- a", "@x", "＝1", "\t1", "\r1", "\n1", "=\n1"])
def test_what_a_spreadsheet_might_run(text: str) -> None:
    assert looks_like_formula(text)


@pytest.mark.parametrize("text", ["", "-", "–", " - ", "a=1", "1-2", "(x)", "'=1", "x@y"])
def test_what_no_spreadsheet_runs(text: str) -> None:
    assert not looks_like_formula(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ANY, min_size=1, max_size=6))
def test_any_text_comes_back_from_any_file(tmp_path: Path, found: list[str]) -> None:
    cells = [text_cell(text) for text in found]
    table = ExportTable("a", "a", ((text_cell("Chữ"),),), tuple((cell,) for cell in cells))
    texts = [cell.text for cell in cells]
    for suffix in (".xlsx", ".ods", ".csv", ".json", ".docx", ".md"):
        for _ in export_all([table], tmp_path / f"a{suffix}", ExportOptions(sources=False)):
            pass
    page = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    ours = [page.cell(row, 1) for row in range(4, 4 + len(texts))]
    assert [cell.value or "" for cell in ours] == [text.replace(OPENPYXL_DROPS, "") for text in texts]
    assert {cell.data_type for cell in ours} <= {"s", "n"}, "n is a blank"
    rows = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["tables"][0]["rows"]
    assert [row[0]["text"] for row in rows] == texts
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        fields = [row[0] if row else "" for row in csv.reader(file, delimiter=";")][1:]
    assert [unguarded(text) for text in fields] == texts
    with ZipFile(tmp_path / "a.ods") as archive:
        assert b"table:formula" not in archive.read("content.xml")
        etree.fromstring(archive.read("content.xml"))


@settings(max_examples=80, deadline=None)
@given(st.lists(ANY, min_size=1, max_size=6))
def test_any_text_is_safe_on_the_clipboard(found: list[str]) -> None:
    cells = [text_cell(text) for text in found]
    table = ExportTable("a", "a", (), tuple((cell, text_cell("x")) for cell in cells))
    rows = list(csv.reader(io.StringIO(tsv_of(table), newline=""), delimiter="\t"))
    assert [unguarded(row[0]) for row in rows] == [cell.text for cell in cells]
    assert not any(looks_like_formula(row[0]) for row in rows)
    root = html.fromstring(html_of(table))
    assert len(root.xpath("//td")) == 2 * len(cells)
    assert root.xpath("//script | //img") == []
