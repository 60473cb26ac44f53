"""Takes apart what only lays out a report's head, recipients and signature: tables, columns, broken lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from db.importer.document import Grid, GridCell, NoteMark, Paragraph
from db.importer.headings import opening_of
from db.importer.zones import (
    HEAD_DEPTH,
    LINE_LENGTH,
    RECIPIENTS,
    TITLE,
    TITLE_LENGTH,
    Part,
    is_ruler,
    names_the_head,
    signs_for,
    signs_for_another,
)
from db.model import Emphasis

_BESIDE = re.compile(r"Nơi nhận\s*:?(?:\t+| {3,})\S", re.IGNORECASE)
_GAP = re.compile(r"\t+| {3,}")
_ITEM = re.compile(r"[-–+*]\s*\S")


def unfold(parts: Sequence[Part]) -> list[Part]:
    """Take apart what only lays out the head, the recipients or the signature: such tables, and lines in one paragraph.

    Blank paragraphs go; everything else stays as it is.
    """
    unfolded: list[Part] = []
    near_top = True
    for index, part in enumerate(parts):
        if isinstance(part, Grid):
            unfolded.extend(_grid_lines(part) if _is_frame(part, near_top) else [part])
            continue
        near_top = near_top and index < HEAD_DEPTH and not _begins_the_text(part)
        if "\n" in part.text and any(_frames(line) for line in part.text.split("\n")):
            unfolded.extend(_lines(part))
        elif part.text or part.marks:
            unfolded.append(part)
    return _unfold_end(unfolded)


def _frames(line: str) -> bool:
    text = line.strip()
    return bool(TITLE.fullmatch(text) or RECIPIENTS.match(text) or names_the_head(text) or signs_for(text))


def _unfold_end(parts: list[Part]) -> list[Part]:
    """Part recipients and signature that a text file writes beside each other on one line."""
    start = next(
        (
            i
            for i, part in enumerate(parts)
            if isinstance(part, Paragraph) and len(part.text) <= LINE_LENGTH and _BESIDE.match(part.text)
        ),
        None,
    )
    if start is None:
        return parts
    end = start
    left: list[Part] = []
    right: list[Part] = []
    while end < len(parts):
        part = parts[end]
        if isinstance(part, Grid) or len(part.text) > LINE_LENGTH or _is_numbered(part.text):
            break
        first, *second = _lines(replace(part, text=_GAP.sub(_line_end, part.text, count=1)))
        (left if second or is_ruler(first.text) or _ITEM.match(first.text) else right).append(first)
        right.extend(second)
        end += 1
    return [*parts[:start], *left, *right, *parts[end:]]


def _line_end(gap: re.Match[str]) -> str:
    """As many characters as the gap, so that no mark moves."""
    return " " * (len(gap[0]) - 1) + "\n"


def _is_numbered(text: str) -> bool:
    opening = opening_of(text)
    return opening is not None and not opening.is_item


def _begins_the_text(part: Paragraph) -> bool:
    return len(part.text) > TITLE_LENGTH or part.heading is not None or bool(opening_of(part.text))


def _is_frame(grid: Grid, near_top: bool) -> bool:
    """Whether a table holds the head of a report, or its recipients and signature, and no data."""
    if grid.cols > 4 or grid.rows > 4:
        return False
    lines = [line.strip() for cell in grid.cells for line in cell.text.split("\n")]
    if near_top and sum(names_the_head(line) for line in lines) >= 2:
        return True
    return any(RECIPIENTS.match(line) and line.endswith(":") for line in lines) or (
        grid.cols <= 3 and any(signs_for_another(line) for line in lines)
    )


def _grid_lines(grid: Grid) -> list[Paragraph]:
    return [line for cell in grid.cells for line in _cell_lines(cell, grid.origin)]


def _cell_lines(cell: GridCell, origin: str) -> list[Paragraph]:
    return _lines(Paragraph(cell.text, cell.marks, align="center", origin=origin))


def _lines(paragraph: Paragraph) -> list[Paragraph]:
    """Part a paragraph at its line ends, with the marks and the emphasis of each line."""
    lines: list[Paragraph] = []
    start = 0
    for piece in paragraph.text.split("\n"):
        end = start + len(piece)
        lead = start + len(piece) - len(piece.lstrip())
        text = piece.strip()
        marks = tuple(_shifted(mark, lead, text) for mark in paragraph.marks if start <= mark.offset <= end)
        if text or marks:
            emphasis = _within(paragraph.emphasis, lead, lead + len(text))
            lines.append(
                Paragraph(
                    text,
                    marks,
                    paragraph.marker if start == 0 else "",
                    paragraph.heading,
                    paragraph.align,
                    emphasis,
                    paragraph.origin,
                )
            )
        start = end + 1
    return lines


def _shifted(mark: NoteMark, lead: int, text: str) -> NoteMark:
    return NoteMark(min(max(mark.offset - lead, 0), len(text)), mark.key)


def _within(spans: tuple[Emphasis, ...], start: int, end: int) -> tuple[Emphasis, ...]:
    cut = (Emphasis(max(span.start, start) - start, min(span.end, end) - start, span.style) for span in spans)
    return tuple(span for span in cut if span.start < span.end)
