"""Pens: how the user's highlights and notes look in every room, what they are called, and the menu the rooms share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QKeySequence, QPainter, QPen, QPixmap, QTextCharFormat
from PySide6.QtWidgets import QMenu

from db.layers import COLOURS
from db.model import Place
from desktop.icons import icon
from desktop.languages import QT_TRANSLATE_NOOP, translate
from desktop.session import Destination
from desktop.themes import Theme

_NAMES = {
    "yellow": QT_TRANSLATE_NOOP("Pens", "Yellow"),
    "green": QT_TRANSLATE_NOOP("Pens", "Green"),
    "blue": QT_TRANSLATE_NOOP("Pens", "Blue"),
    "pink": QT_TRANSLATE_NOOP("Pens", "Pink"),
}
_Style = QTextCharFormat.UnderlineStyle
LINES = {
    "yellow": (_Style.SingleUnderline, Qt.PenStyle.SolidLine),
    "green": (_Style.DashUnderline, Qt.PenStyle.DashLine),
    "blue": (_Style.DotLine, Qt.PenStyle.DotLine),
    "pink": (_Style.WaveUnderline, Qt.PenStyle.DashDotLine),
}
"""The line below the words of each pen, so that none is told by its colour alone: in a text, and where one is drawn."""

HIGHLIGHT, NOTE, OPEN, REMOVE = "highlight", "note", "open", "remove"
"""What a room is asked for: highlight (with a pen, "" for the last one), note, open or remove (with a key)."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A stretch of a report to be drawn with a pen; `key` names its annotation, `words` is its note or empty."""

    key: str
    place: Place
    start: int
    end: int
    colour: str
    words: str = ""


DrawnOf = Callable[[int], Sequence[Drawn]]
"""Gives what is to be drawn in a report, by its id."""

Ask = Callable[[str, str], object]


class Markable(Protocol):
    """A room whose words can be marked. It emits `annotation_asked` with one of the four things above."""

    def selection(self) -> tuple[Destination, ...]:
        """Return what is chosen, a stretch for each paragraph, note or cell; without an end all of it is meant."""
        ...

    def show_pens(self, drawn: DrawnOf) -> None:
        """Draw what the user has marked."""
        ...


def pen_name(colour: str) -> str:
    """Return what a pen is called in the language in force."""
    return QCoreApplication.translate("Pens", _NAMES.get(colour, colour))


def pen_colour(colour: str, theme: Theme) -> str:
    """Return the colour of a pen in a theme; an unknown pen is the first one."""
    return theme.pens[COLOURS.index(colour) if colour in COLOURS else 0]


def pen_format(colour: str, theme: Theme) -> QTextCharFormat:
    """Return how words look that are marked with a pen."""
    made = QTextCharFormat()
    made.setBackground(QColor(pen_colour(colour, theme)))
    made.setUnderlineStyle(LINES.get(colour, LINES[COLOURS[0]])[0])
    made.setUnderlineColor(QColor(theme.ink_soft))
    return made


def telling(drawn: Drawn) -> str:
    """Return a highlight in words: its pen, and the note."""
    name = translate("Pens", "My highlight, {pen}").format(pen=pen_name(drawn.colour).lower())
    return f"{name}: {drawn.words}" if drawn.words else name


def swatch(colour: str, theme: Theme, size: int = 16) -> QIcon:
    """Return a picture of a pen: its colour, and its line below."""
    made = QPixmap(size * 2, size * 2)
    made.setDevicePixelRatio(2)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.line_strong), 1))
    painter.setBrush(QColor(pen_colour(colour, theme)))
    painter.drawRoundedRect(QRectF(0.5, 0.5, size - 1, size - 1), 3, 3)
    painter.setPen(QPen(QColor(theme.ink), 1.5, LINES[colour][1]))
    painter.drawLine(3, size - 4, size - 3, size - 4)
    painter.end()
    return QIcon(made)


def add_pens(menu: QMenu, ask: Ask, theme: Theme, key: str = "", able: bool = True) -> None:
    """Add what can be done with a pen to the menu of a room; `key` names the highlight under the mouse."""
    pens = menu.addMenu(icon("highlighter"), translate("Pens", "Highlight"))
    pens.setObjectName("pens")
    pens.setEnabled(able)
    for colour in COLOURS:
        action = pens.addAction(swatch(colour, theme), pen_name(colour))
        action.setObjectName(f"pen-{colour}")
        action.triggered.connect(lambda _on, colour=colour: ask(HIGHLIGHT, colour))
    note = menu.addAction(icon("pencil"), translate("Pens", "Note on it…"))
    note.setObjectName("pen-note")
    note.setShortcut(QKeySequence("Ctrl+M"))
    note.setEnabled(able)
    note.triggered.connect(lambda _on: ask(NOTE, ""))
    if key:
        shown = menu.addAction(icon("notebook-text"), translate("Pens", "Show in my notes"))
        shown.setObjectName("pen-open")
        shown.triggered.connect(lambda _on: ask(OPEN, key))
        gone = menu.addAction(icon("trash-2"), translate("Pens", "Delete my highlight"))
        gone.setObjectName("pen-remove")
        gone.triggered.connect(lambda _on: ask(REMOVE, key))
