"""Pairing by hand: the older sections to choose from, narrowed by a few letters, and the matrix of the years."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialogButtonBox

from db.comparison.matrix import Matrix, MatrixCell, MatrixRow
from db.model import Report, Section, Source
from desktop.comparison.matrix import CELL, MatrixModel, MatrixView, Years, said
from desktop.comparison.repairing import RepairDialog
from desktop.themes import Themes


@pytest.fixture
def dialog(qtbot, years):
    older, newer = years
    made = RepairDialog(newer.sections[1], older)
    qtbot.addWidget(made)
    made.answers = []
    made.chosen.connect(made.answers.append)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(dialog):
    rows = (dialog.list.item(row) for row in range(dialog.list.count()))
    return [row.text().strip() for row in rows if not row.isHidden()]


def press(qtbot, dialog, which):
    buttons = dialog.findChild(QDialogButtonBox)
    qtbot.mouseClick(buttons.button(which), Qt.MouseButton.LeftButton)


def test_every_titled_section_is_offered_and_none_first(dialog, years):
    titled = [one for one in years[0].sections if one.title]
    assert len(shown(dialog)) == len(titled) + 1
    assert dialog.list.currentRow() == 0


def test_none_says_that_the_section_is_new(qtbot, dialog):
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Ok)
    assert dialog.answers == [None]
    assert not dialog.isVisible()


def test_a_few_letters_without_marks_narrow_the_list(qtbot, dialog, years):
    qtbot.keyClicks(dialog.filter, "van hoa")
    assert [text for text in shown(dialog) if "văn hóa" in text] == shown(dialog)
    row = next(row for row in range(dialog.list.count()) if not dialog.list.item(row).isHidden())
    dialog.list.setCurrentRow(row)
    dialog.list.itemActivated.emit(dialog.list.item(row))
    wanted = next(one.id for one in years[0].sections if "văn hóa" in one.title)
    assert dialog.answers == [wanted]


def test_what_the_filter_hides_is_not_chosen(qtbot, dialog):
    qtbot.keyClicks(dialog.filter, "van hoa")
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Ok)
    assert dialog.answers == []
    assert dialog.isVisible()
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Cancel)
    assert dialog.answers == []


def cell(title, number=1, **more):
    return MatrixCell(Section(number, None, 1, "I", "I.", title), 4, 400, **more)


@pytest.fixture
def matrix(qtbot, years):
    source = Source("a", "a", "0" * 64, "txt", 1)
    reports = tuple(Report(n, f"r{n}", one.data, source, "", "") for n, one in enumerate(years, 1))
    rows = (
        MatrixRow((cell("Cũ"), cell("Mới", 2, kind="edited", differences=3))),
        MatrixRow((None, cell("<b>Riêng", 3, kind="new"))),
    )
    view = MatrixView(Themes())
    qtbot.addWidget(view)
    view.resize(900, 300)
    view.show_years(Years(reports, Matrix(rows)))
    with qtbot.waitExposed(view):
        view.show()
    view.asked = []
    view.pair_requested.connect(lambda *what: view.asked.append(what))
    return view


def test_a_cell_says_how_much_and_how_changed(matrix):
    model = matrix.model()
    assert [model.index(0, column).data() for column in range(2)] == ["4 sentences", "4 sentences · Δ3"]
    assert model.index(1, 0).data() == "none"
    assert model.index(1, 1).data(Qt.ItemDataRole.ToolTipRole) == "<p>I. &lt;b&gt;Riêng</p>"
    assert model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.index(1, 1).data(CELL).kind == "new"
    assert model.data(QModelIndex()) is None
    assert said(None) == "none"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "2022"
    assert model.headerData(1, Qt.Orientation.Vertical) == "I. <b>Riêng"
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.FontRole) is None


def test_an_empty_matrix_has_no_cells(qapp):
    model = MatrixModel()
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    assert model.headerData(0, Qt.Orientation.Horizontal) is None
    assert model.cell(QModelIndex()) is None


def test_a_cell_is_opened_by_mouse_and_keys_and_an_empty_one_is_not(qtbot, matrix):
    matrix.doubleClicked.emit(matrix.model().index(0, 0))
    matrix.setCurrentIndex(matrix.model().index(1, 1))
    qtbot.keyClick(matrix, Qt.Key.Key_Enter)
    matrix.setCurrentIndex(matrix.model().index(1, 0))
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert matrix.asked == [(1, 2), (1, 3)]
    qtbot.keyClick(matrix, Qt.Key.Key_Right)
    assert matrix.currentIndex().column() == 1


def test_bars_are_painted_as_long_as_the_sections(matrix):
    """Longer bars leave more pixels of their colour; a cell without a section has none."""
    picture = matrix.viewport().grab().toImage()
    theme = Themes().current

    def coloured(row, column, colour):
        rect = matrix.visualRect(matrix.model().index(row, column))
        wanted = colour.lower()
        return sum(picture.pixelColor(x, rect.center().y()).name() == wanted for x in range(rect.left(), rect.right()))

    assert coloured(0, 0, theme.live) > 20
    assert coloured(1, 1, theme.added) > 20
    assert coloured(1, 0, theme.live) == coloured(1, 0, theme.added) == 0
