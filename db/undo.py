"""Removing reports, and taking an import or a removal back as if it had not been; each in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterable
from dataclasses import dataclass

from db import history, queries, removed, writer
from db.history import IMPORT, REMOVAL, Change
from db.library import Library
from db.model import Progress


class NothingToUndo(LookupError):
    """There is no such change, or it was undone before."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What undoing a change did: which reports went, which came back, and how many could not (imported anew)."""

    change: Change
    removed: tuple[int, ...] = ()
    restored: tuple[int, ...] = ()
    left_out: int = 0


def remove_reports(library: Library, reports: Iterable[int], replaced_by: int | None = None) -> tuple[int, ...]:
    """Take reports out into the bin, as one change, and return the ids of those that were there.

    `replaced_by` is the report that takes their place, if one does: with its import they come back.
    """
    with library.writing() as conn:
        removed.expire(conn)
        change = history.begin(conn, REMOVAL)
        return tuple(report for report in reports if removed.put(conn, report, change, replaced_by))


def undo(library: Library, change_id: int) -> Generator[Progress, None, Undone]:
    """Take a change back, whichever kind it is. Raises NothingToUndo, errors of the store; then nothing has changed."""
    change = history.change(library.reader(), change_id)
    if change is None:
        raise NothingToUndo(change_id)
    return (yield from (undo_import if change.kind == IMPORT else undo_removal)(library, change_id))


def undo_import(library: Library, batch: int) -> Generator[Progress, None, Undone]:
    """Remove the reports of one import and bring back what they replaced; its receipts stay, as undone.

    All in one transaction: an error or cancelling leaves the library as it was. Raises NothingToUndo.
    """
    with library.writing() as conn:
        change = _standing(conn, batch, IMPORT)
        replaced = [one for report in removed.of_batch(conn, batch) for one in removed.replaced(conn, report)]
        removed.forget_batch(conn, batch)
        for done, report in enumerate(change.reports):
            yield Progress(done, len(change.reports), "undo", _slug(conn, report))
            replaced += removed.replaced(conn, report)
            writer.remove_report(conn, report)
        restored = tuple(report for report, _ in replaced if removed.take_out(conn, report))
        for number in {number for _, number in replaced}:
            former = history.change(conn, number)
            if former is not None and not former.reports:
                history.mark_undone(conn, number)
        history.mark_undone(conn, batch)
    return Undone(change, change.reports, restored, len(replaced) - len(restored))


def undo_removal(library: Library, change_id: int) -> Generator[Progress, None, Undone]:
    """Bring the reports of one removal back under their ids. As `undo_import`."""
    with library.writing() as conn:
        change = _standing(conn, change_id, REMOVAL)
        restored: list[int] = []
        for done, report in enumerate(change.reports):
            yield Progress(done, len(change.reports), "undo")
            restored += [report] if removed.take_out(conn, report) else []
        history.mark_undone(conn, change_id)
    return Undone(change, (), tuple(restored), len(change.reports) - len(restored))


def _standing(conn: sqlite3.Connection, change_id: int, kind: str) -> Change:
    change = history.change(conn, change_id)
    if change is None or change.kind != kind or change.undone_at:
        raise NothingToUndo(change_id)
    return change


def _slug(conn: sqlite3.Connection, report_id: int) -> str:
    found = queries.report(conn, report_id)
    return found.slug if found else ""
