"""Keeps contents, notes and status bar in step with the report in front."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop import layout
from desktop.contents.panel import ContentsPanel
from desktop.desk import Desk, OpenReport
from desktop.docks import Docks
from desktop.footnotes.panel import FootnotesPanel
from desktop.reading.pane import ReadingPane
from desktop.session import Destination, NoteInView, Session
from desktop.settings import LIVE_NUMBERS, READING_FONT, ZOOM, Settings
from desktop.standing import standing
from desktop.status import StatusBar
from desktop.targets import Target, targets_of


class Following(QObject):
    """`changed` carries the OpenReport now in front, or None; `bookmark_requested` a Destination."""

    changed = Signal(object)
    bookmark_requested = Signal(object)

    def __init__(
        self, desk: Desk, session: Session, settings: Settings, parts: tuple[ContentsPanel, FootnotesPanel, StatusBar]
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = session
        self._settings = settings
        self._contents, self._notes, self._status = parts
        self._docks: Docks | None = None
        self._shown: OpenReport | None = None
        self._targets: dict[int, list[Target]] = {}
        self._in_view: dict[int, list[NoteInView]] = {}
        desk.turning.connect(self._turn)
        desk.shown.connect(self._show)
        desk.made.connect(self._connect_pane)
        self._contents.section_requested.connect(self.visit_section)
        self._notes.mark_requested.connect(self.visit_note)
        self._notes.destination_requested.connect(session.visit)
        self._notes.note_hovered.connect(lambda note_id: self._on_pane(lambda pane: pane.highlight_note(note_id)))
        self._notes.next_requested.connect(lambda: self._on_pane(lambda pane: pane.next_note()))
        self._notes.scroll_requested.connect(lambda by: self._on_pane(lambda pane: _scroll(pane, by)))
        settings.changed.connect(self._set_text)
        self._set_text()

    def use_docks(self, docks: Docks) -> None:
        """Hide the parts of a report while none is in front."""
        self._docks = docks
        docks.follow(self._desk.current() is not None)

    def targets(self) -> list[Target]:
        """Return every place of the report in front that one can name; [] without one."""
        opened = self._desk.current()
        if opened is None:
            return []
        if opened.report.id not in self._targets:
            self._targets = {opened.report.id: targets_of(opened.report.id, opened.content)}
        return self._targets[opened.report.id]

    def retranslate(self) -> None:
        """Name the places anew."""
        self._targets.clear()

    def visit_section(self, section_id: int) -> None:
        """Go to a section of the report in front."""
        opened = self._desk.current()
        if opened is not None:
            self._session.visit(Destination(opened.report.id, section_id))

    def visit_note(self, note_id: int) -> None:
        """Go to the mark of a note of the report in front."""
        for target in self.targets():
            place = target.destination.place
            if place is not None and place.note_id == note_id:
                self._session.visit(target.destination)
                return

    def show_note(self, note_id: int) -> None:
        """Show a note in the panel."""
        if self._docks is not None:
            self._docks.want(self._docks.notes, True)
        self._notes.focus_note(note_id)

    def keep_tree(self) -> None:
        """Remember how far the contents are expanded."""
        if self._shown is not None:
            layout.save_tree(self._settings, self._shown.report.slug, self._contents.state())

    def _turn(self, reading: bool) -> None:
        if self._docks is not None:
            self._docks.follow(reading)

    def _show(self, opened: OpenReport | None) -> None:
        if opened is not self._shown:
            self.keep_tree()
        if opened is None:
            self._status.show_place(None)
        elif opened is not self._shown:
            self._fill(opened)
        self._shown = opened or self._shown
        self.changed.emit(opened)

    def _fill(self, opened: OpenReport) -> None:
        self._contents.show_report(opened.report.id, opened.content)
        state = layout.saved_tree(self._settings, opened.report.slug)
        if state:
            self._contents.restore(state)
        self._notes.show_report(opened.content)
        self._notes.align_with(opened.pane.view.viewport())
        self._notes.place(self._in_view.get(opened.report.id, []))
        self._stood_at(opened, opened.pane.here())

    def _connect_pane(self, opened: OpenReport) -> None:
        pane = opened.pane
        pane.stood_at.connect(lambda here: self._stood_at(opened, here))
        pane.notes_in_view.connect(lambda notes: self._show_notes(opened, notes))
        pane.note_hovered.connect(self._notes.highlight_note)
        pane.found_in_notes.connect(self._notes.show_hits)
        pane.note_requested.connect(self.show_note)
        pane.section_requested.connect(self.visit_section)
        pane.destination_requested.connect(self._session.visit)
        pane.zoom_changed.connect(lambda percent: self._settings.put(ZOOM, percent))
        pane.bookmark_requested.connect(self.bookmark_requested)

    def _show_notes(self, opened: OpenReport, notes: list[NoteInView]) -> None:
        self._in_view[opened.report.id] = notes
        if self._desk.current() is opened:
            self._notes.place(notes)

    def _on_pane(self, run: Callable[[ReadingPane], object]) -> None:
        opened = self._desk.current()
        if opened is not None:
            run(opened.pane)

    def _set_text(self, _key: str = "") -> None:
        get = self._settings.get
        self._notes.set_text(get(READING_FONT), get(ZOOM), get(LIVE_NUMBERS))

    def _stood_at(self, opened: OpenReport, here: Destination) -> None:
        if self._desk.current() is not opened:
            return
        self._session.stand_at(here)
        self._contents.follow(here.section_id or 0)
        self._status.show_place(standing(opened.content, here))


def _scroll(pane: ReadingPane, by: int) -> None:
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.value() + by)
