"""All formats hold the same cells: 60 values that go wrong elsewhere come back identical from every file."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree, html

from db.export.exporters import EXPORTERS, export_all
from db.export.formulas import looks_like_formula, unguarded
from db.export.options import PLAIN, VIETNAMESE_EXCEL, CsvStyle, ExportOptions
from db.export.table import ExportTable
from db.importer.document import Grid
from db.importer.readers import reader_for

OURS = (".xlsx", ".ods", ".docx", ".html", ".md")
BARE = ExportOptions(sources=False, notes=False)


def written(table: ExportTable, target: Path, options: ExportOptions = BARE) -> Path:
    for _ in export_all([table], target, options):
        pass
    return target


def grid_of(path: Path) -> dict[tuple[int, int], str]:
    """The first table of a file as our own reader finds it, by row and column of its body."""
    grid = next(block for block in reader_for(path).read(path).blocks if isinstance(block, Grid))
    texts = {(cell.row, cell.col): cell.text for cell in grid.cells}
    first = min(row for (row, _), text in texts.items() if text == "Chữ") + 1
    return {(row - first, col): text for (row, col), text in texts.items() if row >= first}


def number(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def test_there_are_sixty_traps(texts: tuple[str, ...]) -> None:
    assert len(set(texts)) == len(texts) >= 60


@pytest.mark.parametrize("suffix", OURS)
def test_our_own_readers_find_every_text_and_number(
    suffix: str, traps: ExportTable, texts: tuple[str, ...], total: Decimal, tmp_path: Path
) -> None:
    cells = grid_of(written(traps, tmp_path / f"a{suffix}"))
    assert [cells[row, 0] for row in range(len(texts))] == list(texts)
    assert sum(number(cells[row, 1]) for row in range(len(texts))) == total
    assert [number(cells[row, 2]) for row in range(len(texts))] == [-row for row in range(len(texts))]


def test_excel_counts_the_numbers_and_leaves_the_texts(
    traps: ExportTable, texts: tuple[str, ...], total: Decimal, tmp_path: Path
) -> None:
    page = openpyxl.load_workbook(written(traps, tmp_path / "a.xlsx")).worksheets[0]
    rows = list(page.iter_rows(min_row=4, max_row=3 + len(texts)))
    assert [row[0].value for row in rows] == list(texts)
    assert {row[0].data_type for row in rows} == {"s"}
    assert {row[1].data_type for row in rows} == {"n"}
    assert sum(row[1].value for row in rows) == float(total)
    assert all(row[0].quotePrefix for row in rows if looks_like_formula(row[0].value))
    assert {row[1].number_format for row in rows} == {"[$-42A]#,##0.000"}


@pytest.mark.parametrize("style", [VIETNAMESE_EXCEL, PLAIN, CsvStyle("\t", ".", bom=False, bare=True)])
def test_csv_comes_back_in_every_style(
    style: CsvStyle, traps: ExportTable, texts: tuple[str, ...], total: Decimal, tmp_path: Path
) -> None:
    path = written(traps, tmp_path / "a.csv", ExportOptions(sources=False, csv=style))
    assert path.read_bytes().startswith(b"\xef\xbb\xbf") == style.bom
    text = path.read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(text.splitlines(), delimiter=style.separator))[1:]
    assert [unguarded(row[0]) for row in rows] == list(texts)
    assert not any(looks_like_formula(row[0]) for row in rows)
    assert sum(Decimal(row[1].replace(style.decimal, ".")) for row in rows) == total
    assert rows[5][2] == "-5", "a negative number gets no apostrophe"


def test_json_holds_texts_and_exact_numbers(
    traps: ExportTable, texts: tuple[str, ...], total: Decimal, tmp_path: Path
) -> None:
    path = written(traps, tmp_path / "a.json")
    rows = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)["tables"][0]["rows"]
    assert [row[0]["text"] for row in rows] == list(texts)
    assert {row[0]["kind"] for row in rows} == {"text"}
    assert sum(row[1]["value"] for row in rows) == total


def test_a_data_package_holds_the_same_cells(
    traps: ExportTable, texts: tuple[str, ...], total: Decimal, tmp_path: Path
) -> None:
    with ZipFile(written(traps, tmp_path / "a.zip")) as archive:
        text = archive.read("tables/table-01.csv").decode()
    rows = list(csv.reader(text.splitlines()))[1:]
    assert [unguarded(row[0]) for row in rows] == list(texts)
    assert sum(Decimal(row[1]) for row in rows) == total


def _texts_of(path: Path) -> Iterator[str]:
    """The first column of a file, blanks and all, read without our readers."""
    if path.suffix == ".xlsx":
        for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=4):
            yield row[0].value
    elif path.suffix == ".html":
        for row in html.fromstring(path.read_bytes()).iterfind(".//tbody/tr"):
            yield _lines(row[0]).replace("\u00a0", " ")
    elif path.suffix == ".json":
        for row in json.loads(path.read_text(encoding="utf-8"))["tables"][0]["rows"]:
            yield row[0]["text"]
    else:
        yield from _ods_texts(path)


def _lines(cell: html.HtmlElement) -> str:
    return (cell.text or "") + "".join(("\n" if part.tag == "br" else "") + (part.tail or "") for part in cell)


def _ods_texts(path: Path) -> Iterator[str]:
    with ZipFile(path) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    names = {key: value for key, value in root.nsmap.items() if key}
    for row in root.iterfind(".//table:table/table:table-row", names):
        cell = row[0]
        lines = []
        for paragraph in cell.iterfind("text:p", names):
            parts = [paragraph.text or ""]
            for part in paragraph:
                parts += [{"s": " ", "tab": "\t"}[etree.QName(part).localname], part.tail or ""]
            lines.append("".join(parts))
        yield "\n".join(lines)


@pytest.mark.parametrize("suffix", [".xlsx", ".html", ".json", ".ods"])
def test_blanks_and_lines_survive(
    suffix: str, spaced: ExportTable, spaced_texts: tuple[str, ...], tmp_path: Path
) -> None:
    found = list(_texts_of(written(spaced, tmp_path / f"a{suffix}")))
    assert [text for text in found if text in spaced_texts] == list(spaced_texts)


@pytest.mark.parametrize("exporter", [one for one in EXPORTERS if one.suffix], ids=lambda one: one.suffix)
def test_equal_tables_give_equal_bytes(exporter: object, traps: ExportTable, tmp_path: Path) -> None:
    suffix = exporter.suffix  # type: ignore[attr-defined]  # an Exporter
    for at in ("", "2026-11-24"):
        options = ExportOptions(at=at)
        one, two = (written(traps, tmp_path / f"{name}{suffix}", options).read_bytes() for name in "ab")
        # The file's own name is in none of them.
        assert one == two


@pytest.mark.parametrize("suffix", [".xlsx", ".ods", ".docx", ".zip"])
def test_no_moment_stands_in_an_archive(suffix: str, traps: ExportTable, tmp_path: Path) -> None:
    with ZipFile(written(traps, tmp_path / f"a{suffix}")) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert datetime.now(tz=UTC).strftime("%Y-%m-%d").encode() not in b"".join(map(archive.read, archive.namelist()))


def test_no_file_holds_a_formula_element(traps: ExportTable, tmp_path: Path) -> None:
    with ZipFile(written(traps, tmp_path / "a.xlsx")) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())
    with ZipFile(written(traps, tmp_path / "a.ods")) as archive:
        assert b"table:formula" not in archive.read("content.xml")
    page = written(traps, tmp_path / "a.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "<b>đậm" not in page
