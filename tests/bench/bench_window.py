"""The start of the program, from exec to the first paint, against a bare window; in processes of their own, offscreen.

The first paint shows menus, tools, tabs and the shelf with its cards; "all rooms" is when everything else is there too.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass

from measuring import PEAK, Figure
from stores import store_of

LARGE = 10_000
END = f"""
import os, sys
def end():
    sys.stdout.write(str({PEAK}))
    sys.stdout.flush()
    os._exit(0)
"""
BARE = (
    END
    + """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, end)
app = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""
)
# The program itself, as the starter runs it; only that it ends when it has been painted, or is complete.
OURS = (
    END
    + """
import gc
gc.disable()
from PySide6.QtCore import QTimer
from desktop import cli, main_window
painted = main_window.MainWindow.paintEvent
def paint(window, event):
    # Before the window's own: what it asks for comes after what is asked for here.
    QTimer.singleShot(0, end) if sys.argv[1] == "paint" else window.furnished.connect(end)
    painted(window, event)
main_window.MainWindow.paintEvent = paint
sys.argv[1:] = [sys.argv[1]]
cli.run([])
"""
)


@dataclass(frozen=True, slots=True)
class Start:
    """What one start took: seconds of CPU and of the clock, peak memory in MB."""

    cpu: float
    wall: float
    peak: float


def figures() -> Iterator[Figure]:
    """Yield what was measured."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_DATA_HOME": folder,
            "XDG_CONFIG_HOME": folder,
            "TUBAOCAO_STORE": str(store_of(LARGE)),
        }
        _starts(environment, "paint"), _starts(environment, "rooms"), _starts(environment)  # compiled once
        rounds = [
            (_starts(environment), _starts(environment, "paint"), _starts(environment, "rooms")) for _ in range(7)
        ]
        median = statistics.median
        told = "CPU {:.2f} s against {:.2f} s"
        for place, what, goal in ((1, "first paint", 1.6), (2, "all rooms", None)):
            ratio = median(one[place].cpu / one[0].cpu for one in rounds)
            remark = told.format(median(one[place].cpu for one in rounds), median(one[0].cpu for one in rounds))
            yield Figure(f"start to {what}, {LARGE} reports / bare window, CPU", ratio, "x", goal, remark)
            wall = median(one[place].wall / one[0].wall for one in rounds)
            yield Figure(f"start to {what}, {LARGE} reports / bare window, clock", wall, "x", None)
            peak = median(one[place].peak for one in rounds)
            yield Figure(f"start to {what}, {LARGE} reports, peak memory", peak, "MB", 120)
    for viewer in ("okular", "ebook-viewer"):
        if shutil.which(viewer) is None:
            yield Figure(f"start to first paint / {viewer}", 0.0, "x", None, "not installed: not measured")


def _starts(environment: dict[str, str], until: str = "") -> Start:
    command = [sys.executable, "-c", OURS, until] if until else [sys.executable, "-c", BARE]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Start(cpu, wall, float(done.stdout))
