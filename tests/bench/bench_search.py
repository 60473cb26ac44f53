"""Search over 10,000 reports: the first page of hits for every kind of query, and how it grows with the library."""

from __future__ import annotations

import shutil
import sqlite3
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from measuring import Figure, process
from stores import store_of

from db import queries
from db.library import Library
from db.passages import passages as passages_of
from db.search import search

LARGE, PAGE, TIMES = 10_000, 200, 5
QUERIES = {
    "common words": ("ngan sach", "dang vien", "kinh te", "nong thon moi", "cap uy", "chinh quyen", "ke hoach"),
    "common words, marked": ("đảng viên", "ngân sách", "nông thôn mới", "giải ngân", "an sinh xã hội"),
    "rare phrases": ('"xã lũng mù"', '"krông xín"', '"sủng nà"', '"ia pac"', '"xa go ho"'),
    "common phrases": ('"giải phóng mặt bằng"', '"so với cùng kỳ"', '"thu nhap binh quan"'),
    "several words": ("ngan sach giai ngan cham", "dang vien moi ket nap nam 2023", "du lich OR thuong mai"),
    "prefixes": ("ngan sa*", "nong thon m*", "giai ng*", "kinh te xa h*", "th*", "t*"),
}


def figures() -> Iterator[Figure]:
    """Yield what was measured."""
    library = Library.open(store_of(LARGE), read_only=True)
    connection = library.reader()
    every: list[float] = []
    for kind, asked in QUERIES.items():
        spent = [_milliseconds(connection, query) for query in asked for _ in range(TIMES)]
        every += spent
        yield Figure(f"search over {LARGE} reports: {kind}, median", statistics.median(spent), "ms CPU", 50)
        yield Figure(f"search over {LARGE} reports: {kind}, p95", _percentile(spent), "ms CPU", 150)
    yield Figure(f"search over {LARGE} reports: all kinds, median", statistics.median(every), "ms CPU", 50)
    yield Figure(f"search over {LARGE} reports: all kinds, p95", _percentile(every), "ms CPU", 150)
    yield from _against_recoll(connection)
    library.close()


def _against_recoll(connection: sqlite3.Connection) -> Iterator[Figure]:
    """Hold the first page against Recoll's on the same texts; its starting is taken off."""
    if shutil.which("recollq") is None:
        yield Figure("search / Recoll", 0.0, "x", None, "Recoll is not installed: not measured")
        return
    index = _recoll_index(connection)
    idle = statistics.median(_recoll(index, "xyzzyqq") for _ in range(TIMES))
    for kind, query in (("common words", "ngan sach"), ("phrase", '"thu nhap binh quan"'), ("prefix", "kinh te xa h*")):
        for what, options in (("with snippets", ("-A",)), ("names only", ())):
            pairs = [(_milliseconds(connection, query), _recoll(index, query, *options) - idle) for _ in range(TIMES)]
            ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
            told = f"{ours:.0f} ms against {theirs:.0f} ms CPU; Recoll finds reports, we find paragraphs, with snippets"
            name = f"search over {LARGE} reports / Recoll, {what}: {kind}"
            yield Figure(name, ours / max(theirs, 1e-3), "x", 1.0, told)


def _recoll_index(connection: sqlite3.Connection) -> Path:
    """Return Recoll's folder with the index of all texts; made once, which takes minutes."""
    folder = store_of(LARGE).with_name(f"recoll-{LARGE}")
    if not (folder / "done").exists():
        texts = folder / "texts"
        texts.mkdir(parents=True, exist_ok=True)
        for spine in queries.spines(connection):
            passages = "\n".join(text for _, text in passages_of(connection, spine.id))
            (texts / f"{spine.id}.txt").write_text(passages, encoding="utf-8")
        (folder / "recoll.conf").write_text(f"topdirs = {texts}\nidxflushmb = 100\n", encoding="utf-8")
        process("recollindex", "-c", str(folder))
        (folder / "done").touch()
    return folder


def _recoll(index: Path, query: str, *options: str) -> float:
    return 1e3 * process("recollq", "-c", str(index), *options, "-n", f"0-{PAGE}", query)


def _milliseconds(connection: sqlite3.Connection, query: str) -> float:
    """Return the CPU time of the first page as the window asks for it, warm."""
    search(connection, query, limit=PAGE, quick=True)
    before = time.process_time()
    search(connection, query, limit=PAGE, quick=True)
    return 1e3 * (time.process_time() - before)


def _percentile(values: list[float], part: float = 0.95) -> float:
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]
