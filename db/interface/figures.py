"""A figure as the JSON of version 1 gives it: what is not known is left out, what is none is null."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from db.model import Change, Figure, Place


def figure_document(figure: Figure, table_blocks: Mapping[int, int]) -> dict[str, Any]:
    """Return one figure; `low`, `high`, `of` and the normalised pair stand only where they are known.

    A figure of a cell names the block its table stands in as well; `table_blocks` gives it by the table's id.
    """
    head = {"id": figure.id, "indicator": figure.indicator, "name": figure.name, "value": figure.value}
    bounds = {"low": figure.low, "high": figure.high}
    more = {"of": figure.of, "value_base": figure.value_base, "unit_base": figure.unit_base or None}
    more |= {"period_start": figure.period_start or None, "period_end": figure.period_end or None}
    return (
        head
        | _known(bounds)
        | {
            "unit": figure.unit,
            "qualifier": figure.qualifier,
            "kind": figure.kind,
            "period": figure.period,
            "state": figure.state,
            "change": _change(figure.change),
            "implied_previous": figure.implied_previous,
        }
        | _known(more)
        | _block_of(figure.place, table_blocks)
        | place_document(figure.place)
        | {"start": figure.start, "end": figure.end, "quote": figure.quote}
    )


def place_document(place: Place) -> dict[str, Any]:
    """Return where something stands: the one of block, note and cell that is set."""
    if place.block_id is not None:
        return {"block": place.block_id}
    if place.note_id is not None:
        return {"note": place.note_id}
    return {"cell": [place.table_id, place.row, place.col]}


def _block_of(place: Place, table_blocks: Mapping[int, int]) -> dict[str, Any]:
    return {} if place.table_id is None else {"block": table_blocks[place.table_id]}


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def _change(change: Change | None) -> dict[str, Any] | None:
    if change is None:
        return None
    return {"direction": change.direction, "value": change.value, "unit": change.unit, "versus": change.versus}
