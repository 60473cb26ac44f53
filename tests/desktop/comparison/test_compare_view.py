"""The comparison through its widgets: step, filter, turn, open, in step by construction."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import queries
from db.library import Library
from db.model import Progress
from desktop.comparing import year_before
from desktop.comparison.repairing import RepairDialog
from desktop.comparison.view import CompareView
from desktop.languages import Languages
from desktop.session import Destination
from desktop.settings import Settings
from desktop.themes import Themes


def endless() -> Iterator[Progress]:
    """Work that ends only when it is stopped."""
    while True:
        time.sleep(0.001)
        yield Progress(1, 2, "compare_sections")


@pytest.fixture
def view(qtbot: QtBot, library: Library) -> CompareView:
    made = CompareView(library, Settings(), Themes())
    qtbot.addWidget(made)
    made.resize(1300, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.compare(1, 2)
    qtbot.waitUntil(lambda: made.comparison() is not None)
    return made


def test_the_chips_count_every_change(view: CompareView) -> None:
    comparison = view.comparison()
    assert comparison is not None
    numbers = [int(chip.text().rsplit(" ", 1)[1]) for chip in view.bar.chips.values()]
    assert sum(numbers) == len(comparison.differences)


def test_f8_walks_all_changes_and_comes_round(view: CompareView) -> None:
    seen = []
    steps = list(view._steps)
    for _step in range(len(steps) + 1):
        view.step(1)
        seen.append(view.paper.current())
    assert seen[:-1] == steps
    assert seen[-1] == steps[0]
    view.step(-1)
    assert view.paper.current() == steps[-1]


def told(view: CompareView) -> tuple[int, int]:
    """What the counter says: at which change one stands, and of how many."""
    now, total = view.bar._count.text().removeprefix("Change ").split("/")
    return int(now), int(total)


def test_the_counter_counts_what_the_chips_count(qtbot: QtBot, view: CompareView) -> None:
    comparison = view.comparison()
    assert comparison is not None
    for kind, chip in view.bar.chips.items():
        for other in view.bar.chips.values():
            if other.isChecked() is (other is not chip):
                other.click()
        assert told(view) == (0, comparison.counts[kind])
        view.step(-1)
        assert told(view)[0] == comparison.counts[kind]
    for chip in view.bar.chips.values():
        if not chip.isChecked():
            chip.click()
    assert told(view) == (0, sum(comparison.counts.values()))
    counted = []
    for _step in view._steps:
        qtbot.keyClick(view.paper, Qt.Key.Key_Home)
        view.step(1)
        counted.append(told(view)[0])
    assert counted == sorted(set(counted))
    assert counted[-1] == sum(comparison.counts.values())


def test_only_what_is_new_hides_the_rest(qtbot: QtBot, view: CompareView) -> None:
    view.bar.only_new.click()
    kinds = {row.line.kind for row in view.paper.rows() if row.line.of != "section"}
    assert kinds == {"new"}


def test_one_column_tells_the_same_lines(view: CompareView) -> None:
    two = sum(1 if row.together else (row.left is not None) + (row.right is not None) for row in view.paper.rows())
    view.bar.manner.setCurrentIndex(1)
    view.bar.manner.activated.emit(1)
    assert len(view.paper.rows()) == two


def test_turning_the_sides_mirrors_the_counts(qtbot: QtBot, view: CompareView) -> None:
    before = view.comparison()
    assert before is not None
    view.bar.swap.click()
    qtbot.waitUntil(lambda: view.comparison() is not before)
    after = view.comparison()
    assert after is not None
    assert (after.counts["new"], after.counts["dropped"]) == (before.counts["dropped"], before.counts["new"])


def test_a_double_click_opens_the_side_it_hits(qtbot: QtBot, view: CompareView) -> None:
    place = next(n for n, row in enumerate(view.paper.rows()) if row.line.of == "sentence" and row.together)
    row = view.paper.rows()[place]
    with qtbot.waitSignal(view.destination_requested) as opened:
        view.paper.opened.emit(row, True)
    destination = opened.args[0]
    assert isinstance(destination, Destination)
    assert destination.report_id == 1
    with qtbot.waitSignal(view.destination_requested) as opened:
        qtbot.keyClick(view.paper, Qt.Key.Key_Down)
        qtbot.keyClick(view.paper, Qt.Key.Key_Return)
    assert opened.args[0].report_id == 2


def test_a_figure_leads_to_its_sentence(view: CompareView) -> None:
    comparison = view.comparison()
    assert comparison is not None
    pair = next(pair for pair in comparison.figures if pair.right.unit == "tỷ đồng")
    assert pair.delta == pytest.approx(23951 - 32144)
    view._to_figure(pair)
    line = view.paper.rows()[view.paper.current()].line
    assert "23.951" in line.text(False)


def test_the_footer_says_what_was_not_compared(qtbot: QtBot, view: CompareView) -> None:
    languages = Languages()
    languages.use("vi")
    qtbot.waitUntil(lambda: view._footer.text().startswith("Đã so"))
    languages.use("en")
    qtbot.waitUntil(lambda: view._footer.text().startswith("Compared"))
    assert "Not compared" in view._footer.text()


def test_what_was_not_compared_is_listed_with_a_door_to_its_place(qtbot: QtBot, view: CompareView) -> None:
    comparison = view.comparison()
    assert comparison is not None
    view._footer.menu.aboutToShow.emit()
    actions = view._footer.menu.actions()
    assert len(actions) == len(comparison.skipped) > 0
    assert actions[-1].text().startswith("2023")
    with qtbot.waitSignal(view.destination_requested) as opened:
        actions[-1].trigger()
    assert opened.args[0].report_id == 2
    assert opened.args[0].place.block_id is not None


def test_a_cancel_goes_back_to_what_was_compared_before(qtbot: QtBot, view: CompareView) -> None:
    before = view.comparison()
    view.bar.choose(2, 1)
    view._run(endless(), view._done)
    assert view._job is not None
    with qtbot.waitSignal(view._job.cancelled):
        view.waiting.button.click()
    qtbot.waitUntil(view.paper.isVisible)
    assert view.comparison() is before
    assert view.bar.chosen() == (1, 2)


def test_a_cancelled_first_comparison_can_be_asked_for_again(qtbot: QtBot, library: Library) -> None:
    made = CompareView(library, Settings(), Themes())
    qtbot.addWidget(made)
    made.show()
    made.bar.choose(1, 2)
    made._run(endless(), made._done)
    assert made._job is not None
    with qtbot.waitSignal(made._job.cancelled):
        made.waiting.button.click()
    assert made.comparison() is None
    assert not made.waiting.progress.isVisible()
    made.waiting.button.click()
    qtbot.waitUntil(lambda: made.comparison() is not None)


def test_the_year_before_is_found_by_issuer(library: Library) -> None:
    reports = queries.reports(library.reader())
    newest = max(reports, key=lambda report: report.data.year or 0)
    older = year_before(reports, newest)
    assert older is not None
    assert older.data.year == 2022
    assert year_before(reports, older) is None


def test_the_matrix_shows_every_section_by_years_and_opens_a_pair(qtbot: QtBot, view: CompareView) -> None:
    view.bar.manner.setCurrentIndex(2)
    view.bar.manner.activated.emit(2)
    qtbot.waitUntil(view.matrix.isVisible)
    model = view.matrix.model()
    assert model.columnCount() == 2
    assert not any(chip.isVisible() for chip in view.bar.chips.values())
    titles = [str(model.headerData(row, Qt.Orientation.Vertical)) for row in range(model.rowCount())]
    assert any("văn hóa" in title for title in titles)
    before = view.comparison()
    view.matrix.setCurrentIndex(model.index(titles.index(next(t for t in titles if "văn hóa" in t)), 1))
    qtbot.keyClick(view.matrix, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.paper.isVisible() and view.comparison() is not before)
    assert all(chip.isVisible() for chip in view.bar.chips.values())
    assert "văn hóa" in view.paper.rows()[view.paper.current()].line.text(False)


def test_a_pairing_by_hand_is_kept_and_taken_back(qtbot: QtBot, view: CompareView, library: Library) -> None:
    first = view.comparison()
    found = view.found()
    assert first is not None
    assert found is not None
    older = next(one.id for one in found.contents[0].sections if one.title == "Về văn hóa")
    newer = next(one.id for one in found.contents[1].sections if one.title == "Về phát triển kinh tế")
    view.pair(older, newer)
    qtbot.waitUntil(lambda: view.comparison() is not first)
    second = view.comparison()
    assert second is not None
    assert any(pair.by_hand and (pair.left, pair.right) == (older, newer) for pair in second.sections)
    assert view.bar.undo.isVisible()
    again = CompareView(library, view._settings, Themes())
    qtbot.addWidget(again)
    again.compare(1, 2)
    qtbot.waitUntil(lambda: again.comparison() is not None)
    remembered = again.comparison()
    assert remembered is not None
    assert any(pair.by_hand for pair in remembered.sections)
    view.bar.undo.click()
    qtbot.waitUntil(lambda: view.comparison() is not second)
    last = view.comparison()
    assert last is not None
    assert not any(pair.by_hand for pair in last.sections)
    assert not view.bar.undo.isVisible()


def test_the_older_section_can_be_chosen_from_the_outline(qtbot: QtBot, view: CompareView) -> None:
    found = view.comparison()
    assert found is not None
    pair = next(one for one in found.sections if one.left and one.right)
    view.ask_for_pair(pair.right)
    dialog = view.findChild(RepairDialog)
    assert dialog is not None
    dialog.chosen.emit(None)
    qtbot.waitUntil(lambda: view.comparison() is not None and view._job is None)
    dialog.close()


def test_a_comparison_that_fails_says_so_and_shows_what_was_there(qtbot: QtBot, view: CompareView) -> None:
    with qtbot.waitSignal(view.failed) as told:
        view._fail(RuntimeError("gone"))
    assert isinstance(told.args[0], RuntimeError)


def test_a_figure_without_a_sentence_opens_its_report(qtbot: QtBot, view: CompareView) -> None:
    found = view.comparison()
    assert found is not None
    pair = replace(found.figures[0], sentence=None)
    with qtbot.waitSignal(view.destination_requested) as told:
        view._to_figure(pair)
    assert told.args[0].report_id == 2
    assert told.args[0].place == pair.right.place
