"""Lines become paragraphs again, over pages too."""

from __future__ import annotations

import pytest

FULL = "hướng, nhiệm vụ năm 2023, trong bối cảnh dịch bệnh được kiểm soát"
SHORT = "đời sống Nhân dân."


def test_lines_are_joined_with_a_space_and_parted_where_one_stands_in(press, sheet):
    y = sheet.text(FULL[:60], FULL, SHORT)
    sheet.text("Kinh tế phục hồi mạnh, " + FULL[:37], SHORT, y=y)
    assert press.texts(sheet) == [f"{FULL[:60]} {FULL} {SHORT}", f"Kinh tế phục hồi mạnh, {FULL[:37]} {SHORT}"]


def test_a_short_line_ends_its_paragraph_where_no_line_stands_in(press, sheet):
    y = sheet.text(FULL, FULL, SHORT, indent=0)
    sheet.text(FULL, FULL, indent=0, y=y)
    assert press.texts(sheet) == [f"{FULL} {FULL} {SHORT}", f"{FULL} {FULL}"]


def test_room_between_lines_parts_paragraphs(press, sheet):
    y = sheet.text(FULL, FULL, indent=0)
    sheet.text(FULL, FULL, indent=0, y=y + 14)
    assert len(press.texts(sheet)) == 2


@pytest.mark.parametrize("opening", ["1.", "1.1.", "a)", "-", "II."])
def test_a_number_behind_a_full_line_begins_a_paragraph(press, sheet, opening):
    ended = FULL[:-1] + "."
    y = sheet.text(ended, ended, indent=0)
    sheet.text(f"{opening} Công tác {FULL[:40]}", FULL[:30], indent=0, y=y)
    assert press.texts(sheet)[1].startswith(f"{opening} Công tác")


def test_a_dash_within_a_sentence_begins_nothing(press, sheet):
    sheet.text(FULL[:60], "- 2030 " + FULL[:58], FULL[:40])
    assert len(press.texts(sheet)) == 1


def test_a_paragraph_goes_on_over_the_page(press, sheets):
    first, second = sheets(2)
    first.text(FULL[:60], FULL, y=740)
    first.put(315, 40, "1")
    second.put(315, 40, "2")
    second.text(FULL, SHORT, indent=0)
    assert press.texts(first, second) == [f"{FULL[:60]} {FULL} {FULL} {SHORT}"]


def test_bold_and_italic_are_told_by_the_name_of_the_font(press, sheet):
    sheet.put(85, 80, "I. KINH TẾ", style="b").put(85 + 11 * 7, 80, "năm nay", style="i")
    (paragraph,) = press.paragraphs(sheet)
    assert paragraph.text == "I. KINH TẾ năm nay"
    assert [(span.start, span.end, span.style) for span in paragraph.emphasis] == [(0, 10, "b"), (10, 18, "i")]


def test_a_title_is_centred_and_its_lines_are_one(press, sheet):
    middle = 85 + len(FULL) * 3.5
    sheet.put(middle - 7 * 3.5, 80, "BÁO CÁO")
    title = "tình hình thực hiện Nghị quyết về phương hướng và nhiệm vụ năm"
    sheet.put(middle - len(title) * 3.5, 100, title)
    sheet.put(middle - 5 * 3.5, 118, "2023.")
    sheet.text(FULL[:60], FULL, FULL, FULL, FULL, FULL, FULL, FULL, SHORT, y=150)
    paragraphs = press.paragraphs(sheet)
    assert [(p.text, p.align) for p in paragraphs[:2]] == [("BÁO CÁO", "center"), (f"{title} 2023.", "center")]


def test_what_stands_at_the_right_margin_says_so(press, sheet):
    sheet.put(552 - 14 * 6, 60, "Đơn vị tính: %", 12)
    sheet.text(FULL, FULL, FULL, FULL, FULL, FULL, FULL, FULL, SHORT, indent=0)
    right = 85 + len(FULL) * 7
    assert press.paragraphs(sheet)[0].align == ("right" if abs(right - 552) < 3 else "")


def test_a_page_turned_for_reading_is_read_as_it_is_turned(press, sheet):
    sheet.size, sheet.rotate = (595, 842), 90
    # The page is read with its left edge up: what runs upwards there runs to the right here.
    sheet.put(100, 842 - 80, "Phụ lục I", turn=True).put(120, 842 - 80, "Kết quả", turn=True)
    assert press.texts(sheet) == ["Phụ lục I", "Kết quả"]


@pytest.mark.parametrize(
    ("above", "below"), [("số 27-", "NQ/TU về"), ("giai đoạn 2021-", "2025 của"), ("xã/", "phường")]
)
def test_a_line_that_ends_within_a_compound_is_joined_without_a_space(press, sheet, above, below):
    sheet.text(FULL[: 58 - len(above)] + " " + above, below + " " + FULL[:50], FULL[:20])
    assert f"{above}{below}" in press.texts(sheet)[0]


def test_a_dash_between_spaces_keeps_them(press, sheet):
    sheet.text(FULL[:50] + " 2021 -", "2025 của " + FULL[:50], FULL[:20])
    assert "2021 - 2025 của" in press.texts(sheet)[0]
