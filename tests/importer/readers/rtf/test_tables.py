"""Tables: columns by edges, merges both ways, tables inside tables."""

from __future__ import annotations


def row(edges: str, *cells: str) -> str:
    return rf"\trowd{edges}\pard\intbl " + "".join(rf"{cell}\cell " for cell in cells) + r"\row "


def laid(grid):
    return [(c.row, c.col, c.rowspan, c.colspan, c.text) for c in grid.cells]


def test_columns_are_where_any_row_has_an_edge(rtf):
    (grid,) = rtf.grids(row(r"\cellx1000\cellx3000", "a", "b") + row(r"\cellx1000\cellx2000\cellx3002", "c", "d", "e"))
    assert (grid.rows, grid.cols) == (2, 3)
    assert laid(grid) == [(0, 0, 1, 1, "a"), (0, 1, 1, 2, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "d"), (1, 2, 1, 1, "e")]


def test_merged_cells_say_what_their_first_one_says(rtf):
    top = row(r"\clvmgf\clmgf\cellx1000\clvmgf\clmrg\cellx2000\cellx3000", "a", "", "b")
    below = row(r"\clvmrg\clmgf\cellx1000\clvmrg\clmrg\cellx2000\cellx3000", "", "lost", "c")
    document = rtf.read(top + below)
    (grid,) = document.blocks
    assert laid(grid) == [(0, 0, 2, 2, "a"), (0, 2, 1, 1, "b"), (1, 2, 1, 1, "c")]
    assert {loss.code: loss.count for loss in document.losses} == {"TBC-407": 1}


def test_a_heading_in_a_cell_stays_one(rtf):
    (grid,) = rtf.grids(r"\trowd\cellx1000\cellx2000\pard\intbl\outlinelevel0 I. K\u7870?T QU\u7842?\cell a\cell\row ")
    assert (grid.cells[0].heading, grid.cells[0].title) == (1, "I. KẾT QUẢ")


def test_a_note_in_a_covered_cell_takes_no_number(rtf):
    note = r"\chftn{\footnote \chftn %s}"
    document = rtf.read(
        row(r"\clvmgf\cellx1000", "a")
        + row(r"\clvmrg\cellx1000", "b" + note % "covered")
        + r"\pard c"
        + note % "seen"
        + r"\par"
    )
    assert [(one.label, one.text) for one in document.notes] == [("1", "seen")]


def test_rows_repeated_on_every_page_head_the_table(rtf):
    (grid,) = rtf.grids(row(r"\trhdr\cellx1000", "a") + row(r"\cellx1000", "b") + row(r"\trhdr\cellx1000", "c"))
    assert grid.header_rows == 1


def test_a_row_laid_down_once_holds_for_the_next_and_beyond_its_group(rtf):
    (grid,) = rtf.grids(r"{\trowd\clvmgf\cellx1000\cellx2000\intbl a\cell b\cell\row}{\intbl c\cell d\cell\row}")
    assert (grid.rows, grid.cols) == (2, 2)


def test_a_paragraph_outside_ends_the_table(rtf):
    blocks = rtf.read(row(r"\cellx1000", "a") + r"\pard between\par " + row(r"\cellx1000", "b")).blocks
    assert [type(block).__name__ for block in blocks] == ["Grid", "Paragraph", "Grid"]


def test_paragraphs_of_a_cell_are_lines_and_bold_is_told(rtf):
    (grid,) = rtf.grids(r"\trowd\cellx1000\cellx2000\pard\intbl{\b a\par b}\cell c\cell\row")
    assert [(cell.text, cell.bold) for cell in grid.cells] == [("a\nb", True), ("c", False)]


def test_a_table_in_a_cell_follows_the_one_around_it(rtf):
    inner = (
        r"\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}"
        r"{\nonesttables fallback\par}"
    )
    outer, nested = rtf.grids(rf"\trowd\cellx1000\pard\intbl before\par {inner}\pard\intbl after\cell\row")
    assert laid(outer) == [(0, 0, 1, 1, "before\nafter")]
    assert [cell.text for cell in nested.cells] == ["x", "y"]
    assert nested.cols == 2


def test_an_empty_cell_without_an_edge_is_none(rtf):
    (grid,) = rtf.grids(r"\trowd\cellx1000\cellx2000\pard\intbl a\cell b\cell\cell\row")
    assert (grid.cols, [cell.text for cell in grid.cells]) == (2, ["a", "b"])
    (grid,) = rtf.grids(r"\trowd\cellx1000\cellx2000\pard\intbl a\cell b\cell c\cell\row")
    assert (grid.cols, [cell.text for cell in grid.cells]) == (3, ["a", "b", "c"])


def test_text_that_only_claims_to_stand_in_a_table_is_text(rtf):
    assert rtf.text(r"\pard\intbl\itap30 a\par\pard b\par") == "a\nb"
    assert rtf.grids(r"\pard\intbl\itap30 a\par") == []


def test_cells_whose_row_never_ends_are_kept(rtf):
    (grid,) = rtf.grids(r"\intbl a\cell b\cell c")
    assert [cell.text for cell in grid.cells] == ["a", "b", "c"]


def test_too_many_columns_are_cut_and_told_of(rtf):
    document = rtf.read(
        r"\trowd" + "".join(rf"\cellx{9 * edge}" for edge in range(1, 2001)) + r"\intbl " + r"x\cell " * 2000 + r"\row"
    )
    (grid,) = document.blocks
    assert grid.cols == 1024
    assert [loss.code for loss in document.losses] == ["TBC-416"]


def test_text_behind_a_table_is_outside_of_it_even_where_its_end_is_not_written(rtf):
    blocks = rtf.read(row(r"\cellx1000", "a") + r"\pard\qc b").blocks
    assert [type(block).__name__ for block in blocks] == ["Grid", "Paragraph"]
    assert (blocks[1].text, blocks[1].align) == ("b", "center")
