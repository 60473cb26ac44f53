"""Ties the highlights and notes of the user to the rooms: what is marked where, what is drawn, which there are."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from db import queries
from db.anchoring import Stretch, Texts
from db.annotated import Noted, placing
from db.annotations import anchors_at, family_of, standing_in
from db.errors import TuBaoCaoError
from db.export.basket import BasketItem
from db.layers import COLOURS, Anchor, Annotation
from db.library import Library
from db.model import Progress, Report
from desktop.annotations.panel import AnnotationsPanel
from desktop.comparing import COMPARISON, Comparing
from desktop.desk import Desk, OpenReport
from desktop.docks import Docks
from desktop.footnotes.panel import FootnotesPanel
from desktop.jobs import Job
from desktop.layering import Layering
from desktop.notices import Choice, Notice, NoticeBar
from desktop.outgoing import TABLES, Outgoing
from desktop.pens import HIGHLIGHT, NOTE, OPEN, REMOVE, Drawn, Markable
from desktop.reading.pane import ReadingPane
from desktop.session import Destination, Session
from desktop.settings import LAST_PEN, Settings
from desktop.tabs import Tabs

_KEPT = 4
"""The texts of as many reports are kept at hand."""


@dataclass(frozen=True, slots=True)
class AnnotatedRooms:
    """The rooms whose words can be marked, and the panel that lists what is."""

    panel: AnnotationsPanel
    notes: FootnotesPanel
    comparing: Comparing
    outgoing: Outgoing


@dataclass(frozen=True, slots=True)
class AnnotatedShell:
    """What of the window is needed to get from one to the other."""

    library: Library
    tabs: Tabs
    desk: Desk
    docks: Docks
    session: Session
    notices: NoticeBar
    settings: Settings


class Annotating(QObject):
    """Draws what is marked in every open room and carries out what a room, a key or the panel asks for."""

    failed = Signal(object)

    def __init__(self, rooms: AnnotatedRooms, shell: AnnotatedShell, layering: Layering) -> None:
        super().__init__(rooms.panel)
        self._rooms, self._shell, self._layering = rooms, shell, layering
        self._texts = lru_cache(maxsize=_KEPT)(self._read)
        self._drawn: dict[int, tuple[Drawn, ...]] = {}
        self._known: dict[tuple[str, int], Noted] = {}
        self._attached: set[str] = set()
        self._panes: dict[int, ReadingPane] = {}
        self._job: Job | None = None
        shell.desk.made.connect(self._connect_pane)
        shell.desk.shown.connect(self._follow)
        shell.tabs.shown.connect(lambda _key: self._attach())
        rooms.notes.annotation_asked.connect(lambda what, about: self.ask(rooms.notes, what, about))
        layering.annotated.connect(self.redraw)
        panel = rooms.panel
        panel.destination_requested.connect(shell.session.visit)
        panel.kept.connect(self._keep)
        panel.removed.connect(self._remove)
        panel.rebind_requested.connect(self._rebind)
        panel.export_requested.connect(self._export)
        panel.left.connect(self._back_to_words)
        self._list()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the commands about highlights and notes do."""
        return {
            "highlight": lambda: self._by_key(HIGHLIGHT),
            "annotate": lambda: self._by_key(NOTE),
        }

    def refresh(self) -> None:
        """The library changed: places are looked for anew."""
        self._texts.cache_clear()
        self._known.clear()
        self.redraw()

    def redraw(self) -> None:
        """Draw all marks anew, and list them."""
        self._drawn.clear()
        for pane in list(self._panes.values()):
            pane.show_pens(self.drawn)
        for room in self._others():
            room.show_pens(self.drawn)
        self._draw_notes()
        self._list()

    def drawn(self, report_id: int) -> tuple[Drawn, ...]:
        """Return what is marked in a report."""
        if report_id not in self._drawn:
            report, texts = self._texts(report_id) if self._layering.annotations else (None, None)
            found = standing_in(report, texts, self._layering.annotations) if report and texts else ()
            self._drawn[report_id] = tuple(
                Drawn(one.annotation.key, at.place, at.start, at.end, one.annotation.colour, one.annotation.words)
                for one in found
                for at in one.stretches
            )
        return self._drawn[report_id]

    def ask(self, room: Markable, what: str, about: str = "") -> None:
        """Do what a room asks for: highlight or note its selection, open or delete a highlight."""
        if what == OPEN:
            self._show_panel()
            self._rooms.panel.open(about)
        elif what == REMOVE:
            self._remove(about)
        elif self._able():
            anchors, report = self._anchors(room.selection())
            if report is None or not anchors:
                self._nothing_chosen()
            elif what == HIGHLIGHT:
                self._highlight(report, anchors, about)
                if isinstance(room, ReadingPane):
                    room.unselect()  # the pen is to be seen, not the selection
            else:
                self._note(report, anchors)

    def commit(self) -> None:
        """Keep what is being written."""
        self._rooms.panel.commit()

    def has_keys(self) -> bool:
        """Whether the keys go to the panel."""
        focused = QApplication.focusWidget()
        return focused is not None and self._rooms.panel.isAncestorOf(focused)

    # What is asked for

    def _by_key(self, what: str) -> None:
        room = self._room()
        # A note without a selection is on the paragraph being read; a pen without one would mark too much unseen.
        if room is None or (what == HIGHLIGHT and isinstance(room, ReadingPane) and room.view.selected() is None):
            self._nothing_chosen()
        else:
            self.ask(room, what)

    def _nothing_chosen(self) -> None:
        why = self.tr("Select words in a report, a note, a table or a comparison first.")
        self._shell.notices.tell(Notice("info", self.tr("There are no words here to mark."), why))

    def _able(self) -> bool:
        if not self._layering.writable:
            what = self.tr("Highlights and notes cannot be kept: your notebook could not be opened.")
            self._shell.notices.tell(Notice("warning", what))
        return self._layering.writable

    def _highlight(self, report: Report, anchors: tuple[Anchor, ...], pen: str) -> None:
        """Mark words; the same words with the same pen once more: take the mark away."""
        known = self._at(anchors)
        colour = pen or (known.colour if known is not None else self._pen())
        self._shell.settings.put(LAST_PEN, colour)
        if known is None:
            fresh = Annotation(uuid4().hex, anchors, family_of(report.data), colour)
            self._layering.annotate(fresh)
        elif known.colour != colour:
            self._layering.annotate(replace(known, colour=colour))
        elif not known.words:
            self._remove(known.key)

    def _note(self, report: Report, anchors: tuple[Anchor, ...]) -> None:
        known = self._at(anchors)
        fresh = Annotation(uuid4().hex, anchors, family_of(report.data), self._pen())
        self._show_panel()
        self._rooms.panel.begin(known or fresh)

    def _keep(self, annotation: Annotation) -> None:
        self._layering.annotate(annotation)

    def _remove(self, key: str) -> None:
        known = next((one for one in self._layering.annotations if one.key == key), None)
        if known is not None:
            gone = self.tr("The note was deleted.") if known.words else self.tr("The highlight was deleted.")
            self._step(replace(known, gone=True), known, gone)

    def _rebind(self, key: str) -> None:
        """Put what has lost its place on the words selected now."""
        room = self._room()
        anchors, report = self._anchors(room.selection()) if room is not None else ((), None)
        known = next((one for one in self._layering.annotations if one.key == key), None)
        if known is not None and report is not None and anchors:
            moved = replace(known, anchors=anchors, family=family_of(report.data))
            self._step(moved, known, self.tr("The note stands on the words selected."))

    def _step(self, annotation: Annotation, before: Annotation, done: str) -> None:
        """Keep a change, say so, and offer to take it back, by a step of its own: others may have come since."""
        if self._layering.annotate(annotation) is not None:
            choice = Choice(self.tr("Undo"), lambda: self._keep(before))
            self._shell.notices.tell(Notice("good", done, choices=(choice,)))

    def _export(self, keys: list[str]) -> None:
        self._rooms.outgoing.export(BasketItem("annotations", self.tr("My notes"), keys=tuple(keys)))

    # Where it is asked for

    def _room(self) -> Markable | None:
        """Return the room the keys mean: the notes or the page that has the focus, else what is in front."""
        focused = QApplication.focusWidget()
        if focused is not None and self._rooms.notes.isAncestorOf(focused):
            return self._rooms.notes
        pane = next((one for one in self._panes.values() if focused is not None and one.isAncestorOf(focused)), None)
        opened = self._shell.desk.current()
        if pane is not None or opened is not None:
            return pane or (opened.pane if opened is not None else None)
        front = self._shell.tabs.current_key()
        return {TABLES: self._tables, COMPARISON: self._comparison}.get(front, lambda: None)()

    def _tables(self) -> Markable | None:
        view = self._rooms.outgoing.view()
        return view.pane if view is not None else None

    def _comparison(self) -> Markable | None:
        view = self._rooms.comparing.view()
        return view.marking if view is not None else None

    def _others(self) -> list[Markable]:
        return [room for room in (self._tables(), self._comparison()) if room is not None]

    def _anchors(self, chosen: Iterable[Destination]) -> tuple[tuple[Anchor, ...], Report | None]:
        """Return anchors for what is chosen, all of one report."""
        listed = list(chosen)
        report_id = (listed[0].report_id or self._front()) if listed else 0
        report, texts = self._texts(report_id) if report_id else (None, None)
        if report is None or texts is None:
            return (), None
        stretches = [
            Stretch(one.place, one.start, one.end)
            for one in listed
            if one.place is not None and (one.report_id or report_id) == report_id
        ]
        return anchors_at(stretches, texts.by_place, report.source.sha256), report

    def _at(self, anchors: tuple[Anchor, ...]) -> Annotation | None:
        """Return what is marked on exactly these words already."""
        same = {(one.place, one.start, one.end) for one in anchors}
        for annotation in reversed(self._layering.annotations):
            mine = {(one.place, one.start, one.end) for one in annotation.anchors}
            if annotation.report == anchors[0].report and mine == same:
                return annotation
        return None

    def _pen(self) -> str:
        kept = self._shell.settings.get(LAST_PEN)
        return kept if kept in COLOURS else COLOURS[0]

    def _front(self) -> int:
        opened = self._shell.desk.current()
        return opened.report.id if opened is not None else 0

    def _read(self, report_id: int) -> tuple[Report | None, Texts | None]:
        opened = next((one for one in self._shell.desk.all() if one.report.id == report_id), None)
        if opened is not None:
            return opened.report, Texts(opened.content)
        conn = self._shell.library.reader()
        try:
            report = queries.report(conn, report_id)
            return report, Texts(queries.content(conn, report_id, verify=False)) if report is not None else None
        except TuBaoCaoError:
            return None, None

    # Keeping the rooms in step

    def _connect_pane(self, opened: OpenReport) -> None:
        pane = opened.pane
        key = id(pane)
        if key not in self._panes:  # one that shows another report is told of anew
            self._panes[key] = pane
            panes = self._panes
            pane.destroyed.connect(lambda: panes.pop(key, None))
            pane.annotation_asked.connect(lambda what, about: self.ask(panes[key], what, about))
        pane.show_pens(self.drawn)

    def _follow(self, opened: OpenReport | None) -> None:
        if opened is not None:
            opened.pane.show_pens(self.drawn)
            self._draw_notes()
        self._rooms.panel.show_report(opened.report.id if opened is not None else 0)

    def _attach(self) -> None:
        """Speak with a room that is made when first asked for."""
        tables, comparison = self._rooms.outgoing.view(), self._rooms.comparing.view()
        if tables is None:
            self._attached.discard(TABLES)
        elif TABLES not in self._attached:
            self._attached.add(TABLES)
            tables.pane.annotation_asked.connect(lambda what, about: self.ask(tables.pane, what, about))
            tables.pane.show_pens(self.drawn)
        if comparison is None:
            self._attached.discard(COMPARISON)
        elif COMPARISON not in self._attached:
            self._attached.add(COMPARISON)
            marking = comparison.marking
            marking.annotation_asked.connect(lambda what, about: self.ask(marking, what, about))
            marking.show_pens(self.drawn)

    def _draw_notes(self) -> None:
        self._rooms.notes.show_pens(lambda _id: self.drawn(self._front()) if self._front() else ())

    def _list(self) -> None:
        """Show all of them in the panel; what is not known of their places is found off the GUI thread."""
        if self._job is not None:
            self._job.abandon()
            self._job = None
        kept = self._layering.annotations
        unknown = tuple(one for one in kept if (one.key, one.id) not in self._known)
        if not unknown:
            self._show_list()
            return
        job = self._job = Job(_placed(self._shell.library, unknown), self)
        job.succeeded.connect(lambda found: self._placed(job, found))
        job.failed.connect(self.failed)
        job.start()

    def _placed(self, job: Job, found: Any) -> None:
        if job is self._job:
            self._job = None
            self._known.update({(one.annotation.key, one.annotation.id): one for one in found})
            self._show_list()

    def _show_list(self) -> None:
        kept = [self._known.get((one.key, one.id)) for one in self._layering.annotations]
        self._rooms.panel.show_notes(tuple(sorted((one for one in kept if one is not None), key=Noted.order)))

    def _show_panel(self) -> None:
        self._shell.docks.want(self._shell.docks.annotations, True)

    def _back_to_words(self) -> None:
        front: QWidget | None = self._shell.tabs.currentWidget()
        if front is not None:
            front.setFocus()


def _placed(library: Library, annotations: tuple[Annotation, ...]) -> Generator[Progress, None, tuple[Noted, ...]]:
    """Find the places of annotations; for a Job."""
    return (yield from placing(library.reader(), annotations))
