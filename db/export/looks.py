"""How a number is to look: as it is printed, told apart from what it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.export.table import ExportCell

_TAIL = re.compile(r"(\s?%)\s*$")


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a number: its decimals, whether thousands are parted, what follows it ("%"), its signs."""

    decimals: int = 0
    grouped: bool = True
    tail: str = ""
    brackets: bool = False
    plus: bool = False

    def pattern(self, language: str) -> str:
        """Return the number format of spreadsheets; Vietnamese separators are asked for where `language` is "vi"."""
        # 42A is Vietnamese: LibreOffice then writes 112.500,5 everywhere, Excel follows its own country.
        head = "[$-42A]" if language == "vi" else ""
        bare = ("#,##0" if self.grouped else "0") + ("." + "0" * self.decimals if self.decimals else "")
        tail = f'"{self.tail}"' if self.tail else ""
        if self.brackets:
            return f"{head}{bare}{tail};{head}({bare}{tail})"
        return f"{head}+{bare}{tail};{head}-{bare}{tail};{head}{bare}{tail}" if self.plus else f"{head}{bare}{tail}"


def look_of(cell: ExportCell) -> Look:
    """Return the look of a number cell, after its printed text; thousands stay together only if they are in print."""
    text = cell.text
    tail = _TAIL.search(text) if text.endswith("%") else None
    grouped = "." in text or cell.value is None or cell.value.adjusted() < 3
    return Look(cell.decimals, grouped, tail[1] if tail else "", text.startswith("("), text.startswith("+"))


def english(cell: ExportCell) -> str:
    """Return a number with commas between thousands and a decimal point, else as `look_of` says."""
    look = look_of(cell)
    assert cell.value is not None
    bare = f"{abs(cell.value):,.{cell.decimals}f}" if look.grouped else f"{abs(cell.value):.{cell.decimals}f}"
    if cell.value < 0:
        return f"({bare}{look.tail})" if look.brackets else f"-{bare}{look.tail}"
    return f"{'+' if look.plus else ''}{bare}{look.tail}"


def shown(cell: ExportCell, numbers: str) -> str:
    """Return the words of a cell: as printed, or its number the English way where `numbers` is "en"."""
    return english(cell) if numbers == "en" and cell.kind == "number" else cell.text
