"""Styles and what they hand down: heading level, list, alignment, letters (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from lxml import etree

from db.importer.readers.docx import names as w
from db.importer.readers.docx.letters import letters_of
from db.importer.readers.shared.heading_level import NO_HEADING
from db.importer.readers.shared.letters import NOTHING_SAID, Letters

_HEADING_NAME = re.compile(r"heading ([1-9])")
_ALIGNMENTS = {
    "left": "",
    "start": "",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "justify",
    "distribute": "justify",
}


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Which list a paragraph belongs to and how deep; None where it is not said."""

    number_id: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all it inherits. `heading` is 1 … 9, NO_HEADING or None."""

    heading: int | None = None
    place: ListPlace = ListPlace()
    align: str | None = None
    letters: Letters = NOTHING_SAID

    def over(self, base: Style) -> Style:
        """Return this style where it says something, else what `base` says."""
        mine, theirs = self.place, base.place
        return Style(
            base.heading if self.heading is None else self.heading,
            ListPlace(
                theirs.number_id if mine.number_id is None else mine.number_id,
                theirs.level if mine.level is None and mine.number_id is None else mine.level,
            ),
            base.align if self.align is None else self.align,
            self.letters.over(base.letters),
        )


class ParagraphSays(NamedTuple):
    """What a w:pPr says itself, as it stands in the file."""

    outline: str | None = None
    align: str | None = None
    number_id: str | None = None
    level: str | None = None


SAYS_NOTHING = ParagraphSays()
PLAIN = Style()


class Styles:
    """The styles of a document by their ids; an unknown id is the plain style."""

    def __init__(self, root: etree._Element | None = None) -> None:
        self._styles: dict[str, Style] = {}
        self.default_paragraph: str | None = None
        self._defaults = NOTHING_SAID
        self._paragraphs: dict[tuple[str | None, ParagraphSays], Style] = {}
        if root is None:
            return
        own: dict[str, tuple[str | None, Style]] = {}
        for element in root.iterchildren(w.STYLE):
            style_id = element.get(w.STYLE_ID, "")
            own[style_id] = (w.value_of(element, w.BASED_ON), _own_style(element))
            if element.get(w.TYPE) == "paragraph" and element.get(w.DEFAULT) in ("1", "true", "on"):
                self.default_paragraph = style_id
        self._defaults = letters_of(root.find(w.DEFAULT_RUN_PROPERTIES))
        self._styles = _with_inheritance(own)

    def style(self, style_id: str | None) -> Style:
        """Return a style whole, plain if there is none of that id."""
        return self._styles.get(style_id or "", PLAIN)

    def paragraph(self, style_id: str | None, own: ParagraphSays) -> Style:
        """Return how a paragraph is set: what it says itself over its style. The same answers are kept."""
        known = self._paragraphs.get((style_id, own))
        if known is None:
            style = Style(outline_level(own.outline), list_place(own.number_id, own.level), alignment(own.align))
            known = self._paragraphs[style_id, own] = style.over(self.style(style_id))
        return known

    def letters(self, paragraph_style: str | None, run_style: str | None, direct: Letters) -> Letters:
        """Return how a run is set. Bold and italic of two styles undo each other (17.7.3, toggle properties)."""
        ground = self.style(paragraph_style).letters
        letters = ground
        if run_style:
            over = self.style(run_style).letters
            letters = replace(
                over.over(ground), bold=_toggled(ground.bold, over.bold), italic=_toggled(ground.italic, over.italic)
            )
        return direct.over(letters).over(self._defaults)


def _toggled(ground: bool | None, over: bool | None) -> bool | None:
    if over is None:
        return ground
    return bool(ground) != over


def _own_style(element: etree._Element) -> Style:
    name = _HEADING_NAME.fullmatch((w.value_of(element, w.STYLE_NAME) or "").lower())
    style = Style(letters=letters_of(element.find(w.RUN_PROPERTIES)))
    properties = element.find(w.PARAGRAPH_PROPERTIES)
    heading = int(name.group(1)) if name else None
    if properties is None:
        return replace(style, heading=heading)
    outline = outline_level(w.value_of(properties, w.OUTLINE_LEVEL))
    numbering = properties.find(w.NUMBERING)
    return replace(
        style,
        heading=heading if outline is None else outline,
        place=ListPlace()
        if numbering is None
        else list_place(w.value_of(numbering, w.NUMBERING_ID), w.value_of(numbering, w.NUMBERING_LEVEL)),
        align=alignment(w.value_of(properties, w.ALIGNMENT)),
    )


def _with_inheritance(own: dict[str, tuple[str | None, Style]]) -> dict[str, Style]:
    """Return every style with what it inherits; a circle of styles is cut where it closes."""
    whole: dict[str, Style] = {}
    for start in own:
        chain: list[str] = []
        met: set[str] = set()
        style_id: str | None = start
        while style_id in own and style_id not in whole and style_id not in met:
            chain.append(style_id)
            met.add(style_id)
            style_id = own[style_id][0]
        base = whole.get(style_id or "", PLAIN)
        for each in reversed(chain):
            base = whole[each] = own[each][1].over(base)
    return whole


def outline_level(value: str | None) -> int | None:
    """Return the heading level of a w:outlineLvl, NO_HEADING for body text, None if nothing is said."""
    level = w.whole_number(value, -1)
    if level < 0:
        return None
    return min(level + 1, NO_HEADING)


def alignment(value: str | None) -> str | None:
    """Return how a w:jc aligns in the words of `Paragraph.align`; None if nothing is said."""
    return None if value is None else _ALIGNMENTS.get(value, "")


def list_place(number_id: str | None, level: str | None) -> ListPlace:
    """Return the place in a list that a w:numId and a w:ilvl name."""
    return ListPlace(number_id, None if level is None else w.whole_number(level, 0))
