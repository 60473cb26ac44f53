"""From a body, a note or a text box to paragraphs and grids in reading order (ECMA-376 part 1, 17.2 and 17.3.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from db.importer.document import Grid, Paragraph
from db.importer.readers.docx import names as w
from db.importer.readers.docx.graphics import chosen
from db.importer.readers.docx.inlines import Inlines
from db.importer.readers.docx.note_marks import NoteMarks
from db.importer.readers.docx.numbering import Numbering
from db.importer.readers.docx.styles import SAYS_NOTHING, ParagraphSays, Styles
from db.importer.readers.docx.tables import Tables
from db.importer.readers.shared.cells import DEEPEST_TABLE, Blocks, CellText, joined
from db.importer.readers.shared.heading_level import NO_HEADING
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.importer.readers.shared.losses import EMBEDDED_TEXT, NESTED_TABLE, TEXT_BOX_MOVED, TRACKED_DELETION, Losses
from db.importer.readers.shared.xml_part import children

_WRAPPERS = frozenset((w.SDT, w.SDT_CONTENT, w.INSERTED, w.MOVED_TO, w.CUSTOM_XML, w.SMART_TAG))
_DELETED = frozenset((w.DELETED, w.MOVED_FROM))
_EMBEDDED = frozenset((w.ALT_CHUNK, w.SUB_DOCUMENT))


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reading of one document shares: its styles, its counters, what was met on the way."""

    styles: Styles
    numbering: Numbering
    marks: NoteMarks
    losses: Losses
    runs: LegacyRuns


class Story(NamedTuple):
    """A part that holds text: its name, whether fonts older than Unicode may stand in it, its blocks by and by."""

    part: str
    reads_fonts: bool
    pieces: Iterable[list[etree._Element]]


class BlockReader:
    """Reads the blocks of one part; `part` is its name and heads every origin."""

    def __init__(self, reading: Reading, part: str, reads_fonts: bool) -> None:
        self._reading = reading
        self._part = part
        self._inlines = Inlines(reading.styles, reading.marks, reading.losses, reading.runs, reads_fonts)
        self._tables = Tables(self._cell, reading.marks, reading.losses)
        self._nested: list[Blocks] = []
        self._paragraphs = 0
        self._grids = 0

    def read(self, container: Iterable[etree._Element]) -> Blocks:
        """Return the paragraphs and tables that stand in `container`; empty paragraphs are left out."""
        blocks: Blocks = []
        self._walk(container, blocks)
        return blocks

    def _walk(self, container: Iterable[etree._Element], out: Blocks) -> None:
        for child in container:
            tag = child.tag
            if tag == w.PARAGRAPH:
                self._paragraph(child, out)
            elif tag == w.TABLE:
                self._table(child, out)
            elif tag in _WRAPPERS:
                self._walk(child, out)
            elif tag == w.ALTERNATE_CONTENT:
                branch = chosen(child)
                if branch is not None:
                    self._walk(branch, out)
            else:
                self._note_other(child)

    def _note_other(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == w.SECTION:
            self._reading.marks.end_section(element)
        elif tag in _DELETED:
            self._reading.losses.add(TRACKED_DELETION)
            self._reading.marks.drop(element)
        elif tag in _EMBEDDED:
            self._reading.losses.add(EMBEDDED_TEXT)

    def _paragraph(self, element: etree._Element, out: Blocks) -> None:
        self._paragraphs += 1
        origin = f"{self._part}#p{self._paragraphs}"
        styles = self._reading.styles
        parts = children(element)
        said = _properties(parts.pop(0)) if parts and parts[0].tag == w.PARAGRAPH_PROPERTIES else _NOTHING
        style_id = said.style_id or styles.default_paragraph
        style = styles.paragraph(style_id, said.own)
        line = self._inlines.read(parts, style_id)
        text, marks = line.text, line.marks
        if said.mark_deleted:
            self._reading.losses.add(TRACKED_DELETION)
        is_gone = said.mark_deleted and not text
        marker = "" if is_gone else self._reading.numbering.marker(style.place, style_id)
        if marker or marks or text.strip():
            heading = style.heading if style.heading and style.heading < NO_HEADING else None
            out.append(Paragraph(text, marks, marker, heading, style.align or "", line.emphasis, origin))
        for box in line.boxes:
            self._reading.losses.add(TEXT_BOX_MOVED)
            self._walk(box, out)
        if said.section is not None:
            self._reading.marks.end_section(said.section)

    def _table(self, element: etree._Element, out: Blocks) -> None:
        if len(self._nested) >= DEEPEST_TABLE:
            self._reading.losses.add(NESTED_TABLE)
            out.append(Paragraph(" ".join(text.text for text in element.iter(w.TEXT) if text.text)))
            return
        self._grids += 1
        origin = f"{self._part}#t{self._grids}"
        self._nested.append([])
        grid = self._tables.read(element, origin)
        out.append(grid)
        out.extend(self._nested.pop())

    def _cell(self, element: etree._Element) -> CellText:
        """Return the words of a cell; the tables inside it follow the one it stands in."""
        blocks: Blocks = []
        self._walk(children(element), blocks)
        paragraphs = []
        for block in blocks:
            if isinstance(block, Grid):
                self._nested[-1].append(block)
            else:
                paragraphs.append(block)
        return joined(paragraphs)


class _Properties(NamedTuple):
    """What a w:pPr says, `own` beside its style; `section` is set on the last paragraph of a section of the file."""

    style_id: str | None = None
    own: ParagraphSays = SAYS_NOTHING
    mark_deleted: bool = False
    section: etree._Element | None = None


_NOTHING = _Properties()


def _properties(properties: etree._Element) -> _Properties:
    style_id = outline = align = number_id = level = section = None
    mark_deleted = False
    for child in children(properties):
        tag = child.tag
        if tag == w.PARAGRAPH_STYLE:
            style_id = child.get(w.VAL)
        elif tag == w.ALIGNMENT:
            align = child.get(w.VAL)
        elif tag == w.RUN_PROPERTIES:
            mark_deleted = len(child) > 0 and child.find(w.DELETED) is not None
        elif tag == w.NUMBERING:
            number_id, level = w.value_of(child, w.NUMBERING_ID), w.value_of(child, w.NUMBERING_LEVEL)
        elif tag == w.OUTLINE_LEVEL:
            outline = child.get(w.VAL)
        elif tag == w.SECTION:
            section = child
    return _Properties(style_id, ParagraphSays(outline, align, number_id, level), mark_deleted, section)
