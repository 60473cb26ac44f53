"""The words of two paragraphs as one: what both have, what is struck out, what is put in, and the notes' marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from db.comparison.redline import redline
from db.comparison.rows import Comparison
from db.model import Emphasis, Mark

_FIRST_MARK = 0xF0000
"""Letters for private use from here on stand for notes while texts are compared; no report can hold so many of them."""


@dataclass(frozen=True, slots=True)
class Text:
    """What is to be told of one side: its words, the notes' marks in them, and how they are set."""

    text: str = ""
    marks: tuple[Mark, ...] = ()
    emphasis: tuple[Emphasis, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one kind (same, dropped or new) and one style; or, with `notes`, a note's mark.

    `notes` are the ids of the note on the left and on the right, None where it has none.
    """

    kind: str
    text: str = ""
    style: str = ""
    notes: tuple[int | None, int | None] | None = None


class Notes:
    """Gives every note a letter, paired ones the same."""

    def __init__(self, comparison: Comparison) -> None:
        self._letters: tuple[dict[int, str], dict[int, str]] = ({}, {})
        self._ends: list[tuple[int | None, int | None]] = []
        for pair in comparison.notes:
            self._add((pair.left, pair.right))

    def _add(self, ends: tuple[int | None, int | None]) -> str:
        letter = chr(_FIRST_MARK + len(self._ends))
        self._ends.append(ends)
        for letters, end in zip(self._letters, ends, strict=True):
            if end is not None:
                letters.setdefault(end, letter)
        return letter

    def letter(self, side: int, note_id: int) -> str:
        """Return the letter of a note of the left (0) or the right (1)."""
        found = self._letters[side].get(note_id)
        return found or self._add((note_id, None) if side == 0 else (None, note_id))

    def ends(self, letter: str) -> tuple[int | None, int | None] | None:
        """Return the two notes a letter stands for, None for a letter of the text."""
        place = ord(letter) - _FIRST_MARK
        return self._ends[place] if 0 <= place < len(self._ends) else None


def revised(left: Text | None, right: Text | None, notes: Notes) -> list[Piece]:
    """Return both texts as one row of pieces; None for a side where there is nothing."""
    sides = [_lettered(text, side, notes) for side, text in enumerate((left, right))]
    letters: list[tuple[str, str, str]] = []  # kind, letter, style
    done = [0, 0]
    for kind, text in _runs(sides[0][0], sides[1][0], lambda letter: notes.ends(letter) is not None):
        side = 0 if kind == "dropped" else 1
        styles = sides[side][1][done[side] : done[side] + len(text)]
        letters += [(kind, letter, style) for letter, style in zip(text, styles, strict=True)]
        for one in (0, 1) if kind == "same" else (side,):
            done[one] += len(text)
    return list(_pieces(letters, notes))


def _lettered(text: Text | None, side: int, notes: Notes) -> tuple[str, list[str]]:
    """Return the words with letters for the marks, and the style of every letter."""
    if text is None:
        return "", []
    styles = [""] * len(text.text)
    for stretch in text.emphasis:
        styles[stretch.start : stretch.end] = [stretch.style] * len(styles[stretch.start : stretch.end])
    words = text.text
    for mark in sorted(text.marks, key=lambda mark: mark.offset)[::-1]:
        words = words[: mark.offset] + notes.letter(side, mark.note_id) + words[mark.offset :]
        styles.insert(mark.offset, "")
    return words, styles


def _runs(left: str, right: str, is_mark: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    if left == right:
        yield "same", left
        return
    runs = redline(left, right, masked=False)
    place = 0
    while place < len(runs):
        run = runs[place]
        after = runs[place + 1] if place + 1 < len(runs) else None
        if run.kind == "dropped" and after is not None and after.kind == "new":
            yield from _parted(run.text, after.text, is_mark)
            place += 1
        else:
            yield run.kind, run.text
        place += 1


def _parted(old: str, new: str, is_mark: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Keep the mark of a note that stands between other words on both sides: the note itself has stayed."""
    at = next((at for at, letter in enumerate(old) if is_mark(letter) and letter in new), None)
    if at is None:
        yield from (run for run in (("dropped", old), ("new", new)) if run[1])
        return
    cut = new.index(old[at])
    yield from (run for run in (("dropped", old[:at]), ("new", new[:cut]), ("same", old[at])) if run[1])
    yield from _parted(old[at + 1 :], new[cut + 1 :], is_mark)


def _pieces(letters: Sequence[tuple[str, str, str]], notes: Notes) -> Iterator[Piece]:
    for (kind, ends, style), group in groupby(letters, lambda one: (one[0], notes.ends(one[1]), one[2])):
        if ends is None:
            yield Piece(kind, "".join(letter for _, letter, _ in group), style)
        else:
            yield from (Piece(kind, notes=ends) for _ in group)
