"""The reader of .ods: values as the file keeps them, merged and repeated cells (OpenDocument 1.3 part 3, 9.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from lxml import etree

from db.errors import DamagedFile, EncryptedFile
from db.importer.document import Document
from db.importer.files import ZIP_HEAD
from db.importer.readers.shared.cells import MAX_COLUMNS
from db.importer.readers.shared.known_formats import kind_of_zip
from db.importer.readers.shared.losses import COMMENT, EMBEDDED_OBJECT, IMAGE, Losses
from db.importer.readers.shared.package import Package
from db.importer.readers.shared.xml_part import parse
from db.importer.readers.sheets.cell_formats import GENERAL, CellFormat
from db.importer.readers.sheets.grids import MAX_CELLS, MAX_ROWS, Sheet, blocks_of
from db.importer.readers.sheets.values import printed

_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_ENCRYPTED = (b"encryption-data", b"encrypted-package")
_PERCENT = CellFormat(percent=True)
_ODF = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
_TABLE, _OFFICE, _TEXT = _ODF.format("table"), _ODF.format("office"), _ODF.format("text")
_STYLE, _DRAW = _ODF.format("style"), _ODF.format("drawing")
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_PARAGRAPH, _SPACE, _ANNOTATION = f"{_TEXT}p", f"{_TEXT}s", f"{_OFFICE}annotation"
_DURATION = re.compile(r"(-?)P(?:(\d+)D)?T(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
_LOSSES = {_ANNOTATION: COMMENT, f"{_DRAW}image": IMAGE, f"{_DRAW}object": EMBEDDED_OBJECT}


class OdsReader:
    """Reads OpenDocument workbooks."""

    format = "ods"

    def accepts(self, head: bytes, path: Path) -> bool:
        """Whether the file is a zip that calls itself an OpenDocument workbook; raises for a broken or unsafe zip."""
        return head.startswith(ZIP_HEAD) and kind_of_zip(path) == self.format

    def read(self, path: Path) -> Document:
        """Return the document; raises DamagedFile, EncryptedFile, UnsafeFile, UnreadableFile."""
        with Package(path) as package:
            if _MANIFEST in package and any(sign in package.read(_MANIFEST) for sign in _ENCRYPTED):
                raise EncryptedFile(path, _CONTENT)
            root = parse(path, _CONTENT, package.read(_CONTENT))
        body = root.find(f"{_OFFICE}body/{_OFFICE}spreadsheet")
        if body is None:
            raise DamagedFile(path, f"{_CONTENT} has no sheets")
        losses = Losses()
        for element in body.iter(*_LOSSES):
            losses.add(_LOSSES[str(element.tag)])
        hidden = _hidden_styles(root)
        sheets = []
        room = MAX_CELLS
        for table in body.iterchildren(f"{_TABLE}table"):
            is_hidden = table.get(f"{_TABLE}style-name", "") in hidden
            sheet = Sheet(table.get(f"{_TABLE}name", ""), is_hidden)
            _fill(sheet, table, room)
            room -= len(sheet.cells)
            sheets.append(sheet)
        blocks, cut = blocks_of(sheets)
        return Document(self.format, tuple(blocks), (), (*cut, *losses.all()))


def _hidden_styles(root: etree._Element) -> set[str]:
    found = root.iterfind(f"{_OFFICE}automatic-styles/{_STYLE}style")
    return {
        style.get(f"{_STYLE}name", "")
        for style in found
        if any(properties.get(f"{_TABLE}display") == "false" for properties in style)
    }


def _fill(sheet: Sheet, table: etree._Element, room: int) -> None:
    row = 0
    for element in table.iter(f"{_TABLE}table-row"):
        times = _count(element, "number-rows-repeated")
        said = list(_row(element, sheet))
        for again in range(times if said else 0):
            if row + again >= MAX_ROWS or len(sheet.cells) + len(said) > room:
                sheet.rows_left_out += times - again
                break
            for col, text, _ in said:
                sheet.cells[row + again, col] = (text, False)
        for col, _, (down, across) in said:
            if (down, across) != (1, 1):
                sheet.merged.append((row, col, row + down - 1, col + across - 1))
        row += times


def _row(element: etree._Element, sheet: Sheet) -> Iterator[tuple[int, str, tuple[int, int]]]:
    """Yield column, text and size of the cells of a row that say something."""
    col = 0
    for cell in element.iterchildren(*_CELLS):
        times = _count(cell, "number-columns-repeated")
        text = _text(cell) if cell.tag == _CELLS[0] else ""
        if text.strip():
            size = (_count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned"))
            sheet.is_cut = sheet.is_cut or col + times > MAX_COLUMNS
            for again in range(col, min(col + times, MAX_COLUMNS)):
                yield again, text, size
        col += times


def _text(cell: etree._Element) -> str:
    """Return a cell's value in the manner of a Vietnamese office; without one, its words."""
    kind = cell.get(f"{_OFFICE}value-type", "")
    try:
        if kind in ("float", "currency", "percentage"):
            return printed(float(cell.get(f"{_OFFICE}value", "")), _PERCENT if kind == "percentage" else GENERAL)
        if kind == "date":
            return printed(datetime.fromisoformat(cell.get(f"{_OFFICE}date-value", "")))
        if kind == "time" and (span := _DURATION.fullmatch(cell.get(f"{_OFFICE}time-value", "")[:60])):
            days, hours, minutes, seconds = (int(number or 0) for number in span.groups()[1:])
            return span[1] + printed(timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds))
    except (ValueError, OverflowError):
        pass
    return "\n".join(_words(paragraph) for paragraph in cell.iterchildren(_PARAGRAPH))


def _words(paragraph: etree._Element) -> str:
    pieces = []
    for element in paragraph.iter():
        if element.tag == _SPACE:
            pieces.append(" ")
        pieces.append(element.text or "")
        pieces.append((element.tail or "") if element is not paragraph else "")
    return "".join(pieces)


def _count(element: etree._Element, name: str) -> int:
    text = element.get(f"{_TABLE}{name}", "1")[:9]
    return max(1, int(text)) if text.isdecimal() else 1
