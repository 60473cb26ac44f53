"""The reader of .xls, the workbooks of Excel 95 to 2003."""

from __future__ import annotations

import struct
from pathlib import Path

from db.errors import DamagedFile, EncryptedFile, UnknownFormat
from db.importer.document import Document, Loss
from db.importer.files import OLE_HEAD
from db.importer.readers.shared.compound import opened
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.importer.readers.shared.losses import EMBEDDED_OBJECT, MACROS, UNREADABLE_PART, Losses
from db.importer.readers.sheets.biff import Book, Locked, SheetReader, UnknownVersion
from db.importer.readers.sheets.grids import Sheet, blocks_of

_STREAMS = ("Workbook", "Book")
_WORD = "WordDocument"
_ENCRYPTED = "EncryptedPackage"
_MACROS = "_VBA_PROJECT_CUR"
_TABLE, _MACRO_SHEET, _MODULE = 0, 1, 6
_MOST_SHEETS = 1_000
_BROKEN = (struct.error, IndexError, ValueError, OverflowError)


class XlsReader:
    """Reads workbooks of Excel 95 to 2003."""

    format = "xls"

    def accepts(self, head: bytes, path: Path) -> bool:
        """Whether the file is a compound file that holds a workbook and no Word text; a broken one is not."""
        if not head.startswith(OLE_HEAD):
            return False
        try:
            with opened(path) as compound:
                return any(name in compound for name in _STREAMS) and _WORD not in compound
        except DamagedFile:
            return False

    def read(self, path: Path) -> Document:
        """Return the document; raises DamagedFile, EncryptedFile, UnknownFormat, UnsafeFile, UnreadableFile."""
        losses = Losses()
        with opened(path) as compound:
            if _ENCRYPTED in compound:
                raise EncryptedFile(path, _ENCRYPTED)
            losses.add(MACROS, _MACROS in compound)
            stream = compound.read(next((name for name in _STREAMS if name in compound), _STREAMS[0]))
        try:
            book = Book(stream)
        except Locked as error:
            raise EncryptedFile(path, "FILEPASS") from error
        except UnknownVersion as error:
            raise UnknownFormat(path, "Excel 2-4 .xls") from error
        except _BROKEN as error:
            raise DamagedFile(path, f"{type(error).__name__}: {error}") from error
        runs = LegacyRuns()
        document = _document(book, losses.all(), runs)
        again = runs.second_reading()
        return document if again is None else _document(book, losses.all(), again)


def _document(book: Book, outside: tuple[Loss, ...], runs: LegacyRuns) -> Document:
    losses = Losses()
    reader = SheetReader(book, losses, runs.convert)
    sheets = []
    for entry in book.sheets[:_MOST_SHEETS]:
        if entry.kind != _TABLE:
            losses.add(MACROS if entry.kind in (_MACRO_SHEET, _MODULE) else EMBEDDED_OBJECT)
            continue
        sheet = Sheet(entry.name, entry.hidden)
        try:
            reader.read(entry.start, sheet)
        except _BROKEN:
            losses.add(UNREADABLE_PART)
        sheets.append(sheet)
    losses.add(UNREADABLE_PART, reader.missing)
    blocks, cut = blocks_of(sheets)
    return Document(XlsReader.format, tuple(blocks), (), (*outside, *cut, *losses.all(), *runs.losses()))
