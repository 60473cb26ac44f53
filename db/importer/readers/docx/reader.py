"""The reader of .docx: a package of parts around one main part, walked once (ECMA-376 part 1, 11.3)."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from db.errors import DamagedFile, UnknownFormat
from db.importer.document import Document
from db.importer.files import ZIP_HEAD
from db.importer.readers.docx import names as w
from db.importer.readers.docx.blocks import BlockReader, Reading, Story
from db.importer.readers.docx.note_marks import NoteMarks
from db.importer.readers.docx.notes import note_texts
from db.importer.readers.docx.numbering import Numbering
from db.importer.readers.docx.running_heads import says_something
from db.importer.readers.docx.styles import Styles
from db.importer.readers.shared.cells import Blocks
from db.importer.readers.shared.known_formats import kind_of_zip
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.importer.readers.shared.losses import HEADER_OR_FOOTER, MACROS, OUTSIDE_LINK, UNREADABLE_PART, Losses
from db.importer.readers.shared.note_kinds import ENDNOTE, FOOTNOTE
from db.importer.readers.shared.package import Package
from db.importer.readers.shared.relationships import Relationship, main_part, relationships_of
from db.importer.readers.shared.xml_part import parse, pieces

_STRICT_AS_TRANSITIONAL = (w.STRICT.encode(), w.TRANSITIONAL.encode())
_FONTS = re.compile(rb"rFonts\s([^>]*)>")
# How the names of fonts older than Unicode begin, as the value of an attribute; `db.vietnamese` knows them whole.
_OLD_FONT = re.compile(rb"""["'](?:\.?vn|svn|vietware|vps|bk)""", re.IGNORECASE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_NOTE_PARTS = {FOOTNOTE: ("footnotes", w.FOOTNOTES), ENDNOTE: ("endnotes", w.ENDNOTES)}
"""By kind of note, the relationship that leads to their part, and its root."""


class DocxReader:
    """Reads Word documents since 2007, strict or transitional, with or without macros."""

    format = "docx"

    def accepts(self, head: bytes, path: Path) -> bool:
        """Whether the file is a zip whose main part is a Word document; raises for a zip that is broken or unsafe."""
        return head.startswith(ZIP_HEAD) and kind_of_zip(path) == self.format

    def read(self, path: Path) -> Document:
        """Return the document with its notes; raises DamagedFile, UnsafeFile, EncryptedFile, UnreadableFile."""
        with Package(path) as package:
            main = main_part(package)
            if not main:
                raise UnknownFormat(path, "zip")
            parts = _Parts(package, main)
            runs = LegacyRuns()
            document = parts.document(runs)
            again = runs.second_reading()
            return document if again is None else parts.document(again)


class _Parts:
    """The parts of one Word document, found by the relationships of its main part."""

    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        self._main = main
        self._relationships = relationships_of(package, main)
        styles = self._name("styles")
        self._old_styles = bool(styles) and _may_name_old_fonts(package.read(styles))

    def document(self, runs: LegacyRuns) -> Document:
        styles = Styles(self._optional("styles"))
        numbering = Numbering(self._optional("numbering"), styles)
        reading = Reading(styles, numbering, NoteMarks(self._optional("settings")), Losses(), runs)
        blocks = self._body(reading)
        notes = note_texts(reading, self._note_parts())
        self._count_unread(reading.losses)
        return Document(DocxReader.format, tuple(blocks), notes, (*reading.losses.all(), *runs.losses()))

    def _body(self, reading: Reading) -> Blocks:
        story = self._story(self._main, w.BODY)
        reader = BlockReader(reading, story.part, story.reads_fonts)
        blocks: Blocks = []
        piece = None
        for piece in story.pieces:
            blocks += reader.read(piece)
        if piece is None:
            raise DamagedFile(self._package.path, f"{self._main} has no body")
        return blocks

    def _note_parts(self) -> dict[str, Story]:
        named = {kind: (self._name(relationship), root) for kind, (relationship, root) in _NOTE_PARTS.items()}
        return {kind: self._story(name, root) for kind, (name, root) in named.items() if name}

    def _count_unread(self, losses: Losses) -> None:
        """Count what stands outside the text: macros, links, headers and footers."""
        if self._name("vbaProject"):
            losses.add(MACROS)
        losses.add(OUTSIDE_LINK, sum(one.external for one in self._relationships))
        for head in sorted({one.target for one in self._relationships if one.kind in ("header", "footer")}):
            try:
                losses.add(HEADER_OR_FOOTER, says_something(self._root(head)))
            except DamagedFile:
                losses.add(UNREADABLE_PART)

    def _name(self, kind: str) -> str:
        """Return the name of the part of a kind, "" if there is none."""
        return next((one.target for one in self._relationships if self._leads_to(one, kind)), "")

    def _leads_to(self, relationship: Relationship, kind: str) -> bool:
        return relationship.kind == kind and relationship.target in self._package

    def _optional(self, kind: str) -> etree._Element | None:
        name = self._name(kind)
        return self._root(name) if name else None

    def _story(self, name: str, inside: str) -> Story:
        raw = self._package.read(name)
        blocks = pieces(self._package.path, name, raw, inside, _STRICT_AS_TRANSITIONAL)
        return Story(name, self._old_styles or _may_name_old_fonts(raw), blocks)

    def _root(self, name: str) -> etree._Element:
        return parse(self._package.path, name, self._package.read(name), _STRICT_AS_TRANSITIONAL)


def _may_name_old_fonts(part: bytes) -> bool:
    return part.startswith(_UTF16) or any(map(_OLD_FONT.search, set(_FONTS.findall(part))))
