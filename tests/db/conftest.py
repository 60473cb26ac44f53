"""A library that is fresh for every test, and small made-up reports to put into it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db import writer
from db.digest import digest
from db.library import Library
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
    ReportData,
    Section,
    Source,
    Table,
)

Adder = Callable[..., int]
Maker = Callable[..., Content]


def _made_up(
    place: str = "Quảng Thử", year: int | None = 2023, paragraphs: tuple[str, ...] = (), **data: str
) -> Content:
    """Return a small report that has one of everything; `paragraphs` follow its own two."""
    sections = (
        Section(1, None, 1, "I", "I.", "Kết quả thực hiện"),
        Section(2, 1, 2, "1", "1.", "", "Thu ngân sách ước đạt"),
    )
    texts = ("I. Kết quả thực hiện", "1. Thu ngân sách ước đạt 25,8 nghìn tỷ đồng, hoà chung cả nước.", *paragraphs)
    blocks = [
        Block(1, 1, "heading", texts[0], align="center", emphasis=(Emphasis(0, 20, "b"),)),
        Block(2, 2, "item", texts[1], marks=(Mark(22, 1),)),
        Block(3, 2, "table", "", table_id=1),
        *(Block(4 + n, 2, "paragraph", text) for n, text in enumerate(paragraphs)),
    ]
    cells = (
        Cell(0, 0, 1, 2, "Chỉ tiêu bảng", (Mark(8, 2),)),
        Cell(1, 0, 1, 1, "Dân số thành thị"),
        Cell(1, 1, 1, 1, "412.500", value=412500.0, unit="người"),
    )
    change = Change("giảm", 3.2, "nghìn tỷ đồng", "năm 2022")
    figures = (
        Figure(
            *(1, Place(block_id=2), 25, 44, "Thu ngân sách ước đạt 25,8 nghìn tỷ đồng", 25.8, "nghìn tỷ đồng"),
            name="Thu ngân sách",
            indicator="thu-ngan-sach",
            low=25.75,
            high=25.85,
            value_base=2.58e13,
            unit_base="đồng",
            qualifier="ước",
            period="2023",
            state="estimate",
            change=change,
            implied_previous=29.0,
        ),
        Figure(2, Place(table_id=1, row=1, col=1), 0, 7, "412.500", 412500.0, "người", name="Dân số thành thị"),
        Figure(3, Place(note_id=2), 4, 16, "Có 130/193 xã", 130.0, "xã", kind="ratio", of=193.0),
    )
    return Content(
        data=ReportData(title="Báo cáo mẫu", kind="Báo cáo", place=place, year=year, period=str(year or ""), **data),
        sections=sections,
        blocks=tuple(blocks),
        notes=(
            Note(1, "1", "footnote", "Quyết định về thủy lợi nội đồng.", True),
            Note(2, "2", "footnote", "Có 130/193 xã đạt chuẩn.", True),
        ),
        tables=(Table(1, 2, "Bảng 1", 2, 2, 1, cells),),
        figures=figures,
        findings=(Finding("TBC-401", "khung", 2, 2), Finding("TBC-402")),
    )


def _source(name: str = "mau.docx") -> Source:
    """Return a source whose hash follows from its name."""
    return Source(name, f"/nguồn/{name}", hashlib.sha256(name.encode()).hexdigest(), "docx", 1000)


@pytest.fixture(scope="session")
def made_up() -> Maker:
    """The maker of small reports."""
    return _made_up


@pytest.fixture(scope="session")
def source() -> Callable[..., Source]:
    """The maker of sources."""
    return _source


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library whose path has every awkward sign in it."""
    opened = Library.open(tmp_path / "Tủ #1 100% có gì?.tubaocao", patience=0.2)
    yield opened
    opened.close()


@pytest.fixture
def add(library: Library) -> Adder:
    """Store a content and return the report's id."""

    def add(content: Content, name: str = "mau.docx") -> int:
        with library.writing() as conn:
            return writer.add_report(conn, content, _source(name), "2026-01-02T03:04:05Z", digest(content))

    return add
