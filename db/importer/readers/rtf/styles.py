"""Which styles are headings (RTF 1.9.1, "Style Sheet"); all else a style says, paragraphs repeat themselves."""

from __future__ import annotations

import re

from db.importer.readers.rtf.paragraphs import outline_level
from db.importer.readers.rtf.tree import Group
from db.importer.readers.shared.heading_level import NO_HEADING

_HEADING_NAME = re.compile(r"heading ([1-9])", re.IGNORECASE)


class Styles:
    """The paragraph styles of a file by their numbers."""

    def __init__(self) -> None:
        self._styles: dict[int, Group] = {}
        self._headings: dict[int, int | None] = {}

    def read(self, table: Group) -> None:
        """Take the style sheet; the styles of letters and tables have a star and do not count."""
        self._styles = {style.number(b"s"): style for style in table.groups if not style.starred}
        self._headings = {}

    def heading(self, style: int, outline: int | None) -> int | None:
        """Return the heading level (1 … 9) of a paragraph of a style, for what it says itself; None for none."""
        level = self._heading(style) if outline is None else outline
        return level if level is not None and level < NO_HEADING else None

    def _heading(self, number: int) -> int | None:
        """Follow a style to one that speaks; a circle of styles says nothing."""
        if number not in self._headings:
            met: set[int] = set()
            level: int | None = None
            at = number
            while level is None and at in self._styles and at not in met:
                met.add(at)
                level = _own_level(self._styles[at])
                at = self._styles[at].number(b"sbasedon", -1)
            self._headings[number] = level
        return self._headings[number]


def _own_level(style: Group) -> int | None:
    if b"outlinelevel" in style.words:
        return outline_level(style.words[b"outlinelevel"])
    name = _HEADING_NAME.fullmatch(style.text.partition(";")[0].partition(",")[0].strip())
    return int(name.group(1)) if name else None
