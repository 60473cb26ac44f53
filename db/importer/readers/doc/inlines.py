"""From a stretch of characters to a line of text: special characters, fields, deletions ([MS-DOC] 2.6.1, sprmCFSpec).

Kept: text, tabs, breaks, hyphens, symbols, results of fields. Left out: instructions of fields, deletions, hidden
text; what a reader would miss is counted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from db.importer.readers.doc.drawings import Drawings
from db.importer.readers.doc.line import Line
from db.importer.readers.doc.notes import LONGEST_LABEL, Notes
from db.importer.readers.doc.pieces import Text
from db.importer.readers.doc.properties import Properties
from db.importer.readers.doc.runs import Run, Runs
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.importer.readers.shared.losses import (
    COMMENT,
    EMBEDDED_OBJECT,
    FIELD_WITHOUT_RESULT,
    HIDDEN_TEXT,
    IMAGE,
    TRACKED_DELETION,
    UNREADABLE_SIGN,
    Losses,
)
from db.importer.readers.shared.symbols import UNREADABLE

_SPECIAL = re.compile(r"[\x00-\x08\x0a-\x1f]")
_PLACEHOLDER = "("
_PICTURE, _NOTE, _COMMENT, _DRAWING = "\x01", "\x02", "\x05", "\x08"
_FIELD_BEGIN, _FIELD_SEPARATOR, _FIELD_END = "\x13", "\x14", "\x15"
_FIELD = (_FIELD_BEGIN, _FIELD_SEPARATOR, _FIELD_END)
_SIGNS = {"\x0b": "\n", "\x1e": "-", "\x1f": "\u00ad"}
_PAGE_OR_COLUMN = ("\x0c", "\x0e")


class Inlines:
    """Reads stretches of one text; what it meets on the way goes to `notes` and `losses`."""

    def __init__(
        self,
        text: Text,
        set_as: tuple[Properties, Runs],
        notes: Notes,
        drawings: Drawings,
        losses: Losses,
        *,
        old_letters: LegacyRuns,
    ) -> None:
        self._text = text
        self._properties, self._runs = set_as
        self._notes = notes
        self._drawings = drawings
        self._losses = losses
        self._old_letters = old_letters

    def read(self, start: int, end: int, paragraph_style: int) -> Line:
        """Return the text from CP `start` to before `end`, in a paragraph of a style."""
        line = Line(self._old_letters)
        for cp, stop, run in self._stretches(start, end, paragraph_style):
            self._read_run(cp, stop, run, line)
        return line

    def apart(self) -> Inlines:
        """Return a reader of the same text that keeps its losses to itself, for what is only looked at."""
        set_as = (self._properties, self._runs)
        return Inlines(self._text, set_as, self._notes, self._drawings, Losses(), old_letters=LegacyRuns())

    def is_deleted(self, cp: int) -> bool:
        """Whether the character at `cp`, a paragraph or row mark, is a tracked deletion."""
        _, _, run = next(self._stretches(cp, cp + 1, 0))
        return run.deleted

    def _stretches(self, start: int, end: int, paragraph_style: int) -> Iterator[tuple[int, int, Run]]:
        """Yield the stretches that lie together in the file and are set alike."""
        cp = start
        end = min(end, len(self._text.characters))
        while cp < end:
            piece = self._text.piece_at(cp)
            place = piece.place + (cp - piece.start) * piece.width
            stretch = self._properties.at(place)
            stop = min(end, piece.end, cp + max(1, (stretch.end - place) // piece.width))
            yield cp, stop, self._runs.run(paragraph_style, stretch.grpprl + piece.grpprl)
            cp = stop

    def _read_run(self, start: int, end: int, run: Run, line: Line) -> None:
        letters = self._text.characters[start:end]
        self._losses.add(TRACKED_DELETION, run.deleted and not line.was_deleted)
        line.was_deleted = run.deleted
        at = 0
        for place in self._special_places(letters, start, run):
            if place < at:
                continue
            self._letters(letters[at:place], run, line)
            at = place + self._special(letters, place, start + place, run, line)
        self._letters(letters[at:], run, line)

    def _special_places(self, letters: str, start: int, run: Run) -> list[int]:
        places = [match.start() for match in _SPECIAL.finditer(letters)]
        marks = self._notes.custom_marks
        first = bisect_left(marks, start)
        while first < len(marks) and marks[first] < start + len(letters):
            places.append(marks[first] - start)
            first += 1
        if run.symbol:
            places.extend(at for at, letter in enumerate(letters) if letter == _PLACEHOLDER)
        return sorted(set(places))

    def _letters(self, letters: str, run: Run, line: Line) -> None:
        if not letters or run.deleted:
            return
        if line.fields.in_instruction:
            line.fields.instruct(letters)
        elif run.hidden:
            self._losses.add(HIDDEN_TEXT, not line.was_hidden and bool(letters.strip()))
            line.was_hidden = True
        else:
            line.was_hidden = False
            line.add(letters, run.emphasis, run.font)

    def _special(self, letters: str, at: int, cp: int, run: Run, line: Line) -> int:
        """Read a character that is not a letter; return how many characters it takes."""
        sign = letters[at]
        if sign in _FIELD:
            self._field(sign, run, line)
        elif cp in self._notes.marks:
            return self._note(letters[at : at + LONGEST_LABEL], cp, run, line)
        elif not (run.deleted or run.hidden or line.fields.in_instruction):
            self._sign(sign, cp, run, line)
        return 1

    def _field(self, sign: str, run: Run, line: Line) -> None:
        if sign == _FIELD_BEGIN:
            line.fields.begin()
        elif sign == _FIELD_SEPARATOR:
            line.fields.separate()
            if run.is_object and not line.fields.in_instruction:
                line.in_object = True
                self._losses.add(EMBEDDED_OBJECT)
        else:
            words_missing = line.fields.end()
            line.in_object = False
            self._losses.add(FIELD_WITHOUT_RESULT, words_missing and not (run.deleted or run.hidden))

    def _note(self, letters: str, cp: int, run: Run, line: Line) -> int:
        """Set a note's mark; the signs of a hand-made one are its label, not text."""
        note = self._notes.marks[cp]
        label = run.symbol if run.symbol else self._notes.label_of(note, letters)
        if run.deleted or run.hidden:
            self._notes.drop(note.key)
        elif not line.fields.in_instruction:
            line.add_mark(self._notes.met(note, "" if note.is_automatic else label))
        return 1 if note.is_automatic or run.symbol else max(1, len(label))

    def _sign(self, sign: str, cp: int, run: Run, line: Line) -> None:
        if sign in _SIGNS:
            line.add(_SIGNS[sign], run.emphasis, run.font)
        elif sign in _PAGE_OR_COLUMN:
            if not line.is_empty:
                line.add("\n", run.emphasis, run.font)
        elif sign == _PLACEHOLDER:
            self._losses.add(UNREADABLE_SIGN, run.symbol == UNREADABLE)
            line.add(run.symbol, run.emphasis, "")
        elif sign == _COMMENT:
            self._losses.add(COMMENT)
        elif sign == _PICTURE and not run.is_data and not line.in_object:
            self._losses.add(EMBEDDED_OBJECT if run.is_object else IMAGE)
        elif sign == _DRAWING:
            self._drawing(cp, line)

    def _drawing(self, cp: int, line: Line) -> None:
        drawing = self._drawings.at(cp)
        if drawing is not None:
            self._losses.add(IMAGE, drawing.pictures)
            line.boxes.extend(drawing.shapes)
