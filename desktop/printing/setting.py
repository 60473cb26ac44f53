"""Sets words into lines: everything that is printed becomes bands, each as wide as the page, stacked later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QImage, QTextCharFormat, QTextDocument, QTextLayout, QTextOption

from desktop.printing.paper import PER_POINT

SPACING = 1.18
"""Distance of two lines, in heights of a line."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set; lengths in points. `style` holds letters of b and i."""

    size: float = 14
    style: str = ""
    align: str = "justify"
    first: float = 0
    left: float = 0
    right: float = 0
    before: float = 0
    after: float = 6
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text in a style: letters of b, i, u, ^ (raised) and _ (lowered)."""

    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A line of words: line `number` of `layout`, at `x`, `y` of its band."""

    layout: QTextLayout
    number: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline in a band, from (x, y) to (to_x, to_y)."""

    x: float
    y: float
    to_x: float
    to_y: float


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in a band, in a frame of `width` by `height` at `x`, `y`."""

    image: QImage
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Leaf:
    """Page `at` (from 0) of a document of HTML, `width` by `height` of its own units, drawn `scale` times as large."""

    document: QTextDocument
    at: int
    width: float
    height: float
    scale: float


Mark = Glyphs | Rule | Image | Leaf
"""What can stand in a band."""


@dataclass(frozen=True, slots=True)
class Band:
    """What is never cut by the end of a page. `notes` are the notes marked in it.

    `keep` ties it to the next band; `head` are bands repeated above it where it comes first
    on a page and `leads` says that they stand right above it already.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    notes: tuple[int, ...] = ()
    keep: bool = False
    head: tuple[Band, ...] = field(default=(), compare=False)
    leads: bool = False
    new_page: bool = False


def face(family: str, size: float, style: str = "") -> QFont:
    """Return a font of `size` points, measured in units."""
    font = QFont(family)
    font.setPixelSize(max(1, round(size * PER_POINT)))
    font.setBold("b" in style)
    font.setItalic("i" in style)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def set_text(  # noqa: PLR0917 - words, their looks and their room
    text: str,
    look: Look,
    family: str,
    width: float,
    spans: Sequence[Span] = (),
    notes: Sequence[tuple[int, int]] = (),
) -> list[Band]:
    """Return a paragraph as one band per line. `notes` are (offset in `text`, note) pairs."""
    layout = laid_out(text, look, family, spans)
    left, right = look.left * PER_POINT, look.right * PER_POINT
    lines = break_lines(layout, width - left - right, look.first * PER_POINT)
    bands = []
    for number, (start, end, height) in enumerate(lines):
        last = number == len(lines) - 1
        above = look.before * PER_POINT if number == 0 else 0.0
        below = look.after * PER_POINT if last else 0.0
        x = left + (look.first * PER_POINT if number == 0 else 0.0)
        here = tuple(dict.fromkeys(note for at, note in notes if start < at <= end or (at == 0 and start == 0)))
        # Two lines at least stay together at either end of a paragraph.
        widow = number == 0 or number == len(lines) - 2
        keep = (look.keep and last) or (widow and not last)
        bands.append(Band(above + height + below, (Glyphs(layout, number, x, above),), here, keep))
    return bands


def laid_out(text: str, look: Look, family: str, spans: Sequence[Span] = ()) -> QTextLayout:
    """Return the layout of a paragraph, its lines not yet broken."""
    layout = QTextLayout(text.replace("\n", "\u2028"), face(family, look.size, look.style))
    flags = {"center": Qt.AlignmentFlag.AlignHCenter, "right": Qt.AlignmentFlag.AlignRight}
    flags |= {"justify": Qt.AlignmentFlag.AlignJustify}
    option = QTextOption(flags.get(look.align, Qt.AlignmentFlag.AlignLeft))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.setFormats([_format(span) for span in spans if span.start < span.end])
    return layout


def break_lines(layout: QTextLayout, width: float, first: float = 0.0) -> list[tuple[int, int, float]]:
    """Break a layout into lines; return beginning, end and height of each. `first` is taken off the first line."""
    found: list[tuple[int, int, float]] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width - (first if not found else 0.0)))
        line.setPosition(QPointF(0, 0))
        found.append((line.textStart(), line.textStart() + line.textLength(), line.height() * SPACING))
    layout.endLayout()
    return found


def _format(span: Span) -> QTextLayout.FormatRange:
    look: Any = QTextLayout.FormatRange()  # PySide's stubs do not know its fields
    look.start, look.length = span.start, span.end - span.start
    made = QTextCharFormat()
    if "b" in span.style:
        made.setFontWeight(QFont.Weight.Bold)
    if "i" in span.style:
        made.setFontItalic(True)
    if "u" in span.style:
        made.setFontUnderline(True)
    if "^" in span.style:
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    if "_" in span.style:
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    look.format = made
    return look  # type: ignore[no-any-return]
