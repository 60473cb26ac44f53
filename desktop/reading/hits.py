"""Finding words in one report: in its lines, its tables, and the notes its marks lead to. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from db.vietnamese.folding import fold, letters, nfc, search_form
from desktop.reading.page import Page


@dataclass(frozen=True, slots=True)
class Hit:
    """Where the words stand: a passage of a line, or a note (then line and passage are its mark's). Code points."""

    line: int
    passage: int
    start: int
    end: int
    note_id: int = 0


def find_hits(page: Page, words: str, whole_word: bool = False, with_marks: bool = False) -> list[Hit]:
    """Return every place of `words`, in reading order; a note comes right after its mark's line.

    `with_marks` tells the letters' marks apart (then "bao" does not find "báo"); else they do not matter.
    """
    pattern = _pattern(words, whole_word, with_marks)
    if pattern is None:
        return []
    form = letters if with_marks else search_form
    found: list[Hit] = []
    seen: set[int] = set()
    for index, line in enumerate(page.lines):
        notes: list[Hit] = []
        for number, passage in enumerate(line.passages()):
            text = form(passage.text)
            found.extend(Hit(index, number, start, end) for start, end in _spans(pattern, text))
            for note_id, _, _ in passage.mark_columns():
                if note_id not in seen and note_id in page.notes:
                    seen.add(note_id)
                    spans = _spans(pattern, form(page.notes[note_id].text))
                    notes.extend(Hit(index, number, start, end, note_id) for start, end in spans)
        found.extend(notes)
    return found


def spans_in(text: str, words: str, whole_word: bool = False, with_marks: bool = False) -> list[tuple[int, int]]:
    """Return where `words` stand in a single text."""
    pattern = _pattern(words, whole_word, with_marks)
    return [] if pattern is None else list(_spans(pattern, (letters if with_marks else search_form)(text)))


def is_plain(words: str) -> bool:
    """Whether the words carry no marks, so that they are meant without."""
    return fold(words) == nfc(words).lower()


def _pattern(words: str, whole_word: bool, with_marks: bool) -> re.Pattern[str] | None:
    form = (letters if with_marks else search_form)(nfc(words)).split()
    if not form:
        return None
    joined = r"\s+".join(re.escape(part) for part in form)
    return re.compile(rf"(?<!\w){joined}(?!\w)" if whole_word else joined)


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        yield match.span()
