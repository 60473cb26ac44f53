"""Pages that rooms make of HTML, on paper: nothing is lost, nothing is cut, the same page everywhere."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.printing.drawing import Printout, draw_page, write_pdf
from desktop.printing.html_flow import HtmlSubject
from desktop.printing.paper import DECREE_30, DECREE_30_WIDE
from desktop.printing.subject import PrintChoices
from desktop.themes import Themes
from desktop.widgets.safe_document import CHART, PaperPage

SENTENCES = [f"Đoạn số {number}: thu nội địa đạt {number},5 tỷ đồng." for number in range(120)]
LONG = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
MANNERS = {
    "paragraphs": LONG,
    "one paragraph": f"<p>{' '.join(SENTENCES)}</p>",
    "a table": "<table>" + "".join(f"<tr><td>{one}</td><td>x</td></tr>" for one in SENTENCES) + "</table>",
}
WIDE = 623
"""96ths of an inch that the decree's least margins leave."""


def laid_out(page: PaperPage, **choices: object) -> Printout:
    work = HtmlSubject(page).printout(PrintChoices(**choices), "Noto Serif", None)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def texts(printout: Printout, file) -> list[str]:
    for _page in write_pdf(printout, file):
        pass
    document = pypdfium2.PdfDocument(file)
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return found


@pytest.mark.parametrize("manner", MANNERS)
def test_every_word_is_printed_once_in_its_order(tmp_path, qapp, manner):
    pages = texts(laid_out(PaperPage("So sánh", lambda: MANNERS[manner])), tmp_path / "a.pdf")
    assert len(pages) > 1
    whole = " ".join(" ".join(pages).split())
    places = [whole.find(f"Đoạn số {number}:") for number in range(120)]
    assert places == sorted(places)
    assert min(places) >= 0
    assert all(whole.count(f"Đoạn số {number}:") == 1 for number in range(120))


def test_pages_have_their_number_and_the_line_at_the_foot(tmp_path, qapp):
    first, second, *_rest = texts(laid_out(PaperPage("x", lambda: LONG)), tmp_path / "a.pdf")
    assert "Tủ Báo Cáo" in first
    assert "2" in second.split()
    bare = texts(laid_out(PaperPage("x", lambda: "<p>một</p>"), footer=False), tmp_path / "b.pdf")
    assert [text.strip() for text in bare] == ["một"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_change_is_told_without_colour(theme, qapp):
    """In black and white a struck word has a line through it: more dark dots than the same word without."""

    def dark(html: str) -> int:
        printout = laid_out(PaperPage("x", lambda: html), footer=False)
        image = QImage(1000, 1400, QImage.Format.Format_Grayscale8)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.scale(0.16, 0.16)
        draw_page(painter, printout, 0)
        painter.end()
        return sum(value < 128 for value in bytes(image.constBits()))

    Themes().use(theme)
    plain = dark('<p style="font-size:40pt">hhhhhh</p>')
    assert dark('<p style="font-size:40pt"><s>hhhhhh</s></p>') > plain * 1.05
    assert dark('<p style="font-size:40pt"><u>hhhhhh</u></p>') > plain * 1.05
    assert plain > 100
    Themes().use("light")


@pytest.mark.parametrize(("paper", "sheet"), [("decree", DECREE_30), ("wide", DECREE_30_WIDE)])
def test_a_chart_is_never_cut(tmp_path, qapp, paper, sheet):
    """Where the margins leave too little, the whole page is drawn smaller; the right edge of the chart stays."""
    chart = QImage(WIDE, 80, QImage.Format.Format_RGB32)
    chart.fill(QColor("white"))
    for row in range(80):
        for col in range(WIDE - 8, WIDE):
            chart.setPixelColor(col, row, QColor("red"))
    html = f'<p><img src="{CHART}" width="{WIDE}" height="80"></p><p>chữ</p>'
    printout = laid_out(PaperPage("x", lambda: html, chart), paper=paper)
    (page,) = printout.pages
    (_y, band), *_more = page.bands
    (leaf,) = band.marks
    assert leaf.width >= WIDE
    assert leaf.width * leaf.scale == pytest.approx(sheet.room[0])
    width, height = (round(side / 10) for side in sheet.size)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(0.1, 0.1)
    draw_page(painter, printout, 0)
    painter.end()
    across = [QColor(image.pixel(x, y)) for y in range(0, height // 2, 2) for x in range(width)]
    red = [at % width for at, colour in enumerate(across) if colour.red() > 200 and colour.blue() < 100]
    assert red
    assert max(red) <= round((sheet.left * 720 / 25.4 + sheet.room[0]) / 10) + 1
