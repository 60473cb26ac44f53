"""Automatic numbers as Word prints them: "I.", "1.1.", "a)", "•" (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from db.importer.readers.docx import names as w
from db.importer.readers.docx.styles import ListPlace, Styles
from db.importer.readers.shared.list_counters import LONGEST_MARKER, Level, ListCounters, NumberedList
from db.vietnamese.legacy import to_unicode

NO_LIST = "0"


@dataclass(frozen=True, slots=True)
class _List:
    """A w:num: the abstract list it counts in, its own levels and its own starts."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """Counts the lists of a document. Paragraphs have to be asked for in reading order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, Level]] = {}
        self._style_links: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._counters = ListCounters()
        if root is None:
            return
        for element in root.iterchildren(w.ABSTRACT_NUMBERING):
            abstract = element.get(w.ABSTRACT_NUMBERING_ID, "")
            self._levels[abstract] = {_depth(each): _level(each) for each in element.iterchildren(w.LEVEL)}
            link = w.value_of(element, w.NUMBERING_STYLE_LINK)
            if link is not None:
                self._style_links[abstract] = link
        for element in root.iterchildren(w.NUMBERING_INSTANCE):
            self._lists[element.get(w.NUMBERING_ID, "")] = _list(element)

    def marker(self, place: ListPlace, style_id: str | None) -> str:
        """Count the paragraph and return its number as printed; "" if it has none."""
        number_id = place.number_id
        if number_id is None or number_id == NO_LIST:
            return ""
        one = self._lists.get(number_id)
        if one is None:
            return ""
        abstract = self._abstract(one.abstract)
        levels = {**self._levels.get(abstract, {}), **one.levels}
        depth = place.level if place.level is not None else _depth_of_style(levels, style_id)
        return self._counters.marker(number_id, NumberedList(abstract, levels, one.starts), depth)

    def _abstract(self, abstract: str) -> str:
        """Follow a list that only names a list style to the list of that style."""
        met: set[str] = set()
        while abstract in self._style_links and abstract not in met:
            met.add(abstract)
            linked = self._styles.style(self._style_links[abstract]).place.number_id
            one = self._lists.get(linked or "")
            if one is None:
                break
            abstract = one.abstract
        return abstract


def _depth_of_style(levels: dict[int, Level], style_id: str | None) -> int:
    return next((depth for depth, level in levels.items() if style_id and level.paragraph_style == style_id), 0)


def _list(element: etree._Element) -> _List:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in element.iterchildren(w.LEVEL_OVERRIDE):
        depth = _depth(override)
        own = override.find(w.LEVEL)
        if own is not None:
            levels[depth] = _level(own)
        start = override.find(w.START_OVERRIDE)
        if start is not None:
            starts[depth] = w.whole_number(start.get(w.VAL), 0)
    return _List(w.value_of(element, w.ABSTRACT_NUMBERING_ID) or "", levels, starts)


def _level(element: etree._Element) -> Level:
    fonts = element.find(f"{w.RUN_PROPERTIES}/{w.RUN_FONTS}")
    font = "" if fonts is None else fonts.get(w.ASCII_FONT, "")
    restart = w.value_of(element, w.LEVEL_RESTART)
    return Level(
        start=w.whole_number(w.value_of(element, w.START), 0),
        style=_format(element),
        text=to_unicode((w.value_of(element, w.LEVEL_TEXT) or "")[:LONGEST_MARKER], font),
        font=font,
        legal=w.is_on(element.find(w.LEGAL)),
        restart_after=None if restart is None else w.whole_number(restart, 0),
        picture=element.find(w.PICTURE_BULLET) is not None,
        paragraph_style=w.value_of(element, w.PARAGRAPH_STYLE),
    )


def _format(element: etree._Element) -> str:
    """Return the number format; where Word offers a newer one with a fallback, the fallback."""
    own = w.value_of(element, w.NUMBER_FORMAT)
    if own is None:
        own = w.value_of(element, f"{w.ALTERNATE_CONTENT}/{w.FALLBACK}/{w.NUMBER_FORMAT}")
    return own or "decimal"


def _depth(element: etree._Element) -> int:
    return w.whole_number(element.get(w.NUMBERING_LEVEL), 0)
