"""A workbook of Excel 95 to 2003: its formats, shared strings and sheets ([MS-XLS] 2.1.7)."""

from __future__ import annotations

import codecs
import struct
from collections.abc import Callable
from dataclasses import dataclass

from db.importer.readers.shared.cells import MAX_COLUMNS
from db.importer.readers.shared.losses import COMMENT, EMBEDDED_OBJECT, IMAGE, OUTSIDE_LINK, Losses
from db.importer.readers.sheets.cell_formats import BUILT_IN, GENERAL, CellFormat, format_of
from db.importer.readers.sheets.grids import MAX_CELLS, MAX_ROWS, Sheet
from db.importer.readers.sheets.records import Record, StringReader, records, short_string
from db.importer.readers.sheets.values import printed

_BOF, _EOF, _FILEPASS, _CODEPAGE, _DATEMODE = 0x0809, 0x000A, 0x002F, 0x0042, 0x0022
_FONT, _FORMAT, _XF, _BOUNDSHEET, _SST = 0x0031, 0x041E, 0x00E0, 0x0085, 0x00FC
_NUMBER, _RK, _MULRK, _LABELSST, _LABEL, _RSTRING = 0x0203, 0x027E, 0x00BD, 0x00FD, 0x0204, 0x00D6
_FORMULA, _STRING, _BOOLERR, _MERGED = 0x0006, 0x0207, 0x0205, 0x00E5
_OBJ, _NOTE, _HLINK = 0x005D, 0x001C, 0x01B8
_BIFF8, _BIFF5 = 0x0600, 0x0500
_UTF16_PAGE = 1200
_NO_FONT = 4  # fonts are counted 0, 1, 2, 3, 5 …
_BOLD_FROM = 600
_DRAWN = {5: EMBEDDED_OBJECT, 8: IMAGE}
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_MOST_STRINGS = 1_000_000


class Locked(Exception):
    """The workbook has a password."""


class UnknownVersion(Exception):
    """The workbook is older than Excel 95."""


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet as the workbook lists it: `kind` 0 is a table, 1 a macro sheet, 2 a chart, 6 a module."""

    name: str
    start: int
    hidden: bool
    kind: int


class Book:
    """What all sheets share. Raises Locked, UnknownVersion, and struct.error where the stream is broken."""

    def __init__(self, stream: bytes) -> None:
        self.stream = stream
        self.sheets: list[SheetEntry] = []
        self.strings: list[str] = []
        self.from_1904 = False
        self.code_page = ""
        self._codes = dict(BUILT_IN)
        self._fonts: list[tuple[bool, str]] = []
        self._cells: list[tuple[int, int]] = []
        self._readers: dict[int, Callable[[Record], None]] = {
            _CODEPAGE: self._code_page,
            _DATEMODE: self._date_mode,
            _FONT: self._font,
            _FORMAT: self._format,
            _XF: self._cell,
            _BOUNDSHEET: self._sheet,
            _SST: self._strings,
        }
        for number, record in enumerate(records(stream)):
            if not number:
                self._begin(record)
            elif record.kind == _FILEPASS:
                raise Locked
            elif record.kind == _EOF:
                break
            elif record.kind in self._readers:
                self._readers[record.kind](record)
        self.formats = [self._whole(font, code) for font, code in self._cells]

    def _begin(self, record: Record) -> None:
        version = struct.unpack_from("<H", record.data)[0] if record.kind == _BOF else 0
        if version not in (_BIFF8, _BIFF5):
            raise UnknownVersion
        self.code_page = "" if version == _BIFF8 else "cp1252"

    def _code_page(self, record: Record) -> None:
        number = struct.unpack_from("<H", record.data)[0]
        if not self.code_page or number == _UTF16_PAGE:
            return
        try:
            self.code_page = codecs.lookup(f"cp{number}").name
        except LookupError:
            self.code_page = "cp1252"

    def _date_mode(self, record: Record) -> None:
        self.from_1904 = record.data[:2] == b"\1\0"

    def _font(self, record: Record) -> None:
        weight = struct.unpack_from("<H", record.data, 6)[0]
        self._fonts.append((weight >= _BOLD_FROM, short_string(record.data, 14, False, self.code_page)))

    def _format(self, record: Record) -> None:
        number = struct.unpack_from("<H", record.data)[0]
        self._codes[number] = short_string(record.data, 2, not self.code_page, self.code_page)

    def _cell(self, record: Record) -> None:
        font, code = struct.unpack_from("<HH", record.data)
        self._cells.append((font, code))

    def _sheet(self, record: Record) -> None:
        start, state, kind = struct.unpack_from("<IBB", record.data)
        name = short_string(record.data, 6, False, self.code_page)
        self.sheets.append(SheetEntry(name, start, bool(state & 3), kind))

    def _strings(self, record: Record) -> None:
        reader = StringReader(record.pieces, at=8)
        claimed = struct.unpack_from("<I", record.data, 4)[0]
        try:
            while len(self.strings) < min(claimed, _MOST_STRINGS) and reader.has_more:
                self.strings.append(reader.string())
        except struct.error:
            return  # the cells that name a missing one tell of it

    def _whole(self, font: int, code: int) -> CellFormat:
        at = font - 1 if font > _NO_FONT else font
        bold, name = self._fonts[at] if at < len(self._fonts) else (False, "")
        return format_of(self._codes.get(code, ""), bold, name)


class SheetReader:
    """Reads the sheets of one workbook; `text` finishes the words of a cell that is set in a font."""

    def __init__(self, book: Book, losses: Losses, text: Callable[[str, str], str]) -> None:
        self._book = book
        self._losses = losses
        self._text = text
        self._count = 0
        self._left_row = -1
        self.missing = 0
        self._formula: tuple[int, int, CellFormat] | None = None
        self._readers: dict[int, Callable[[Record, Sheet], None]] = {
            _NUMBER: self._number,
            _RK: self._rk,
            _MULRK: self._many_rk,
            _LABELSST: self._shared,
            _LABEL: self._label,
            _RSTRING: self._label,
            _FORMULA: self._result,
            _STRING: self._string,
            _BOOLERR: self._flag,
            _MERGED: self._merged,
            _OBJ: self._drawn,
            _NOTE: self._comment,
            _HLINK: self._link,
        }

    def read(self, start: int, sheet: Sheet) -> None:
        """Fill `sheet` from its records; those of a chart inside it are passed over. Raises struct.error."""
        depth = 0
        for record in records(self._book.stream, start):
            if record.kind == _BOF:
                depth += 1
            elif record.kind == _EOF:
                depth -= 1
                if depth <= 0:
                    return
            elif depth == 1 and record.kind in self._readers:
                self._readers[record.kind](record, sheet)

    def _put(self, sheet: Sheet, place: tuple[int, int], text: str, form: CellFormat) -> None:
        row, col = place
        text = self._text(text, form.font)
        if not text.strip():
            return
        if col >= MAX_COLUMNS:
            sheet.is_cut = True
        elif row >= MAX_ROWS or self._count >= MAX_CELLS:
            sheet.rows_left_out += row != self._left_row
            self._left_row = row
        else:
            sheet.cells[row, col] = (text, form.bold)
            self._count += 1

    def _place(self, record: Record) -> tuple[int, int, CellFormat]:
        row, col, index = struct.unpack_from("<HHH", record.data)
        return row, col, self._form(index)

    def _form(self, index: int) -> CellFormat:
        return self._book.formats[index] if index < len(self._book.formats) else GENERAL

    def _value(self, sheet: Sheet, place: tuple[int, int], value: float, form: CellFormat) -> None:
        self._put(sheet, place, printed(value, form, self._book.from_1904), form)

    def _number(self, record: Record, sheet: Sheet) -> None:
        row, col, form = self._place(record)
        self._value(sheet, (row, col), struct.unpack_from("<d", record.data, 6)[0], form)

    def _rk(self, record: Record, sheet: Sheet) -> None:
        row, col, form = self._place(record)
        self._value(sheet, (row, col), _packed(struct.unpack_from("<I", record.data, 6)[0]), form)

    def _many_rk(self, record: Record, sheet: Sheet) -> None:
        row, first = struct.unpack_from("<HH", record.data)
        for number in range((len(record.data) - 6) // 6):
            index, value = struct.unpack_from("<HI", record.data, 4 + 6 * number)
            self._value(sheet, (row, first + number), _packed(value), self._form(index))

    def _shared(self, record: Record, sheet: Sheet) -> None:
        row, col, form = self._place(record)
        number = struct.unpack_from("<I", record.data, 6)[0]
        if number < len(self._book.strings):
            self._put(sheet, (row, col), self._book.strings[number], form)
        else:
            self.missing += 1

    def _label(self, record: Record, sheet: Sheet) -> None:
        row, col, form = self._place(record)
        self._put(sheet, (row, col), short_string(record.data, 6, True, self._book.code_page), form)

    def _result(self, record: Record, sheet: Sheet) -> None:
        """Take the result a formula had when the file was saved; a text follows in a record of its own."""
        row, col, form = self._place(record)
        kind, value, is_special = record.data[6], record.data[8], record.data[12:14] == b"\xff\xff"
        self._formula = None
        if not is_special:
            self._value(sheet, (row, col), struct.unpack_from("<d", record.data, 6)[0], form)
        elif kind == 0:
            self._formula = (row, col, form)
        elif kind in (1, 2):
            self._put(sheet, (row, col), printed(bool(value)) if kind == 1 else _ERRORS.get(value, "#?"), form)

    def _string(self, record: Record, sheet: Sheet) -> None:
        if self._formula is None:
            return
        row, col, form = self._formula
        self._formula = None
        page = self._book.code_page
        text = short_string(record.data, 0, True, page) if page else StringReader(record.pieces).string()
        self._put(sheet, (row, col), text, form)

    def _flag(self, record: Record, sheet: Sheet) -> None:
        row, col, form = self._place(record)
        value, is_error = record.data[6], record.data[7]
        self._put(sheet, (row, col), _ERRORS.get(value, "#?") if is_error else printed(bool(value)), form)

    def _merged(self, record: Record, sheet: Sheet) -> None:
        for number in range((len(record.data) - 2) // 8):
            top, bottom, left, right = struct.unpack_from("<HHHH", record.data, 2 + 8 * number)
            sheet.merged.append((top, left, bottom, right))

    def _drawn(self, record: Record, sheet: Sheet) -> None:  # a reader like the others
        kind = struct.unpack_from("<H", record.data, 4)[0]
        self._losses.add(_DRAWN.get(kind, ""), kind in _DRAWN)

    def _comment(self, record: Record, sheet: Sheet) -> None:  # a reader like the others
        self._losses.add(COMMENT)

    def _link(self, record: Record, sheet: Sheet) -> None:  # a reader like the others
        self._losses.add(OUTSIDE_LINK)


def _packed(value: int) -> float:
    """Return the number a RkNumber stands for ([MS-XLS] 2.5.217)."""
    if value & 2:
        number = float((value - (1 << 32) if value & 0x80000000 else value) >> 2)
    else:
        number = float(struct.unpack("<d", b"\0\0\0\0" + struct.pack("<I", value & 0xFFFFFFFC))[0])
    return number / 100 if value & 1 else number
