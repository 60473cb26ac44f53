"""Tables: cells between edges, merges, tables inside and beside tables."""

from __future__ import annotations

import struct

import pytest

from db.importer.document import Grid
from db.importer.readers.doc.fib import Table
from db.importer.readers.doc.sprms import Sprm

FIRST_MERGED, MERGED = 1, 2
DOWN, DOWN_FIRST = 1 << 5, 3 << 5
HEADER = struct.pack("<HB", Sprm.T_TABLE_HEADER, 1)


def places(grid: Grid) -> list[tuple[int, int, int, int, str]]:
    return [(cell.row, cell.col, cell.rowspan, cell.colspan, cell.text) for cell in grid.cells]


def test_cells_lie_between_the_edges_of_all_rows(word):
    word.row("a", "b", "c", edges=[0, 1000, 2000, 3000])
    word.row("d", "e", edges=[0, 2000, 3000])
    (grid,) = word.grids()
    assert (grid.rows, grid.cols) == (2, 3)
    assert places(grid)[3:] == [(1, 0, 1, 2, "d"), (1, 2, 1, 1, "e")]


def test_edges_nearer_than_a_hair_are_one(word):
    word.row("a", "b", edges=[0, 1000, 2000])
    word.row("c", "d", edges=[10, 1020, 1990])
    assert word.grids()[0].cols == 2


def test_cells_merged_both_ways(word):
    word.row("a", "", "c", edges=[0, 1000, 2000, 3000], flags=[FIRST_MERGED, MERGED, DOWN_FIRST])
    word.row("d", "e", "", edges=[0, 1000, 2000, 3000], flags=[0, 0, DOWN])
    (grid,) = word.grids()
    assert places(grid) == [(0, 0, 1, 2, "a"), (0, 2, 2, 1, "c"), (1, 0, 1, 1, "d"), (1, 1, 1, 1, "e")]


@pytest.mark.parametrize(
    ("more", "spans"),
    [
        (struct.pack("<HBB", Sprm.T_MERGE, 0, 2), [(1, 2)]),
        (struct.pack("<HBB", Sprm.T_MERGE, 0, 2) + struct.pack("<HBB", Sprm.T_SPLIT, 0, 2), [(1, 1), (1, 1)]),
    ],
)
def test_later_modifiers_merge_and_split(word, more, spans):
    word.row("a", "", edges=[0, 1000, 2000], more=more)
    assert [(cell.rowspan, cell.colspan) for cell in word.grids()[0].cells] == spans


def test_a_modifier_merges_downwards(word):
    for fvm in (3, 1):
        word.row("a" * (fvm == 3), edges=[0, 1000], more=struct.pack("<HBBB", Sprm.T_VERT_MERGE, 2, 0, fvm))
    assert places(word.grids()[0]) == [(0, 0, 2, 1, "a")]


def test_words_under_a_merged_cell_are_counted(word):
    word.row("a", "ẩn", edges=[0, 1000, 2000], flags=[FIRST_MERGED, MERGED])
    assert word.losses() == {"TBC-407": 1}


def test_header_rows_are_those_at_the_top(word):
    for header in (HEADER, HEADER, b"", HEADER):
        word.row("a", edges=[0, 1000], more=header)
    assert word.grids()[0].header_rows == 2


def test_paragraphs_of_a_cell_are_joined(word):
    word.paragraph("một", properties=struct.pack("<HB", Sprm.P_F_IN_TABLE, 1))
    word.row("hai", edges=[0, 1000])
    assert word.grids()[0].cells[0].text == "một\nhai"


@pytest.mark.parametrize(
    ("first", "second", "tables"),
    [
        (b"", struct.pack("<Hh", Sprm.T_DYA_ABS, 500), 2),
        (struct.pack("<HH", Sprm.T_ISTD, 11), struct.pack("<HH", Sprm.T_ISTD, 12), 2),
        (struct.pack("<HH", Sprm.T_ISTD, 11), b"", 1),
        (b"", struct.pack("<HH", Sprm.T_F_BI_DI, 1), 2),
    ],
)
def test_tables_with_nothing_between_them_are_told_apart(word, first, second, tables):
    word.row("a", edges=[0, 1000], more=first)
    word.row("b", edges=[0, 1000], more=second)
    assert len(word.grids()) == tables


def test_tables_with_a_paragraph_between_them_are_two(word):
    word.row("a", edges=[0, 1000])
    word.paragraph("")
    word.row("b", edges=[0, 1000])
    assert [grid.origin for grid in word.grids()] == ["main#t1", "main#t2"]


def test_a_table_inside_a_cell_follows_the_one_around_it(word, definition):
    inner = struct.pack("<HB", Sprm.P_F_IN_TABLE, 1) + struct.pack("<HI", Sprm.P_ITAP, 2)
    word.paragraph("trong", properties=inner + struct.pack("<HB", Sprm.P_F_INNER_TABLE_CELL, 1))
    word.paragraph(properties=inner + struct.pack("<HB", Sprm.P_F_INNER_TTP, 1) + definition([0, 500], [0]))
    word.row("ngoài", edges=[0, 1000])
    outer, inside = word.grids()
    assert (places(outer), places(inside)) == ([(0, 0, 1, 1, "ngoài")], [(0, 0, 1, 1, "trong")])


def test_a_row_deleted_is_left_out(word, definition):
    word.row("a", edges=[0, 1000])
    word.cell("b")
    word.row_end(definition([0, 1000], [0]), mark_letters=struct.pack("<HB", Sprm.C_F_R_MARK_DEL, 1))
    document = word.read()
    assert [grid.rows for grid in document.blocks] == [1]
    assert {loss.code for loss in document.losses} == {"TBC-404"}


def test_a_row_too_long_for_its_page_is_read_from_the_data_stream(word, definition):
    row = struct.pack("<HB", Sprm.P_F_IN_TABLE, 1) + struct.pack("<HB", Sprm.P_F_TTP, 1)
    row += definition([0, 1000, 2000], [0, 0])
    word.data = struct.pack("<H", len(row)) + row
    word.cell("a")
    word.cell("b")
    word.paragraph(properties=struct.pack("<HI", Sprm.P_HUGE_PAPX, 0), mark="\x07")
    assert (word.grids()[0].rows, word.grids()[0].cols) == (1, 2)


def test_a_table_without_an_end_is_kept(word):
    word.cell("a")
    word.cell("b")
    assert places(word.grids()[0]) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b")]


def test_a_mark_in_a_cell_stays_in_it(word):
    word.cell("a")
    word.note("footnotes", "\x02 Ước")
    word.row("\x02", edges=[0, 1000, 2000])
    (grid,) = word.grids()
    assert [len(cell.marks) for cell in grid.cells] == [0, 1]
    assert Table.FOOTNOTE_MARKS in word.tables
