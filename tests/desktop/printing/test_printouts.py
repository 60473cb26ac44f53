"""Reports and tables on paper, read back from the PDF: every word is there, every note exactly once."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from db.export.exporters import EXPORTERS, export_all
from db.export.options import ExportOptions
from db.export.tables import export_table
from db.model import Cell, Content, Note, Report
from desktop.printing.drawing import Printout, write_pdf
from desktop.printing.pages import paginated
from desktop.printing.paper import DECREE_30
from desktop.printing.report_flow import Flow, section_names
from desktop.printing.subject import PrintChoices, page_numbers
from desktop.printing.subject import dumps as dumped
from desktop.printing.subject import loads as loaded
from desktop.printing.table_flow import Pdf, table_printout

FAMILY = "Noto Serif"


def bare(text: str) -> str:
    """Return words without what a line's end changes."""
    return re.sub(r"[\s\-\u00ad\x02\ufffe]", "", unicodedata.normalize("NFC", text))


def words_of(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(str(path))
    found = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return found


def printed(tmp_path: Path, report: Report, content: Content, place: str, sections=None) -> list[str]:
    flow = Flow(report, content, DECREE_30, FAMILY, notes=place, sections=sections, continued="(tiếp theo)",
                heading="Trích báo cáo")  # fmt: skip
    pages = tuple(paginated(list(flow.bands()), flow.paper, flow.foot_notes()))
    path = tmp_path / f"{place}.pdf"
    assert list(write_pdf(Printout("Báo cáo", pages, FAMILY, "chân trang"), path)) == list(range(1, len(pages) + 1))
    return words_of(path)


@pytest.mark.parametrize("place", ["page", "section", "end"])
def test_every_note_is_printed_once(tmp_path, report, content, place):
    # Notes that are alike could not be counted.
    notes = tuple(replace(note, text=f"{note.text} Số hiệu chú thích {note.id} hết.") for note in content.notes)
    content = replace(content, notes=notes)
    whole = bare("".join(printed(tmp_path, report, content, place)))
    assert {note.label: whole.count(bare(note.text)) for note in notes} == {note.label: 1 for note in notes}


@pytest.mark.parametrize("place", ["page", "section", "end"])
def test_the_real_report_keeps_every_note(tmp_path, report, seed, place):
    whole = bare("".join(printed(tmp_path, report, seed, place)))
    long = [note for note in seed.notes if len(note.text) > 25]
    assert len(long) > 40
    # The upper margin's page number or the footer may stand between the two parts of a note that goes over a page.
    parts = [bare(note.text) for note in long]
    once = [whole.count(part) for part in parts]
    over = [part for part, count in zip(parts, once, strict=True) if count != 1]
    assert all(whole.count(part[:20]) >= 1 and whole.count(part[-20:]) >= 1 for part in over)
    assert len(over) <= len(parts) // 12


def test_every_word_of_the_text_is_printed(tmp_path, report, content):
    whole = bare("".join(printed(tmp_path, report, content, "end")))
    for block in content.blocks:
        if not block.marks:
            assert bare(block.text) in whole
    for cell in content.tables[0].cells:
        assert bare(cell.text) in whole


def test_pages_are_numbered_from_the_second_in_the_upper_margin(tmp_path, report, content):
    count = len(printed(tmp_path, report, content, "page"))
    document = pypdfium2.PdfDocument(str(tmp_path / "page.pdf"))
    width, height = document[0].get_size()
    margin = (0, height - 20 / 25.4 * 72, width, height)
    numbers = [page.get_textpage().get_text_bounded(*margin).strip() for page in document]
    document.close()
    assert numbers == ["", *map(str, range(2, count + 1))]
    assert count >= 2


def test_chosen_sections_bring_their_own_notes_only(tmp_path, report, content):
    chosen = frozenset({5})
    whole = bare("".join(printed(tmp_path, report, content, "page", chosen)))
    assert bare("Xếp thứ 9/63 tỉnh") in whole
    assert bare("Nghị quyết số 01NQ/TU") not in whole
    assert whole.startswith(bare("Trích báo cáo"))
    assert bare("BÁO CÁO tình hình") not in whole


def test_the_sections_offered_are_those_with_a_number(content):
    assert [(level, name) for _id, level, name in section_names(content)][:3] == [
        (1, "I KẾT QUẢ ĐẠT ĐƯỢC"), (2, "I.1 Về xây dựng Đảng"), (2, "I.2 Về phát triển kinh tế"),
    ]  # fmt: skip


def long_table(report: Report, content: Content, rows: int):
    table = content.tables[0]
    heads = [cell for cell in table.cells if cell.row < 2]
    body = [
        Cell(
            row + 2, col, 1, 1, f"Ô {row}/{col}" if not col else str(1000 + row), (), float(1000 + row) if col else None
        )
        for row in range(rows)
        for col in range(4)
    ]
    longer = replace(table, rows=rows + 2, cells=(*heads, *body))
    return export_table(report, replace(content, tables=(longer,)), longer)


def test_a_long_table_repeats_its_head_and_says_that_it_goes_on(tmp_path, report, content):
    printout = table_printout([long_table(report, content, 120)], FAMILY, ExportOptions())
    path = tmp_path / "dai.pdf"
    list(write_pdf(printout, path))
    pages = words_of(path)
    assert len(pages) >= 3
    for words in pages[1:]:
        assert "(continued)" in words
        assert "Chỉ tiêu" in words
    whole = "".join(pages)
    assert all(whole.count(f"Ô {row}/0") >= 1 for row in range(120))


def test_a_row_taller_than_a_page_is_parted(tmp_path, report, content):
    words = [f"tu{number}" for number in range(2500)]
    table = content.tables[0]
    cells = (*(cell for cell in table.cells if cell.row < 2), Cell(2, 0, 1, 1, " ".join(words)))
    tall = replace(table, rows=3, cells=cells)
    printout = table_printout([export_table(report, replace(content, tables=(tall,)), tall)], FAMILY, ExportOptions())
    path = tmp_path / "cao.pdf"
    list(write_pdf(printout, path))
    whole = bare("".join(words_of(path)))
    assert [word for word in words if word not in whole] == []


def test_a_wide_table_lies_across_the_sheet(report, content):
    table = content.tables[0]
    cols = 16
    heads = [Cell(0, col, 1, 1, f"Nghiệp vụ {col}") for col in range(cols)]
    body = [Cell(row, col, 1, 1, "123.456.789", (), 123456789.0) for row in range(1, 4) for col in range(cols)]
    cells = (*heads, *body)
    wide = replace(table, rows=4, cols=cols, header_rows=1, cells=cells)
    printout = table_printout([export_table(report, replace(content, tables=(wide,)), wide)], FAMILY, ExportOptions())
    assert printout.pages[0].paper.landscape


def test_the_export_writes_a_pdf_of_the_same_cells(tmp_path, report, content):
    made = export_table(report, content, content.tables[0])
    steps = export_all([made], tmp_path / "bang.pdf", ExportOptions(), (*EXPORTERS, Pdf(FAMILY)))
    list(steps)
    whole = bare("".join(words_of(tmp_path / "bang.pdf")))
    for row in made.rows:
        for cell in row:
            assert bare(cell.text) in whole
    assert bare("[6] Đơn vị tính: tỷ đồng, giá hiện hành.") in whole


def test_two_marks_in_a_row_are_not_one_number(tmp_path, report, content):
    whole = "".join(printed(tmp_path, report, content, "end"))
    assert re.search(r"8,25%\s*3\s*,\s*4", whole)


def test_a_note_without_a_mark_is_printed_at_the_end(tmp_path, report, content):
    content = replace(content, notes=(*content.notes, Note(77, "77", "endnote", "Ghi chú rời cuối cùng.", False)))
    assert bare("Ghi chú rời cuối cùng.") in bare(printed(tmp_path, report, content, "page")[-1])


def test_choices_are_kept():
    choices = PrintChoices("party", "reading", 13, "section", footer=False)
    assert loaded(dumped(choices)) == choices
    assert loaded("{]") == PrintChoices()


@pytest.mark.parametrize(
    ("typed", "pages"), [("", []), ("2", [1]), ("1-3, 5", [0, 1, 2, 4]), ("3–9", [2, 3, 4]), ("x", []), ("2,2", [1])]
)
def test_pages_are_named_as_in_office_programs(typed, pages):
    assert list(page_numbers(typed, 5)) == pages
