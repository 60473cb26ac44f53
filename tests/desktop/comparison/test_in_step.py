"""Both columns in step as they are painted, on two whole reports: headings are found by their ink."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QImage
from pytestqt.qtbot import QtBot

import resources
from db import digest, writer
from db.importer.assemble import content_of
from db.importer.readers import reader_for
from db.library import Library
from db.model import Source
from desktop.comparison.view import CompareView
from desktop.settings import Settings
from desktop.themes import Themes

YEARS = (2021, 2022)
LOOKS = 100
INK = 40
"""How much darker than its ground a letter is, of 255 shades of grey; the grounds of changes differ by less."""


@pytest.fixture(scope="module")
def whole_reports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library of two sample reports of a dozen pages each."""
    opened = Library.open(tmp_path_factory.mktemp("store") / "t.tubaocao")
    for number, year in enumerate(YEARS):
        path = Path(resources.path(f"samples/bao-cao-mau-quang-nam-{year}.docx"))
        content = content_of(reader_for(path).read(path), path.name)
        source = Source(path.name, f"/{path.name}", str(number) * 64, "docx", 10)
        with opened.writing() as connection:
            writer.add_report(connection, content, source, "2026-11-24T10:00:00Z", digest.digest(content))
    yield opened
    opened.close()


@pytest.fixture
def view(qtbot: QtBot, whole_reports: Library) -> CompareView:
    made = CompareView(whole_reports, Settings(), Themes())
    qtbot.addWidget(made)
    made.resize(1366, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.compare(1, 2)
    qtbot.waitUntil(lambda: made.comparison() is not None, timeout=20_000)
    return made


def first_ink(image: QImage, area: QRectF) -> int | None:
    """Return the first row of pixels of an area that holds letters, None where all is ground."""
    grey = image.copy(area.toAlignedRect()).convertToFormat(QImage.Format.Format_Grayscale8)
    dots = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    dots = dots[:, : grey.width()].astype(int)
    rows = np.nonzero((np.abs(dots - dots[1, 1]) > INK).any(axis=1))[0]
    return int(area.top()) + int(rows[0]) if rows.size else None


def test_headings_of_both_years_stand_on_one_line_wherever_one_scrolls(qtbot: QtBot, view: CompareView) -> None:
    bar, dice = view.paper.verticalScrollBar(), random.Random(20221124)
    line = QFontMetrics(view.paper._reading).height()
    seen: set[int] = set()
    for _look in range(LOOKS):
        bar.setValue(dice.randint(0, bar.maximum()))
        image = view.paper.viewport().grab().toImage()
        height = view.paper.viewport().height()
        for row in range(view.paper.top_row() + 1, len(view.paper.rows())):
            top = view.paper._tops[row] - bar.value()
            bottom = view.paper._tops[row + 1] - bar.value()
            if bottom > height:
                break
            item = view.paper.rows()[row]
            if item.line.of != "section" or not (item.line.text(True) and item.line.text(False)):
                continue
            tops = [
                first_ink(image, QRectF(column.left(), top, column.width(), bottom - top))
                for column in view.paper._columns()
            ]
            assert None not in tops, item.line.text(False)
            assert abs((tops[0] or 0) - (tops[1] or 0)) <= line, (item.line.text(True), item.line.text(False), tops)
            seen.add(row)
    pairs = [row for row in view.paper.rows() if row.line.of == "section" and row.line.left and row.line.right]
    assert len(seen) > len(pairs) / 2


def test_every_paired_heading_is_one_row_of_the_sheet(view: CompareView) -> None:
    comparison = view.comparison()
    assert comparison is not None
    rows = {row.line.id: row for row in view.paper.rows() if row.line.of == "section"}
    for pair in comparison.sections:
        if pair.titled and pair.left is not None and pair.right is not None:
            assert rows[pair.id].together
            assert rows[pair.id].line.text(True)
            assert rows[pair.id].line.text(False)


def test_tables_of_the_years_stand_side_by_side_and_open_at_their_source(qtbot: QtBot, view: CompareView) -> None:
    view.bar.manner.setCurrentIndex(3)
    view.bar.manner.activated.emit(3)
    qtbot.waitUntil(view.tables.isVisible, timeout=20_000)
    model, found = view.tables.model, view.tables
    assert found.choice.count() == 3
    for number in range(found.choice.count()):
        found.choice.setCurrentIndex(number)
        years = {str(model.headerData(column, Qt.Orientation.Horizontal)).rpartition("\n")[2] for column in range(4)}
        assert years <= {"Report 2021", "Report 2022"}
    rows = [str(model.headerData(row, Qt.Orientation.Vertical)) for row in range(model.rowCount())]
    growth = next(row for row, label in enumerate(rows) if label.startswith("Tốc độ tăng trưởng GRDP"))
    texts = [str(model.index(growth, column).data()) for column in range(model.columnCount())]
    assert {"5,04", "11,2"} <= set(texts)
    heads = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(model.columnCount())]
    own = next(at for at, text in enumerate(texts) if text == "5,04" and heads[at].endswith("\nReport 2021"))
    found.table.setCurrentIndex(model.index(growth, own))
    with qtbot.waitSignal(view.destination_requested) as opened:
        qtbot.keyClick(found.table, Qt.Key.Key_Return)
    assert opened.args[0].report_id == 1
    assert opened.args[0].place.table_id is not None
