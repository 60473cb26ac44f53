"""Pictures of every view: named after them, at the size and scale asked for, and not empty."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from db.first_start import sample_files
from db.importer.pipeline import import_paths
from db.library import Library

ROOT = Path(__file__).resolve().parents[2]
VIEWS = {
    "shelf", "reading-start", "reading", "reading-table", "notes-all", "go-to", "search", "search-empty",
    "live-number", "sources", "sources-unused", "annotations", "two-panes", "indicators",
    "indicators-lines", "indicators-column",
    "indicators-slope", "indicators-dumbbell", "indicators-multiples", "indicators-table", "watch-list", "review",
    "health", "compare", "compare-change", "tables", "tables-text", "export", "print", "pack",
    "palette", "preferences", "keys", "about", "guide", "guide-search", "shelf-empty", "tip", "import", "not-a-library",
}  # fmt: skip
DRAW = """
import sys
from pathlib import Path
from desktop.views import render_views
for path in render_views(Path(sys.argv[1]), Path(sys.argv[2]), (1100, 700), float(sys.argv[3]), "dark", "en"):
    print(path)
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("views") / "tu.tubaocao"
    library = Library.open(path)
    for _step in import_paths(library, sample_files()):
        pass
    library.close()
    return path


@pytest.mark.parametrize("scale", ["1.0", "1.5"])
def test_every_view_is_drawn_at_its_scale(store, tmp_path, scale):
    before = store.read_bytes()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    environment |= {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    command = [sys.executable, "-c", DRAW, str(store), str(tmp_path / "out"), scale]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, timeout=300, check=True)
    paths = [Path(line) for line in done.stdout.splitlines()]
    assert {path.stem for path in paths} == VIEWS
    for path in paths:
        image = QImage(str(path))
        assert (image.width(), image.height()) == (round(1100 * float(scale)), round(700 * float(scale)))
        assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}) > 8
    assert "Traceback" not in done.stderr
    assert store.read_bytes() == before, "drawing writes nothing"
    assert not (tmp_path / "data").exists()
