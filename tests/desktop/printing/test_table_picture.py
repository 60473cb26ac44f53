"""Tables as pictures: every word of the table, at the size of print, the chart with it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage

from db.export.exporters import export_all
from db.export.options import ExportOptions
from db.export.tables import report_tables
from desktop.printing.table_picture import DPI, EDGE, TALLEST, WIDTHS, TablePicture


def written(tables, file):
    for _ in export_all(tables, file, ExportOptions(language="vi"), (TablePicture(file.suffix, "Noto Serif"),)):
        pass
    return file


def words_of(file) -> str:
    return " ".join(" ".join(ET.parse(file).getroot().itertext()).split())


@pytest.fixture
def tables(report, content):
    return report_tables(report, content)


def test_a_drawing_holds_every_word_of_the_cells(tables, tmp_path, qapp):
    drawn = words_of(written(tables, tmp_path / "a.svg"))
    for table in tables:
        for cell in (cell for row in (*table.head, *table.rows) for cell in row if cell.text.strip()):
            assert all(word in drawn for word in cell.text.split())
        assert all(word in drawn for word in table.caption.split())


def test_a_picture_is_as_wide_as_the_text_of_a_page(tables, tmp_path, qapp):
    image = QImage(str(written(tables, tmp_path / "a.png")))
    assert image.width() == pytest.approx((WIDTHS[0] + 2 * EDGE) / 25.4 * DPI, abs=2)
    assert round(image.dotsPerMeterX() * 0.0254) == DPI
    assert image.pixelColor(1, 1) == QColor("white")
    shades = {image.pixelColor(x, y).lightness() for x in range(0, image.width(), 7) for y in range(0, 600, 7)}
    assert min(shades) < 60


def test_a_picture_of_many_rows_is_no_taller_than_programs_open(tables, tmp_path, qapp):
    long = replace(tables[0], rows=tables[0].rows * 600, links=())
    image = QImage(str(written([long], tmp_path / "a.png")))
    assert 0 < image.height() <= TALLEST


def test_a_place_that_cannot_be_written_is_an_error(tables, tmp_path, qapp):
    for suffix in (".svg", ".png"):
        work = TablePicture(suffix, "Noto Serif").write(tables, tmp_path / "gone" / f"a{suffix}", ExportOptions())
        with pytest.raises(OSError, match="a" + suffix):
            list(work)
