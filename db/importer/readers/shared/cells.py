"""What is in a cell: paragraphs become one text with its marks, whatever format the table came in."""

from __future__ import annotations

from dataclasses import dataclass

from db.importer.document import Grid, GridCell, NoteMark, Paragraph

MAX_COLUMNS = 1_024
DEEPEST_TABLE = 50
"""So many tables inside each other are read; the words of deeper ones become a paragraph."""

Blocks = list[Paragraph | Grid]


@dataclass(frozen=True, slots=True)
class CellText:
    """What a cell says; `bold` if all of it is, `heading` and `title` as in `GridCell`."""

    text: str
    marks: tuple[NoteMark, ...] = ()
    bold: bool = False
    heading: int | None = None
    title: str = ""

    def cell(self, row: int, col: int, rowspan: int, colspan: int) -> GridCell:
        """Return the cell that says it."""
        return GridCell(row, col, rowspan, colspan, self.text, self.marks, self.bold, self.heading, self.title)


@dataclass(slots=True)
class GrowingCell:
    """A cell of a table under way, which may still grow to the right and downwards."""

    row: int
    col: int
    colspan: int
    said: CellText
    rowspan: int = 1

    def frozen(self) -> GridCell:
        """Return the cell as it has become."""
        return self.said.cell(self.row, self.col, self.rowspan, self.colspan)


_EMPTY = CellText("")


def joined(paragraphs: list[Paragraph]) -> CellText:
    """Return paragraphs as one text with a newline between them, automatic numbers included, marks moved along."""
    if not paragraphs:
        return _EMPTY
    if len(paragraphs) == 1 and not paragraphs[0].marker:  # nearly every cell
        (only,) = paragraphs
        return CellText(only.text, only.marks, _is_bold(only), *_heading(paragraphs))
    pieces: list[str] = []
    marks: list[NoteMark] = []
    offset = 0
    for paragraph in paragraphs:
        if paragraph.marker:
            text = f"{paragraph.marker} {paragraph.text}".rstrip()
            start = offset + min(len(paragraph.marker) + 1, len(text))
        else:
            text, start = paragraph.text, offset
        pieces.append(text)
        marks.extend(NoteMark(start + mark.offset, mark.key) for mark in paragraph.marks)
        offset += len(text) + 1
    bold = all(_is_bold(paragraph) for paragraph in paragraphs)
    heading, title = _heading(paragraphs)
    return CellText("\n".join(pieces), tuple(marks), bold, heading, title)


def _heading(paragraphs: list[Paragraph]) -> tuple[int | None, str]:
    """The first paragraph of a cell that its style calls a heading, with its level."""
    for paragraph in paragraphs:
        if paragraph.heading is not None and paragraph.text.strip():
            return paragraph.heading, f"{paragraph.marker} {paragraph.text}".strip()
    return None, ""


def _is_bold(paragraph: Paragraph) -> bool:
    """Whether every letter of the paragraph is bold; blanks do not matter."""
    end = 0
    for stretch in paragraph.emphasis:
        if "b" not in stretch.style:
            continue
        if paragraph.text[end : stretch.start].strip():
            return False
        end = stretch.end
    return end > 0 and not paragraph.text[end:].strip()
