"""How paragraphs and letters are set: styles with all they inherit (OpenDocument 1.3 part 3, 16 and 20)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml import etree

from db.importer.readers.odt import names as o
from db.importer.readers.shared.letters import NOTHING_SAID, Letters
from db.vietnamese.legacy import legacy_font

PARAGRAPH = "paragraph"
TEXT = "text"

_ALIGNMENTS = {"center": "center", "end": "right", "right": "right", "justify": "justify"}
_BOLD_FROM = 600


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all it inherits; None where nothing is said. `list_style` "" takes a paragraph out of any list."""

    letters: Letters = NOTHING_SAID
    align: str | None = None
    list_style: str | None = None

    def over(self, base: Style) -> Style:
        """Return this style where it says something, else what `base` says."""
        return Style(
            self.letters.over(base.letters),
            base.align if self.align is None else self.align,
            base.list_style if self.list_style is None else self.list_style,
        )


PLAIN = Style()


class Styles:
    """The styles of a document by family and name; one that is not there is plain."""

    def __init__(self, *holders: etree._Element | None, faces: Iterable[etree._Element] = ()) -> None:
        """Take the styles of `holders` (office:styles, office:automatic-styles); a later one wins.

        `faces` are the style:font-face elements, which give fonts the names that styles use.
        """
        self._families = {face.get(o.STYLE_NAME, ""): face.get(o.FACE_FAMILY, "") for face in faces}
        self._own: dict[tuple[str, str], tuple[str, Style]] = {}
        self._defaults: dict[str, Style] = {}
        self._whole: dict[tuple[str, str], Style] = {}
        for holder in holders:
            for element in () if holder is None else holder:
                self._take(element)

    def paragraph(self, name: str) -> Style:
        """Return a paragraph style whole, over the document's default."""
        return self._named(PARAGRAPH, name)

    def letters(self, name: str) -> Letters:
        """Return what a text style says of its letters."""
        return self._named(TEXT, name).letters

    def _take(self, element: etree._Element) -> None:
        family = element.get(o.FAMILY, "")
        if family not in (PARAGRAPH, TEXT):
            return
        style = self._own_style(element)
        if element.tag == o.DEFAULT_STYLE:
            self._defaults[family] = style
        elif element.tag == o.STYLE:
            self._own[family, element.get(o.STYLE_NAME, "")] = (element.get(o.PARENT, ""), style)

    def _named(self, family: str, name: str) -> Style:
        """Return a style with what it inherits; a circle of styles is cut where it closes."""
        key = (family, name)
        if key not in self._whole:
            chain: list[Style] = []
            met: set[str] = set()
            while (family, name) in self._own and name not in met:
                met.add(name)
                name, style = self._own[family, name]
                chain.append(style)
            whole = self._defaults.get(family, PLAIN)
            for style in reversed(chain):
                whole = style.over(whole)
            self._whole[key] = whole
        return self._whole[key]

    def _own_style(self, element: etree._Element) -> Style:
        style = Style(list_style=element.get(o.STYLE_LIST))
        for properties in element:
            if properties.tag == o.TEXT_PROPERTIES:
                style = replace(style, letters=replace(_letters(properties), font=self._font(properties)))
            elif properties.tag == o.PARAGRAPH_PROPERTIES:
                align = properties.get(o.ALIGN)
                style = replace(style, align=None if align is None else _ALIGNMENTS.get(align, ""))
        return style

    def _font(self, properties: etree._Element) -> str | None:
        """Return the font of letters if it is older than Unicode, "" for a newer one, None if none is named."""
        name = properties.get(o.FONT_NAME)
        family = properties.get(o.FONT_FAMILY) if name is None else self._families.get(name, name)
        if family is None:
            return None
        family = family.split(",")[0].strip("'\" ")
        return family if legacy_font(family) else ""


def _letters(properties: etree._Element) -> Letters:
    weight, slant = properties.get(o.WEIGHT), properties.get(o.SLANT)
    underline, display = properties.get(o.UNDERLINE), properties.get(o.TEXT_DISPLAY)
    position = properties.get(o.POSITION)
    return Letters(
        None if weight is None else _is_bold(weight),
        None if slant is None else slant in ("italic", "oblique"),
        None if underline is None else underline != "none",
        None if display is None else display == "none",
        None if position is None else _raised(position),
    )


def _is_bold(weight: str) -> bool:
    return weight == "bold" or (weight.isdecimal() and int(weight[:4]) >= _BOLD_FROM)


def _raised(position: str) -> str:
    """Read "super 58%", "sub 58%" or "33% 58%": how far above the line, and how large."""
    first = position.split(maxsplit=1)[0] if position.strip() else ""
    if first in ("super", "sub"):
        return "^" if first == "super" else "_"
    if first.strip("%0") in ("", "-", "+"):
        return ""
    return "_" if first.startswith("-") else "^"
