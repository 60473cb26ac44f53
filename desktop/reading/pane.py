"""The reading pane: the page, the line above it, the find bar; where one stands and how one gets somewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from db.model import Content, Place, Report
from desktop.citations import chain
from desktop.pens import DrawnOf
from desktop.reading.breadcrumb import Breadcrumb
from desktop.reading.colouring import coloured
from desktop.reading.find_bar import FindBar
from desktop.reading.finding import Finding, cursor_of
from desktop.reading.hits import Hit
from desktop.reading.live_numbers import LiveNumbers
from desktop.reading.page import page_of
from desktop.reading.page_menu import copy
from desktop.reading.page_view import PageView
from desktop.reading.pens import Pens
from desktop.reading.pointer import Pointer
from desktop.reading.probe import scroll_for
from desktop.reading.standing import Standing
from desktop.reading.typography import Typography
from desktop.session import Destination
from desktop.settings import LIVE_NUMBERS, READING_FONT, ZOOM, Settings
from desktop.themes import Themes

FLASH = 1_400  # ms
TOLD_EVERY = 120  # ms between two `stood_at`
RESET_AFTER = 180  # ms the width must rest before tables are set anew


class ReadingPane(QWidget):
    """Shows one report. `notes_in_view` comes with every scroll, `stood_at` a moment after it."""

    stood_at = Signal(object)
    notes_in_view = Signal(list)
    note_requested = Signal(int)
    figure_requested = Signal(int)
    why_requested = Signal(int)
    note_hovered = Signal(int)
    found_in_notes = Signal(object)
    section_requested = Signal(int)
    destination_requested = Signal(object)
    zoom_changed = Signal(int)
    bookmark_requested = Signal(object)
    link_requested = Signal(object, int, int)
    table_requested = Signal(str, int)
    annotation_asked = Signal(str, str)

    def __init__(self, settings: Settings, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._themes = themes
        self._report: Report | None = None
        self.breadcrumb = Breadcrumb(self)
        self.find_bar = FindBar(self)
        self.find_bar.hide()
        self.view = PageView(self)
        self.standing = Standing(self.view)
        self.finding = Finding(self.find_bar, self.view, themes)
        self.pens = Pens(self.view, themes)
        self.pointer = Pointer(self.view, self.standing, self.finding, settings, self.pens)
        self.live = LiveNumbers(self.view, self.standing, settings)
        self._empty = QLabel(self)
        self._tell = QTimer(self)
        self._flash = QTimer(self)
        self._resize = QTimer(self)
        self._set_for = 0  # the width of the lines the tables were set for
        self._lay_out()
        self._connect()
        self._set_look()
        self._set_words()

    def show_report(self, report: Report, content: Content) -> None:
        """Show a report from its beginning."""
        self._report = report
        self.finding.clear()
        self._stack.setCurrentIndex(1)
        self._column.activate()  # the page is set for the width it will have
        self.view.show_page(page_of(content), self._typography())
        self._set_for = self.view.column()
        self.view.verticalScrollBar().setValue(0)
        self.standing.forget()
        self._moved()

    def show_nothing(self) -> None:
        """Show that no report is open."""
        self._report = None
        self._stack.setCurrentIndex(0)
        self.breadcrumb.show_path(())
        self.notes_in_view.emit([])

    def go_to(self, destination: Destination) -> None:
        """Bring a place of the open report to the reading line and flash its words; another report's is ignored."""
        page = self.view.page
        if self._report is None or page is None or destination.report_id != self._report.id:
            return
        self.finding.show_query(destination.query)
        hit = self.standing.hit_of(destination)
        if hit is None:
            self.view.verticalScrollBar().setValue(0)
            self._moved()
            return
        self._bring(hit, destination.section_id if destination.place is None else None)
        if destination.start < destination.end or destination.place is None or destination.place.note_id:
            self.flash(hit)

    def here(self) -> Destination:
        """Return the place at the reading line, without words to flash."""
        if self._report is None:
            return Destination(0)
        section, place, offset = self.standing.place()
        return Destination(self._report.id, section, place, offset, offset)

    def section_in_view(self) -> int | None:
        """Return the section at the reading line."""
        return self.standing.section()

    def set_zoom(self, percent: int) -> None:
        """Set the text size, 70 to 300 percent; the words in view stay."""
        percent = max(70, min(300, percent))
        if percent != self._settings.get(ZOOM):
            self._settings.put(ZOOM, percent)

    def zoom_by(self, step: int) -> None:
        """Make the text larger or smaller by `step` percent."""
        self.set_zoom(self._settings.get(ZOOM) + step)

    def open_find(self) -> None:
        """Open the find bar with the selected words."""
        words = self.view.textCursor().selectedText()
        self.find_bar.open(words if words and len(words) <= 60 and "\u2029" not in words else "")

    def find_next(self) -> None:
        """Go to the next hit, opening the find bar if need be."""
        self._find(1)

    def find_previous(self) -> None:
        """Go to the hit before."""
        self._find(-1)

    def next_note(self) -> None:
        """Go to the mark of the next note and ask for the note."""
        self._step_note(1)

    def previous_note(self) -> None:
        """Go to the mark of the note before and ask for the note."""
        self._step_note(-1)

    def next_number(self) -> None:
        """Go to the next live number and show its card; Enter then opens its series."""
        self._step_number(1)

    def previous_number(self) -> None:
        """Go to the live number before."""
        self._step_number(-1)

    def copy(self, manner: str = "words") -> bool:
        """Copy what is selected: "words", "notes" (with [n] and the notes) or "citation"."""
        return copy(self.view, manner)

    def selection(self) -> tuple[Destination, ...]:
        """Return what is selected, by paragraph and cell; else the paragraph pointed at, or at the reading line."""
        found, self.pens.pointed = self.pens.selection(self.here()), None
        return found

    def unselect(self) -> None:
        """Take the selection away; the place stays."""
        cursor = self.view.textCursor()
        cursor.clearSelection()
        self.view.setTextCursor(cursor)

    def show_pens(self, drawn: DrawnOf) -> None:
        """Draw what the user has marked in the report."""
        self.pens.show(drawn(self._report.id) if self._report is not None else ())

    def highlight_note(self, note_id: int) -> None:
        """Join a note's mark to the side panel by a line; 0 takes it away."""
        self.view.join(note_id, self._themes.current)

    def go_to_note(self, note_id: int) -> None:
        """Bring a note's mark to the reading line and flash it."""
        if self._report is not None:
            self.go_to(Destination(self._report.id, place=Place(note_id=note_id)))

    def flash(self, hit: Hit) -> None:
        """Colour words for a moment, at once and without motion; of a mark also the words it hangs on."""
        theme = self._themes.current
        clause = self.standing.clause_before(hit)
        shown = [(cursor_of(self.view, hit), theme.hit_now), (clause and cursor_of(self.view, clause), theme.hit)]
        selections = [coloured(cursor, colour) for cursor, colour in shown if cursor and cursor.hasSelection()]
        if selections:
            self.view.paint_over("zz-flash", selections)
            self._flash.start()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _close_find(self) -> None:
        if self.find_bar.isVisible():
            self.find_bar.hide()
            self.finding.clear()

    def _bring(self, hit: Hit, section_id: int | None) -> None:
        """Scroll a hit to the reading line, setting that part of the page first where it is not set yet."""
        spot = self.standing.spot_of(hit)
        page, kind = self.view.page, self._typography()
        if page is not None and self.view.map is not None and not self.view.map.has_line(hit.line):
            self.view.show_page(page, kind, spot)
            self.pens.paint()
        if self.view.map is None:
            return
        bar = self.view.verticalScrollBar()
        is_first = (spot.line, spot.column) == (0, 0)
        y = 0.0 if is_first else self.view.map.rect_of(spot).top()
        with self.standing.held():
            bar.setValue(round(scroll_for(y, bar.maximum(), self.standing.height())))
        self.standing.stay(hit, section_id)
        self._moved()

    def _step_note(self, by: int) -> None:
        note_id = self.standing.note_from_here(by)
        if note_id:
            self.go_to_note(note_id)
            self.note_requested.emit(note_id)

    def _step_number(self, by: int) -> None:
        figure = self.live.step(by)
        if figure is not None and self._report is not None:
            self.go_to(Destination(self._report.id, place=figure.place, start=figure.start, end=figure.end))
            self.view.setFocus()  # Enter opens the series, and the card goes when the focus does
            self.live.stand_on(figure)

    def _find(self, by: int) -> None:
        if self.finding.hits:
            self.finding.step(by)
        else:
            self.open_find()

    def _reach(self, hit: Hit) -> None:
        self._bring(hit, None)
        self.finding.paint()
        self.pens.paint()
        if hit.note_id:
            self.note_requested.emit(hit.note_id)

    def _scrolled(self) -> None:
        self.standing.scrolled()
        self._moved()

    def _moved(self) -> None:
        """Tell where the page stands now."""
        page = self.view.page
        if page is None or self._report is None:
            return
        self.breadcrumb.show_path(chain(page.sections, self.standing.section()))
        self.notes_in_view.emit(self.standing.notes())
        if not self._tell.isActive():
            self._tell.start()

    def _resized(self) -> None:
        """Follow the window; tables share out their columns anew once the width has come to rest."""
        self._moved()
        page = self.view.page
        if page is not None and page.content.tables and self.view.column() != self._set_for:
            self._resize.start()

    def _set_again(self) -> None:
        """Set the page anew (zoom, theme, font) and come back to the words that were on top."""
        page, kept = self.view.page, self.view.anchor()
        self._set_look()
        if page is None or self._report is None:
            return
        with self.standing.held():
            self.view.show_page(page, self._typography(), kept[0] if kept else None)
            self._set_for = self.view.column()
            if kept:
                self.view.put(*kept)
        self.finding.paint()
        self.pens.paint()
        self._moved()

    def _setting_changed(self, key: str) -> None:
        if key in (ZOOM.key, READING_FONT.key, LIVE_NUMBERS.key):
            self._set_again()
        if key == ZOOM.key:
            self.zoom_changed.emit(self._settings.get(ZOOM))

    def _typography(self) -> Typography:
        get = self._settings.get
        return Typography(self._themes.current, get(READING_FONT), get(ZOOM), get(LIVE_NUMBERS))

    def _set_look(self) -> None:
        theme = self._themes.current
        self.view.setStyleSheet(
            f"QTextBrowser {{ background: {theme.paper}; color: {theme.ink}; border: none;"
            f" selection-background-color: {theme.accent}; selection-color: {theme.on_accent}; }}"
        )
        self.breadcrumb.set_look(theme)
        self._empty.setStyleSheet(f"background: {theme.paper}; color: {theme.ink_soft};")
        self.breadcrumb.show_zoom(self._settings.get(ZOOM))
        self.pointer.set_look(theme, self._typography().font)

    def _tell_place(self) -> None:
        if self._report is not None:
            self.stood_at.emit(self.here())

    def _click_note(self, note_id: int) -> None:
        if note_id:
            self.note_requested.emit(note_id)

    def _lay_out(self) -> None:
        self._reading = QWidget(self)
        self._column = column = QVBoxLayout(self._reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.breadcrumb, self.find_bar, self.view):
            column.addWidget(part)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._reading)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._tell.setSingleShot(True)
        self._tell.setInterval(TOLD_EVERY)
        self._tell.timeout.connect(self._tell_place)
        self._flash.setSingleShot(True)
        self._flash.setInterval(FLASH)
        self._flash.timeout.connect(lambda: self.view.paint_over("zz-flash", []))
        self.view.verticalScrollBar().valueChanged.connect(lambda _value: self._scrolled())
        self.view.resized.connect(self._resized)
        self._resize.setSingleShot(True)
        self._resize.setInterval(RESET_AFTER)
        self._resize.timeout.connect(self._set_again)
        self.view.filled.connect(self._moved)
        self.view.note_clicked.connect(self._click_note)
        self.pointer.note_hovered.connect(self.note_hovered)
        self.pointer.note_asked.connect(self.note_requested)
        self.pointer.find_asked.connect(self.find_bar.open)
        self.pointer.bookmark_asked.connect(lambda: self.bookmark_requested.emit(self.here()))
        self.pointer.link_asked.connect(self.link_requested)
        self.pointer.table_asked.connect(self.table_requested)
        self.pointer.annotation_asked.connect(self.annotation_asked)
        self.pointer.dismissed.connect(self._close_find)
        self.live.opened.connect(self.figure_requested)
        self.live.why_asked.connect(self.why_requested)
        self.view.zoom_asked.connect(self.zoom_by)
        self.breadcrumb.section_requested.connect(self.section_requested)
        self.breadcrumb.zoom_requested.connect(self.set_zoom)
        self.finding.reached.connect(self._reach)
        self.finding.found_in_notes.connect(self.found_in_notes)
        self.find_bar.closed.connect(self.view.setFocus)
        self._themes.changed.connect(self._set_again)
        self._settings.changed.connect(self._setting_changed)

    def _set_words(self) -> None:
        self._empty.setText(self.tr("No report is open.\nChoose one on the shelf."))
        self.view.setAccessibleName(self.tr("Text of the report"))
        self.breadcrumb.setAccessibleName(self.tr("Where you are"))
