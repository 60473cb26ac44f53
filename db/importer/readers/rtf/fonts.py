"""Fonts and the code pages of their letters (RTF 1.9.1, "Font Table", "Code Page Support")."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from db.importer.readers.rtf.tokens import Kind, Token
from db.vietnamese.legacy import legacy_font

WINDOWS_1252 = "cp1252"
SYMBOL_CHARSET = 2
_ANSI_CHARSET, _DEFAULT_CHARSET = 0, 1
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_ODD_CODE_PAGES = {0: WINDOWS_1252, 936: "gbk", 1361: "johab", 10000: "mac_roman", 65001: "utf-8"}
_HEADER_CHARSETS = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
_MANY_BYTES = frozenset(("cp932", "cp949", "johab", "gbk", "cp950", "utf-8"))
_NAMELESS = -1


@dataclass(slots=True)
class Font:
    """A font; `charset` and `code_page` are None where the file does not say."""

    name: str = ""
    charset: int | None = None
    code_page: int | None = None

    @property
    def is_symbol(self) -> bool:
        """Whether its bytes are pictures and no letters."""
        return self.charset == SYMBOL_CHARSET


class Fonts:
    """The fonts of a file, and the code page of what no font speaks for."""

    def __init__(self) -> None:
        self.default = 0
        self._fonts: dict[int, Font] = {}
        self._header = WINDOWS_1252
        self._code_page = ""

    def header_says(self, word: bytes, number: int | None) -> None:
        """Take a word of the header: \\ansi, \\mac, \\pc, \\pca or \\ansicpg."""
        if word == b"ansicpg":
            self._code_page = codec_of(number or 0)
        else:
            self._header = _HEADER_CHARSETS.get(word, WINDOWS_1252)

    def read(self, tokens: Iterable[tuple[int, Token]]) -> None:
        """Read the font table. Words of it in groups with a star (other names, faces) do not count."""
        number = _NAMELESS
        starred: int | None = None
        for depth, (kind, value, parameter) in tokens:
            if starred is not None and depth >= starred:
                continue
            starred = depth if kind is Kind.SIGN and value == b"*" else None
            if kind is Kind.WORD and value == b"f":
                number = parameter or 0
                self._fonts[number] = Font()
            elif number in self._fonts:
                _add(self._fonts[number], kind, value, parameter)
        for font in self._fonts.values():
            font.name = font.name.partition(";")[0].strip()

    def font(self, number: int) -> Font:
        """Return a font; one that the table does not know says nothing."""
        return self._fonts.get(number) or _UNKNOWN

    @property
    def default_codec(self) -> str:
        """The code page of letters no font speaks for."""
        return self._code_page or self._header

    def codec(self, font: Font) -> str:
        """Return the code page in which the bytes of a font are letters.

        Old Vietnamese fonts take the places of Western letters whatever the machine's code page.
        """
        if font.code_page:
            return codec_of(font.code_page)
        if font.charset in _CHARSETS:
            return _CHARSETS[font.charset]
        if font.charset == _ANSI_CHARSET or (font.charset is None and legacy_font(font.name)):
            return self._header
        return self.default_codec


_UNKNOWN = Font(charset=_DEFAULT_CHARSET)


def _add(font: Font, kind: Kind, value: bytes, parameter: int | None) -> None:
    if kind in (Kind.RAW, Kind.HEX):
        font.name += value.decode("latin-1")
    elif kind is Kind.WORD and value == b"fcharset":
        font.charset = parameter or 0
    elif kind is Kind.WORD and value == b"cpg":
        font.code_page = parameter


@lru_cache(maxsize=64)
def codec_of(code_page: int) -> str:
    """Return Python's name of a code page of Windows; Windows-1252 for one it does not have."""
    name = _ODD_CODE_PAGES.get(code_page, f"cp{code_page}")
    try:
        codecs.lookup(name)
    except LookupError:
        return WINDOWS_1252
    return name


def letters_of(raw: bytes, codec: str) -> str:
    """Return bytes as letters. A byte that its code page leaves open stays as it is, half a letter becomes U+FFFD."""
    if raw.isascii():
        return raw.decode("ascii")
    if codec in _MANY_BYTES:
        return raw.decode(codec, "replace")
    return raw.decode("latin-1").translate(_differences(codec))


@lru_cache(maxsize=32)
def _differences(codec: str) -> dict[int, str]:
    letters = {byte: bytes((byte,)).decode(codec, "ignore") for byte in range(0x80, 0x100)}
    return {byte: letter for byte, letter in letters.items() if letter and letter != chr(byte)}
