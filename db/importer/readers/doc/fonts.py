"""The names of the fonts ([MS-DOC] 2.9.286 SttbfFfn)."""

from __future__ import annotations

import struct

_NAME_AT = 39  # of an Ffn (2.9.81), past its numbers, its PANOSE and its font signature
_HEADER = struct.Struct("<HH")


def font_names(raw: bytes) -> tuple[str, ...]:
    """Return the names of the fonts in the order in which runs count them."""
    if len(raw) < _HEADER.size:
        return ()
    count, extra = _HEADER.unpack_from(raw)
    at = _HEADER.size
    names = []
    for _ in range(count):
        if at >= len(raw):
            break
        size = raw[at]
        ffn = raw[at + 1 : at + 1 + size]
        names.append(_zero_ended(ffn[_NAME_AT:]))
        at += 1 + size + extra
    return tuple(names)


def _zero_ended(raw: bytes) -> str:
    return raw[: len(raw) // 2 * 2].decode("utf-16-le", "replace").partition("\0")[0]
