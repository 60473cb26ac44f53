"""The watch list: which indicators it holds, and what is told of each. No Qt widgets."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from db.indicators.catalogue import load
from desktop.amounts import point_amount, point_line
from desktop.indicators.changes import change_line, rows_of
from desktop.indicators.drawing import Drawn
from desktop.indicators.model import Entry
from desktop.languages import translate
from desktop.settings import WATCHED, Settings

Key = tuple[str, str]


class Watched:
    """The chosen indicators, kept in the settings by id and unit."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def keys(self) -> list[Key]:
        """Return what is watched, in the order it was added."""
        try:
            kept = json.loads(self._settings.get(WATCHED))
        except ValueError:
            return []
        if not isinstance(kept, list):
            return []
        return [(one[0], one[1]) for one in kept if isinstance(one, list) and len(one) == 2]

    def __contains__(self, key: object) -> bool:
        return key in self.keys()

    def toggle(self, shown: Drawn) -> bool:
        """Add an indicator or take it off; True where it is watched now."""
        key, keys = key_of(shown), self.keys()
        kept = [one for one in keys if one != key] if key in keys else [*keys, key]
        self._settings.put(WATCHED, json.dumps(kept, ensure_ascii=False))
        return key in kept


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the watch list, in words; `state` is good, bad or "" where there is no target to compare with."""

    shown: Drawn
    name: str
    newest: str
    change: str
    target: str
    state: str


def key_of(shown: Drawn) -> Key:
    """Return what names a series from one start to the next."""
    return shown.series.indicator, shown.series.unit


def lines_of(entries: Iterable[Entry], keys: Iterable[Key]) -> list[Line]:
    """Return the lines of the watched series the library has, in the order they were added."""
    known = {key_of(entry.shown): entry for entry in entries if entry.shown is not None}
    return [_line(known[key]) for key in keys if key in known]


def _line(entry: Entry) -> Line:
    shown = entry.shown
    assert shown is not None
    unit = shown.series.unit
    newest = shown.line[-1] if shown.line else None
    told = f"{newest.year}: {point_line(newest, unit)}" if newest else ""
    change = change_line(rows_of([shown]), newest) if newest else ""
    return Line(shown, entry.name, told, change, *_target(shown))


def _target(shown: Drawn) -> tuple[str, str]:
    """Return what the newest value makes of its year's target: words, and good, bad or ""."""
    if not shown.targets:
        return "", ""
    newest = shown.line[-1] if shown.line else None
    aim = next((one for one in shown.targets if newest and one.year == newest.year), shown.targets[-1])
    value = point_amount(aim, shown.series.unit)
    if newest is None or aim.year != newest.year:
        return translate("WatchList", "target for {year}: {value}").format(year=aim.year, value=value), ""
    indicator = load().get(shown.series.indicator)
    good = indicator.good if indicator else ""
    if not good:
        return translate("WatchList", "target: {value}").format(value=value), ""
    met = newest.value >= aim.value if good == "up" else newest.value <= aim.value
    if met:
        return translate("WatchList", "target {value} met").format(value=value), "good"
    return translate("WatchList", "target {value} not met").format(value=value), "bad"
