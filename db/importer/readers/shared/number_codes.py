"""The numbers by which [MS-OSHARED] 2.2.1.3 (MSONFC) calls formats of numbers, in the words of WordprocessingML."""

from __future__ import annotations

BULLET_CODE = 23
_STYLES = {
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    9: "chicago",
    22: "decimalZero",
    255: "none",
}


def style_of_code(code: int) -> str:
    """Return the format's name; one that no report uses is printed in figures."""
    return _STYLES.get(code, "decimal")
