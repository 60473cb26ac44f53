"""Which notes the text refers to, in what order, and so what label each one prints (ECMA-376 part 1, 17.11).

A note's id in the file is not its printed number: Word counts the marks as they come, in the format and from
the start that the document or the section sets.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from db.importer.readers.docx import names as w
from db.importer.readers.shared.note_kinds import DEFAULT_COUNTING, ENDNOTE, FOOTNOTE, KINDS, Counting, key_of
from db.importer.readers.shared.number_formats import printed_number

_PROPERTIES = {FOOTNOTE: w.FOOTNOTE_PROPERTIES, ENDNOTE: w.ENDNOTE_PROPERTIES}
_REFERENCES = {w.FOOTNOTE_REFERENCE: FOOTNOTE, w.ENDNOTE_REFERENCE: ENDNOTE}


@dataclass(frozen=True, slots=True)
class Reference:
    """The first mark of a note; `label` is set if it was made by hand. Sections of the file count from 0."""

    kind: str
    note_id: str
    label: str
    section: int


class NoteMarks:
    """Keeps the marks of a document as they are met, in reading order."""

    def __init__(self, settings: etree._Element | None) -> None:
        self._document = {kind: _counting(settings, kind, DEFAULT_COUNTING[kind]) for kind in KINDS}
        self._sections: list[dict[str, Counting]] = []
        self.references: dict[str, Reference] = {}
        self.dropped: set[str] = set()

    def met(self, kind: str, note_id: str, label: str) -> str:
        """Record a mark and return its note's key; a note met twice keeps its first place."""
        key = key_of(kind, note_id)
        self.references.setdefault(key, Reference(kind, note_id, label, len(self._sections)))
        return key

    def drop(self, element: etree._Element) -> None:
        """Record that the marks inside `element` are not printed."""
        for reference in element.iter(*_REFERENCES):
            self.dropped.add(key_of(_REFERENCES[reference.tag], reference.get(w.ID, "")))

    def end_section(self, properties: etree._Element) -> None:
        """Close a section of the file with its w:sectPr, which may number notes its own way."""
        self._sections.append({kind: _counting(properties, kind, self._document[kind]) for kind in KINDS})

    def labels(self) -> dict[str, str]:
        """Return the printed label of every note met, by key, in the order of the marks."""
        labels = {}
        next_number: dict[str, int] = {}
        section_of: dict[str, int] = {}
        for key, reference in self.references.items():
            if reference.label:
                labels[key] = reference.label
                continue
            kind = reference.kind
            counting = self._counting_in(reference.section, kind)
            begins = kind not in next_number or (counting.restarts and section_of[kind] != reference.section)
            number = counting.start if begins else next_number[kind]
            next_number[kind], section_of[kind] = number + 1, reference.section
            labels[key] = printed_number(number, counting.style)
        return labels

    def _counting_in(self, section: int, kind: str) -> Counting:
        return self._sections[section][kind] if section < len(self._sections) else self._document[kind]


def _counting(parent: etree._Element | None, kind: str, base: Counting) -> Counting:
    properties = None if parent is None else parent.find(_PROPERTIES[kind])
    if properties is None:
        return base
    style = w.value_of(properties, w.NUMBER_FORMAT)
    start = w.value_of(properties, w.NUMBER_START)
    restart = w.value_of(properties, w.NUMBER_RESTART)
    return replace(
        base,
        style=style or base.style,
        start=w.whole_number(start, base.start),
        restarts=base.restarts if restart is None else restart == "eachSect",
    )
