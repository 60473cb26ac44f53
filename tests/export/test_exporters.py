"""What goes out to Excel and Word comes back the same, and a failed export leaves what was there."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest

from db.errors import ExportFailed
from db.export.exporters import EXPORTERS, export
from db.export.sheet import Sheet

TRAPS = (
    "07",
    "27-NQ/TU",
    "06/12/2022",
    "1-2",
    "3E5",
    "00123",
    "950E2862",
    "=1+1",
    "@x",
    "+84",
    "-12,5",
    "＝A1",
    "\tx",
    "dòng 1\ndòng 2",
)
SHEET = Sheet(
    "Chú thích: báo cáo [2023]",
    ("Chữ", "Số"),
    (*((trap, 1.5) for trap in TRAPS), ("trống", None), ("nguyên", 112500)),
    (30, 12),
    ("Nguồn: Báo cáo 2023",),
)


def test_text_stays_text_and_numbers_are_numbers_in_excel(tmp_path: Path) -> None:
    export(SHEET, tmp_path / "a.xlsx")
    page = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    rows = [(row[0], row[1]) for row in page.iter_rows(min_row=4, max_row=3 + len(SHEET.rows))]
    assert [(text.value, number.value) for text, number in rows] == list(SHEET.rows)
    assert {text.data_type for text, _ in rows} == {"s"}
    assert all(text.quotePrefix for text, _ in rows if str(text.value)[0] in "=+-@＝\t")
    assert page.cell(len(SHEET.rows) + 5, 1).value == "Nguồn: Báo cáo 2023"
    assert page.freeze_panes == "A4"


def test_word_holds_the_same_cells_and_repeats_the_heading(tmp_path: Path) -> None:
    export(SHEET, tmp_path / "a.docx")
    document = docx.Document(str(tmp_path / "a.docx"))
    table = document.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == list(SHEET.headings)
    assert [row.cells[0].text for row in table.rows[1:]] == [text for text, _ in SHEET.rows]
    assert [row.cells[1].text for row in table.rows[1:]][-2:] == ["", "112.500"]
    assert "tblHeader" in table.rows[0]._tr.xml
    assert document.paragraphs[-1].text == "Nguồn: Báo cáo 2023"


def test_an_unknown_ending_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed) as failure:
        export(SHEET, tmp_path / "a.pptx")
    assert failure.value.detail == ".pptx"


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.suffix)
def test_a_failed_export_leaves_the_old_file(exporter: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / f"a{exporter.suffix}"  # type: ignore[attr-defined]  # an Exporter
    target.write_text("cũ")

    def held(self: Path, other: Path) -> Path:
        raise PermissionError(13, "held by another program")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(ExportFailed):
        export(SHEET, target)
    assert target.read_text() == "cũ"
    assert [entry.name for entry in tmp_path.iterdir()] == [target.name]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed):
        export(SHEET, tmp_path / "nowhere" / "a.xlsx")
