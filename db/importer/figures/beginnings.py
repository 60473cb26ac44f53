"""Where a rise or fall began: the 12.450 of "giảm từ 12.450 hộ xuống còn 9.870 hộ"."""

from __future__ import annotations

from db.importer.figures.changes import Context, change_of
from db.importer.figures.periods import year_behind
from db.importer.figures.plan_words import LONGER
from db.importer.figures.prose import Prose
from db.importer.figures.quantities import Quantity

_ARRIVES = ("xuống", "xuống còn", "còn", "lên", "lên đến", "lên tới")
_NEAR = 48


def begins(prose: Prose, quantity: Quantity, after: Quantity | None) -> bool:
    """Tell whether a rise or fall begins at `quantity` and leads to the one after it."""
    if after is None or quantity.cue.words[-1:] != ("từ",) or not after.cue.has(*_ARRIVES):
        return False
    near = after.start - quantity.end < _NEAR and prose.clause(after.start) == prose.clause(quantity.start)
    return near and after.unit.base == quantity.unit.base and quantity.number.upper is None


def year_begun(prose: Prose, quantity: Quantity, context: Context) -> int | None:
    """Return the year of a beginning: what the fall is said against, else the year before.

    0 where a year stands behind the number, None where more than one could be meant.
    """
    if year_behind(prose, quantity.end)[0]:
        return 0
    rest = prose.low[quantity.end : prose.clause(quantity.start)[1]]
    versus = change_of(prose, quantity, rest, context).versus.removeprefix("cùng kỳ ")
    longer = LONGER.search(prose.low, prose.sentence(quantity.start)[0], quantity.start)
    return int(versus) if versus.isdigit() and context.whole_year and not longer else None
