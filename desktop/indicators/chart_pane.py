"""The middle of the indicator view: name and unit, the chart or its table, the signs, and how it is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from db.indicators.vintages import as_known_in
from db.model import Report
from db.vietnamese.writing import MINUS, written
from desktop.amounts import point_line, state_of, state_words
from desktop.icons import icon
from desktop.indicators.captions import described, legend_of, sentence_of, source_of
from desktop.indicators.changes import Row, change_line, rows_of
from desktop.indicators.composing import ends_of
from desktop.indicators.drawing import Drawn, drawn, indexed
from desktop.indicators.grid import DrawnTable
from desktop.indicators.illustrating import MOST
from desktop.indicators.options import ChartOptions
from desktop.indicators.picture import KINDS, Caption, Picture, bytes_of, image_of, save, several
from desktop.indicators.shapes import Spot
from desktop.indicators.sources import origin, plain
from desktop.themes import Themes

if TYPE_CHECKING:
    from desktop.indicators.chart import Chart

OUT = ("basket", "export", "print")


class ChartPane(QWidget):
    """Shows up to MOST series. `opened` carries the point whose sentence is asked for.

    `out_requested` tells where what is shown is to go: one of OUT.
    """

    spot_chosen = Signal(object)
    opened = Signal(object)
    why_requested = Signal(object)
    watch_requested = Signal()
    failed = Signal(object)
    out_requested = Signal(str)

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._themes = themes
        self._chart: Chart | None = None
        self._reports: Mapping[int, Report] = {}
        self._asked: Sequence[Drawn] = ()
        self._rows: list[Row] = []
        self._facts = ""
        self.drawable: list[Drawn] = []
        self.table = QTableView()
        self.model = DrawnTable()
        self.options = ChartOptions()
        self.watch = QPushButton(icon("eye"), "")
        self.watch.setCheckable(True)
        self._name = plain("", "viewTitle")
        self._unit = plain("", "caption")
        self._legend = plain("", "caption")
        self._hint = plain("", "caption")
        self._stack = QStackedWidget()
        self._place()
        self._connect()
        self._retranslate()

    @property
    def chart(self) -> Chart:
        """The chart, made when the first series is drawn: no window waits for pyqtgraph before that."""
        if self._chart is None:
            from desktop.indicators.chart import Chart  # noqa: PLC0415 - as told above

            self._chart = Chart(self._themes)
            self._chart.tell = lambda spot: self.tell(spot) + "\n" + self.tr("Enter: open the sentence")
            self._chart.spot_chosen.connect(self._say)
            self._chart.spot_opened.connect(lambda spot: self.opened.emit(spot.point))
            self._chart.menu_asked.connect(self._open_menu)
            self._stack.insertWidget(0, self._chart)
        return self._chart

    def show_series(self, chosen: Sequence[Drawn], reports: Mapping[int, Report], watched: bool = False) -> None:
        """Show these series; the first of them names the chart."""
        self._asked, self._reports = list(chosen)[:MOST], reports
        self.watch.setChecked(watched)
        years = sorted({point.year for shown in self._asked for point in shown.line})
        known = sorted({report.data.year for report in reports.values() if report.data.year})
        self.options.offer(years, known)
        self._draw(len(chosen) - len(self._asked))

    def show_hint(self, on: bool) -> None:
        """Show or hide the words about the chosen point; its card says the same."""
        self._hint.setVisible(on)

    def choose(self, figure_id: int) -> None:
        """Walk to the point of a figure."""
        self.chart.choose(figure_id)

    def picture(self) -> Picture:
        """Return the chart as a picture of its own, source and date inside."""
        source = source_of(self.drawable, self._reports)
        caption = Caption(self._name.text(), self._unit.text(), self._legend.text(), source)
        return Picture(tuple(self.drawable), self.options.choice.kind, caption)

    def copy_picture(self) -> None:
        """Put the picture on the clipboard, as dots (PNG) and as a drawing (SVG): who pastes takes what it can."""
        picture, family = self.picture(), self.font().family()
        data = QMimeData()
        data.setImageData(image_of(picture, family))
        data.setData("image/svg+xml", QByteArray(bytes_of(picture, ".svg", family)))
        QApplication.clipboard().setMimeData(data)

    def copy_table(self) -> None:
        """Put the figures on the clipboard, tabs between the columns."""
        QApplication.clipboard().setText(self.model.text())

    def ask_where_to_save(self) -> None:
        """Let the user choose a file for the picture."""
        name = self.drawable[0].series.indicator.replace("x:", "") if self.drawable else "bieu-do"
        dialog = QFileDialog(self, self.tr("Save the chart"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(KINDS.values()))
        dialog.setDefaultSuffix("svg")
        endings = {kind: ending.lstrip(".") for ending, kind in KINDS.items()}
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(endings[kind]))
        dialog.selectFile(f"bieu-do_{name}.svg")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda file: self.save_to(Path(file)))
        dialog.open()

    def save_to(self, target: Path) -> None:
        """Write the picture to `target` (.svg, .pdf, .png); `failed` tells where that cannot be."""
        error = save(self.picture(), target, self.font().family())
        if error is not None:
            self.failed.emit(error)

    def menu(self) -> QMenu:
        """Return the menu of the chart."""
        menu = QMenu(self)
        for name, sign, words, run in (
            ("copy-picture", "copy", self.tr("Copy picture"), self.copy_picture),
            ("copy-figures", "table-2", self.tr("Copy figures"), self.copy_table),
            ("save", "download", self.tr("Save as SVG, PDF, PNG…"), self.ask_where_to_save),
            ("table", "list", self.tr("Show as a table"), self.options.table.click),
        ):
            action = menu.addAction(icon(sign), words, run)
            action.setObjectName(name)
        menu.addSeparator()
        outs = ("shopping-basket", self.tr("Into the basket")), ("file-output", self.tr("Export…"))
        for name, (sign, words) in zip(OUT, (*outs, ("printer", self.tr("Print…"))), strict=True):
            action = menu.addAction(icon(sign), words)
            action.setObjectName(name)
            action.triggered.connect(lambda _on, where=name: self.out_requested.emit(where))
        return menu

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._draw()
        super().changeEvent(event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Enter on a line of the table opens its sentence."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in enter:
            self._open_row(self.table.currentIndex().row())
            return True
        return bool(super().eventFilter(watched, event))  # type: ignore[arg-type]  # Qt gives a QObject

    def _draw(self, beyond: int = 0) -> None:
        if not self._asked:
            return
        choice = self.options.choice
        shown = [self._as_known(one, choice.known) for one in self._asked] if choice.known else list(self._asked)
        shown = [one for one in shown if one.points]
        based = [indexed(one, choice.base) if choice.base else one for one in shown]
        self.drawable = [one for one in based if one is not None]
        self._rows = rows_of(self.drawable)
        self.chart.show_series(self.drawable, choice.kind)
        self.model.show(self._drawn_rows(choice.kind))
        self._stack.setCurrentIndex(1 if choice.table else 0)
        self._name.setText(several([one.series.name for one in self.drawable or self._asked]))
        self._unit.setText(self._unit_text(len(shown) - len(self.drawable), beyond))
        self._legend.setText(legend_of(self.drawable, choice.kind))
        self._facts = "\n".join(f"{one.series.name}: {described(one)}" for one in self.drawable)
        self.chart.setAccessibleName(self.tr("Chart of {name}").format(name=self._name.text()))
        self._say(None)

    def _drawn_rows(self, kind: str) -> list[Row]:
        """Return what the table shows: exactly the points the chart has; slope and dumbbell draw two years only."""
        one_unit = len({one.series.unit for one in self.drawable}) == 1
        ends = ends_of(self.drawable) if kind in ("slope", "dumbbell") and one_unit else None
        return (
            self._rows if ends is None else [row for row in self._rows if row.part == "line" and row.point.year in ends]
        )

    def _as_known(self, shown: Drawn, year: int) -> Drawn:
        years = {report.id: report.data.year or 0 for report in self._reports.values()}
        return drawn(as_known_in(shown.series, year), years)

    def _unit_text(self, left_out: int, beyond: int) -> str:
        choice = self.options.choice
        units = list(dict.fromkeys(one.series.unit for one in self.drawable))
        parts = [units[0] if len(units) == 1 else self.tr("different units: a chart each")] if units else []
        if len(units) == 1 and choice.kind in ("slope", "dumbbell") and ends_of(self.drawable) is None:
            parts.append(self.tr("too few years in common for this kind of chart"))
        if choice.known:
            parts.append(self.tr("as known in {year}").format(year=choice.known))
        if left_out:
            parts.append(self.tr("{n} without an index for this year are left out").format(n=left_out))
        if beyond > 0:
            parts.append(self.tr("the first {n} are shown").format(n=MOST))
        return " · ".join(parts)

    def _say(self, spot: Spot | None) -> None:
        """Say under the chart what the chosen point is; without one, how to reach it."""
        if spot is None:
            self._hint.setText(self.tr("← → walk along the points, Enter opens the sentence."))
        else:
            self._hint.setText(self.tell(spot, sentence=False).replace("\n", " · "))
        # a screen reader hears the point one has walked to, else the whole chart
        self.chart.setAccessibleDescription(self._facts if spot is None else self.tell(spot))
        self.spot_chosen.emit(spot)

    def tell(self, spot: Spot, sentence: bool = True) -> str:
        """Return the words of a point's card: name and year, value, change, sentence, source."""
        point, shown = spot.point, spot.shown
        state = self.tr("earlier report") if spot.kind == "older" else state_words(state_of(point))
        value = self.tr("{value} ({state})").format(value=point_line(point, shown.series.unit), state=state)
        if shown.factor != 1.0:
            value += " = " + written(round(point.value / shown.factor, 6), minus=MINUS)
        lines = [f"{shown.series.name} · {point.year}", value]
        change = change_line(self._rows, point) if spot.kind != "older" else ""
        if change:
            lines.append(self.tr("{change} against {year}").format(change=change, year=point.year - 1))
        lines.append(sentence_of(point) if sentence else "")
        lines.append(origin(point, self._reports.get(point.report_id)))
        return "\n".join(line for line in lines if line)

    def _open_row(self, row: int) -> None:
        if 0 <= row < len(self.model.rows):
            self.opened.emit(self.model.rows[row].point)

    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        for label in (self._name, self._unit, self._legend, self._hint):
            label.setWordWrap(True)
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.installEventFilter(self)
        self._stack.addWidget(self.table)
        top = QHBoxLayout()
        top.addWidget(self._name, 1)
        top.addWidget(self.watch, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit // 4)
        column.addLayout(top)
        for widget in (self._unit, self._stack, self._legend, self._hint, self.options):
            column.addWidget(widget)
        column.setStretchFactor(self._stack, 1)

    def _connect(self) -> None:
        self.table.doubleClicked.connect(lambda index: self._open_row(index.row()))
        self.options.changed.connect(self._draw)
        self.options.copy_requested.connect(self.copy_picture)
        self.options.save_requested.connect(self.ask_where_to_save)
        self.options.basket_requested.connect(lambda: self.out_requested.emit("basket"))
        self.watch.clicked.connect(lambda _on: self.watch_requested.emit())

    def _retranslate(self) -> None:
        self.watch.setText(self.tr("Watch"))
        self.watch.setToolTip(self.tr("Keep this indicator in the watch list"))
        self.table.setAccessibleName(self.tr("Table of the chart"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.model.columnCount() - 1)
