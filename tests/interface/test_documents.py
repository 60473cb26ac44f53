"""The JSON of version 1 has exactly the keys of the contract, and its schema notices when it has not."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import ValidationError

from db.interface.documents import (
    dumps,
    import_document,
    indicators_document,
    list_document,
    receipt_name,
    report_document,
    search_document,
)
from db.model import Break, Content, Counts, Finding, Place, Point, Receipt, Report, SearchHit, SearchResult, Series

Validate = Callable[[str, dict[str, Any]], None]


def test_a_report_meets_the_schema(report: Report, content: Content, validate: Validate) -> None:
    document = report_document(report, content)
    validate("show", document)
    assert list(document) == ["format", "report", "sections", "blocks", "notes", "tables", "figures"]
    assert document["format"] == "tubaocao/1"


def test_keys_that_say_nothing_are_left_out_and_those_of_the_contract_are_null(
    report: Report, content: Content
) -> None:
    document = report_document(report, content)
    whole, cell = document["figures"]
    assert whole["change"] == {"direction": "giảm", "value": 3.2, "unit": "nghìn tỷ đồng", "versus": "2022"}
    assert (whole["low"], whole["value_base"], whole["block"]) == (112.45, 1.125e14, 3)
    assert {"of", "note", "cell", "period_start"}.isdisjoint(whole)
    assert (cell["change"], cell["implied_previous"], cell["of"], cell["cell"]) == (None, None, 193.0, [1, 1, 1])
    assert cell["block"] == 4
    assert {"low", "high", "value_base", "note"}.isdisjoint(cell)
    assert document["blocks"][2] == {
        "id": 3,
        "section": 2,
        "kind": "item",
        "text": content.blocks[2].text,
        "notes": [{"offset": 14, "note": 1}],
    }
    assert document["blocks"][3]["table"] == 1
    assert document["tables"][0]["cells"][1] == {"row": 1, "col": 0, "rowspan": 1, "colspan": 1, "text": "GRDP"}


def test_warnings_speak_the_language(report: Report, content: Content) -> None:
    head = report_document(report, content, "en")["report"]
    assert head["warnings"][0] == {"code": "TBC-402", "text": "Pictures left out: 3."}
    assert head["warnings"][1]["block"] == 3
    assert head["source"] == {"name": "thử.docx", "sha256": "a" * 64, "format": "docx", "bytes": 10}


def test_import_tells_of_each_file(validate: Validate) -> None:
    stored = Receipt(1, "/x/a.docx", "imported", 1, "", "", Counts(1, 2, 2, 0, 5), (Finding("TBC-402", count=2),), "")
    refused = Receipt(2, "C:\\x\\b.doc", "refused", None, "TBC-114", "", Counts(), (), "")
    document = import_document([stored, refused], "en")
    validate("import", document)
    first, second = document["files"]
    assert (first["code"], first["counts"]["notes_linked"], "reason" in first) == (None, 2, False)
    assert (second["report"], second["code"]) == (None, "TBC-114")
    assert second["reason"].startswith("The file has a password.")
    assert receipt_name(refused) == "b.doc"


def test_the_list_names_the_file(report: Report, validate: Validate) -> None:
    document = list_document([report])
    validate("list", document)
    assert document["reports"][0]["source"] == "thử.docx"


@pytest.mark.parametrize(
    ("place", "key", "value"),
    [
        (Place(block_id=3), "block", 3),
        (Place(note_id=4), "note", 4),
        (Place(table_id=1, row=0, col=2), "cell", [1, 0, 2]),
    ],
)
def test_a_hit_says_where_it_is(place: Place, key: str, value: object, validate: Validate) -> None:
    hit = SearchHit(1, None, place, "body", "đảng viên", ((0, 4), (5, 9)))
    document = search_document(SearchResult("dang vien", 1, (hit,)))
    validate("search", document)
    assert document["hits"][0][key] == value
    assert document["hits"][0]["marks"] == [[0, 4], [5, 9]]


def test_series_keep_unknown_bounds_as_null(validate: Validate) -> None:
    point = Point(2023, "2023", 7.5, None, None, "stated", 1, 9, "câu")
    document = indicators_document([Series("grdp", "GRDP", "%", (point,))])
    validate("indicators", document)
    assert document["series"][0]["points"][0]["low"] is None
    assert document["series"][0]["breaks"] == []


def test_a_series_tells_where_it_breaks_and_what_it_derived(validate: Validate) -> None:
    derived = Point(2022, "2022", 115.7, 115.55, 115.85, "implied", 1, 9, "câu", rule="level-change", report_year=2023)
    fixed = replace(derived, state="corrected", rule="", original=115.7, context="chú thích 3", qualifier="hơn")
    mark = Break(2025, "territory", "Quảng Nam", "Đà Nẵng", 2)
    document = indicators_document([Series("quy-mo", "Quy mô", "nghìn tỷ đồng", (derived, fixed), (mark,))])
    validate("indicators", document)
    series = document["series"][0]
    assert series["breaks"] == [
        {"year": 2025, "kind": "territory", "before": "Quảng Nam", "after": "Đà Nẵng", "report": 2}
    ]
    assert series["points"][0]["rule"] == "level-change"
    assert "original" not in series["points"][0]
    assert (series["points"][1]["original"], series["points"][1]["context"]) == (115.7, "chú thích 3")


def test_the_schema_notices(report: Report, content: Content, validate: Validate) -> None:
    document = report_document(report, content)
    del document["figures"][0]["change"]
    with pytest.raises(ValidationError):
        validate("show", document)
    with pytest.raises(ValidationError):
        validate("show", report_document(replace(report, id=0), content))


def test_letters_are_kept() -> None:
    assert json.loads(dumps({"a": "đảng\u0000"})) == {"a": "đảng\u0000"}
    assert "đảng" in dumps({"a": "đảng"})
