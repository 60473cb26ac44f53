"""How soon a window stands on the screen, against Okular and calibre's viewer with a text open; in our own X server.

Of each the CPU time of all its processes until its window is mapped; ours has 10,000 reports in its library.
"""

from __future__ import annotations

import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from measuring import Figure
from stores import store_of

ROUNDS, PATIENCE = 5, 60.0
TEXT = "Báo cáo kinh tế - xã hội năm 2023 của tỉnh. " * 1_400
SCREEN = "1366x768x24"
TICKS = os.sysconf("SC_CLK_TCK")


def figures() -> Iterator[Figure]:
    """Yield what was measured."""
    viewers = [name for name in ("okular", "ebook-viewer") if shutil.which(name)]
    if not viewers or not all(map(shutil.which, ("Xvfb", "xdotool"))):
        yield Figure("start against Okular, calibre", 0.0, "x", None, "they, Xvfb or xdotool are missing: not measured")
        return
    with tempfile.TemporaryDirectory() as folder, _screen(folder) as environment:
        text = Path(folder) / "bao-cao.txt"
        text.write_text(TEXT, encoding="utf-8")
        commands = {"ours": [sys.executable, "-m", "desktop", "--store", str(store_of(10_000))]}
        commands |= {name: [name, str(text)] for name in viewers}
        for command in commands.values():
            _until_seen(command, environment)  # read from the disk once, first-run files written
        rounds = [
            {name: _until_seen(command, environment) for name, command in commands.items()} for _ in range(ROUNDS)
        ]
        ours = statistics.median(one["ours"] for one in rounds)
        for name in viewers:
            ratio = statistics.median(one["ours"] / one[name] for one in rounds)
            theirs = statistics.median(one[name] for one in rounds)
            told = f"CPU {ours:.2f} s against {theirs:.2f} s until the window is mapped"
            yield Figure(f"start to a window on the screen, 10000 reports / {name}", ratio, "x", 1.0, told)


@contextmanager
def _screen(folder: str) -> Iterator[dict[str, str]]:
    """Give the environment of an X server that nobody else uses."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        display = told.readline().strip()
    kept = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    own = {"DISPLAY": f":{display}", "HOME": folder, "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder}
    own |= {"QTWEBENGINE_DISABLE_SANDBOX": "1", "QT_LOGGING_RULES": "*=false"}
    try:
        yield kept | own
    finally:
        server.terminate()
        server.wait()


def _until_seen(command: list[str], environment: dict[str, str]) -> float:
    """Start a program and end it when its window is there; return the CPU seconds its processes took until then."""
    quiet = subprocess.DEVNULL
    running = subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            seen = subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--class", "."],
                env=environment,
                capture_output=True,
                check=False,
            )
            if seen.stdout.split():
                return _cpu_of(running.pid)
            time.sleep(0.03)
        raise TimeoutError(command[0])
    finally:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()


def _cpu_of(session: int) -> float:
    """Return the CPU seconds of the processes of a session that are alive, and of their children that are not."""
    spent = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        if int(fields[3]) == session:
            spent += sum(map(int, fields[11:15]))
    return spent / TICKS
