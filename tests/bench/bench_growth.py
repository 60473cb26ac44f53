"""How costs grow with the library (1 to 10,000 reports) and with a report (10 to 1,000 pages); draws `curves.svg`."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from curves import Curve, chart, exponent
from measuring import Figure
from stores import Reports, store_of

from db import digest, queries, writer
from db.importer.assemble import content_of
from db.importer.document import Document, Paragraph
from db.library import Library
from db.model import Source
from db.search import search

REPORTS = (1, 10, 100, 1_000, 10_000)
PAGES = (10, 30, 100, 300, 1_000)
PAGE = 2_000
"""Characters of a page."""


def figures() -> Iterator[Figure]:
    """Yield the exponent of each curve: 1 is linear."""
    curves: dict[str, Curve] = {**_by_reports(), "import / pages": _by_pages()}
    for name, curve in curves.items():
        told = ", ".join(f"{size:g}: {cost:.3g} ms" for size, cost in curve.items())
        yield Figure(f"growth, {name}", exponent(curve), "exponent", 1.05, told)
    chart(Path(__file__).with_name("curves.svg"), curves)


def _by_reports() -> dict[str, Curve]:
    found: defaultdict[str, dict[float, float]] = defaultdict(dict)
    for count in REPORTS:
        library = Library.open(store_of(count), read_only=True)
        connection = library.reader()
        number = max(1, count // 2)
        work: dict[str, Callable[[], object]] = {
            "search / reports": lambda c=connection: search(c, "ngan sach", limit=200, quick=True),  # type: ignore[misc]
            "search, typed marks / reports": lambda c=connection: search(c, "ngân sách", limit=200, quick=True),  # type: ignore[misc]
            "open a report / reports": lambda c=connection, n=number: queries.content(c, n),  # type: ignore[misc]
            "shelf / reports": lambda c=connection: queries.spines(c),  # type: ignore[misc]
        }
        for name, run in work.items():
            found[name][count] = _milliseconds(run)
        library.close()
    return dict(found)


def _by_pages() -> Curve:
    """Return the cost of a plain text of so many pages, from its paragraphs to the store."""
    made = Reports()
    curve: dict[float, float] = {}
    for pages in PAGES:
        blocks = made.content(7, pages * PAGE).blocks
        document = Document("txt", tuple(Paragraph(block.text) for block in blocks if block.text))
        curve[pages] = _milliseconds(lambda document=document: _stored(document), times=3)  # type: ignore[misc]
    return curve


def _stored(document: Document) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder) / "tu.tubaocao")
        content = content_of(document, "a.txt")
        with library.writing() as connection:
            source = Source("a.txt", "", "0" * 64, "txt", 1)
            writer.add_report(connection, content, source, "2026-01-01T00:00:00Z", digest.digest(content))
        library.close()


def _milliseconds(work: Callable[[], object], times: int = 5) -> float:
    work()
    spent = []
    for _ in range(times):
        before = time.process_time()
        work()
        spent.append(time.process_time() - before)
    return max(1e3 * statistics.median(spent), 1e-3)
