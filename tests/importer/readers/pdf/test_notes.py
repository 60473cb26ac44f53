"""Notes at the bottom of pages, in the ways offices print them."""

from __future__ import annotations

import pytest

FULL = "Thực hiện Nghị quyết của Tỉnh ủy về phương hướng, nhiệm vụ năm nay"


def marked(sheet, y, before, label, after):
    return sheet.run(y, (before, 14, 0), (label, 8, 5), (after, 14, 0))


def anchors(document):
    """The words before each mark, by the text of its note."""
    notes = {note.key: note.text for note in document.notes}
    return {
        notes[mark.key]: block.text[: mark.offset].split()[-1]
        for block in document.blocks
        for mark in getattr(block, "marks", ())
    }


def test_a_note_is_taken_off_the_foot_and_its_mark_out_of_the_text(press, sheet):
    marked(sheet, 100, "Kinh tế tăng trên 5%", "1", " và đạt kế hoạch.")
    sheet.rule(85, 700, 225, 700)
    sheet.footnote(715, "1", "Nguồn: Cục Thống kê", "tỉnh.")
    document = press.read(sheet)
    assert [block.text for block in document.blocks] == ["Kinh tế tăng trên 5% và đạt kế hoạch."]
    assert [(note.label, note.kind, note.text) for note in document.notes] == [
        ("1", "footnote", "Nguồn: Cục Thống kê tỉnh.")
    ]
    assert anchors(document) == {"Nguồn: Cục Thống kê tỉnh.": "5%"}
    assert document.losses == ()


def test_notes_without_a_rule_are_known_by_size_and_label(press, sheet):
    marked(sheet, 100, "Thu ngân sách đạt", "1", " kế hoạch.")
    sheet.footnote(715, "1", "Không kể thu viện trợ.")
    assert anchors(press.read(sheet)) == {"Không kể thu viện trợ.": "đạt"}


def test_notes_of_the_text_s_own_size_are_known_by_rule_and_raised_label(press, sheet):
    marked(sheet, 100, "Thu ngân sách đạt", "1", " kế hoạch.")
    sheet.rule(85, 700, 225, 700)
    sheet.run(720, ("1", 8, 5), (" Không kể thu viện trợ.", 14, 0))
    assert anchors(press.read(sheet)) == {"Không kể thu viện trợ.": "đạt"}


@pytest.mark.parametrize(("ruled_again"), [True, False])
def test_a_note_goes_on_at_the_foot_of_the_next_page(press, sheets, ruled_again):
    first, second = sheets(2)
    marked(first, 100, "Kết nạp đảng viên", "1", " đạt kế hoạch.")
    first.rule(85, 760, 225, 760)
    first.footnote(775, "1", "Trong đó có nhiều đảng viên là người dân tộc thiểu số và")
    second.put(85, 80, "Công tác dân vận được đổi mới.")
    if ruled_again:
        second.rule(85, 760, 552, 760)
    second.put(85, 775, "người có đạo.", 10)
    document = press.read(first, second)
    assert [note.text for note in document.notes] == [
        "Trong đó có nhiều đảng viên là người dân tộc thiểu số và người có đạo."
    ]
    assert [block.text for block in document.blocks][1] == "Công tác dân vận được đổi mới."


def test_notes_set_beside_each_other_are_read_one_after_the_other(press, sheet):
    sheet.run(100, ("Khách", 14, 0), ("1", 8, 5), (" và doanh thu", 14, 0), ("2", 8, 5), (" đều tăng.", 14, 0))
    sheet.rule(85, 700, 225, 700)
    sheet.footnote(715, "1", "Khách quốc tế và", "khách nội địa.")
    sheet.footnote(715, "2", "Doanh thu du lịch", "cả năm.", x=330)
    assert anchors(press.read(sheet)) == {
        "Khách quốc tế và khách nội địa.": "Khách",
        "Doanh thu du lịch cả năm.": "thu",
    }


def test_numbers_that_begin_anew_on_each_page_call_the_notes_of_their_page(press, sheets):
    pages = sheets(2)
    for sheet, word in zip(pages, ("Một", "Hai"), strict=True):
        marked(sheet, 100, f"{word} việc", "1", " đã làm.")
        sheet.rule(85, 700, 225, 700)
        sheet.footnote(715, "1", f"{word} chú thích.")
    document = press.read(*pages)
    words = [block.text[: block.marks[0].offset] for block in document.blocks]
    keys = [block.marks[0].key for block in document.blocks]
    assert words == ["Một việc", "Hai việc"]
    assert keys == [note.key for note in document.notes]


def test_a_digit_glued_to_the_percent_sign_is_a_mark_where_a_note_has_its_number(press, sheet):
    sheet.put(85, 100, "Kinh tế tăng trên 5%1, thu 18,7%2; xem 5%3.")
    sheet.rule(85, 700, 225, 700)
    sheet.footnote(715, "1", "Kế hoạch 4%.")
    sheet.footnote(727, "2", "Cùng kỳ 17%.")
    document = press.read(sheet)
    assert document.blocks[0].text == "Kinh tế tăng trên 5%, thu 18,7%; xem 5%3."
    assert anchors(document) == {"Kế hoạch 4%.": "5%,"[:-1], "Cùng kỳ 17%.": "18,7%"}


def test_an_exponent_is_no_mark(press, sheet):
    sheet.run(100, ("Diện tích 500 m", 14, 0), ("2", 8, 5), (", sản lượng", 14, 0), ("2", 8, 5), (" tăng.", 14, 0))
    sheet.rule(85, 700, 225, 700)
    sheet.footnote(715, "2", "Chưa kể vụ đông.")
    document = press.read(sheet)
    assert document.blocks[0].text == "Diện tích 500 m2, sản lượng tăng."
    assert anchors(document) == {"Chưa kể vụ đông.": "lượng"}


def test_marks_and_notes_without_a_partner_are_counted_and_kept(press, sheet):
    marked(sheet, 100, "Thu ngân sách đạt", "7", " kế hoạch.")
    sheet.rule(85, 700, 225, 700)
    sheet.footnote(715, "1", "Không kể thu viện trợ.")
    document = press.read(sheet)
    assert document.blocks[0].text == "Thu ngân sách đạt7 kế hoạch."
    assert [note.label for note in document.notes] == ["1"]
    assert [(loss.code, loss.count, loss.detail) for loss in document.losses] == [("TBC-422", 1, "7")]


def test_signs_and_bracketed_numbers_are_labels_too(press, sheet):
    sheet.run(100, ("Khách", 14, 0), ("(1)", 8, 5), (" và doanh thu", 14, 0), ("*", 8, 5), (" đều tăng.", 14, 0))
    sheet.rule(85, 700, 225, 700)
    sheet.put(85, 715, "(1) Khách quốc tế.", 10)
    sheet.put(85, 727, "* Doanh thu du lịch.", 10)
    assert anchors(press.read(sheet)) == {"Khách quốc tế.": "Khách", "Doanh thu du lịch.": "thu"}


def test_a_year_at_the_beginning_of_a_note_s_line_begins_no_note(press, sheet):
    marked(sheet, 100, "Khách du lịch", "1", " tăng.")
    sheet.rule(85, 700, 225, 700)
    sheet.footnote(715, "1", "Gồm khách quốc tế năm", "2023 và khách nội địa.")
    assert [note.text for note in press.read(sheet).notes] == ["Gồm khách quốc tế năm 2023 và khách nội địa."]


def test_a_mark_in_a_cell_stays_in_its_cell(press, sheet):
    sheet.put(85, 80, FULL)
    sheet.grid((85, 300, 552), (100, 130, 160, 190))
    for y in (120, 150, 180):
        sheet.put(90, y, "Chỉ tiêu", 12).put(310, y, "12,5", 12)
    sheet.put(90 + 8 * 6, 176, "1", 7)
    sheet.rule(85, 700, 225, 700)
    sheet.footnote(715, "1", "Ước cả năm.")
    document = press.read(sheet)
    cell = next(cell for cell in document.blocks[1].cells if cell.marks)
    assert (cell.row, cell.col, cell.text, cell.marks[0].offset) == (2, 0, "Chỉ tiêu", 8)


def test_a_page_set_small_under_a_rule_is_no_page_of_notes(press, sheets):
    first, annex = sheets(2)
    first.text(FULL, FULL, FULL, FULL, FULL)
    marked(first, 300, "Thu ngân sách đạt", "1", " kế hoạch.")
    first.rule(85, 700, 225, 700)
    first.footnote(715, "1", "Không kể thu viện trợ.")
    annex.put(85, 80, "SỞ TÀI CHÍNH", 11)
    annex.rule(95, 85, 160, 85)
    annex.put(85, 120, "1. Thu ngân sách nhà nước.", 11)
    annex.put(85, 140, "2. Chi ngân sách nhà nước.", 11)
    document = press.read(first, annex)
    assert [note.text for note in document.notes] == ["Không kể thu viện trợ."]
    assert {"SỞ TÀI CHÍNH", "1. Thu ngân sách nhà nước."} <= {block.text for block in document.blocks}


def test_small_numbered_lines_without_rule_and_mark_are_text(press, sheet):
    sheet.text(FULL, FULL, FULL)
    sheet.put(85, 740, "1. Số liệu do Cục Thống kê cung cấp.", 11)
    document = press.read(sheet)
    assert document.notes == ()
    assert document.blocks[-1].text == "1. Số liệu do Cục Thống kê cung cấp."


def test_endnotes_on_a_page_of_their_own_are_joined_to_their_marks(press, sheets):
    first, last = sheets(2)
    marked(first, 100, "Thu ngân sách đạt", "i", " kế hoạch.")
    last.rule(85, 70, 225, 70)
    last.footnote(85, "i", "Không kể thu viện trợ.")
    assert anchors(press.read(first, last)) == {"Không kể thu viện trợ.": "đạt"}


def test_paragraphs_of_a_note_stay_apart(press, sheet):
    full = "Trong đó có nhiều đảng viên là người dân tộc thiểu số và người có đạo, tôn giáo ở"
    marked(sheet, 100, "Kết nạp đảng viên", "1", " đạt kế hoạch.")
    sheet.rule(85, 600, 225, 600)
    sheet.footnote(615, "1", full[:80], full, full, full, full, full, "miền núi:", "- Nam: 120;", "- Nữ: 80.")
    (note,) = press.read(sheet).notes
    assert note.text.split("\n")[1:] == ["- Nam: 120;", "- Nữ: 80."]
