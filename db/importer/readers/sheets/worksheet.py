"""One sheet of an .xlsx, read row by row, and the strings all sheets share (ECMA-376 part 1, 18.3 and 18.4)."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import datetime

from lxml import etree

from db.errors import DamagedFile, UnsafeFile
from db.importer.readers.shared.cells import MAX_COLUMNS
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.importer.readers.shared.package import Package
from db.importer.readers.shared.xml_part import GUARDED, refusals
from db.importer.readers.sheets.cell_formats import GENERAL, CellFormat
from db.importer.readers.sheets.grids import MAX_CELLS, MAX_ROWS, Range, Sheet
from db.importer.readers.sheets.values import printed

_LAST_ROW = 1_048_576
_MOST_STRINGS = 2_000_000
_LONGEST_TEXT = 100_000
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DOCTYPE = b"<!DOCTYPE"
_HEAD_BYTES = 65_536
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError)


class Strings:
    """The texts that cells name by number."""

    def __init__(self, package: Package, part: str) -> None:
        """Read them all; `part` may be empty. Raises DamagedFile, UnsafeFile."""
        self._texts: list[str] = []
        self.missing = 0
        if part:
            for element in elements(package, part, "si"):
                if len(self._texts) >= _MOST_STRINGS:
                    raise UnsafeFile(package.path, "size")
                self._texts.append(text_in(element))

    def text(self, number: str) -> str:
        """Return the text of that number; "" if there is none, which is counted in `missing`."""
        if not number.isdecimal() or len(number) > 9 or int(number) >= len(self._texts):
            self.missing += 1
            return ""
        return self._texts[int(number)]


class SheetReader:
    """Reads the sheets of one workbook."""

    def __init__(
        self, package: Package, strings: Strings, formats: list[CellFormat], runs: LegacyRuns, from_1904: bool
    ) -> None:
        """Begin; `runs` reads the letters of cells in fonts older than Unicode."""
        self._runs = runs
        self._package = package
        self._strings = strings
        self._formats = formats
        self._from_1904 = from_1904
        self._cells = 0
        self._kinds: dict[str, Callable[[etree._Element, CellFormat], str]] = {
            "s": lambda cell, _: self._strings.text(_value(cell)),
            "inlineStr": lambda cell, _: text_in(cell),
            "b": lambda cell, _: printed(_value(cell) == "1"),
            "e": lambda cell, _: _value(cell),
            "str": lambda cell, _: _unescaped(_value(cell)),
            "d": _iso_date,
        }

    def read(self, part: str, sheet: Sheet) -> None:
        """Fill `sheet` from the part; what was read before it broke off stays. Raises DamagedFile, UnsafeFile."""
        row = -1
        for element in elements(self._package, part, "row", "mergeCell"):
            if element.tag.endswith("mergeCell"):
                merged = _range(element.get("ref", ""))
                if merged and len(sheet.merged) < MAX_CELLS:
                    sheet.merged.append(merged)
                continue
            row = _row_number(element, row + 1)
            if row >= _LAST_ROW or row >= MAX_ROWS or self._cells >= MAX_CELLS:
                sheet.rows_left_out += _says_something(element)
            else:
                self._row(element, row, sheet)

    def _row(self, element: etree._Element, row: int, sheet: Sheet) -> None:
        col = -1
        for cell in element:
            found = _REFERENCE.fullmatch(cell.get("r", ""))
            col = _column(found[1]) if found else col + 1
            form = self._format(cell.get("s", ""))
            text = self._text(cell, form)
            if form.font:
                text = self._runs.convert(text, form.font)
            if not text.strip():
                continue
            if col >= MAX_COLUMNS:
                sheet.is_cut = True
                continue
            sheet.cells[row, col] = (text, form.bold)
            self._cells += 1

    def _format(self, index: str) -> CellFormat:
        if not index.isdecimal() or len(index) > 6 or int(index) >= len(self._formats):
            return GENERAL
        return self._formats[int(index)]

    def _text(self, cell: etree._Element, form: CellFormat) -> str:
        read = self._kinds.get(cell.get("t", "n"))
        if read is not None:
            return read(cell, form)[:_LONGEST_TEXT]
        value = _value(cell)
        try:
            return printed(float(value), form, self._from_1904) if value else ""
        except (ValueError, OverflowError):
            return value[:_LONGEST_TEXT]


def elements(package: Package, part: str, *names: str) -> Iterator[etree._Element]:
    """Yield the elements of a part called so, one after the other, and forget each. Raises DamagedFile, UnsafeFile."""
    if _DOCTYPE in package.peek(part, _HEAD_BYTES):
        raise UnsafeFile(package.path, "dtd")
    try:
        with package.open(part) as stream, refusals(package.path, part):
            events = etree.iterparse(
                stream,
                events=("end",),
                tag=[f"{{*}}{name}" for name in names],
                **GUARDED,
            )
            for _, element in events:
                yield element
                element.clear()
                parent = element.getparent()
                while parent is not None and element.getprevious() is not None:
                    del parent[0]
    except _BROKEN as error:
        raise DamagedFile(package.path, f"{part}: {error}") from error


def text_in(element: etree._Element) -> str:
    """Return the words of a string item; the readings set above its letters are left out."""
    pieces = []
    for text in element.iter("{*}t"):
        parent = text.getparent()
        if parent is None or not parent.tag.endswith("rPh"):
            pieces.append(text.text or "")
    return _unescaped("".join(pieces))[:_LONGEST_TEXT]


def _value(cell: etree._Element) -> str:
    value = cell.find("{*}v")
    return "" if value is None else value.text or ""


def _unescaped(text: str) -> str:
    """Return a text with _x000D_ and its like as the characters they stand for."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: _character(int(found[1], 16)), text).replace("\r\n", "\n")


def _character(code: int) -> str:
    return chr(code) if code in (9, 10, 13) or 32 <= code < 0xD800 or code > 0xDFFF else ""


def _iso_date(cell: etree._Element, form: CellFormat) -> str:
    value = _value(cell)
    try:
        return printed(datetime.fromisoformat(value[:40]), form)
    except ValueError:
        return value


def _row_number(element: etree._Element, default: int) -> int:
    number = element.get("r", "")
    return int(number[:12]) - 1 if number.isdecimal() and int(number[:12]) else default


def _says_something(row: etree._Element) -> bool:
    return any(_value(cell) or cell.get("t") == "inlineStr" for cell in row)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _range(reference: str) -> Range | None:
    first, _, last = reference.partition(":")
    start, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
    if not start or not end:
        return None
    top, bottom = int(start[2]) - 1, int(end[2]) - 1
    return (top, _column(start[1]), bottom, _column(end[1])) if top >= 0 else None
