"""Importing usual .docx reports: on one core and on two, what each costs, the window meanwhile, the memory after it."""

from __future__ import annotations

import os
import random
import resource
import shutil
import statistics
import tempfile
import time
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import escape

from measuring import Figure
from PySide6.QtCore import QEventLoop, QTimer
from stores import Reports

import resources
from db.importer.pipeline import import_paths
from db.library import Library
from desktop.application import application
from desktop.jobs import Job

FILES, PAIRS, TICK = 40, 3, 0.005
TAKEN = ("imported", "revised")
LENGTH = 16_000
"""Characters added to the sample: about 30,000 in all."""


def figures() -> Iterator[Figure]:
    """Yield what was measured."""
    with tempfile.TemporaryDirectory() as folder:
        files = _files(Path(folder) / "files")
        pairs = [(_imported(folder, files, 1), _imported(folder, files, 2)) for _ in range(PAIRS)]
        load = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
        ratio = statistics.median(one[0] / two[0] for one, two in pairs)
        yield Figure("import, one core / two cores, clock (at least 1.7)", ratio, "x", None, load)
        wall = statistics.median(two[0] for _, two in pairs)
        yield Figure("import on two cores, reports a minute, clock (at least 1,000)", 60 * FILES / wall, "", None, load)
        cpu = statistics.median(two[1] for _, two in pairs) / FILES
        yield Figure("import, CPU a report, all processes (two free cores: 0.12)", 1e3 * cpu, "ms CPU", 120)
        gaps = _gaps(folder, files)
        yield Figure("import, gap of the event loop, p99", gaps[int(0.99 * len(gaps))], "ms", 50, load)
        yield Figure("import, gap of the event loop, longest", gaps[-1], "ms", 100, load)
        yield Figure("import, memory that 4 x as many files add", _growth(folder, files), "MB", 5)


def _files(folder: Path) -> list[Path]:
    """Write usual reports: a sample with its notes and tables, lengthened by sentences of its own."""
    folder.mkdir()
    sample = resources.path("samples/bao-cao-mau-quang-nam-2022.docx")
    made = Reports()
    for number in range(FILES):
        words = made._words(random.Random(number), LENGTH)
        runs = (
            f"<w:p><w:r><w:t>{escape(' '.join(words[at : at + 3]))}</w:t></w:r></w:p>" for at in range(0, len(words), 3)
        )
        more = "".join(runs)
        with zipfile.ZipFile(sample) as before, zipfile.ZipFile(folder / f"{number}.docx", "w", 8) as after:
            for part in before.namelist():
                body = before.read(part)
                if part == "word/document.xml":
                    body = body.replace(b"<w:sectPr", more.encode() + b"<w:sectPr", 1)
                after.writestr(part, body)
    return sorted(folder.glob("*.docx"))


def _fresh(folder: str) -> Library:
    store = Path(folder) / "store"
    shutil.rmtree(store, ignore_errors=True)
    return Library.open(store / "tu.tubaocao")


def _imported(folder: str, files: list[Path], jobs: int) -> tuple[float, float]:
    """Return seconds of the clock and of the CPU, workers included."""
    library = _fresh(folder)
    before, start = _cpu(), time.perf_counter()
    taken = [step for step in import_paths(library, files, jobs) if getattr(step, "status", "") in TAKEN]
    spent = time.perf_counter() - start
    library.close()
    if len(taken) != len(files):
        raise RuntimeError(f"only {len(taken)} of {len(files)} came in")
    return spent, _cpu() - before


def _cpu() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)


def _gaps(folder: str, files: list[Path]) -> list[float]:
    """Return how late each tick of the window's loop came while files are imported, in ms, shortest first."""
    application()
    library = _fresh(folder)
    loop, timer, ticks = QEventLoop(), QTimer(), [time.perf_counter()]
    timer.setInterval(int(1e3 * TICK))
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    job = Job(import_paths(library, files, 2))
    job.succeeded.connect(lambda _receipts: loop.quit())
    job.failed.connect(lambda _error: loop.quit())
    timer.start()
    job.start()
    loop.exec()
    timer.stop()
    library.close()
    return sorted(1e3 * max(0.0, after - before - TICK) for before, after in pairwise(ticks))


def _growth(folder: str, files: list[Path]) -> float:
    """Return by how many MB the peak of this process rises when the same files are imported three times more."""
    _imported(folder, files, 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(3):
        _imported(folder, files, 1)
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
