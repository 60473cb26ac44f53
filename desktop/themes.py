"""Themes: colours by what they are for, read from resources/themes; the palette and the style sheet made of them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

import resources
from desktop.stylesheet import drawing_file, filled

NAMES = ("light", "sepia", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as "#RRGGBB", each named after its use; the comments stand in light.toml."""

    name: str
    vi: str
    en: str
    dark: bool
    ground: str
    surface: str
    paper: str
    ink: str
    ink_soft: str
    line: str
    line_strong: str
    accent: str
    accent_soft: str
    on_accent: str
    mark: str
    mark_soft: str
    live: str
    hit: str
    hit_now: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    good: str
    good_soft: str
    focus: str
    added: str
    added_soft: str
    removed: str
    removed_soft: str
    moved: str
    number: str
    number_soft: str
    series: tuple[str, ...]
    pens: tuple[str, ...]


def load(name: str) -> Theme:
    """Return the theme `name` (one of NAMES)."""
    values = tomllib.loads(resources.text(f"themes/{name}.toml"))
    return Theme(name=name, **(values | {many: tuple(values[many]) for many in ("series", "pens")}))


class Themes(QObject):
    """The theme in force. Rooms that paint by themselves listen to `changed`; the rest follow the palette."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current = load("light")
        self.choice = "light"
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: self.use(self.choice) if self.choice == "system" else None)

    def use(self, choice: str) -> None:
        """Put a theme in force: one of NAMES, or "system" for what the desktop is set to."""
        self.choice = choice
        name = choice
        if choice == "system":
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            name = "dark" if dark else "light"
        self.current = load(name)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(palette(self.current))
            app.setStyleSheet(style_sheet(self.current, app.font().pointSizeF()))
        self.changed.emit()


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme."""
    made = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, theme.ground),
        (role.WindowText, theme.ink),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.ground),
        (role.Text, theme.ink),
        (role.Button, theme.ground),
        (role.ButtonText, theme.ink),
        (role.BrightText, theme.danger),
        (role.ToolTipBase, theme.surface),
        (role.ToolTipText, theme.ink),
        (role.PlaceholderText, theme.ink_soft),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Mid, theme.line),
        (role.Dark, theme.line_strong),
        (role.Accent, theme.accent),
    ):
        made.setColor(name, QColor(colour))
    faint = QColor(theme.ink_soft)
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, faint)
    return made


def style_sheet(theme: Theme, points: float = 10.0) -> str:
    """Return the style sheet of a theme for an interface font of `points`."""
    return filled(theme, points, drawing_file)
