"""Salvage: what is whole is carried over with all that belongs to it, what is not is named; the old file stays."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing

import pytest

from db import backups, edits, guard, health, history, queries, relinking, removed, salvage, search, undo
from db.carrying import HEADLESS, INCOMPLETE, Lost
from db.digest import store_digest
from db.errors import DamagedLibrary, LibraryReadOnly, LibraryUnreachable, NewerLibrary, NotALibrary
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
    """Four reports, each with a receipt; the second removed, the third given another year."""
    for year in (2020, 2021, 2022, 2023):
        number = add(made_up(year=year, paragraphs=("Kết nạp đảng viên.",) * 60), f"{year}.docx")
        with library.writing() as conn:
            batch = history.begin(conn, history.IMPORT)
            path = f"/nguồn/{year}.docx"
            add_receipt(conn, Receipt(0, path, "imported", number, "", "", Counts(), (), "2024", batch))
    undo.remove_reports(library, [2])
    with library.writing() as conn:
        edits.correct(conn, 3, {"year": 2019, "issuer": "UBND"})
    return library


@pytest.fixture
def target(library):
    return library.path.with_name("mới.tubaocao")


def hurt(library, *statements, **pages):
    """Close the library and change its file as a stranger would."""
    library.close()
    with closing(sqlite3.connect(library.path, isolation_level=None)) as conn:
        for statement in statements:
            conn.execute(statement)
    return library.path


def years(path):
    with closing(Library.open(path, create=False)) as opened:
        assert run(health.check(opened)) == []
        return [report.data.year for report in queries.reports(opened.reader())]


def test_a_sound_library_comes_over_whole(full, target):
    before, uuid, generation = store_digest(full.reader()), full.uuid, full.generation()
    read = queries.as_read(full.reader(), 3)
    full.close()
    outcome = run(salvage.salvage(full.path, target))
    assert (len(outcome.whole), outcome.from_backups, outcome.lost) == (3, (), ())
    with closing(Library.open(target)) as opened:
        conn = opened.reader()
        assert store_digest(conn) == before
        assert (opened.uuid, opened.generation()) == (uuid, generation + 1)
        assert queries.as_read(conn, 3) == read
        assert run(health.check(opened)) == []
        assert search.search(conn, "đảng viên").total == 180
        assert [one.path for one in queries.receipts(conn)]
        last = history.last(conn)
        assert (last.kind, last.reports) == (history.REMOVAL, (2,))
        run(undo.undo(opened, last.id))
        assert len(queries.reports(opened.reader())) == 4
        with opened.writing() as conn:
            assert removed.take_out(conn, 2) is False


def test_ids_are_never_given_twice(full, target, add, made_up):
    with full.writing() as conn:
        conn.execute("UPDATE sqlite_sequence SET seq = 40 WHERE name = 'report'")
    full.close()
    run(salvage.salvage(full.path, target))
    with closing(sqlite3.connect(target)) as conn:
        assert conn.execute("SELECT seq FROM sqlite_sequence WHERE name = 'report'").fetchone() == (40,)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE block SET text = text || ' ' WHERE id = 40000003", health.CHANGED),
        ("UPDATE figure SET value = value + 1 WHERE report_id = 4", health.CHANGED),
        ("DELETE FROM note WHERE report_id = 4 AND label = '1'", INCOMPLETE),
        ("DELETE FROM report WHERE id = 4", HEADLESS),
    ],
)
def test_what_is_not_as_it_was_written_is_named_and_left_behind(full, target, statement, code):
    path = hurt(full, statement)
    before = path.read_bytes()
    outcome = run(salvage.salvage(path, target))
    name, source = ("2023.docx", "/nguồn/2023.docx") if code == HEADLESS else ("quang-thu-2023", "/nguồn/2023.docx")
    assert outcome.lost == (Lost(4, code, name, source),)
    assert years(target) == [2020, 2019]
    assert path.read_bytes() == before


def test_what_is_lost_comes_out_of_the_newest_backup_that_has_it(full, target):
    assert backups.back_up(full.reader(), full.path, backups.BEFORE_IMPORT)
    path = hurt(full, "DELETE FROM note WHERE report_id = 4", "DELETE FROM report WHERE id = 1")
    outcome = run(salvage.salvage(path, target))
    assert outcome.lost == ()
    assert sorted(outcome.from_backups) == ["quang-thu-2020", "quang-thu-2023"]
    assert sorted(years(target)) == [2019, 2020, 2023]


def test_what_was_removed_on_purpose_is_not_fetched_out_of_a_backup(full, target):
    with closing(Library.open(full.path)) as opened:
        last = history.last(opened.reader())
        run(undo.undo(opened, last.id))
        assert backups.back_up(opened.reader(), opened.path, backups.BEFORE_IMPORT)
        undo.remove_reports(opened, [2])
        run(undo.undo_import(opened, 1))
    path = hurt(full, "UPDATE report SET year = 1900 WHERE id = 4")
    outcome = run(salvage.salvage(path, target))
    assert outcome.from_backups == ("quang-thu-2023",)
    assert sorted(years(target)) == [2019, 2023]


def test_a_uuid_that_is_lost_comes_out_of_a_backup(full, target):
    uuid = full.uuid
    assert backups.back_up(full.reader(), full.path, backups.BEFORE_IMPORT)
    path = hurt(full, "DELETE FROM meta")
    run(salvage.salvage(path, target))
    with closing(Library.open(target)) as opened:
        assert opened.uuid == uuid


def test_a_torn_write_is_rolled_back_in_a_copy(full, target):
    full.close()
    path = full.path
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA cache_size=1")
        conn.execute("BEGIN IMMEDIATE")
        conn.execute("UPDATE block SET text = 'torn'")
        beside = path.with_name("torn")
        beside.mkdir()
        for name in (path.name, path.name + "-journal"):
            (beside / name).write_bytes(path.with_name(name).read_bytes())
    torn = beside / path.name
    before = {one.name: one.read_bytes() for one in beside.iterdir()}
    outcome = run(salvage.salvage(torn, target))
    assert (len(outcome.whole), outcome.lost) == (3, ())
    assert {one.name: one.read_bytes() for one in beside.iterdir()} == before


def test_nothing_is_written_over_and_nothing_left_behind(full, target, monkeypatch):
    full.close()
    target.write_bytes(b"mine")
    with pytest.raises(LibraryUnreachable):
        run(salvage.salvage(full.path, target))
    assert target.read_bytes() == b"mine"
    target.unlink()
    names = sorted(one.name for one in target.parent.iterdir())
    with pytest.raises(LibraryUnreachable):
        run(salvage.salvage(target.with_name("none.tubaocao"), target))
    for stop in range(1, 4):
        work = salvage.salvage(full.path, target)
        for _ in range(stop):
            next(work)
        work.close()
    monkeypatch.setattr(salvage.health, "check", lambda _library: iter_of([health.HealthFinding(health.INDEX)]))
    with pytest.raises(DamagedLibrary):
        run(salvage.salvage(full.path, target))
    assert sorted(one.name for one in target.parent.iterdir()) == names


def iter_of(result):
    yield from ()
    return result


def test_what_is_no_library_and_what_is_newer_is_refused(full, target, tmp_path):
    other = tmp_path / "x.tubaocao"
    other.write_bytes(b"no library at all" * 1000)
    with pytest.raises(NotALibrary):
        run(salvage.salvage(other, target))
    assert not salvage.looks_salvageable(other)
    assert not salvage.looks_salvageable(tmp_path / "none")
    with pytest.raises(NewerLibrary):
        run(salvage.salvage(hurt(full, "PRAGMA user_version = 99"), target))
    assert not target.exists()


def test_a_repair_puts_the_new_library_in_place_and_keeps_the_old_file(full):
    path = hurt(full, "DELETE FROM report WHERE id = 4")
    before = path.read_bytes()
    outcome = run(salvage.repair(path))
    assert outcome.aside.read_bytes() == before
    assert ".hong-" in outcome.aside.name
    assert years(path) == [2020, 2019]


def test_a_repair_that_cannot_be_put_in_place_changes_nothing(full, monkeypatch):
    path = hurt(full, "DELETE FROM report WHERE id = 4")
    before = {one: one.read_bytes() for one in path.parent.iterdir() if one.is_file()}
    real = os.replace

    def failing(source, destination):
        if str(source).endswith(".repaired"):
            raise OSError(5, "I/O error")
        real(source, destination)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(LibraryUnreachable):
        run(salvage.repair(path))
    assert {one: one.read_bytes() for one in path.parent.iterdir() if one.is_file()} == before


def test_a_folder_that_cannot_be_written_is_told_before_the_work(full, monkeypatch):
    full.close()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(LibraryReadOnly):
        next(salvage.repair(full.path))


def test_mending_leaves_a_sound_library_alone_and_rebuilds_an_index_in_place(full):
    full.close()
    before = full.path.read_bytes()
    assert run(salvage.mend(full.path)) == salvage.Mended(())
    assert full.path.read_bytes() == before
    path = hurt(full, "INSERT INTO search_text (search_text) VALUES ('delete-all')")
    mended = run(salvage.mend(path))
    assert mended.salvaged is None
    assert {(one.code, one.repaired) for one in mended.findings} == {(health.INDEX, True)}
    assert [one.reason for one in backups.backups(path)] == ["repair"]
    assert len(years(path)) == 3


def test_an_index_is_not_rebuilt_where_no_backup_can_be_made(full, monkeypatch):
    path = hurt(full, "INSERT INTO search_text (search_text) VALUES ('delete-all')")
    before = path.read_bytes()

    def refuse(*_args):
        raise LibraryUnreachable(path, "full")

    monkeypatch.setattr(health.backups, "back_up", refuse)
    with pytest.raises(LibraryUnreachable):
        run(salvage.mend(path))
    assert path.read_bytes() == before


def test_mending_a_damaged_library_never_writes_to_it(full):
    path = hurt(
        full,
        "DELETE FROM note WHERE report_id = 4",
        "INSERT INTO search_text (search_text) VALUES ('delete-all')",
    )
    before = path.read_bytes()
    mended = run(salvage.mend(path))
    assert mended.salvaged.aside.read_bytes() == before
    assert [one for one in mended.findings if not one.repaired] == [
        health.HealthFinding(INCOMPLETE, "quang-thu-2023", 4)
    ]
    assert any(one.repaired for one in mended.findings)
    assert years(path) == [2020, 2019]


def test_a_library_whose_head_is_gone_is_mended(full):
    full.close()
    body = bytearray(full.path.read_bytes())
    body[:100] = bytes(100)
    full.path.write_bytes(body)
    with pytest.raises(NotALibrary):
        guard.sniff(full.path)
    mended = run(salvage.mend(full.path))
    assert (len(mended.salvaged.whole), mended.salvaged.lost) == (3, ())
    assert len(years(full.path)) == 3


def test_a_strange_file_is_not_mended(tmp_path):
    other = tmp_path / "x.tubaocao"
    other.write_bytes(b"no library at all" * 1000)
    with pytest.raises(NotALibrary):
        run(salvage.mend(other))


@pytest.mark.parametrize("edition", ["0-0123456789abcdef", ""])
def test_by_which_catalogue_the_figures_were_linked_is_not_forgotten(full, target, edition):
    path = hurt(full, f"UPDATE meta SET value = '{edition}' WHERE key = 'catalogue'")
    assert len(run(salvage.salvage(path, target)).whole) == 3
    with closing(Library.open(target)) as opened:
        assert relinking.kept_edition(opened.reader()) == edition
        assert {finding.code for finding in run(health.check(opened))} == {health.LINKS}
        run(relinking.relink(opened))
        assert run(health.check(opened)) == []
