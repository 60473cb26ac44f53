"""Tables of several years, side by side, with no value lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from db.export.cells import counted_number, text_cell
from db.export.table import ExportTable, Origin
from db.export.years import merged


def made_table(name: str, rows: dict[str, float]) -> ExportTable:
    head = (text_cell("Chỉ tiêu"), text_cell("Thực hiện"))
    body = tuple((text_cell(text), counted_number(value)) for text, value in rows.items())
    return ExportTable(name, f"Bảng {name}", (head,), body, origins=(Origin(slug=name),))


def test_tables_are_joined_by_their_words() -> None:
    one = made_table("2022", {"Thu nội địa": 1, "Thuế cũ": 2, "Tổng": 3})
    two = made_table("2023", {"THU NỘI ĐỊA": 4, "Tổng": 5, "Mới": 6})
    table = merged((one, two))
    assert [cell.text for cell in table.head[0]][1:] == ["2022", "2023"]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["THU NỘI ĐỊA", "1", "4"],
        ["Thuế cũ", "2", ""],
        ["Tổng", "3", "5"],
        ["Mới", "", "6"],
    ]
    assert table.remarks == ("Dòng không có ở mọi bảng: 2.",)
    assert [one.slug for one in table.origins] == ["2022", "2023"]


def test_equal_words_are_joined_in_their_order(made: Any) -> None:
    one = made_table("2022", {"Trong đó": 1})
    twice = replace(one, rows=(*one.rows, (text_cell("Trong đó"), counted_number(9))))
    assert [[cell.text for cell in row][1:] for row in merged((one, twice)).rows] == [["1", "1"], ["", "9"]]
