"""\\uN: a character of Unicode, with letters behind it for programs that know none (RTF 1.9.1, "Unicode RTF")."""

from __future__ import annotations

UNREADABLE = "\ufffd"
_MOST_SKIPPED = 255
_SIGNED = 1 << 16


def character(number: int | None) -> str:
    """Return the character of a \\u; its number is signed in 16 bits. Halves of UTF-16 pairs come one by one."""
    code = number or 0
    if code < 0:
        code += _SIGNED
    return chr(code) if 0 < code <= 0x10FFFF else UNREADABLE


def skipped_after(uc: int | None) -> int:
    """Return how many letters to skip behind a \\u, for the number of the \\uc that holds (None: none did)."""
    return 1 if uc is None else max(0, min(uc, _MOST_SKIPPED))


def whole(letters: str) -> str:
    """Join the halves of UTF-16 pairs; a half alone becomes U+FFFD."""
    try:
        letters.encode("utf-8")
    except UnicodeEncodeError:
        return letters.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return letters
