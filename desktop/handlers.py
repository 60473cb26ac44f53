"""What the commands of the window do, as far as it concerns one part each; the window adds the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.desk import Desk
from desktop.docks import Dock, Docks
from desktop.session import Session
from desktop.settings import LANGUAGE, LIVE_NUMBERS, THEME, ZOOM, Settings
from desktop.status import LARGEST, SMALLEST, STEP
from desktop.tabs import Tabs

if TYPE_CHECKING:
    from desktop.contents.panel import ContentsPanel
    from desktop.finder import Finder
    from desktop.reading.pane import ReadingPane

Handlers = dict[str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a window that commands reach."""

    tabs: Tabs
    desk: Desk
    docks: Docks
    contents: ContentsPanel
    finder: Finder
    session: Session
    settings: Settings


def part_handlers(parts: Parts) -> Handlers:
    """Return the handlers of all commands that one part answers to alone."""
    return {**tab_handlers(parts), **dock_handlers(parts), **choice_handlers(parts), **reading_handlers(parts)}


def zoom_to(settings: Settings, percent: int) -> None:
    """Set the size of the text, within its bounds."""
    settings.put(ZOOM, min(max(percent, SMALLEST), LARGEST))


def tab_handlers(parts: Parts) -> Handlers:
    """Return what concerns the tabs of the centre."""
    tabs = parts.tabs
    return {
        "shelf": lambda: tabs.bring("shelf"),
        "indicators": lambda: tabs.bring("indicators"),
        "close-tab": lambda: tabs.close_key(tabs.current_key()),
        "next-tab": tabs.walk,
        "tab-right": lambda: tabs.step(1),
        "tab-left": lambda: tabs.step(-1),
    }


def dock_handlers(parts: Parts) -> Handlers:
    """Return what shows and hides the docks."""
    docks = parts.docks

    def toggle(dock: Dock) -> Callable[[], object]:
        return lambda: docks.want(dock, not dock.wanted)

    return {
        "contents": toggle(docks.contents),
        "notes": toggle(docks.notes),
        "search-panel": toggle(docks.search),
        "imports": toggle(docks.imports),
        "sources": toggle(docks.sources),
        "annotations": toggle(docks.annotations),
        "reset-layout": docks.reset,
    }


def choice_handlers(parts: Parts) -> Handlers:
    """Return what puts a setting."""
    settings = parts.settings

    def put_theme(name: str) -> Callable[[], object]:
        return lambda: settings.put(THEME, name)

    def put_language(code: str) -> Callable[[], object]:
        return lambda: settings.put(LANGUAGE, code)

    return {
        **{f"theme-{name}": put_theme(name) for name in ("system", "light", "sepia", "dark", "contrast")},
        **{f"language-{code}": put_language(code) for code in ("vi", "en")},
        "live-numbers": lambda: settings.put(LIVE_NUMBERS, not settings.get(LIVE_NUMBERS)),
        "zoom-in": lambda: zoom_to(settings, settings.get(ZOOM) + STEP),
        "zoom-out": lambda: zoom_to(settings, settings.get(ZOOM) - STEP),
        "zoom-reset": lambda: zoom_to(settings, 100),
    }


def reading_handlers(parts: Parts) -> Handlers:
    """Return what concerns the report in front."""

    def on_pane(run: Callable[[ReadingPane], object]) -> Callable[[], object]:
        def handler() -> None:
            opened = parts.desk.current()
            if opened is not None:
                run(opened.pane)

        return handler

    def expand(level: int) -> Callable[[], object]:
        return lambda: parts.contents.expand_to(level)

    return {
        **{f"level-{level}": expand(level) for level in (1, 2, 3, 4)},
        "back": parts.session.back,
        "forward": parts.session.forward,
        "go-to": parts.finder.places,
        "go-to-here": parts.finder.places,
        "next-note": on_pane(lambda pane: pane.next_note()),
        "previous-note": on_pane(lambda pane: pane.previous_note()),
        "next-number": on_pane(lambda pane: pane.next_number()),
        "previous-number": on_pane(lambda pane: pane.previous_number()),
        "find": on_pane(lambda pane: pane.open_find()),
        "find-next": on_pane(lambda pane: pane.find_next()),
        "find-previous": on_pane(lambda pane: pane.find_previous()),
    }
