"""The notes of a report as a sheet: for Excel and Word."""

from __future__ import annotations

from collections.abc import Iterable

from db.export.sheet import Sheet
from desktop.citations import cite
from desktop.footnotes.book import Book, Entry
from desktop.languages import translate


def sheet_of(book: Book, entries: Iterable[Entry]) -> Sheet:
    """Return one row per note, in the order given: its label, its words, the section of its mark."""
    rows = []
    for entry in entries:
        where = " ".join(part for part in (entry.path, entry.section) if part)
        linked = "" if entry.note.linked else translate("NoteSheet", "no mark known")
        rows.append((entry.note.label, entry.note.text, where, linked))
    headings = (
        translate("NoteSheet", "Number"),
        translate("NoteSheet", "Note"),
        translate("NoteSheet", "Section of its mark"),
        translate("NoteSheet", "Remark"),
    )
    title = translate("NoteSheet", "Notes of the report {year}").format(year=book.data.period or book.data.year or "")
    source = translate("NoteSheet", "Source: {report}").format(report=cite(book.data, "").strip("()"))
    return Sheet(title.strip(), headings, tuple(rows), (8, 90, 40, 16), (source,))
