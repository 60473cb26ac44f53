"""What must hold after any fault: the store opens, is whole in every part, and has all that was acknowledged."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import closing
from pathlib import Path

import acts
from acts import finish

from db import health, history, queries, salvage
from db.library import Library
from db.model import Content, Report


def faults_of(store: Path, acknowledged: Collection[str]) -> list[str]:
    """Open `store` as the program does; return what is wrong with it, nothing if all holds."""
    with closing(Library.open(store, create=False)) as library:
        wrong = [f"{one.code} {one.detail}" for one in finish(health.check(library))]
        have = {report.source.sha256 for report in queries.reports(library.reader())}
    return wrong + [f"lost {sha256[:8]}" for sha256 in acknowledged if sha256 not in have]


def faults_after_import(store: Path, sources: Sequence[Path]) -> list[str]:
    """Import again what a fault may have stopped; return what is wrong afterwards."""
    with closing(Library.open(store, create=False)) as library:
        wrong = [f"again {one.code}" for one in acts.import_files(library, sources) if one.status == "refused"]
    return wrong + faults_of(store, {acts.read(path)[1].sha256 for path in sources})


def faults_after_repair(store: Path, known: Collection[str]) -> list[str]:
    """Repair again what a fault may have stopped; return what is wrong afterwards."""
    lost = [f"lost {one.code}" for one in finish(salvage.repair(store)).lost]
    return lost + faults_of(store, known)


def reports(store: Path) -> list[tuple[Report, Content]]:
    """Return every report opened: its row, and itself whole, checked against its digest and its seal."""
    with closing(Library.open(store, create=False)) as library:
        conn = library.reader()
        return [(one, queries.content(conn, one.id)) for one in queries.reports(conn)]


def shown(store: Path) -> list[object]:
    """Return what the lists show without a report being opened: reports, receipts, changes."""
    with closing(Library.open(store, create=False)) as library:
        conn = library.reader()
        changes = [history.change(conn, number) for number in range(1, 10)]
        return [queries.reports(conn), queries.all_counts(conn), queries.receipts(conn), changes]


def contents(store: Path) -> dict[str, Content]:
    """Return every report whole, checked against its digest, by the hash of its source."""
    with closing(Library.open(store, create=False)) as library:
        conn = library.reader()
        return {one.source.sha256: queries.content(conn, one.id) for one in queries.reports(conn)}
