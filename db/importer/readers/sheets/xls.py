"""The reader of .xls, whose cells the library calamine reads.

The library ends the whole process on some broken files (it is written in Rust and gives up without memory); that costs
the one file, as the reading process stands apart. What a number's format is it does not tell, dates excepted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import python_calamine as calamine

from db.errors import DamagedFile, EncryptedFile, ImportRefused, UnreadableFile
from db.importer.document import Document
from db.importer.readers.compound import opened
from db.importer.readers.docx.losses import EMBEDDED_OBJECT, MACROS, UNREADABLE_PART, Losses
from db.importer.readers.docx.tables import MAX_COLUMNS
from db.importer.readers.known_formats import OLE_HEAD
from db.importer.readers.sheets.grids import MAX_CELLS, MAX_ROWS, Sheet, blocks_of
from db.importer.readers.sheets.values import printed

_STREAMS = ("Workbook", "Book")
_WORD = "WordDocument"
_ENCRYPTED = "EncryptedPackage"
_MACROS = "_VBA_PROJECT_CUR"
_MACRO_KINDS = (calamine.SheetTypeEnum.MacroSheet, calamine.SheetTypeEnum.Vba)


class XlsReader:
    """Reads workbooks of Excel 95 to 2003."""

    format = "xls"

    def accepts(self, head: bytes, path: Path) -> bool:
        """Whether the file is a compound file that holds a workbook and nothing else; a broken one is not."""
        if not head.startswith(OLE_HEAD):
            return False
        try:
            with opened(path) as compound:
                return any(name in compound for name in _STREAMS) and _WORD not in compound
        except DamagedFile:
            return False

    def read(self, path: Path) -> Document:
        """Return the document; raises DamagedFile, EncryptedFile, UnsafeFile, UnreadableFile."""
        losses = Losses()
        with opened(path) as compound:
            if _ENCRYPTED in compound:
                raise EncryptedFile(path, _ENCRYPTED)
            losses.add(MACROS, _MACROS in compound)
        with _refusals(path), path.open("rb") as file, calamine.CalamineWorkbook.from_filelike(file) as book:
            sheets = list(_sheets(book, losses))
        blocks, cut = blocks_of(sheets)
        return Document(self.format, tuple(blocks), (), (*cut, *losses.all()))


def _sheets(book: calamine.CalamineWorkbook, losses: Losses) -> Iterator[Sheet]:
    room = MAX_CELLS
    for index, metadata in enumerate(book.sheets_metadata):
        if metadata.typ is not calamine.SheetTypeEnum.WorkSheet:
            losses.add(MACROS if metadata.typ in _MACRO_KINDS else EMBEDDED_OBJECT)
            continue
        try:
            found = book.get_sheet_by_index(index)
        except calamine.CalamineError:
            losses.add(UNREADABLE_PART)
            continue
        sheet = Sheet(metadata.name, metadata.visible is not calamine.SheetVisibleEnum.Visible)
        _fill(sheet, found, room)
        room -= len(sheet.cells)
        yield sheet


def _fill(sheet: Sheet, found: calamine.CalamineSheet, room: int) -> None:
    for row, values in enumerate(found.to_python(skip_empty_area=False)):
        if row >= MAX_ROWS or len(sheet.cells) >= room:
            sheet.rows_left_out += any(value != "" for value in values)
            continue
        for col, value in enumerate(values):
            text = printed(value)
            if not text.strip():
                continue
            if col >= MAX_COLUMNS:
                sheet.is_cut = True
                break
            sheet.cells[row, col] = (text, False)
    for (top, left), (bottom, right) in found.merged_cell_ranges or ():
        sheet.merged.append((top, left, bottom, right))


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Turn what the library raises, its panics included, into DamagedFile or EncryptedFile."""
    try:
        yield
    except (ImportRefused, MemoryError, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except calamine.PasswordError as error:
        raise EncryptedFile(path, "xls") from error
    except OSError as error:
        raise UnreadableFile(path, error.strerror or str(error)) from error
    except BaseException as error:  # a panic of the library is no Exception
        raise DamagedFile(path, f"{type(error).__name__}: {error}"[:200]) from error
