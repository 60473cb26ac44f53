"""The quiet bar for messages: repeats merge, success fades, everything else stays until it is dismissed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.icons import icon
from desktop.languages import translate
from desktop.widgets.roomy import ask_for_height

FADES_AFTER = 6_000
"""Milliseconds a success stays in view."""
SHOWN = 3
"""How many notices are in view at once; the oldest give way."""
_ICONS = {"good": "circle-check", "info": "info", "warning": "triangle-alert", "error": "circle-x"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a notice: its words, and what it does. The notice goes away with it unless `stays`."""

    text: str
    run: Callable[[], None]
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """What the user is told: `what` happened in one line, `why`, what `todo` next, `details` to be copied.

    `level` is good, info, warning or error. Equal words are the same notice.
    """

    level: str
    what: str
    why: str = ""
    todo: str = ""
    details: str = ""
    choices: tuple[Choice, ...] = field(default=(), compare=False)


class NoticeBar(QWidget):
    """Shows notices above the views; takes no room while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[NoticeCard] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.setAccessibleName(self.tr("Messages"))
        self.hide()

    def tell(self, notice: Notice) -> None:
        """Show a notice; one that is in view already is counted instead."""
        known = next((card for card in self._cards if card.notice == notice), None)
        if known is not None:
            known.repeat()
            return
        card = NoticeCard(notice, self)
        card.dismissed.connect(lambda: self._drop(card))
        self._cards.append(card)
        self._layout.insertWidget(0, card)
        for old in self._cards[:-SHOWN]:
            self._drop(old)
        self.show()

    def withdraw(self, notice: Notice) -> None:
        """Take a notice away that has lost its point, if it is still in view."""
        for card in [one for one in self._cards if one.notice is notice]:
            self._drop(card)

    def notices(self) -> list[Notice]:
        """Return what is in view, the oldest first."""
        return [card.notice for card in self._cards]

    def clear(self) -> None:
        """Take every notice away."""
        for card in list(self._cards):
            self._drop(card)

    def _drop(self, card: NoticeCard) -> None:
        if card in self._cards:
            self._cards.remove(card)
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.setVisible(bool(self._cards))


class NoticeCard(QFrame):
    """One notice, with its buttons."""

    dismissed = Signal()

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        self._times = 1
        self.setObjectName("notice")
        self.setProperty("level", notice.level)
        self._what = plain_label("what")
        self._count = plain_label("caption")
        self._details = plain_label("smallCaption")
        self._details.setText(notice.details)
        self._details.hide()
        self._more = QPushButton()
        self._more.setObjectName("link")
        self._more.setVisible(bool(notice.details))
        self._more.clicked.connect(self._toggle_details)
        self._copy = QPushButton(icon("copy"), "")
        self._copy.setObjectName("link")
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        self._copy.hide()
        self._close = QToolButton()
        self._close.setIcon(icon("x"))
        self._close.clicked.connect(self.dismissed)
        self._place()
        self._retranslate()
        if notice.level == "good" and not notice.choices:
            QTimer.singleShot(FADES_AFTER, self, self.dismissed.emit)

    def repeat(self) -> None:
        """Count the same notice once more."""
        self._times += 1
        self._count.setText(f"× {self._times}")

    def text(self) -> str:
        """Return the whole notice as lines, to be copied into a mail."""
        notice = self.notice
        return "\n".join(part for part in (notice.what, notice.why, notice.todo, notice.details) if part)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ask_for_height(self)

    def _place(self) -> None:
        notice = self.notice
        unit = QFontMetrics(self.font()).height()
        drawing = QLabel()
        drawing.setPixmap(icon(_ICONS[notice.level]).pixmap(QSize(unit, unit), self.devicePixelRatioF()))
        self._what.setText(notice.what)
        words = QVBoxLayout()
        words.setSpacing(unit // 8)
        first = QHBoxLayout()
        first.addWidget(self._what)
        first.addWidget(self._count)
        first.addStretch(1)
        words.addLayout(first)
        rest = " ".join(part for part in (notice.why, notice.todo) if part)
        if rest:
            label = plain_label("why")
            label.setText(rest)
            words.addWidget(label)
        words.addWidget(self._details)
        row = QHBoxLayout(self)
        row.setContentsMargins(unit * 3 // 4, unit // 3, unit // 2, unit // 3)
        row.setSpacing(unit // 2)
        row.addWidget(drawing, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for choice in notice.choices:
            row.addWidget(self._button(choice))
        for widget in (self._more, self._copy, self._close):
            row.addWidget(widget)

    def _button(self, choice: Choice) -> QPushButton:
        button = QPushButton(choice.text.replace("&", "&&"))
        button.clicked.connect(choice.run)
        if not choice.stays:
            button.clicked.connect(self.dismissed)
        return button

    def _toggle_details(self) -> None:
        shown = self._details.isHidden()
        self._details.setVisible(shown)
        self._copy.setVisible(shown)

    def _retranslate(self) -> None:
        self._more.setText(self.tr("Details"))
        self._copy.setText(self.tr("Copy"))
        self._close.setToolTip(self.tr("Dismiss"))
        self._close.setAccessibleName(self.tr("Dismiss"))


def empty_shelf() -> Notice:
    """Return what is said where a command needs a report and the library has none."""
    return Notice("info", translate("Notices", "The shelf is empty."), translate("Notices", "Import a report first."))


def plain_label(name: str) -> QLabel:
    """Return a label whose words are never read as rich text: they may come out of a file."""
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(name not in {"what", "caption"})
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
