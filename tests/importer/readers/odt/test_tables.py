"""Tables keep their size, their merged cells and what heads them."""

from __future__ import annotations


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


def table(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"


COVERED = "<table:covered-table-cell/>"


def test_merged_cells_and_header_rows(odt):
    head = row(cell("a", 'table:number-columns-spanned="2"'), COVERED)
    (grid,) = odt.grids(
        table(
            f"<table:table-header-rows>{head}</table:table-header-rows>",
            row(cell("b", 'table:number-rows-spanned="2"'), cell("c")),
            row(COVERED, cell("d")),
        )
    )
    assert (grid.rows, grid.cols, grid.header_rows) == (3, 2, 1)
    assert [(c.row, c.col, c.rowspan, c.colspan, c.text) for c in grid.cells] == [
        (0, 0, 1, 2, "a"),
        (1, 0, 2, 1, "b"),
        (1, 1, 1, 1, "c"),
        (2, 1, 1, 1, "d"),
    ]


def test_repeated_cells_and_rows_are_written_out(odt):
    (grid,) = odt.grids(
        table(row(cell("1", 'table:number-columns-repeated="3"'), more='table:number-rows-repeated="2"'))
    )
    assert (grid.rows, grid.cols, len(grid.cells)) == (2, 3, 6)


def test_repetitions_without_measure_are_clamped_and_told(odt):
    body = table(row(cell("1", 'table:number-columns-repeated="2000000000"'), cell("2")))
    (grid,) = odt.grids(body)
    assert grid.cols == 1024
    assert odt.losses(body) == {"TBC-416": 1}
    rows = table(row(cell("1"), more='table:number-rows-repeated="2000000000"'))
    assert odt.losses(rows) == {}
    assert odt.grids(rows)[0].rows == 100_000


def test_spans_end_with_the_table(odt):
    (grid,) = odt.grids(table(row(cell("a", 'table:number-rows-spanned="9" table:number-columns-spanned="9"'))))
    assert [(c.rowspan, c.colspan) for c in grid.cells] == [(1, 1)]


def test_a_table_in_a_cell_follows_the_outer_one(odt):
    inner = table(row(cell("trong")))
    document = odt.read(table(row(f"<table:table-cell><text:p>ngoài</text:p>{inner}</table:table-cell>")))
    assert [[c.text for c in grid.cells] for grid in document.blocks] == [["ngoài"], ["trong"]]


def test_words_under_a_merged_cell_are_counted(odt):
    covered = "<table:covered-table-cell><text:p>kín</text:p></table:covered-table-cell>"
    assert odt.losses(table(row(cell("a", 'table:number-columns-spanned="2"'), covered))) == {"TBC-407": 1}
