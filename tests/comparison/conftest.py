"""Small reports written as lines of text, and comparisons driven to their end."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from db.comparison import Comparison, compare
from db.importer.assemble import content_of
from db.importer.document import Document, Grid, GridCell, NoteMark, NoteText, Paragraph
from db.importer.readers import reader_for
from db.model import Content

PAIRS = Path(__file__).resolve().parents[1] / "gold" / "pairs"
SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"

Read = Callable[[str], Content]

_MARK = re.compile(r"\[\^(\w+)\]")
_NOTE = re.compile(r"\^(\w+): (.*)")


def document_of(text: str) -> Document:
    """Read the markup: a paragraph a line, [^a] a note's mark, "^a: …" the note, |a|b| a row, |!a|b| its head."""
    blocks: list[Paragraph | Grid] = []
    notes: list[NoteText] = []
    rows: list[tuple[bool, list[str]]] = []

    def end_table() -> None:
        if rows:
            blocks.append(_grid(rows))
            rows.clear()

    for line in text.splitlines():
        note = _NOTE.fullmatch(line)
        if line.startswith("|"):
            head = line.startswith("|!")
            rows.append((head, [cell.strip() for cell in line.removeprefix("|!").strip("|").split("|")]))
            continue
        end_table()
        if note:
            notes.append(NoteText(note[1], str(len(notes) + 1), "footnote", note[2]))
        elif line.strip():
            blocks.append(_paragraph(line))
    end_table()
    return Document("text", tuple(blocks), tuple(notes))


def _paragraph(line: str) -> Paragraph:
    marks: list[NoteMark] = []
    parts: list[str] = []
    done = length = 0
    for mark in _MARK.finditer(line):
        parts.append(line[done : mark.start()])
        length += len(parts[-1])
        marks.append(NoteMark(length, mark[1]))
        done = mark.end()
    return Paragraph("".join([*parts, line[done:]]), tuple(marks))


def _grid(rows: list[tuple[bool, list[str]]]) -> Grid:
    """A cell "<" belongs to the one left of it, "^" to the one above."""
    width = max(len(cells) for _, cells in rows)
    spans: dict[tuple[int, int], list[int]] = {}
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row, (_, cells) in enumerate(rows):
        for col, text in enumerate(cells):
            at = {"<": (row, col - 1), "^": (row - 1, col)}.get(text)
            owner[row, col] = owner[at] if at else (row, col)
            span = spans.setdefault(owner[row, col], [1, 1])
            span[0] = max(span[0], row - owner[row, col][0] + 1)
            span[1] = max(span[1], col - owner[row, col][1] + 1)
    cells_ = tuple(GridCell(row, col, *span, rows[row][1][col]) for (row, col), span in sorted(spans.items()))
    return Grid(len(rows), width, cells_, header_rows=sum(1 for head, _ in rows if head))


def content(text: str) -> Content:
    """Return a report written in the markup."""
    return content_of(document_of(text), "báo cáo.txt")


def compared(left: Content, right: Content, **options: object) -> Comparison:
    """Drive a comparison to its end."""
    work = compare(left, right, **options)  # type: ignore[arg-type]
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: Comparison = end.value
            return found


@pytest.fixture(scope="session")
def read() -> Read:
    """Return a function from markup to a report."""
    return content


@pytest.fixture(scope="session")
def run() -> Callable[..., Comparison]:
    """Return a function that compares two reports."""
    return compared


@pytest.fixture(scope="session")
def samples() -> dict[int, Content]:
    """The four sample reports by year."""
    paths = sorted(SAMPLES.glob("bao-cao-mau-quang-nam-20??.*"))
    return {int(path.stem[-4:]): content_of(reader_for(path).read(path), path.name) for path in paths}
