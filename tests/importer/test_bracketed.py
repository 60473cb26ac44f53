"""Notes typed by hand in the manners of several offices; every line is made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.importer.bracketed import link_bracketed
from db.importer.document import Document, Grid, GridCell, NoteMark, NoteText, Paragraph
from db.model import Emphasis


def document(*parts: str | Paragraph | Grid) -> Document:
    return Document("docx", tuple(Paragraph(part) if isinstance(part, str) else part for part in parts))


def texts(found: Document) -> list[str]:
    return [part.text for part in found.blocks if isinstance(part, Paragraph)]


def notes(found: Document) -> list[tuple[str, str, str]]:
    return [(note.label, note.kind, note.text) for note in found.notes]


def called(found: Document) -> list[list[tuple[int, str]]]:
    return [[(mark.offset, mark.key) for mark in part.marks] for part in found.blocks if part.marks]


def stays(*parts: str | Paragraph | Grid) -> None:
    before = document(*parts)
    after = link_bracketed(before)
    assert (after.blocks, after.notes) == (before.blocks, before.notes)
    assert after.losses == ()


def test_a_people_s_committee_with_brackets_and_notes_at_the_end():
    found = link_bracketed(
        document(
            "I. KINH TẾ",
            "Thu ngân sách đạt 500 tỷ đồng(1), tăng 5%(2).",
            "Có 12 xã đạt chuẩn(3).",
            "Nơi nhận:",
            "- Như trên;",
            "(1) Gồm cả thu tiền sử dụng đất.",
            "(2) So với cùng kỳ.",
            "(3) Các xã miền núi.",
        )
    )
    assert texts(found)[1:3] == ["Thu ngân sách đạt 500 tỷ đồng, tăng 5%.", "Có 12 xã đạt chuẩn."]
    assert len(texts(found)) == 5
    assert called(found) == [[(29, "bracketed:1"), (38, "bracketed:2")], [(18, "bracketed:3")]]
    assert notes(found) == [
        ("(1)", "endnote", "Gồm cả thu tiền sử dụng đất."),
        ("(2)", "endnote", "So với cùng kỳ."),
        ("(3)", "endnote", "Các xã miền núi."),
    ]
    assert found.losses == ()


def test_a_department_with_square_brackets_and_a_ruler():
    found = link_bracketed(document("Đã ban hành kế hoạch[1] và[2] hướng dẫn.", "------", "[1] Số 5.", "[2] Số 6."))
    assert texts(found) == ["Đã ban hành kế hoạch và hướng dẫn."]
    assert [label for label, _, _ in notes(found)] == ["[1]", "[2]"]


def test_a_party_committee_with_half_brackets():
    found = link_bracketed(
        document("Kết nạp 120 đảng viên1), tăng 5%2).", "1) Trong đó có 30 nữ.", "2) So với năm trước.")
    )
    assert texts(found) == ["Kết nạp 120 đảng viên, tăng 5%."]
    assert notes(found)[0] == ("1)", "endnote", "Trong đó có 30 nữ.")


def test_raised_digits_of_both_sorts():
    found = link_bracketed(document("Tăng 5%¹, giảm 3%², rộng 12 km².", "¹ Ước tính.", "² Sơ bộ."))
    assert texts(found) == ["Tăng 5%, giảm 3%, rộng 12 km²."]
    assert notes(found) == [("1", "endnote", "Ước tính."), ("2", "endnote", "Sơ bộ.")]
    set_raised = link_bracketed(
        document(
            Paragraph("Tăng 5%1 nữa", emphasis=(Emphasis(0, 4, "b"), Emphasis(7, 8, "^"), Emphasis(9, 12, "i"))),
            Paragraph("1 Ước tính.", emphasis=(Emphasis(0, 1, "^"),)),
        )
    )
    assert set_raised.blocks == (
        Paragraph("Tăng 5% nữa", (NoteMark(7, "bracketed:1"),), emphasis=(Emphasis(0, 4, "b"), Emphasis(8, 11, "i"))),
    )
    assert notes(set_raised) == [("1", "endnote", "Ước tính.")]


def test_page_bottoms_that_count_on():
    found = link_bracketed(
        document(
            "Trang một tăng 5%(1), giảm 2%(2).", "_____", "(1) Một.", "(2) Hai.",
            "Trang hai đạt 7%(3).", "_____", "(3) Ba.",
            "Hết.",
        )
    )  # fmt: skip
    assert texts(found) == ["Trang một tăng 5%, giảm 2%.", "Trang hai đạt 7%.", "Hết."]
    assert [(label, kind) for label, kind, _ in notes(found)] == [
        ("(1)", "footnote"), ("(2)", "footnote"), ("(3)", "footnote"),
    ]  # fmt: skip


def test_page_bottoms_that_begin_anew():
    found = link_bracketed(document("Tăng 5%[1].", "[1] Một.", "Giảm 2%[1], 3%[2].", "[1] Hai.", "[2] Ba."))
    assert texts(found) == ["Tăng 5%.", "Giảm 2%, 3%."]
    assert [text for _, _, text in notes(found)] == ["Một.", "Hai.", "Ba."]
    assert called(found) == [[(7, "bracketed:1")], [(7, "bracketed:2"), (11, "bracketed:3")]]


def test_a_mark_with_a_blank_before_it():
    found = link_bracketed(document("Theo Nghị quyết (1), và Kế hoạch (2) của tỉnh.", "(1) Số 7.", "(2) Số 8."))
    assert texts(found) == ["Theo Nghị quyết, và Kế hoạch của tỉnh."]


def test_an_enumeration_beside_true_notes_is_left_alone():
    found = link_bracketed(
        document(
            "Ba nhóm: (1) kinh tế; (2) xã hội; (3) văn hóa, tăng 5%(1).",
            "(1) Đẩy mạnh thu hút đầu tư.",
            "(2) Cải cách hành chính.",
            "Đạt 7%(2).",
            "Chú thích:",
            "(1) Ước cả năm.",
            "(2) Sơ bộ.",
        )
    )
    assert texts(found) == [
        "Ba nhóm: (1) kinh tế; (2) xã hội; (3) văn hóa, tăng 5%.",
        "(1) Đẩy mạnh thu hút đầu tư.",
        "(2) Cải cách hành chính.",
        "Đạt 7%.",
        "Chú thích:",
    ]
    assert [text for _, _, text in notes(found)] == ["Ước cả năm.", "Sơ bộ."]


def test_marks_in_the_cells_of_a_table():
    cells = (
        GridCell(0, 0, 1, 1, "Chỉ tiêu"), GridCell(0, 1, 1, 1, "(1)"),
        GridCell(1, 0, 1, 1, "GRDP(1)"), GridCell(1, 1, 1, 1, "7,5(2)"),
    )  # fmt: skip
    found = link_bracketed(document(Grid(2, 2, cells), "(1) Giá so sánh.", "(2) Ước tính."))
    grid = found.blocks[0]
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.cells] == ["Chỉ tiêu", "(1)", "GRDP", "7,5"]
    assert [cell.marks for cell in grid.cells[2:]] == [(NoteMark(4, "bracketed:1"),), (NoteMark(3, "bracketed:2"),)]


def test_a_form_s_numbers_in_cells_do_not_disturb():
    cells = (GridCell(0, 0, 1, 1, "Họ tên[1]"), GridCell(0, 1, 1, 1, "Tuổi[2]"))
    found = link_bracketed(document("Tăng 5%[1].", Grid(1, 2, cells), "[1] Ước tính."))
    assert texts(found) == ["Tăng 5%."]
    assert found.blocks[1] == Grid(1, 2, cells)


def test_notes_of_word_stay_and_are_moved_along():
    before = Document(
        "docx",
        (Paragraph("Tăng 5%(1) và 7% nữa", (NoteMark(4, "a"), NoteMark(16, "b"))), Paragraph("(1) Ước tính.")),
        (NoteText("a", "1", "footnote", "x"), NoteText("b", "2", "footnote", "y")),
    )
    found = link_bracketed(before)
    assert found.blocks[0].marks == (NoteMark(4, "a"), NoteMark(7, "bracketed:1"), NoteMark(13, "b"))
    assert [note.key for note in found.notes] == ["a", "b", "bracketed:1"]


def test_automatic_numbers_of_notes():
    found = link_bracketed(document("Tăng 5%(1).", Paragraph("Ước tính.", marker="(1)")))
    assert notes(found) == [("(1)", "endnote", "Ước tính.")]


@pytest.mark.parametrize(
    "ending",
    [
        ("(1) Một.", "(2) Hai.", "(3) Ba."),
        ("(1) Một.",),
        ("(1) Một.", "(3) Ba."),
        ("(2) Hai.", "(3) Ba."),
    ],
)
def test_counts_that_disagree_link_nothing(ending):
    before = document("Tăng 5%(1), giảm 2%(2).", "------", *ending)
    after = link_bracketed(before)
    assert (after.blocks, after.notes) == (before.blocks, before.notes)


def test_a_disagreement_is_told_with_both_counts():
    found = link_bracketed(document("Tăng 5%(1), giảm 2%(2).", "------", "(1) Một.", "(2) Hai.", "(3) Ba."))
    assert [(loss.code, loss.detail) for loss in found.losses] == [("TBC-423", "2/3")]
    twice = link_bracketed(document("Tăng 5%(1), giảm 2%(1).", "Ghi chú:", "(1) Một."))
    assert [(loss.code, loss.detail) for loss in twice.losses] == [("TBC-423", "2/1")]


def test_marks_out_of_order_link_nothing():
    found = link_bracketed(document("Tăng 5%(2), giảm 2%(1).", "------", "(1) Một.", "(2) Hai."))
    assert found.notes == ()
    assert [loss.code for loss in found.losses] == ["TBC-423"]


def test_notes_before_their_marks_link_nothing():
    assert link_bracketed(document("(1) Một.", "(2) Hai.", "Tăng 5%(1), 2%(2).")).notes == ()


def test_reports_without_such_notes_are_left_alone():
    stays("I. KẾT QUẢ", "Nhiệm vụ: (1) kinh tế; (2) xã hội.", "(1) Một là, làm nhanh.", "(2) Hai là, làm tốt.")
    stays("Lễ Quốc khánh (2/9), theo cột (1) của bảng.", "(1) Một.")
    stays("Tăng 5%(1), giảm 2%(2).", "Không có chú thích nào.")
    stays("Diện tích 10 m², 5 km².", "² Không phải.")
    stays("1) Một.", "2) Hai.", "(theo mục 1)")
    stays("Tăng 5%(1).", Paragraph("(1) KẾT QUẢ", heading=1))
    stays()


def test_a_note_with_a_mark_of_word_inside_is_left_where_it_is():
    stays("Tăng 5%(1).", Paragraph("(1) Theo số 5.", (NoteMark(8, "a"),)))


def test_a_quantity_in_brackets_is_no_mark():
    found = link_bracketed(document("Có hai trăm hộ(200), tăng 5%(1).", "(1) Ước tính."))
    assert texts(found) == ["Có hai trăm hộ(200), tăng 5%."]


_PIECES = st.sampled_from(
    [
        "Tăng 5%",
        "(1)",
        "(2)",
        "[1]",
        "1)",
        "2)",
        "¹",
        "²",
        " ",
        "\n",
        "km",
        ":",
        "; ",
        "và ",
        "(",
        ")",
        "tỉnh",
        "1",
        ".",
    ]
)
_LINES = st.lists(_PIECES, max_size=8).map("".join)


@given(st.lists(st.one_of(_LINES, _LINES.map(lambda text: Grid(1, 1, (GridCell(0, 0, 1, 1, text),)))), max_size=10))
def test_no_word_is_ever_lost_and_every_mark_stands_in_its_text(parts):
    before = document(*parts)
    after = link_bracketed(before)
    assert sorted(_letters(before)) == sorted(_letters(after))
    keys = [mark.key for owner in _owners(after) for mark in owner.marks]
    assert sorted(keys) == sorted(note.key for note in after.notes)
    for owner in _owners(after):
        assert all(0 <= mark.offset <= len(owner.text) for mark in owner.marks)


def _owners(found: Document) -> list[Paragraph | GridCell]:
    return [owner for part in found.blocks for owner in ([part] if isinstance(part, Paragraph) else part.cells)]


def _letters(found: Document) -> str:
    whole = "".join(owner.text for owner in _owners(found)) + "".join(note.text for note in found.notes)
    return "".join(char for char in whole if char.isalpha() or char == "%")
