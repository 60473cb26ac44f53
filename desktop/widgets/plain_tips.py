"""Tool-tips whose words are shown as they are: they may come out of a report."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt

_LONG = 80
"""Letters beyond which a line is to wrap, which Qt does for rich text only."""


def plain_tip(text: str) -> str:
    """Return a tool-tip that reads just so; Qt would take words such as "<b>" for marks, nor wrap a long line."""
    lines = text.split("\n")
    if not Qt.mightBeRichText(text) and max(map(len, lines)) <= _LONG:
        return text
    return f"<p>{'<br>'.join(map(escape, lines))}</p>"
