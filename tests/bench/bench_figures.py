"""Figures of a 60-page report, a word without end, and the series of many reports."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from big_docx import sentence
from measuring import Figure, seconds
from years_texts import report_of_year

from db import digest, queries, writer
from db.importer.figures import find_figures
from db.library import Library
from db.model import Content, Source

REPORTS = 1_000


def figures() -> Iterator[Figure]:
    """Yield what was measured."""
    report = replace(report_of_year(700, 0), figures=())
    yield Figure("figures of a 60-page report", seconds(lambda: find_figures(report)), "s CPU", 0.6)
    word = replace(report, blocks=(replace(report.blocks[-1], text="a" * 10_000_000),))
    yield Figure("a word of ten million letters", seconds(lambda: find_figures(word), times=3), "s CPU", 10.0)
    with tempfile.TemporaryDirectory() as folder:
        library = _library(Path(folder))
        connection = library.reader()
        names = [one.indicator for one in queries.indicator_overview(connection)]
        name = names[0] if names else ""
        yield Figure(
            f"one series over {REPORTS} reports", 1e3 * seconds(lambda: queries.series(connection, name)), "ms CPU", 5
        )
        library.close()


def _library(folder: Path) -> Library:
    library = Library.open(folder / "many.tubaocao")
    for number in range(REPORTS):
        content = _varied(number)
        with library.writing() as connection:
            source = Source(f"{number}.txt", "", f"{number:064x}", "txt", 1)
            writer.add_report(connection, content, source, "2026-01-01T00:00:00Z", digest.digest(content))
    return library


_base: list[Content] = []


def _varied(number: int) -> Content:
    """Return a report of 20 pages whose sentences differ from those of the others."""
    if not _base:
        _base.append(report_of_year(120, 0))
    blocks = tuple(
        replace(block, text=f"{sentence(number * 131 + block.id)} {block.text}") if block.kind == "paragraph" else block
        for block in _base[0].blocks
    )
    shift = {block.id: len(new.text) - len(block.text) for block, new in zip(_base[0].blocks, blocks, strict=True)}
    moved = tuple(
        replace(
            one,
            start=one.start + shift.get(one.place.block_id or 0, 0),
            end=one.end + shift.get(one.place.block_id or 0, 0),
        )
        for one in _base[0].figures
    )
    data = replace(
        _base[0].data, year=2000 + number % 25, period=str(2000 + number % 25), issuer=f"Tỉnh ủy {number // 25}"
    )
    return replace(_base[0], data=data, blocks=blocks, figures=moved)
