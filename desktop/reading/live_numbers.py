"""Live numbers of the page: the card on hover, a click that opens, and the walk from number to number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from db.model import Figure
from desktop.figure_card import FigureCard
from desktop.reading.page_map import Spot
from desktop.reading.page_view import PageView
from desktop.reading.standing import Standing
from desktop.settings import LIVE_NUMBERS, Settings
from desktop.widgets.utf16 import units


@dataclass(frozen=True, slots=True)
class Live:
    """A live number with where it begins on the page."""

    spot: Spot
    figure_id: int


class LiveNumbers(QObject):
    """Watches a page view. `opened` comes with a click or Enter, `why_asked` from the card."""

    opened = Signal(int)
    why_asked = Signal(int)

    def __init__(self, view: PageView, standing: Standing, settings: Settings) -> None:
        super().__init__(view)
        self._view = view
        self._standing = standing
        self._settings = settings
        self._pressed = 0
        self._over = 0
        self.current = 0
        self.card = FigureCard(view.viewport())
        self.card.series_requested.connect(self.opened)
        self.card.why_requested.connect(self.why_asked)
        view.verticalScrollBar().valueChanged.connect(lambda _value: self._scrolled())
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)

    def step(self, by: int) -> Figure | None:
        """Return the next (1) or previous (-1) number, from the one walked to or the reading line; None at the end."""
        page = self._view.page
        numbers = list(self._numbers())
        if page is None or not numbers:
            return None
        ids = [one.figure_id for one in numbers]
        if self.current in ids:
            place = ids.index(self.current) + by
        else:
            here = self._standing.spot()
            key = (here.line, here.passage, here.column)
            ahead = sum(1 for one in numbers if (one.spot.line, one.spot.passage, one.spot.column) < key)
            place = ahead if by > 0 else ahead - 1
        return page.figures.get(ids[place]) if 0 <= place < len(ids) else None

    def stand_on(self, figure: Figure) -> None:
        """Take a number as the one walked to, and show its card."""
        self.current = figure.id
        area = self._area(figure.id)
        if area is not None:
            self.card.show_for(figure, area)

    def figure_at(self, point: QPoint) -> int:
        """Return the figure under a point of the viewport, or 0."""
        live = self._live_at(point)
        return live.figure_id if live is not None else 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is ours; the rest is the view's."""
        if isinstance(event, QMouseEvent):
            self._mouse(event)
        elif event.type() == QEvent.Type.Leave and watched is self._view.viewport():
            self._hover(None)
        elif event.type() == QEvent.Type.FocusOut and watched is self._view:
            self.card.close_now()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _mouse(self, event: QMouseEvent) -> None:
        if event.type() == QEvent.Type.MouseMove and event.buttons() == Qt.MouseButton.NoButton:
            self._hover(self._live_at(event.position().toPoint()))
        elif event.type() == QEvent.Type.MouseButtonPress:
            plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
            self._pressed = self.figure_at(event.position().toPoint()) if plain else 0
            self.card.close_now()
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed:
            pressed, self._pressed = self._pressed, 0
            if self.figure_at(event.position().toPoint()) == pressed and not self._view.textCursor().hasSelection():
                self.current = pressed
                self.opened.emit(pressed)

    def _hover(self, live: Live | None) -> None:
        figure_id = live.figure_id if live is not None else 0
        if figure_id == self._over:
            return
        self._over = figure_id
        shape = Qt.CursorShape.PointingHandCursor if figure_id else Qt.CursorShape.IBeamCursor
        self._view.viewport().setCursor(shape)
        page, area = self._view.page, self._rect(live) if live is not None else None
        if page is None or area is None:
            self.card.unwant()
        else:
            self.card.want(page.figures[figure_id], area)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self.card.isVisible():
            self.card.close_now()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current and self.card.isVisible():
            self.card.close_now()
            self.opened.emit(self.current)
            return True
        return False

    def _scrolled(self) -> None:
        self.card.close_now()
        self._over = 0

    def _numbers(self) -> Iterator[Live]:
        page = self._view.page
        for line, one in enumerate(page.lines if page is not None else ()):
            for place, passage in enumerate(one.passages()):
                column = 0
                seen = set()  # a figure whose change is live, too, is walked to once
                for run in passage.runs:
                    if run.figure_id and run.figure_id not in seen:
                        seen.add(run.figure_id)
                        yield Live(Spot(line, place, column), run.figure_id)
                    column += units(run.text)

    def _live_at(self, point: QPoint) -> Live | None:
        spot = self._view.spot_under(point) if self._settings.get(LIVE_NUMBERS) else None
        passage = self._view.map.passage(spot) if spot is not None and self._view.map is not None else None
        if spot is None or passage is None or not passage.figure_at(spot.column):
            return None
        figure_id, column, begun = passage.figure_at(spot.column), 0, 0
        before = 0
        for run in passage.runs:
            if run.figure_id == figure_id and before != figure_id:
                begun = column  # the number itself, or its change further on
            before = run.figure_id if not run.note_id else before
            if column + units(run.text) > spot.column:
                break
            column += units(run.text)
        return Live(Spot(spot.line, spot.passage, begun), figure_id)

    def _area(self, figure_id: int) -> QRect | None:
        live = next((one for one in self._numbers() if one.figure_id == figure_id), None)
        return self._rect(live) if live is not None else None

    def _rect(self, live: Live) -> QRect | None:
        where = self._view.map
        if where is None or not where.has_line(live.spot.line):
            return None
        return where.rect_of(live.spot).translated(0, -self._view.scrolled()).toRect()
