"""What a w:rPr says of its letters (ECMA-376 part 1, 17.3.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree

from db.importer.readers.docx import names as w
from db.importer.readers.shared.letters import NOTHING_SAID, Letters

_RAISED = {"superscript": "^", "subscript": "_", "baseline": ""}


def letters_of(properties: Iterable[etree._Element] | None) -> Letters:
    """Return what a w:rPr says of its letters."""
    if properties is None:
        return NOTHING_SAID
    said: dict[str, bool | str | None] = {}
    for element in properties:
        rule = _LETTER_RULES.get(element.tag)
        if rule is not None:
            name, read = rule
            said[name] = read(element)
    return Letters(**said) if said else NOTHING_SAID  # type: ignore[arg-type]  # the rules pair name and type


def _underlined(element: etree._Element) -> bool:
    return element.get(w.VAL, "none") != "none"


def _raised(element: etree._Element) -> str:
    return _RAISED.get(element.get(w.VAL, ""), "")


def font_of(fonts: etree._Element) -> str | None:
    """Return the font of the letters beyond ASCII, "" where the theme names it, None where nothing does (17.3.2.26)."""
    if fonts.get(w.HIGH_THEME_FONT) or (fonts.get(w.ASCII_THEME_FONT) and fonts.get(w.HIGH_FONT) is None):
        return ""
    return fonts.get(w.HIGH_FONT) or fonts.get(w.ASCII_FONT)


_LETTER_RULES: dict[str, tuple[str, Callable[[etree._Element], bool | str | None]]] = {
    w.BOLD: ("bold", w.is_on),
    w.ITALIC: ("italic", w.is_on),
    w.UNDERLINE: ("underlined", _underlined),
    w.HIDDEN: ("hidden", w.is_on),
    w.VERTICAL_ALIGNMENT: ("raised", _raised),
    w.RUN_FONTS: ("font", font_of),
}

SETTING = frozenset((*_LETTER_RULES, w.RUN_STYLE))
"""What in a w:rPr decides how letters are set; the rest is layout."""
