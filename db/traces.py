"""Which reports a damaged library had, by all that its rows tell, less what a turned bit in a number makes up.

Nothing that was there is passed over: a number counts as made up only where something
else proves what it was before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from db import schema, seals
from db.errors import LibraryError

# The number of a part and its own column both say whose it is.
_PARTS = """
    SELECT DISTINCT id / :room, report_id FROM (
        SELECT id, report_id FROM section UNION ALL SELECT id, report_id FROM block
         UNION ALL SELECT id, report_id FROM note UNION ALL SELECT id, report_id FROM data_table
         UNION ALL SELECT id, report_id FROM figure
    )
"""
_ROWS = "SELECT id FROM report"
_BINNED = "SELECT report_id FROM bin"
_RECEIVED = """
    SELECT id, report_id, path FROM receipt
     WHERE report_id IS NOT NULL AND status IN ('imported', 'revised') ORDER BY id
"""
_WHOSE = "SELECT report_id FROM receipt WHERE id = :id"
_SET_ID = "UPDATE report SET id = :new WHERE id = :old"
_SET_WHOSE = "UPDATE receipt SET report_id = :new WHERE id = :id"
_SET_SEALED = "UPDATE OR IGNORE seal SET of_ = :new WHERE kind = 'report' AND of_ = :old"
_BITS = 40


@dataclass(frozen=True, slots=True)
class Traces:
    """The ids of reports: `wanted` are to be found again, `parts` those of which parts are there, `binned` removed.

    `paths` says where their files lay.
    """

    wanted: tuple[int, ...]
    parts: frozenset[int]
    binned: frozenset[int]
    paths: dict[int, str]


def traces(conn: sqlite3.Connection, copies: Sequence[sqlite3.Connection]) -> Traces:
    """Read what the gathered rows behind `conn` tell, and put numbers right where a seal says what they were.

    `copies` lead to the backups of the same library. Raises sqlite3.Error, LibraryError.
    """
    _put_right(conn)
    pairs: set[tuple[int, int]] = set(conn.execute(_PARTS, {"room": schema.ROOM}).fetchall())
    parts = {named for named, whose in pairs if named == whose}
    rows = {number for (number,) in conn.execute(_ROWS)}
    binned = {number for (number,) in conn.execute(_BINNED)} - rows
    paths = {report: path for receipt, report, path in conn.execute(_RECEIVED) if _is_so(conn, receipt, report, copies)}
    sealed = _sealed(conn, copies)
    told = parts | rows | binned | paths.keys() | sealed
    astray = {named for named, whose in pairs if named != whose and named not in told and whose not in told}
    wanted = sorted(number for number in (told | astray) - binned if number > 0)
    return Traces(tuple(wanted), frozenset(parts), frozenset(binned), paths)


def _put_right(conn: sqlite3.Connection) -> None:
    """Undo one turned bit in the number of a report's row, of a seal, or in what a receipt is for."""
    kept = seals.kept(conn, seals.REPORT)
    rows = {number for (number,) in conn.execute(_ROWS)}
    for old in sorted(rows - kept.keys()):
        for new in _one_bit_away(old):
            if new in kept.keys() - rows and (_moved(conn, old, new, kept[new]) or _sealed_anew(conn, old, new, kept)):
                break
    for receipt, report, _ in conn.execute(_RECEIVED).fetchall():
        _put_receipt_right(conn, receipt, report)


def _one_bit_away(number: int) -> Iterator[int]:
    return (number ^ 1 << bit for bit in range(_BITS))


def _moved(conn: sqlite3.Connection, old: int, new: int, seal: str) -> bool:
    """Give a report's row the number under which it was sealed, if it was."""
    conn.execute(_SET_ID, {"old": old, "new": new})
    if seals.seal_of(conn, seals.REPORT, new) == seal:
        return True
    conn.execute(_SET_ID, {"old": new, "new": old})
    return False


def _sealed_anew(conn: sqlite3.Connection, row: int, of: int, kept: dict[int, str]) -> bool:
    """Give a seal the number of the row it was made of, if it was."""
    if seals.seal_of(conn, seals.REPORT, row) != kept[of]:
        return False
    conn.execute(_SET_SEALED, {"old": of, "new": row})
    return True


def _put_receipt_right(conn: sqlite3.Connection, receipt: int, report: int) -> None:
    if seals.holds(conn, seals.RECEIPT, receipt):
        return
    for new in (None, *_one_bit_away(report)):
        conn.execute(_SET_WHOSE, {"id": receipt, "new": new})
        if seals.holds(conn, seals.RECEIPT, receipt):
            return
    conn.execute(_SET_WHOSE, {"id": receipt, "new": report})


def _is_so(conn: sqlite3.Connection, receipt: int, report: int, copies: Sequence[sqlite3.Connection]) -> bool:
    """Tell whether a receipt is for that report: once it was for one, it never comes to be for another."""
    if seals.holds(conn, seals.RECEIPT, receipt):
        return True
    for copy in copies:
        with suppress(sqlite3.Error):
            row = copy.execute(_WHOSE, {"id": receipt}).fetchone()
            if row is not None and row[0] is not None:
                return bool(row[0] == report)
    return True


def _sealed(conn: sqlite3.Connection, copies: Sequence[sqlite3.Connection]) -> set[int]:
    """Return the reports that are sealed, but for a seal that a backup has under another number."""
    known: dict[str, int] = {}
    for copy in copies:
        with suppress(LibraryError):
            known |= {seal: number for number, seal in seals.kept(copy, seals.REPORT).items()}
    return {number for number, seal in seals.kept(conn, seals.REPORT).items() if known.get(seal, number) == number}
