"""What leaves the library: the view of tables, the basket, the export; all of them ask here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from db import queries
from db.export.basket import BasketItem, Filled, fill
from db.export.tables import export_table
from db.library import Library
from db.links import link_to, parse, place_of, report_of
from db.model import Content, Place, Report
from desktop.desk import Desk, OpenReport
from desktop.exporting.basket import Basket
from desktop.icons import icon
from desktop.indicators.illustrating import illustrated
from desktop.indicators.view import IndicatorsView
from desktop.languages import current_language
from desktop.layering import Layering
from desktop.notices import Choice, Notice, NoticeBar
from desktop.printing.html_flow import HtmlSubject
from desktop.printing.subject import LaterSubject, ReportSubject, Subject
from desktop.session import Destination, Session
from desktop.settings import READING_FONT, Settings
from desktop.tables.copying import copy_cells
from desktop.tables.shown import ReportTable
from desktop.tables.words import title_of_table
from desktop.tabs import Tabs
from desktop.themes import Themes
from desktop.widgets.safe_document import PaperPage

if TYPE_CHECKING:
    from desktop.exporting.dialog import ExportDialog
    from desktop.printing.dialog import PrintDialog
    from desktop.tables.view import TablesView

TABLES = "tables"
SHEETS = (TABLES, "indicators")
"""The tabs that show a sheet which can be taken along."""


class Outgoing(QObject):
    """Owns the basket; opens the tab of tables and the dialogs. `counted` tells how much is in the basket."""

    failed = Signal(object)
    counted = Signal(int)

    def __init__(self, library: Library, desk: Desk, tabs: Tabs, session: Session, notices: NoticeBar) -> None:
        super().__init__(tabs)
        self._library, self._desk, self._tabs = library, desk, tabs
        self._session, self._notices = session, notices
        self._settings: Settings | None = None
        self._themes: Themes | None = None
        self._printers: dict[str, Callable[[], None]] = {}
        self._letters = tabs.font().family()
        self._indicators: IndicatorsView | None = None
        self._layering: Layering | None = None
        self.basket = Basket()
        self.dialog: ExportDialog | None = None
        self.print_dialog: PrintDialog | None = None
        desk.made.connect(self._connect_pane)

    def use(self, settings: Settings, themes: Themes) -> None:
        """Take what outlives the window: the kept basket and the looks."""
        self._settings, self._themes = settings, themes
        self.basket = Basket(settings)
        self.basket.changed.connect(self._count)

    def attach(self, indicators: IndicatorsView, layering: Layering) -> None:
        """Take series from the view of indicators, as the user's corrections and decisions leave them."""
        self._indicators, self._layering = indicators, layering
        indicators.out_requested.connect(self._send)

    def offer(self, key: str, run: Callable[[], None]) -> None:
        """Let `run` do what printing does while the tab `key` is in front."""
        self._printers[key] = run

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do that concern what leaves the library."""
        return {
            "tables": self.show_tables,
            "basket-add": self.add_current,
            "export": self.export_basket,
            "print": self.print_current,
            "copy-link": self.copy_link_here,
        }

    def view(self) -> TablesView | None:
        """Return the view of tables, if it is open."""
        return cast("TablesView | None", self._tabs.page(TABLES))

    def refresh(self) -> None:
        """The library changed."""
        view = self.view()
        if view is not None:
            view.refresh()

    def retranslate(self) -> None:
        """Name the tab anew."""
        self._tabs.name(TABLES, self.tr("Tables"))
        self._count()

    def show_tables(self) -> None:
        """Show the view of tables, at the report being read."""
        opened = self._desk.current()
        view = self._made()
        self._tabs.bring(TABLES)
        if opened is not None:
            view.show_table(opened.report.id, 0)

    def show_table(self, report_id: int, number: int) -> None:
        """Show a table of a report, by its number from 1."""
        view = self._made()
        self._tabs.bring(TABLES)
        view.show_table(report_id, number)

    def add_current(self) -> None:
        """Put what is in front into the basket: the table shown, or the one at the reading line."""
        item = self.current()
        if item is None:
            why = self.tr("Open a table in the view of tables, or scroll to one in a report.")
            self._notices.tell(Notice("info", self.tr("There is no table here to put into the basket."), why))
        else:
            self.add(item)

    def current(self) -> BasketItem | None:
        """Return the table or the series in front as an entry of the basket."""
        opened, front = self._desk.current(), self._tabs.currentWidget()
        if self._tabs.current_key() in SHEETS:
            return cast("TablesView | IndicatorsView", front).item()
        place = opened.pane.here().place if opened is not None else None
        if opened is None or place is None or place.table_id is None:
            return None
        return item_of(opened.report, opened.content, place.table_id)

    def add(self, item: BasketItem) -> None:
        """Put something into the basket and say so."""
        fresh = self.basket.add(item)
        what = self.tr("“{name}” is in the basket.") if fresh else self.tr("“{name}” is in the basket already.")
        self._notices.tell(Notice("good" if fresh else "info", what.format(name=item.title)))

    def add_all(self, items: Sequence[BasketItem]) -> None:
        """Put several tables into the basket and say so once."""
        fresh = sum([self.basket.add(item) for item in items])
        text = (
            self.tr("{n} tables were put into the basket.") if fresh else self.tr("They are all in the basket already.")
        )
        self._notices.tell(Notice("good" if fresh else "info", text.format(n=fresh)))

    def add_table(self, report: Report, content: Content, table_id: int) -> None:
        """Put a table of a report, by its id, into the basket."""
        item = item_of(report, content, table_id)
        if item is not None:
            self.add(item)

    def export_basket(self) -> None:
        """Export the basket; with nothing in it, the table in front."""
        item = self.current()
        if not self.basket.items() and item is not None:
            self.export(item)
        else:
            self._open(self.basket)

    def export(self, item: BasketItem) -> None:
        """Export one table, whatever is in the basket."""
        self._open(Basket(items=(item,)))

    def print_current(self) -> None:
        """Print what is in front: the table, the series or the comparison shown, or the report being read."""
        item, opened = self.current(), self._desk.current()
        other = self._printers.get(self._tabs.current_key())
        in_front = self._indicators if self._tabs.current_key() == "indicators" else None
        paper = in_front.paper() if in_front is not None else None
        if other is not None:
            other()
        elif paper is not None:
            self.print_page(paper)
        elif item is not None and self._tabs.current_key() in SHEETS:
            self.print_item(item)
        elif opened is not None:
            self._print(ReportSubject(opened.report, opened.content))
        else:
            why = self.tr("Open a report or a table first.")
            self._notices.tell(Notice("info", self.tr("There is nothing here to print."), why))

    def print_sections(self, opened: OpenReport, sections: frozenset[int]) -> None:
        """Print some sections of a report with their notes."""
        self._print(ReportSubject(opened.report, opened.content))
        if self.print_dialog is not None:
            self.print_dialog.choose_sections(sections)

    def print_item(self, item: BasketItem) -> None:
        """Print a table, or series with their chart."""
        self._print(LaterSubject(item.title, lru_cache(lambda language: self._fill((item,), language).tables)))

    def print_page(self, page: PaperPage) -> None:
        """Print a page that a room has made: a comparison, its brief."""
        self._print(HtmlSubject(page))

    def _send(self, where: str) -> None:
        """Let the series in view go where they were asked to."""
        item = self._indicators.item() if self._indicators is not None else None
        if where == "print":
            self.print_current()
        elif item is not None:
            {"basket": self.add, "export": self.export}[where](item)

    def _fill(self, items: Sequence[BasketItem], language: str) -> Filled:
        """Make the tables of a basket; called off the GUI thread."""
        layering = self._layering
        layers = replace(layering.now, annotations=layering.annotations) if layering is not None else None
        return fill(self._library.reader(), items, language, layers, partial(illustrated, family=self._letters))

    def copy_link_here(self) -> None:
        """Copy the link to the words at the reading line."""
        opened = self._desk.current()
        if opened is not None:
            self.copy_link(opened, opened.pane.here().place)

    def copy_link(self, opened: OpenReport, place: Place | None, start: int = 0, end: int = 0) -> None:
        """Copy the link that opens a place of a report, in any library that holds the report."""
        QGuiApplication.clipboard().setText(link_to(opened.report, place, opened.content, (start, end)))
        self._notices.tell(Notice("good", self.tr("The link to this place was copied.")))

    def open_link(self, link: str) -> bool:
        """Open the place of a link; where that cannot be, say why and return False."""
        parsed = parse(link)
        report = report_of(parsed, queries.reports(self._library.reader())) if parsed is not None else None
        if parsed is None:
            self._notices.tell(Notice("warning", self.tr("“{link}” is no link of Tủ Báo Cáo.").format(link=link[:200])))
            return False
        if report is None:
            why = self.tr("Import the report, then open the link again.")
            what = self.tr("The report of the link is not in this library: {name}").format(name=parsed.slug)
            self._notices.tell(Notice("warning", what, why))
            return False
        place = place_of(parsed, queries.content(self._library.reader(), report.id, verify=False))
        if parsed.kind and place is None:
            what = self.tr("The report has no such place any more; here is its beginning.")
            self._notices.tell(Notice("warning", what))
        self._session.visit(Destination(report.id, None, place, parsed.start, parsed.end))
        return True

    def _connect_pane(self, opened: OpenReport) -> None:
        opened.pane.link_requested.connect(lambda place, start, end: self.copy_link(opened, place, start, end))
        opened.pane.table_requested.connect(lambda what, table_id: self._with_table(opened, what, table_id))

    def _with_table(self, opened: OpenReport, what: str, table_id: int) -> None:
        """Open, keep or copy a table of a report that is being read."""
        report, content = opened.report, opened.content
        numbers = [number for number, table in enumerate(content.tables, 1) if table.id == table_id]
        if what == "open" and numbers:
            self.show_table(report.id, numbers[0])
        elif what == "basket":
            self.add_table(report, content, table_id)
        elif numbers:
            table = export_table(report, content, content.tables[numbers[0] - 1], None, current_language())
            cells = {(row, col) for row in range(len(table.rows)) for col in range(table.cols)}
            copy_cells(table, cells, headers=True)
            self._notices.tell(Notice("good", self.tr("The table was copied.")))

    def close(self) -> None:
        """Take the dialogs away."""
        for dialog in (self.dialog, self.print_dialog):
            if dialog is not None:
                dialog.close()

    def _print(self, subject: Subject) -> None:
        if self._settings is None or self._themes is None or self.print_dialog is not None:
            return
        from desktop.printing.dialog import PrintDialog  # noqa: PLC0415 - when first opened, as the two below

        # Above the dialog it was asked for in, if that is one.
        window: QWidget = QApplication.activeModalWidget() or self._tabs.window()
        dialog = self.print_dialog = PrintDialog(subject, self._settings, self._themes, window)
        dialog.written.connect(self._printed)
        dialog.finished.connect(self._print_closed)
        dialog.open()

    def _print_closed(self) -> None:
        dialog, self.print_dialog = self.print_dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _printed(self, path: Path) -> None:
        self._tell_written(self.tr("“{file}” was written.").format(file=path.name), path)

    def _open(self, basket: Basket) -> None:
        if self._settings is None or self._themes is None or self.dialog is not None:
            return
        from db.export.exporters import EXPORTERS  # noqa: PLC0415 - python-docx and xlsxwriter
        from desktop.exporting.dialog import ExportDialog  # noqa: PLC0415
        from desktop.printing.table_flow import Pdf  # noqa: PLC0415
        from desktop.printing.table_picture import TablePicture  # noqa: PLC0415

        window: QWidget = self._tabs.window()
        dialog = self.dialog = ExportDialog(self._fill, basket, self._settings, self._themes, window)
        letters = self._settings.get(READING_FONT)
        pictures = (TablePicture(suffix, letters) for suffix in (".png", ".svg"))
        dialog.exporters = (*EXPORTERS, Pdf(letters), *pictures)
        dialog.tables_requested.connect(self.show_tables)
        dialog.exported.connect(self._exported)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _exported(self, path: Path, rows: int) -> None:
        self._tell_written(self.tr("{n} rows were written to “{file}”.").format(n=rows, file=path.name), path)

    def _tell_written(self, what: str, path: Path) -> None:
        choices = (
            Choice(self.tr("Open the file"), lambda: _open_path(path)),
            Choice(self.tr("Open the folder"), lambda: _open_path(path.parent)),
        )
        self._notices.tell(Notice("good", what, choices=choices))

    def _made(self) -> TablesView:
        view = self.view()
        if view is None:
            if self._themes is None:
                raise RuntimeError("use() comes first")
            from desktop.tables.view import TablesView  # noqa: PLC0415

            view = TablesView(self._library, self._themes)
            if self._layering is not None:
                layering = self._layering
                view.corrections = lambda: layering.now.corrections
                layering.changed.connect(view.correct)
            view.destination_requested.connect(self._session.visit)
            view.basket_requested.connect(self.add)
            view.all_requested.connect(self.add_all)
            view.export_requested.connect(self.export)
            view.print_requested.connect(self.print_item)
            view.failed.connect(self.failed)
            self._tabs.add(TABLES, view, self.tr("Tables"), icon("table-2"))
        return view

    def _count(self) -> None:
        self.counted.emit(len(self.basket.items()))


def item_of(report: Report, content: Content, table_id: int) -> BasketItem | None:
    """Return a table of a report, by its id, as an entry of the basket; None where it has no such table."""
    numbers = [number for number, table in enumerate(content.tables, 1) if table.id == table_id]
    if not numbers:
        return None
    table = ReportTable(report, content, numbers[0])
    return table.item(None, title_of_table(report, numbers[0], content.tables[numbers[0] - 1].caption))


def _open_path(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
