"""The reader of .doc: streams of a compound file, a text in pieces, tables that say how it is set ([MS-DOC] 2.1)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.errors import DamagedFile, ImportRefused, UnreadableFile
from db.importer.document import Document
from db.importer.files import OLE_HEAD
from db.importer.readers.doc.blocks import BlockReader, Reading, read_box
from db.importer.readers.doc.boxes import TextBoxes
from db.importer.readers.doc.drawings import Drawings
from db.importer.readers.doc.fib import WORD_STREAM, Table, WordFile, read_fib
from db.importer.readers.doc.fonts import font_names
from db.importer.readers.doc.headers import headers_that_say_something
from db.importer.readers.doc.inlines import Inlines
from db.importer.readers.doc.lists import Lists
from db.importer.readers.doc.note_texts import note_texts
from db.importer.readers.doc.notes import Notes
from db.importer.readers.doc.paragraphs import ParagraphSettings
from db.importer.readers.doc.pieces import Text
from db.importer.readers.doc.properties import character_properties, paragraph_properties
from db.importer.readers.doc.runs import Runs
from db.importer.readers.doc.sections import Sections
from db.importer.readers.doc.stylesheet import StyleSheet
from db.importer.readers.shared.compound import Compound, opened
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.importer.readers.shared.losses import HEADER_OR_FOOTER, MACROS, MARK_WITHOUT_NOTE, Losses

_MACROS = "Macros"
_ENCRYPTED_PACKAGE = "EncryptedPackage"
_BROKEN = (ValueError, LookupError, ArithmeticError, RecursionError, struct.error)


class DocReader:
    """Reads Word documents of 1997 to 2003; older ones are refused by name."""

    format = "doc"

    def accepts(self, head: bytes, path: Path) -> bool:
        """Whether the file is a compound file with Word's stream and no package under a password."""
        if not head.startswith(OLE_HEAD):
            return False
        try:
            with opened(path) as compound:
                return WORD_STREAM in compound and _ENCRYPTED_PACKAGE not in compound
        except DamagedFile:
            return False  # the front door looks for what it can still tell of such a file

    def read(self, path: Path) -> Document:
        """Return the document with its notes; raises DamagedFile, UnknownFormat, EncryptedFile, UnreadableFile."""
        with _refusals(path), opened(path) as compound:
            file = read_fib(compound, path)
            old_letters = LegacyRuns()
            document = _document(file, compound, old_letters)
            again = old_letters.second_reading()
            return document if again is None else _document(file, compound, again)


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Turn what broken tables make of a reading into DamagedFile, what the system raises into UnreadableFile."""
    try:
        yield
    except ImportRefused:
        raise
    except OSError as error:
        raise UnreadableFile(path, error.strerror or str(error)) from error
    except _BROKEN as error:
        raise DamagedFile(path, f"{type(error).__name__}: {error}"[:200]) from error


def _document(file: WordFile, compound: Compound, old_letters: LegacyRuns) -> Document:
    reading = _reading(file, old_letters)
    blocks = BlockReader(reading, "main").read(0, min(file.stories.footnotes, len(reading.text.characters)))
    for start, end in reading.boxes.rest():
        blocks.extend(read_box(reading, start, end))
    notes = note_texts(reading)
    reading.losses.add(HEADER_OR_FOOTER, headers_that_say_something(file, reading.inlines.apart()))
    reading.losses.add(MARK_WITHOUT_NOTE, reading.notes.without_text)
    reading.losses.add(MACROS, _MACROS in compound)
    losses = (*reading.losses.all(), *old_letters.losses())
    return Document(DocReader.format, tuple(blocks), notes, losses)


def _reading(file: WordFile, old_letters: LegacyRuns) -> Reading:
    text = Text(file)
    if len(text.characters) < file.stories.footnotes:
        raise DamagedFile(file.path, "text cut off")
    fonts = font_names(file.part(Table.FONTS))
    sheet = StyleSheet(file.part(Table.STYLES))
    losses = Losses()
    notes = Notes(file, text.characters)
    set_as = (character_properties(file), Runs(sheet, fonts))
    inlines = Inlines(text, set_as, notes, Drawings(file), losses, old_letters=old_letters)
    return Reading(
        text=text,
        paragraphs=paragraph_properties(file),
        settings=ParagraphSettings(sheet, file.data),
        inlines=inlines,
        lists=Lists(file, fonts),
        sections=Sections(file),
        notes=notes,
        boxes=TextBoxes(file),
        losses=losses,
    )
