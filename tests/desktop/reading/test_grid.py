"""Tables on the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextTable
from pytestqt.qtbot import QtBot

from db.model import Block, Cell, Content, ReportData, Table
from desktop.reading.page import page_of
from desktop.reading.page_view import PageView
from desktop.reading.typography import Typography
from desktop.themes import load


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[Content], tuple[PageView, QTextTable]]:
    def shown(content: Content) -> tuple[PageView, QTextTable]:
        view = PageView()
        qtbot.addWidget(view)
        view.resize(800, 600)
        view.show()
        view.show_page(page_of(content), Typography(load("light"), "Noto Serif"))
        assert view._setter is not None
        return view, next(iter(view._setter.tables.values()))

    return shown


def test_merged_heads_keep_their_spans(
    content: Content, show: Callable[[Content], tuple[PageView, QTextTable]]
) -> None:
    _, table = show(content)
    assert (table.cellAt(0, 0).rowSpan(), table.cellAt(0, 0).columnSpan()) == (2, 1)
    assert (table.cellAt(0, 1).rowSpan(), table.cellAt(0, 1).columnSpan()) == (1, 2)
    assert table.format().headerRowCount() == 2


def test_numbers_stand_right_and_words_left(
    content: Content, show: Callable[[Content], tuple[PageView, QTextTable]]
) -> None:
    _, table = show(content)
    number = table.cellAt(2, 2).firstCursorPosition().blockFormat().alignment()
    words = table.cellAt(2, 0).firstCursorPosition().blockFormat().alignment()
    assert number & Qt.AlignmentFlag.AlignRight
    assert not words & Qt.AlignmentFlag.AlignRight


def test_row_numbers_stand_in_the_middle_and_dashes_with_the_figures(
    show: Callable[[Content], tuple[PageView, QTextTable]],
) -> None:
    rows = (("STT", "Chỉ tiêu", "Năm 2023"), ("1", "Thu", "20.880"), ("2", "Chi", "-"), ("3", "Nợ", "chưa có"))
    cells = [Cell(row, col, 1, 1, text) for row, line in enumerate(rows) for col, text in enumerate(line)]
    cells += [Cell(4, 0, 1, 1, "4"), Cell(4, 1, 1, 1, "Vốn"), Cell(4, 2, 1, 1, "7,5")]
    table = Table(1, None, "", 5, 3, 1, tuple(cells))
    content = Content(ReportData(), (), (Block(1, None, "table", "", table_id=1),), (), (table,), (), ())
    _, made = show(content)
    sides = [made.cellAt(2, col).firstCursorPosition().blockFormat().alignment() for col in range(3)]
    assert sides[0] & Qt.AlignmentFlag.AlignHCenter
    assert not sides[1] & Qt.AlignmentFlag.AlignRight
    assert sides[2] & Qt.AlignmentFlag.AlignRight


@pytest.mark.parametrize("columns", [3, 9, 24])
def test_a_wide_table_stays_in_the_column(columns: int, show: Callable[[Content], tuple[PageView, QTextTable]]) -> None:
    cells = tuple(Cell(0, col, 1, 1, f"Chỉ tiêu {col}") for col in range(columns))
    cells += tuple(Cell(1, col, 1, 1, "112.500,75", value=112500.75) for col in range(columns))
    table = Table(1, None, "", 2, columns, 1, cells)
    content = Content(ReportData(), (), (Block(1, None, "table", "", table_id=1),), (), (table,), (), ())
    view, made = show(content)
    rect = view.document().documentLayout().frameBoundingRect(made)
    assert rect.width() <= view.column() + 2
    assert view.horizontalScrollBar().maximum() == 0


def test_cells_beyond_the_edges_and_empty_tables_do_not_harm(
    content: Content, show: Callable[[Content], tuple[PageView, QTextTable]]
) -> None:
    table = content.tables[0]
    stray = (*table.cells, Cell(0, 40, 1, 1, "ngoài lề"), Cell(4, 3, 9, 9, "quá khổ"))
    empty = Table(2, None, "", 0, 0, 0, ())
    blocks = (*content.blocks, Block(90, None, "table", "", table_id=2))
    view, _ = show(replace(content, tables=(replace(table, cells=stray), empty), blocks=blocks))
    assert "Nguyễn Văn Mẫu" in view.toPlainText()
