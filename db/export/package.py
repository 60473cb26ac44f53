"""A Frictionless Data Package: figures, tables and their sources as csv, with a schema any tool can follow."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any, get_type_hints

from db.export.accounts import caveats
from db.export.csv import csv_text, grid
from db.export.formulas import guarded
from db.export.layouts import captions_of
from db.export.options import PLAIN, ExportOptions
from db.export.packing import pack
from db.export.records import FigureRecord
from db.export.table import ExportTable, Origin
from db.export.words import words

_TYPES = {int: "integer", float: "number", str: "string"}
_SOURCE_FIELDS = ("report", "title", "issuer", "year", "period", "date", "file", "sha256", "sample")
_PLAIN_BELOW = 1e15  # beyond, a float says no more than its first digits
_GUARD = "A text that a spreadsheet could take for a formula begins with an apostrophe that is not part of it."
_DIALECT = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\r\n", "header": True}

Part = tuple[str, bytes]

DESCRIPTION = "datapackage.json"
"""The file that makes a folder a package."""


class Package:
    """Writes figures.csv, sources.csv, tables/*.csv and datapackage.json into a zip archive."""

    name = "Data Package"
    suffix = ".zip"

    def write(self, tables: Sequence[ExportTable], file: Path, options: ExportOptions) -> Iterator[int]:
        """Write `tables` to `file`; yields how many rows are done. Raises OSError."""
        pack(file, package_parts(tables, options))
        yield sum(len(table.rows) for table in tables)


class PackageFolder:
    """Writes the same files into a folder of its own; chosen by a target without an ending."""

    name = "Data Package"
    suffix = ""

    def write(self, tables: Sequence[ExportTable], file: Path, options: ExportOptions) -> Iterator[int]:
        """Write `tables` into the folder `file`; yields how many rows are done. Raises OSError."""
        for name, content in package_parts(tables, options):
            part = file / name
            part.parent.mkdir(exist_ok=True)
            part.write_bytes(content)
        yield sum(len(table.rows) for table in tables)


def package_parts(tables: Sequence[ExportTable], options: ExportOptions) -> Iterator[Part]:
    """Yield name and bytes of every file of the package, datapackage.json last."""
    records = list(dict.fromkeys(record for table in tables for record in table.records))
    resources: list[dict[str, Any]] = []
    if records:
        names = [field.name for field in fields(FigureRecord)]
        yield "figures.csv", _csv([names, *(_values(astuple(record)) for record in records)])
        resources.append(_resource("figures", "figures.csv", _figure_schema()))
    for number, table in enumerate((table for table in tables if not table.records), 1):
        name = f"table-{number:02d}"
        columns = _columns(table)
        rows = list(grid(table, PLAIN))[len(table.head) :]
        yield f"tables/{name}.csv", _csv([[guarded(column) for column in columns], *rows])
        resource = _resource(name, f"tables/{name}.csv", _table_schema(table, columns))
        resources.append(resource | {"title": table.caption or table.name} | _notes(table))
    origins = _origins(tables)
    yield "sources.csv", _csv([list(_SOURCE_FIELDS), *map(_source, origins)])
    resources.append(_resource("sources", "sources.csv", _source_schema()))
    document = _document(tables, origins, resources, options)
    yield DESCRIPTION, (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _document(
    tables: Sequence[ExportTable], origins: Sequence[Origin], resources: list[dict[str, Any]], options: ExportOptions
) -> dict[str, Any]:
    document: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "tubaocao-export",
        "title": tables[0].caption or tables[0].name,
        "description": " ".join([*caveats(tables, options), _GUARD]),
    }
    if options.at:
        # The standard wants a moment; of a day only its beginning is known.
        document["created"] = options.at if "T" in options.at else f"{options.at}T00:00:00Z"
    sources = [{"title": origin.title or origin.slug, "path": origin.file} for origin in origins]
    made = {"title": words("made_by", options.language), "role": "wrangler"}
    return document | {"sources": sources, "contributors": [made], "resources": resources}


def _resource(name: str, path: str, schema: dict[str, Any]) -> dict[str, Any]:
    kind = {"profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    return {"name": name, "path": path} | kind | {"dialect": _DIALECT, "schema": schema}


def _figure_schema() -> dict[str, Any]:
    hints = get_type_hints(FigureRecord)
    return {
        "fields": [{"name": field.name, "type": _type(hints[field.name])} for field in fields(FigureRecord)],
        "missingValues": [""],
        "primaryKey": ["report", "id"],
        "foreignKeys": [{"fields": "report", "reference": {"resource": "sources", "fields": "report"}}],
    }


def _type(hint: object) -> str:
    return next((name for kind, name in _TYPES.items() if hint in (kind, kind | None)), "string")


def _table_schema(table: ExportTable, columns: Sequence[str]) -> dict[str, Any]:
    kinds = ["number" if _counts(table, col) else "string" for col in range(table.cols)]
    named = [{"name": name, "type": kind} for name, kind in zip(columns, kinds, strict=True)]
    return {"fields": named, "missingValues": [""]}


def _counts(table: ExportTable, col: int) -> bool:
    kinds = {row[col].kind for row in table.rows} - {"blank", "covered"}
    return kinds == {"number"}


def _columns(table: ExportTable) -> list[str]:
    """Return a name for every column, no two alike."""
    found: list[str] = []
    for number, caption in enumerate(captions_of(table), 1):
        name = caption or f"column {number}"
        found.append(name if name not in found else f"{name} ({number})")
    return found


def _notes(table: ExportTable) -> dict[str, Any]:
    lines = [f"[{note.label}] {note.text}" for note in table.notes]
    return {"description": "\n".join(lines)} if lines else {}


def _source_schema() -> dict[str, Any]:
    types = {"year": "integer", "sample": "boolean"}
    named = [{"name": name, "type": types.get(name, "string")} for name in _SOURCE_FIELDS]
    return {"fields": named, "missingValues": [""], "primaryKey": ["report"]}


def _origins(tables: Sequence[ExportTable]) -> list[Origin]:
    found: dict[str, Origin] = {}
    for table in tables:
        for origin in table.origins:
            found.setdefault(origin.slug, origin)
    return list(found.values())


def _source(origin: Origin) -> list[str]:
    facts = (origin.slug, origin.title, origin.issuer, origin.year, origin.period, origin.date)
    sample = "true" if origin.sample else "false"
    return _values((*facts, origin.file, origin.sha256, sample))


def _values(values: Sequence[object]) -> list[str]:
    return [_value(value) for value in values]


def _value(value: object) -> str:
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < _PLAIN_BELOW:
        return str(int(value))
    return "" if value is None else str(value)


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    return csv_text(rows, PLAIN).encode()
