"""Memory over 5,000 imports of small texts, of this process and of its readers; a quarter of an hour on two cores."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from measuring import Figure

from db.importer.pipeline import import_paths
from db.library import Library

FILES, EARLY, EVERY = 5_000, 500, 250
TEXT = """BÁO CÁO
Tình hình kinh tế - xã hội năm 2023 của xã {n}

I. KẾT QUẢ
1. Thu ngân sách đạt {n},5 tỷ đồng, tăng {n} % so với cùng kỳ.
2. Tỷ lệ hộ nghèo giảm còn 2,{n} %.
"""


def figures() -> Iterator[Figure]:
    """Yield what was measured."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number in range(FILES):
            files.append(Path(folder) / f"{number}.txt")
            files[-1].write_text(TEXT.format(n=number), encoding="utf-8")
        library = Library.open(Path(folder) / "store" / "tu.tubaocao")
        held: list[float] = []
        done = 0
        for step in import_paths(library, files, 2):
            if getattr(step, "status", "") in {"imported", "revised"}:
                done += 1
                if done >= EARLY and done % EVERY == 0:
                    held.append(_megabytes())
        library.close()
    told = f"{done} imported; {', '.join(f'{one:.0f}' for one in held[::4])} MB on the way"
    yield Figure(
        f"memory, {FILES} imports / {EARLY}, this process and its readers",
        mean(held[-4:]) / mean(held[:4]),
        "x",
        1.1,
        told,
    )


def _megabytes() -> float:
    """Return what this process and its children hold."""
    own = Path("/proc/self")
    children = (own / "task" / str(own.resolve().name) / "children").read_text().split()
    pages = 0
    for process in (own, *(Path("/proc") / child for child in children)):
        try:
            pages += int((process / "statm").read_text().split()[1])
        except OSError:
            continue  # it has just ended
    return pages * 4096 / 1e6
