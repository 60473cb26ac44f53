"""The guide's window: its contents, its search, its way back, and what its text may open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.guide.window import GuideWindow
from desktop.helping import told
from desktop.languages import Languages
from desktop.themes import Themes

IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def guide(qtbot) -> Iterator[GuideWindow]:
    Languages().use("vi")
    window = GuideWindow(told, Themes())
    qtbot.addWidget(window)
    window.open("start")
    window.show()
    yield window
    window.close()


def test_the_contents_lead_to_the_pages(guide):
    part = guide.contents.topLevelItem(1)
    guide.contents.setCurrentItem(part.child(0))
    assert guide.address == "reading"
    assert guide.text.toPlainText().startswith("Đọc báo cáo")
    assert "Đọc báo cáo" in guide.windowTitle()


def test_a_link_is_followed_and_the_way_back_is_kept(guide):
    guide.text.anchorClicked.emit(QUrl("codes#import"))
    assert guide.address == "codes#import"
    guide.text.anchorClicked.emit(QUrl("#tbc-115"))
    assert guide.address == "codes#tbc-115"
    QTest.keyClick(guide, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(guide, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert guide.address == "start"
    QTest.keyClick(guide, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert guide.address == "codes#import"


@pytest.mark.parametrize("address", ["https://example.org/", "file:///etc/passwd", "nowhere", "", "../codes"])
def test_an_address_outside_the_guide_is_passed_over(guide, address):
    guide.text.anchorClicked.emit(QUrl(address))
    assert guide.address == "start"


def test_a_search_shows_what_it_finds_and_esc_brings_the_contents_back(guide, qtbot):
    QTest.keyClicks(guide.field, "sao luu")
    assert guide.hits.isVisible()
    assert guide.hits.count() > 1
    QTest.keyClick(guide.field, Qt.Key.Key_Return)
    assert guide.address.startswith("backup")
    assert guide.text.extraSelections()
    QTest.keyClick(guide, Qt.Key.Key_Escape)
    assert guide.contents.isVisible()
    QTest.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_a_search_for_nothing_there_says_so(guide):
    guide.field.setText("xyzzy")
    assert guide.hits.count() == 1
    assert "xyzzy" in guide.hits.item(0).text()


def test_another_language_shows_the_same_place_in_it(guide):
    guide.open("codes#import")
    Languages().use("en")
    QApplication.processEvents()
    assert guide.address == "codes#import"
    assert guide.text.toPlainText().startswith("When something is refused")
    assert guide.field.accessibleName() == "Find in the guide"


def test_a_page_stays_where_it_is_when_it_is_fitted_to_another_width(guide, qtbot):
    guide.open("codes")
    bar = guide.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    guide.text._fit()
    assert abs(bar.value() - bar.maximum() // 2) <= 2


def test_only_pictures_of_the_guide_are_shown(guide):
    assert guide.text.loadResource(IMAGE, QUrl("shelf")).width() > 300
    for name in (
        "/etc/passwd",
        "../../themes/light",
        "file:///tmp/a.png",
        "https://example.org/a.png",
        "vi-light-shelf",
    ):
        found = guide.text.loadResource(IMAGE, QUrl(name))
        assert isinstance(found, QImage)
        assert found.isNull()
    assert guide.text.loadResource(QTextDocument.ResourceType.HtmlResource.value, QUrl("shelf")).isEmpty()


def test_a_dark_theme_has_dark_pictures(guide):
    light = guide.text.loadResource(IMAGE, QUrl("shelf")).pixelColor(3, 3).lightness()
    themes = guide._themes
    themes.use("dark")
    dark = guide.text.loadResource(IMAGE, QUrl("shelf")).pixelColor(3, 3).lightness()
    themes.use("light")
    assert dark < 80 < light
