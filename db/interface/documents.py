"""The JSON documents of version 1, as plain dictionaries; `resources/schema/tubaocao-1.json` is their schema."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from db.health import HealthFinding
from db.interface.figures import figure_document, place_document
from db.messages import words_for
from db.model import Block, Cell, Content, Finding, Mark, Point, Receipt, Report, SearchResult, Series, Table

FORMAT = "tubaocao/1"

Document = dict[str, Any]


def dumps(document: Document) -> str:
    """Return a document as JSON text that keeps its letters."""
    return json.dumps(document, ensure_ascii=False, indent=1)


def report_document(report: Report, content: Content, language: str = "vi") -> Document:
    """Return one report whole, as `show --format json` prints it."""
    table_blocks = {block.table_id: block.id for block in content.blocks if block.table_id is not None}
    return {
        "format": FORMAT,
        "report": report_head(report) | {"warnings": warnings(content.findings, language)},
        "sections": [
            {"id": row.id, "parent": row.parent_id, "level": row.level, "number": row.number, "title": row.title}
            for row in content.sections
        ],
        "blocks": [_block(block) for block in content.blocks],
        "notes": [{"id": row.id, "label": row.label, "kind": row.kind, "text": row.text} for row in content.notes],
        "tables": [_table(table) for table in content.tables],
        "figures": [figure_document(figure, table_blocks) for figure in content.figures],
    }


def report_head(report: Report) -> Document:
    """Return what a report is and where it came from."""
    data, source = report.data, report.source
    return {
        "id": report.id,
        "slug": report.slug,
        "title": data.title,
        "kind": data.kind,
        "issuer": data.issuer,
        "place": data.place,
        "number": data.number,
        "date": data.date,
        "year": data.year,
        "period": data.period,
        "signed_by": data.signed_by,
        "signed_as": data.signed_as,
        "source": {"name": source.name, "sha256": source.sha256, "format": source.format, "bytes": source.bytes},
    }


def warnings(findings: Iterable[Finding], language: str) -> list[Document]:
    """Return the findings of an import with their words."""
    return [
        {"code": row.code, "text": finding_text(row, language)}
        | ({"block": row.block_id} if row.block_id is not None else {})
        for row in findings
    ]


def finding_text(finding: Finding, language: str) -> str:
    """Return what a finding says, in one sentence."""
    return words_for(finding.code, language, detail=finding.detail, count=finding.count).what


def import_document(receipts: Iterable[Receipt], language: str = "vi") -> Document:
    """Return what became of every file offered for import."""
    return {"format": FORMAT, "files": [_receipt(receipt, language) for receipt in receipts]}


def list_document(reports: Iterable[Report]) -> Document:
    """Return the reports of a library, in the order they are given in; `source` is the file's name."""
    return {
        "format": FORMAT,
        "reports": [
            {
                "id": row.id,
                "slug": row.slug,
                "title": row.data.title,
                "kind": row.data.kind,
                "issuer": row.data.issuer,
                "year": row.data.year,
                "period": row.data.period,
                "source": row.source.name,
                "imported_at": row.imported_at,
            }
            for row in reports
        ],
    }


def search_document(result: SearchResult) -> Document:
    """Return the places where all the words stand."""
    return {
        "format": FORMAT,
        "query": result.query,
        "total": result.total,
        "hits": [
            {"report": hit.report_id, "section": hit.section_id}
            | place_document(hit.place)
            | {"snippet": hit.snippet, "marks": [list(mark) for mark in hit.marks]}
            for hit in result.hits
        ],
    }


def indicators_document(series: Sequence[Series]) -> Document:
    """Return series over the years, with the years from which on values cannot be compared with earlier ones."""
    return {"format": FORMAT, "series": [_series(row) for row in series]}


def check_document(findings: Sequence[HealthFinding], store: str, language: str = "vi") -> Document:
    """Return what a check of the library found; it is sound when nothing is left unrepaired."""
    return {
        "format": FORMAT,
        "ok": all(finding.repaired for finding in findings),
        "findings": [_health(finding, store, language) for finding in findings],
    }


def _health(finding: HealthFinding, store: str, language: str) -> Document:
    document: Document = {
        "code": finding.code,
        "what": words_for(finding.code, language, store, finding.detail).what,
    }
    if finding.report_id is not None:
        document["report"] = finding.report_id
    if finding.repaired:
        document["repaired"] = True
    return document


def _series(series: Series) -> Document:
    breaks = [
        {"year": one.year, "kind": one.kind, "before": one.before, "after": one.after, "report": one.report_id}
        for one in series.breaks
    ]
    head = {"indicator": series.indicator, "name": series.name, "unit": series.unit}
    return head | {"points": [_point(point) for point in series.points], "breaks": breaks}


def _point(point: Point) -> Document:
    """Return a value; what only some have (context, rule, the value before a correction) stands where it is."""
    document: Document = {
        "year": point.year,
        "period": point.period,
        "value": point.value,
        "low": point.low,
        "high": point.high,
        "state": point.state,
        "report": point.report_id,
        "figure": point.figure_id,
        "quote": point.quote,
        "kind": point.kind,
        "name": point.name,
    }
    more = {"report_year": point.report_year, "original": point.original}
    words = {"qualifier": point.qualifier, "context": point.context, "rule": point.rule}
    return (
        document
        | {key: value for key, value in more.items() if value is not None}
        | {key: value for key, value in words.items() if value}
    )


def _receipt(receipt: Receipt, language: str) -> Document:
    counts = receipt.counts
    document: Document = {
        "path": receipt.path,
        "status": receipt.status,
        "report": receipt.report_id,
        "code": receipt.code or None,
    }
    if receipt.code:
        document["reason"] = words_for(receipt.code, language, receipt_name(receipt), receipt.detail).reason
    document["counts"] = {
        "sections": counts.sections,
        "notes": counts.notes,
        "notes_linked": counts.notes_linked,
        "tables": counts.tables,
        "figures": counts.figures,
    }
    document["warnings"] = warnings(receipt.findings, language)
    return document


def receipt_name(receipt: Receipt) -> str:
    """Return the name of the file a receipt speaks of, whichever system wrote its path."""
    return receipt.path.replace("\\", "/").rstrip("/").rpartition("/")[2] or receipt.path


def _notes(marks: Iterable[Mark]) -> list[Document]:
    return [{"offset": mark.offset, "note": mark.note_id} for mark in marks]


def _block(block: Block) -> Document:
    document: Document = {
        "id": block.id,
        "section": block.section_id,
        "kind": block.kind,
        "text": block.text,
        "notes": _notes(block.marks),
    }
    if block.table_id is not None:
        document["table"] = block.table_id
    return document


def _table(table: Table) -> Document:
    return {
        "id": table.id,
        "section": table.section_id,
        "caption": table.caption,
        "rows": table.rows,
        "cols": table.cols,
        "header_rows": table.header_rows,
        "cells": [_cell(cell) for cell in table.cells],
    }


def _cell(cell: Cell) -> Document:
    document: Document = {
        "row": cell.row,
        "col": cell.col,
        "rowspan": cell.rowspan,
        "colspan": cell.colspan,
        "text": cell.text,
    }
    if cell.value is not None:
        document["value"] = cell.value
    if cell.unit:
        document["unit"] = cell.unit
    if cell.marks:
        document["notes"] = _notes(cell.marks)
    return document
