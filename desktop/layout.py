"""Saving and restoring where everything stood; what cannot be restored falls back to the default layout."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.settings import DOCKS, GEOMETRY, LAST_TAB, TABS, TREES, Settings

VERSION = 2
"""Raised whenever docks or bars are added or renamed: a state of another version is not applied."""
GRIP = 60
"""So many pixels of a window must lie on a screen, so that it can be taken hold of."""


def save_window(window: QMainWindow, settings: Settings) -> None:
    """Remember geometry, docks and bars."""
    settings.put(GEOMETRY, window.saveGeometry())
    settings.put(DOCKS, window.saveState(VERSION))


def restore_size(window: QMainWindow, settings: Settings) -> None:
    """Put the window where it was, at the size it had."""
    if not window.restoreGeometry(settings.get(GEOMETRY)):
        _default_size(window)
    move_on_screen(window)


def restore_docks(window: QMainWindow, settings: Settings, default: Callable[[], None]) -> None:
    """Put docks and bars where they were; `default` lays them out where nothing usable is remembered."""
    if not window.restoreState(settings.get(DOCKS), VERSION):
        default()
    for dock in window.findChildren(QWidget):
        if dock.isWindow() and dock.isVisible():
            move_on_screen(dock)


def move_on_screen(window: QWidget) -> None:
    """Bring a window back whose screen is gone or has become smaller."""
    frame = window.frameGeometry()
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if not any(_is_in_reach(frame, screen) for screen in screens) and screens:
        home = screens[0]
        size = window.size().boundedTo(home.size())
        window.resize(size)
        window.move(home.center() - QRect(0, 0, size.width(), size.height()).center())


def _is_in_reach(frame: QRect, screen: QRect) -> bool:
    title = QRect(frame.left(), frame.top(), frame.width(), GRIP)
    seen = title.intersected(screen)
    return seen.width() >= GRIP and seen.height() >= GRIP // 3


def _default_size(window: QMainWindow) -> None:
    unit = QFontMetrics(window.font()).height()
    available = QGuiApplication.primaryScreen().availableGeometry()
    size = available.size() * 0.92
    window.resize(size.boundedTo(window.size().expandedTo(size)))
    window.resize(min(window.width(), unit * 110), min(window.height(), unit * 70))
    window.move(available.center() - window.rect().center())


def save_tabs(settings: Settings, store: str, slugs: list[str], current: int) -> None:
    """Remember which reports are open in a library, in the order of the tabs, and which tab is in front."""
    settings.put(TABS, json.dumps({"store": store, "reports": slugs}))
    settings.put(LAST_TAB, current)


def saved_tabs(settings: Settings, store: str) -> tuple[list[str], int]:
    """Return the reports that were open in a library and the number of the tab in front; ([], 0) where unknown."""
    remembered = _parsed(settings.get(TABS))
    slugs = remembered.get("reports")
    if remembered.get("store") != store or not isinstance(slugs, list):
        return [], 0
    return [slug for slug in slugs if isinstance(slug, str)], settings.get(LAST_TAB)


def save_tree(settings: Settings, slug: str, state: Mapping[str, object]) -> None:
    """Remember how far a report's contents were expanded; the 200 reports used last are kept."""
    trees = _parsed(settings.get(TREES))
    trees.pop(slug, None)
    trees[slug] = dict(state)
    settings.put(TREES, json.dumps(dict(list(trees.items())[-200:])))


def saved_tree(settings: Settings, slug: str) -> dict[str, list[int]]:
    """Return how a report's contents were expanded; {} where unknown, what is no list of numbers left out."""
    state = _parsed(settings.get(TREES)).get(slug)
    if not isinstance(state, dict):
        return {}
    return {name: ids for name, ids in state.items() if isinstance(ids, list) and all(type(one) is int for one in ids)}


def _parsed(text: str) -> dict[str, object]:
    """Return a remembered JSON object; {} for anything else."""
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
