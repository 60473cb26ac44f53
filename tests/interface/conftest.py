"""A small made-up report with one of everything, and the schema it must meet."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import resources
from db.model import (
    Block,
    Cell,
    Change,
    Content,
    Emphasis,
    Figure,
    Finding,
    Mark,
    Note,
    Place,
    Report,
    ReportData,
    Section,
    Source,
    Table,
)

Validate = Callable[[str, dict[str, Any]], None]


@pytest.fixture(scope="session")
def validate() -> Validate:
    """Return a function that raises where a document breaks the schema of its name."""
    schema = json.loads(resources.text("schema/tubaocao-1.json"))
    Draft202012Validator.check_schema(schema)

    def check(name: str, document: dict[str, Any]) -> None:
        Draft202012Validator({**schema, "oneOf": [{"$ref": f"#/$defs/{name}"}]}).validate(document)
        Draft202012Validator(schema).validate(document)

    return check


@pytest.fixture
def report() -> Report:
    """A report whose title is markup, as a hostile file's might be."""
    data = ReportData(title="Báo cáo <b>thử</b>", kind="Báo cáo", issuer="Tỉnh ủy", year=2023, period="2023")
    return Report(
        1, "thu-2023", data, Source("thử.docx", "/x/thử.docx", "a" * 64, "docx", 10), "2024-01-02T03:04:05Z", "d"
    )


@pytest.fixture
def content() -> Content:
    """One of everything."""
    text = "Quy mô kinh tế 112,5 nghìn tỷ đồng & hơn"
    change = Change("giảm", 3.2, "nghìn tỷ đồng", "2022")
    return Content(
        data=ReportData(),
        sections=(Section(1, None, 1, "I", "I.", "KINH TẾ"), Section(2, 1, 2, "-", "-", "", "Quy mô")),
        blocks=(
            Block(1, None, "header", "BÁO CÁO", align="center"),
            Block(2, 1, "heading", "I. KINH TẾ", marks=(Mark(10, 2),)),
            Block(3, 2, "item", text, (Mark(14, 1),), emphasis=(Emphasis(0, 14, "b"), Emphasis(7, 20, "i^"))),
            Block(4, 2, "table", "", table_id=1),
        ),
        notes=(Note(1, "1", "footnote", "Nguồn <script>", True), Note(2, "2", "endnote", "Hai.", True)),
        tables=(
            Table(
                1,
                2,
                "Biểu 1",
                2,
                2,
                1,
                (
                    Cell(0, 0, 1, 2, "Chỉ tiêu", (Mark(8, 1),)),
                    Cell(1, 0, 1, 1, "GRDP"),
                    Cell(1, 1, 1, 1, "8,25", (), 8.25, "%"),
                ),
            ),
        ),
        figures=(
            Figure(
                1,
                Place(block_id=3),
                15,
                34,
                text,
                112.5,
                "nghìn tỷ đồng",
                "Quy mô",
                "grdp",
                112.45,
                112.55,
                1.125e14,
                "đồng",
                change=change,
                implied_previous=115.7,
            ),
            Figure(2, Place(table_id=1, row=1, col=1), 0, 4, "8,25", 8.25, "%", kind="ratio", of=193.0),
        ),
        findings=(Finding("TBC-402", count=3), Finding("TBC-442", "Quy mô", 1, 3)),
    )
