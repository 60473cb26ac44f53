"""What `tubaocao selftest` does: the whole way of the sample reports, in a temporary library, step by step."""

from __future__ import annotations

import logging
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from db import health, queries
from db.first_start import sample_files
from db.importer.pipeline import import_paths
from db.interface import documents, text
from db.interface.html import report_html
from db.library import Library
from db.messages import explain, terminal_words
from db.search import search
from desktop.terminal.driving import drive

log = logging.getLogger(__name__)

_VIEW_SIZE = (1366, 768)
_QUERIES = ("dang vien", "đảng viên")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing tried: what it is, whether it held, what was seen, and how long it took in seconds."""

    name: str
    ok: bool
    detail: str
    seconds: float


def steps(language: str) -> Iterator[Step]:
    """Try each step in turn, whatever became of the one before."""
    with tempfile.TemporaryDirectory(prefix="tubaocao-selftest-") as folder:
        store = Path(folder) / "mau.tubaocao"
        library = Library.open(store)
        try:
            for name, attempt in (
                ("step_import", lambda: _import(library)),
                ("step_show", lambda: _show(library, language)),
                ("step_search", lambda: _search(library)),
                ("step_indicators", lambda: _indicators(library)),
                ("step_check", lambda: _check(library)),
            ):
                yield _tried(name, attempt, language)
        finally:
            library.close()
        yield _tried("step_views", lambda: _views(store, Path(folder) / "views", language), language)


def _tried(name: str, attempt: Callable[[], tuple[bool, str]], language: str) -> Step:
    began = time.monotonic()
    try:
        ok, detail = attempt()
    except Exception as error:  # a step that fails must not hide the ones after it
        log.exception("self test: %s", name)
        ok, detail = False, f"{getattr(error, 'code', 'TBC-100')} {explain(error, language).reason}"
    return Step(terminal_words(name, language), ok, detail, time.monotonic() - began)


def _import(library: Library) -> tuple[bool, str]:
    receipts = drive(import_paths(library, sample_files()), lambda _step: None)
    good = [receipt for receipt in receipts if receipt.status in ("imported", "revised")]
    return bool(receipts) and len(good) == len(receipts), f"{len(good)}/{len(receipts)}"


def _show(library: Library, language: str) -> tuple[bool, str]:
    conn = library.reader()
    letters = 0
    for report in queries.reports(conn):
        content = queries.content(conn, report.id)
        forms = (
            documents.dumps(documents.report_document(report, content, language)),
            report_html(report, content, language),
            text.report_text(report, content, language),
        )
        letters += min(map(len, forms))
    return letters > 0, f"{letters}"


def _search(library: Library) -> tuple[bool, str]:
    totals = [search(library.reader(), query).total for query in _QUERIES]
    return all(totals), ", ".join(f"{query}: {total}" for query, total in zip(_QUERIES, totals, strict=True))


def _indicators(library: Library) -> tuple[bool, str]:
    series = queries.series(library.reader())
    long = [row for row in series if len({point.year for point in row.points}) > 1]
    return bool(long), f"{len(long)}/{len(series)}"


def _check(library: Library) -> tuple[bool, str]:
    found = drive(health.check(library), lambda _step: None)
    return not found, ", ".join(finding.code for finding in found)


def _views(store: Path, folder: Path, language: str) -> tuple[bool, str]:
    from desktop.views import render_views  # noqa: PLC0415 - Qt: heavy, and may be what is broken

    paths = render_views(store, folder, _VIEW_SIZE, 1.0, "light", language)
    drawn = [path for path in paths if path.stat().st_size > 0]
    return bool(paths) and len(drawn) == len(paths), f"{len(drawn)}/{len(paths)}"
