"""JSON: tables with every cell as printed and as counted, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from db.export.accounts import caveats
from db.export.options import ExportOptions
from db.export.table import ExportCell, ExportTable, Origin
from db.export.words import citation

FORMAT = "tubaocao/1"


class Json:
    """Writes tables into one document; what a span covers is null."""

    name = "JSON"
    suffix = ".json"

    def write(self, tables: Sequence[ExportTable], file: Path, options: ExportOptions) -> Iterator[int]:
        """Write `tables` to `file`; yields how many rows are done. Raises OSError."""
        documents = []
        done = 0
        for table in tables:
            documents.append(table_document(table, options))
            done += len(table.rows)
            yield done
        document = {"format": FORMAT, "tables": documents, "caveats": list(caveats(tables, options))}
        file.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def table_document(table: ExportTable, options: ExportOptions) -> dict[str, Any]:
    """Return one table as plain values; a number has `value` besides its printed `text`."""
    document: dict[str, Any] = {
        "name": table.name,
        "caption": table.caption,
        "head": [[_cell(cell, table, options.notes) for cell in row] for row in table.head],
        "rows": [[_cell(cell, table, options.notes) for cell in row] for row in table.rows],
    }
    if options.notes:
        document["notes"] = [asdict(note) for note in table.notes]
    if options.sources:
        document["sources"] = [_origin(origin, options) for origin in table.origins]
    if table.links:
        document["links"] = list(table.links)
    if table.remarks:
        document["remarks"] = list(table.remarks)
    if table.records:
        document["figures"] = [asdict(record) for record in table.records]
    return document


def _cell(cell: ExportCell, table: ExportTable, notes: bool) -> dict[str, Any] | None:
    if cell.kind == "covered":
        return None
    document: dict[str, Any] = {"text": cell.text, "kind": cell.kind}
    if cell.value is not None:
        document |= {"value": _number(cell), "decimals": cell.decimals}
    more = {"unit": cell.unit, "doubtful": cell.doubtful, "link": cell.link}
    document |= {name: value for name, value in more.items() if value}
    spans = {"rowspan": cell.rowspan, "colspan": cell.colspan}
    document |= {name: span for name, span in spans.items() if span > 1}
    if cell.marks and notes:
        document["notes"] = [{"offset": offset, "note": table.notes[number].label} for offset, number in cell.marks]
    return document


def _number(cell: ExportCell) -> float | int:
    assert cell.value is not None
    return int(cell.value) if not cell.decimals else float(cell.value)


def _origin(origin: Origin, options: ExportOptions) -> dict[str, Any]:
    document = {name: value for name, value in asdict(origin).items() if value not in ("", 0, None, False)}
    return {"citation": citation(origin, options.language)} | document
