"""Ruled tables, aligned columns, tables over pages, and heads set in two columns."""

from __future__ import annotations

import pytest

FULL = "hướng, nhiệm vụ năm 2023, trong bối cảnh dịch bệnh được kiểm soát"


def cells(grid):
    return {(cell.row, cell.col, cell.rowspan, cell.colspan): cell.text for cell in grid.cells}


def test_drawn_lines_part_cells_and_missing_ones_join_them(press, sheet):
    sheet.put(85, 80, FULL)
    for y in (100, 160, 190):
        sheet.rule(85, y, 552, y)
    sheet.rule(250, 130, 552, 130)
    for x in (85, 250, 552):
        sheet.rule(x, 100, x, 190)
    sheet.rule(400, 130, 400, 190)
    sheet.put(90, 140, "Chỉ tiêu", 12, "b").put(300, 120, "Thực hiện", 12)
    sheet.put(260, 150, "2022", 12).put(410, 150, "2023", 12)
    sheet.put(90, 180, "GRDP", 12).put(260, 180, "1.234,5", 12).put(410, 180, "11,2", 12)
    (grid,) = press.grids(sheet)
    assert (grid.rows, grid.cols) == (3, 3)
    assert cells(grid) == {
        (0, 0, 2, 1): "Chỉ tiêu",
        (0, 1, 1, 2): "Thực hiện",
        (1, 1, 1, 1): "2022",
        (1, 2, 1, 1): "2023",
        (2, 0, 1, 1): "GRDP",
        (2, 1, 1, 1): "1.234,5",
        (2, 2, 1, 1): "11,2",
    }
    assert [cell.bold for cell in grid.cells] == [True, *[False] * 6]


def test_lines_of_a_cell_are_joined_where_the_cell_was_too_narrow(press, sheet):
    sheet.grid((85, 150, 552), (100, 140, 200))
    sheet.put(90, 115, "Tổng sản", 12).put(90, 130, "phẩm", 12).put(160, 115, "a", 12)
    sheet.put(160, 155, "- Bộ Nội vụ;", 12).put(160, 170, "- Bộ Tài chính.", 12).put(90, 155, "x", 12)
    found = cells(press.grids(sheet)[0])
    assert found[0, 0, 1, 1] == "Tổng sản phẩm"
    assert found[1, 1, 1, 1] == "- Bộ Nội vụ;\n- Bộ Tài chính."


def test_a_number_cut_by_a_narrow_cell_is_one_and_two_numbers_stay_two(press, sheet):
    sheet.grid((85, 120, 160, 552), (100, 140, 180))
    sheet.put(89, 115, "105,0", 10).put(89, 127, "4", 10)
    sheet.put(124, 115, "0,965", 10).put(124, 127, "0,969", 10)
    sheet.put(170, 115, "x", 10).put(89, 160, "y", 10)
    found = cells(press.grids(sheet)[0])
    assert found[0, 0, 1, 1] == "105,04"
    assert found[0, 1, 1, 1] == "0,965\n0,969"


def test_a_single_box_is_no_table(press, sheet):
    sheet.grid((85, 552), (100, 140)).put(90, 120, "Chú ý: số liệu ước tính.")
    assert press.grids(sheet) == []
    assert press.texts(sheet) == ["Chú ý: số liệu ước tính."]


def table(sheet, top, rows, head=True):
    ys = [top + 20 * row for row in range(len(rows) + head + 1)]
    sheet.grid((85, 300, 552), ys)
    for y, (name, value) in zip(ys, ([("Chỉ tiêu", "Năm 2023")] if head else []) + rows, strict=False):
        sheet.put(90, y + 14, name, 12).put(310, y + 14, value, 12)


def test_a_table_goes_on_over_the_page_and_its_head_stands_once(press, sheets):
    first, second = sheets(2)
    table(first, 700, [("Thu", "32.144"), ("Chi", "20.000")])
    table(second, 70, [("Nợ", "100"), ("Tồn", "7")])
    (grid,) = press.grids(first, second)
    assert (grid.rows, grid.cols, grid.header_rows) == (5, 2, 1)
    assert [cell.text for cell in grid.cells if cell.col == 0] == ["Chỉ tiêu", "Thu", "Chi", "Nợ", "Tồn"]
    assert press.losses(first, second)["TBC-429"] == (1, "1–2")


def test_columns_at_the_same_places_join_tables_without_a_head(press, sheets):
    first, second = sheets(2)
    table(first, 700, [("Thu", "32.144"), ("Chi", "20.000")])
    table(second, 70, [("Nợ", "100"), ("Tồn", "7")], head=False)
    assert [grid.rows for grid in press.grids(first, second)] == [5]


def test_a_row_cut_by_the_page_is_made_whole_where_it_plainly_goes_on(press, sheets):
    first, second = sheets(2)
    table(first, 700, [("1", "Tổng sản phẩm trên địa bàn")])
    table(second, 70, [("", "theo giá hiện hành"), ("2", "Thu ngân sách")])
    (grid,) = press.grids(first, second)
    assert [cell.text for cell in grid.cells if cell.col == 1] == [
        "Năm 2023",
        "Tổng sản phẩm trên địa bàn theo giá hiện hành",
        "Thu ngân sách",
    ]
    assert grid.rows == 3


@pytest.mark.parametrize("text", ["25,5", "Thu nội địa"])
def test_a_row_of_its_own_stays_one(press, sheets, text):
    first, second = sheets(2)
    table(first, 700, [("1", "Tổng sản phẩm trên địa bàn")])
    table(second, 70, [("", text)])
    assert [grid.rows for grid in press.grids(first, second)] == [3]


def test_what_runs_over_from_a_repeated_head_is_no_word_of_the_row_below(press, sheets):
    first, second = sheets(2)
    for sheet, top, names in ((first, 700, ("Thu", "Chi")), (second, 70, ("Nợ", "Tồn"))):
        sheet.grid((85, 300, 450, 552), (top, top + 20, top + 40, top + 60))
        sheet.put(90, top + 14, "Chỉ tiêu", 10).put(310, top + 14, "Ước", 10).put(460, top + 14, "Thực", 10)
        for number, name in enumerate(names, start=1):
            sheet.put(90, top + 14 + 20 * number, name, 10).put(310, top + 14 + 20 * number, "5", 10)
    first.put(460, 718, "2022", 8)
    second.put(460, 96, "2022", 8)
    (grid,) = press.grids(first, second)
    assert grid.rows == 5
    assert [cell.text for cell in grid.cells if cell.row == 3] == ["Nợ", "5", ""]


def test_words_between_two_tables_keep_them_apart(press, sheets):
    first, second = sheets(2)
    table(first, 700, [("Thu", "32.144"), ("Chi", "20.000")])
    second.put(85, 60, "Biểu 2. Nợ công")
    table(second, 70, [("Nợ", "100"), ("Tồn", "7")])
    assert [grid.rows for grid in press.grids(first, second)] == [3, 3]


def test_aligned_columns_are_a_table_without_lines(press, sheet):
    sheet.text(FULL, FULL, indent=0)
    rows = [("Thu nội địa", "25.210"), ("Thu hải quan", "6.934"), ("Chi đầu tư", "4.824"), ("Chi khác", "12")]
    for number, (name, value) in enumerate(rows):
        sheet.put(85, 150 + 20 * number, name).put(400 - 7 * len(value), 150 + 20 * number, value)
    (grid,) = press.grids(sheet)
    assert [(cell.row, cell.col, cell.text) for cell in grid.cells] == [
        (row, col, text) for row, texts in enumerate(rows) for col, text in enumerate(texts)
    ]


def test_columns_that_do_not_align_stay_text(press, sheet):
    sheet.text(FULL, FULL, indent=0)
    for number, shift in enumerate((0, 45, 20)):
        sheet.put(85 + shift / 2, 150 + 20 * number, "Thu nội" + "ab" * number).put(
            300 + shift, 150 + 20 * number, "25"
        )
        sheet.put(420 - shift, 150 + 20 * number, "nghìn" + "x" * number)
    assert press.grids(sheet) == []


def test_the_head_of_a_report_keeps_its_two_columns(press, sheet):
    sheet.put(100, 60, "TỈNH ỦY QUẢNG NAM").put(320, 60, "ĐẢNG CỘNG SẢN VIỆT NAM", style="b")
    sheet.put(150, 78, "*")
    sheet.put(110, 96, "Số 01-BC/TU").put(310, 96, "Quảng Nam, ngày 09 tháng 12 năm", 14, "i")
    sheet.put(400, 112, "2023", 14, "i")
    sheet.put(290, 150, "BÁO CÁO", 14, "b")
    grid = press.read(sheet).blocks[0]
    assert (grid.rows, grid.cols) == (1, 2)
    assert [cell.text for cell in grid.cells] == [
        "TỈNH ỦY QUẢNG NAM\n*\nSố 01-BC/TU",
        "ĐẢNG CỘNG SẢN VIỆT NAM\nQuảng Nam, ngày 09 tháng 12 năm 2023",
    ]
    assert press.texts(sheet) == ["BÁO CÁO"]


def test_recipients_and_signature_stand_beside_each_other(press, sheet):
    sheet.text(FULL, FULL, indent=0)
    sheet.put(85, 200, "Nơi nhận:", 12, "i").put(350, 200, "T/M BAN THƯỜNG VỤ", 14, "b")
    sheet.put(85, 216, "- Ban Bí thư,", 11).put(380, 218, "PHÓ BÍ THƯ", 14, "b")
    sheet.put(85, 230, "- Lưu Văn phòng.", 11)
    sheet.put(370, 290, "Trần Thị Mẫu", 14, "b")
    (grid,) = press.grids(sheet)
    assert [cell.text for cell in grid.cells] == [
        "Nơi nhận:\n- Ban Bí thư,\n- Lưu Văn phòng.",
        "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nTrần Thị Mẫu",
    ]


def test_recipients_go_on_over_the_page(press, sheets):
    first, second = sheets(2)
    first.text(FULL, FULL, indent=0)
    first.put(85, 740, "Nơi nhận:", 12, "i").put(350, 740, "T/M BAN THƯỜNG VỤ", 14, "b")
    first.put(85, 756, "- Ban Bí thư,", 11).put(380, 758, "PHÓ BÍ THƯ", 14, "b")
    second.put(85, 80, "- Các huyện ủy,", 11).put(85, 94, "- Lưu Văn phòng.", 11)
    (grid,) = press.grids(first, second)
    assert grid.cells[0].text == "Nơi nhận:\n- Ban Bí thư,\n- Các huyện ủy,\n- Lưu Văn phòng."
    assert press.texts(first, second) == [f"{FULL} {FULL}"]


def test_two_columns_of_prose_are_read_one_after_the_other(press, sheet):
    for number in range(8):
        sheet.put(60, 100 + 18 * number, f"Cột trái, dòng {number} của bài viết", 12)
        sheet.put(320, 100 + 18 * number, f"Cột phải, dòng {number} của bài viết", 12)
    sheet.put(60, 60, FULL)
    words = " ".join(press.texts(sheet))
    assert words.index("Cột trái, dòng 7") < words.index("Cột phải, dòng 0")


def test_two_columns_whose_lines_are_not_level_are_read_one_after_the_other(press, sheet):
    sheet.put(60, 60, "Tiêu đề chung của cả hai cột trên trang giấy này, rất dài", 14)
    words = "chữ của bài viết này đầy dòng"
    for number in range(10):
        sheet.put(60, 100 + 18 * number, f"trái {number} {words}", 12)
        sheet.put(320, 107 + 18 * number, f"phải {number} {words}", 12)
    texts = press.texts(sheet)
    assert texts[0].startswith("Tiêu đề")
    assert [word for word in " ".join(texts[1:]).split() if word in {"trái", "phải"}] == ["trái"] * 10 + ["phải"] * 10


def test_an_underline_parts_no_row(press, sheet):
    sheet.grid((85, 165, 552), (100, 140, 180))
    sheet.put(88, 115, "Chỉ tiêu abc", 12).rule(88, 117, 88 + 72, 117)
    sheet.put(88, 160, "Thu", 12).put(170, 120, "x", 12).put(170, 160, "y", 12)
    assert [(grid.rows, grid.cols) for grid in press.grids(sheet)] == [(2, 2)]


def test_a_landscape_annex_has_its_own_margins(press, sheets):
    first, annex = sheets(2)
    first.text(FULL, FULL, indent=0)
    annex.size = (842, 595)
    annex.put(421 - 7 * 3.5, 60, "PHỤ LỤC", style="b")
    table(annex, 100, [("Thu", "32.144"), ("Chi", "20.000")])
    document = press.read(first, annex)
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph", "Paragraph", "Grid"]
    assert document.blocks[1].text == "PHỤ LỤC"


def test_a_head_whose_columns_are_close_keeps_them_apart(press, sheet):
    sheet.put(60, 60, "ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM", 13).put(275, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "b")
    sheet.put(110, 78, "Số: 12/BC-UBND", 13).put(290, 78, "Độc lập - Tự do - Hạnh phúc", 14, "b")
    sheet.put(260, 120, "BÁO CÁO", 14, "b")
    sheet.text(FULL, FULL, y=160)
    grid = press.read(sheet).blocks[0]
    assert [cell.text for cell in grid.cells] == [
        "ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM\nSố: 12/BC-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
    ]


def test_a_head_set_apart_with_spaces_keeps_its_columns(press, sheet):
    sheet.put(60, 60, "TỈNH ỦY QUẢNG NAM          ĐẢNG CỘNG SẢN VIỆT NAM", 13)
    sheet.put(60, 78, "Số 01-BC/TU                Quảng Nam, ngày 09 tháng 12 năm 2023", 13)
    sheet.text(FULL, FULL, y=160)
    grid = press.read(sheet).blocks[0]
    assert [cell.text for cell in grid.cells] == [
        "TỈNH ỦY QUẢNG NAM\nSố 01-BC/TU",
        "ĐẢNG CỘNG SẢN VIỆT NAM\nQuảng Nam, ngày 09 tháng 12 năm 2023",
    ]
