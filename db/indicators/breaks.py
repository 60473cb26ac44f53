"""Where a series may not be joined: another territory, another standard, another base year, another unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from db.model import Break, Point
from db.vietnamese.folding import fold_word_forms

_BASE_YEAR = re.compile(r"giá (?:so sánh|cố định)(?: năm)? ((?:19|20)[0-9]{2})")
_STANDARD = re.compile(
    r"(?:chuẩn nghèo|chuẩn|tiêu chí|bộ tiêu chí)[^,;.()]{0,40}?((?:19|20)[0-9]{2}\s?[-–]\s?(?:19|20)?[0-9]{2,4})"
)
_PLACE = re.compile(r"^(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường)\s+")


def breaks(shown: Sequence[Point], places: Mapping[int, str]) -> tuple[Break, ...]:
    """Return the breaks of a series in order of the years.

    `shown` is one point per year; `places` tells the territory each report speaks of. A
    break is seen only where both sides say what they are: silence breaks nothing.
    """
    found: list[Break] = []
    words = {point.figure_id: f"{point.name} {point.context} {point.quote}".lower() for point in shown}
    for kind, told in (
        ("territory", {point.figure_id: places.get(point.report_id, "") for point in shown}),
        ("basis", {number: _said(_BASE_YEAR, text) for number, text in words.items()}),
        ("definition", {number: _said(_STANDARD, text) for number, text in words.items()}),
    ):
        found += _changes(kind, shown, told)
    return tuple(sorted(found, key=lambda one: (one.year, one.kind)))


def unit_breaks(spans: Mapping[str, tuple[int, int, int]], unit: str) -> Iterable[Break]:
    """Return the breaks of a series that went on in, or came from, another unit.

    `spans` tells for each unit of one indicator its first and last year and the report of the first.
    """
    first, last, report = spans[unit]
    for other, (begins, ends, other_report) in spans.items():
        if other != unit and ends < first:
            yield Break(first, "unit", other, unit, report)
        elif other != unit and begins > last:
            yield Break(begins, "unit", unit, other, other_report)


def _changes(kind: str, shown: Sequence[Point], told: Mapping[int, str]) -> Iterable[Break]:
    before = ""
    for point in shown:
        now = told.get(point.figure_id, "")
        # what an earlier year was is told by its own report only, not by one that looks back
        own = point.state != "implied" and point.report_year in (None, point.year)
        if not now or not own:
            continue
        if before and _bare(now) != _bare(before):
            yield Break(point.year, kind, before, now, point.report_id)
        before = now


def _said(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return "".join(found[1].split()) if found else ""


def _bare(text: str) -> str:
    return _PLACE.sub("", fold_word_forms(text).lower().strip())
