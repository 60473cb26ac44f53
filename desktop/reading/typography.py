"""How the lines of a page are set: fonts, weights, indents and space, all in parts of the font's size."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextOption

from desktop.reading.page import Line
from desktop.reading.passage import Run
from desktop.themes import Theme

BASE_POINTS = 12.5
LINE_HEIGHT = 1.56  # of the font's size; official papers are set at about 1.5
MEASURE = 80  # letters in a line
SAMPLE = "Tình hình kinh tế của tỉnh tiếp tục phục hồi, tốc độ tăng trưởng đạt khá so với kế hoạch đề ra. "
NOTE = int(QTextCharFormat.Property.UserProperty) + 1
FIGURE = int(QTextCharFormat.Property.UserProperty) + 2


@dataclass(frozen=True, slots=True)
class Setting:
    """How one kind of line is set; `size` in parts of the base size, space in parts of the em."""

    size: float = 1.0
    bold: bool = False
    italic: bool = False
    soft: bool = False
    above: float = 0.0
    below: float = 0.62
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft


_CENTRE = Qt.AlignmentFlag.AlignHCenter
_HEADINGS = (
    Setting(1.2, bold=True, above=1.9, below=0.75),
    Setting(1.1, bold=True, above=1.4, below=0.6),
    Setting(1.0, bold=True, above=1.05, below=0.5),
    Setting(1.0, bold=True, italic=True, above=0.85, below=0.45),
    Setting(1.0, italic=True, above=0.7, below=0.4),
)
_KINDS = {
    "paragraph": Setting(),
    "item": Setting(below=0.5),
    "header": Setting(0.92, below=0.12, align=_CENTRE),
    "title": Setting(1.22, bold=True, above=1.5, below=0.35, align=_CENTRE),
    "subtitle": Setting(1.08, bold=True, below=0.35, align=_CENTRE),
    "rule": Setting(0.9, soft=True, below=0.12, align=_CENTRE),
    "recipients": Setting(0.84, below=0.1),
    "recipients-head": Setting(0.84, bold=True, italic=True, above=2.4, below=0.2),
    "signature": Setting(1.0, bold=True, below=0.15, align=_CENTRE),
    "signer": Setting(1.0, bold=True, above=2.6, below=0.6, align=_CENTRE),
    "caption": Setting(0.95, bold=True, above=1.1, below=0.45),
}
_ALIGNMENTS = {"center": _CENTRE, "right": Qt.AlignmentFlag.AlignRight}


class Typography:
    """The formats of one theme, font family and zoom (percent). `live` underlines the figures."""

    def __init__(self, theme: Theme, family: str, zoom: int = 100, live: bool = True) -> None:
        self.theme = theme
        self.live = live
        self.font = QFont(family)
        self.font.setPointSizeF(BASE_POINTS * zoom / 100)
        self.font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._runs: dict[tuple[str, int, str, bool, bool], QTextCharFormat] = {}
        self._metrics: dict[tuple[float, bool, bool], QFontMetricsF] = {}

    @cached_property
    def em(self) -> float:
        """The size of the font in pixels of the page."""
        return QFontMetricsF(self.font).height() / self._natural_height

    @cached_property
    def column(self) -> int:
        """The width of a line of MEASURE letters, in pixels."""
        return round(QFontMetricsF(self.font).horizontalAdvance(SAMPLE) / len(SAMPLE) * MEASURE)

    @cached_property
    def _natural_height(self) -> float:
        """The font's own line height in parts of its size."""
        large = QFont(self.font)
        large.setPixelSize(1000)
        return QFontMetricsF(large).height() / 1000

    @property
    def line_percent(self) -> float:
        """The line height as Qt wants it: percent of the font's own."""
        return 100 * LINE_HEIGHT / self._natural_height

    def setting(self, line: Line) -> Setting:
        """Return how a line is set."""
        if line.kind == "heading":
            return _HEADINGS[min(max(line.level, 1), len(_HEADINGS)) - 1]
        if line.kind == "recipients" and line.opens:
            return _KINDS["recipients-head"]
        if line.kind == "signature" and line.closes and not line.opens:
            return _KINDS["signer"]
        return _KINDS.get(line.kind, _KINDS["paragraph"])

    def block(self, line: Line, width: float, first: bool = False) -> QTextBlockFormat:
        """Return the paragraph format of a line in a column of `width`; the page's first one has no space above."""
        setting = self.setting(line)
        made = QTextBlockFormat()
        made.setAlignment(self._alignment(line, setting))
        made.setTopMargin(0 if first else setting.above * self.em)
        made.setBottomMargin((1.3 if line.kind == "rule" and line.closes else setting.below) * self.em)
        tight = line.kind in ("heading", "recipients", "signature", "title", "subtitle", "caption", "header", "rule")
        height = 1.38 / LINE_HEIGHT if tight else 1.0
        made.setLineHeight(self.line_percent * height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if line.kind == "item":
            hang = self.advance(line.marker + " ", setting) if line.marker else 0.0
            made.setLeftMargin(self.em * 1.25 * min(line.depth, 6) + hang)
            made.setTextIndent(-hang)
        if line.kind == "heading":
            made.setHeadingLevel(min(line.level, 6))
        if line.kind in ("title", "subtitle"):
            side = self._balance(line.passage.text, setting, width)
            made.setLeftMargin(side)
            made.setRightMargin(side)
        if line.kind == "signature":
            made.setLeftMargin(width * 0.46)
            if line.opens:
                made.setTopMargin(1.2 * self.em)
        return made

    def chars(self, line: Line, run: Run | None = None) -> QTextCharFormat:
        """Return the letter format of a run, or of the line itself."""
        style = run.style if run else ""
        is_mark = bool(run and run.note_id)
        is_live = bool(run and run.figure_id and self.live)
        key = (line.kind + str(line.opens) + str(line.closes), line.level, style, is_mark, is_live)
        known = self._runs.get(key)
        if known is None:
            known = self._runs[key] = self._make(self.setting(line), style, is_mark, is_live)
        return self.marked(known, run) if run and (is_mark or run.figure_id) else known

    def marked(self, base: QTextCharFormat, run: Run) -> QTextCharFormat:
        """Return `base` with the note or figure of a run in it."""
        made = QTextCharFormat(base)
        if run.note_id:
            made.setAnchor(True)
            made.setAnchorHref(f"note:{run.note_id}")
            made.setProperty(NOTE, run.note_id)
        elif run.figure_id:
            made.setProperty(FIGURE, run.figure_id)
        return made

    def cell(self, size: float, bold: bool, run: Run | None = None) -> QTextCharFormat:
        """Return the letter format of a run in a table whose words are `size` of the base."""
        is_mark = bool(run and run.note_id)
        is_live = bool(run and run.figure_id and self.live)
        made = self._make(Setting(size, bold=bold), run.style if run else "", is_mark, is_live)
        return self.marked(made, run) if run and (is_mark or run.figure_id) else made

    def advance(self, text: str, setting: Setting) -> float:
        """Return the width of `text` in pixels."""
        key = (setting.size, setting.bold, setting.italic)
        metrics = self._metrics.get(key)
        if metrics is None:
            metrics = self._metrics[key] = QFontMetricsF(self._sized(setting))
        return metrics.horizontalAdvance(text)

    def _balance(self, text: str, setting: Setting, width: float) -> float:
        """Return the margin on both sides that makes the lines of a title about equally long."""
        whole = self.advance(text, setting)
        lines = ceil(whole / width)
        return max(0.0, (width - whole / lines * 1.12) / 2) if lines > 1 else 0.0

    def _sized(self, setting: Setting) -> QFont:
        font = QFont(self.font)
        font.setPointSizeF(self.font.pointSizeF() * setting.size)
        font.setBold(setting.bold)
        font.setItalic(setting.italic)
        return font

    def _make(self, setting: Setting, style: str, is_mark: bool, is_live: bool) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(self._sized(setting), QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
        made.setForeground(QColor(self.theme.ink_soft if setting.soft else self.theme.ink))
        if is_mark:
            made.setFontWeight(QFont.Weight.Bold)
            made.setFontItalic(False)
            made.setForeground(QColor(self.theme.mark))
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            made.setFontUnderline(False)
            return made
        if "b" in style:
            made.setFontWeight(QFont.Weight.Bold)
        if "i" in style:
            made.setFontItalic(True)
        if is_live:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            made.setUnderlineColor(QColor(self.theme.live))
        elif "u" in style:
            made.setFontUnderline(True)
        if "^" in style:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        elif "_" in style:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        return made

    def _alignment(self, line: Line, setting: Setting) -> Qt.AlignmentFlag:
        if line.kind in ("paragraph", "item", "heading", "caption") and line.align in _ALIGNMENTS:
            return _ALIGNMENTS[line.align]
        return setting.align


def text_option() -> QTextOption:
    """Return how words wrap: between words, and inside one only where it is wider than the column."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
