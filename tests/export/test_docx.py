"""A Word document keeps the official style, the spans and the notes of its tables."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document

from db.export.exporters import export_all
from db.export.figures import chosen_figures, figures_table
from db.export.options import ExportOptions
from db.export.tables import report_tables
from db.importer.document import Grid
from db.importer.readers import reader_for


@pytest.fixture
def target(made: Any, tmp_path: Path) -> Path:
    for _ in export_all(report_tables(made.report, made.content), tmp_path / "a.docx", ExportOptions(at="2026-11-24")):
        pass
    return tmp_path / "a.docx"


@pytest.fixture
def document(target: Path) -> Document:
    return docx.Document(str(target))


def test_the_margins_are_within_the_decree(document: Document, shared: Path) -> None:
    section = document.sections[0]
    ours = [round(side.mm) for side in (section.top_margin, section.right_margin, section.left_margin)]
    assert ours == [20, 15, 30]
    annex = docx.Document(str(shared / "corpus" / "vi" / "Phuluc1.docx"))
    line = next(part.text for part in annex.paragraphs if "lề trang" in part.text and "mm" in part.text)
    assert all(limits in line for limits in ("20 - 25 mm", "30 - 35 mm", "15 - 20 mm"))


def test_the_style_is_the_official_one(document: Document) -> None:
    style = document.styles["Normal"]
    assert (style.font.name, style.font.size.pt) == ("Times New Roman", 13)
    assert round(document.sections[0].page_width.mm) == 210


def test_head_rows_repeat_and_rows_stay_whole(document: Document) -> None:
    rows = document.tables[0].rows
    assert ["w:tblHeader" in row._tr.xml for row in rows] == [True, True, False, False, False, False]
    assert all("w:cantSplit" in row._tr.xml for row in rows)
    assert "w:tblHeader" not in document.tables[1]._tbl.xml


def test_our_reader_finds_the_same_spans(target: Path) -> None:
    grid = next(block for block in reader_for(target).read(target).blocks if isinstance(block, Grid))
    spans = {(cell.row, cell.col): (cell.rowspan, cell.colspan) for cell in grid.cells}
    assert (grid.rows, grid.cols, grid.header_rows) == (6, 4, 2)
    assert spans[0, 0] == (2, 1)
    assert spans[0, 1] == (1, 2)
    assert spans[2, 0] == (2, 1)
    assert spans[5, 0] == (1, 4)


def test_marks_are_raised_and_notes_and_source_stand_below(document: Document) -> None:
    cell = document.tables[0].rows[4].cells[0]
    assert [(run.text, bool(run.font.superscript)) for run in cell.paragraphs[0].runs] == [
        ("Xuất", False),
        ("[11]", True),
        (" khẩu", False),
        ("[10]", True),
    ]
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert "[10] Tính theo giá hiện hành." in lines
    assert "Nguồn: Báo cáo tình hình, Tỉnh ủy, năm 2023, mục I.2, bảng 1" in lines
    assert lines[-1] == "Xuất ngày 24/11/2026"


def test_numbers_stand_to_the_right(document: Document) -> None:
    row = document.tables[0].rows[2].cells
    assert row[1].paragraphs[0].alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.RIGHT
    assert row[0].paragraphs[0].alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.LEFT


def test_the_columns_fill_the_page_and_break_no_word(document: Document) -> None:
    widths = [int(col.width.mm) for col in document.tables[0].columns]
    assert 160 <= sum(widths) <= 165
    assert min(widths) >= 15


def test_a_wide_table_lies_across(made: Any, traps: Any, tmp_path: Path) -> None:
    wide = replace(traps, widths=(60, 20, 20))
    for _ in export_all([wide], tmp_path / "w.docx"):
        pass
    assert round(docx.Document(str(tmp_path / "w.docx")).sections[0].page_width.mm) == 297


def test_the_source_of_a_figure_leads_to_its_words(made: Any, tmp_path: Path) -> None:
    for _ in export_all([figures_table([chosen_figures(made.report, made.content)])], tmp_path / "f.docx"):
        pass
    cells = [row.cells[7] for row in docx.Document(str(tmp_path / "f.docx")).tables[0].rows][1:]
    links = [cell.paragraphs[0].hyperlinks[0] for cell in cells]
    assert [link.address.split("?")[0] for link in links] == ["tubaocao://quang-nam-2023/block/2"] * 2
    assert links[0].text == "Báo cáo 2023, mục I, đoạn 1"


def test_the_source_line_leads_to_its_place(document: Document) -> None:
    (line,) = [part for part in document.paragraphs if "mục I.2, bảng 1" in part.text]
    assert [link.address for link in line.hyperlinks] == ["tubaocao://quang-nam-2023/table/1?sha=ab12ab12ab12"]
