"""What a paragraph says of itself, and the words that say it (RTF 1.9.1, "Paragraph Formatting Properties")."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from db.importer.readers.shared.heading_level import NO_HEADING

DEEPEST_TABLE = 50
_DEEPEST_LIST = 8


class ParagraphSays(NamedTuple):
    """The setting of a paragraph. `outline` is a heading level, NO_HEADING or None; `depth` counts tables around it."""

    style: int = 0
    outline: int | None = None
    align: str = ""
    list_number: int = 0
    list_level: int = 0
    depth: int = 0


PLAIN = ParagraphSays()

_Change = Callable[[ParagraphSays, int | None], ParagraphSays]


def _style(says: ParagraphSays, number: int | None) -> ParagraphSays:
    return says._replace(style=number or 0)


def _outline(says: ParagraphSays, number: int | None) -> ParagraphSays:
    return says._replace(outline=outline_level(number))


def _list(says: ParagraphSays, number: int | None) -> ParagraphSays:
    return says._replace(list_number=number or 0)


def _list_level(says: ParagraphSays, number: int | None) -> ParagraphSays:
    return says._replace(list_level=max(0, min(number or 0, _DEEPEST_LIST)))


def _in_table(says: ParagraphSays, number: int | None) -> ParagraphSays:
    return says._replace(depth=0 if number == 0 else max(1, says.depth))


def _depth(says: ParagraphSays, number: int | None) -> ParagraphSays:
    return says._replace(depth=max(0, min(number or 0, DEEPEST_TABLE)))


def _aligned(align: str) -> _Change:
    def change(says: ParagraphSays, number: int | None) -> ParagraphSays:  # a change like the others
        return says._replace(align=align)

    return change


PARAGRAPH_WORDS: dict[bytes, _Change] = {
    b"s": _style,
    b"outlinelevel": _outline,
    b"ls": _list,
    b"ilvl": _list_level,
    b"intbl": _in_table,
    b"itap": _depth,
    b"ql": _aligned(""),
    b"qc": _aligned("center"),
    b"qr": _aligned("right"),
    **dict.fromkeys((b"qj", b"qd", b"qt", b"qk"), _aligned("justify")),
}
"""What a word changes: what the paragraph says before it, and its number, to what it says then."""


def outline_level(number: int | None) -> int:
    """Return the heading level of an \\outlinelevel; NO_HEADING for body text."""
    level = number or 0
    return level + 1 if 0 <= level < NO_HEADING - 1 else NO_HEADING
