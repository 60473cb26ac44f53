"""Marks of the user in a comparison: what the chosen row stands for in its report, its menu, and what is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from desktop.comparison.paper import Paper
from desktop.comparison.pens import places_of
from desktop.comparison.working import Compared
from desktop.pens import Drawn, DrawnOf, add_pens
from desktop.session import Destination
from desktop.themes import Themes


class Marking(QObject):
    """Stands between the sheet of a comparison and the user's notebook; `found` gives what is compared now."""

    annotation_asked = Signal(str, str)

    def __init__(self, paper: Paper, themes: Themes, found: Callable[[], Compared | None]) -> None:
        super().__init__(paper)
        self._paper = paper
        self._themes = themes
        self._found = found
        self._drawn_of: DrawnOf = lambda _report: ()
        paper.menu_asked.connect(self.open_menu)

    def selection(self) -> tuple[Destination, ...]:
        """Return where the words of the chosen row stand: on the side clicked, else in the newer report."""
        rows, now, found = self._paper.rows(), self._paper.current(), self._found()
        if found is None or not 0 <= now < len(rows):
            return ()
        row = rows[now]
        left = self._paper.on_left if row.left and row.right else row.right is None
        line = (row.left if left else row.right) or row.line
        left = left if line.text(left) else not left
        return places_of(line, left, found.reports[0 if left else 1].id)

    def show_pens(self, drawn: DrawnOf) -> None:
        """Draw what the user has marked in the reports compared."""
        self._drawn_of = drawn
        self._paper.show_pens(self._side)

    def menu(self) -> QMenu:
        """Return what can be done with the words of the chosen row."""
        chosen = self.selection()
        drawn = [one for left in (True, False) for one in self._side(left) if any(_is_over(one, at) for at in chosen)]
        menu = QMenu(self._paper)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        key = drawn[-1].key if drawn else ""
        add_pens(menu, self.annotation_asked.emit, self._themes.current, key, bool(chosen))
        return menu

    def open_menu(self, point: QPoint) -> None:
        """Show the menu at a point of the screen."""
        self.menu().popup(point)

    def _side(self, left: bool) -> Sequence[Drawn]:
        found = self._found()
        return self._drawn_of(found.reports[0 if left else 1].id) if found is not None else ()


def _is_over(drawn: Drawn, there: Destination) -> bool:
    whole = there.start == there.end
    return drawn.place == there.place and (whole or (drawn.start < there.end and there.start < drawn.end))
