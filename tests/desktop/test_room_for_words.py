"""Room for words: every view with each text a third longer, and with letters twice as large, cuts none off.

On the same way it is seen that whatever takes the focus has a name and a role, and that targets are large enough.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QSlider,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
    QWidget,
)

from desktop.fonts import use_interface_font
from desktop.languages import Catalogue, Languages
from desktop.main_window import Shared
from desktop.settings import Settings
from desktop.themes import Themes
from desktop.views import Studio, visit_views

LONGER = 0.35
TARGET = 24
"""Pixels each way of what is clicked."""
TARGETS = (QAbstractButton, QComboBox, QLineEdit, QSlider)


class LongerCatalogue(Catalogue):
    """Every word of a language with a third more letters at its end."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        words = super().translate(context, source, disambiguation, n)
        first, _, rest = words.partition("\n")
        more = "w" * math.ceil(len(first) * LONGER / 1.4)  # w is as wide as 1.4 letters of a usual text
        return f"{first}{more}\n{rest}" if rest else first + more


class Inspector(Studio):
    """Looks, where a studio would draw, for words that have less room than they need."""

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__(Path(), size)
        self.cut: dict[str, str] = {}
        self.small: dict[str, str] = {}
        self.nameless: dict[str, str] = {}
        self.seen = 0

    def shoot(self, name: str, widget: QWidget, ready: Callable[[], bool] = lambda: True, wait: int = 160) -> None:
        self.let(ready, wait)
        if self._cut_in(widget):
            self.let(lambda: True, 600)  # on a busy machine words find their room later; what stays cut is cut
        self.seen += sum(1 for _ in _worded(widget))
        for part, lack in self._cut_in(widget):
            self.cut.setdefault(f"{path_of(part)}: {words_of(part)!r}", f"{name}, {lack} px")
        for part in widget.findChildren(QWidget):
            if _is_seen(part):
                self._look_at(name, part)

    @staticmethod
    def _cut_in(widget: QWidget) -> list[tuple[QWidget, int]]:
        """Return what shows words with less room than they need, and how many pixels are wanting."""
        return [(part, lacking(part)) for part in _worded(widget) if lacking(part) > 0]

    def _look_at(self, name: str, part: QWidget) -> None:
        """Take note of what a pointer can hardly hit, and of what a screen reader cannot name."""
        inner = part.objectName() == "qt_spinbox_lineedit" or isinstance(part.parent(), QLineEdit)
        if isinstance(part, TARGETS) and part.isEnabled() and not inner and min(part.width(), part.height()) < TARGET:
            self.small.setdefault(path_of(part), f"{name}, {part.width()} × {part.height()}")
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None and not inner:
            told = QAccessible.queryAccessibleInterface(part)
            if not told.text(QAccessible.Text.Name).strip() or told.role() == QAccessible.Role.NoRole:
                self.nameless.setdefault(path_of(part), name)


def _is_seen(part: QWidget) -> bool:
    return part.isVisible() and not part.visibleRegion().isEmpty()


def _worded(widget: QWidget) -> Iterator[QWidget]:
    """Yield the labels, buttons and boxes with words that can be seen."""
    yield from (part for part in widget.findChildren(QWidget) if words_of(part) and _is_seen(part))


def words_of(part: QWidget) -> str:
    """Return the words a label or button shows."""
    if isinstance(part, QLabel | QAbstractButton):
        return part.text()
    return part.currentText() if isinstance(part, QComboBox) else ""


def lacking(part: QWidget) -> int:
    """Return how many pixels a label's or a button's words lack, in width or height."""
    metrics = QFontMetrics(part.font())
    if isinstance(part, QLabel) and part.wordWrap():
        rich = "<span" in part.text()
        longest = 0 if rich else max(map(metrics.horizontalAdvance, part.text().split()), default=0)
        return max(part.heightForWidth(part.width()) - part.height(), longest - part.contentsRect().width())
    if isinstance(part, QComboBox):
        option = QStyleOptionComboBox()
        part.initStyleOption(option)
        style, field = part.style(), QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, part).width()
        return 0 if part.toolTip() == part.currentText() else metrics.horizontalAdvance(part.currentText()) - room
    if isinstance(part, QToolButton) and part.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        return 0 if part.toolTip() else 1
    need = part.minimumSizeHint() if isinstance(part, QLabel) else part.sizeHint()
    spare = 0 if isinstance(part, QLabel) else metrics.height() // 3  # the air around a button's words
    return max(need.width() - part.width(), need.height() - part.height()) - spare


def path_of(part: QWidget) -> str:
    names, one = [], part
    while isinstance(one, QObject) and len(names) < 3:
        names.append(one.objectName() or type(one).__name__)
        one = one.parent()
    return " < ".join(names)


@pytest.fixture
def lengthened() -> Iterator[Callable[[str], None]]:
    """Puts a language with longer words in force."""
    languages = Languages()

    def use(language: str) -> None:
        languages.use(language)
        longer = LongerCatalogue(language)
        longer.isEmpty = lambda: False
        QCoreApplication.removeTranslator(Languages._catalogue)
        Languages._catalogue = longer
        QCoreApplication.installTranslator(longer)

    yield use
    languages.use("en")


def inspected(tmp_path: Path) -> Inspector:
    inspector = Inspector((1366, 768))
    settings = Settings()
    shared = Shared(settings, Themes(), Languages())
    shared.themes.use("light")
    visit_views(tmp_path / "tu.tubaocao", shared, inspector)
    return inspector


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_word_is_cut_off_where_every_text_is_a_third_longer(tmp_path, lengthened, language):
    lengthened(language)
    inspector = inspected(tmp_path)
    assert inspector.seen > 500
    assert not inspector.cut
    assert not inspector.small
    assert not inspector.nameless


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_word_is_cut_off_at_letters_twice_as_large(tmp_path, language):
    use_interface_font(200)
    Languages().use(language)
    try:
        inspector = inspected(tmp_path)
    finally:
        use_interface_font(100)
    assert not inspector.cut
