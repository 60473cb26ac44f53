"""How a place of a report is named, in the language of the window; the naming itself is the library's."""

from __future__ import annotations

from db import citations
from db.citations import chain, is_numbered, label, note_sections, number_path, table_sections
from db.model import ReportData
from desktop.languages import current_language

__all__ = ["chain", "cite", "is_numbered", "label", "note_sections", "number_path", "table_sections"]


def cite(data: ReportData, path: str, paragraph: int = 0, note: str = "") -> str:
    """Return the source line, as "(Báo cáo …, năm 2023, mục I.2, đoạn 3, chú thích 12)"; unknown parts are left out."""
    return citations.cite(data, path, paragraph, note, language=current_language())
