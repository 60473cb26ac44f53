"""The chosen cells of a table as a table: merged cells stay merged as far as they were chosen."""

from __future__ import annotations

from db.export.clipboard import html_of, tsv_of
from db.export.tables import export_table
from desktop.sheet.part import part_of_table


def made(report, content):
    return export_table(report, content, content.tables[0])


def test_rows_and_columns_without_a_chosen_cell_are_left_out(report, content):
    part = part_of_table(made(report, content), {(0, 1), (2, 1)})
    assert [[cell.text for cell in row] for row in part.rows] == [["26.667"], ["33.444"]]
    assert [cell.text for cell in part.head[0]] == ["Năm"]
    assert part.head[0][0].colspan == 1


def test_a_merged_caption_covers_the_columns_chosen_below_it(report, content):
    part = part_of_table(made(report, content), {(0, 0), (0, 1), (0, 2)})
    assert [(cell.text, cell.colspan, cell.rowspan) for cell in part.head[0]] == [
        ("Chỉ tiêu", 1, 2),
        ("Năm", 2, 1),
        ("", 1, 1),
    ]


def test_cells_between_the_chosen_ones_are_blank(report, content):
    part = part_of_table(made(report, content), {(0, 1), (1, 2)})
    assert [[cell.text for cell in row] for row in part.rows] == [["26.667", ""], ["", "3.071"]]


def test_every_chosen_cell_reaches_the_clipboard(report, content):
    table = made(report, content)
    whole = part_of_table(table, {(row, col) for row in range(3) for col in range(4)})
    assert tsv_of(whole).splitlines()[2].split("\t")[1:] == ["33.444", "23.951", "71,6%"]
    assert "<table" in html_of(whole)
    assert len(whole.links) == 3
