"""The sources panel: explain, correct, undo, and the numbers left out, with real clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from db.notebook import Notebook
from db.notebook_layers import LayerBook
from desktop.figures.panel import UNUSED, FiguresPanel
from desktop.languages import Languages
from desktop.layering import Layering
from desktop.settings import CORRECTED_BY, Settings
from desktop.themes import Themes


@pytest.fixture
def layering(tmp_path):
    notebook = Notebook.open(tmp_path / "n.notebook")
    yield Layering(LayerBook(notebook, "tủ"))
    notebook.close()


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def panel(qtbot, layering, settings, report, content):
    made = FiguresPanel(layering, settings, Themes())
    qtbot.addWidget(made)
    made.resize(340, 700)
    made.show_report(report, content)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_without_a_figure_it_says_how_to_get_one(panel):
    assert panel.why._none.isVisible()
    assert not panel.why._card.isVisible()


def test_a_figure_is_shown_with_its_words_coloured(panel):
    panel.show_figure(2)
    why = panel.why
    assert why.value.text() == "◐ 112,5 nghìn tỷ đồng"
    assert "112,5 nghìn tỷ đồng" in why.quote.view.toPlainText()
    assert why.facts.count() >= 6
    assert why.quote.key.text()


def test_a_correction_lies_over_the_figure_and_the_original_stays_in_view(qtbot, panel, layering, settings, content):
    panel.show_figure(2)
    why = panel.why
    qtbot.mouseClick(why.buttons["correct"], Qt.MouseButton.LeftButton)
    form = why.form
    form.value.setText("113,5")
    form.why.setText("Cục Thống kê công bố lại")
    form.who.setText("An")
    with qtbot.waitSignal(layering.changed):
        qtbot.mouseClick(form.keep, Qt.MouseButton.LeftButton)
    assert why.value.text() == "◇ 113,5 nghìn tỷ đồng"
    assert "112,5 nghìn tỷ đồng" in why.original.text()
    assert why.original.isVisible()
    assert "An" in why.log.text()
    assert "Cục Thống kê công bố lại" in why.log.text()
    assert settings.get(CORRECTED_BY) == "An"
    assert not form.isVisible()
    assert content.figures[1].value == 112.5
    kept = layering.now.corrections[0]
    assert (kept.value, kept.unit, kept.period, kept.name) == (113.5, "", "", "")

    qtbot.mouseClick(why.buttons["undo"], Qt.MouseButton.LeftButton)
    assert why.value.text() == "◐ 112,5 nghìn tỷ đồng"
    assert not why.original.isVisible()
    qtbot.mouseClick(why.buttons["redo"], Qt.MouseButton.LeftButton)
    assert why.value.text() == "◇ 113,5 nghìn tỷ đồng"


def test_a_second_correction_keeps_what_the_first_changed(qtbot, panel, layering):
    panel.show_figure(2)
    form = panel.why.form
    panel.why._correct()
    form.value.setText("113,5")
    form._keep()
    panel.why._correct()
    form.period.setText("2022")
    form._keep()
    kept = layering.now.corrections
    assert len(kept) == 1
    assert (kept[0].value, kept[0].period) == (113.5, "2022")


@pytest.mark.parametrize(("typed", "refused"), [("mười hai", True), ("112,5", True), ("1.125", False), ("8.25", True)])
def test_what_is_no_number_or_no_change_is_refused_with_words(qtbot, panel, typed, refused):
    panel.show_figure(2)
    panel.why._correct()
    form = panel.why.form
    form.value.setText(typed)
    with qtbot.assertNotEmitted(form.kept) if refused else qtbot.waitSignal(form.kept):
        qtbot.keyClick(form.value, Qt.Key.Key_Return)
    assert form.trouble.isHidden() != refused


def test_escape_leaves_the_form(qtbot, panel):
    panel.show_figure(2)
    panel.why._correct()
    qtbot.keyClick(panel.why.form.value, Qt.Key.Key_Escape)
    assert not panel.why.form.isVisible()


def test_without_a_notebook_nothing_can_be_corrected(qtbot, report, content, settings):
    made = FiguresPanel(Layering(None), settings, Themes())
    qtbot.addWidget(made)
    made.show_report(report, content)
    made.show_figure(2)
    assert not made.why.buttons["correct"].isEnabled()


def test_the_sentence_and_the_series_can_be_opened(qtbot, panel):
    panel.show_figure(1)
    with qtbot.waitSignal(panel.destination_requested) as asked:
        qtbot.mouseClick(panel.why.buttons["open"], Qt.MouseButton.LeftButton)
    assert asked.args[0].place.block_id == 11
    assert not panel.why.buttons["series"].isVisible()  # this figure belongs to no series


def test_unused_numbers_are_listed_with_reasons_and_lead_to_their_place(qtbot, panel):
    with qtbot.waitSignal(panel.unused.counted):
        panel.show_unused()
    assert panel.tabs.currentIndex() == UNUSED
    rows = panel.unused.model.rows
    assert rows
    assert str(len(rows)) in panel.tabs.tabText(UNUSED)
    assert "%" in panel.unused.share.text()
    index = panel.unused.model.index(0)
    panel.unused.list.setCurrentIndex(index)
    with qtbot.waitSignal(panel.destination_requested) as asked:
        qtbot.keyClick(panel.unused.list, Qt.Key.Key_Return)
    assert asked.args[0].start == rows[0].start
    panel.unused.reason.setCurrentIndex(1)
    panel.unused.reason.activated.emit(1)
    assert {row.reason for row in panel.unused.model.rows} == {panel.unused.reason.currentData()}


def test_the_list_keeps_the_rules_of_qt(qtbot, qtmodeltester, panel):
    with qtbot.waitSignal(panel.unused.counted):
        panel.show_unused()
    qtmodeltester.check(panel.unused.model)


def test_languages_and_themes_are_followed(qtbot, panel):
    languages = Languages()
    languages.use("vi")
    panel.show_figure(2)
    qtbot.waitUntil(lambda: panel.tabs.tabText(0) == "Vì sao?")
    assert panel.why.buttons["correct"].text() == "Sửa…"
    for theme in ("dark", "contrast", "sepia", "light"):
        panel.why.quote._themes.use(theme)
    languages.use("en")
    qtbot.waitUntil(lambda: panel.tabs.tabText(0) == "Why?")


def test_another_report_shows_no_old_figure(panel, report, content):
    panel.show_figure(2)
    panel.show_report(report, content)
    assert panel.why.figure is None
