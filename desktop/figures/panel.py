"""The sources panel: why a figure reads as it does, and the numbers that became none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from db.model import Content, Report
from desktop.figures.unused_page import Unused, UnusedPage
from desktop.figures.why_page import WhyPage
from desktop.layering import Layering
from desktop.session import Destination
from desktop.settings import Settings
from desktop.themes import Themes

WHY, UNUSED = 0, 1


class FiguresPanel(QWidget):
    """Follows the report in front. `series_requested` carries a figure's id."""

    destination_requested = Signal(object)
    series_requested = Signal(int)

    def __init__(self, layering: Layering, settings: Settings, themes: Themes) -> None:
        super().__init__()
        self._report: Report | None = None
        self._content: Content | None = None
        self._read = False
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.addTab("")
        self.tabs.addTab("")
        self.why = WhyPage(layering, settings, themes)
        self.unused = UnusedPage(themes)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.why)
        self._pages.addWidget(self.unused)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._pages, 1)
        self.tabs.currentChanged.connect(self._turn)
        self.why.opened.connect(self._open)
        self.why.series_requested.connect(self.series_requested)
        self.unused.place_requested.connect(self._go)
        self.unused.counted.connect(lambda _n: self._set_words())
        self._set_words()

    def show_report(self, report: Report | None, content: Content | None) -> None:
        """Take another report; None for none."""
        self._report, self._content, self._read = report, content, False
        self.why.show_report(report, content)
        self.unused.show_report(None)
        self._turn(self.tabs.currentIndex())
        self._set_words()

    def show_figure(self, figure_id: int) -> None:
        """Explain a figure of the report in front."""
        self.why.show_figure(figure_id)
        self.tabs.setCurrentIndex(WHY)

    def show_unused(self) -> None:
        """Show the numbers that became no figure."""
        self.tabs.setCurrentIndex(UNUSED)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _turn(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        if page == UNUSED and not self._read and self._content is not None:
            self._read = True
            self.unused.show_report(self._content)

    def _open(self, figure_id: int) -> None:
        figures = self._content.figures if self._content else ()
        figure = next((one for one in figures if one.id == figure_id), None)
        if figure is not None and self._report is not None:
            place = Destination(self._report.id, place=figure.place, start=figure.start, end=figure.end)
            self.destination_requested.emit(place)

    def _go(self, number: Unused) -> None:
        if self._report is not None:
            place = Destination(self._report.id, place=number.place, start=number.start, end=number.end)
            self.destination_requested.emit(place)

    def _set_words(self) -> None:
        self.tabs.setTabText(WHY, self.tr("Why?"))
        account = self.unused.account
        text = self.tr("Unused numbers ({n})").format(n=len(account.numbers)) if account else self.tr("Unused numbers")
        self.tabs.setTabText(UNUSED, text)
        self.tabs.setAccessibleName(self.tr("Sources"))
