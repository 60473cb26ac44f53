"""What a number format says."""

from __future__ import annotations

import pytest

from db.importer.readers.sheets.cell_formats import BUILT_IN, CellFormat, format_of


@pytest.mark.parametrize(
    ("code", "form"),
    [
        ("", CellFormat()),
        ("@", CellFormat()),
        ("0.0%", CellFormat(percent=True, places=1)),
        ('"%"0', CellFormat(places=0)),
        ("\\%0", CellFormat(places=0)),
        ("#,##0.00_);(#,##0.00)", CellFormat(grouped=True, places=2)),
        ("0.00E+00", CellFormat(places=2)),
        ("# ?/?", CellFormat()),
        ("[h]:mm", CellFormat(date="mh", elapsed=True)),
        ('"ngày" dd "tháng" mm', CellFormat(date="dm")),
        ('"' * 2000, CellFormat()),
    ],
)
def test_codes(code, form):
    assert format_of(code) == form


def test_built_in_formats_can_all_be_read():
    assert format_of(BUILT_IN[10]) == CellFormat(percent=True, places=2)
    assert all(format_of(code) != CellFormat() for code in BUILT_IN.values())


def test_only_a_font_older_than_unicode_is_kept():
    assert format_of("0", font="Arial").font == ""
    assert format_of("0", font=".VnTime").font == ".VnTime"
