"""How wide the columns of a table want to be, in characters."""

from __future__ import annotations

import unicodedata

from db.export.table import ExportCell, ExportTable

NARROWEST = 5
WIDEST = 52
_NARROW = dict.fromkeys("iljtfrI.,;:!'()[]/-|", 0.34)
_ROWS = 400  # as many rows tell what a column needs
_HEAD_LINES = 3  # a caption may break over that many lines


def widths_of(table: ExportTable) -> tuple[int, ...]:
    """Return the width of every column: as told, else so that numbers stay whole and words break over few lines."""
    if len(table.widths) == table.cols:
        return table.widths
    widths = [NARROWEST] * table.cols
    for row in table.rows[:_ROWS]:
        for col, cell in enumerate(row):
            if cell.colspan == 1 and cell.text:
                widths[col] = max(widths[col], _wanted(cell))
    for row in table.head:
        for col, cell in enumerate(row):
            if cell.colspan == 1 and cell.text:
                longest = max(map(columns, cell.text.split()), default=0)
                widths[col] = max(widths[col], min(WIDEST, max(longest, columns(cell.text) // _HEAD_LINES) + 2))
    return tuple(widths)


def columns(text: str) -> int:
    """Return how many columns of type a line takes: a combining mark none, a wide letter two."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))


def lines(text: str, width: int) -> int:
    """Return how many lines a text takes in a column of that width, guessed from its letters."""
    return sum(max(1, -(-columns(line) // max(1, width))) for line in text.split("\n"))


def ems(word: str, bold: bool = False) -> float:
    """Return how wide a word is set in Times New Roman, in sizes of its letters, a little on the safe side."""
    width = 0.0
    for letter in unicodedata.normalize("NFD", word):
        if unicodedata.combining(letter):
            continue
        width += _NARROW.get(letter, 0.78 if letter in "mwMW%@" else 0.7 if letter.isupper() else 0.5)
    return width * 1.06 if bold else width


def _wanted(cell: ExportCell) -> int:
    longest = max(map(columns, cell.text.split("\n")))
    return longest + 2 if cell.kind == "number" else min(WIDEST, longest + 1)
