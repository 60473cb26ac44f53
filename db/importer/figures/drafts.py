"""A figure while its sentence is being read."""

from __future__ import annotations

from dataclasses import dataclass

from db.importer.figures.quantities import Quantity
from db.importer.figures.subjects import Subject
from db.model import Change


@dataclass(slots=True)
class Draft:
    """A quantity with its reading so far; later words of the text may still add a change.

    `end` is how far its words reach. `base` is the level a rate, share or attainment is said
    of; `earlier` is the year at whose level a rise or fall began ("từ 6,12% xuống …"), 0 for
    all others. `action` is what a neighbour in a list may take over ("UBKT kiểm tra"), `rest`
    what else it shares ("tai nạn giao thông").
    """

    quantity: Quantity
    subject: Subject
    kind: str
    value: float
    unit: str
    end: int
    of: float | None = None
    change: Change | None = None
    change_factor: str = ""
    implied_previous: float | None = None
    base: Draft | None = None
    plan: bool = False
    earlier: int = 0
    name: str = ""
    action: str = ""
    rest: str = ""

    @property
    def is_level(self) -> bool:
        """Tell whether a rise or fall may be said of it."""
        return self.kind in ("level", "share", "ratio") and not self.plan and not self.earlier
