"""Values as an office in Vietnam prints them."""

from __future__ import annotations

import datetime

import pytest

from db.importer.readers.sheets.cell_formats import GENERAL, format_of
from db.importer.readers.sheets.values import printed


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (1234.5, "", "1.234,5"),
        (12345.5, "", "12.345,5"),
        (2023.0, "General", "2023"),
        (2023.0, "#,##0", "2.023"),
        (112500.0, "", "112.500"),
        (-1234567.891, "#,##0.0", "-1.234.567,9"),
        (0.1 + 0.2, "", "0,3"),
        (0.125, "0%", "12%"),
        (0.0825, "0.00%", "8,25%"),
        (5.0, "0.00", "5,00"),
        (45291.0, "dd/mm/yyyy", "31/12/2023"),
        (45291.5, "dd/mm/yyyy hh:mm", "31/12/2023 12:00"),
        (45291.0, "mm/yyyy", "12/2023"),
        (45291.0, "yyyy", "2023"),
        (0.75, "h:mm", "18:00"),
        (1.5, "[h]:mm", "36:00"),
        (1.0, "d/m/yyyy", "01/01/1900"),
        (-5.0, "dd/mm/yyyy", "-5"),
        (1e300, "", "1e+300"),
        (1e300, "dd/mm/yyyy", "1e+300"),
        (5.0, '0.0" ngày"', "5,0"),
        (5.0, "[$-42A]#,##0;[Red]-#,##0", "5"),
    ],
)
def test_numbers(value, code, text):
    assert printed(value, format_of(code)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("chữ", "chữ"),
        (True, "TRUE"),
        (7, "7"),
        (datetime.date(2023, 1, 2), "02/01/2023"),
        (datetime.datetime(2023, 1, 2, 8, 30), "02/01/2023 08:30"),  # noqa: DTZ001
        (datetime.time(8, 30, 5), "08:30:05"),
        (datetime.timedelta(hours=-30, minutes=-1), "-30:01"),
    ],
)
def test_other_values(value, text):
    assert printed(value, GENERAL) == text
