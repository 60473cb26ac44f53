"""Sheets of paper: A4 with the margins of official documents, measured in units of which 720 make an inch."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize

PER_INCH = 720
"""Units of an inch; ten are a point, fine enough that rounded letter widths do not show."""
PER_POINT = PER_INCH // 72
_A4 = (210.0, 297.0)


def units(millimetres: float) -> float:
    """Return a length in units."""
    return millimetres / 25.4 * PER_INCH


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet and its margins, all in millimetres; those of Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I, unless told."""

    landscape: bool = False
    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the sheet, in units."""
        width, height = map(units, _A4)
        return (height, width) if self.landscape else (width, height)

    @property
    def room(self) -> tuple[float, float]:
        """Width and height between the margins, in units."""
        width, height = self.size
        return width - units(self.left + self.right), height - units(self.top + self.bottom)

    def page_layout(self) -> QPageLayout:
        """Return it as Qt's printers take it: the margins are drawn by us."""
        side = QPageLayout.Orientation.Landscape if self.landscape else QPageLayout.Orientation.Portrait
        made = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), side, QMarginsF(0, 0, 0, 0))
        made.setMode(QPageLayout.Mode.FullPageMode)
        return made


DECREE_30 = Paper()
"""The least the decree asks for: trên và dưới 20 mm, trái 30 mm, phải 15 mm."""
DECREE_30_WIDE = Paper(top=25, bottom=25, left=35, right=20)
"""The most it allows: trên và dưới 25 mm, trái 35 mm, phải 20 mm."""
PARTY = Paper()
"""As Hướng dẫn 36-HD/VPTW (2018) is said to want it: trên, dưới 20 mm, trái 30 mm, phải 15 mm.

Not checked against the original, which we do not have: several programs and handbooks that cite
it, and its follower of 2026, agree on these four; a handbook after the older 11-HD/VPTW (2004)
gives 25, 25, 35 and 15 mm.
"""
