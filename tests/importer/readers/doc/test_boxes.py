"""Text boxes and drawings: words come after the paragraph that anchors them."""

from __future__ import annotations

import struct

from db.importer.readers.doc.fib import Table


def ftxbxs(shape: int, reusable: int = 0) -> bytes:
    return struct.pack("<8xH4xII", reusable, shape, 0)


def spa(shape: int) -> bytes:
    return struct.pack("<I", shape).ljust(26, b"\0")


def record(kind: int, content: bytes, instance: int = 0) -> bytes:
    return struct.pack("<HHI", instance << 4 | (0xF if kind != 0xF00A else 2), kind, len(content)) + content


def shape(number: int, instance: int = 202) -> bytes:
    return record(0xF004, record(0xF00A, struct.pack("<II", number, 0), instance))


def drawing(*shapes: bytes) -> bytes:
    page = record(0xF003, shape(1, 0) + b"".join(shapes))
    return record(0xF000, b"") + b"\0" + record(0xF002, record(0xF008, bytes(8)) + page)


def boxed(word, *shapes: int) -> None:
    """Say that the boxes written so far belong to these shapes."""
    ends = [end for end, _, _ in word._ends["boxes"]]
    word.paragraph("", story="boxes")
    length = word.length("boxes")
    word.tables[Table.TEXT_BOXES] = struct.pack(f"<{len(ends) + 2}I", 0, *ends, length) + b"".join(
        map(ftxbxs, (*shapes, 0))
    )


def test_a_box_follows_its_anchor(word):
    at = word.length() + 1
    word.paragraph("a\x08")
    word.paragraph("b")
    word.paragraph("khung", story="boxes")
    boxed(word, 7)
    word.tables[Table.SHAPES] = struct.pack("<II", at, word.length()) + spa(7)
    document = word.read()
    assert [block.text for block in document.blocks] == ["a", "khung", "b"]
    assert {loss.code: loss.count for loss in document.losses} == {"TBC-401": 1}


def test_boxes_of_a_group_follow_the_anchor_of_the_group(word):
    word.paragraph("\x08a")
    word.paragraph("b")
    for text in ("một", "hai"):
        word.paragraph(text, story="boxes")
    boxed(word, 12, 13)
    group = record(0xF003, shape(11, 0) + shape(12) + shape(13))
    word.tables[Table.DRAWINGS] = drawing(group)
    word.tables[Table.SHAPES] = struct.pack("<II", 0, word.length()) + spa(11)
    assert word.text() == "a\nmột\nhai\nb"


def test_a_box_without_an_anchor_comes_last(word):
    word.paragraph("a")
    word.paragraph("khung", story="boxes")
    boxed(word, 7)
    assert word.text() == "a\nkhung"


def test_a_box_that_is_not_in_use_is_not_read(word):
    word.paragraph("a")
    word.paragraph("cũ", story="boxes")
    word.tables[Table.TEXT_BOXES] = struct.pack("<III", 0, 3, 3) + ftxbxs(7, 1) + ftxbxs(0)
    assert word.text() == "a"


def test_a_floating_picture_is_counted(word):
    word.paragraph("a\x08")
    word.tables[Table.DRAWINGS] = drawing(shape(7, 75))
    word.tables[Table.SHAPES] = struct.pack("<II", 1, 3) + spa(7)
    assert word.losses() == {"TBC-402": 1}


def test_drawings_that_break_off_do_no_harm(word):
    word.paragraph("a\x08")
    whole = drawing(shape(7, 75))
    word.tables[Table.SHAPES] = struct.pack("<II", 1, 3) + spa(7)
    for cut in range(0, len(whole), 7):
        word.tables[Table.DRAWINGS] = whole[:cut]
        assert word.text() == "a"
