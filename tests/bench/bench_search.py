"""Search over 10,000 reports: the first page of hits for every kind of query, and how it grows with the library."""

from __future__ import annotations

import shutil
import statistics
import time
from collections.abc import Iterator

from measuring import Figure
from stores import store_of

from db.library import Library
from db.search import search

LARGE, PAGE, TIMES = 10_000, 200, 5
QUERIES = {
    "common words": ("ngan sach", "dang vien", "kinh te", "nong thon moi", "cap uy", "chinh quyen", "ke hoach"),
    "common words, marked": ("đảng viên", "ngân sách", "nông thôn mới", "giải ngân", "an sinh xã hội"),
    "rare phrases": ('"xã lũng mù"', '"krông xín"', '"sủng nà"', '"ia pac"', '"xa go ho"'),
    "common phrases": ('"giải phóng mặt bằng"', '"so với cùng kỳ"', '"thu nhap binh quan"'),
    "several words": ("ngan sach giai ngan cham", "dang vien moi ket nap nam 2023", "du lich OR thuong mai"),
    "prefixes": ("ngan sa*", "nong thon m*", "giai ng*", "kinh te xa h*", "th*"),
}


def figures() -> Iterator[Figure]:
    """Yield what was measured."""
    library = Library.open(store_of(LARGE), read_only=True)
    connection = library.reader()
    every: list[float] = []
    for kind, queries in QUERIES.items():
        spent = [_milliseconds(connection, query) for query in queries for _ in range(TIMES)]
        every += spent
        yield Figure(f"search over {LARGE} reports: {kind}, median", statistics.median(spent), "ms CPU", 50)
        yield Figure(f"search over {LARGE} reports: {kind}, p95", _percentile(spent), "ms CPU", 150)
    yield Figure(f"search over {LARGE} reports: all kinds, median", statistics.median(every), "ms CPU", 50)
    yield Figure(f"search over {LARGE} reports: all kinds, p95", _percentile(every), "ms CPU", 150)
    library.close()
    if shutil.which("recollq") is None:
        yield Figure("search / Recoll", 0.0, "x", None, "Recoll is not installed: not measured")


def _milliseconds(connection: object, query: str) -> float:
    """Return the CPU time of the first page as the window asks for it, warm."""
    search(connection, query, limit=PAGE, quick=True)  # type: ignore[arg-type]  # a sqlite3.Connection
    before = time.process_time()
    search(connection, query, limit=PAGE, quick=True)  # type: ignore[arg-type]
    return 1e3 * (time.process_time() - before)


def _percentile(values: list[float], part: float = 0.95) -> float:
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]
