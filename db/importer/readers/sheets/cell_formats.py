"""What number formats make of a number: a percentage, a date, thousands parted (ECMA-376 part 1, 18.8.30)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.vietnamese.legacy import legacy_font

_LONGEST = 500
_QUIET = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]?', re.IGNORECASE)
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_PLACES = re.compile(r"\.([0#?]+)")
_DIGITS = re.compile(r"[0#?]")
_GROUPED = re.compile(r"[#0?],[#0?]")
# Formats that every workbook knows by their number (18.8.30); those left out print a number as it is.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "d/m/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss",
    22: "d/m/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0",
    43: "#,##0.00", 44: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CellFormat:
    """How a cell is printed. `places` is None for as many as a number has; `date` is some of d, m, y, h, s.

    `font` is the font of its letters if it is older than Unicode.
    """

    percent: bool = False
    grouped: bool = False
    places: int | None = None
    date: str = ""
    elapsed: bool = False
    bold: bool = False
    font: str = ""


GENERAL = CellFormat()


def format_of(code: str, bold: bool = False, font: str = "") -> CellFormat:
    """Return what a format code says of positive numbers, with the font of the cell if it is older than Unicode."""
    font = font if legacy_font(font) else ""
    section = _QUIET.sub("", code[:_LONGEST]).split(";", 1)[0]
    elapsed = bool(_ELAPSED.search(section))
    letters = section.lower()
    if letters.strip() in ("", "general", "@"):
        return CellFormat(bold=bold, font=font)
    date = "".join(letter for letter in "dmyhs" if letter in letters)
    if date:
        return CellFormat(date=date, elapsed=elapsed, bold=bold, font=font)
    found = _PLACES.search(section)
    places = (
        len(found[1]) if found else 0 if _DIGITS.search(section) and "/" not in section and "e" not in letters else None
    )
    return CellFormat("%" in section, bool(_GROUPED.search(section)), places, bold=bold, font=font)
