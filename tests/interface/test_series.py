"""Series for a terminal and a spreadsheet: numbers can be read back, no text becomes a formula."""

from __future__ import annotations

import csv

from db.indicators.catalogue import Catalogue, Indicator
from db.interface.series import COLUMNS, in_language, named, series_csv, series_text
from db.model import Point, Series

POINTS = (
    Point(2022, "2022", 1200.0, None, None, "stated", 1, 1, "a\nb"),
    Point(2023, "2023", -8.25, None, None, "plan", 2, 3, "- 8,25%"),
)
SERIES = (Series("thu", "Thu ngân sách", "tỷ đồng", POINTS), Series("chi", "=Chi", "%", POINTS[:1]))


def test_lines_have_one_field_for_each_column() -> None:
    lines = series_text(SERIES).splitlines()
    assert lines[0].split("\t") == ["thu", "Thu ngân sách", "2022", "2022", "1200", "tỷ đồng", "stated", "1", "a b"]
    assert {len(line.split("\t")) for line in lines} == {len(COLUMNS)}


def test_a_spreadsheet_finds_numbers_and_no_formulas() -> None:
    rows = list(csv.DictReader(series_csv(SERIES).splitlines()))
    assert [float(row["value"]) for row in rows] == [1200.0, -8.25, 1200.0]
    assert (rows[1]["sentence"], rows[2]["name"]) == ("'- 8,25%", "'=Chi")


def test_a_series_is_named_by_id_or_words() -> None:
    assert named(SERIES, "thu") == [SERIES[0]]
    assert named(SERIES, "NGAN sach") == [SERIES[0]]
    assert named(SERIES, "không có") == []
    assert named(SERIES, "") == list(SERIES)


def test_the_catalogue_names_what_it_knows() -> None:
    known = Indicator("thu", "Thu ngân sách nhà nước", "Budget revenue", "", (), frozenset(), frozenset())
    names = [[row.name for row in in_language(SERIES, Catalogue((known,)), language)] for language in ("vi", "en")]
    assert names == [["Thu ngân sách nhà nước", "=Chi"], ["Budget revenue", "=Chi"]]
