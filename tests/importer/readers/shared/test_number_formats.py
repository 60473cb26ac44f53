"""Numbers as Word prints them."""

from __future__ import annotations

import pytest

from db.importer.readers.shared.number_formats import printed_number


@pytest.mark.parametrize(
    ("number", "style", "printed"),
    [
        (4, "decimal", "4"),
        (4, "upperRoman", "IV"),
        (1994, "lowerRoman", "mcmxciv"),
        (2**31, "upperRoman", "2147483648"),
        (1, "lowerLetter", "a"),
        (28, "upperLetter", "BB"),
        (10**9, "lowerLetter", "1000000000"),
        (0, "lowerLetter", "0"),
        (7, "decimalZero", "07"),
        (12, "decimalZero", "12"),
        (2, "chicago", "†"),
        (5, "chicago", "**"),
        (3, "none", ""),
        (3, "somethingNew", "3"),
    ],
)
def test_a_number_is_printed_in_its_format(number, style, printed):
    assert printed_number(number, style) == printed
