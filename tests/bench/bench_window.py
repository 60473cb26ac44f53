"""The start of the program against a bare window, in processes of their own, offscreen."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from measuring import Figure

from db.first_start import sample_files
from db.importer.pipeline import import_paths
from db.library import Library

BARE = (
    "from PySide6.QtWidgets import QApplication, QMainWindow; "
    "a = QApplication([]); w = QMainWindow(); w.show(); w.repaint()"
)
OURS = (
    "import sys; from pathlib import Path; from desktop.app import Program; "
    "from desktop.application import application; from desktop.settings import Settings; a = application(); "
    "store = Path(sys.argv[1]); p = Program(Settings(store.with_name('bench.ini'))); w = p.open(store); w.repaint()"
)


def figures() -> Iterator[Figure]:
    """Yield what was measured."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "tu.tubaocao"
        library = Library.open(store)
        for _step in import_paths(library, sample_files()):
            pass
        library.close()
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder}
        _wall(OURS, environment, str(store)), _wall(BARE, environment)  # the modules are compiled once
        pairs = [(_wall(OURS, environment, str(store)), _wall(BARE, environment)) for _ in range(5)]
        ratio = statistics.median(one / other for one, other in pairs)
        ours, bare = (statistics.median(side) for side in zip(*pairs, strict=True))
        yield Figure(
            "start to first paint / bare window", ratio, "x", 1.6, f"{ours:.2f} s against {bare:.2f} s, whole process"
        )


def _wall(code: str, environment: dict[str, str], *arguments: str) -> float:
    start = time.perf_counter()
    quick = code + "; import os; os._exit(0)"
    subprocess.run([sys.executable, "-c", quick, *arguments], check=True, env=environment, capture_output=True)
    return time.perf_counter() - start
