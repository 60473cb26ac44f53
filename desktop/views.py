"""Pictures of every view, on the library at hand: the real window, drawn without a display."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, QPoint, QThreadPool, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from db import queries
from db.errors import NotALibrary
from db.first_start import sample_files
from db.importer.pipeline import import_paths
from db.layers import COLOURS
from db.library import Library
from db.model import Content, Place, Report
from db.notebook import Notebook
from desktop.about import show_about, show_keys
from desktop.annotations.panel import AnnotationsPanel
from desktop.application import application
from desktop.explaining import ExplainingWindow
from desktop.fonts import use_interface_font
from desktop.languages import LANGUAGES, Languages
from desktop.main_window import INDICATORS, SHELF, MainWindow, Shared
from desktop.memory import Memory
from desktop.pens import HIGHLIGHT, NOTE
from desktop.reading.pane import ReadingPane
from desktop.reading_beside import BESIDE
from desktop.session import Destination
from desktop.settings import LANGUAGE, THEME, TIPS, Settings
from desktop.themes import Themes

SIZE = (1366, 768)
THEMES = ("light", "dark")
QUERY, NOWHERE = "đảng viên", "tinh giảm biên chế quý tộc"
NOTE_VIEW = "Hỏi lại cơ quan lập báo cáo về số này."
WATCHED_VIEW = (
    "tang-truong-grdp",
    "thu-ngan-sach",
    "thu-noi-dia",
    "khach-du-lich",
    "ty-le-ho-ngheo",
    "dang-vien-ket-nap",
)
_TICK, _LONGEST = 20, 30_000


def render_all(store: Path, folder: Path, languages: Sequence[str] | None = None) -> list[Path]:
    """Draw every view in both languages, light and dark, at 1366 × 768, each set into a folder of its own."""
    drawn = []
    for language in languages or LANGUAGES:
        for theme in THEMES:
            drawn += render_views(store, folder / f"{language}-{theme}", SIZE, 1.0, theme, language)
    return drawn


def render_views(  # noqa: PLR0917 - the command line names each of them
    store: Path,
    folder: Path,
    size: tuple[int, int] = SIZE,
    scale: float = 1.0,
    theme: str = "light",
    language: str = "vi",
) -> list[Path]:
    """Draw every view of the library at `store` into PNG files in `folder`; return them.

    `size` is the window's in pixels at 100 %; `scale` 1.5 lays it out anew with 1.5
    times as many dots per pixel. It is given to Qt when the program begins, so a second
    scale needs a second process. A library that does not exist is built from the samples.
    Nothing of the user's is written.
    """
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["QT_SCALE_FACTOR"] = str(scale)
    application()
    settings = Settings()
    settings.put(THEME, theme)
    settings.put(TIPS, False)
    settings.put(LANGUAGE, language)
    use_interface_font(100)
    shared = Shared(settings, Themes(), Languages())
    shared.languages.use(language)
    shared.themes.use(theme)
    folder.mkdir(parents=True, exist_ok=True)
    studio = Studio(folder, size)
    visit_views(store, shared, studio)
    return studio.drawn


def visit_views(store: Path, shared: Shared, studio: Studio) -> None:
    """Bring up every view of the library at `store`, one after the other, and let `studio` shoot each of them."""
    _build_if_missing(store)
    with _window(store, shared, studio) as window:
        _draw_library(window, studio)
    with TemporaryDirectory() as temporary, _window(Path(temporary) / "tu-moi.tubaocao", shared, studio) as window:
        _draw_new_library(window, studio)
    _draw_explanation(store, studio)


class Studio:
    """Waits until a widget is at rest and takes its picture."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        self.size = size
        self.drawn: list[Path] = []
        self._folder = folder

    def shoot(self, name: str, widget: QWidget, ready: Callable[[], bool] = lambda: True, wait: int = 160) -> None:
        """Draw a widget, with the dialogs that stand before it, once `ready` holds and `wait` ms have gone by."""
        self.let(ready, wait)
        picture = widget.grab()
        for dialog in widget.findChildren(QDialog):
            if dialog.isVisible():
                _lay_over(picture, dialog, widget)
        path = self._folder / f"{name}.png"
        picture.save(str(path))
        self.drawn.append(path)

    @staticmethod
    def let(ready: Callable[[], bool], wait: int = 0) -> None:
        """Let events run until `ready` holds and no work has been under way for `wait` milliseconds."""
        loop, clock, rest, timer = QEventLoop(), QElapsedTimer(), QElapsedTimer(), QTimer()
        clock.start()
        rest.start()

        def look() -> None:
            if QThreadPool.globalInstance().activeThreadCount() or not ready():
                rest.restart()
            if rest.elapsed() >= max(wait, 1) or clock.elapsed() > _LONGEST:
                loop.quit()

        timer.timeout.connect(look)
        timer.start(_TICK)
        loop.exec()
        QCoreApplication.sendPostedEvents()  # new words find their room before they are drawn


def _draw_library(window: MainWindow, studio: Studio) -> None:
    reports = queries.reports(window.library.reader())
    window.tabs.bring(SHELF)
    studio.shoot("shelf", window)
    richest = _richest(window.library, reports)
    if richest is not None:
        _draw_reading(window, studio, *richest)
    window.open_search()
    window.search.search_for(QUERY)
    studio.shoot("search", window, wait=500)
    window.search.search_for(NOWHERE)
    studio.shoot("search-empty", window, wait=500)
    window.docks.want(window.docks.search, False)
    window.tabs.bring(INDICATORS)
    _draw_indicators(window, studio)
    _draw_comparison(window, studio)
    _draw_outgoing(window, studio)
    window.exchange.pack()
    studio.shoot("pack", window)
    if window.exchange.dialog is not None:
        window.exchange.dialog.close()
    window.finder.commands(window.commands)
    studio.shoot("palette", window)
    window.finder.close()
    window.open_preferences()
    studio.shoot("preferences", window)
    window.close_preferences()
    _draw_help(window, studio)


def _draw_help(window: MainWindow, studio: Studio) -> None:
    """Draw the keys, what the program is, and the guide: a page, and what a search finds in it."""
    for name, dialog in (("keys", show_keys(window, window.commands)), ("about", show_about(window, window.store))):
        studio.shoot(name, window)
        dialog.close()
    window.helping.open("compare")
    guide = window.helping.guide
    if guide is not None:
        guide.resize(*studio.size)
        studio.shoot("guide", guide, wait=300)
        guide.field.setText("ma khoa" if guide.book.language == "vi" else "key code")
        guide.open("sharing#pack")
        studio.shoot("guide-search", guide, wait=300)
        window.helping.close()


def _draw_indicators(window: MainWindow, studio: Studio) -> None:
    """Draw one indicator, several in each manner, their table, the watch list, the review queue and the state."""
    view = window.indicators
    studio.shoot("indicators", window, lambda: bool(view.gathered.reports), wait=600)
    options = view.pane.options
    view.draw_together(("thu-ngan-sach", "thu-noi-dia", "thu-xuat-nhap-khau"))
    studio.shoot("indicators-lines", window, wait=300)
    for kind in ("column", "slope", "dumbbell"):
        options.kinds[kind].click()
        studio.shoot(f"indicators-{kind}", window)
    options.kinds["line"].click()
    view.draw_together(("tang-truong-grdp", "thu-ngan-sach", "khach-du-lich", "grdp-binh-quan"))
    studio.shoot("indicators-multiples", window, wait=300)
    options.table.click()
    studio.shoot("indicators-table", window)
    options.table.click()
    view.watch(WATCHED_VIEW)
    view.show_watch_list()
    studio.shoot("watch-list", window)
    view.show_review()
    studio.shoot("review", window)
    view.show_charts()
    window.sourcing.show_health()
    health = window.sourcing.health()
    studio.shoot("health", window, lambda: health is None or bool(health.health.reports), wait=300)


def _draw_figures(window: MainWindow, studio: Studio, opened: ReadingPane) -> None:
    """Draw the card of a live number, why it reads so, and the numbers left out."""
    opened.view.verticalScrollBar().setValue(0)
    for _step in range(14):
        opened.next_number()
    studio.shoot("live-number", window, wait=300)
    window.sourcing.explain_here()
    studio.shoot("sources", window, wait=300)
    window.sourcing.show_unused()
    studio.shoot("sources-unused", window, lambda: window.figures.unused.account is not None, wait=300)
    window.figures.tabs.setCurrentIndex(0)
    window.docks.notes.raise_()


def _draw_outgoing(window: MainWindow, studio: Studio) -> None:
    """Draw the tables, the table made of the text, the basket before its export, and the pages before print."""
    outgoing = window.outgoing
    outgoing.show_tables()
    view = outgoing.view()
    if view is None:
        return
    studio.let(lambda: not view.busy, 200)
    view.pane.sheet.selectColumn(2)
    studio.shoot("tables", window, wait=300)
    item = outgoing.current()
    report = next(iter(queries.reports(window.library.reader())), None)
    if report is not None:
        view.show_figures(report.id)
    studio.shoot("tables-text", window, wait=300)
    if item is not None:
        outgoing.export(item)
        dialog = outgoing.dialog
        studio.shoot("export", window, lambda: dialog is None or not dialog.busy)
        outgoing.close()
    if report is not None:
        window.open_report(report.id)
        outgoing.print_current()
        pages = outgoing.print_dialog
        studio.shoot("print", window, lambda: pages is None or not pages.busy)
        outgoing.close()


def _draw_comparison(window: MainWindow, studio: Studio) -> None:
    """Draw two years beside each other, where the library has two; once at the top, once at a change within."""
    window.comparing.with_year_before()
    view = window.comparing.view()
    if view is None:
        return
    studio.shoot("compare", window, lambda: view.comparison() is not None, wait=500)
    for _step in range(12):
        window.comparing.step(1)
    studio.shoot("compare-change", window, wait=300)


def _draw_reading(window: MainWindow, studio: Studio, report: Report, content: Content) -> None:
    window.open_report(report.id)
    studio.shoot("reading-start", window)
    noted = max(content.blocks, key=lambda block: len(block.marks), default=None)
    if noted is not None and noted.marks:
        window.session.visit(Destination(report.id, noted.section_id, Place(block_id=noted.id)))
        studio.shoot("reading", window, wait=400)
    if content.tables:
        table = max(content.tables, key=lambda one: len(one.cells))
        window.session.visit(Destination(report.id, table.section_id, Place(table_id=table.id)))
        studio.shoot("reading-table", window, wait=400)
    window.notes.tabs.setCurrentIndex(1)
    studio.shoot("notes-all", window)
    window.notes.tabs.setCurrentIndex(0)
    window.finder.places()
    studio.shoot("go-to", window)
    window.finder.close()
    opened = window.desk.current()
    if opened is not None:
        _draw_figures(window, studio, opened.pane)
        _draw_annotations(window, studio, opened.pane)
    window.beside.open()
    studio.shoot("two-panes", window, wait=400)
    window.tabs.close_key(BESIDE)


def _draw_annotations(window: MainWindow, studio: Studio, pane: ReadingPane) -> None:
    """Draw highlights on the lines in sight, and a note being written, with the list of them."""
    middle = pane.view.viewport().rect().center()
    cursor = pane.view.cursorForPosition(middle)
    for pen, words in ((COLOURS[0], 9), (COLOURS[1], 6)):
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor, words)
        pane.view.setTextCursor(cursor)
        window.annotating.ask(pane, HIGHLIGHT, pen)
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.MoveAnchor, 4)
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor, 3)
    pane.view.setTextCursor(cursor)
    window.annotating.ask(pane, NOTE)
    panel = window.docks.annotations.widget()
    assert isinstance(panel, AnnotationsPanel)
    panel.editor.words.setPlainText(NOTE_VIEW)
    panel.commit()
    studio.shoot("annotations", window, wait=400)
    window.docks.want(window.docks.annotations, False)


def _draw_new_library(window: MainWindow, studio: Studio) -> None:
    studio.shoot("shelf-empty", window)
    settings = window.shared.settings
    settings.put(TIPS, True)
    window.tips.visit(SHELF)
    studio.shoot("tip", window)
    settings.put(TIPS, False)
    window.tasks.import_paths(sample_files())
    window.tasks.tell_of_samples(lambda: None)
    studio.shoot("import", window, ready=lambda: not window.imports.busy)


def _draw_explanation(store: Path, studio: Studio) -> None:
    window = ExplainingWindow(store, NotALibrary(store))
    window.resize(*studio.size)
    window.show()
    studio.shoot("not-a-library", window)
    window.close()
    window.deleteLater()


@contextmanager
def _window(store: Path, shared: Shared, studio: Studio) -> Iterator[MainWindow]:
    """Open a window without the user's settings, and on an empty notebook in the stead of the user's."""
    with TemporaryDirectory() as own:
        library = Library.open(store)
        memory = Memory(library, Notebook.open(Path(own) / "views.notebook"))
        window = MainWindow(library, memory, shared)
        window.resize(*studio.size)
        window.show()
        window.docks.reset()
        try:
            yield window
        finally:
            window.close()
            window.deleteLater()
            memory.close()
            library.close()


def _build_if_missing(store: Path) -> None:
    if not store.exists():
        store.parent.mkdir(parents=True, exist_ok=True)
        library = Library.open(store)
        for _step in import_paths(library, sample_files()):
            pass
        library.close()


def _richest(library: Library, reports: Sequence[Report]) -> tuple[Report, Content] | None:
    """Return the report with most notes and tables: its pictures show most."""
    counts = queries.all_counts(library.reader())
    ranked = sorted(reports, key=lambda one: (counts[one.id].tables > 0, counts[one.id].notes), reverse=True)
    return (ranked[0], queries.content(library.reader(), ranked[0].id)) if ranked else None


def _lay_over(picture: QPixmap, dialog: QWidget, window: QWidget) -> None:
    """Paint a dialog into the middle of the picture of its window, which is shaded as behind a dialog."""
    painter = QPainter(picture)
    painter.fillRect(window.rect(), QColor(0, 0, 0, 70))
    place = QPoint((window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 2)
    painter.drawPixmap(place, dialog.grab())
    painter.end()
