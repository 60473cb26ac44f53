"""How the words of a comparison are dressed: colours, underline and strike, bold numbers; never by colour alone."""

from __future__ import annotations

import re
from typing import Any, cast

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout

from db.comparison.rows import Run
from desktop.comparison.lines import Line
from desktop.themes import Theme
from desktop.widgets.utf16 import units

_NUMBER = re.compile(r"[\d.,/%()\s–+-]*\d[\d.,/%()\s–+-]*")

SIGNS = {
    "unchanged": "",
    "same": "",
    "numbers": "Δ",
    "changed": "Δ",
    "reworded": "≈",
    "retitled": "≈",
    "new": "+",
    "added": "+",
    "dropped": "−",
    "removed": "−",
    "moved": "⇄",
    "split": "⇉",
    "merged": "⇇",
    "renumbered": "#",
}
"""The sign between the columns for what became of a line."""


def formats(runs: tuple[Run, ...], line: Line, theme: Theme, whole: bool) -> list[QTextLayout.FormatRange]:
    """Return the formats of `runs` end to end. With `whole` the row's ground says that all of it is new or dropped."""
    found, start = [], 0
    for run in runs:
        length = units(run.text)
        if run.kind != "same" and not run.masked and not whole:
            found.append(_range(start, length, _dress(run, line, theme)))
        elif run.masked and run.kind != "same":
            found.append(_range(start, length, _quiet(theme)))
        start += length
    return found


def _dress(run: Run, line: Line, theme: Theme) -> QTextCharFormat:
    style = QTextCharFormat()
    if line.kind in ("numbers", "changed") or _NUMBER.fullmatch(run.text.strip()):
        style.setForeground(QColor(theme.number))
        style.setBackground(QColor(theme.number_soft))
        style.setFontWeight(QFont.Weight.Bold)
    elif run.kind == "new":
        style.setForeground(QColor(theme.added))
        style.setBackground(QColor(theme.added_soft))
    else:
        style.setForeground(QColor(theme.removed))
        style.setBackground(QColor(theme.removed_soft))
    if run.kind == "new":
        style.setFontUnderline(True)
    else:
        style.setFontStrikeOut(True)
    return style


def _quiet(theme: Theme) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setForeground(QColor(theme.ink_soft))
    return style


def _range(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    made: Any = QTextLayout.FormatRange()  # PySide's stubs do not know its fields
    made.start, made.length, made.format = start, length, style
    return cast("QTextLayout.FormatRange", made)
