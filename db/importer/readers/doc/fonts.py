"""The names and character sets of the fonts ([MS-DOC] 2.9.286 SttbfFfn)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_CHARSET_AT = 3
_NAME_AT = 39  # of an Ffn (2.9.81), past its numbers, its PANOSE and its font signature
_HEADER = struct.Struct("<HH")


def font_names(raw: bytes) -> tuple[str, ...]:
    """Return the names of the fonts in the order in which runs count them."""
    return tuple(_zero_ended(ffn[_NAME_AT:]) for ffn in _ffns(raw))


def font_charsets(raw: bytes) -> set[int]:
    """Return the character sets (Windows' numbers, 163 is Vietnamese) that the fonts are said to be of."""
    return {ffn[_CHARSET_AT] for ffn in _ffns(raw) if len(ffn) > _CHARSET_AT}


def _ffns(raw: bytes) -> Iterator[bytes]:
    if len(raw) < _HEADER.size:
        return
    count, extra = _HEADER.unpack_from(raw)
    at = _HEADER.size
    for _ in range(count):
        if at >= len(raw):
            return
        size = raw[at]
        yield raw[at + 1 : at + 1 + size]
        at += 1 + size + extra


def _zero_ended(raw: bytes) -> str:
    return raw[: len(raw) // 2 * 2].decode("utf-16-le", "replace").partition("\0")[0]
