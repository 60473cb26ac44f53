"""The style sheet: what paragraph and character styles hand down ([MS-DOC] 2.9.271 STSH, 2.9.260 STD)."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

from db.importer.readers.doc.letters import Letters, changed, character_style_over
from db.importer.readers.doc.sprms import Prl, Sprm, sprms_of

_NO_STYLE = 0x0FFF
_PARAGRAPH, _CHARACTER = 1, 2
_HEADINGS = range(1, 10)  # sti of "heading 1" … "heading 9", whatever they are called
_PLAIN = Letters()


@dataclass(frozen=True, slots=True)
class _Own:
    """A style as it stands in the file, without what it inherits."""

    base: int
    kind: int
    heading: int
    paragraph: tuple[Prl, ...]
    letters: tuple[Prl, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all it inherits: the modifiers of its paragraph, its letters."""

    paragraph: Mapping[int, bytes] = field(default_factory=dict)
    letters: Letters = _PLAIN
    modifiers: tuple[Prl, ...] = ()


class StyleSheet:
    """The styles of a file by their indices (istd); an unknown one is plain."""

    def __init__(self, raw: bytes) -> None:
        own, font = _own_styles(raw)
        self._plain = Style(letters=Letters(font=font))
        self._styles = _with_inheritance(own, self._plain)
        self._characters: dict[tuple[int, int], Letters] = {}

    def style(self, istd: int) -> Style:
        """Return a style whole."""
        return self._styles.get(istd, self._plain)

    def letters(self, paragraph: int, character: int | None) -> Letters:
        """Return the letters of a paragraph style with a character style over it."""
        ground = self.style(paragraph).letters
        if character is None:
            return ground
        known = self._characters.get((paragraph, character))
        if known is None:
            known = character_style_over(ground, self.style(character).modifiers)
            self._characters[paragraph, character] = known
        return known


def _own_styles(raw: bytes) -> tuple[dict[int, _Own], int]:
    """Return the styles that can be read, and the font of letters that no style speaks of (2.9.273 Stshif)."""
    if len(raw) < 20:
        return {}, 0
    header, count, base_size = struct.unpack_from("<HHH", raw)
    (font,) = struct.unpack_from("<H", raw, 14)
    styles: dict[int, _Own] = {}
    at = 2 + header
    for istd in range(count):
        if at + 2 > len(raw):
            break
        (size,) = struct.unpack_from("<H", raw, at)
        std = raw[at + 2 : at + 2 + size]
        if len(std) > base_size + 2 and base_size >= 6:
            styles[istd] = _own_style(std, base_size)
        at += 2 + size + size % 2
    return styles, font


def _own_style(std: bytes, base_size: int) -> _Own:
    sti, kind_and_base, count_and_next = struct.unpack_from("<HHH", std)
    kind, base = kind_and_base & 0xF, kind_and_base >> 4
    (name_length,) = struct.unpack_from("<H", std, base_size)
    parts = _property_parts(std, base_size + 2 + 2 * name_length + 2, count_and_next & 0xF)
    sti &= 0xFFF
    heading = sti if kind == _PARAGRAPH and sti in _HEADINGS else 0
    if kind == _PARAGRAPH and parts:
        letters = parts[1] if len(parts) > 1 else b""
        return _Own(base, kind, heading, tuple(sprms_of(parts[0][2:])), tuple(sprms_of(letters)))
    letters = parts[0] if kind == _CHARACTER and parts else b""
    return _Own(base, kind, heading, (), tuple(sprms_of(letters)))


def _property_parts(std: bytes, at: int, count: int) -> list[bytes]:
    """Return the UpxPapx and UpxChpx of a style (2.9.133 LPStd): each begins at an even place."""
    parts = []
    for _ in range(count):
        at += at % 2
        if at + 2 > len(std):
            break
        (size,) = struct.unpack_from("<H", std, at)
        parts.append(std[at + 2 : at + 2 + size])
        at += 2 + size
    return parts


def _with_inheritance(own: dict[int, _Own], plain: Style) -> dict[int, Style]:
    """Return every style with what it inherits; a circle of styles is cut where it closes."""
    whole: dict[int, Style] = {}
    for start in own:
        chain: list[int] = []
        met: set[int] = set()
        istd = start
        while istd != _NO_STYLE and istd in own and istd not in whole and istd not in met:
            chain.append(istd)
            met.add(istd)
            istd = own[istd].base
        base = whole.get(istd, plain)
        for each in reversed(chain):
            base = whole[each] = _over(own[each], base)
    return whole


def _over(own: _Own, base: Style) -> Style:
    paragraph = dict(base.paragraph)
    if own.heading:
        paragraph[Sprm.P_OUT_LVL] = bytes((own.heading - 1,))
    paragraph.update(own.paragraph)
    modifiers = tuple(dict((*base.modifiers, *own.letters)).items()) if own.kind == _CHARACTER else ()
    return Style(paragraph, changed(base.letters, own.letters, base.letters), modifiers)
