"""The review queue of a library: links between figures that a person has to look at."""

from __future__ import annotations

import sqlite3
from typing import Any

from db.indicators.doubts import Doubt, Linked, doubts
from db.layers import Layers
from db.sqlite_errors import typed_errors

LINKED = """
    SELECT id, report_id, indicator, name, kind, unit, unit_base, coalesce(low, value), coalesce(high, value),
           value, value_base, period, state
      FROM figure
     WHERE indicator <> ''
     ORDER BY id
"""


@typed_errors
def review_queue(conn: sqlite3.Connection, layers: Layers | None = None) -> tuple[Doubt, ...]:
    """Return the doubts of a library that no decision has settled; `layers` hold the decisions."""
    merged = {one.other: one.indicator for one in (layers.decisions if layers else ()) if one.action == "merge"}
    rows = [_linked(row, merged) for row in conn.execute(LINKED)]
    return doubts(rows, layers.settled if layers else frozenset())


def _linked(row: tuple[Any, ...], merged: dict[str, str]) -> Linked:
    number, report, indicator, name, kind, unit, base, low, high, value, value_base, *rest = row
    factor = value_base / value if value_base is not None and value else 1.0
    home = merged.get(indicator, indicator)
    return Linked(number, report, home, name, kind, unit, base, low * factor, high * factor, *rest)
