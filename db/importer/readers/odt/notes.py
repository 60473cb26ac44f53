"""The notes of an OpenDocument text, which stand in its text where they are marked (OpenDocument 1.3 part 3, 6.3)."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from db.importer.document import NoteText
from db.importer.readers.odt import names as o
from db.importer.readers.shared.note_kinds import ENDNOTE, FOOTNOTE, key_of


class Notes:
    """Collects notes as they are met in reading order."""

    def __init__(self) -> None:
        self._texts: dict[str, NoteText | None] = {}

    def met(self, element: etree._Element, read: Callable[[etree._Element], str]) -> str:
        """Keep the text:note `element` and return its key; `read` gives the words of its body."""
        kind = ENDNOTE if element.get(o.NOTE_CLASS) == ENDNOTE else FOOTNOTE
        key = key_of(kind, element.get(o.ID, ""))
        if not element.get(o.ID) or key in self._texts:
            key = key_of(kind, f"#{len(self._texts) + 1}")
        # A note inside the note comes after it.
        self._texts[key] = None
        citation, body = element.find(o.NOTE_CITATION), element.find(o.NOTE_BODY)
        label = "" if citation is None else o.words(citation).strip() or citation.get(o.LABEL, "")
        self._texts[key] = NoteText(key, label, kind, "" if body is None else read(body))
        return key

    def all(self) -> tuple[NoteText, ...]:
        """Return the footnotes, then the endnotes, each in the order of their marks."""
        found = [note for note in self._texts.values() if note is not None]
        return tuple(sorted(found, key=lambda note: note.kind == ENDNOTE))
