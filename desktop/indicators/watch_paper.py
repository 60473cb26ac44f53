"""The watch list on paper: a page with one line per indicator, its curve as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.indicators.delegate import sparkline
from desktop.indicators.watching import Line
from desktop.languages import translate
from desktop.themes import load
from desktop.widgets.safe_document import PaperPage

HEADS = ("Indicator", "Course", "Newest value", "Against the year before", "Target")
_WIDE, _HIGH = 84, 20
"""A curve on the page, in 96ths of an inch."""
_FINE = 4
"""Dots of a curve for each of them."""


def watch_paper(lines: Sequence[Line]) -> PaperPage:
    """Return the watch list as a page that can be printed, in the language in force."""
    title = translate("WatchList", "Watch list")
    heads = [translate("WatchList", head) for head in HEADS]
    pictures = {f"curve-{at}": _curve(line) for at, line in enumerate(lines)}
    html = _html(title, heads, lines)
    return PaperPage(title, lambda: html, pictures=pictures)


def _html(title: str, heads: Sequence[str], lines: Sequence[Line]) -> str:
    head = "".join(f'<th align="left">{escape(one)}</th>' for one in heads)
    rows = "".join(
        f"<tr><td>{escape(line.name)}</td>"
        f'<td><img src="curve-{at}" width="{_WIDE}" height="{_HIGH}"></td>'
        f"<td>{escape(line.newest)}</td><td>{escape(line.change)}</td><td>{escape(line.target)}</td></tr>"
        for at, line in enumerate(lines)
    )
    day = f"Tủ Báo Cáo, {date.today():%d/%m/%Y}"  # noqa: DTZ011 - the user's own day
    return (
        f'<h2>{escape(title)}</h2><table width="100%" border="1" cellspacing="0" cellpadding="4" '
        f'style="border-collapse: collapse; border-color: #868B94"><thead><tr>{head}</tr></thead>{rows}</table>'
        f"<p>{escape(day)}</p>"
    )


def _curve(line: Line) -> QImage:
    image = QImage(_WIDE * _FINE, _HIGH * _FINE, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_FINE, _FINE)
    sparkline(painter, QRectF(3, 3, _WIDE - 6, _HIGH - 6), line.shown, load("light").accent)
    painter.end()
    return image
