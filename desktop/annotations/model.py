"""The user's highlights and notes as a list: filtered by words, by report, or those that lost their place."""

from __future__ import annotations

from PySide6.QtCore import QObject

from db.annotated import Noted
from db.messages import words_of
from db.vietnamese.folding import nfc, search_form
from desktop.languages import current_language, translate
from desktop.pens import pen_name
from desktop.widgets.rows import ROW, RowsList

NOTED = ROW
HERE, ALL, LOST = "here", "all", "lost"
"""What the list is limited to: the report in front, nothing, what lost its place."""


class NotedList(RowsList[Noted]):
    """Rows are `Noted`, in reading order, the newest report first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Noted, ...] = ()
        self._here = 0
        self._kind = ALL
        self._words = ""

    def show_all(self, notes: tuple[Noted, ...]) -> None:
        """Take other notes, and show those within the limits."""
        self._all = notes
        self._choose()

    def limit(self, kind: str, report_id: int, words: str) -> None:
        """Keep those of the report (where `kind` is HERE), all or the lost ones, that hold all `words`."""
        asked = " ".join(words.split())
        if (kind, report_id, asked) != (self._kind, self._here, self._words):
            self._kind, self._here, self._words = kind, report_id, asked
            self._choose()

    def shown(self) -> list[Noted]:
        """Return the rows in view, in order."""
        return list(self.rows)

    def lost(self) -> int:
        """Return how many of all have lost their place."""
        return sum(one.lost for one in self._all)

    def row_of(self, key: str) -> int:
        """Return the row of an annotation, or -1."""
        return next((number for number, one in enumerate(self.rows) if one.annotation.key == key), -1)

    def words(self, row: Noted) -> str:
        return f"«{row.annotation.quote}» {row.annotation.words}".strip()

    def spoken(self, row: Noted) -> str:
        return spoken(row)

    def _choose(self) -> None:
        asked = [search_form(nfc(word)) for word in self._words.split()]
        self.show([one for one in self._all if self._belongs(one) and all(word in _folded(one) for word in asked)])

    def _belongs(self, one: Noted) -> bool:
        if self._kind == LOST:
            return one.lost
        return self._kind == ALL or (one.report is not None and one.report.id == self._here)


def place_words(one: Noted) -> str:
    """Return where a note stands: "2023 · mục I.2, đoạn 3", or that it has lost its place."""
    if one.report is None:
        return translate("Annotations", "report not in the library")
    data = one.report.data
    name = data.period or str(data.year or "") or data.title or one.report.source.name
    if one.lost or one.cited is None:
        return f"{name} · " + translate("Annotations", "place lost")
    cited, language = one.cited, current_language()
    named = {"section": cited.section, "table": cited.table, "paragraph": cited.paragraph, "note": cited.note}
    parts = [words_of("citation", key, language, value=value) for key, value in named.items() if value]
    return " · ".join(part for part in (name, ", ".join(parts)) if part)


def spoken(one: Noted) -> str:
    """Return all of a note in words: pen, words marked, note, place."""
    pen = translate("Annotations", "Highlight, {pen}").format(pen=pen_name(one.annotation.colour).lower())
    note = translate("Annotations", "Note: {words}").format(words=one.annotation.words) if one.annotation.words else ""
    return ". ".join(part for part in (pen, f"«{one.annotation.quote}»", note, place_words(one)) if part)


def _folded(one: Noted) -> str:
    return search_form(nfc(spoken(one)))
