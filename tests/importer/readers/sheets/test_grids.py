"""From cells to a grid: edges, merged cells, far places."""

from __future__ import annotations

from db.importer.readers.sheets.grids import Sheet, blocks_of


def sheet(cells: dict[tuple[int, int], str], merged=()) -> Sheet:
    return Sheet("S", cells={place: (text, False) for place, text in cells.items()}, merged=list(merged))


def shape(one: Sheet) -> list[tuple[int, int, int, int, str]]:
    blocks, _ = blocks_of([one])
    return [(c.row, c.col, c.rowspan, c.colspan, c.text) for c in blocks[1].cells]


def test_empty_edges_are_cut_off_and_the_middle_stays():
    found = shape(sheet({(5, 3): "a", (6, 5): "b"}))
    assert found == [
        (0, 0, 1, 1, "a"),
        (0, 1, 1, 1, ""),
        (0, 2, 1, 1, ""),
        (1, 0, 1, 1, ""),
        (1, 1, 1, 1, ""),
        (1, 2, 1, 1, "b"),
    ]


def test_merged_cells_end_with_the_grid():
    assert shape(sheet({(0, 0): "a", (1, 1): "b"}, [(0, 0, 0, 9)]))[0] == (0, 0, 1, 2, "a")


def test_of_two_merges_that_overlap_the_first_holds():
    found = shape(sheet({(0, 0): "a", (1, 1): "b"}, [(0, 0, 0, 1), (0, 1, 1, 1)]))
    assert found == [(0, 0, 1, 2, "a"), (1, 0, 1, 1, ""), (1, 1, 1, 1, "b")]


def test_a_merge_without_end_costs_nothing():
    assert len(shape(sheet({(0, 0): "a"}, [(0, 0, 2**31, 2**31)]))) == 1


def test_words_far_apart_do_not_fill_what_is_between():
    assert len(shape(sheet({(0, 0): "a", (60_000, 200): "b"}))) == 1
    assert len(shape(sheet({(0, 0): "a", (2_000, 200): "b"}))) == 2


def test_a_sheet_of_nothing_is_passed_over():
    assert blocks_of([sheet({})]) == ([], [])
