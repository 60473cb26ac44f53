"""Exported JSON keeps to its schema and holds spans, notes and sources."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

import resources
from db.export.exporters import export_all
from db.export.figures import chosen_figures, figures_table
from db.export.options import ExportOptions
from db.export.tables import report_tables


def written(tables: Any, target: Path, **choices: Any) -> dict[str, Any]:
    for _ in export_all(tables, target, ExportOptions(**choices)):
        pass
    document: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    Draft202012Validator(json.loads(resources.text("schema/tubaocao-export-1.json"))).validate(document)
    return document


def test_a_document_keeps_to_its_schema(made: Any, tmp_path: Path) -> None:
    figures = figures_table([chosen_figures(made.report, made.content)])
    tables = [*report_tables(made.report, made.content), figures]
    document = written(tables, tmp_path / "a.json")
    first = document["tables"][0]
    assert first["head"][0][1] == {"text": "Thực hiện", "kind": "text", "colspan": 2}
    assert first["head"][0][2] is None
    assert first["rows"][1][2] == {
        "text": "(12,5)",
        "kind": "number",
        "value": -12.5,
        "decimals": 1,
        "unit": "tỷ đồng",
    }
    assert first["rows"][2][0]["notes"] == [{"offset": 4, "note": "11"}, {"offset": 9, "note": "10"}]
    assert first["sources"][0]["section"] == "I.2"
    assert [figure["value"] for figure in document["tables"][2]["figures"]] == [112.5, 20880.0]


def test_notes_and_sources_stay_behind_where_not_asked_for(made: Any, tmp_path: Path) -> None:
    document = written(report_tables(made.report, made.content), tmp_path / "a.json", notes=False, sources=False)
    assert not {"notes", "sources"} & set(document["tables"][0])
