"""Draws the pictures of the guide out of the program itself: guide_pictures.py (from the project's environment).

Every picture of `resources/guide/pictures` is a view of the samples, in both languages, light and dark, in 96 colours.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "resources" / "guide"
LANGUAGES, THEMES = ("vi", "en"), ("light", "dark")
SIZE = "1100x680"
COLOURS = 96
_PICTURE = re.compile(r"!\[[^\]]*\]\(([\w-]+)\)")


def wanted() -> set[str]:
    """Return the views that pages of the guide show."""
    return {view for page in GUIDE.glob("*/*.md") for view in _PICTURE.findall(page.read_text("utf-8"))}


def shrink(drawn: Path, goal: Path) -> int:
    """Write a picture with the colours it has most of, each other one as the nearest; return its size in bytes."""
    image = QImage(str(drawn)).convertToFormat(QImage.Format.Format_RGB32)
    seen = numpy.frombuffer(image.constBits(), numpy.uint32)
    colours, counts = numpy.unique(seen, return_counts=True)
    most = [int(colour) for colour in colours[numpy.argsort(-counts)[:COLOURS]]]
    image = image.convertToFormat(QImage.Format.Format_Indexed8, most, Qt.ImageConversionFlag.AvoidDither)
    if not image.save(str(goal), "PNG", 0):  # 0 presses most
        raise OSError(goal)
    return goal.stat().st_size


def main() -> int:
    """Draw all of them; what no page shows any more is taken away."""
    pictures = GUIDE / "pictures"
    pictures.mkdir(exist_ok=True)
    for old in pictures.glob("*.png"):
        old.unlink()
    total = 0
    with TemporaryDirectory() as temporary:
        store = Path(temporary) / "bao-cao.tubaocao"
        for language in LANGUAGES:
            for theme in THEMES:
                folder = Path(temporary) / f"{language}-{theme}"
                views = [sys.executable, "-m", "desktop", "--store", str(store), "--language", language, "views"]
                asked = [*views, "--to", str(folder), "--size", SIZE, "--theme", theme]
                subprocess.run(asked, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
                total += sum(shrink(folder / f"{v}.png", pictures / f"{folder.name}-{v}.png") for v in wanted())
    print(f"{len(list(pictures.glob('*.png')))} pictures, {total / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
