"""A small made-up report with tables as offices print them, and the values that go wrong elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest

from db.export.cells import counted_number, text_cell
from db.export.table import ExportTable
from db.model import (
    Block,
    Cell,
    Change,
    Content,
    Figure,
    Mark,
    Note,
    Place,
    Report,
    ReportData,
    Section,
    Source,
    Table,
)

TEXTS = (
    "07", "00123", "0001", "1-2", "2-3", "10/11", "1/2", "3/4", "06/12/2022", "30/11/2023", "12.2022", "2022-12-06",
    "27-NQ/TU", "21-KL/TW", "168/QĐ-UBND", "950E2862", "3E5", "1e10", "0x1F", "=1+1", "=SUM(A1:A9)", "@x", "@SUM(1)",
    "+84", "+84 235 3852", "-12,5 (ước)", "- Thu nội địa", "-", "–", "…", "＝A1", "＋1", "－1", "＠x", "'07", "'=1+1",
    '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0", "TRUE", "FALSE", "đúng", "NULL", "NaN", "#N/A", "#REF!",
    "1 000", "1.000.000.000.000.000.001", "123456789012345678", "15%", "7,5 - 8", "130/193", "8.25", "<b>đậm</b>",
    "a & b", "“ngoặc”", '"ngoặc"', "a;b", "a,b", "a|b", "*sao* _gạch_ `mã`", "\\", "[10]", "# mục", "1. một",
    "(a)", "$5", "5 $", "~", "Đặng Thị Ỷ", "người", "²", "m³", "😀",
)  # fmt: skip
"""Texts that some program takes for a number, a date, a formula or a piece of its own language."""

SPACED = ("dòng 1\ndòng 2", "hai  khoảng", "\tx", " =1+1", "cuối ", "\n=1", "a\tb", "&nbsp; &#9;")
"""Texts that differ by blanks only, or begin with them."""


@dataclass(frozen=True)
class Made:
    """A report with its content."""

    report: Report
    content: Content


def cell(row: int, col: int, text: str, value: float | None = None, unit: str = "", **more: object) -> Cell:
    """Return a cell of one row and column unless told otherwise."""
    spans = {"rowspan": 1, "colspan": 1} | more
    return Cell(row, col, text=text, value=value, unit=unit, **spans)  # type: ignore[arg-type]


BUDGET = Table(
    31,
    2,
    "Biểu 1. Thu ngân sách",
    6,
    4,
    2,
    (
        cell(0, 0, "Nội dung", rowspan=2),
        cell(0, 1, "Thực hiện", colspan=2),
        cell(0, 3, "So sánh (%)", rowspan=2, marks=(Mark(11, 21),)),
        cell(1, 1, "2022"),
        cell(1, 2, "2023"),
        cell(2, 0, "Nội địa", rowspan=2),
        cell(2, 1, "26.667,5", 26667.5, "tỷ đồng"),
        cell(2, 2, "20.880", 20880.0, "tỷ đồng"),
        cell(2, 3, "78,3%", 78.3, "%"),
        cell(3, 1, "1.234,56", 1234.56, "tỷ đồng"),
        cell(3, 2, "(12,5)", -12.5, "tỷ đồng"),
        cell(3, 3, "-"),
        cell(4, 0, "Xuất khẩu", marks=(Mark(4, 22), Mark(9, 21))),
        cell(4, 1, "0,10", 0.1, "tỷ đồng"),
        cell(4, 2, "khoảng 5"),
        cell(4, 3, "110,0%", 110.0, "%"),
        cell(5, 0, "Ghi chú: số liệu ước", colspan=4),
    ),
)
CODES = Table(32, None, "", 1, 2, 0, (cell(0, 0, "07"), cell(0, 1, "=1+1")))


@pytest.fixture
def made() -> Made:
    """A report of two sections, two tables, three notes and a few figures."""
    data = ReportData(
        title="Báo cáo tình hình", issuer="Tỉnh ủy", year=2023, period="2023", date="2023-12-06", place="Quảng Nam"
    )
    words = "Quy mô kinh tế ước đạt 112,50 nghìn tỷ đồng, giảm 3,2 nghìn tỷ đồng. Thu ngân sách 20.880 tỷ đồng."
    content = Content(
        data=data,
        sections=(Section(1, None, 1, "I", "I.", "KINH TẾ"), Section(2, 1, 2, "2", "2.", "Ngân sách")),
        blocks=(
            Block(11, 1, "heading", "I. KINH TẾ"),
            Block(12, 1, "paragraph", words, (Mark(67, 23),)),
            Block(13, 2, "heading", "2. Ngân sách"),
            Block(14, 2, "paragraph", "Biểu 1. Thu ngân sách"),
            Block(15, 2, "table", "", table_id=31),
            Block(16, 2, "paragraph", "Tỷ lệ 5%."),
            Block(17, None, "table", "", table_id=32),
        ),
        notes=(
            Note(21, "10", "footnote", "Tính theo giá hiện hành.", True),
            Note(22, "11", "footnote", "=1+1", True),
            Note(23, "12", "footnote", "Theo giá so sánh 2010.", True),
        ),
        tables=(BUDGET, CODES),
        figures=(
            _level(41, 23, 44, 112.5, "nghìn tỷ đồng", "Quy mô", change=Change("giảm", 3.2, "nghìn tỷ đồng")),
            _level(42, 83, 97, 20880.0, "tỷ đồng", "Thu ngân sách", state="plan"),
        ),
        findings=(),
    )
    source = Source("bc 2023.docx", "/x/bc 2023.docx", "ab12" * 16, "docx", 1)
    return Made(Report(7, "quang-nam-2023", data, source, "2026-01-01T00:00:00", ""), content)


def _level(figure_id: int, start: int, end: int, value: float, unit: str, name: str, **more: object) -> Figure:
    facts = {"period": "2023", "period_end": "2023-12-31", "state": "estimate"} | more
    return Figure(figure_id, Place(block_id=12), start, end, "câu", value, unit, name, **facts)  # type: ignore[arg-type]


@pytest.fixture
def traps() -> ExportTable:
    """A table of texts that have to come back as they are, beside numbers that have to be counted."""
    rows = tuple(
        (text_cell(text), counted_number(number / 8, 3), counted_number(-number)) for number, text in enumerate(TEXTS)
    )
    return ExportTable("Bẫy", "Bảng bẫy", (tuple(map(text_cell, ("Chữ", "Số", "Nguyên"))),), rows)


@pytest.fixture
def spaced() -> ExportTable:
    """A table of texts that blanks tell apart."""
    rows = tuple((text_cell(text), counted_number(1)) for text in SPACED)
    return ExportTable("Trắng", "Khoảng trắng", ((text_cell("Chữ"), text_cell("Số")),), rows)


@pytest.fixture
def texts() -> tuple[str, ...]:
    """The texts of `traps`, in its order."""
    return TEXTS


@pytest.fixture
def spaced_texts() -> tuple[str, ...]:
    """The texts of `spaced`, in its order."""
    return SPACED


@pytest.fixture
def total() -> Decimal:
    """The exact sum of the second column of `traps`."""
    return sum((Decimal(number) / 8 for number in range(len(TEXTS))), Decimal(0))
