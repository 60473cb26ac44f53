"""Which letters the 8-bit pieces of a text are: Windows-1252 by [MS-DOC] 2.9.73, in some writers' files Windows-1258.

Word writes a piece in 8 bits only if all its letters are in Windows-1252, whatever the language of the file; so the
language alone must not change the reading ("ý" would become "ư"). A Vietnamese file of another writer is told
by its loose tone marks, which in Windows-1258 stand after a vowel each and in Windows-1252 never do.
"""

from __future__ import annotations

import re
from collections.abc import Callable

EightBit = Callable[[bytes], str]

VIETNAMESE = 0x042A
_FEWEST = 3
_TONES = re.compile(rb"[\xcc\xd2\xde\xec\xf2]")
_TONES_ON_VOWELS = re.compile(rb"[aeiouyAEIOUY\xc2\xc3\xca\xd4\xd5\xdd\xe2\xe3\xea\xf4\xf5\xfd][\xcc\xd2\xde\xec\xf2]")


def code_page_of(pieces: list[bytes], lid: int) -> EightBit:
    """Return what turns 8-bit letters into text, one character per byte."""
    if lid == VIETNAMESE:
        tones = sum(len(_TONES.findall(piece)) for piece in pieces)
        on_vowels = sum(len(_TONES_ON_VOWELS.findall(piece)) for piece in pieces)
        if on_vowels >= _FEWEST and on_vowels >= 0.9 * tones:
            return _windows_1258
    return _windows_1252


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
