"""Words of a note on a coloured ground: what a search has found, what the user has marked. Offsets are code points."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from desktop.pens import Drawn, pen_format
from desktop.themes import Theme
from desktop.widgets.utf16 import code_points, units

Inks = list[QTextEdit.ExtraSelection]


def hits(document: QTextDocument, text: str, spans: Sequence[tuple[int, int]], theme: Theme) -> Inks:
    """Return what a search has found in a note."""
    look = QTextCharFormat()
    look.setBackground(QColor(theme.hit))
    return [_inked(document, text, span, look) for span in spans]


def marked(document: QTextDocument, text: str, drawn: Sequence[Drawn], theme: Theme) -> Inks:
    """Return what the user has marked in a note."""
    return [_inked(document, text, (one.start, one.end), pen_format(one.colour, theme)) for one in drawn]


def chosen(cursor: QTextCursor, text: str) -> tuple[int, int]:
    """Return the selected stretch of a note; (0, 0) where nothing is selected."""
    start, end = (code_points(text, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
    return (start, end) if start < end else (0, 0)


def _inked(
    document: QTextDocument, text: str, span: tuple[int, int], look: QTextCharFormat
) -> QTextEdit.ExtraSelection:
    cursor = QTextCursor(document)
    last = max(0, document.characterCount() - 1)
    cursor.setPosition(min(units(text[: span[0]]), last))
    cursor.setPosition(min(units(text[: span[1]]), last), QTextCursor.MoveMode.KeepAnchor)
    made = QTextEdit.ExtraSelection()
    made.format = look  # type: ignore[attr-defined]  # the stubs leave the two fields out
    made.cursor = cursor  # type: ignore[attr-defined]
    return made
