"""The notes of a report as a table: label, words, the sentence of the mark, and where that stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from db.export.cells import linked_cell, text_cell
from db.export.origins import Origins
from db.export.table import ExportTable, Row
from db.export.words import citation, place, words
from db.model import Block, Content, Mark, Note, Place, Report

_COLUMNS = ("note_label", "note_text", "sentence", "source")
_WIDTHS = (9, 70, 60, 28)
# A full stop ends a sentence where a capital follows; numbers and "TP." do not.
_END = re.compile(r"[.!?…;]\s+(?=[A-ZĐ\u00c0-\u1eff])")


def notes_table(
    report: Report, content: Content, notes: Iterable[Note] | None = None, language: str = "vi"
) -> ExportTable:
    """Return notes of a report as a table: all of them unless told which, in that order."""
    origins = Origins(report, content)
    shown = list(content.notes if notes is None else notes)
    places = [Place(note_id=note.id) for note in shown]
    marked = _marks(content)
    period = report.data.period or str(report.data.year or "")
    return ExportTable(
        name=words("notes_of", language, value=period).strip(),
        caption=words("notes_of", language, value=citation(origins.of(None), language)).strip(),
        head=(tuple(text_cell(words(key, language)) for key in _COLUMNS),),
        rows=tuple(_row(note, origins, marked.get(note.id, ""), language) for note in shown),
        origins=(origins.of(None),),
        widths=_WIDTHS,
        links=tuple(origins.links.link(place) for place in places),
    )


def sentence_at(text: str, offset: int) -> str:
    """Return the sentence of `text` that a mark at `offset` stands in or closes."""
    ends = [found.end() for found in _END.finditer(text)]
    start = max((end for end in ends if end < offset), default=0)
    stop = min((end for end in ends if end >= offset and end > start), default=len(text))
    return text[start:stop].strip()


def _row(note: Note, origins: Origins, sentence: str, language: str) -> Row:
    origin = origins.of(Place(note_id=note.id))
    texts = (note.label, " ".join(note.text.split()), sentence)
    return (*map(text_cell, texts), linked_cell(place(origin, language), origin.link))


def _marks(content: Content) -> dict[int, str]:
    """Return the sentence each note's first mark stands in; of a cell, its words."""
    found: dict[int, str] = {}
    for block in content.blocks:
        for mark in block.marks:
            found.setdefault(mark.note_id, _sentence(block, mark))
    for table in content.tables:
        for cell in table.cells:
            for mark in cell.marks:
                found.setdefault(mark.note_id, cell.text)
    return found


def _sentence(block: Block, mark: Mark) -> str:
    return sentence_at(block.text, mark.offset)
