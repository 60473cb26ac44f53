"""A table over two pages becomes one only where heads or edges say so; words that ran over go where they belong."""

from __future__ import annotations

from dataclasses import replace

from db.importer.document import Grid, GridCell, NoteMark
from db.importer.readers.pdf.seams import joined
from db.importer.readers.pdf.tables import Placed

EDGES = (80.0, 200.0, 300.0)


def placed(rows, page=1, **more):
    cells = tuple(GridCell(r, c, 1, 1, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    made = Placed(Grid(len(rows), len(rows[0]), cells), EDGES, (page,), ruled=True, frame=False)
    return replace(made, **more)


def marked(table, text, offset):
    """Put a mark into the cell that says `text`."""
    cells = (replace(one, marks=(NoteMark(offset, "k"),)) if one.text == text else one for one in table.grid.cells)
    return replace(table, grid=replace(table.grid, cells=tuple(cells)))


def texts(found):
    rows = [["" for _ in range(found.grid.cols)] for _ in range(found.grid.rows)]
    for cell in found.grid.cells:
        rows[cell.row][cell.col] = cell.text
    return rows


HEAD = ["Chỉ tiêu", "Năm 2023"]


def test_a_head_printed_again_is_dropped():
    found = joined(placed([HEAD, ["Thu", "5"]]), placed([HEAD, ["Chi", "6"]], 2))
    assert texts(found) == [HEAD, ["Thu", "5"], ["Chi", "6"]]
    assert (found.pages, found.grid.header_rows) == ((1, 2), 1)


def test_what_is_not_one_table_stays_two():
    above, below = placed([HEAD, ["Thu", "5"]]), placed([["Xã", "Hộ"], ["A", "6"]], 2)
    assert joined(above, replace(below, edges=(80.0, 250.0, 300.0))) is None
    assert joined(replace(above, frame=True), below) is None
    assert joined(above, replace(below, frame=True)) is None
    assert joined(above, replace(below, ruled=False)) is None
    assert joined(above, replace(below, pages=(3,))) is None
    wide = placed([["Xã", "Hộ", "Khẩu"], ["A", "6", "7"]], 2, edges=(80.0, 150.0, 200.0, 300.0))
    assert joined(above, wide) is None


def test_a_row_cut_in_two_is_made_whole_with_its_marks():
    above = placed([HEAD, ["Thu ngân sách", "tăng so với"]])
    below = placed([["", "cùng kỳ"], ["Chi", "6"]], 2)
    found = joined(above, marked(below, "cùng kỳ", 3))
    assert texts(found) == [HEAD, ["Thu ngân sách", "tăng so với cùng kỳ"], ["Chi", "6"]]
    whole = next(cell for cell in found.grid.cells if "cùng kỳ" in cell.text)
    assert whole.marks == (NoteMark(len("tăng so với ") + 3, "k"),)


def test_a_row_that_could_stand_alone_is_left_alone():
    above = placed([HEAD, ["Thu ngân sách", "tăng so với"]])
    for row in (["", "12,5"], ["", "Cùng kỳ"], ["chi", "cùng kỳ"]):
        assert texts(joined(above, placed([row, ["Chi", "6"]], 2)))[2] == row
    empty = placed([HEAD, ["Thu ngân sách", ""]])
    assert texts(joined(empty, placed([["", "cùng kỳ"], ["Chi", "6"]], 2)))[2] == ["", "cùng kỳ"]
    merged = placed([["", "cùng kỳ"], ["Chi", "6"]], 2)
    cells = (replace(merged.grid.cells[0], rowspan=2), *merged.grid.cells[1:])
    assert texts(joined(above, replace(merged, grid=replace(merged.grid, cells=cells))))[2] == ["", "cùng kỳ"]


HEADS = ["Chỉ tiêu", "Năm 2023 so với", "Đơn vị", "Ghi chú", "Nguồn"]
SHORT = ["Chỉ tiêu", "Năm 2023", "Đơn vị", "Ghi chú", "Nguồn"]


def wide(rows, page):
    return placed(rows, page, edges=(80.0, 150.0, 200.0, 250.0, 300.0, 350.0))


def test_words_of_a_head_that_ran_into_the_first_row_are_taken_out():
    above = wide([HEADS, ["Thu", "5", "tỷ", "", ""]], 1)
    for ran, mark, kept in (("6 so với", 8, ()), ("so với 6", 8, (1,)), ("so với 6", 1, (0,))):
        below = wide([SHORT, ["Chi", ran, "tỷ", "", ""]], 2)
        found = joined(above, marked(below, ran, mark))
        assert texts(found)[2] == ["Chi", "6", "tỷ", "", ""]
        cell = next(one for one in found.grid.cells if (one.row, one.col) == (2, 1))
        assert cell.marks == tuple(NoteMark(offset, "k") for offset in kept)
    untouched = joined(above, wide([SHORT, ["Chi", "6", "tỷ", "", ""]], 2))
    assert texts(untouched)[2][1] == "6"


def test_an_empty_head_repeats_nothing():
    assert joined(placed([["", ""], ["Thu", "5"]]), placed([["", ""], ["Chi", "6"]], 2)).grid.rows == 4
