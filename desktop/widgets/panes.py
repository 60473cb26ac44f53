"""F6: the focus goes round the parts of the window in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

LONGEST = 2_000
"""A chain of focus longer than this is taken for a ring."""


def step(parts: Sequence[QWidget], by: int) -> QWidget | None:
    """Give the focus to the next (1) or previous (-1) part in view and return it; None where there is none."""
    shown = [part for part in parts if part.isVisible()]
    if not shown:
        return None
    now = next((number for number, part in enumerate(shown) if _holds_focus(part)), -1 if by > 0 else 0)
    for turn in range(1, len(shown) + 1):
        part = shown[(now + by * turn) % len(shown)]
        if enter(part):
            return part
    return None


def enter(part: QWidget) -> bool:
    """Give the focus to the widget of a part that takes it first; False where none does."""
    target = _first_in(part)
    if target is not None:
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return target is not None


def _holds_focus(part: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is part or part.isAncestorOf(focused))


def _first_in(part: QWidget) -> QWidget | None:
    """Return what takes the focus first: what had it last, else a list to walk in, else the first in tab order."""
    last = part.focusWidget()
    if last is not None and _takes_focus(last):
        return last
    inside = [widget for widget in _chain(part) if _takes_focus(widget)]
    lists = (widget for widget in inside if isinstance(widget, QAbstractItemView))
    return next(lists, inside[0] if inside else None)


def _chain(part: QWidget) -> Iterator[QWidget]:
    """Give a part and what is in it, in tab order."""
    widget: QWidget | None = part
    for _ in range(LONGEST):
        if widget is None:
            return
        if widget is part or part.isAncestorOf(widget):
            yield widget
        widget = widget.nextInFocusChain()
        if widget is part:
            return


def _takes_focus(widget: QWidget) -> bool:
    by_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_keys and widget.isEnabled() and widget.isVisible()
