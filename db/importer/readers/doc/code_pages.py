"""Which letters the 8-bit pieces of a text are: Windows-1252 by [MS-DOC] 2.9.73, in some writers' files Windows-1258.

Word writes a piece in 8 bits only if all its letters are in Windows-1252, whatever the language of the file; so the
language alone must not change the reading ("ý" would become "ư"). A Vietnamese file of another writer is told
by its loose tone marks: in Windows-1258 each stands after a vowel, in Windows-1252 hardly ever. Text in a .Vn font,
where "ề" falls on such a byte, is told by the letters that Windows-1258 has no use for.
"""

from __future__ import annotations

import re
from collections.abc import Callable

EightBit = Callable[[bytes], str]

VIETNAMESE_LANGUAGE = 0x042A
VIETNAMESE_CHARSET = 163
_FEWEST = 5
_FEWEST_KINDS = 3
_TONE = re.compile(rb"[\xcc\xd2\xde\xec\xf2]")
_TONE_ON_VOWEL = re.compile(rb"[aeiouyAEIOUY\xc2\xc3\xca\xd4\xd5\xdd\xe2\xe3\xea\xf4\xf5\xfd]([\xcc\xd2\xde\xec\xf2])")
# đ, â, ê, ô, ơ, ư, à, á … of the .Vn fonts; in Windows-1258 signs that prose does not use.
_OLD_LETTER = re.compile(rb"[\xa8-\xaa\xac-\xaf\xb4-\xb6\xb8\xb9\xbe]")
_MOST_STRANGERS = 0.1


def code_page_of(pieces: list[bytes], is_vietnamese: bool) -> EightBit:
    """Return what turns 8-bit letters into text, one character per byte.

    `is_vietnamese` says whether the language of the file or the charset of one of its fonts is Vietnamese.
    """
    if not is_vietnamese:
        return _windows_1252
    raw = b"\0".join(pieces)
    on_vowels = _TONE_ON_VOWEL.findall(raw)
    strangers = len(_TONE.findall(raw)) - len(on_vowels) + len(_OLD_LETTER.findall(raw))
    is_certain = len(on_vowels) >= _FEWEST and len(set(on_vowels)) >= _FEWEST_KINDS
    return _windows_1258 if is_certain and strangers <= _MOST_STRANGERS * len(on_vowels) else _windows_1252


def _windows_1252(raw: bytes) -> str:
    return raw.decode("latin-1").translate(_FROM_1252)


def _windows_1258(raw: bytes) -> str:
    return raw.decode("latin-1").translate(_FROM_1258)


def _differences(encoding: str) -> dict[int, str]:
    """Return where a code page differs from Latin-1; what it leaves open stays as it is."""
    letters = {byte: bytes((byte,)).decode(encoding, "ignore") for byte in range(0x80, 0x100)}
    return {byte: letter for byte, letter in letters.items() if letter and letter != chr(byte)}


_FROM_1252 = _differences("cp1252")
_FROM_1258 = _differences("cp1258")
