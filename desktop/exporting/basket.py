"""The basket of the window: what is to go out, in order, kept from one start to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from db.export.basket import BasketItem, Part, dumps, loads
from desktop.settings import BASKET, Settings


class Basket(QObject):
    """`changed` comes with every change. Without settings it is kept for one export only."""

    changed = Signal()

    def __init__(self, settings: Settings | None = None, items: Iterable[BasketItem] = ()) -> None:
        super().__init__()
        self._settings = settings
        self._items = list(loads(settings.get(BASKET))) if settings is not None else list(items)

    def items(self) -> tuple[BasketItem, ...]:
        """Return what is in it, in order."""
        return tuple(self._items)

    @property
    def kept(self) -> bool:
        """Whether it outlives this export."""
        return self._settings is not None

    def add(self, item: BasketItem) -> bool:
        """Put something in at the end; False where the very same is in it. The same table in other rows replaces it."""
        if any(_rest(known) == _rest(item) and known.parts == item.parts for known in self._items):
            return False
        places = [at for at, known in enumerate(self._items) if _same(known, item)]
        if places:
            self._items[places[0]] = item
        else:
            self._items.append(item)
        self._tell()
        return True

    def put(self, items: Iterable[BasketItem]) -> None:
        """Replace everything: another order, other choices, fewer entries."""
        made = list(items)
        if made != self._items:
            self._items = made
            self._tell()

    def choose(self, at: int, on: bool) -> None:
        """Let an entry go out or stay."""
        self.put(replace(item, chosen=on) if number == at else item for number, item in enumerate(self._items))

    def move(self, at: int, by: int) -> int:
        """Move an entry up (-1) or down (1) and return where it is then."""
        to = min(max(at + by, 0), len(self._items) - 1)
        items = list(self._items)
        items.insert(to, items.pop(at))
        self.put(items)
        return to

    def remove(self, places: Iterable[int]) -> None:
        """Take entries out."""
        gone = set(places)
        self.put(item for at, item in enumerate(self._items) if at not in gone)

    def _tell(self) -> None:
        if self._settings is not None:
            self._settings.put(BASKET, dumps(self._items))
        self.changed.emit()


def mergeable(items: Iterable[BasketItem]) -> BasketItem | None:
    """Return the entry that sets several tables side by side, oldest first as chosen; None unless all are tables."""
    chosen = list(items)
    if len(chosen) < 2 or any(item.kind != "table" for item in chosen):
        return None
    title = " + ".join(item.title for item in chosen)
    return BasketItem("merged", title, tuple(part for item in chosen for part in item.parts))


def _rest(item: BasketItem) -> BasketItem:
    return replace(item, parts=(), title="", chosen=True)


def _bare(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(replace(part, rows=None) for part in parts)


def _same(one: BasketItem, other: BasketItem) -> bool:
    """Whether two entries are the same table, in whatever rows, or the same series, however they are drawn."""
    if one.kind == "series":
        return replace(_rest(one), chart="") == replace(_rest(other), chart="")
    return one.kind == "table" and _rest(one) == _rest(other) and _bare(one.parts) == _bare(other.parts)
