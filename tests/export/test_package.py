"""A Data Package describes itself: schema, keys, sources, and every figure whole."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from db.export.exporters import export_all
from db.export.figures import chosen_figures, figures_table
from db.export.options import ExportOptions
from db.export.tables import report_tables


@pytest.fixture
def archive(made: Any, tmp_path: Path) -> ZipFile:
    figures = figures_table([chosen_figures(made.report, made.content)])
    tables = [*report_tables(made.report, made.content), figures]
    for _ in export_all(tables, tmp_path / "a.zip", ExportOptions(at="2026-11-24")):
        pass
    return ZipFile(tmp_path / "a.zip")


def rows(archive: ZipFile, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(archive.read(name).decode().splitlines()))


def test_every_resource_is_there_and_fits_its_schema(archive: ZipFile) -> None:
    package = json.loads(archive.read("datapackage.json"))
    assert package["profile"] == "tabular-data-package"
    assert package["created"] == "2026-11-24T00:00:00Z"
    paths = [resource["path"] for resource in package["resources"]]
    assert paths == ["figures.csv", "tables/table-01.csv", "tables/table-02.csv", "sources.csv"]
    assert set(paths) == set(archive.namelist()) - {"datapackage.json"}
    kinds = {"integer": int, "number": float, "string": str, "boolean": {"true": True, "false": False}.__getitem__}
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        header, *body = csv.reader(archive.read(resource["path"]).decode().splitlines())
        assert header == [field["name"] for field in fields] or resource["path"].endswith("02.csv")
        assert len(set(header)) == len(header)
        for row in body:
            for field, text in zip(fields, row, strict=True):
                assert not text or kinds[field["type"]](text) is not None


def test_figures_point_to_their_source(archive: ZipFile) -> None:
    figures, sources = rows(archive, "figures.csv"), rows(archive, "sources.csv")
    assert [(row["name"], row["value"], row["unit"], row["section"]) for row in figures] == [
        ("Quy mô", "112.5", "nghìn tỷ đồng", "I"),
        ("Thu ngân sách", "20880", "tỷ đồng", "I"),
    ]
    assert {row["report"] for row in figures} == {row["report"] for row in sources} == {"quang-nam-2023"}
    assert sources[0]["sha256"] == "ab12" * 16
    assert sources[0]["sample"] == "false"
    schema = json.loads(archive.read("datapackage.json"))["resources"][0]["schema"]
    assert schema["primaryKey"] == ["report", "id"]
    assert schema["foreignKeys"][0]["reference"] == {"resource": "sources", "fields": "report"}


def test_notes_of_a_table_stand_in_its_description(archive: ZipFile) -> None:
    package = json.loads(archive.read("datapackage.json"))
    assert package["resources"][1]["description"] == "[10] Tính theo giá hiện hành.\n[11] =1+1"
    assert package["resources"][1]["title"] == "Biểu 1. Thu ngân sách"
    types = [field["type"] for field in package["resources"][1]["schema"]["fields"]]
    assert types == ["string", "number", "string", "string"]
