"""The reading pane as a reader meets it: scrolling, jumping, zooming, notes, finding, copying."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.model import Content, Place, Report
from desktop.languages import Languages
from desktop.reading.page_map import Spot
from desktop.reading.page_menu import PageMenu, Under
from desktop.reading.pane import ReadingPane
from desktop.session import Destination
from desktop.settings import LIVE_NUMBERS, NOTE_PREVIEW, ZOOM, Settings
from desktop.themes import Themes, load


@pytest.fixture
def pane(qtbot: QtBot, report: Report, content: Content) -> Iterator[ReadingPane]:
    made = ReadingPane(Settings(), Themes())
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.show_report(report, content)
    yield made
    made.close()


def long_report(pane: ReadingPane, report: Report, sections: int, make: Callable[..., Content]) -> Content:
    content = make(sections, 2)
    pane.show_report(report, content)
    assert pane.view.is_whole
    return content


def section_at(pane: ReadingPane, y: float) -> int | None:
    """The section at a height of the viewport, worked out from the blocks' rectangles alone."""
    view, page = pane.view, pane.view.page
    assert page is not None
    assert view.map is not None
    found = None
    for number, line in enumerate(page.lines):
        if view.map.line_top(number) <= view.scrolled() + y:
            found = line.section_id
    return found


def test_section_and_scroll_position_always_agree(
    pane: ReadingPane, report: Report, long_content: Callable[..., Content]
) -> None:
    long_report(pane, report, 120, long_content)
    bar, height = pane.view.verticalScrollBar(), pane.view.viewport().height()
    chance = random.Random(3)
    wrong = 0
    for _ in range(200):
        bar.setValue(chance.randrange(bar.maximum() + 1))
        y = min(max(pane.standing.spot_height(), 0), height)
        wrong += pane.section_in_view() != section_at(pane, y)
    assert wrong == 0


def test_every_section_one_goes_to_is_the_section_in_view(
    pane: ReadingPane, report: Report, long_content: Callable[..., Content]
) -> None:
    content = long_report(pane, report, 60, long_content)
    for section in content.sections:
        pane.go_to(Destination(1, section_id=section.id))
        assert pane.section_in_view() == section.id
        assert pane.here().section_id == section.id
        line = pane.view.page.line_of_section[section.id]  # type: ignore[union-attr]
        y = pane.view.map.line_top(line) - pane.view.scrolled()  # type: ignore[union-attr]
        assert -1 <= y < pane.view.viewport().height(), "the heading is on screen"


def test_a_target_comes_near_the_top_third(
    pane: ReadingPane, report: Report, long_content: Callable[..., Content]
) -> None:
    content = long_report(pane, report, 60, long_content)
    section = content.sections[30]
    pane.go_to(Destination(1, section_id=section.id))
    line = pane.view.page.line_of_section[section.id]  # type: ignore[union-attr]
    y = pane.view.map.line_top(line) - pane.view.scrolled()  # type: ignore[union-attr]
    assert 0.2 < y / pane.view.viewport().height() < 0.36


def test_one_comes_back_to_the_same_line(
    pane: ReadingPane, report: Report, long_content: Callable[..., Content]
) -> None:
    long_report(pane, report, 80, long_content)
    bar = pane.view.verticalScrollBar()
    gap = 60  # a line of text and the space above a heading, whatever fonts the machine has
    for share in (0.0, 0.03, 0.3, 0.5, 0.97, 1.0):
        bar.setValue(round(bar.maximum() * share))
        before, here = bar.value(), pane.here()
        bar.setValue(bar.maximum() // 7)
        pane.go_to(here)
        assert abs(bar.value() - before) <= (gap if share else 0)


def test_the_words_on_top_stay_when_the_text_grows(
    pane: ReadingPane, report: Report, long_content: Callable[..., Content]
) -> None:
    long_report(pane, report, 80, long_content)
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    top = pane.view.anchor()
    assert top is not None
    for zoom in (150, 300, 70):
        pane.set_zoom(zoom)
        spot = pane.view.anchor()
        assert spot is not None
        assert abs(spot[0].line - top[0].line) <= 1
        assert pane.view.horizontalScrollBar().maximum() == 0
    pane.set_zoom(100)
    pane.resize(620, 600)
    narrow = pane.view.anchor()
    assert narrow is not None
    assert narrow[0].line == top[0].line


def test_zoom_is_bounded_remembered_and_told(pane: ReadingPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.zoom_changed) as told:
        pane.set_zoom(900)
    assert told.args == [300]
    assert pane._settings.get(ZOOM) == 300
    point = QPointF(200, 200)
    wheel = QWheelEvent(
        point,
        point,
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.view.viewport(), wheel)
    assert pane._settings.get(ZOOM) == 290
    assert pane.breadcrumb.zoom.text() == "290%"


def test_the_notes_told_are_the_marks_on_screen(pane: ReadingPane, qtbot: QtBot) -> None:
    bar = pane.view.verticalScrollBar()
    for share in (0.0, 0.2, 0.4, 0.7, 1.0):
        bar.setValue(round(bar.maximum() * share))
        told = {note.note_id: note.y for note in pane.standing.notes()}
        for note_id in pane.view.page.note_order:  # type: ignore[union-attr]
            rect = pane.standing.mark_rect(note_id)
            assert rect is not None
            middle = rect.center().y()
            if 2 < middle < pane.view.viewport().height() - 2:
                assert abs(told[note_id] - rect.top()) <= 1
            elif not -2 <= middle <= pane.view.viewport().height() + 2:
                assert note_id not in told


def test_scrolling_tells_notes_at_once_and_the_place_a_moment_later(pane: ReadingPane, qtbot: QtBot) -> None:
    with qtbot.waitSignals([pane.notes_in_view, pane.stood_at], order="strict"):
        pane.view.verticalScrollBar().setValue(300)


def test_next_and_previous_note_walk_through_all_of_them(pane: ReadingPane) -> None:
    told: list[int] = []
    pane.note_requested.connect(told.append)
    for _ in range(9):
        pane.next_note()
    assert told == [1, 2, 3, 4, 5, 6, 7, 8], "and stops at the last"
    pane.previous_note()
    assert told[-1] == 7


def test_a_click_on_a_mark_asks_for_its_note(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.go_to_note(3)
    rect = pane.standing.mark_rect(3)
    assert rect is not None
    with qtbot.waitSignal(pane.note_requested) as asked:
        point = QPoint(rect.left() + 2, rect.top() + rect.height() // 3)
        qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert asked.args == [3]


def test_a_note_opens_beside_its_mark_and_never_over_its_line(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.go_to_note(5)
    started = time.monotonic()
    pane.pointer.hover(5)
    assert pane.pointer.preview.isHidden()
    qtbot.waitUntil(pane.pointer.preview.isVisible)
    assert time.monotonic() - started > 0.2
    line = pane.standing.mark_rect(5)
    assert line is not None
    assert not pane.pointer.preview.geometry().intersects(line)
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    assert pane.pointer.preview.isHidden()


def test_the_preview_can_be_switched_off(pane: ReadingPane, qtbot: QtBot) -> None:
    pane._settings.put(NOTE_PREVIEW, False)
    pane.pointer.hover(1)
    assert not pane.pointer.preview._opening.isActive()


def test_finding_counts_steps_and_reaches_notes(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.open_find()
    qtbot.keyClicks(pane.find_bar.box, "cuc thong ke")
    qtbot.waitUntil(lambda: pane.find_bar.count.text() == "1/1")
    with qtbot.waitSignal(pane.note_requested) as asked:
        qtbot.keyClick(pane.find_bar.box, Qt.Key.Key_Return)
    assert asked.args == [4]
    pane.find_bar.marks.click()
    assert pane.find_bar.count.text() == "No match"
    qtbot.keyClick(pane.find_bar.box, Qt.Key.Key_Escape)
    assert pane.find_bar.isHidden()
    assert pane.finding.hits == []


def test_what_is_found_in_notes_is_told(pane: ReadingPane, content: Content) -> None:
    told: list[dict[int, list[tuple[int, int]]]] = []
    pane.found_in_notes.connect(told.append)
    pane.find_bar.box.setText("cuc thong ke")
    pane.finding.search()
    (start, end) = told[-1][4][0]
    assert content.notes[3].text[start:end] == "Cục Thống kê"
    pane.finding.clear()
    assert told[-1] == {}


def test_f3_goes_round_through_the_hits(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.find_bar.box.setText("khó khăn")
    pane.finding.search()
    total = len(pane.finding.hits)
    assert total > 3
    seen = []
    for _ in range(total):
        seen.append(pane.finding.current)
        qtbot.keyClick(pane.view, Qt.Key.Key_F3)
    assert sorted(seen) == list(range(total))
    qtbot.keyClick(pane.view, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert pane.finding.current == seen[-1]


def test_a_destination_flashes_its_words(pane: ReadingPane, content: Content) -> None:
    start = content.blocks[10].text.index("112,5")
    pane.go_to(Destination(1, place=Place(block_id=11), start=start, end=start + 19))
    flashed = [one.cursor.selectedText() for one in pane.view.extraSelections()]  # type: ignore[attr-defined]
    assert flashed == ["112,5 nghìn tỷ đồng"]
    pane.go_to(Destination(1, place=Place(table_id=1, row=2, col=2), start=0, end=6))
    flashed = [one.cursor.selectedText() for one in pane.view.extraSelections()]  # type: ignore[attr-defined]
    assert flashed == ["20.880"]


def test_the_hits_of_a_search_are_shown(pane: ReadingPane) -> None:
    pane.go_to(Destination(1, place=Place(block_id=12), query="kế hoạch"))
    words = {one.cursor.selectedText() for one in pane.view.extraSelections()}  # type: ignore[attr-defined]
    assert {"kế", "hoạch"} & words or words == {"kế hoạch"}


def test_copy_has_three_manners(pane: ReadingPane) -> None:
    page = pane.view.page
    assert page is not None
    assert not pane.copy()
    line = page.line_of_block[11]
    width = page.lines[line].passage.column(35)
    pane.view.setTextCursor(pane.view.words(Spot(line), Spot(line, 0, width)))
    assert pane.copy("words")
    assert QApplication.clipboard().text().startswith("Tổng sản phẩm tăng 8,25% so với")
    assert pane.copy("notes")
    assert "8,25%[3][4]" in QApplication.clipboard().text()
    assert pane.copy("citation")
    assert "section I.2, paragraph 1)" in QApplication.clipboard().text()
    pane.view.copy()
    assert QApplication.clipboard().text().startswith("Tổng sản phẩm tăng 8,25% so với")


def test_the_menu_has_our_words_in_both_languages(pane: ReadingPane, qtbot: QtBot) -> None:
    languages = Languages()
    languages.use("vi")
    try:
        menu = PageMenu(pane.view, pane.view.page.notes[3], load("light"), Under())  # type: ignore[union-attr]
        texts = [action.text() for action in menu.actions() if action.text()]
        assert texts[0] == "Xem chú thích 3"
        assert "Sao chép kèm trích dẫn" in texts
        qtbot.waitUntil(lambda: pane.find_bar.whole_word.text() == "Nguyên từ")
    finally:
        languages.use("en")
    qtbot.waitUntil(lambda: pane.find_bar.whole_word.text() == "Whole word")


def test_the_breadcrumb_names_the_section_and_leads_there(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.go_to(Destination(1, section_id=3))
    parts = pane.breadcrumb.parts()
    assert [part.text() for part in parts] == ["I", "1", "1.1. Công tác chính trị, tư tưởng"]
    with qtbot.waitSignal(pane.section_requested) as asked:
        qtbot.mouseClick(parts[1], Qt.MouseButton.LeftButton)
    assert asked.args == [2]


def test_live_numbers_can_be_switched_off(pane: ReadingPane) -> None:
    def underlined() -> bool:
        cursor = pane.view.words(Spot(pane.view.page.line_of_block[11], 0, 19), Spot(0))  # type: ignore[union-attr]
        cursor.setPosition(cursor.anchor() + 1)
        return cursor.charFormat().underlineStyle() == cursor.charFormat().UnderlineStyle.DotLine

    assert underlined()
    pane._settings.put(LIVE_NUMBERS, False)
    assert not underlined()


def test_a_change_of_theme_keeps_the_place(pane: ReadingPane) -> None:
    bar = pane.view.verticalScrollBar()
    bar.setValue(400)
    pane._themes.current = pane._themes.current.__class__(
        **{**{n: getattr(pane._themes.current, n) for n in pane._themes.current.__slots__}, "paper": "#101010"}
    )
    pane._themes.changed.emit()
    assert abs(bar.value() - 400) <= 1


def test_nothing_in_a_report_is_opened(pane: ReadingPane) -> None:
    image = pane.view.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///etc/hostname"))
    assert isinstance(image, QImage)
    assert image.isNull()
    told: list[int] = []
    pane.note_requested.connect(told.append)
    before = pane.view.toPlainText()
    pane.view.anchorClicked.emit(QUrl("file:///etc/hostname"))
    assert told == []
    assert pane.view.toPlainText() == before


def test_a_very_long_report_comes_in_slices_around_the_place(
    pane: ReadingPane, qtbot: QtBot, report: Report, long_content: Callable[..., Content]
) -> None:
    content = long_content(1500, 5)
    pane.show_report(report, content)
    assert not pane.view.is_whole
    assert pane.section_in_view() == 1
    assert pane.view.lines_in_view().start == 0
    pane.go_to(Destination(1, section_id=content.sections[1200].id))
    assert pane.section_in_view() == content.sections[1200].id
    top = pane.view.anchor()
    qtbot.waitUntil(lambda: pane.view.is_whole, timeout=60_000)
    after = pane.view.anchor()
    assert top is not None
    assert after is not None
    assert after[0].line == top[0].line, "the words stay while the rest is set around them"
    printed = [block.text for block in content.blocks]
    assert [line for line in pane.view.toPlainText().split("\n") if line][:40] == [
        _printed(pane, number) for number in range(40)
    ]
    assert len(printed) == len(pane.view.page.lines)  # type: ignore[union-attr]


def _printed(pane: ReadingPane, number: int) -> str:
    return "".join(run.text for run in pane.view.page.lines[number].passage.runs)  # type: ignore[union-attr]


def test_without_a_report_it_says_so(pane: ReadingPane) -> None:
    pane.show_nothing()
    assert pane._empty.isVisible()
    assert pane.here() == Destination(0)
    pane.next_note()
    pane.go_to(Destination(1, section_id=2))


def test_the_real_report_is_shown_whole_with_every_mark_once(pane: ReadingPane, report: Report, seed: Content) -> None:
    pane.show_report(report, seed)
    page = pane.view.page
    assert page is not None
    assert sorted(page.note_order) == sorted(note.id for note in seed.notes)
    shown = pane.view.toPlainText()
    for block in seed.blocks:
        if not block.marks:
            assert block.text.replace("\n", "") in shown.replace("\n", "").replace("\u2028", "")
