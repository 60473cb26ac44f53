"""The way of a file into the library: offered, read apart, stored in one transaction, told on a receipt.

The work is a generator that knows neither window nor terminal; both drive it, and
closing it cancels: the file in hand leaves nothing, the files before it stay.
"""

from __future__ import annotations

import logging
import sqlite3
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from db import backups, digest, history, queries, relinking, removed, rereading, writer
from db.errors import DamagedLibrary, LibraryError, LibraryReadOnly, TuBaoCaoError
from db.importer import bundle
from db.importer.host import Host, printable
from db.importer.offers import PASSED_OVER, Offer, offered
from db.importer.revising import changed_values
from db.library import Library
from db.model import Content, Counts, Finding, Progress, Receipt, Report, Source
from db.queries.figures import figures_of

log = logging.getLogger(__name__)

Reading = Generator[Progress, None, tuple[Content, Source]]
Step = Progress | Receipt


def import_paths(
    library: Library,
    paths: Iterable[Path],
    jobs: int = 1,
    make_host: Callable[[], Host] = Host,
    again: bool = False,
) -> Generator[Step, None, list[Receipt]]:
    """Take files and whole folders into `library`; yield progress, and each file's receipt when it is done with.

    `jobs` files are read at the same time; they are stored in the order they are
    offered in, so the ids do not depend on it. The library is backed up before the first
    import of a day; one that turns out damaged takes nothing in. All receipts are of one
    batch, which can be undone (`db.undo`). With `again` a file that is known takes the place of what was read
    of it before, where it reads otherwise now. Returns all receipts.
    """
    offers = offered(paths)
    if library.read_only:
        offers = [replace(offer, code=offer.code or LibraryReadOnly.code) for offer in offers]
    elif any(not offer.code for offer in offers):
        yield Progress(0, len(offers), "backup")
        code = _back_up(library)
        offers = [replace(offer, code=offer.code or code) for offer in offers]
        if not code and not relinking.is_current(library.reader()):
            yield from relinking.relink(library)
    receipts: list[Receipt] = []
    batch: int | None = None
    with ExitStack() as stack:
        hosts = [stack.enter_context(make_host()) for _ in range(max(1, min(jobs, len(offers))))]
        for step in stack.enter_context(closing(_in_order(offers, hosts))):
            if isinstance(step, Progress):
                yield step
                continue
            yield Progress(len(receipts), len(offers), "store", printable(step.offer.shown.name))
            receipts.append(_receipt(library, step, batch, again))
            batch = receipts[-1].batch
            yield receipts[-1]
    return receipts


def _back_up(library: Library) -> str:
    """Make the day's copy; return the code to refuse all files with, empty where they may come in."""
    try:
        backups.daily(library.reader(), library.path)
    except DamagedLibrary as error:
        return error.code
    except LibraryError:  # no room or no right for a copy is no reason to refuse a report
        log.exception("no backup")
    return ""


@dataclass
class _Task:
    """One offer on its way; it ends with something read or with an error."""

    offer: Offer
    reading: Reading | None
    read: tuple[Content, Source] | None = None
    error: Exception | None = None
    progress: Progress = field(default_factory=lambda: Progress(0, 0, "wait"))

    @property
    def ended(self) -> bool:
        return self.read is not None or self.error is not None or self.reading is None

    def advance(self) -> None:
        """Let the reading go on to its next step."""
        if self.ended or self.reading is None:
            return
        try:
            self.progress = next(self.reading)
        except StopIteration as end:
            self.read = end.value
        except Exception as error:  # one file's failure, known or not, never stops the others
            if not isinstance(error, TuBaoCaoError):
                log.exception("reading failed")
            self.error = error

    def close(self) -> None:
        if self.reading is not None:
            self.reading.close()


def _in_order(offers: Sequence[Offer], hosts: Sequence[Host]) -> Generator[Progress | _Task, None, None]:
    """Read as many offers at once as there are hosts; yield each when it and all before it have ended."""
    waiting, active, free = deque(offers), deque[tuple[_Task, Host]](), list(hosts)
    done = 0
    try:
        while waiting or active:
            while waiting and free:
                offer, host = waiting.popleft(), free.pop()
                active.append((_Task(offer, None if offer.code else _reading(offer, host)), host))
            for task, _ in active:
                task.advance()
            if active[0][0].ended:
                task, host = active.popleft()
                free.append(host)
                yield task
                done += 1
            else:
                yield replace(active[0][0].progress, done=done, total=len(offers))
    finally:
        for task, _ in active:
            task.close()


def _reading(offer: Offer, host: Host) -> Reading:
    """Return what reads an offer: a report of a bundle was read at its sender's and is only checked."""
    return bundle.read(offer.path, offer.entry) if offer.entry else host.read(offer.path)


def _receipt(library: Library, task: _Task, batch: int | None, again: bool) -> Receipt:
    """Store what was read, or note why it was not; the receipt goes into the library as well, with the batch.

    The first receipt that is stored begins the batch.
    """
    path, at = printable(str(task.offer.shown)), history.now()
    blank = Receipt(0, path, "refused", None, task.offer.code, task.offer.detail, Counts(), (), at, batch)
    if task.read is not None:
        try:
            return _store(library, blank, *task.read, again)
        except Exception as error:  # one file's failure, known or not, never stops the others
            if not isinstance(error, TuBaoCaoError):
                log.exception("storing failed")
            task.error = error
    if task.error is not None:
        blank = replace(blank, code=getattr(task.error, "code", "TBC-100"), detail=getattr(task.error, "detail", ""))
    return blank if blank.code == PASSED_OVER else _keep(library, blank)


def _store(library: Library, blank: Receipt, content: Content, source: Source, again: bool) -> Receipt:
    """Write a report and its receipt in one transaction.

    The same bytes a second time are only recognised, unless they are to be read `again`.
    """
    receipt = replace(blank, counts=writer.counts_of(content))
    former: Sequence[Report] = ()
    with library.writing() as conn:
        batch = _batch(conn, receipt)
        receipt = replace(receipt, batch=batch)
        known = queries.report_with_source(conn, source.sha256)
        if known is not None:
            anew = again and rereading.read_anew(conn, known, content, source, at=receipt.at, batch=batch)
            receipt = replace(receipt, status="imported" if anew else "known", report_id=known.id)
        else:
            former = queries.same_period(conn, content.data)
            status = "revised" if former else "imported"
            report_id = writer.add_report(conn, content, source, receipt.at, digest.digest(content))
            receipt = replace(receipt, status=status, report_id=report_id)
        # Read back, so that they point to the blocks as the store numbers them.
        receipt = replace(receipt, findings=_findings(conn, receipt, former))
        return replace(receipt, id=writer.add_receipt(conn, receipt))


def _findings(conn: sqlite3.Connection, receipt: Receipt, former: Sequence[Report]) -> tuple[Finding, ...]:
    """Return what the import had to say, and which values the version imported last before this one gives otherwise."""
    number = receipt.report_id or 0
    own = queries.findings(conn, number)
    if not former:
        return own
    before = figures_of(conn, max(one.id for one in former))
    return (*own, *changed_values(before, figures_of(conn, number)))


def _keep(library: Library, receipt: Receipt) -> Receipt:
    """Note a refusal in the library; a library that cannot be written does not hide the refusal itself."""
    asked_for = receipt.batch
    try:
        with library.writing() as conn:
            receipt = replace(receipt, batch=_batch(conn, receipt))
            return replace(receipt, id=writer.add_receipt(conn, receipt))
    except LibraryError:
        return replace(receipt, batch=asked_for)


def _batch(conn: sqlite3.Connection, receipt: Receipt) -> int:
    if receipt.batch is not None:
        return receipt.batch
    removed.expire(conn)
    return history.begin(conn, history.IMPORT, receipt.at)
