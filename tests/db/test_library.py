"""Opening with care, writing whole or not at all, leaving one clean file."""

from __future__ import annotations

import os
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils.migrations import Migrations

from db import backups, migrations, queries, schema, writer
from db.digest import digest
from db.errors import (
    DamagedLibrary,
    DiskFull,
    LibraryBusy,
    LibraryError,
    LibraryReadOnly,
    LibraryUnreachable,
    NewerLibrary,
    NotALibrary,
)
from db.library import Library
from db.migrations import m001_reports, m002_changes, m003_series, m004_seals, m005_words
from db.search import search
from db.sqlite_errors import as_library_error


def beside(library: Library) -> list[str]:
    return sorted(os.listdir(library.path.parent))


def altered(library: Library, *statements: str) -> Path:
    """Close the library and change its file as a stranger would."""
    library.close()
    conn = sqlite3.connect(library.path)
    for statement in statements:
        conn.execute(statement)
    conn.commit()
    conn.close()
    return library.path


def test_a_new_library_is_one_clean_file_with_our_name_in_it(library):
    assert beside(library) == [library.path.name]
    head = library.path.read_bytes()[:100]
    assert struct.unpack(">I", head[68:72])[0] == schema.APPLICATION_ID == int.from_bytes(b"TBC1", "big")
    assert struct.unpack(">I", head[60:64])[0] == schema.VERSION
    assert head[18:20] == b"\x01\x01"  # not WAL, so it opens where nothing can be written
    assert len(library.uuid) == 32
    assert (library.read_only, library.newer, library.recovered) == (False, False, False)


def test_the_same_library_opens_again(library, add, made_up):
    add(made_up())
    again = Library.open(library.path, create=False)
    assert again.uuid == library.uuid
    assert [report.slug for report in queries.reports(again.reader())] == ["quang-thu-2023"]
    again.close()


def test_nothing_is_made_without_leave(tmp_path):
    with pytest.raises(LibraryUnreachable):
        Library.open(tmp_path / "none.tubaocao", create=False)
    assert os.listdir(tmp_path) == []


def test_a_folder_that_is_not_there_is_made(tmp_path):
    library = Library.open(tmp_path / "a" / "b.tubaocao")
    library.close()
    assert os.listdir(tmp_path / "a") == ["b.tubaocao"]


def test_writing_leaves_no_journal_and_counts(library, add, made_up):
    before = library.generation()
    add(made_up())
    assert beside(library) == [library.path.name]
    assert library.generation() == before + 1


def test_an_error_inside_writing_leaves_nothing(library, made_up, source):
    before = library.generation()
    content = made_up()

    def stopped() -> None:
        with library.writing() as conn:
            writer.add_report(conn, content, source(), "2026", digest(content))
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        stopped()
    assert queries.reports(library.reader()) == []
    assert library.reader().execute("SELECT count(*) FROM block").fetchone() == (0,)
    assert library.reader().execute("SELECT count(*) FROM search_text_docsize").fetchone() == (0,)
    assert library.generation() == before
    assert beside(library) == [library.path.name]


def test_reading_writes_not_a_byte(library, add, made_up):
    number = add(made_up())
    library.close()
    before, stat = library.path.read_bytes(), library.path.stat()
    reader = Library.open(library.path, read_only=True)
    queries.content(reader.reader(), number)
    assert beside(library) == [library.path.name]
    reader.close()
    assert library.path.read_bytes() == before
    assert library.path.stat().st_mtime_ns == stat.st_mtime_ns


def test_reading_brings_no_heavy_library(library):
    code = (
        "import sys; from db.library import Library; from db import queries, search\n"
        "library = Library.open(sys.argv[1]); queries.reports(library.reader()); library.close()\n"
        "sys.exit('sqlite_utils' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, str(library.path)], check=True, timeout=60)


def test_a_reader_cannot_write(library):
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        library.reader().execute("DELETE FROM report")


def test_a_read_only_library_refuses_to_write(library):
    reader = Library.open(library.path, read_only=True)
    with pytest.raises(LibraryReadOnly), reader.writing():
        pass
    reader.close()


def seen_by_a_guest(path: Path) -> str:
    """Read a library in a child process whose user may write nothing of it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
            library = Library.open(path)
            conn = library.reader()
            told = (library.read_only, library.recovered, len(queries.reports(conn)), search(conn, "thủy").total)
            library.close()
        except BaseException as error:
            told = (repr(error),)
        os.write(writing, repr(told).encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        return pipe.read().decode()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become another user")
@pytest.mark.parametrize("state", ["clean", "torn"])
def test_a_guest_reads_a_shared_library_and_writes_nothing_there(library, add, made_up, state):
    add(made_up())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kho.tubaocao"
        if state == "torn":
            shutil.copytree(torn(library, Path(folder) / "x").parent, folder, dirs_exist_ok=True)
            shutil.rmtree(Path(folder) / "x")
        else:
            shutil.copyfile(library.path, path)
        Path(folder).chmod(0o755)
        before = {entry.name: entry.read_bytes() for entry in Path(folder).iterdir()}
        assert seen_by_a_guest(path) == repr((True, state == "torn", 1, 1))
        assert {entry.name: entry.read_bytes() for entry in Path(folder).iterdir()} == before


def test_a_library_that_needs_a_copy_where_none_can_be_made_is_told_in_our_words(library, monkeypatch):
    """A log of another program, a folder for reading only, and no room for temporary files."""
    library.close()
    with closing(sqlite3.connect(library.path)) as conn:
        conn.execute("PRAGMA journal_mode=WAL")

    def refuse(**_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    with pytest.raises(LibraryUnreachable) as caught:
        Library.open(library.path, read_only=True)
    assert "No space left" in caught.value.detail


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_folder_that_cannot_be_written_makes_it_read_only(library, add, made_up):
    add(made_up())
    library.close()
    library.path.parent.chmod(0o555)
    try:
        reader = Library.open(library.path)
        assert reader.read_only
        assert len(queries.reports(reader.reader())) == 1
        reader.close()
    finally:
        library.path.parent.chmod(0o755)


def test_each_thread_has_its_own_connection(library):
    mine, theirs = library.reader(), []
    thread = threading.Thread(target=lambda: theirs.append((library.reader(), library.reader())))
    thread.start()
    thread.join()
    assert theirs[0][0] is theirs[0][1] is not mine
    assert library.reader() is mine


def test_a_second_writer_waits_and_is_told(library):
    other = Library.open(library.path, patience=0.05)
    with library.writing() as conn:
        conn.execute("UPDATE meta SET value = 'x' WHERE key = 'writer'")
        with pytest.raises(LibraryBusy), other.writing():
            pass
    with other.writing():
        pass
    assert other.generation() == 2
    other.close()


def test_two_threads_of_one_program_write_in_turn(library, made_up, source):
    failures: list[Exception] = []

    def store(name: str) -> None:
        try:
            content = made_up(name)
            with patient.writing() as conn:
                writer.add_report(conn, content, source(name), "2026", digest(content))
        except Exception as error:
            failures.append(error)

    patient = Library.open(library.path)
    threads = [threading.Thread(target=store, args=(f"Nơi {n}",)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(queries.reports(patient.reader())) == 6
    patient.close()


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", NotALibrary),
        (b"SQLite format 3\0", NotALibrary),
        (b"PK\x03\x04" + bytes(200), NotALibrary),
        (bytes(4096), NotALibrary),
    ],
)
def test_what_is_not_sqlite_is_refused_by_its_first_bytes(tmp_path, content, error):
    path = tmp_path / "x.tubaocao"
    path.write_bytes(content)
    with pytest.raises(error):
        Library.open(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ("PRAGMA application_id = 1", NotALibrary),
        ("PRAGMA user_version = 0", DamagedLibrary),
        ("CREATE TRIGGER t AFTER INSERT ON report BEGIN DELETE FROM report; END", NotALibrary),
        ("CREATE VIEW v AS SELECT * FROM report", NotALibrary),
        ("CREATE TABLE extra (a)", NotALibrary),
        ("CREATE INDEX extra ON report (lower(title))", NotALibrary),
        ("ALTER TABLE report ADD COLUMN more TEXT", DamagedLibrary),
        ("DROP TABLE receipt", DamagedLibrary),
        ("DROP INDEX figure_report", DamagedLibrary),
    ],
)
def test_a_shape_that_is_not_ours_is_refused(library, statement, error):
    path = altered(library, statement)
    before = path.read_bytes()
    with pytest.raises(error):
        Library.open(path)
    assert path.read_bytes() == before


def test_a_newer_library_is_read_and_not_written(library, add, made_up):
    number = add(made_up())
    path = altered(library, "PRAGMA user_version = 99", "ALTER TABLE report ADD COLUMN more TEXT")
    newer = Library.open(path)
    assert (newer.newer, newer.read_only) == (True, True)
    assert queries.content(newer.reader(), number).notes
    with pytest.raises(LibraryReadOnly), newer.writing():
        pass
    newer.close()


def test_a_newer_library_that_lacks_what_we_read_is_told_as_newer(library):
    path = altered(library, "PRAGMA user_version = 99", "ALTER TABLE report DROP COLUMN resolution")
    with pytest.raises(NewerLibrary):
        Library.open(path)


def test_a_cut_file_is_damaged(library, add, made_up):
    add(made_up())
    library.close()
    whole = library.path.read_bytes()
    library.path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DamagedLibrary):
        Library.open(library.path)


def torn(library: Library, tmp_path: Path) -> Path:
    """Return a copy of the library as a killed writer leaves it: half written, its journal beside it."""
    copy = tmp_path / "torn" / "kho.tubaocao"
    copy.parent.mkdir(parents=True)
    conn = sqlite3.connect(library.path, isolation_level=None)
    conn.execute("PRAGMA cache_size=1")
    conn.execute("PRAGMA cache_spill=1")
    conn.execute("BEGIN IMMEDIATE")
    conn.execute("DELETE FROM search_text_docsize")
    conn.executemany("INSERT INTO meta VALUES (?, ?)", [(f"torn {n}", "x" * 500) for n in range(500)])
    shutil.copyfile(library.path, copy)
    shutil.copyfile(f"{library.path}-journal", f"{copy}-journal")
    conn.execute("ROLLBACK")
    conn.close()
    return copy


@pytest.mark.parametrize("read_only", [False, True])
def test_a_torn_import_is_rolled_back_and_never_shown(library, add, made_up, tmp_path, read_only):
    number = add(made_up())
    copy = torn(library, tmp_path)
    before = copy.read_bytes()
    opened = Library.open(copy, read_only=read_only)
    assert opened.recovered is read_only
    assert opened.reader().execute("SELECT count(*) FROM meta WHERE key LIKE 'torn%'").fetchone() == (0,)
    assert queries.content(opened.reader(), number)
    opened.close()
    if read_only:
        assert copy.read_bytes() == before
    else:
        assert os.listdir(copy.parent) == [copy.name]


def test_broken_letters_are_shown_as_such(library, add, made_up):
    number = add(made_up())
    path = altered(library, "UPDATE note SET text = CAST(X'41FF42' AS TEXT) WHERE label = '1'")
    opened = Library.open(path)
    assert queries.content(opened.reader(), number, verify=False).notes[0].text == "A�B"
    with pytest.raises(DamagedLibrary):
        queries.content(opened.reader(), number)
    opened.close()


def test_every_code_of_sqlite_has_its_place_in_our_tree():
    def error(code: int) -> sqlite3.Error:
        made = sqlite3.OperationalError("words")
        made.sqlite_errorcode = code
        return made

    expected = {
        sqlite3.SQLITE_BUSY: LibraryBusy,
        sqlite3.SQLITE_BUSY_SNAPSHOT: LibraryBusy,
        sqlite3.SQLITE_FULL: DiskFull,
        sqlite3.SQLITE_IOERR_WRITE: DiskFull,
        sqlite3.SQLITE_IOERR_READ: LibraryUnreachable,
        sqlite3.SQLITE_READONLY_DBMOVED: LibraryReadOnly,
        sqlite3.SQLITE_CORRUPT: DamagedLibrary,
        sqlite3.SQLITE_CORRUPT_VTAB: DamagedLibrary,
        sqlite3.SQLITE_CANTOPEN: LibraryUnreachable,
        sqlite3.SQLITE_ERROR: LibraryError,
    }
    assert {code: type(as_library_error(error(code), "kho")) for code in expected} == expected


@pytest.mark.parametrize("name", ["trigger_drop", "header_zero", "wrong_appid", "truncated", "page_flip_root"])
def test_hostile_stores_are_refused(shared, tmp_path, name):
    path = tmp_path / "x.tubaocao"
    shutil.copyfile(shared / "corpus" / "hostile" / f"gen__store_{name}.tbc", path)
    with pytest.raises(LibraryError):
        Library.open(path)


def test_a_full_disk_is_told_and_nothing_is_written(library, made_up, source):
    content = made_up(paragraphs=tuple(f"đoạn {n} " * 50 for n in range(200)))
    (pages,) = library.reader().execute("PRAGMA page_count").fetchone()

    def overflow() -> None:
        with library.writing() as conn:
            conn.execute(f"PRAGMA max_page_count = {pages + 2}")
            writer.add_report(conn, content, source(), "2026", digest(content))

    with pytest.raises(DiskFull):
        overflow()
    assert queries.reports(library.reader()) == []
    assert beside(library) == [library.path.name]


def test_an_older_library_is_brought_up_to_date_after_a_copy(library, add, made_up, monkeypatch):
    number = add(made_up())
    library.close()
    before = library.path.read_bytes()
    monkeypatch.setattr(schema, "VERSION", 6)
    steps = Migrations("library")
    for name, step in (
        ("m001_reports", m001_reports),
        ("m002_changes", m002_changes),
        ("m003_series", m003_series),
        ("m004_seals", m004_seals),
        ("m005_words", m005_words),
        ("m006_next", lambda db: db.conn.execute("PRAGMA user_version = 6")),
    ):
        steps(name=name)(step)
    monkeypatch.setattr(migrations, "migrations", steps)
    looked_at = Library.open(library.path, read_only=True)
    assert queries.content(looked_at.reader(), number)
    looked_at.close()
    assert library.path.read_bytes() == before
    assert beside(library) == [library.path.name]
    upgraded = Library.open(library.path)
    assert upgraded.reader().execute("PRAGMA user_version").fetchone() == (6,)
    assert queries.content(upgraded.reader(), number)
    upgraded.close()
    assert beside(library) == [library.path.name, backups.FOLDER]
    monkeypatch.undo()
    (made,) = backups.backups(library.path)
    assert made.reason == backups.BEFORE_UPGRADE
    copy = Library.open(made.path)
    assert queries.content(copy.reader(), number)
    copy.close()
