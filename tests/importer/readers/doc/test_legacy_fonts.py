"""Letters of old fonts in old Word files."""

from __future__ import annotations

import struct

from db.importer.readers.doc.fib import Table
from db.importer.readers.doc.sprms import Sprm


def fonts(*names: str) -> bytes:
    ffns = [bytes(39) + (name + "\0").encode("utf-16-le") for name in names]
    return struct.pack("<HH", len(names), 0) + b"".join(bytes((len(ffn),)) + ffn for ffn in ffns)


def in_font(number: int) -> bytes:
    return struct.pack("<HH", Sprm.C_RG_FTC0, number)


def test_runs_are_read_by_their_fonts_and_told(word, run):
    word.tables[Table.FONTS] = fonts("Times New Roman", ".VnTimeH", "VNI-Times")
    word.paragraph(run("kÕt qu¶", in_font(1)), " và ", run("baï", in_font(2)), run("n n\x1f", in_font(2)), " æ")
    document = word.read()
    assert document.blocks[0].text == "KẾT QUẢ và bạn n\u00ad æ"
    assert [(loss.code, loss.count, loss.detail) for loss in document.losses] == [
        ("TBC-418", 2, ".VnTimeH → Unicode: “kÕt qu¶” → “KẾT QUẢ”"),
        ("TBC-418", 1, "VNI-Times → Unicode: “baïn n\u00ad” → “bạn n\u00ad”"),
    ]


def test_a_soft_hyphen_in_an_old_font_is_a_letter(word, run):
    word.tables[Table.FONTS] = fonts("Times New Roman", ".VnTime")
    word.paragraph(run("n\x1fíc", in_font(1)))
    assert word.text() == "nước"


def test_unicode_in_an_old_font_is_left_alone(word):
    word.tables[Table.FONTS] = fonts(".VnTime")
    word.paragraph("có")
    word.paragraph("Kết quả")
    word.paragraph("đơn vị")
    document = word.read()
    assert [block.text for block in document.blocks] == ["có", "Kết quả", "đơn vị"]
    assert document.losses == ()
