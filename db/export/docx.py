"""Word: tables in the official style, their heads repeated on every page, notes and sources below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, Twips

from db.export.accounts import caveats, sourced
from db.export.docx_grid import grid_xml
from db.export.options import ExportOptions
from db.export.packing import repack
from db.export.pictures import png_size
from db.export.table import ExportTable
from db.export.widths import widths_of
from db.export.words import words

FONT = "Times New Roman"
SIZE = 13
MARGINS = (Mm(20), Mm(15), Mm(20), Mm(30))
"""Top, right, bottom, left: Nghị định 30/2020, Phụ lục I, asks for 20-25, 15-20, 20-25 and 30-35 mm."""

_SHORT, _LONG = Mm(210), Mm(297)
_LETTERS_ACROSS = 84  # of a table of 13 points on a page that stands
_NO_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


class Docx:
    """Writes tables one below the other into one document."""

    name = "Word"
    suffix = ".docx"

    def write(self, tables: Sequence[ExportTable], file: Path, options: ExportOptions) -> Iterator[int]:
        """Write `tables` to `file`; yields how many rows are done. Raises OSError."""
        document = docx.Document()
        wide = max(sum(widths_of(table)) for table in tables) > _LETTERS_ACROSS
        room = _page(document, wide)
        _properties(document, options)
        done = 0
        for table in tables:
            if done:
                document.add_paragraph()
            _table(document, table, options, room)
            done += len(table.rows)
            yield done
        if options.sources:
            for line in caveats(tables, options):
                _line(document, line, italic=True, size=11)
        document.save(str(file))
        repack(file)


class _Links:
    """Gives every link of a document an id; python-docx's own way looks through all of them each time."""

    def __init__(self, document: Document) -> None:
        self._relations = document.part.rels

    def __call__(self, link: str) -> str:
        its_id = f"rIdLink{len(self._relations) + 1}"
        self._relations.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, link, its_id, is_external=True)
        return its_id


def _page(document: Document, wide: bool) -> int:
    """Set up the page and return how wide its text is, in twips."""
    section = document.sections[0]
    section.page_width, section.page_height = (_LONG, _SHORT) if wide else (_SHORT, _LONG)
    _, right, _, left = MARGINS
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = MARGINS
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    style = document.styles["Normal"]
    style.font.name = FONT
    style.font.size = Pt(SIZE)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.element.rPr.rFonts.set(qn("w:cs"), FONT)
    style.paragraph_format.space_after = Pt(0)
    return int(((_LONG if wide else _SHORT) - left - right) / Twips(1))


def _properties(document: Document, options: ExportOptions) -> None:
    facts = document.core_properties
    facts.author = facts.last_modified_by = words("made_by", options.language)
    facts.created = facts.modified = datetime.fromisoformat(options.at) if options.at else _NO_MOMENT
    facts.comments = ""
    facts.language = "vi-VN"


def _table(document: Document, table: ExportTable, options: ExportOptions, room: int) -> None:
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.keep_with_next = True
    title.paragraph_format.space_before = title.paragraph_format.space_after = Pt(6)
    title.add_run(table.caption or table.name).bold = True
    # The body ends with the properties of its section; everything else stands before them.
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(grid_xml(table, options, room, _Links(document))))
    if table.notes and options.notes:
        for note in table.notes:
            _line(document, f"[{note.label}] {note.text}", size=11)
    for picture in table.pictures:
        png_size(picture.png)
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run().add_picture(BytesIO(picture.png), width=min(Mm(picture.width), Twips(room)))
        if picture.caption:
            _line(document, picture.caption)
    for line in table.remarks:
        _line(document, line, italic=True)
    for line, link in sourced(table, options).items() if options.sources else ():
        _line(document, line, italic=True, link=link)


def _line(document: Document, text: str, italic: bool = False, size: int = SIZE, link: str = "") -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.space_before = Pt(3)
    run = paragraph.add_run(text)
    run.italic = italic
    run.font.size = Pt(size)
    if link:
        # The line looks as any other and leads to its place when clicked with Ctrl.
        target = OxmlElement("w:hyperlink")
        target.set(qn("r:id"), _Links(document)(link))
        paragraph._p.append(target)
        target.append(run._r)
