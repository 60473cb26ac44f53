"""The chosen report on the shelf: what it is, where it came from, what its import had to say."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from db.messages import words_for
from db.model import Finding
from db.originals import CHANGED, MISSING, state_of
from desktop.icons import icon
from desktop.jobs import Job
from desktop.languages import current_language
from desktop.shelf.model import title_of, vietnamese_date
from desktop.shelf.volumes import Volume
from desktop.widgets.flow import FlowLayout

LINES = ("title", "issuer", "number", "date", "period", "signed", "source", "sha256", "imported")


class Details(QFrame):
    """One report in a column beside the shelf."""

    report_requested = Signal(int)
    original_requested = Signal(int)
    remove_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._volume: Volume | None = None
        self._findings: tuple[Finding, ...] = ()
        self._original_state = ""
        self._looking: Job | None = None
        self._head = _plain()
        self._head.setObjectName("heading")
        self._values = {line: _plain() for line in LINES}
        self._captions = {line: _plain() for line in LINES}
        self._receipt = _plain()
        self._open = QPushButton()
        self._open.setObjectName("primary")
        self._original = QPushButton(icon("external-link"), "")
        self._remove = QPushButton(icon("trash-2"), "")
        self._open.clicked.connect(lambda: self._emit(self.report_requested))
        self._original.clicked.connect(lambda: self._emit(self.original_requested))
        self._remove.clicked.connect(lambda: self._emit(self.remove_requested))
        self._build()
        self._retranslate()
        self.setVisible(False)

    def show_volume(self, volume: Volume | None, findings: tuple[Finding, ...]) -> None:
        """Show a report and the findings of its import; None hides the column."""
        self._volume, self._findings = volume, findings
        self._original_state = ""
        self.setVisible(volume is not None)
        if volume is not None:
            self._fill(volume)
            self._look_for_original(volume)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _emit(self, signal: object) -> None:
        if self._volume is not None:
            signal.emit(self._volume.report.id)  # type: ignore[attr-defined]  # PySide types a bound signal as object

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        unit = self.fontMetrics().height()
        for line in LINES:
            self._captions[line].setObjectName("caption")
            self._captions[line].setWordWrap(False)
            self._values[line].setContentsMargins(0, 0, 0, unit // 2)
            column.addWidget(self._captions[line])
            column.addWidget(self._values[line])
        column.addWidget(self._receipt)
        column.addStretch(1)
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        buttons = FlowLayout(unit // 3)
        buttons.addWidget(self._original)
        buttons.addWidget(self._remove)
        layout = QVBoxLayout(self)
        margin = self.fontMetrics().height()
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.addWidget(self._head)
        layout.addWidget(self._open)
        layout.addWidget(scroll, 1)
        layout.addLayout(buttons)

    def _look_for_original(self, volume: Volume) -> None:
        """Find out about the original in the background: it may lie on a share that does not answer."""
        self._looking = Job(state_of(volume.report.source), self)
        self._looking.succeeded.connect(lambda state: self._original_found(volume, str(state)))
        self._looking.start()

    def _original_found(self, volume: Volume, state: str) -> None:
        if volume is self._volume:
            self._original_state = state
            self._fill(volume)

    def _original_line(self, name: str) -> str:
        if self._original_state == MISSING:
            return f"{name}\n⚠ " + self.tr("no longer where it was")
        if self._original_state == CHANGED:
            return f"{name}\n⚠ " + self.tr("changed since the import")
        return name

    def _fill(self, volume: Volume) -> None:
        report, data = volume.report, volume.report.data
        self._head.setText(title_of(report))
        signed = " ".join(part for part in (data.signed_as, data.signed_by) if part)
        texts = {
            "title": data.title,
            "issuer": data.issuer,
            "number": data.number,
            "date": vietnamese_date(data.date),
            "period": data.period,
            "signed": signed,
            "source": self._original_line(report.source.name),
            "sha256": report.source.sha256,
            "imported": vietnamese_date(report.imported_at),
        }
        for line, text in texts.items():
            self._values[line].setText(
                _breakable(text) if line == "sha256" else text or self.tr("not found in the text")
            )
            self._values[line].setEnabled(bool(text))
        self._original.setEnabled(self._original_state != MISSING)
        self._receipt.setText(self._findings_text())
        self._receipt.setVisible(bool(self._findings))

    def _findings_text(self) -> str:
        lines = []
        for finding in self._findings:
            said = words_for(finding.code, current_language(), detail=finding.detail, count=finding.count)
            lines.append(f"• {said.what}")
        return "\n".join([self.tr("Noticed at import:"), *lines])

    def _retranslate(self) -> None:
        self._scroll.setAccessibleName(self.tr("What is known of the report"))
        captions = {
            "title": self.tr("Title"),
            "issuer": self.tr("Issuer"),
            "number": self.tr("Number"),
            "date": self.tr("Date"),
            "period": self.tr("Period"),
            "signed": self.tr("Signed by"),
            "source": self.tr("Original file"),
            "sha256": self.tr("SHA-256 of the original"),
            "imported": self.tr("Imported on"),
        }
        for line, text in captions.items():
            self._captions[line].setText(text)
        self._open.setText(self.tr("Read"))
        self._original.setText(self.tr("Open the original"))
        self._remove.setText(self.tr("Remove…"))
        if self._volume is not None:
            self._fill(self._volume)


def _plain() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _breakable(digest: str) -> str:
    """Return a digest in groups of eight, so that a narrow column can break it."""
    return " ".join(digest[place : place + 8] for place in range(0, len(digest), 8))
