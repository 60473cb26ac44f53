"""Footnotes and endnotes: which are met, in what order, what labels they print (RTF 1.9.1, "Footnotes")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from db.importer.document import NoteText
from db.importer.readers.shared.note_kinds import DEFAULT_COUNTING, ENDNOTE, FOOTNOTE, KINDS, Counting, key_of
from db.importer.readers.shared.number_formats import printed_number

LONGEST_LABEL = 10
"""How many signs of a hand-made mark are looked at; Word itself allows ten."""

_LARGEST_START = 1_000_000
_STYLES = {
    b"nar": "decimal",
    b"nalc": "lowerLetter",
    b"nauc": "upperLetter",
    b"nrlc": "lowerRoman",
    b"nruc": "upperRoman",
    b"nchi": "chicago",
}
_KINDS = {b"ftn": FOOTNOTE, b"aftn": ENDNOTE}
_WHATS = (*_STYLES, b"start", b"restart", b"rstcont", b"rstpg")
COUNTING_WORDS = {
    section + kind + what: (bool(section), _KINDS[kind], what)
    for section in (b"", b"s")
    for kind in _KINDS
    for what in _WHATS
}
"""The words on how notes are numbered: whether of the section, of which kind of note, and what they say."""


@dataclass(frozen=True, slots=True)
class _Reference:
    """A mark that was met. `label` is set if it was made by hand."""

    key: str
    kind: str
    label: str
    section: int
    counting: Counting


class Notes:
    """Keeps the notes of a document as they are met, in the order of their marks."""

    def __init__(self) -> None:
        self.only_endnotes = False
        self._document = dict(DEFAULT_COUNTING)
        self._section_says: dict[str, Counting | None] = dict.fromkeys(KINDS)
        self._section = 0
        self._references: dict[str, _Reference] = {}
        self._texts: dict[str, str] = {}

    def says(self, word: bytes, number: int | None) -> None:
        """Take one of COUNTING_WORDS."""
        of_section, kind, what = COUNTING_WORDS[word]
        if of_section:
            self._section_says[kind] = _changed(self._counting(kind), what, number)
        else:
            self._document[kind] = _changed(self._document[kind], what, number)

    def reset_section(self) -> None:
        """Forget what the section said (\\sectd)."""
        self._section_says = dict.fromkeys(KINDS)

    def end_section(self) -> None:
        """Begin the next section, which says what this one did unless it says so."""
        self._section += 1

    def met(self, kind: str, label: str, text: str) -> str:
        """Record a note whose mark is printed and return its key; `label` is its hand-made mark or ""."""
        key = key_of(kind, str(len(self._texts) + 1))
        self._references[key] = _Reference(key, kind, label, self._section, self._counting(kind))
        self._texts[key] = text
        return key

    def drop(self, key: str) -> None:
        """Record that a note's mark is not printed after all."""
        self._references.pop(key, None)

    def all(self) -> tuple[NoteText, ...]:
        """Return the notes that are left, footnotes first."""
        labels = self._labels()
        kinds = {key: reference.kind for key, reference in self._references.items()}
        notes = [NoteText(key, label, kinds[key], _without_label(self._texts[key], label)) for key, label in labels]
        return tuple(sorted(notes, key=lambda note: note.kind == ENDNOTE))

    def _counting(self, kind: str) -> Counting:
        return self._section_says[kind] or self._document[kind]

    def _labels(self) -> list[tuple[str, str]]:
        labels = []
        next_number: dict[str, int] = {}
        section_of: dict[str, int] = {}
        for reference in self._references.values():
            kind, counting = reference.kind, reference.counting
            if reference.label:
                labels.append((reference.key, reference.label))
                continue
            begins = kind not in next_number or (counting.restarts and section_of[kind] != reference.section)
            number = counting.start if begins else next_number[kind]
            next_number[kind], section_of[kind] = number + 1, reference.section
            labels.append((reference.key, printed_number(number, counting.style)))
        return labels


def label_in(word: str, text: str, is_raised: bool) -> str:
    """Return how much at the end of `word` is the hand-made mark of a note that says `text`.

    A note repeats its mark at its start. Where it does not, a raised word is the mark whole, another one is none; nor
    are letters the mark that only happen to begin the note.
    """
    for start in range(len(word)):
        sign = word[start:]
        if text.startswith(sign) and (is_raised or not sign.isalnum()):
            return sign
    return word if is_raised else ""


def _changed(counting: Counting, what: bytes, number: int | None) -> Counting:
    if what in _STYLES:
        return replace(counting, style=_STYLES[what])
    if what == b"start":
        return replace(counting, start=max(1, min(number or 1, _LARGEST_START)))
    return replace(counting, restarts=what == b"restart")


def _without_label(text: str, label: str) -> str:
    """Drop a hand-made mark that the note repeats at its start; a number is never typed there."""
    if label and not label.isalnum() and text.startswith(label):
        return text[len(label) :].lstrip()
    return text
