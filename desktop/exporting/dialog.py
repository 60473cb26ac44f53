"""The export: what goes out, as what, where to; a preview before, progress during, and a way on where it fails."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db.errors import TuBaoCaoError
from db.export.basket import BasketItem, Filled
from db.export.clipboard import html_of, tsv_of
from db.export.exporters import EXPORTERS, Exporter, export_all
from db.export.names import file_stem, safe_name
from db.export.table import ExportTable
from db.model import Progress
from desktop.exporting.basket import Basket
from desktop.exporting.choices import dumps, loads
from desktop.exporting.list import BasketList
from desktop.exporting.options import OptionsPanel
from desktop.exporting.preview import Preview
from desktop.icons import icon
from desktop.jobs import Job
from desktop.languages import current_language
from desktop.messages import notice_of
from desktop.notices import Choice, Notice, NoticeBar
from desktop.settings import EXPORT_CHOICES, EXPORT_FOLDER, Settings
from desktop.themes import Themes
from desktop.widgets.roomy import Roomy, bounded

LINES = (76, 43)
"""Width and height in heights of a line."""


Fill = Callable[[Sequence[BasketItem], str], Filled]
"""Makes the tables a basket stands for, in a language; called off the GUI thread."""


def filling(fill: Fill, items: Sequence[BasketItem], language: str) -> Generator[Progress, None, Filled]:
    """Read what the basket stands for; for a Job."""
    yield Progress(0, 0, "read")
    return fill(items, language)


class ExportDialog(QDialog):
    """Exports a basket. `exported` tells the file and its rows; `tables_requested` that one wants to choose more.

    `exporters` may be given those that need the window (PDF).
    """

    exported = Signal(object, int)
    tables_requested = Signal()

    def __init__(
        self,
        fill: Fill,
        basket: Basket,
        settings: Settings,
        themes: Themes,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fill, self._basket, self._settings = fill, basket, settings
        self.exporters: tuple[Exporter, ...] = EXPORTERS
        self._tables: tuple[ExportTable, ...] = ()
        self._filling: Job | None = None
        self._writing: Job | None = None
        self._own_name = False
        self.notices = NoticeBar()
        self.list = BasketList(basket)
        self.options = OptionsPanel(loads(settings.get(EXPORT_CHOICES)))
        self.preview = Preview(themes)
        self.target = QLineEdit()
        self._target_name = QLabel()
        self.browse = QToolButton()
        self.copy_button, self.cancel_button, self.export_button = QPushButton(), QPushButton(), QPushButton()
        self.bar = QProgressBar()
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._place()
        self._connect()
        self._retranslate()
        self.refresh()

    @property
    def busy(self) -> bool:
        """Whether it still reads or writes."""
        return self._filling is not None or self._writing is not None

    def refresh(self) -> None:
        """Read anew what the basket stands for."""
        if self._filling is not None:
            self._filling.abandon()
        job = self._filling = Job(filling(self._fill, self._basket.items(), current_language()), self)
        job.succeeded.connect(lambda filled: self._filled(job, filled))
        job.failed.connect(lambda error: self._unfilled(job, error))
        job.start()
        self._allow()

    def start(self, overwrite: bool = False) -> None:
        """Write the file; where there is one of that name, ask first."""
        target = self._path()
        if not self._tables or self.busy or target is None:
            return
        self.notices.clear()
        if target.exists() and not overwrite:
            self._ask_about(target)
            return
        options = self.options.choices().options(current_language())
        job = self._writing = Job(export_all(self._tables, target, options, self.exporters), self)
        rows = self.preview.rows()
        job.progressed.connect(self._progressed)
        job.succeeded.connect(lambda path: self._written(path, rows))
        job.cancelled.connect(self._cancelled)
        job.failed.connect(self._failed)
        job.start()
        self._allow()

    def cancel(self) -> None:
        """Stop writing; where nothing is being written, close."""
        if self._writing is not None:
            self._writing.cancel()
        else:
            self.reject()

    def reject(self) -> None:
        """Esc stops the writing first."""
        if self._writing is not None:
            self._writing.cancel()
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        for job in (self._filling, self._writing):
            if job is not None:
                job.abandon()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.refresh()
        super().changeEvent(event)

    def _filled(self, job: Job, filled: Any) -> None:
        if job is not self._filling or not isinstance(filled, Filled):
            return
        self._filling = None
        self._tables = filled.tables
        self.notices.clear()
        if filled.missing:
            names = ", ".join(item.title for item in filled.missing[:3])
            text = self.tr("{n} entries are not in this library any more: {names}")
            self.notices.tell(Notice("warning", text.format(n=len(filled.missing), names=names)))
        self._show()

    def _unfilled(self, job: Job, error: Exception) -> None:
        if job is self._filling:
            self._filling = None
            self._tables = ()
            self.notices.tell(notice_of(error))
            self._show()

    def _show(self) -> None:
        choices = self.options.choices()
        self._settings.put(EXPORT_CHOICES, dumps(choices))
        self.preview.show_tables(self._tables, choices.options(current_language()))
        self._propose()
        self._allow()

    def _propose(self) -> None:
        """Name the file after what goes out, unless the user named it; its ending follows the kind of file."""
        suffix = self.options.choices().file_kind().suffix
        typed = self.target.text().strip()
        if self._own_name and typed:
            path = Path(typed)
            known = {exporter.suffix for exporter in self.exporters if exporter.suffix}
            self.target.setText(str(path.with_suffix(suffix) if path.suffix.lower() in known else path) or typed)
        elif self._tables:
            self.target.setText(str(self._folder() / safe_name(file_stem(self._tables), suffix)))

    def _folder(self) -> Path:
        kept = self._settings.get(EXPORT_FOLDER)
        if kept and Path(kept).is_dir():
            return Path(kept)
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())

    def _path(self) -> Path | None:
        typed = self.target.text().strip()
        if not typed:
            return None
        path = Path(typed).expanduser()
        path = path if path.is_absolute() else self._folder() / path
        suffix = self.options.choices().file_kind().suffix
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    def _ask_about(self, target: Path) -> None:
        self.notices.tell(
            Notice(
                "warning",
                self.tr("“{file}” exists already.").format(file=target.name),
                self.tr("It is replaced only once the new one is whole."),
                choices=(
                    Choice(self.tr("Overwrite"), lambda: self.start(overwrite=True)),
                    Choice(self.tr("Rename"), self._rename),
                    Choice(self.tr("Cancel"), lambda: None),
                ),
            )
        )

    def _rename(self) -> None:
        """Take a free name beside the one that exists."""
        target = self._path()
        if target is not None:
            taken = [path.name for path in target.parent.iterdir()]
            name = safe_name(target.stem, target.suffix, diacritics=True, taken=taken)
            self.target.setText(str(target.with_name(name)))
            self._own_name = True
            self.export_button.setFocus()

    def _progressed(self, step: Any) -> None:
        if isinstance(step, Progress):
            self.bar.setRange(0, step.total)
            self.bar.setValue(step.done)

    def _written(self, path: Any, rows: int) -> None:
        self._writing = None
        self._settings.put(EXPORT_FOLDER, str(Path(path).parent))
        self.accept()
        self.exported.emit(Path(path), rows)

    def _cancelled(self) -> None:
        self._writing = None
        self.notices.tell(Notice("info", self.tr("Stopped. Nothing was written.")))
        self._allow()

    def _failed(self, error: Exception) -> None:
        self._writing = None
        choices = (
            Choice(self.tr("Try again"), lambda: self.start(overwrite=True)),
            Choice(self.tr("Another name…"), self._browse),
        )
        self.notices.tell(notice_of(error, *(choices if isinstance(error, TuBaoCaoError | OSError) else ())))
        self._allow()

    def _browse(self) -> None:
        kind = self.options.choices().file_kind()
        dialog = QFileDialog(self, self.tr("Save as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Whether an existing file is replaced is asked here, in one place.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(kind.suffix.lstrip("."))
        dialog.setNameFilter(f"*{kind.suffix}")
        path = self._path()
        if path is not None:
            dialog.setDirectory(str(path.parent))
            dialog.selectFile(path.name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._named)
        dialog.open()

    def _named(self, name: str) -> None:
        self._own_name = True
        self.target.setText(name)

    def _copy(self) -> None:
        table = self.preview.table()
        if table is not None:
            options = self.options.choices().options(current_language())
            data = QMimeData()
            data.setHtml(html_of(table, True, options.sources, options))
            data.setText(tsv_of(table, True, options.sources, options))
            QGuiApplication.clipboard().setMimeData(data)
            self.notices.tell(Notice("good", self.tr("The table in the preview was copied.")))

    def _allow(self) -> None:
        writing = self._writing is not None
        ready = bool(self._tables) and not self.busy and bool(self.target.text().strip())
        self.export_button.setEnabled(ready)
        self.copy_button.setEnabled(bool(self._tables) and not writing)
        for part in (self.list, self.options, self.target, self.browse):
            part.setEnabled(not writing)
        self.bar.setVisible(writing)
        self.export_button.setText(self.tr("Export {n} rows").format(n=self.preview.rows()))

    def _typed(self, _text: str) -> None:
        self._own_name = True
        self._allow()

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        bounded(self, QSize(*LINES) * unit, QSize(48, 28) * unit)
        self.browse.setIcon(icon("folder-open"))
        self._target_name.setBuddy(self.target)
        self.bar.setTextVisible(False)
        self.export_button.setObjectName("primary")
        self.export_button.setDefault(True)
        for button in (self.copy_button, self.cancel_button):
            button.setAutoDefault(False)
        self.copy_button.setIcon(icon("copy"))
        upper = QWidget()
        row = QHBoxLayout(upper)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(unit * 3 // 2)
        row.addWidget(self.list, 5)
        roomy = Roomy(self.options)
        # Its words are not to be cut: the list beside it gives way.
        roomy.setMinimumWidth(self.options.minimumSizeHint().width() + roomy.verticalScrollBar().sizeHint().width())
        row.addWidget(roomy, 4)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setObjectName("airy")
        split.setHandleWidth(unit // 2)
        split.setChildrenCollapsible(False)
        split.addWidget(upper)
        split.addWidget(self.preview)
        split.setStretchFactor(1, 1)
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        where = QHBoxLayout()
        for part in (self._target_name, self.target, self.browse):
            where.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(self.copy_button)
        foot.addWidget(self.bar, 1)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(unit, unit, unit, unit)
        column.setSpacing(unit * 2 // 3)
        column.addWidget(self.notices)
        column.addWidget(Roomy(inside), 1)
        column.addLayout(where)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._basket.changed.connect(self.refresh)
        self.list.picked.connect(self._picked)
        self.list.tables_requested.connect(self._more)
        self.options.changed.connect(self._show)
        self.target.textEdited.connect(self._typed)
        self.browse.clicked.connect(lambda _on: self._browse())
        self.copy_button.clicked.connect(lambda _on: self._copy())
        self.cancel_button.clicked.connect(lambda _on: self.cancel())
        self.export_button.clicked.connect(lambda _on: self.start())

    def _picked(self, row: int) -> None:
        """Show the chosen entry in the preview; entries that stay at home have no place there."""
        items = self._basket.items()
        if 0 <= row < len(items) and items[row].chosen:
            self.preview.pick(sum(item.chosen for item in items[:row]))

    def _more(self) -> None:
        self.reject()
        self.tables_requested.emit()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export tables and figures"))
        self._target_name.setText(self.tr("Save to"))
        self.target.setAccessibleName(self.tr("File to write"))
        self.browse.setToolTip(self.tr("Choose a place…"))
        self.browse.setAccessibleName(self.tr("Choose a place…"))
        self.copy_button.setText(self.tr("Copy this table"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self._allow()
