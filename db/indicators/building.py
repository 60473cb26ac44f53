"""From stated figures to series: one per indicator, axis and base unit, with what they imply and where they break."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from db.indicators.breaks import breaks, unit_breaks
from db.indicators.catalogue import load
from db.indicators.implied import implied
from db.indicators.stated import Stated
from db.indicators.vintages import vintages
from db.model import Point, Series

Followers = Mapping[int, Sequence[Stated]]


def build(
    rows: Iterable[Stated], followers: Followers | None = None, kinds: Iterable[str] = (), *, derive: bool = True
) -> list[Series]:
    """Return the series of `rows`; those of one indicator stand together, the longest first.

    `followers` are the rates printed behind a level, by its id. `kinds` narrows to some
    of FIGURE_KINDS. Without `derive` only what is stated is given. A figure without any
    year is left out, for it has no place on the axis.
    """
    wanted = set(kinds)
    groups: defaultdict[tuple[str, str, str], list[Stated]] = defaultdict(list)
    for row in rows:
        if (wanted and row.kind not in wanted) or row.year is None:
            continue
        group = groups[row.indicator, axis_of(row), row.base]
        group.append(row)
        if derive:
            group += (
                one for one in implied(row, (followers or {}).get(row.id, ())) if not wanted or one.kind in wanted
            )
    made = [(key, _series(group)) for key, group in groups.items()]
    return _with_unit_breaks(sorted(made, key=lambda one: (one[1].indicator, -len(one[1].points))))


def followers_of(rows: Sequence[Stated]) -> dict[int, list[Stated]]:
    """Return what stands directly behind each row in its own text, for `build`; `rows` in reading order."""
    found = {}
    for at, row in enumerate(rows):
        behind = [one for one in rows[at + 1 : at + 4] if one.place == row.place and one.report_id == row.report_id]
        if behind:
            found[row.id] = behind
    return found


def axis_of(row: Stated) -> str:
    """Return which kinds share an axis: a count and its "130/193", and a target with what it aims at."""
    if row.kind == "ratio":
        return "level"
    if row.kind != "target":
        return row.kind
    indicator = load().get(row.indicator)
    kinds = [kind for kind in ("level", "share", "change") if indicator and kind in indicator.kinds]
    return kinds[0] if kinds else "share" if row.unit_base == "%" else "level"


def _series(rows: list[Stated]) -> Series:
    rows.sort(key=lambda row: (row.year or 0, row.report_id, row.id))
    printed = [row for row in rows if row.state != "implied"] or rows
    newest = printed[-1]
    scale = next((row.scale for row in reversed(printed) if row.unit == newest.unit and row.scale), None)
    name = Counter(row.name for row in reversed(printed)).most_common(1)[0][0]
    points = tuple(_point(row, newest.unit, scale) for row in rows)
    places = {row.report_id: row.report_place for row in rows}
    return Series(newest.indicator, name, newest.unit, points, breaks(vintages(points).shown, places))


def _point(row: Stated, unit: str, scale: float | None) -> Point:
    factor = 1.0 if row.unit == unit or not scale or not row.scale else row.scale / scale
    return Point(
        year=row.year or 0,
        period=row.period,
        value=_scaled(row.value, factor),
        low=None if row.low is None else _scaled(row.low, factor),
        high=None if row.high is None else _scaled(row.high, factor),
        state=row.state,
        report_id=row.report_id,
        figure_id=row.id,
        quote=row.quote,
        kind=row.kind,
        place=row.place,
        name=row.name,
        context=row.context,
        report_year=row.report_year,
        qualifier=row.qualifier,
        rule=row.rule,
        original=None if row.original is None else _scaled(row.original, factor),
    )


def _scaled(value: float, factor: float) -> float:
    # Twelve digits: more than any report prints, fewer than the noise of the division.
    return value if factor == 1.0 else float(f"{value * factor:.12g}")


def _with_unit_breaks(made: list[tuple[tuple[str, str, str], Series]]) -> list[Series]:
    """Mark where one indicator goes on in another unit, as another series."""
    spans: defaultdict[tuple[str, str], dict[str, tuple[int, int, int]]] = defaultdict(dict)
    for (indicator, axis, _), one in made:
        first, last = one.points[0], one.points[-1]
        spans[indicator, axis][one.unit] = (first.year, last.year, first.report_id)
    found = []
    for (indicator, axis, _), one in made:
        more = tuple(unit_breaks(spans[indicator, axis], one.unit)) if len(spans[indicator, axis]) > 1 else ()
        found.append(replace(one, breaks=tuple(sorted((*one.breaks, *more), key=lambda mark: mark.year))))
    return found
