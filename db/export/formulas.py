"""Text that a spreadsheet could take for a formula, and the apostrophe that keeps a csv file from it."""

from __future__ import annotations

import re

# Signs a formula may begin with, in their wide forms too; Excel skips blanks and line ends before them.
# A sign with nothing behind it is the dash of an empty cell, and no program runs that.
_SIGNS = r"\s*[=+\-@＝＋－＠](?=\s*\S)|[\t\r\n]"
_FORMULA = re.compile(_SIGNS)
_GUARDED = re.compile(f"'+(?:{_SIGNS})")


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet that reads `text` as typed might run it."""
    return _FORMULA.match(text) is not None


def guarded(text: str) -> str:
    """Return a text with an apostrophe before it where it looks like a formula; `unguarded` undoes it."""
    return f"'{text}" if looks_like_formula(text) or _GUARDED.match(text) else text


def unguarded(text: str) -> str:
    """Return a text as it was before `guarded`."""
    return text[1:] if _GUARDED.match(text) else text
