"""Sorting and filtering the rows of a table, and what of it goes to the basket."""

from __future__ import annotations

from dataclasses import replace

from db.export.basket import BasketItem
from db.export.clerk import default_figures
from db.model import Cell, Place
from desktop.session import Destination
from desktop.tables.shown import FigurePart, FigureTable, NoteTable, ReportTable, arranged


def test_as_printed_nothing_is_chosen(report, content):
    assert arranged(ReportTable(report, content, 1).made(None, "vi")) is None


def test_numbers_are_sorted_by_what_they_count(report, content):
    table = ReportTable(report, content, 1).made(None, "vi")
    assert arranged(table, by=1) == [1, 0, 2]
    assert arranged(table, by=1, descending=True) == [2, 0, 1]


def test_words_are_sorted_as_vietnamese_dictionaries_do(report, content):
    table = ReportTable(report, content, 1).made(None, "vi")
    assert arranged(table, by=0) == [0, 1, 2]


def test_empty_cells_come_last_in_either_direction(report, content):
    cells = tuple(replace(cell, text="", value=None) if (cell.row, cell.col) == (2, 1) else cell
                  for cell in content.tables[0].cells)  # fmt: skip
    content = replace(content, tables=(replace(content.tables[0], cells=cells),))
    table = ReportTable(report, content, 1).made(None, "vi")
    assert arranged(table, by=1) == [1, 2, 0]
    assert arranged(table, by=1, descending=True) == [2, 1, 0]


def test_the_filter_needs_no_marks(report, content):
    table = ReportTable(report, content, 1).made(None, "vi")
    assert arranged(table, "ngan sach") == [2]
    assert arranged(table, "6.777") == [1]
    assert arranged(table, "không có") == []


def test_a_merged_cell_counts_for_all_its_rows(report, content):
    cells = (*(cell for cell in content.tables[0].cells if cell.row < 2 or cell.col), Cell(2, 0, 2, 1, "Thu"),
             Cell(4, 0, 1, 1, "Chi"))  # fmt: skip
    content = replace(content, tables=(replace(content.tables[0], cells=cells),))
    assert arranged(ReportTable(report, content, 1).made(None, "vi"), "thu") == [0, 1]


def test_the_basket_takes_exactly_the_rows_shown(report, content):
    item = ReportTable(report, content, 1).item([2, 0], "Bảng 1")
    assert isinstance(item, BasketItem)
    assert (item.kind, item.parts[0].numbers, item.parts[0].rows) == ("table", (1,), (2, 0))


def test_a_cell_leads_to_its_place(report, content):
    there = ReportTable(report, content, 1).destination(2, 1)
    assert there == Destination(report.id, 4, Place(table_id=1, row=4, col=1))


def test_a_line_made_of_figures_leads_to_its_words(report, content):
    shown = FigureTable((FigurePart(report, content, (2,)),), 2023)
    there = shown.destination(0, 0)
    figure = content.figures[1]
    assert (there.place, there.start, there.end) == (figure.place, figure.start, figure.end)


def test_a_clerk_takes_known_quantities_of_the_text(content):
    known = tuple(replace(figure, indicator="x") for figure in content.figures)
    assert default_figures(replace(content, figures=known), 2023) == (1, 2, 4)
    assert default_figures(content, 2023) == ()


def test_no_note_left_by_a_filter_is_no_note_at_all(report, content):
    shown = NoteTable(report, content)
    assert shown.made([], "vi").rows == ()
    assert len(shown.made(None, "vi").rows) == len(content.notes)
    assert shown.item([1], "x").parts[0].numbers == (2,)
