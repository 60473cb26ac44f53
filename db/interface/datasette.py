"""What Datasette is told of a library, so that an office can publish it on its own server; the file stays as it is.

Datasette opens the file with `--immutable` and writes nothing. What concerns one computer or is no report's text
stays closed: where files lay, receipts, removed reports, corrections of a report's head, free SQL, the file itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from db import schema

SETTINGS = {"allow_download": False, "allow_csv_stream": False, "default_page_size": 50}
"""What has to be set when Datasette is started."""

_SEARCHED = {"fts_table": "search_text", "fts_pk": "id"}
_OPEN: dict[str, dict[str, Any]] = {
    "section": {"vi": "Các mục của báo cáo", "en": "The sections of reports"},
    "block": {"vi": "Các đoạn văn", "en": "The paragraphs", "more": _SEARCHED},
    "note": {"vi": "Các chú thích", "en": "The notes", "more": _SEARCHED},
    "mark": {"vi": "Nơi đặt dấu chú thích", "en": "Where the marks of notes stand"},
    "data_table": {"vi": "Các bảng", "en": "The tables"},
    "cell": {"vi": "Các ô của bảng", "en": "The cells of tables", "more": _SEARCHED},
    "figure": {
        "vi": "Các số liệu, kèm nơi chúng đứng",
        "en": "The figures, each with its place",
        "more": {"facets": ["indicator", "unit", "period", "state"]},
    },
    "finding": {"vi": "Điều ghi nhận khi nhập", "en": "What was found at the import"},
}
_REPORTS = """
    SELECT id, slug, title, kind, issuer, place, number, date, year, period, signed_by, signed_as, sections, notes,
           tables, figures
      FROM report
     ORDER BY year DESC, id
"""
_SEARCH = f"""
    SELECT report.slug, report.year, coalesce(block.text, note.text, cell.text) AS text
      FROM (SELECT rowid AS id FROM search_text WHERE search_text MATCH escape_fts(:words) ORDER BY rank LIMIT 200)
           AS found
      LEFT JOIN block ON block.id = found.id
      LEFT JOIN note ON note.id = found.id
      LEFT JOIN cell ON cell.id = found.id
      JOIN report ON report.id = found.id / {schema.ROOM}
"""  # noqa: S608 - our own number
_WORDS = {
    "title": {"vi": "Tủ báo cáo", "en": "Report library"},
    "reports": {"vi": "Các báo cáo", "en": "The reports"},
    "search": {"vi": "Tìm trong mọi báo cáo (gõ không dấu)", "en": "Search all reports (type without diacritics)"},
}


def metadata(store: Path, language: str) -> dict[str, Any]:
    """Return the content of Datasette's metadata.json for the library at `store`, which it calls by its stem."""
    tables = {
        name: {"description": words[language], **words.get("more", {})} if (words := _OPEN.get(name)) else _CLOSED
        for name in _names()
    }
    queries = {
        name: {"sql": _plain(statement), "title": _WORDS[name][language]}
        for name, statement in (("reports", _REPORTS), ("search", _SEARCH))
    }
    held = {"allow_sql": False, "tables": tables, "queries": queries}
    return {"title": _WORDS["title"][language], "databases": {store.stem: held}}


_CLOSED = {"hidden": True, "allow": False}


def _names() -> list[str]:
    """Return every table of a library, the search index's own included."""
    return [*(schema.name_of(statement) for statement in schema.TABLES), *sorted(schema.FOREIGN_NAMES)]


def _plain(statement: str) -> str:
    return " ".join(statement.split())
