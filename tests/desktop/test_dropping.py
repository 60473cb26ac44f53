"""What is dragged over the window is named before it is dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.dropping import DropOverlay, DropZone, sorted_out


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.resize(600, 400)
    qtbot.addWidget(made)
    made.show()
    return made


def files(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/báo cáo/{name}") for name in names])
    return data


def enter(window: QWidget, data: QMimeData) -> QDragEnterEvent:
    actions, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(5, 5), actions, data, button, keys)
    QApplication.sendEvent(window, event)
    return event


def drop(window: QWidget, data: QMimeData) -> None:
    actions, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDropEvent(QPoint(5, 5), actions, data, button, keys))


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["a.docx", "b.TXT"], "Drop to import 2 files into the library"),
        (["a.docx"], "Drop to import 1 file into the library"),
        (["a.docx", "thư mục"], "Drop to import 2 files and folders"),
        (["x.pptx"], "This kind of file cannot be read: .pptx"),
        (["tu.tubaocao"], "Drop to open the library tu.tubaocao"),
    ],
)
def test_the_overlay_says_what_a_drop_would_do(window, names, words):
    overlay = DropOverlay(window)
    assert overlay.text_for(sorted_out(Path(name) for name in names)) == words


def test_a_read_only_library_takes_nothing(window):
    overlay = DropOverlay(window)
    assert "read-only" in overlay.text_for(sorted_out([Path("a.docx")]), read_only=True)


def test_a_drop_hands_over_the_files(window, qtbot):
    zone = DropZone(window, read_only=False)
    data = files("2023.docx", "2022.txt")
    assert enter(window, data).isAccepted()
    assert zone.overlay.isVisible()
    with qtbot.waitSignal(zone.dropped) as told:
        drop(window, data)
    assert [path.name for path in told.args[0].importable] == ["2023.docx", "2022.txt"]
    assert not zone.overlay.isVisible()


def test_leaving_takes_the_overlay_away(window):
    zone = DropZone(window, read_only=False)
    data = files("2023.docx")
    enter(window, data)
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not zone.overlay.isVisible()


def test_words_dragged_from_elsewhere_are_none_of_our_business(window):
    zone = DropZone(window, read_only=False)
    data = QMimeData()
    data.setText("chữ")
    enter(window, data)
    assert not zone.overlay.isVisible()
