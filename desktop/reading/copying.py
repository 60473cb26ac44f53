"""What goes to the clipboard: the words, the words with [n] and the notes below, the words with their source."""

from __future__ import annotations

from collections.abc import Iterator

from db.model import Note
from desktop.citations import chain, cite, number_path
from desktop.reading.page import Line, Page
from desktop.reading.page_map import Spot
from desktop.reading.passage import Passage


def selected_words(page: Page, start: Spot, end: Spot, marks: bool = False) -> str:
    """Return the words between two spots as the report has them; `marks` keeps each note's mark as [n]."""
    texts: list[str] = []
    for index in range(start.line, end.line + 1):
        line = page.lines[index]
        parts = list(_parts(line, index, start, end, marks))
        if line.table is None:
            texts.extend(text for _, text in parts)
            continue
        rows: dict[int, list[str]] = {}
        for number, text in parts:
            rows.setdefault(line.cells[number][0].row, []).append(" ".join(text.split()))
        texts.extend("\t".join(cells) for cells in rows.values())
    return "\n".join(texts)


def selected_notes(page: Page, start: Spot, end: Spot) -> list[Note]:
    """Return the notes whose marks lie between two spots, each once, in order."""
    found: dict[int, Note] = {}
    for index in range(start.line, end.line + 1):
        for number, passage in enumerate(page.lines[index].passages()):
            first, last = columns_in(passage, Spot(index, number), start, end)
            for note_id, left, right in passage.mark_columns():
                if first <= left and right <= last and note_id in page.notes:
                    found.setdefault(note_id, page.notes[note_id])
    return list(found.values())


def with_notes(page: Page, start: Spot, end: Spot) -> str:
    """Return the words with [n] at the marks, and below them the notes so named."""
    notes = [f"[{note.label}] {note.text.strip()}" for note in selected_notes(page, start, end)]
    words = selected_words(page, start, end, marks=True)
    return words + "\n\n" + "\n".join(notes) if notes else words


def with_citation(page: Page, start: Spot, end: Spot) -> str:
    """Return the words and a line that says where they stand."""
    line = page.lines[start.line]
    path = number_path(chain(page.sections, line.section_id))
    return selected_words(page, start, end) + "\n" + cite(page.content.data, path, line.paragraph)


def _parts(line: Line, index: int, start: Spot, end: Spot, marks: bool) -> Iterator[tuple[int, str]]:
    """Yield the selected words of each passage of a line, with the passage's number."""
    for number, passage in enumerate(line.passages()):
        first, last = columns_in(passage, Spot(index, number), start, end)
        if first <= last:
            yield number, _cut(passage, first, last, marks)


def columns_in(passage: Passage, at: Spot, start: Spot, end: Spot) -> tuple[int, int]:
    """Return the first and last column selected in a passage; (1, 0) where there is none."""
    here = (at.line, at.passage)
    if here < (start.line, start.passage) or here > (end.line, end.passage):
        return 1, 0
    first = start.column if here == (start.line, start.passage) else 0
    last = end.column if here == (end.line, end.passage) else passage.width
    return first, last


def _cut(passage: Passage, first: int, last: int, marks: bool) -> str:
    begin, stop = passage.offset(first), passage.offset(last)
    if not marks:
        return passage.text[begin:stop]
    pieces: list[str] = []
    columns = iter(passage.mark_columns())
    for run in passage.runs:
        if run.note_id:
            _, left, right = next(columns)
            if first <= left and right <= last:
                pieces.append(f"[{run.text.strip()}]")
        else:
            pieces.append(run.text[max(0, begin - run.offset) : max(0, stop - run.offset)])
    return "".join(pieces)
