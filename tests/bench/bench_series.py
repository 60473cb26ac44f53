"""A series of one area out of a library that grows from 1 to 10,000 reports, and what the indicator view reads.

Every report has one area of 25 years; its text names 60 indicators of the catalogue once each, with last
year's value, a rate and a plan: what a report of some ten pages states.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from measuring import Figure, seconds

from db import digest, queries, writer
from db.importer.assemble import content_of
from db.importer.document import Document, Paragraph
from db.indicators.catalogue import load
from db.library import Library
from db.model import Content, Source

SIZES = (1, 10, 100, 1_000, 10_000)
YEARS = 25
_INDICATORS = 60


def figures() -> Iterator[Figure]:
    """Yield what was measured."""
    base = _report()
    indicator = next(one.indicator for one in base.figures if one.kind == "level")
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder) / "many.tubaocao")
        for before, size in zip((0, *SIZES), SIZES, strict=False):
            _fill(library, base, before, size)
            conn = library.reader()
            area = queries.areas(conn)[0].name
            (level, *_) = queries.series(conn, indicator, area=area)
            spent = seconds(lambda: queries.series(conn, indicator, area=area), times=21)  # noqa: B023 - run at once
            told = f"{len(level.points)} points of {min(size, YEARS)} reports"
            yield Figure(f"series of one area, library of {size} reports", 1e3 * spent, "ms CPU", 5, told)
            spent = seconds(lambda: queries.series(conn, area=area, outside=True), times=3)  # noqa: B023
            yield Figure(f"all series of one area, library of {size} reports", 1e3 * spent, "ms CPU")
            yield Figure(f"areas of a library of {size} reports", 1e3 * seconds(lambda: queries.areas(conn)), "ms CPU")  # noqa: B023
        library.close()


def _report() -> Content:
    lines = ["BÁO CÁO", "tình hình thực hiện nhiệm vụ năm 2000", "I. KẾT QUẢ THỰC HIỆN"]
    levels = [one for one in load().indicators if "level" in one.kinds and one.units][:_INDICATORS]
    for number, one in enumerate(levels):
        unit = "tỷ đồng" if "đồng" in one.units else min(one.units) or "trường hợp"
        lines.append(
            f"{one.name} năm 2000 đạt {number * 37 + 120} {unit}, tăng {number % 9 + 1},5% so với năm 1999,"
            f" đạt {number % 7 + 98},2% kế hoạch."
        )
    return content_of(Document("txt", tuple(Paragraph(line) for line in lines)), "nam.txt")


def _fill(library: Library, base: Content, first: int, last: int) -> None:
    with library.writing() as conn:
        for number in range(first, last):
            year = 2000 + number % YEARS
            content = replace(
                base,
                data=replace(base.data, year=year, period=str(year), issuer=f"Ủy ban nhân dân xã Số {number // YEARS}"),
                figures=tuple(
                    replace(one, period=str(year), period_start=f"{year}-01-01", period_end=f"{year}-12-31")
                    for one in base.figures
                ),
            )
            source = Source(f"{number}.txt", "", f"{number:064x}", "txt", 1)
            writer.add_report(conn, content, source, "2026-01-01T00:00:00Z", digest.digest(content))
