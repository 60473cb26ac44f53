"""A report read with its notes in step, and the charts: what a frame costs the thread of the window, offscreen."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator

from measuring import Figure
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from stores import store_of

from db import queries
from db.library import Library
from db.model import Place, Point, Series
from desktop.application import application
from desktop.fonts import load_fonts
from desktop.footnotes.panel import FootnotesPanel
from desktop.indicators.chart import Chart
from desktop.indicators.delegate import sparkline
from desktop.indicators.drawing import Drawn, drawn
from desktop.reading.pane import ReadingPane
from desktop.session import Destination
from desktop.settings import Settings
from desktop.themes import Themes

TIMES, FRAMES, STEP = 7, 120, 90
"""Openings; frames scrolled, of so many pixels each: a fast wheel."""
FRAME = 1000 / 60
CURVES, SERIES, YEARS = 200, 20, range(2010, 2025)


def figures() -> Iterator[Figure]:
    """Yield what was measured."""
    app = application()
    load_fonts()
    themes = Themes()
    themes.use("light")
    library = Library.open(store_of(10_000), read_only=True)
    yield from _reading(app, library, themes)
    library.close()
    yield from _sparklines(themes)
    yield from _chart(app, themes)


def _reading(app: QApplication, library: Library, themes: Themes) -> Iterator[Figure]:
    """Open reports of about 60 KB with their notes, scroll through them, and jump to sections, notes and hits."""
    connection = library.reader()
    usual = [one for one in range(1, 400) if 40_000 < queries.syllables(connection, one) * 5.5 < 52_000][:TIMES]
    filled, scrolled = [], []
    jumps: dict[str, list[float]] = {"section": [], "note": [], "hit": []}
    for number in usual:
        report, content = queries.report(connection, number), queries.content(connection, number)
        assert report is not None
        pane, panel = ReadingPane(Settings(), themes), FootnotesPanel(themes)
        for widget, width in ((pane, 800), (panel, 320)):
            widget.resize(width, 700)
            widget.show()
        pane.notes_in_view.connect(panel.place)
        pane.show_report(report, content)
        app.processEvents()

        def filling(panel: FootnotesPanel = panel, content: object = content, pane: ReadingPane = pane) -> None:
            panel.show_report(content)  # type: ignore[arg-type]  # it is a Content
            panel.align_with(pane.view.viewport())
            panel.place(pane.standing.notes())
            app.processEvents()

        filled.append(_spent(filling))
        while _spent(app.processEvents) > 0.5:  # the rest of the page
            pass
        bar = pane.view.verticalScrollBar()
        scrolled += [
            _spent(lambda bar=bar: (bar.setValue(bar.value() + STEP), app.processEvents())) for _ in range(FRAMES)
        ]
        places = {
            "section": [Destination(number, section.id) for section in content.sections[::5]],
            "note": [Destination(number, None, Place(note_id=note.id)) for note in content.notes[::3]],
            "hit": [
                Destination(number, block.section_id, Place(block_id=block.id), query="kinh te")
                for block in content.blocks
                if "kinh tế" in block.text
            ][::5],
        }
        for kind, asked in places.items():
            jumps[kind] += [_spent(lambda pane=pane, to=to: (pane.go_to(to), app.processEvents())) for to in asked]
        for widget in (pane, panel):
            widget.close()
            widget.deleteLater()
    yield Figure("the notes panel of a report of 60 KB, after its page", statistics.median(filled), "ms CPU", 20)
    yield Figure("a frame of scrolling with notes in step, median", statistics.median(scrolled), "ms CPU", FRAME)
    yield Figure("a frame of scrolling with notes in step, p99", _percentile(scrolled, 0.99), "ms CPU", FRAME)
    for kind, spent in jumps.items():
        yield Figure(f"a jump to a {kind}, median", statistics.median(spent), "ms CPU", 30, f"{len(spent)} jumps")
        yield Figure(f"a jump to a {kind}, worst", max(spent), "ms CPU", 30)


def _sparklines(themes: Themes) -> Iterator[Figure]:
    image = QImage(400, 40, QImage.Format.Format_ARGB32_Premultiplied)
    shown = [_series(number) for number in range(CURVES)]

    def draw() -> None:
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for one in shown:
            sparkline(painter, QRectF(10, 5, 90, 20), one, themes.current.accent)
        painter.end()

    yield Figure(
        f"{CURVES} sparklines of 15 years", statistics.median(_spent(draw) for _ in range(TIMES)), "ms CPU", 80
    )


def _chart(app: QApplication, themes: Themes) -> Iterator[Figure]:
    """Show twenty series of 15 years, then walk over their points with the mouse and the arrow keys."""
    shown = [_series(number) for number in range(SERIES)]

    def opened() -> Chart:
        made = Chart(themes)
        made.resize(900, 560)
        made.show_series(shown)
        made.show()
        app.processEvents()
        return made

    opened().close()  # classes of Qt, fonts
    charts: list[Chart] = []
    first = [_spent(lambda: charts.append(opened())) for _ in range(TIMES)]
    chart = charts[-1]
    moves = [_spent(lambda spot=spot: _hover(app, chart.viewport(), spot.x, spot.y)) for spot in chart.spots()]
    kinds = ("line", "column")
    anew = [_spent(lambda kind=kind: (chart.show_series(shown, kind), app.processEvents())) for kind in kinds]
    for one in charts:
        one.close()
    yield Figure("a chart of 20 series of 15 years, first paint", statistics.median(first), "ms CPU", 150)
    yield Figure("… the mouse over a point of it, median", statistics.median(moves), "ms CPU", 16)
    yield Figure("… the mouse over a point of it, p99", _percentile(moves, 0.99), "ms CPU", 16)
    yield Figure("… as lines, as columns: drawn anew", max(anew), "ms CPU", None)


def _hover(app: QApplication, widget: QWidget, x: float, y: float) -> None:
    place = QPointF(x, y)
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier)
    app.sendEvent(widget, moved)
    app.processEvents()


def _series(number: int) -> Drawn:
    values = [100.0 + number * 3 + (place * 7 + number * 5) % 23 for place in range(len(YEARS))]
    points = tuple(_point(year, value, number * 100 + year) for year, value in zip(YEARS, values, strict=True))
    name = f"Chỉ tiêu số {number}"
    return drawn(Series(name, name, "tỷ đồng", points, ()), {})


def _point(year: int, value: float, figure: int) -> Point:
    return Point(
        year=year,
        period=str(year),
        value=value,
        state="stated",
        report_id=year,
        figure_id=figure,
        quote=f"đạt {value:g} tỷ đồng",
        report_year=year,
        kind="level",
        low=None,
        high=None,
    )


def _percentile(values: list[float], part: float) -> float:
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def _spent(work: Callable[[], object]) -> float:
    before = time.thread_time()
    work()
    return 1e3 * (time.thread_time() - before)
