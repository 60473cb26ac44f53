"""The comparison goes out through the bar: a file per kind, the brief edited and saved, failures told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from db.errors import ExportFailed
from db.library import Library
from db.messages import words_of
from db.model import Note
from desktop.comparison.brief_chart import SCALE, WIDTH
from desktop.comparison.brief_dialog import BriefDialog
from desktop.comparison.view import CompareView
from desktop.fonts import official_family
from desktop.languages import Languages
from desktop.settings import Settings
from desktop.themes import Themes
from desktop.widgets.safe_document import CHART, SafeDocument

HEADS = {"docx": b"PK", "html": b"<!DOCTYPE"}


@pytest.fixture
def view(qtbot: QtBot, library: Library) -> CompareView:
    made = CompareView(library, Settings(), Themes())
    qtbot.addWidget(made)
    made.compare(1, 2)
    qtbot.waitUntil(lambda: made.comparison() is not None)
    return made


@pytest.fixture
def brief(view: CompareView) -> BriefDialog:
    view.bar.export.open_brief()
    assert view.bar.export.brief is not None
    return view.bar.export.brief


@pytest.mark.parametrize("suffix", HEADS)
def test_each_kind_is_written_by_a_job(suffix: str, view: CompareView, qtbot: QtBot, tmp_path: Path) -> None:
    button, target = view.bar.export, tmp_path / f"a.{suffix}"
    with qtbot.waitSignal(button.saved) as told:
        button._save(suffix, target)
        assert not button.isEnabled()
    assert told.args == [target]
    assert target.read_bytes().startswith(HEADS[suffix])
    assert button.isEnabled()
    assert target.name in button.toolTip()


def test_a_failure_is_told_and_the_button_stays(view: CompareView, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(view.failed) as told:
        view.bar.export._save("docx", tmp_path / "nowhere" / "a.docx")
    assert isinstance(told.args[0], ExportFailed)
    assert view.bar.export.isEnabled()


def test_nothing_can_go_out_before_something_is_compared(qtbot: QtBot, library: Library) -> None:
    made = CompareView(library, Settings(), Themes())
    qtbot.addWidget(made)
    made.bar.export.menu().aboutToShow.emit()
    assert not made.bar.export.word.isEnabled()
    made.bar.export.open_brief()
    assert made.bar.export.brief is None


def test_the_brief_is_saved_as_edited(view: CompareView, brief: BriefDialog, qtbot: QtBot, tmp_path: Path) -> None:
    brief.text.moveCursor(brief.text.textCursor().MoveOperation.End)
    brief.text.insertPlainText(" Lời thêm <b>.")
    target = tmp_path / "a.html"
    with qtbot.waitSignal(view.bar.export.saved):
        brief.saving.emit(brief._as_html(target))
    page = target.read_text(encoding="utf-8")
    assert "Lời thêm &lt;b&gt;." in page
    assert f'src="{CHART}"' not in page
    assert "data:image/png;base64," in page
    with qtbot.waitSignal(view.print_requested) as told:
        qtbot.mouseClick(brief.print_it, Qt.MouseButton.LeftButton)
    assert "Lời thêm &lt;b&gt;." in told.args[0].html()
    assert told.args[0].chart.width() == WIDTH * SCALE


def test_the_brief_fills_one_page_at_ten_points_or_more(brief: BriefDialog) -> None:
    document = SafeDocument(brief.edited(), official_family(), brief._chart)
    assert document.paged(165 / 25.4 * 96, 257 / 25.4 * 96) == 1
    block, sizes = document.begin(), []
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            sizes.append(at.fragment().charFormat().font().pointSizeF())
            at += 1
        block = block.next()
    assert len(sizes) > 3
    assert min(sizes) >= 10


def test_the_pages_of_a_comparison_are_asked_for(view: CompareView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.print_requested) as told:
        view.bar.export.paper.trigger()
    html = told.args[0].html()
    assert "<del>" in html or "line-through" in html
    assert told.args[0].chart is None
    assert told.args[0].name.startswith("Comparison ")


def test_pasted_words_are_plain(brief: BriefDialog) -> None:
    data = QMimeData()
    data.setText("chữ thường")
    data.setHtml('<img src="file:///etc/passwd"><h1>chữ to</h1>')
    brief.text.insertFromMimeData(data)
    assert "chữ thường" in brief.text.toPlainText()
    assert "chữ to" not in brief.text.toPlainText()
    assert "passwd" not in brief.text.toHtml()


def test_a_document_fetches_nothing() -> None:
    document = SafeDocument("<p>x</p>", "Noto Serif", QImage(WIDTH, 1, QImage.Format.Format_RGB32))
    picture, address = document.loadResource(2, "file:///a.png"), document.loadResource(3, "a.css")
    assert isinstance(picture, QImage)
    assert picture.isNull()
    assert address == b""
    known = document.loadResource(2, CHART)
    assert isinstance(known, QImage)
    assert known.width() == WIDTH


def test_the_words_follow_the_language(view: CompareView, brief: BriefDialog, qtbot: QtBot) -> None:
    languages = Languages()
    try:
        languages.use("vi")
        qtbot.waitUntil(lambda: view.bar.export.text() == "Xuất…")
        qtbot.waitUntil(lambda: brief.print_it.text() == "In và PDF…")
    finally:
        languages.use("en")


def test_notes_that_the_word_file_cannot_hold_are_told_until_another_comparison(
    view: CompareView, qtbot: QtBot, tmp_path: Path
) -> None:
    found = view.found()
    assert found is not None
    lost = Note(1, "1", "footnote", "Không có dấu trong bài.", linked=False)
    content = replace(found.contents[0], notes=(*found.contents[0].notes, lost))
    view._found = replace(found, contents=(content, found.contents[1]))
    with qtbot.waitSignal(view.bar.export.saved):
        view.bar.export._save("docx", tmp_path / "a.docx")
    told = words_of("brief", "left_out", "vi", left=1, right=0), words_of("brief", "left_out", "en", left=1, right=0)
    assert view._footer.text().endswith(told)
    view.compare(1, 2)
    qtbot.waitUntil(lambda: view._footer.text() != "" and not view._footer.text().endswith(told))
