"""The style sheet of a theme: resources/themes/style.qss with colours, sizes and drawings in its {holes}."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QTemporaryDir
from PySide6.QtGui import QColor

import resources

_HOLE = re.compile(r"\{(drawing:)?([a-z_-]+)(?: ([a-z_]+))?\}")
_RANKS = {"title_size": 1.6, "lead_size": 1.2, "small_size": 0.88}
_ICON = 1.6
"""Pixels of an icon in a button for each point of the letters beside it."""


class Colours(Protocol):
    """What is needed of a theme here."""

    @property
    def surface(self) -> str: ...
    @property
    def ink(self) -> str: ...
    @property
    def ink_soft(self) -> str: ...
    @property
    def accent(self) -> str: ...
    @property
    def accent_soft(self) -> str: ...


def mixed(first: str, second: str, share: float) -> str:
    """Return the colour between two, with `share` (0 to 1) of the second."""
    one, two = QColor(first), QColor(second)
    red = one.redF() + (two.redF() - one.redF()) * share
    green = one.greenF() + (two.greenF() - one.greenF()) * share
    blue = one.blueF() + (two.blueF() - one.blueF()) * share
    return QColor.fromRgbF(red, green, blue).name().upper()


def derived(theme: Colours) -> dict[str, str]:
    """Return the colours that follow from a theme's own: rows under the pointer, pressed accent, disabled words."""
    return {
        "hover": mixed(theme.surface, theme.accent_soft, 0.5),
        "accent_strong": mixed(theme.accent, theme.ink, 0.25),
        "ink_faint": mixed(theme.ink_soft, theme.surface, 0.4),
    }


def filled(theme: Colours, points: float, draw: Callable[[str, str], str]) -> str:
    """Return the style sheet for an interface font of `points`; `draw(icon, colour)` gives a file's path."""

    def value(found: re.Match[str]) -> str:
        drawing, name, colour = found.groups()
        if drawing:
            return draw(name, colours.get(colour) or str(getattr(theme, colour)))
        if name == "icon_size":
            return f"{round(points * _ICON)}px"
        if name in _RANKS:
            return f"{points * _RANKS[name]:.1f}pt"
        return colours.get(name) or str(getattr(theme, name))

    colours = derived(theme)
    return _HOLE.sub(value, resources.text("themes/style.qss"))


@lru_cache(maxsize=1)
def _folder() -> QTemporaryDir:
    return QTemporaryDir()  # gone when the program ends


@lru_cache(maxsize=256)
def drawing_file(name: str, colour: str) -> str:
    """Return the path of an icon in one colour, written for this run: a style sheet can only name files."""
    path = Path(_folder().path()) / f"{name}-{colour.lstrip('#')}.svg"
    path.write_text(resources.text(f"icons/{name}.svg").replace("currentColor", colour), encoding="utf-8")
    return path.as_posix()
