"""The check sees each kind of damage, names it, and mends the index."""

from __future__ import annotations

import sqlite3

import pytest

from db import health, history, queries, search
from db.errors import LibraryError, LibraryReadOnly
from db.health import HealthFinding
from db.library import Library
from db.model import Counts, Receipt
from db.queries.content import ROW_CHANGED
from db.writer import add_receipt


def run(steps):
    """Run a generator to its end; return what it yielded and what it returned."""
    seen = []
    while True:
        try:
            seen.append(next(steps))
        except StopIteration as end:
            return seen, end.value


def findings(library, repair=False):
    return run(health.check(library, repair))[1]


@pytest.fixture
def full(library, add, made_up):
    for year in (2021, 2022, 2023):
        add(made_up(year=year, paragraphs=("Kết nạp đảng viên.",) * 30), str(year))
    return library


def reopened(library: Library, *statements: str) -> Library:
    """Change the file as a stranger would, ties unwatched, and open it again."""
    library.close()
    conn = sqlite3.connect(library.path)
    for statement in statements:
        conn.execute(statement)
    conn.commit()
    conn.close()
    return Library.open(library.path)


def test_a_whole_library_has_nothing_to_tell(full):
    steps, found = run(health.check(full))
    assert found == []
    assert [step.detail for step in steps if step.step == "report"] == [
        "quang-thu-2021",
        "quang-thu-2022",
        "quang-thu-2023",
    ]


def test_an_empty_library_is_whole(library):
    assert findings(library, repair=True) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE note SET text = text || ' ' WHERE report_id = 2 AND label = '1'",
        "UPDATE figure SET value = value + 1 WHERE report_id = 2",
        "UPDATE report SET year = 1999 WHERE id = 2",
        "DELETE FROM finding WHERE report_id = 2",
    ],
)
def test_a_changed_report_is_named(full, statement):
    found = [finding for finding in findings(reopened(full, statement)) if finding.code == health.CHANGED]
    assert found == [HealthFinding(health.CHANGED, "quang-thu-2022", 2)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE report SET figures = 99 WHERE id = 2",
        "UPDATE report SET source_path = '/elsewhere' WHERE id = 2",
        "UPDATE report SET slug = 'other' WHERE id = 2",
        "UPDATE seal SET digest = 'x' WHERE kind = 'report' AND of_ = 2",
        "DELETE FROM seal WHERE kind = 'report' AND of_ = 2",
    ],
)
def test_a_changed_row_of_a_whole_report_is_named(full, statement):
    found = [(finding.code, finding.report_id) for finding in findings(reopened(full, statement))]
    assert found == [(ROW_CHANGED, 2)]


def test_what_a_newer_program_counts_is_compared_with_what_is_there(full):
    library = reopened(full, "UPDATE report SET figures = 99 WHERE id = 2", "PRAGMA user_version = 99")
    assert [(finding.code, finding.report_id) for finding in findings(library)] == [(health.CHANGED, 2)]


def test_a_report_that_left_only_its_seal_is_named(full):
    library = reopened(full, "INSERT INTO seal (kind, of_, digest) VALUES ('report', 77, 'x')")
    assert [(one.code, one.detail, one.report_id) for one in findings(library)] == [(health.GONE, "#77", 77)]


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE receipt SET path = 'x' WHERE id = 1", "receipt 1"),
        ("UPDATE receipt SET report_id = 2 WHERE id = 1", "receipt 1"),
        ("DELETE FROM change_receipt WHERE receipt_id = 1", "receipt 1"),
        ("UPDATE change SET undone_at = '2024' WHERE id = 1", "change 1"),
    ],
)
def test_a_changed_row_of_the_history_is_named(full, statement, what):
    with full.writing() as conn:
        batch = history.begin(conn, history.IMPORT)
        add_receipt(conn, Receipt(0, "a.docx", "imported", 1, "", "", Counts(), (), "2024", batch))
    assert findings(full) == []
    assert [(one.code, one.detail) for one in findings(reopened(full, statement))] == [(health.HISTORY, what)]


def test_unreadable_letters_are_counted(full):
    library = reopened(full, "UPDATE note SET text = CAST(X'FF41FE' AS TEXT) WHERE report_id = 1 AND label = '1'")
    assert HealthFinding(health.UNREADABLE, "quang-thu-2021: 2", 1) in findings(library)


def test_rows_of_no_report_are_told(full):
    library = reopened(full, "DELETE FROM report WHERE id = 3")
    found = findings(library)
    assert {finding.detail.split(":")[0] for finding in found if finding.code == health.ORPHANS} >= {"block", "note"}
    assert any(finding.code == health.INDEX and finding.detail.startswith("+") for finding in found)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO search_text (search_text) VALUES ('delete-all')",
        "INSERT INTO search_text (rowid, text) VALUES (99, 'dang vien')",
        "INSERT INTO search_text (search_text, rowid, text) VALUES ('delete', 20000001, 'i. ket qua thuc hien')",
        "UPDATE search_text_data SET block = zeroblob(40) WHERE id > 10",
        "DELETE FROM search_text_data WHERE id > 10",
    ],
)
def test_a_damaged_index_is_seen_and_built_again(full, statement):
    library = reopened(full, statement)
    before = findings(library)
    assert {finding.code for finding in before} == {health.INDEX}
    repaired = findings(library, repair=True)
    assert repaired
    assert all(finding.repaired for finding in repaired)
    assert findings(library) == []
    assert search.search(library.reader(), "đảng viên").total == 90
    library.close()


def test_a_repair_needs_leave_to_write(full):
    library = reopened(full, "INSERT INTO search_text (search_text) VALUES ('delete-all')")
    reader = Library.open(library.path, read_only=True)
    assert findings(reader)
    with pytest.raises(LibraryReadOnly):
        findings(reader, repair=True)
    reader.close()


def test_flipped_bytes_are_never_passed_over(full):
    """Whatever bit of the texts is flipped: the check tells, or nothing of any report has changed."""
    full.close()
    whole = full.path.read_bytes()
    expected = None
    for place in range(150, len(whole), len(whole) // 60):
        broken = bytearray(whole)
        broken[place] ^= 0x04
        full.path.write_bytes(bytes(broken))
        try:
            library = Library.open(full.path)
        except LibraryError:
            continue
        found = findings(library)
        if not found:
            contents = [queries.content(library.reader(), report.id) for report in queries.reports(library.reader())]
            expected = expected or contents
            assert contents == expected
        library.close()
    full.path.write_bytes(whole)
