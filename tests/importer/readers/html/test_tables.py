"""Tables keep their size, their merged cells and what heads them."""

from __future__ import annotations


def shape(grid):
    return [(c.row, c.col, c.rowspan, c.colspan, c.text) for c in grid.cells]


def test_spans_push_the_cells_beside_and_below(page):
    (grid,) = page.grids(
        "<table><thead><tr><th rowspan=2>a<th colspan=2>b<tr><td>c<td>d</thead><tbody><tr><td>e<td>f<td>g</table>"
    )
    assert (grid.rows, grid.cols, grid.header_rows) == (3, 3, 2)
    assert shape(grid)[:4] == [(0, 0, 2, 1, "a"), (0, 1, 1, 2, "b"), (1, 1, 1, 1, "c"), (1, 2, 1, 1, "d")]


def test_rows_of_captions_head_a_table(page):
    (grid,) = page.grids("<table><tr><th>a<th>b<tr><th>c<td>d</table>")
    assert grid.header_rows == 1
    assert [cell.bold for cell in grid.cells] == [True, True, True, False]


def test_spans_are_clamped(page):
    (grid,) = page.grids("<table><tr><td rowspan=99999 colspan=2>a<td>b<tr><td>c</table>")
    assert shape(grid) == [(0, 0, 2, 2, "a"), (0, 2, 1, 1, "b"), (1, 2, 1, 1, "c")]
    wide = "<table><tr><td colspan=60000>a<td>b<tr><td>c</table>"
    assert page.grids(wide)[0].cols == 1024
    assert page.losses(wide) == {"TBC-416": 1}


def test_a_wide_cell_ends_where_one_from_above_stands(page):
    (grid,) = page.grids("<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c<td>d</table>")
    assert shape(grid)[2:] == [(1, 0, 1, 1, "c"), (1, 2, 1, 1, "d")]


def test_a_table_in_a_cell_follows_the_outer_one(page):
    grids = page.grids("<table><tr><td>a<table><tr><td>b<td>c</table><td>d</table>")
    assert [[cell.text for cell in grid.cells] for grid in grids] == [["a", "d"], ["b", "c"]]


def test_a_frame_around_the_page_is_no_table(page):
    document = page.read("<table><tr><td><h1>A</h1><p>b</p><table><tr><td>c<td>d</table></table>")
    assert [getattr(block, "text", "table") for block in document.blocks] == ["A", "b", "table"]


def test_a_caption_stands_before_its_table(page):
    document = page.read("<table><caption>Biểu 1</caption><tr><td>a<td>b</table>")
    assert document.blocks[0].text == "Biểu 1"


def test_a_row_group_without_a_table_is_read(page):
    assert page.printed("<div><tr><td>a</td></tr></div>") == ["a"]
