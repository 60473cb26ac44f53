"""A library of two years: one with a table, one with none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from db.digest import digest
from db.library import Library
from db.model import Content, Source
from db.writer import add_report


@pytest.fixture
def library(tmp_path, content: Content) -> Iterator[Library]:
    opened = Library.open(tmp_path / "tu.tubaocao")
    bare = replace(
        content,
        blocks=tuple(block for block in content.blocks if block.kind != "table"),
        tables=(),
        figures=tuple(figure for figure in content.figures if figure.place.table_id is None),
    )
    for number, (year, whole) in enumerate(((2022, bare), (2023, content))):
        data = replace(content.data, year=year, period=str(year), title=f"Báo cáo năm {year}")
        source = Source(f"{year}.docx", str(tmp_path / f"{year}.docx"), str(number) * 64, "docx", 10)
        made = replace(whole, data=data)
        with opened.writing() as conn:
            add_report(conn, made, source, f"2024-01-0{number + 1}T00:00:00Z", digest(made))
    yield opened
    opened.close()
