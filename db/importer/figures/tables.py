"""Figures of tables."""
from __future__ import annotations
from db.indicators.catalogue import Catalogue
from db.model import Figure, ReportData, Table
def table_figures(table: Table, data: ReportData, catalogue: Catalogue, first_id: int) -> list[Figure]:
    return []
