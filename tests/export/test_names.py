"""Names every system takes, and no two alike."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.export.names import LONGEST_NAME, LONGEST_SHEET, file_stem, safe_name, sheet_names
from db.export.tables import report_tables

RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}


def check(name: str, suffix: str) -> None:
    assert 0 < len(name.encode()) <= LONGEST_NAME
    assert name.endswith(suffix)
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\x7f]', name)
    assert not any(unicodedata.category(letter)[0] == "C" for letter in name)
    assert name == name.strip(" .")
    assert name not in (".", "..")
    assert name.split(".", maxsplit=1)[0].strip().lower() not in RESERVED
    assert not name.startswith(("~$", ".", "-"))


@settings(max_examples=600, deadline=None)
@given(st.text(max_size=400), st.booleans(), st.sampled_from([".xlsx", ".csv", ""]))
def test_any_text_becomes_a_sound_name(text: str, diacritics: bool, suffix: str) -> None:
    name = safe_name(text, suffix, diacritics)
    check(name, suffix)
    assert diacritics or name.isascii()
    again = safe_name(text, suffix, diacritics, taken=[name.upper()])
    check(again, suffix)
    assert again.upper() != name.upper()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bảng 4: Thu ngân sách", "Bang-4-Thu-ngan-sach.xlsx"),
        ("../../etc/passwd", "etc-passwd.xlsx"),
        ("CON", "_CON.xlsx"),
        ("com1.tar", "_com1.tar.xlsx"),
        ("", "bang.xlsx"),
        ("a. . .", "a.xlsx"),
        ("\u202ea\u200bb", "ab.xlsx"),
        ("Đắk Lắk", "Dak-Lak.xlsx"),
        ("~$a", "a.xlsx"),
    ],
)
def test_names_people_can_read(text: str, name: str) -> None:
    assert safe_name(text, ".xlsx") == name


def test_marks_stay_where_they_are_asked_for() -> None:
    assert safe_name("Thu ngân sách", ".xlsx", diacritics=True) == "Thu-ngân-sách.xlsx"
    twin = unicodedata.normalize("NFD", "Thu-ngân-sách.xlsx")
    assert safe_name("Thu ngân sách", ".xlsx", diacritics=True, taken=[twin]) == "Thu-ngân-sách-2.xlsx"


def test_the_stem_of_an_export(made: Any) -> None:
    tables = report_tables(made.report, made.content)
    assert safe_name(file_stem(tables[:1]), ".xlsx") == "2023_TinhUy_Bang-01_Thu-ngan-sach.xlsx"
    assert safe_name(file_stem(tables), ".xlsx") == "2023_TinhUy_2-Bang.xlsx"


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(max_size=50), min_size=1, max_size=8))
def test_any_texts_become_sound_sheet_names(texts: list[str]) -> None:
    names = sheet_names(texts, ("Nguồn",))
    assert len({name.casefold() for name in (*names, "Nguồn")}) == len(texts) + 1
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= LONGEST_SHEET
        assert not re.search(r"[\[\]:*?/\\]", name)
        assert not name.startswith("'")
        assert not name.endswith("'")


def test_sheets_of_one_name_are_counted() -> None:
    assert sheet_names(["Bảng 1", "bảng 1", "Nguồn"], ("Nguồn",)) == ["Bảng 1", "bảng 1 (2)", "Nguồn (2)"]
