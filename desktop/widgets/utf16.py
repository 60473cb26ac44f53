"""Qt counts UTF-16 units, the database code points: a letter beyond U+FFFF is two units."""

from __future__ import annotations


def units(text: str) -> int:
    """Return the length of `text` as Qt counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def code_points(text: str, width: int) -> int:
    """Return how many code points the first `width` UTF-16 units of `text` are."""
    if units(text) == len(text):
        return width
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * width].decode("utf-16-le", "ignore"))
