"""Word with real tracked changes: all accepted it is the newer report, all rejected the older."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from db.comparison.rows import Comparison, TablePair
from db.comparison_out import word_parts
from db.comparison_out.pairing import Step, paired_blocks
from db.comparison_out.revised import Notes, Piece, Text, revised
from db.comparison_out.tracked_tables import tracked_table
from db.comparison_out.wordml import AUTHOR, NO_MOMENT, Element, Tracker, w
from db.export.packing import pack
from db.export.replacing import replacing
from db.model import Block, Content, Note, Progress

_ALIGN = {"header": "center", "signature": "right"}
_STEP = 50
"""After how many paragraphs the progress is told."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many notes of the older and the newer report no mark leads to; they are in no place of the document."""

    left: int
    right: int


def write_tracked(
    left: Content, right: Content, comparison: Comparison, file: Path, moment: str = NO_MOMENT
) -> Generator[Progress, None, LeftOut]:
    """Write both reports as one .docx. `moment` (UTC, ISO with a Z) is that of all changes.

    Raises ExportFailed and DiskFull; a file that is there stays until the new one is whole.
    """
    writer = _Writer(left, right, comparison, moment)
    with replacing(file) as temporary:
        parts = yield from writer.parts()
        pack(temporary, parts)
    return writer.left_out()


class _Writer:
    """One document being made."""

    def __init__(self, left: Content, right: Content, comparison: Comparison, moment: str) -> None:
        self._contents = left, right
        self._comparison = comparison
        self._moment = moment
        self._notes = Notes(comparison)
        self._texts = {note.id: note for note in left.notes}, {note.id: note for note in right.notes}
        self._tables = {table.id: table for table in left.tables}, {table.id: table for table in right.tables}
        self._levels = [{section.id: section.level for section in content.sections} for content in (left, right)]
        self._footnotes: list[Piece] = []
        self._tracker = Tracker(moment, self._reference)

    def parts(self) -> Generator[Progress, None, list[tuple[str, bytes]]]:
        """Return the parts of the file."""
        body = w("body")
        steps = paired_blocks(*self._contents, self._comparison)
        before = ""
        for place, step in enumerate(steps):
            if place % _STEP == 0:
                yield Progress(place, len(steps), "export")
            for kind, element in self._elements(step):
                if before and step.is_table:
                    body.append(self._between(before, kind))
                before = kind if step.is_table else ""
                body.append(element)
        if before or not len(body):
            body.append(w("p"))
        body.append(_page())
        return [
            ("[Content_Types].xml", word_parts.content_types()),
            ("_rels/.rels", word_parts.package_relations()),
            ("docProps/core.xml", word_parts.properties(self._title(), AUTHOR, self._moment)),
            ("word/document.xml", _bytes(w("document", body))),
            ("word/_rels/document.xml.rels", word_parts.document_relations()),
            ("word/styles.xml", word_parts.styles()),
            ("word/settings.xml", word_parts.settings()),
            ("word/footnotes.xml", self._footnote_part()),
        ]

    def left_out(self) -> LeftOut:
        """Return how many notes have no mark."""
        counts = [len(content.notes) - len(_marked(content)) for content in self._contents]
        return LeftOut(*counts)

    def _title(self) -> str:
        names = [content.data.period or str(content.data.year or "") for content in self._contents]
        return " → ".join(name for name in names if name)

    def _elements(self, step: Step) -> list[tuple[str, Element]]:
        if step.is_table:
            ends = [block.table_id if block is not None else None for block in (step.left, step.right)]
            tables = [side.get(end or 0) for side, end in zip(self._tables, ends, strict=True)]
            return tracked_table(tables[0], tables[1], self._pair(ends), self._tracker, self._revise)
        mark = "new" if step.left is None else "dropped" if step.right is None else "same"
        pieces = self._revise(_text(step.left), _text(step.right))
        block = step.block
        align = block.align or _ALIGN.get(block.kind, "")
        return [(mark, self._tracker.paragraph(pieces, self._style(step), align, mark))]

    def _pair(self, ends: list[int | None]) -> TablePair | None:
        return next((pair for pair in self._comparison.tables if [pair.left, pair.right] == ends), None)

    def _style(self, step: Step) -> str:
        block = step.block
        if block.kind == "heading":
            level = self._levels[0 if step.right is None else 1].get(block.section_id or 0, 1)
            return f"Heading{min(max(level, 1), 6)}"
        return "Recipients" if block.kind == "recipients" else ""

    def _between(self, before: str, after: str) -> Element:
        """Two tables must not touch, or Word makes them one; the line between goes with the one that goes."""
        return self._tracker.paragraph([], "TableText", mark=before if before != "same" else after)

    def _revise(self, left: Text | None, right: Text | None) -> list[Piece]:
        return revised(left, right, self._notes)

    def _reference(self, piece: Piece) -> Element:
        """Return the mark of a note; each mark has a footnote of its own."""
        self._footnotes.append(piece)
        about = w("rPr", w("rStyle", val="FootnoteReference"))
        return w("r", about, w("footnoteReference", id=str(len(self._footnotes))))

    def _footnote_part(self) -> bytes:
        root = w("footnotes")
        for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
            root.append(w("footnote", w("p", w("r", w(kind))), id=str(number), type=kind))
        for number, piece in enumerate(self._footnotes, 1):
            mark = w("r", w("rPr", w("rStyle", val="FootnoteReference")), w("footnoteRef"))
            paragraph = self._tracker.paragraph([Piece("same", " "), *self._note(piece)], "FootnoteText")
            paragraph.insert(1, mark)
            root.append(w("footnote", paragraph, id=str(number)))
        return _bytes(root)

    def _note(self, piece: Piece) -> list[Piece]:
        ends = piece.notes or (None, None)
        sides = [_note_text(texts.get(end or 0)) for texts, end in zip(self._texts, ends, strict=True)]
        if piece.kind != "same":
            return [Piece(piece.kind, (sides[0 if piece.kind == "dropped" else 1] or Text()).text)]
        return self._revise(sides[0], sides[1])


def _text(block: Block | None) -> Text | None:
    return None if block is None else Text(block.text, block.marks, block.emphasis)


def _note_text(note: Note | None) -> Text | None:
    return None if note is None else Text(note.text)


def _marked(content: Content) -> set[int]:
    owners: Iterable[Block] = content.blocks
    found = {mark.note_id for block in owners for mark in block.marks}
    found |= {mark.note_id for table in content.tables for cell in table.cells for mark in cell.marks}
    return found & {note.id for note in content.notes}


def _page() -> Element:
    """A4 with the margins of Nghị định 30/2020: 20, 15, 20 and 30 mm."""
    margins = w("pgMar", top="1134", right="851", bottom="1134", left="1701", header="567", footer="567", gutter="0")
    return w("sectPr", w("pgSz", w="11906", h="16838"), margins)


def _bytes(root: Element) -> bytes:
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
