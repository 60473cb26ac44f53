"""Which reports were there: a number that a turned bit made up is told apart, one that was there never is."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from db import backups, history, queries, salvage, seals
from db.library import Library
from db.model import Counts, Receipt
from db.writer import add_receipt


def run(work):
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


@pytest.fixture
def full(library, add, made_up):
    """Four reports, each with a receipt."""
    for year in (2020, 2021, 2022, 2023):
        number = add(made_up(year=year), f"{year}.docx")
        with library.writing() as conn:
            batch = history.begin(conn, history.IMPORT)
            path = f"/nguồn/{year}.docx"
            add_receipt(conn, Receipt(0, path, "imported", number, "", "", Counts(), (), "2024", batch))
    return library


@pytest.fixture
def target(library):
    return library.path.with_name("mới.tubaocao")


def hurt(library, *statements):
    library.close()
    with closing(sqlite3.connect(library.path, isolation_level=None)) as conn:
        for statement in statements:
            conn.execute(statement)
    return library.path


def salvaged(path, target):
    outcome = run(salvage.salvage(path, target))
    return [one.report_id for one in outcome.lost], len(outcome.whole), outcome


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE report SET id = 20 WHERE id = 4",
        "UPDATE seal SET of_ = 20 WHERE kind = 'report' AND of_ = 4",
        "UPDATE receipt SET report_id = 20 WHERE report_id = 4",
        "UPDATE receipt SET report_id = 36 WHERE report_id = 4",
    ],
)
def test_one_turned_bit_in_a_number_is_put_right(full, target, statement):
    lost, whole, outcome = salvaged(hurt(full, statement), target)
    assert (lost, whole, outcome.unsure) == ([], 4, ())
    with closing(Library.open(target)) as opened:
        conn = opened.reader()
        assert [report.id for report in queries.reports(conn)] == [1, 2, 3, 4]
        assert {receipt.report_id for receipt in queries.receipts(conn)} == {1, 2, 3, 4}


def test_a_part_that_names_two_reports_makes_up_none(full, target):
    statement = "UPDATE section SET id = id + 160000000, parent_id = NULL WHERE id = (SELECT max(id) FROM section)"
    lost, whole, _ = salvaged(hurt(full, statement), target)
    assert (lost, whole) == ([4], 3)


def test_the_last_part_of_a_report_tells_of_it_even_where_its_number_is_wrong(full, target):
    gone = [
        f"DELETE FROM {table} WHERE report_id = 4" for table in ("block", "note", "data_table", "figure", "receipt")
    ]
    gone += ["DELETE FROM report WHERE id = 4", "DELETE FROM seal WHERE kind = 'report' AND of_ = 4"]
    gone += ["DELETE FROM section WHERE report_id = 4 AND parent_id IS NOT NULL", "DELETE FROM mark"]
    lost, _, _ = salvaged(hurt(full, *gone, "UPDATE section SET id = id + 160000000 WHERE report_id = 4"), target)
    assert 20 in lost


def test_a_seal_alone_tells_of_a_report(full, target):
    tables = ("section", "block", "note", "data_table", "figure", "receipt", "mark", "finding")
    gone = [f"DELETE FROM {table} WHERE report_id = 4" for table in tables]
    lost, whole, _ = salvaged(hurt(full, *gone, "DELETE FROM report WHERE id = 4"), target)
    assert (lost, whole) == ([4], 3)


def test_what_a_backup_has_under_another_number_is_made_up(full, target):
    """Here no seal tells any more what the numbers were; the backup does."""
    assert backups.back_up(full.reader(), full.path, backups.BEFORE_IMPORT)
    statements = (
        "UPDATE report SET id = 21, title = title || 'x' WHERE id = 4",
        "UPDATE seal SET of_ = 23 WHERE kind = 'report' AND of_ = 4",
        "UPDATE receipt SET report_id = 22, path = '/x' WHERE report_id = 4",
    )
    lost, whole, outcome = salvaged(hurt(full, *statements), target)
    assert (lost, whole, outcome.from_backups) == ([], 4, ("quang-thu-2023",))


@pytest.mark.parametrize(
    ("statement", "unsure"),
    [
        ("UPDATE report SET source_path = '/y' WHERE id = 4", "quang-thu-2023"),
        ("UPDATE receipt SET path = '/y' WHERE id = 4", "receipt 4"),
        ("UPDATE change SET at = '2000' WHERE id = 4", "change 4"),
        ("DELETE FROM seal WHERE kind = 'change' AND of_ = 4", "change 4"),
    ],
)
def test_what_nothing_vouches_for_is_named_and_comes_right_out_of_a_backup(full, target, statement, unsure):
    assert backups.back_up(full.reader(), full.path, backups.BEFORE_IMPORT)
    path = hurt(full, statement)
    lost, whole, outcome = salvaged(path, target)
    assert (lost, whole, outcome.unsure) == ([], 4, ())
    with closing(Library.open(target)) as opened:
        assert queries.reports(opened.reader())[3].source.path == "/nguồn/2023.docx"
        assert queries.receipts(opened.reader())[0].path == "/nguồn/2023.docx"
        assert not any(seals.broken(opened.reader(), kind) for kind in (seals.REPORT, seals.RECEIPT, seals.CHANGE))
    target.unlink()
    for copy in backups.backups(path):
        copy.path.unlink()
    lost, whole, outcome = salvaged(path, target)
    assert (lost, whole, outcome.unsure) == ([], 4, (unsure,))


def test_a_library_from_before_the_seals_is_not_called_unsure(full, target):
    statements = (
        "DROP TABLE seal",
        "DELETE FROM _sqlite_migrations WHERE name = 'm004_seals'",
        "PRAGMA user_version = 3",
    )
    assert backups.back_up(full.reader(), full.path, backups.BEFORE_IMPORT)
    path = hurt(full, *statements, "UPDATE report SET source_path = '/y' WHERE id = 4")
    lost, whole, outcome = salvaged(path, target)
    assert (lost, whole, outcome.unsure) == ([], 4, ())
    with closing(Library.open(target)) as opened:
        assert queries.reports(opened.reader())[3].source.path == "/nguồn/2023.docx"
