"""Heads, feet and page numbers never enter the text."""

from __future__ import annotations

import pytest

SUBJECTS = ("kinh tế", "xã hội", "y tế", "giáo dục", "đất đai", "môi trường", "an ninh", "đối ngoại")


def printed(sheets, dress, head=""):
    for number, (sheet, subject) in enumerate(zip(sheets, SUBJECTS, strict=False), start=1):
        sheet.text(f"Trang này nói về {subject}.")
        if head:
            sheet.put(85, 40, head)
        if dress:
            sheet.put(315, 800, dress.format(number))
    return sheets


@pytest.mark.parametrize("dress", ["{}", "- {} -", "Trang {}/4", "{}/4", "[{}]"])
def test_numbers_that_count_with_the_pages_are_dropped(press, sheets, dress):
    pages = printed(sheets(4), dress)
    assert press.texts(*pages) == [f"Trang này nói về {subject}." for subject in SUBJECTS[:4]]
    assert press.losses(*pages) == {"TBC-410": (4, "")}


def test_a_line_repeated_at_its_place_is_dropped(press, sheets):
    pages = printed(sheets(3), "", head="Báo cáo số 12 của Tỉnh ủy")
    assert not any("Báo cáo số" in text for text in press.texts(*pages))
    assert press.losses(*pages) == {"TBC-410": (3, "")}


def test_the_heads_of_odd_and_even_pages_are_dropped(press, sheets):
    pages = printed(sheets(8), "")
    for number, sheet in enumerate(pages):
        sheet.put(85 + 200 * (number % 2), 40, ("Tỉnh ủy Quảng Nam", "Báo cáo năm")[number % 2])
    assert press.losses(*pages) == {"TBC-410": (8, "")}


def test_a_number_of_the_text_stays(press, sheet):
    sheet.text("Số tổ chức đảng là")
    sheet.put(85, 400, "642")
    assert "642" in " ".join(press.texts(sheet))


def test_a_line_that_stands_once_stays(press, sheets):
    pages = printed(sheets(3), "")
    pages[1].put(85, 40, "Phụ lục")
    assert "Phụ lục" in press.texts(*pages)
    assert press.losses(*pages) == {}


def test_the_same_words_with_figures_of_their_own_stay(press, sheets):
    pages = sheets(4)
    for sheet, value in zip(pages, (62, 11, 87, 35), strict=True):
        sheet.put(85, 60, f"Tỷ lệ đạt {value}%")
    assert len(press.texts(*pages)) == 4
    assert press.losses(*pages) == {}
