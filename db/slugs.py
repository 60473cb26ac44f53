"""The short names of reports for the command line: quang-nam-2023."""

from __future__ import annotations

import re
import sqlite3
from pathlib import PurePath

from db.model import ReportData, Source
from db.vietnamese.folding import fold, nfc

_LONGEST = 60
# "." is the sign after "-": two looks into the index, where GLOB with a parameter would read it whole.
TAKEN = """
    SELECT slug FROM report WHERE slug = :slug
    UNION ALL SELECT slug FROM report WHERE slug >= :slug || '-' AND slug < :slug || '.'
"""
_PLACE_RANKS = re.compile(r"^(tinh|thanh pho|tp\.?|huyen|quan|thi xa)\s+")


def free_slug(conn: sqlite3.Connection, data: ReportData, source: Source, wanted: str = "") -> str:
    """Return a slug no report has yet: `wanted`, else place and year, "-2", "-3" … where it is taken."""
    wanted = wanted or slug_of(data, source)
    taken = {slug for (slug,) in conn.execute(TAKEN, {"slug": wanted})}
    if wanted not in taken:
        return wanted
    return next(slug for slug in (f"{wanted}-{n}" for n in range(2, len(taken) + 3)) if slug not in taken)


def slug_of(data: ReportData, source: Source) -> str:
    """Return place (or issuer, or file name), year, and the period where it is not the year."""
    name = plain(_PLACE_RANKS.sub("", fold(nfc(data.place)))) or plain(data.issuer) or plain(PurePath(source.name).stem)
    year = str(data.year) if data.year is not None else ""
    period = "" if data.period in ("", year) else plain(data.period.replace(year, " ") if year else data.period)
    parts = [name[:_LONGEST].strip("-") or "bao-cao", *([year] if year and year not in name.split("-") else []), period]
    return "-".join(part for part in parts if part)


def plain(text: str) -> str:
    """Return `text` in small ASCII letters and digits, joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(nfc(text))))
