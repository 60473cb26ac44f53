"""Tables with their spans."""

from __future__ import annotations


def spans(grid) -> list[tuple[int, int, int, int, str]]:
    return [(cell.row, cell.col, cell.rowspan, cell.colspan, cell.text) for cell in grid.cells]


def down(kind: str = "") -> str:
    return f'<w:vMerge w:val="{kind}"/>' if kind else "<w:vMerge/>"


def test_a_plain_table(word):
    (grid,) = word.grids(word.table(word.row("a", "b"), word.row("c", "d")))
    assert (grid.rows, grid.cols) == (2, 2)
    assert spans(grid) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "d")]


def test_a_cell_over_two_columns(word):
    wide = word.cell("a", properties='<w:gridSpan w:val="2"/>')
    (grid,) = word.grids(word.table(word.row(wide, "b"), word.row("c", "d", "e")))
    assert (grid.rows, grid.cols) == (2, 3)
    assert spans(grid)[:2] == [(0, 0, 1, 2, "a"), (0, 2, 1, 1, "b")]


def test_a_cell_over_two_rows(word):
    (grid,) = word.grids(
        word.table(
            word.row(word.cell("a", properties=down("restart")), "b"),
            word.row(word.cell("", properties=down()), "c"),
        )
    )
    assert spans(grid) == [(0, 0, 2, 1, "a"), (0, 1, 1, 1, "b"), (1, 1, 1, 1, "c")]


def test_a_merge_downwards_without_a_beginning_begins_itself(word):
    (grid,) = word.grids(
        word.table(word.row(word.cell("a", properties=down())), word.row(word.cell("", properties=down("continue"))))
    )
    assert spans(grid) == [(0, 0, 2, 1, "a")]


def test_a_merge_does_not_jump_over_a_row(word):
    wide = word.cell("b", properties='<w:gridSpan w:val="2"/>')
    (grid,) = word.grids(
        word.table(
            word.row("x", word.cell("a", properties=down("restart"))),
            word.row(wide),
            word.row("y", word.cell("c", properties=down())),
        )
    )
    assert (0, 1, 1, 1, "a") in spans(grid)
    assert (2, 1, 1, 1, "c") in spans(grid)


def test_an_old_merge_sideways(word):
    cells = [word.cell("a", properties='<w:hMerge w:val="restart"/>'), word.cell("", properties="<w:hMerge/>"), "b"]
    (grid,) = word.grids(word.table(word.row(*cells)))
    assert spans(grid) == [(0, 0, 1, 2, "a"), (0, 2, 1, 1, "b")]


def test_words_under_a_merged_cell_are_counted_as_hidden(word):
    body = word.table(
        word.row(word.cell("a", properties=down("restart"))), word.row(word.cell("ẩn", properties=down()))
    )
    assert word.losses(body) == {"TBC-407": 1}


def test_columns_before_the_first_cell_are_skipped(word):
    (grid,) = word.grids(word.table(word.row("a", "b"), word.row("c", properties='<w:gridBefore w:val="1"/>')))
    assert spans(grid)[-1] == (1, 1, 1, 1, "c")


def test_repeated_rows_are_headers_as_long_as_they_come_first(word):
    header = "<w:tblHeader/>"
    (grid,) = word.grids(
        word.table(
            word.row("a", properties=header),
            word.row("b", properties=header),
            word.row("c"),
            word.row("d", properties=header),
        )
    )
    assert grid.header_rows == 2


def test_a_span_of_a_thousand_million_is_clamped_and_counted(word):
    body = word.table(word.row(word.cell("a", properties='<w:gridSpan w:val="1000000000"/>'), "b"))
    (grid,) = word.grids(body)
    assert (grid.cols, spans(grid)) == (1024, [(0, 0, 1, 1024, "a")])
    assert word.losses(body) == {"TBC-416": 2}


def test_paragraphs_of_a_cell_are_joined(word):
    (grid,) = word.grids(word.table(word.row(word.cell("một", "", "hai"))))
    assert grid.cells[0].text == "một\nhai"


def test_a_cell_is_bold_if_all_of_it_is(word):
    bold = word.p(word.r("a", "<w:b/>"), " ")
    mixed = word.p(word.r("a", "<w:b/>"), "b")
    (grid,) = word.grids(word.table(word.row(word.cell(bold), word.cell(mixed), word.cell(bold, "c"), word.cell(""))))
    assert [cell.bold for cell in grid.cells] == [True, False, False, False]


def test_an_inner_table_follows_the_outer_one(word):
    inner = word.table(word.row("trong", "bảng"))
    outer = word.table(word.row(word.cell("ngoài", inner)))
    found = word.grids(outer + word.p("sau"))
    assert [(grid.rows, grid.cols) for grid in found] == [(1, 1), (1, 2)]
    assert found[0].cells[0].text == "ngoài"


def test_tables_deeper_than_50_become_text_of_a_cell(word):
    body = word.p("đáy")
    for _ in range(60):
        body = f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
    found = word.grids(body)
    assert len(found) == 50
    assert found[-1].cells[0].text == "đáy"
    assert word.losses(body) == {"TBC-412": 1}


def test_rows_and_cells_in_controls_are_found(word):
    cell = f"<w:sdt><w:sdtContent>{word.cell('b')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{word.cell('a')}{cell}</w:tr></w:sdtContent></w:sdt>"
    (grid,) = word.grids(word.table(row))
    assert spans(grid) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b")]


def test_a_deleted_row_is_left_out_and_counted(word):
    body = word.table(word.row("a"), word.row("b", properties="<w:del/>"))
    (grid,) = word.grids(body)
    assert grid.rows == 1
    assert word.losses(body) == {"TBC-404": 1}


def test_a_heading_inside_a_cell_is_kept_with_its_level(word):
    styles = '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
    heading = word.p("BÊN GIAO", properties='<w:pStyle w:val="H2"/>')
    empty = word.p(properties='<w:pStyle w:val="H2"/>')
    row = word.row(word.cell(empty, word.p("Ngày"), heading, word.p("Ký tên")), word.cell("Số"))
    first, second = word.grids(word.table(row), styles=styles)[0].cells
    assert (first.heading, first.title, first.text) == (2, "BÊN GIAO", "Ngày\nBÊN GIAO\nKý tên")
    assert (second.heading, second.title) == (None, "")
