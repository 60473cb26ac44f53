"""Files dropped onto the window: what they are, and the overlay that says what will happen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetrics
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from db.importer.bundle import SUFFIX as BUNDLE
from db.importer.offers import DOCUMENT_SUFFIXES
from desktop.notices import plain_label

READABLE = DOCUMENT_SUFFIXES | {BUNDLE}
STORE = ".tubaocao"


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was dragged in: `reports` are files that can be read by their names, folders and all else stand apart."""

    reports: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()
    stores: tuple[Path, ...] = ()
    unreadable: tuple[str, ...] = ()

    @property
    def importable(self) -> list[Path]:
        """What the import panel is given."""
        return [*self.reports, *self.folders]

    @property
    def is_welcome(self) -> bool:
        """Whether anything can be done with it."""
        return bool(self.importable or self.stores)


def dropped(data: QMimeData) -> Dropped:
    """Return the local files of a drag. Only names are looked at: an overlay must not wait for a network."""
    return sorted_out(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def sorted_out(paths: Iterable[Path]) -> Dropped:
    """Part paths by what they are for us."""
    reports, folders, stores, others = [], [], [], []
    for path in paths:
        suffix = path.suffix.lower()
        if suffix in READABLE:
            reports.append(path)
        elif suffix == STORE:
            stores.append(path)
        elif not suffix or path.is_dir():
            folders.append(path)
        else:
            others.append(suffix)
    return Dropped(tuple(reports), tuple(folders), tuple(stores), tuple(dict.fromkeys(others)))


class DropOverlay(QFrame):
    """Covers the window while files are dragged over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dropArea")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = plain_label("dropWords")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.addWidget(self._words)
        self.hide()

    def announce(self, what: Dropped, read_only: bool = False) -> None:
        """Say what a drop would do."""
        self._words.setText(self.text_for(what, read_only))
        self.setProperty("refused", read_only or not what.is_welcome)
        self.style().unpolish(self)
        self.style().polish(self)
        unit = QFontMetrics(self.font()).height()
        self.setGeometry(self.parentWidget().rect().adjusted(unit, unit, -unit, -unit))  # type: ignore[union-attr]
        self.show()
        self.raise_()

    def text_for(self, what: Dropped, read_only: bool = False) -> str:
        """Return the words of the overlay."""
        if what.stores:
            return self.tr("Drop to open the library {name}").format(name=what.stores[0].name)
        if not what.importable:
            kinds = ", ".join(what.unreadable) or "?"
            return self.tr("This kind of file cannot be read: {kinds}").format(kinds=kinds)
        if read_only:
            return self.tr("The library is read-only; nothing can be imported")
        if what.folders:
            return self.tr("Drop to import {n} files and folders").format(n=len(what.importable))
        if len(what.reports) == 1:
            return self.tr("Drop to import 1 file into the library")
        return self.tr("Drop to import {n} files into the library").format(n=len(what.importable))


class DropZone(QObject):
    """Lets files be dropped anywhere on a window; `dropped` carries what was."""

    dropped = Signal(object)

    def __init__(self, window: QWidget, read_only: bool) -> None:
        super().__init__(window)
        self._read_only = read_only
        self.overlay = DropOverlay(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent):
                return self._entered(event)
            case QEvent.Type.DragLeave:
                self.overlay.hide()
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                return self._dropped(event)
        return super().eventFilter(watched, event)

    def _entered(self, event: QDragEnterEvent) -> bool:
        if not any(url.isLocalFile() for url in event.mimeData().urls()):
            return False
        # Accepted even where nothing can be done with it: the overlay has to say so.
        self.overlay.announce(dropped(event.mimeData()), self._read_only)
        event.acceptProposedAction()
        return True

    def _dropped(self, event: QDropEvent) -> bool:
        self.overlay.hide()
        what = dropped(event.mimeData())
        if not what.is_welcome:
            return False
        event.acceptProposedAction()
        self.dropped.emit(what)
        return True
