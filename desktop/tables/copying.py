"""Puts chosen cells onto the clipboard: a real table for Word, cells for Excel, tabs for everything else."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from db.export.clipboard import html_of, tsv_of
from db.export.options import ExportOptions
from db.export.table import ExportTable
from desktop.languages import current_language
from desktop.sheet.part import part_of_table


def copy_cells(
    table: ExportTable, chosen: Collection[tuple[int, int]], headers: bool = False, cited: bool = False
) -> bool:
    """Copy the chosen cells, with the captions of their columns or the source line; False where none is chosen."""
    if not chosen:
        return False
    part = part_of_table(table, chosen)
    options = ExportOptions(language=current_language())
    data = QMimeData()
    data.setHtml(html_of(part, headers, cited, options))
    data.setText(tsv_of(part, headers, cited, options))
    QGuiApplication.clipboard().setMimeData(data)
    return True
