"""The checks of a library: each report's own arithmetic, and what reports say of one year."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from db.layers import Layers
from db.queries.content import content
from db.queries.series import series
from db.sqlite_errors import typed_errors

if TYPE_CHECKING:
    from db.checks import Check, Contradiction


@typed_errors
def report_checks(conn: sqlite3.Connection, report_id: int) -> tuple[Check, ...]:
    """Return the recomputations of a report, in reading order; UnknownReport if there is none."""
    from db.checks import inside  # noqa: PLC0415 - brings all that reads figures, which no other query needs

    return inside(content(conn, report_id, verify=False))


@typed_errors
def open_contradictions(
    conn: sqlite3.Connection, indicator: str = "", layers: Layers | None = None
) -> tuple[Contradiction, ...]:
    """Return the values of different reports that do not meet, of one indicator or of all of the catalogue.

    Only reports of one area can contradict each other. A corrected value contradicts nothing any more.
    """
    from db.checks import contradictions  # noqa: PLC0415 - as above

    return contradictions(series(conn, indicator, layers=layers))
