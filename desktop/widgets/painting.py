"""What a delegate needs to know of the line it paints, in types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem


@dataclass(frozen=True, slots=True)
class Line:
    """The place, the font and the state of an item to paint."""

    rect: QRect
    font: QFont
    chosen: bool
    over: bool
    focus: bool


def line_of(option: QStyleOptionViewItem) -> Line:
    """Read an item's style option; PySide's stubs do not know its fields."""
    known: Any = option
    state = known.state
    flags = QStyle.StateFlag
    return Line(
        rect=QRect(known.rect),
        font=QFont(known.font),
        chosen=bool(state & flags.State_Selected),
        over=bool(state & flags.State_MouseOver),
        focus=bool(state & flags.State_HasFocus),
    )
