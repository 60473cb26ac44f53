"""Automatic numbers as printed: list styles, outline numbering, counters (OpenDocument 1.3 part 3, 5.3, 16.30)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from db.importer.readers.odt import names as o
from db.importer.readers.shared.number_formats import printed_number
from db.importer.readers.shared.symbols import BULLET, bullet

LONGEST_MARKER = 200
DEEPEST_LEVEL = 10
LARGEST_NUMBER = 1_000_000
OUTLINE = "\0outline"
"""The name under which the numbering of headings is kept; no list style can be called so."""

_HOLE = re.compile(r"%(\d{1,2})%")
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}


@dataclass(frozen=True, slots=True)
class Level:
    """One depth of a list. `sign` is the bullet where it has one, `text` a pattern with holes %1% … %10%, if any."""

    number_format: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1
    sign: str = ""
    text: str | None = None
    in_pairs: bool = True

    @property
    def prints(self) -> bool:
        """Whether a paragraph of this level has anything printed before it."""
        return bool(self.number_format or self.sign or self.prefix or self.suffix or self.text)


@dataclass(slots=True)
class Counting:
    """The counters of one list, by level from 1."""

    style: str
    counters: dict[int, int] = field(default_factory=dict)


class Lists:
    """Counts the lists of a document; paragraphs have to be asked for in reading order."""

    def __init__(self, *holders: etree._Element | None) -> None:
        """Take the list styles of `holders`; a later one wins."""
        self._styles: dict[str, dict[int, Level]] = {}
        for holder in holders:
            for element in () if holder is None else holder:
                if element.tag == o.LIST_STYLE:
                    self._styles[element.get(o.STYLE_NAME, "")] = _levels(element)
                elif element.tag == o.OUTLINE_STYLE:
                    self._styles[OUTLINE] = _levels(element)
        self._outline = Counting(OUTLINE)
        self._by_id: dict[str, Counting] = {}
        self._last_of_style: dict[str, Counting] = {}

    def opened(self, element: etree._Element) -> Counting:
        """Return the counters of a text:list that stands in no other: its own, or those of the list it goes on with."""
        style = element.get(o.TEXT_STYLE, "")
        before = None
        if element.get(o.CONTINUE_LIST):
            before = self._by_id.get(element.get(o.CONTINUE_LIST, ""))
        elif element.get(o.CONTINUE_NUMBERING) == "true":
            before = self._last_of_style.get(style)
        counting = before or Counting(style)
        self._last_of_style[style] = counting
        self._by_id[element.get(o.XML_ID, "")] = counting
        return counting

    def numbered(self, element: etree._Element) -> Counting:
        """Return the counters of a text:numbered-paragraph; those with the same list id share them."""
        style, list_id = element.get(o.TEXT_STYLE, ""), element.get(o.LIST_ID, "")
        return self._by_id.setdefault(f"\0{list_id}", Counting(style))

    def marker(self, counting: Counting, style: str, depth: int, start: str | None = None) -> str:
        """Count a paragraph at `depth` (from 1) and return its number as printed; "" if its list prints none."""
        levels = self._styles.get(style, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counters = counting.counters
        if start is not None:
            counters[depth] = o.whole_number(start, level.start, LARGEST_NUMBER)
        else:
            counters[depth] = counters[depth] + 1 if depth in counters else level.start
        for deeper in [each for each in counters if each > depth]:
            del counters[deeper]
        return _printed(levels, depth, counters)[:LONGEST_MARKER]

    def heading(self, depth: int, start: str | None) -> str:
        """Count a heading of the outline and return its number; "" where the outline is not numbered."""
        level = self._styles.get(OUTLINE, {}).get(depth)
        if level is None or not level.prints:
            return ""
        return self.marker(self._outline, OUTLINE, depth, start)


def _printed(levels: dict[int, Level], depth: int, counters: dict[int, int]) -> str:
    level = levels[depth]
    if level.sign:
        return level.sign

    def number(at: int) -> str:
        other = levels.get(at)
        if other is None or other.sign or at > depth:
            return ""
        style = _FORMATS.get(other.number_format, "decimal")
        return _letters_in_series(counters.get(at, other.start), other) or printed_number(
            counters.get(at, other.start), style
        )

    if level.text is not None:
        return _HOLE.sub(lambda hole: number(int(hole[1])), level.text).strip()
    shown = [number(at) for at in range(max(1, depth - level.shown + 1), depth + 1)]
    return f"{level.prefix}{'.'.join(each for each in shown if each)}{level.suffix}".strip()


def _letters_in_series(number: int, level: Level) -> str:
    """Return y, z, aa, ab … where the list counts so, not y, z, aa, bb; "" where it does not."""
    if level.in_pairs or level.number_format not in ("a", "A") or number < 1:
        return ""
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord(level.number_format) + letter) + letters
    return letters


def _levels(style: etree._Element) -> dict[int, Level]:
    levels = {}
    for element in style:
        depth = o.whole_number(element.get(o.LEVEL), 0, DEEPEST_LEVEL)
        if element.tag in o.NUMBER_LEVELS:
            levels[depth] = _number_level(element)
        elif element.tag in (o.BULLET_LEVEL, o.IMAGE_LEVEL):
            levels[depth] = Level(sign=_sign(element))
    return levels


def _number_level(element: etree._Element) -> Level:
    text = next((element.get(name) for name in o.LIST_FORMATS if element.get(name) is not None), None)
    return Level(
        element.get(o.NUMBER_FORMAT, ""),
        element.get(o.PREFIX, ""),
        element.get(o.SUFFIX, ""),
        o.whole_number(element.get(o.START_VALUE), 1, LARGEST_NUMBER),
        max(1, o.whole_number(element.get(o.DISPLAY_LEVELS), 1, DEEPEST_LEVEL)),
        text=text if text is None else text[:LONGEST_MARKER],
        in_pairs=element.get(o.LETTER_SYNC) == "true",
    )


def _sign(element: etree._Element) -> str:
    if element.tag == o.IMAGE_LEVEL:
        return BULLET
    properties = element.find(o.TEXT_PROPERTIES)
    font = "" if properties is None else properties.get(o.FONT_NAME, properties.get(o.FONT_FAMILY, ""))
    return bullet(element.get(o.BULLET_SIGN, "")[:LONGEST_MARKER], font.strip("'\""))
