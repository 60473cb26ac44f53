"""The numbers and bullets of lists as a browser prints them (WHATWG HTML, 4.4.5 to 4.4.8)."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from db.importer.readers.html.settings import Said
from db.importer.readers.shared.number_formats import printed_number
from db.importer.readers.shared.symbols import BULLET

LARGEST = 1_000_000
_STYLES = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
# What Markdown types before an item is what the writer meant to be read there.
_TYPED = {"-": "dash", "+": "plus"}
_SIGNS = {"plus": "+", "dash": "-", '"-"': "-", '"- "': "-", "'-'": "-", "'- '": "-", '"–"': "–", '"– "': "–"}
# The sign of a list as Markdown has it: behind the number ")" or ".", where a page always prints "."; or the bullet.
DELIMITER = "data-delimiter"


@dataclass(slots=True)
class OpenList:
    """A list that is being read; `next` is the number of the next item."""

    style: str
    next: int
    step: int
    delimiter: str = "."


def opened(element: etree._Element, said: Said) -> OpenList:
    """Return the state of a list at its start."""
    if element.tag != "ol":
        sign = _TYPED.get(element.get(DELIMITER, ""), "")
        return OpenList(said.list_style or sign or "disc", 1, 1)
    items = sum(child.tag == "li" for child in element)
    backwards = element.get("reversed") is not None
    start = _number(element.get("start"), items if backwards else 1)
    style = said.list_style or element.get("type", "1")
    return OpenList(style, start, -1 if backwards else 1, element.get(DELIMITER, "."))


def marker(list_: OpenList | None, item: etree._Element, said: Said) -> str:
    """Count an item and return what is printed before it; "" for a list that prints nothing."""
    if list_ is None:
        return BULLET
    number = _number(item.get("value"), list_.next)
    list_.next = number + list_.step
    style = said.list_style or item.get("type") or list_.style
    if style == "none":
        return ""
    if style in _SIGNS:
        return _SIGNS[style]
    if style in _STYLES:
        return printed_number(number, _STYLES[style]) + list_.delimiter
    return BULLET


def _number(text: str | None, default: int) -> int:
    try:
        return max(-LARGEST, min(int((text or "")[:12]), LARGEST))
    except ValueError:
        return default
