"""Workbooks of Excel 95 to 2003, their streams made by hand ([MS-XLS])."""

from __future__ import annotations

import struct

import pytest

from db.importer.readers.shared.losses import Losses
from db.importer.readers.sheets.biff import Book, Locked, SheetReader, UnknownVersion
from db.importer.readers.sheets.grids import Sheet

BIFF8 = struct.pack("<HHIII", 0x0600, 5, 0, 0, 0)


def record(kind: int, form: str = "", *values) -> bytes:
    data = struct.pack(f"<{form}", *values)
    return struct.pack("<HH", kind, len(data)) + data


def raw(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def string(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def book(cells: bytes, globals_: bytes = b"") -> bytes:
    """A workbook with one sheet; formats 0 General, 1 a percentage, 2 a date, 3 bold."""
    font = struct.pack("<HHHH6x", 200, 0, 0, 400) + b"\x05\x00Arial"
    bold = struct.pack("<HHHH6x", 200, 0, 0, 700) + b"\x05\x00Arial"
    shared = struct.pack("<II", 2, 2) + string("Tổng thu") + string("Chỉ tiêu")
    body = (
        raw(0x0031, font) * 4 + raw(0x0031, bold)
        + raw(0x041E, struct.pack("<H", 164) + string("0.0%"))
        + record(0x00E0, "HH", 0, 0) + record(0x00E0, "HH", 0, 164) + record(0x00E0, "HH", 0, 14)
        + record(0x00E0, "HH", 5, 0) + globals_ + raw(0x00FC, shared)
    )  # fmt: skip
    name = "Biểu".encode("utf-16-le")
    start = len(raw(0x0809, BIFF8)) + len(body) + 4 + 8 + len(name) + 4
    sheet = raw(0x0085, struct.pack("<IBBBB", start, 0, 0, 4, 1) + name)
    return raw(0x0809, BIFF8) + body + sheet + record(0x000A) + raw(0x0809, BIFF8) + cells + record(0x000A)


def read(cells: bytes, globals_: bytes = b"") -> tuple[Sheet, Losses, SheetReader]:
    found = Book(book(cells, globals_))
    losses = Losses()
    reader = SheetReader(found, losses, lambda text, _: text)
    sheet = Sheet(found.sheets[0].name)
    reader.read(found.sheets[0].start, sheet)
    return sheet, losses, reader


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (record(0x0203, "HHHd", 0, 0, 0, 32144.5), "32.144,5"),
        (record(0x0203, "HHHd", 0, 0, 1, 0.125), "12,5%"),
        (record(0x0203, "HHHd", 0, 0, 2, 45291.0), "31/12/2023"),
        (record(0x027E, "HHHI", 0, 0, 0, (7 << 2) | 2), "7"),
        (record(0x027E, "HHHI", 0, 0, 0, (750 << 2) | 3), "7,5"),
        (record(0x027E, "HHHi", 0, 0, 0, (-7 << 2) | 2), "-7"),
        (record(0x027E, "HHHI", 0, 0, 0, 0x40080000), "3"),
        (record(0x00FD, "HHHI", 0, 0, 0, 1), "Chỉ tiêu"),
        (raw(0x0204, struct.pack("<HHH", 0, 0, 0) + string("chữ")), "chữ"),
        (record(0x0205, "HHHBB", 0, 0, 0, 1, 0), "TRUE"),
        (record(0x0205, "HHHBB", 0, 0, 0, 7, 1), "#DIV/0!"),
        (record(0x0006, "HHHd", 0, 0, 0, 2.5), "2,5"),
        (record(0x0006, "HHHBBBBBBH", 0, 0, 0, 1, 0, 0, 0, 0, 0, 0xFFFF), "FALSE"),
        (record(0x0006, "HHHBBBBBBH", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFFFF) + raw(0x0207, string("kết quả")), "kết quả"),
    ],
)
def test_cells(cells, text):
    sheet, _, _ = read(cells)
    assert sheet.name == "Biểu"
    assert sheet.cells == {(0, 0): (text, False)}


def test_many_numbers_in_one_record_merges_and_bold():
    many = raw(0x00BD, struct.pack("<HHHIHIH", 2, 1, 0, (5 << 2) | 2, 3, (6 << 2) | 2, 2))
    sheet, _, _ = read(many + record(0x00E5, "HHHHH", 1, 2, 3, 1, 2))
    assert sheet.cells == {(2, 1): ("5", False), (2, 2): ("6", True)}
    assert sheet.merged == [(2, 1, 3, 2)]


def test_a_chart_in_a_sheet_is_passed_over_and_drawings_counted():
    chart = raw(0x0809, BIFF8) + record(0x0203, "HHHd", 0, 0, 0, 1.0) + record(0x000A)
    drawn = record(0x005D, "HHHH", 0x15, 18, 8, 1) + record(0x005D, "HHHH", 0x15, 18, 5, 2)
    sheet, losses, _ = read(drawn + chart + record(0x001C, "H", 0) + record(0x01B8, "H", 0))
    assert sheet.cells == {}
    assert {loss.code: loss.count for loss in losses.all()} == {
        "TBC-402": 1,
        "TBC-403": 1,
        "TBC-405": 1,
        "TBC-417": 1,
    }


def test_a_string_that_is_not_there_is_counted():
    sheet, _, reader = read(record(0x00FD, "HHHI", 0, 0, 0, 4_000_000_000))
    assert (sheet.cells, reader.missing) == ({}, 1)


def test_a_count_of_strings_without_measure_reserves_nothing():
    stream = book(b"").replace(struct.pack("<II", 2, 2), struct.pack("<II", 2, 0xFFFFFFFF))
    assert Book(stream).strings == ["Tổng thu", "Chỉ tiêu"]


def test_a_password_and_an_older_version_are_told():
    with pytest.raises(Locked):
        Book(book(b"", record(0x002F, "H", 1)))
    with pytest.raises(UnknownVersion):
        Book(raw(0x0409, BIFF8))


def test_letters_of_excel_95_follow_the_code_page():
    older = struct.pack("<HHHH", 0x0500, 5, 0, 0)
    name = b"S\xd0"
    globals_ = raw(0x0809, older) + record(0x0042, "H", 1258)
    start = len(globals_) + 4 + 7 + len(name) + 4
    stream = globals_ + raw(0x0085, struct.pack("<IBBB", start, 2, 0, len(name)) + name) + record(0x000A)
    stream += raw(0x0809, older) + raw(0x0204, struct.pack("<HHHH", 0, 0, 0, 2) + b"\xf0a") + record(0x000A)
    found = Book(stream)
    sheet = Sheet("")
    SheetReader(found, Losses(), lambda text, _: text).read(found.sheets[0].start, sheet)
    assert (found.sheets[0].name, found.sheets[0].hidden) == ("SĐ", True)
    assert sheet.cells == {(0, 0): ("đa", False)}


def test_a_stream_cut_off_anywhere_only_raises_what_is_told():
    stream = book(record(0x0203, "HHHd", 0, 0, 0, 1.0) + raw(0x0204, struct.pack("<HHH", 0, 1, 0) + string("chữ")))
    for end in range(len(stream)):
        try:
            found = Book(stream[:end])
            for entry in found.sheets:
                SheetReader(found, Losses(), lambda text, _: text).read(entry.start, Sheet(""))
        except (UnknownVersion, struct.error, IndexError):
            continue
