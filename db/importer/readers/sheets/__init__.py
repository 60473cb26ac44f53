"""Workbooks (.xlsx, .xlsm, .xls, .ods): every sheet with something in it becomes a heading and a table."""

from __future__ import annotations

from db.importer.readers.sheets.ods import OdsReader
from db.importer.readers.sheets.xls import XlsReader
from db.importer.readers.sheets.xlsx import XlsxReader

__all__ = ["OdsReader", "XlsReader", "XlsxReader"]
