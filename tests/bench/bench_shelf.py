"""The shelf, the page and the way to places with 10,000 reports in the library; in this process, offscreen, warm.

Measured is the CPU time of the thread of the window: what a thread beside it does, nobody waits for.
"""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from measuring import Figure
from PySide6.QtWidgets import QApplication
from stores import Reports, store_of

from db import digest, queries, writer
from db.library import Library
from db.model import Place, Source
from desktop.application import application
from desktop.fonts import load_fonts
from desktop.reading.pane import ReadingPane
from desktop.session import Destination
from desktop.settings import Settings
from desktop.shelf.view import ShelfView
from desktop.themes import Themes

LARGE, TIMES, LONG_TIMES = 10_000, 7, 3
FIVE_MEGABYTES, FILLING = 3_700_000, 5.0
"""Characters of Vietnamese; seconds the page is given to fill."""
TYPED = ("quang", "nam 2015", "kinh te te", "2019 y te", "")


def figures() -> Iterator[Figure]:
    """Yield what was measured."""
    app = application()
    load_fonts()
    themes = Themes()
    themes.use("light")
    library = Library.open(store_of(LARGE), read_only=True)
    yield from _shelf(app, library, themes)
    yield from _page(app, library, themes)
    library.close()
    yield from _long_page(app, themes)


def _shelf(app: QApplication, library: Library, themes: Themes) -> Iterator[Figure]:
    def opened() -> ShelfView:
        view = ShelfView(library, Settings(), themes)
        view.resize(1366, 768)
        view.show()
        app.processEvents()
        return view

    view = opened()  # fonts and classes of Qt
    spent = []
    for _ in range(TIMES):
        view.close()
        view.deleteLater()
        app.processEvents()
        _as_in_the_program()
        before = time.thread_time()
        view = opened()
        spent.append(time.thread_time() - before)
    yield Figure(f"shelf of {LARGE} reports opens and is painted", 1e3 * statistics.median(spent), "ms CPU", 50)

    waiting = time.perf_counter() + FILLING
    while view._wording._told is None and time.perf_counter() < waiting:
        app.processEvents()  # the words of the filter come from a thread, within half a second of the first paint

    _as_in_the_program()

    def filtered(typed: str) -> Callable[[], object]:
        def work() -> None:
            view._filter.setText(typed)
            view._typing.stop()
            view._show()
            app.processEvents()

        return work

    spent = [_spent(filtered(typed)) for _ in range(TIMES) for typed in TYPED]
    yield Figure(f"shelf of {LARGE} reports filters and is painted, median", statistics.median(spent), "ms CPU", 50)
    yield Figure(f"shelf of {LARGE} reports filters and is painted, worst (the first key)", max(spent), "ms CPU", 50)
    view.close()


def _page(app: QApplication, library: Library, themes: Themes) -> Iterator[Figure]:
    """Open reports of about 60 KB one after the other, then jump about in the last."""
    connection = library.reader()
    spent, jumps = [], []
    usual = [one for one in range(1, 400) if 40_000 < queries.syllables(connection, one) * 5.5 < 52_000][: TIMES + 1]
    for number in usual:
        report = queries.report(connection, number)
        if report is None:
            continue
        before = time.thread_time()
        content = queries.content(connection, number)
        pane = ReadingPane(Settings(), themes)
        pane.resize(800, 700)
        pane.show()
        pane.show_report(report, content)
        app.processEvents()
        spent.append(1e3 * (time.thread_time() - before))
        blocks = content.blocks[:: max(1, len(content.blocks) // 12)]
        places = [Destination(number, block.section_id, Place(block_id=block.id)) for block in blocks]
        jumps += [_spent(lambda pane=pane, place=place: (pane.go_to(place), app.processEvents())) for place in places]
        pane.close()
    yield Figure("a report of 60 KB read, checked and painted", statistics.median(spent[1:]), "ms CPU", 80)
    yield Figure("a jump in a report of 60 KB, median", statistics.median(jumps), "ms CPU", 30)
    yield Figure("a jump in a report of 60 KB, worst", max(jumps), "ms CPU", 30)


def _long_page(app: QApplication, themes: Themes) -> Iterator[Figure]:
    """Open a report of 5 MB, then let the loop fill the rest of the page."""
    read, shown, blocks = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder) / "tu.tubaocao")
        made = Reports().content(5, FIVE_MEGABYTES)
        with library.writing() as connection:
            source = Source("a.docx", "", "0" * 64, "docx", 1)
            number = writer.add_report(connection, made, source, "2026-01-01T00:00:00Z", digest.digest(made))
        report = queries.report(library.reader(), number)
        for _ in range(LONG_TIMES if report else 0):
            before = time.thread_time()
            content = queries.content(library.reader(), number)
            read.append(1e3 * (time.thread_time() - before))
            pane = ReadingPane(Settings(), themes)
            pane.resize(800, 700)
            pane.show()
            before = time.thread_time()
            pane.show_report(report, content)  # type: ignore[arg-type]  # it is there
            app.processEvents()
            shown.append(1e3 * (time.thread_time() - before))
            end = time.perf_counter() + FILLING
            while time.perf_counter() < end:
                blocks.append(_spent(app.processEvents))
                time.sleep(0.002)
            pane.close()
            del pane, content
            gc.collect()  # what goes is not to be paid for by the next one
        library.close()
    yield Figure("a report of 5 MB, read and checked", statistics.median(read), "ms CPU", None)
    yield Figure("a report of 5 MB, first screen once read", statistics.median(shown), "ms CPU", 150)
    yield Figure("a report of 5 MB, longest block while the rest is filled", max(blocks), "ms CPU", 50)


def _as_in_the_program() -> None:
    """Leave what there is out of the next collections, as the program does when its window stands."""
    gc.collect()
    gc.freeze()


def _spent(work: Callable[[], object]) -> float:
    before = time.thread_time()
    work()
    return 1e3 * (time.thread_time() - before)
