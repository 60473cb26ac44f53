"""Sections in the manners of several offices; every line is made up."""

from __future__ import annotations

from db.importer.document import Grid, GridCell, NoteMark, Paragraph
from db.importer.lines import printed
from db.importer.sections import Outline, find_sections
from db.model import Emphasis

BODY = (
    "Trong năm, các cấp đã tập trung chỉ đạo, nhiều việc hoàn thành sớm hơn kế hoạch đề ra và được người dân đồng tình."
)


def outline_of(*lines: str | Paragraph | Grid) -> Outline:
    return find_sections([Paragraph(line) if isinstance(line, str) else line for line in lines])


def tree(outline: Outline) -> list[tuple[int, str, str]]:
    return [(s.level, s.number, s.title) for s in outline.sections]


def kinds(outline: Outline) -> list[tuple[str, int | None]]:
    return [(placed.kind, placed.section_id) for placed in outline.placed]


def bold(text: str) -> Paragraph:
    return Paragraph(text, emphasis=(Emphasis(0, len(text), "b"),))


def test_the_manner_of_a_people_s_committee() -> None:
    found = outline_of(
        "I. TÌNH HÌNH KINH TẾ", "1. Nông nghiệp", "a) Trồng trọt", BODY, "b) Chăn nuôi", BODY, "2. Công nghiệp", BODY,
        "II. TÌNH HÌNH XÃ HỘI", "1. Giáo dục", BODY,
    )  # fmt: skip
    assert tree(found) == [
        (1, "I", "TÌNH HÌNH KINH TẾ"), (2, "1", "Nông nghiệp"), (3, "a", "Trồng trọt"), (3, "b", "Chăn nuôi"),
        (2, "2", "Công nghiệp"), (1, "II", "TÌNH HÌNH XÃ HỘI"), (2, "1", "Giáo dục"),
    ]  # fmt: skip
    assert [s.parent_id for s in found.sections] == [None, 1, 2, 2, 1, None, 6]
    assert found.findings == ()


def test_the_manner_of_the_party() -> None:
    found = outline_of("I- KẾT QUẢ", "1- Về tư tưởng", BODY, "2- Về tổ chức", BODY, "II- HẠN CHẾ", BODY)
    assert tree(found) == [(1, "I", "KẾT QUẢ"), (2, "1", "Về tư tưởng"), (2, "2", "Về tổ chức"), (1, "II", "HẠN CHẾ")]
    assert found.sections[1].marker == "1-"


def test_parts_in_words_with_the_title_on_the_next_line() -> None:
    found = outline_of(
        "PHẦN THỨ NHẤT", "KẾT QUẢ NĂM QUA", "I. KINH TẾ", BODY, "PHẦN THỨ HAI", "NHIỆM VỤ", "I. MỤC TIÊU", BODY
    )
    assert tree(found) == [
        (1, "Phần thứ nhất", "KẾT QUẢ NĂM QUA"), (2, "I", "KINH TẾ"),
        (1, "Phần thứ hai", "NHIỆM VỤ"), (2, "I", "MỤC TIÊU"),
    ]  # fmt: skip
    assert kinds(found)[:3] == [("heading", 1), ("heading", 1), ("heading", 2)]


def test_capital_letters_stand_above_roman_numbers_where_the_report_says_so() -> None:
    found = outline_of("A. KẾT QUẢ", "I. KINH TẾ", BODY, "II. XÃ HỘI", BODY, "B. NHIỆM VỤ", "I. MỤC TIÊU", BODY)
    assert [s.level for s in found.sections] == [1, 2, 2, 1, 2]
    below = outline_of("I. KẾT QUẢ", "A. KINH TẾ", BODY, "B. XÃ HỘI", BODY, "II. NHIỆM VỤ", BODY)
    assert [s.level for s in below.sections] == [1, 2, 2, 1]


def test_decimals_stand_under_their_number() -> None:
    found = outline_of(
        "1. Kinh tế", "1.1. Nông nghiệp", "1.1.1. Lúa", BODY, "1.2 Công nghiệp", BODY, "2. Xã hội", "2.1. Y tế", BODY
    )
    assert [(s.level, s.number, s.parent_id) for s in found.sections] == [
        (1, "1", None), (2, "1.1", 1), (3, "1.1.1", 2), (2, "1.2", 1), (1, "2", None), (2, "2.1", 5),
    ]  # fmt: skip


def test_numbered_articles_under_a_named_item() -> None:
    found = outline_of("Mục 1", "KINH TẾ", "1. Thu ngân sách", BODY, "Mục 2. Xã hội", "1. Y tế", BODY)
    assert tree(found) == [(1, "Mục 1", "KINH TẾ"), (2, "1", "Thu ngân sách"), (1, "Mục 2", "Xã hội"), (2, "1", "Y tế")]


def test_run_in_paragraphs_have_an_opening_and_no_title() -> None:
    found = outline_of("II. HẠN CHẾ", f"1. {BODY}", f"2. {BODY}", f"Tiếp theo: {BODY}")
    assert tree(found)[1:] == [(2, "1", ""), (2, "2", "")]
    assert found.sections[1].opening == "Trong năm, các cấp đã tập trung chỉ"
    assert kinds(found) == [("heading", 1), ("item", 2), ("item", 3), ("paragraph", 3)]


def test_dashes_and_pluses_nest() -> None:
    found = outline_of(
        "1. Nguyên nhân", "- Khách quan:", "+ Giá cả tăng.", "+ Thiên tai.", "- Chủ quan.", "2. Bài học", BODY
    )
    assert [(s.level, s.marker) for s in found.sections] == [
        (1, "1."),
        (2, "-"),
        (3, "+"),
        (3, "+"),
        (2, "-"),
        (1, "2."),
    ]


def test_a_star_over_dashes_is_above_them() -> None:
    found = outline_of("1. Kinh tế", "* Nông nghiệp", "- Lúa tốt.", "* Công nghiệp", "- Điện tăng.")
    assert [s.level for s in found.sections] == [1, 2, 3, 2, 3]


def test_a_list_of_short_entries_is_no_row_of_headings() -> None:
    found = outline_of("I. ĐƠN VỊ", "Gồm các đơn vị sau:", "1. Sở Tài chính", "2. Sở Y tế", "3. Sở Nội vụ", BODY)
    assert [s.title for s in found.sections] == ["ĐƠN VỊ", "", "", ""]


def test_bold_makes_a_heading_of_a_line_without_a_body() -> None:
    found = outline_of("I. ĐƠN VỊ", bold("1. Sở Tài chính"), bold("2. Sở Y tế."), BODY)
    assert [s.title for s in found.sections] == ["ĐƠN VỊ", "Sở Tài chính", "Sở Y tế."]


def test_a_sentence_that_starts_with_a_number_stays_a_paragraph() -> None:
    found = outline_of("I. KẾT QUẢ", "04 đợt sinh hoạt được tổ chức.", "2.033 đảng viên mới.", "3.000 hộ thoát nghèo.")
    assert kinds(found) == [("heading", 1)] + [("paragraph", 1)] * 3


def test_a_title_in_capitals_over_two_lines() -> None:
    found = outline_of("I. ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NHIỆM VỤ", "NĂM QUA VÀ BÀI HỌC", BODY)
    assert tree(found) == [(1, "I", "ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM QUA VÀ BÀI HỌC")]


def test_a_title_broken_before_a_small_letter() -> None:
    found = outline_of("1. Mục", "tiêu tổng quát", BODY)
    assert tree(found) == [(1, "1", "Mục tiêu tổng quát")]


def test_styled_headings_keep_the_level_of_their_style() -> None:
    found = outline_of(
        Paragraph("Mở đầu", heading=1), BODY, Paragraph("Kết quả", heading=2), "1. Việc thứ nhất", BODY,
        Paragraph("Sâu", heading=5), BODY, Paragraph("Kết luận", heading=1),
    )  # fmt: skip
    assert [(s.level, s.number, s.title) for s in found.sections] == [
        (1, "", "Mở đầu"), (2, "", "Kết quả"), (3, "1", "Việc thứ nhất"), (5, "", "Sâu"), (1, "", "Kết luận"),
    ]  # fmt: skip


def test_automatic_numbers_count_like_printed_ones() -> None:
    line = Paragraph("Nông nghiệp", (NoteMark(4, "1"),), marker="1.1.", emphasis=(Emphasis(0, 4, "i"),))
    found = outline_of(
        Paragraph("KẾT QUẢ", marker="I."),
        Paragraph("Kinh tế", marker="1."),
        line,
        BODY,
        Paragraph("Một mục.", marker="–"),
    )
    assert [(s.level, s.number) for s in found.sections] == [(1, "I"), (2, "1"), (3, "1.1"), (4, "-")]
    part = found.placed[2].part
    assert part == printed(line)
    assert part == Paragraph("1.1. Nông nghiệp", (NoteMark(9, "1"),), emphasis=(Emphasis(5, 9, "i"),))


def test_a_new_count_inside_a_letter_is_a_list_there() -> None:
    found = outline_of(
        "I. KẾT QUẢ", "1. Kinh tế", "a) Các khâu:", "1. Thu", BODY, "2. Chi", BODY, "b) Khác", BODY, "2. Xã hội", BODY
    )
    assert [(s.level, s.number) for s in found.sections] == [
        (1, "I"), (2, "1"), (3, "a"), (4, "1"), (4, "2"), (3, "b"), (2, "2"),
    ]  # fmt: skip


def test_a_list_before_the_first_roman_number_is_not_above_it() -> None:
    found = outline_of("1. Căn cứ chung.", "2. Căn cứ riêng.", "I. KẾT QUẢ", "1. Kinh tế", BODY)
    assert [(s.level, s.number) for s in found.sections] == [(1, "1"), (1, "2"), (1, "I"), (2, "1")]


def test_jumps_in_the_numbering_are_told() -> None:
    found = outline_of("I. KẾT QUẢ", "1. Kinh tế", BODY, "3. Xã hội", BODY, "III. NHIỆM VỤ", BODY)
    assert [(f.code, f.detail, f.block_id) for f in found.findings if f.code == "TBC-441"] == [
        ("TBC-441", "1. → 3.", 4), ("TBC-441", "I. → III.", 6),
    ]  # fmt: skip


def test_annexes_stand_at_the_top_behind_the_signature() -> None:
    found = outline_of(
        "I. KẾT QUẢ", "1. Kinh tế", BODY, "Nơi nhận:", "- Như trên;", "- Lưu VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH",
        "Nguyễn Văn Mẫu", "PHỤ LỤC I", "MỘT SỐ CHỈ TIÊU", "(Kèm theo Báo cáo số 1)",
        Grid(1, 1, (GridCell(0, 0, 1, 1, "x"),)), "Biểu 2. Thu ngân sách", BODY,
    )  # fmt: skip
    assert tree(found) == [
        (1, "I", "KẾT QUẢ"), (2, "1", "Kinh tế"), (1, "Phụ lục I", "MỘT SỐ CHỈ TIÊU"), (1, "Biểu 2", "Thu ngân sách"),
    ]  # fmt: skip
    assert [kind for kind, _ in kinds(found)[3:9]] == ["recipients"] * 3 + ["signature"] * 3
    assert ("table", 3) in kinds(found)


def test_a_caption_in_the_text_is_no_annex() -> None:
    found = outline_of(
        "I. KẾT QUẢ", BODY, "Biểu 1. Thu ngân sách các năm", Grid(1, 1, (GridCell(0, 0, 1, 1, "x"),)), BODY
    )
    assert tree(found) == [(1, "I", "KẾT QUẢ")]


def test_recipients_are_no_sections() -> None:
    found = outline_of(
        "I. KẾT QUẢ", BODY, "Nơi nhận:", "- Ban Tổ chức,", "- Lưu.", "T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Trần Thị Mẫu"
    )
    assert len(found.sections) == 1
    assert all(section is None for _, section in kinds(found)[2:])


def test_lines_that_may_be_headings_stay_paragraphs_and_are_told() -> None:
    found = outline_of("I. KẾT QUẢ", BODY, bold("Kiến nghị, đề xuất"), BODY)
    assert kinds(found)[2] == ("paragraph", 1)
    assert [(f.code, f.count, f.block_id) for f in found.findings] == [("TBC-442", 1, 3)]


def test_the_initial_of_a_name_is_no_heading() -> None:
    found = outline_of("I. KẾT QUẢ", "P. Giám đốc Sở chủ trì các cuộc họp giao ban hằng tuần", BODY)
    assert kinds(found) == [("heading", 1), ("paragraph", 1), ("paragraph", 1)]


def test_slashes_dashes_and_colons_of_older_offices() -> None:
    found = outline_of(
        "Phần thứ I", "ĐÁNH GIÁ", "A/- TÌNH HÌNH CHUNG:", "I/ Kết quả:", "1/ Nông nghiệp:", BODY,
        "2/ Công nghiệp:", BODY, "B/- HẠN CHẾ", f"1.- {BODY}", f"2.- {BODY}", "Phần thứ II", "NHIỆM VỤ", BODY,
    )  # fmt: skip
    assert tree(found) == [
        (1, "Phần thứ I", "ĐÁNH GIÁ"), (2, "A", "TÌNH HÌNH CHUNG"), (3, "I", "Kết quả"), (4, "1", "Nông nghiệp"),
        (4, "2", "Công nghiệp"), (2, "B", "HẠN CHẾ"), (3, "1", ""), (3, "2", ""), (1, "Phần thứ II", "NHIỆM VỤ"),
    ]  # fmt: skip
    assert found.findings == ()


def test_a_short_statement_is_no_title() -> None:
    found = outline_of("1. Chăn nuôi: Đàn bò khá.", "- Bò tăng.", "2. Có 12 xã đạt.", "- Một số xã.")
    assert [s.title for s in found.sections] == ["", "", "", ""]


def test_a_paragraph_in_the_style_of_a_heading_has_an_opening() -> None:
    found = outline_of(Paragraph("Kết quả", heading=1), Paragraph(BODY * 4, heading=2), Paragraph("Hạn chế", heading=1))
    assert [(s.level, s.title, s.opening) for s in found.sections] == [
        (1, "Kết quả", ""), (2, "", "Trong năm, các cấp đã tập trung chỉ"), (1, "Hạn chế", ""),
    ]  # fmt: skip


def test_an_article_may_run_on() -> None:
    found = outline_of("Điều 1. Phạm vi", BODY, "Điều 2. Giao các sở. Các sở báo cáo.", "Điều 3", BODY)
    assert [(s.number, s.title) for s in found.sections] == [("Điều 1", "Phạm vi"), ("Điều 2", ""), ("Điều 3", "")]


def boxed(*cells: tuple[int | None, str]) -> Grid:
    made = tuple(
        GridCell(0, col, 1, 1, text, heading=level, title=text if level else "")
        for col, (level, text) in enumerate(cells)
    )
    return Grid(1, len(cells), made)


def test_headings_inside_a_table_are_sections_that_end_with_it() -> None:
    plain = ("I. KINH TẾ", "1. Nông nghiệp", BODY, boxed((None, "Số liệu")), "2. Công nghiệp", BODY, "II. XÃ HỘI", BODY)
    table = boxed((None, "Ngày"), (2, "ĐẠI DIỆN BÊN GIAO"), (2, "1. ĐẠI DIỆN BÊN NHẬN"), (3, "12.500"))
    found = outline_of(*plain[:3], table, *plain[4:])
    assert tree(found) == [
        (1, "I", "KINH TẾ"), (2, "1", "Nông nghiệp"), (2, "", "ĐẠI DIỆN BÊN GIAO"), (2, "1", "ĐẠI DIỆN BÊN NHẬN"),
        (2, "2", "Công nghiệp"), (1, "II", "XÃ HỘI"),
    ]  # fmt: skip
    assert [s.parent_id for s in found.sections] == [None, 1, 1, 1, 1, None]
    assert kinds(found)[3] == ("table", 3)
    assert kinds(found)[5] == ("paragraph", 5)
    assert [entry for entry in tree(found) if entry[2] not in {"ĐẠI DIỆN BÊN GIAO", "ĐẠI DIỆN BÊN NHẬN"}] == tree(
        outline_of(*plain)
    )
    assert found.findings == ()


def test_text_behind_a_table_belongs_to_the_section_before_it() -> None:
    found = outline_of("I. KINH TẾ", boxed((2, "Ghi chú"), (None, "Số")), BODY)
    assert kinds(found) == [("heading", 1), ("table", 2), ("paragraph", 1)]


def test_a_box_around_one_heading_stands_above_what_follows() -> None:
    found = outline_of(boxed((1, "I. KINH TẾ")), BODY)
    assert tree(found) == [(1, "I", "KINH TẾ")]
    assert kinds(found) == [("table", 1), ("paragraph", 1)]
