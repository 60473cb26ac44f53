"""What leaves the library, through the window: basket, table menu, links there and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from zipfile import ZipFile

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from db import queries
from db.digest import digest
from db.indicators.catalogue import load
from db.library import Library
from db.model import Content, Figure, Place, Source
from db.writer import add_report
from desktop.indicators.picture import DPI, FINE, WIDTH
from desktop.languages import Languages
from desktop.main_window import MainWindow, Shared
from desktop.memory import Memory
from desktop.printing.setting import Glyphs, Image
from desktop.reading.page_menu import PageMenu, Under
from desktop.session import Destination
from desktop.settings import BASKET, Settings
from desktop.themes import Themes


@pytest.fixture
def library(tmp_path, content: Content) -> Iterator[Library]:
    opened = Library.open(tmp_path / "tu.tubaocao")
    with opened.writing() as conn:
        add_report(
            conn, content, Source("m.docx", "m.docx", "a" * 64, "docx", 1), "2024-01-01T00:00:00Z", digest(content)
        )
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot, library) -> MainWindow:
    made = MainWindow(library, Memory(library, None), Shared(Settings(), Themes(), Languages()))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_table_of_the_page_goes_where_its_menu_says(window, qtbot):
    window.open_report(1)
    opened = window.desk.current()
    table = opened.content.tables[0]
    menu = PageMenu(opened.pane.view, None, Themes().current, Under(Place(table_id=table.id, row=2, col=1)))
    menu.table_asked.connect(opened.pane.table_requested)
    actions = {action.objectName(): action for action in menu.actions()}
    actions["table-basket"].trigger()
    assert [item.kind for item in window.outgoing.basket.items()] == ["table"]
    assert window.commands["export"].iconText().strip() == "Export (1)"
    assert '"table"' in window._settings.get(BASKET)
    actions["table-copy"].trigger()
    assert "23.951" in QGuiApplication.clipboard().text()
    actions["table-open"].trigger()
    assert window.tabs.current_key() == "tables"
    view = window.outgoing.view()
    qtbot.waitUntil(lambda: not view.busy and view.item() is not None, timeout=5000)


def test_ctrl_b_without_a_table_says_so(window):
    window.commands["basket-add"].trigger()
    assert window.notices.notices()[0].level == "info"
    assert window.outgoing.basket.items() == ()


def test_a_link_leads_back_to_the_words_it_was_copied_from(window):
    window.open_report(1)
    opened = window.desk.current()
    block = next(block for block in opened.content.blocks if "112,5" in block.text)
    opened.pane.link_requested.emit(Place(block_id=block.id), 5, 20)
    link = QGuiApplication.clipboard().text()
    assert link.startswith("tubaocao://")
    visited: list[Destination] = []
    window.session.destination_changed.connect(visited.append)
    window.tabs.bring("shelf")
    assert window.outgoing.open_link(link)
    assert (visited[-1].place, visited[-1].start, visited[-1].end) == (Place(block_id=block.id), 5, 20)
    assert window.tabs.current_key() == "report/1"


@pytest.mark.parametrize("link", ["http://x.vn", "tubaocao://bao-cao-khac/block/3", "", "tubaocao://x/../y"])
def test_a_link_that_leads_nowhere_says_why(window, link):
    assert not window.outgoing.open_link(link)
    assert window.notices.notices()[0].level == "warning"


def test_a_place_that_is_gone_opens_the_report(window, library):
    slug = queries.reports(library.reader())[0].slug
    assert window.outgoing.open_link(f"tubaocao://{slug}/block/9999")
    assert window.tabs.current_key() == "report/1"
    assert window.notices.notices()[0].level == "warning"


def test_print_asks_for_something_to_print(window, qtbot):
    window.commands["print"].trigger()
    assert window.outgoing.print_dialog is None
    window.open_report(1)
    window.commands["print"].trigger()
    dialog = window.outgoing.print_dialog
    qtbot.waitUntil(lambda: not dialog.busy, timeout=5000)
    assert len(dialog.printout().pages) >= 1
    window.outgoing.close()


def test_a_comparison_and_its_brief_are_printed_like_everything_else(window, qtbot, library, content, tmp_path):
    older = replace(content, data=replace(content.data, year=content.data.year - 1, period=""))
    with library.writing() as conn:
        add_report(conn, older, Source("c.docx", "", "c" * 64, "docx", 1), "2024-01-01T00:00:00Z", digest(older))
    window.comparing.compare(2, 1)
    view = window.comparing.view()
    qtbot.waitUntil(lambda: view.comparison() is not None, timeout=10000)
    window.commands["print"].trigger()
    dialog = window.outgoing.print_dialog
    qtbot.waitUntil(lambda: not dialog.busy, timeout=10000)
    assert dialog.printout().title.startswith("Comparison ")
    assert dialog.letters.isHidden()
    dialog.write_pdf(tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: (tmp_path / "a.pdf").exists() and not dialog.busy, timeout=10000)
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    assert "23.951" in "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    view.bar.export.open_brief()
    brief = view.bar.export.brief
    qtbot.mouseClick(brief.print_it, Qt.MouseButton.LeftButton)
    dialog = window.outgoing.print_dialog
    qtbot.waitUntil(lambda: not dialog.busy, timeout=10000)
    assert len(dialog.printout().pages) == 1
    assert dialog.parent() is brief
    window.outgoing.close()
    brief.close()


def test_ctrl_e_exports_the_basket(window, qtbot):
    window.open_report(1)
    opened = window.desk.current()
    window.outgoing.add_table(opened.report, replace(opened.content), opened.content.tables[0].id)
    window.commands["export"].trigger()
    dialog = window.outgoing.dialog
    qtbot.waitUntil(lambda: not dialog.busy, timeout=5000)
    assert dialog.export_button.text() == "Export 3 rows"
    assert ".pdf" in {exporter.suffix for exporter in dialog.exporters}
    window.outgoing.close()


@pytest.fixture
def indicators(qtbot, window, library):
    """The view of indicators, with the series of three reports drawn in it."""
    indicator = next(one.id for one in load().indicators if "tỷ đồng" not in one.units and "đồng" in one.units)
    content = queries.content(library.reader(), 1)
    for number, year in enumerate((2020, 2021, 2022), 1):
        figure = Figure(
            1, Place(block_id=content.blocks[1].id), 0, 3, "câu", 1000.0 + year, "tỷ đồng", "Thu ngân sách", indicator
        )
        figure = replace(figure, value_base=figure.value * 1e9, unit_base="đồng", period=str(year))
        figure = replace(figure, period_start=f"{year}-01-01", period_end=f"{year}-12-31")
        one = replace(content, data=replace(content.data, year=year, period=str(year)), figures=(figure,))
        with library.writing() as conn:
            source = Source(f"{year}.docx", "", str(number) * 64, "docx", 1)
            add_report(conn, one, source, "2024-01-01T00:00:00Z", digest(one))
    view = window.indicators
    with qtbot.waitSignal(view.loaded, timeout=5000):
        window.refresh()
        window.tabs.bring("indicators")
    view.draw_together((indicator,))
    return view


def test_series_go_into_the_basket_and_out_with_their_chart(window, indicators, qtbot, tmp_path):
    window.commands["basket-add"].trigger()
    qtbot.mouseClick(indicators.pane.options.basket, Qt.MouseButton.LeftButton)
    (item,) = window.outgoing.basket.items()
    assert (item.kind, item.chart, item.units) == ("series", "line", ("tỷ đồng",))
    window.commands["export"].trigger()
    dialog = window.outgoing.dialog
    qtbot.waitUntil(lambda: not dialog.busy, timeout=5000)
    numbers = [cell.value for cell in dialog.preview.table().rows[0] if cell.unit]
    assert numbers == [Decimal(3020), Decimal(3021), Decimal(3022)]
    dialog.target.setText(str(tmp_path / "a.xlsx"))
    with qtbot.waitSignal(dialog.exported, timeout=10000):
        dialog.start()
    with ZipFile(tmp_path / "a.xlsx") as archive:
        pictures = [name for name in archive.namelist() if name.startswith("xl/media/")]
        assert len(pictures) == 1
        assert QImage.fromData(archive.read(pictures[0])).width() == round(WIDTH * FINE / DPI)


def test_a_chart_stays_at_home_where_it_is_not_wanted(window, indicators, qtbot, tmp_path):
    window.outgoing.export(indicators.item())
    dialog = window.outgoing.dialog
    qtbot.waitUntil(lambda: not dialog.busy, timeout=5000)
    dialog.options.charts.click()
    dialog.target.setText(str(tmp_path / "a.xlsx"))
    with qtbot.waitSignal(dialog.exported, timeout=10000):
        dialog.start()
    with ZipFile(tmp_path / "a.xlsx") as archive:
        assert not [name for name in archive.namelist() if name.startswith("xl/media/")]


def test_a_chart_is_printed_above_the_table_of_the_same_numbers(window, indicators, qtbot, tmp_path):
    window.commands["print"].trigger()
    dialog = window.outgoing.print_dialog
    qtbot.waitUntil(lambda: not dialog.busy, timeout=5000)
    (page,) = dialog.printout().pages
    pictures = [(y, mark) for y, band in page.bands for mark in band.marks if isinstance(mark, Image)]
    ((top, picture),) = pictures
    assert picture.width == pytest.approx(page.paper.room[0])
    dialog.write_pdf(tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: not dialog.busy, timeout=10000)
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    text = document[0].get_textpage().get_text_range()
    assert all(number in text for number in ("3.020", "3.021", "3.022"))
    above = [y for y, band in page.bands if any(isinstance(mark, Glyphs) for mark in band.marks)]
    assert min(above) < top < max(above)
    document.close()
