"""The notes of one report and where their marks stand. No Qt."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from db.model import Content, Figure, Note, ReportData
from desktop.citations import chain, cite, label, note_sections, number_path


@dataclass(frozen=True, slots=True)
class Entry:
    """A note with the path of the section its mark stands in ("I.2", "Về phát triển kinh tế"); empty if unknown."""

    note: Note
    path: str
    section: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """All notes of a report in its own order."""

    data: ReportData = field(default_factory=ReportData)
    entries: dict[int, Entry] = field(default_factory=dict)

    def citation(self, note_id: int) -> str:
        """Return the source line of a note."""
        entry = self.entries[note_id]
        return cite(self.data, entry.path, note=entry.note.label)


def book_of(content: Content | None) -> Book:
    """Collect the notes of a report; an empty book for None."""
    if content is None:
        return Book()
    sections = {section.id: section for section in content.sections}
    places = note_sections(content)
    figures: dict[int, list[Figure]] = defaultdict(list)
    for figure in content.figures:
        if figure.place.note_id is not None:
            figures[figure.place.note_id].append(figure)
    entries = {}
    for note in content.notes:
        path = chain(sections, places.get(note.id))
        name = label(path[-1]) if path else ""
        entries[note.id] = Entry(note, number_path(path), name, tuple(figures[note.id]))
    return Book(content.data, entries)
