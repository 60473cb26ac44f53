"""Draws the program's icon in the sizes the systems ask for; needs only Qt's own SVG painter."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from pathlib import Path

from locked import ROOT

ICON = ROOT / "resources" / "icons" / "app" / "tubaocao.svg"
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
_DRAW = """
import sys
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
size = int(sys.argv[2])
image = QImage(size, size, QImage.Format.Format_ARGB32)
image.fill(0)
painter = QPainter(image)
QSvgRenderer(sys.argv[1]).render(painter)
painter.end()
sys.exit(not image.save(sys.argv[3]))
"""


def draw(size: int, picture: Path) -> None:
    """Draw the icon `size` pixels wide and high into a PNG file."""
    picture.parent.mkdir(parents=True, exist_ok=True)
    drawing = [sys.executable, "-c", _DRAW, str(ICON), str(size), str(picture)]
    subprocess.run(drawing, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def windows_icon(goal: Path) -> None:
    """Write an .ico file of all sizes, each a PNG."""
    pictures = []
    for size in WINDOWS_SIZES:
        picture = goal.with_name(f"icon-{size}.png")
        draw(size, picture)
        pictures.append(picture.read_bytes())
    goal.write_bytes(ico(dict(zip(WINDOWS_SIZES, pictures, strict=True))))


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return an icon file of PNG pictures by their size; 256 is written as 0, as the format has it."""
    at = 6 + 16 * len(pictures)
    rows = []
    for size, data in pictures.items():
        rows.append(struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), at))
        at += len(data)
    return b"".join((struct.pack("<HHH", 0, 1, len(pictures)), *rows, *pictures.values()))
