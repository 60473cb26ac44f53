"""The same reports give the same rows everywhere, and a removed one leaves none."""

from __future__ import annotations

import dataclasses
import sqlite3

import pytest

from db import writer
from db.digest import digest
from db.library import Library
from db.model import Counts

TABLES = (
    "section",
    "block",
    "note",
    "mark",
    "data_table",
    "cell",
    "figure",
    "finding",
    "report",
    "search_text_docsize",
)


def dump(library: Library) -> list[str]:
    conn = sqlite3.connect(library.path)
    lines = [line for line in conn.iterdump() if "'uuid'" not in line and "_sqlite_migrations" not in line]
    conn.close()
    return lines


def test_two_machines_write_the_same_rows(tmp_path, made_up, source):
    dumps = []
    for name in ("một", "hai"):
        library = Library.open(tmp_path / name)
        for year in (2022, 2023):
            content = made_up(year=year)
            with library.writing() as conn:
                writer.add_report(conn, content, source(str(year)), "2026-01-01T00:00:00Z", digest(content))
        library.close()
        dumps.append(dump(library))
    assert dumps[0] == dumps[1]
    assert len(dumps[0]) > 50


def test_a_removed_report_leaves_no_row(library, add, made_up):
    number = add(made_up())
    with library.writing() as conn:
        assert writer.remove_report(conn, number) is True
        assert writer.remove_report(conn, number) is False
    conn = library.reader()
    assert {table: conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES} == dict.fromkeys(
        TABLES, 0
    )
    assert conn.execute("PRAGMA foreign_key_check").fetchall() == []
    assert conn.execute("SELECT count(*) FROM search_text WHERE search_text MATCH 'thu'").fetchone() == (0,)


def test_a_part_that_points_nowhere_is_refused_whole(library, made_up, source):
    content = dataclasses.replace(made_up(), notes=())

    def store() -> None:
        with library.writing() as conn:
            writer.add_report(conn, content, source(), "2026", "")

    with pytest.raises(KeyError):
        store()
    assert library.reader().execute("SELECT count(*) FROM report").fetchone() == (0,)


def test_counts_of_a_content(made_up):
    assert writer.counts_of(made_up()) == Counts(sections=2, notes=2, notes_linked=2, tables=1, figures=3)
