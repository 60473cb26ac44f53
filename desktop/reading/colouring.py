"""Words on a coloured ground: hits, the flash after a jump, a mark whose note is pointed at."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit


def coloured(cursor: QTextCursor, colour: str) -> QTextEdit.ExtraSelection:
    """Return the words of a cursor on a coloured ground."""
    made = QTextEdit.ExtraSelection()
    look = QTextCharFormat()
    look.setBackground(QColor(colour))
    made.format = look  # type: ignore[attr-defined]  # the stubs leave the two fields out
    made.cursor = cursor  # type: ignore[attr-defined]
    return made
