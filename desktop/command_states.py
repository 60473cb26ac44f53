"""Tells the commands of a window which of them can be done now, and which are on."""

from __future__ import annotations

from collections.abc import Collection

from desktop.commands import Commands
from desktop.session import Session
from desktop.settings import LANGUAGE, LIVE_NUMBERS, THEME, Settings
from desktop.tabs import Tabs

DOCK_COMMANDS = {
    "search-panel": "search",
    "contents": "contents",
    "notes": "notes",
    "sources": "sources",
    "annotations": "annotations",
    "imports": "imports",
}
"""The commands that show a dock, and the dock's name."""


def show_choices(commands: Commands, settings: Settings, hidden: Collection[str]) -> None:
    """Check what is chosen; `hidden` are the names of the docks that are not wanted."""
    for command, dock in DOCK_COMMANDS.items():
        commands.check(command, dock not in hidden)
    commands.check("live-numbers", settings.get(LIVE_NUMBERS))
    commands.check(f"theme-{settings.get(THEME)}", True)
    commands.check(f"language-{settings.get(LANGUAGE)}", True)


def allow(commands: Commands, tabs: Tabs, session: Session, *, report: bool, writable: bool) -> None:
    """Allow what can be done: `report` says whether one is in front, `writable` whether the library may be changed."""
    key = tabs.current_key()
    states = {
        key: True,
        "report": report,
        "writable": writable,
        "closable": tabs.closable(key),
        "closed": tabs.can_reopen,
        "back": session.can_go_back,
        "forward": session.can_go_forward,
    }
    commands.allow(frozenset(name for name, holds in states.items() if holds))
