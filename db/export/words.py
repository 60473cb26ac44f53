"""The words of exported files, out of `resources/messages.toml`."""

from __future__ import annotations

from dataclasses import replace

from db.citations import cite
from db.export.table import Origin
from db.messages import words_of
from db.model import ReportData


def words(key: str, language: str, **holes: object) -> str:
    """Return what an exported file says under `key`, its holes filled; KeyError for an unknown key."""
    return words_of("export", key, language, **holes)


def citation(origin: Origin, language: str) -> str:
    """Return where rows come from as one cites it, without brackets; empty where nothing is known."""
    if not origin.title and not origin.slug:
        return ""
    data = ReportData(title=origin.title, issuer=origin.issuer, year=origin.year, period=origin.period)
    return cite(data, origin.section, origin.paragraph, origin.note, language=language, table=origin.table)[1:-1]


def place(origin: Origin, language: str) -> str:
    """Return where rows stand, the report by its year alone: "Báo cáo 2022, mục I.2, đoạn 3"; for long lists."""
    short = replace(
        origin, title=f"{words_of('citation', 'report', 'vi')} {origin.period or origin.year or ''}".strip()
    )
    return citation(replace(short, issuer="", year=None, period=""), language)
