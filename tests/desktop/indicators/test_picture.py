"""Charts as pictures: real text in the SVG, one page in the PDF, 300 dots per inch in the PNG."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from desktop.indicators.picture import HEIGHT, WIDTH, Caption, Picture, bytes_of, image_of, save

CAPTION = Caption("Thu ngân sách nhà nước", "tỷ đồng", "● số báo cáo", "Nguồn: báo cáo 2020–2024 · 24/11/2026")


@pytest.fixture
def picture(straight) -> Picture:
    return Picture((straight("Thu nội địa", 18250, range(2020, 2025), 900),), "line", CAPTION)


def test_the_svg_holds_words_not_outlines(picture, qapp):
    root = ET.fromstring(bytes_of(picture, ".svg", qapp.font().family()))
    texts = " ".join("".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text"))
    for words in ("Thu ngân sách nhà nước", "tỷ đồng", "Nguồn: báo cáo 2020–2024 · 24/11/2026", "18.250", "2024"):
        assert words in texts
    assert not list(root.iter("{http://www.w3.org/2000/svg}image"))
    assert root.get("viewBox") == f"0 0 {WIDTH} {HEIGHT}"


def test_signs_are_paths(picture, qapp):
    svg = bytes_of(picture, ".svg", qapp.font().family()).decode()
    assert svg.count("<path") + svg.count("<circle") + svg.count("<ellipse") >= 5


def test_the_png_has_three_hundred_dots_per_inch(picture, qapp):
    image = QImage.fromData(bytes_of(picture, ".png", qapp.font().family()))
    assert (image.width(), image.height()) == (WIDTH * 300 // 96, HEIGHT * 300 // 96)
    assert round(image.dotsPerMeterX() * 0.0254) == 300


def test_the_pdf_is_one_page_with_its_words(picture, qapp):
    pdf = bytes_of(picture, ".pdf", qapp.font().family())
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") + pdf.count(b"/Type/Page\n") <= 1
    assert b"/Subtype /Image" not in pdf


def test_pictures_are_light_whatever_the_theme(picture, qapp):
    image = image_of(picture, qapp.font().family(), 96)
    assert image.pixelColor(2, 2).name() == "#ffffff"


def test_a_folder_that_is_gone_is_told(picture, qapp, tmp_path: Path):
    assert save(picture, tmp_path / "a.svg", qapp.font().family()) is None
    assert (tmp_path / "a.svg").stat().st_size > 2000
    assert save(picture, tmp_path / "gone" / "a.svg", qapp.font().family()) is not None
