"""Libraries from outside, in places that refuse, beside other programs: right behaviour, always in our words."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import acts
import holding
import pytest

from db import health, queries, search
from db.errors import (
    DamagedLibrary,
    DiskFull,
    LibraryBusy,
    LibraryReadOnly,
    LibraryUnreachable,
    NotALibrary,
    TuBaoCaoError,
)
from db.library import Library

ROOT = Path(__file__).resolve().parents[2]
linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux only")


@pytest.fixture(autouse=True)
def _data_of_our_own(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def store(base, tmp_path):
    """A sound library of two reports, to be hurt."""
    return Path(shutil.copy(base / acts.STORE, tmp_path / acts.STORE))


def sql(store, *statements):
    """Change a library as a stranger would."""
    with closing(sqlite3.connect(store, isolation_level=None)) as conn:
        for statement in statements:
            conn.execute(statement)


@pytest.mark.parametrize(
    ("statements", "error"),
    [
        (["PRAGMA application_id = 7"], NotALibrary),
        (["CREATE TRIGGER t AFTER INSERT ON report BEGIN DELETE FROM block; END"], NotALibrary),
        (["CREATE VIEW v AS SELECT * FROM report"], NotALibrary),
        (["CREATE TABLE stranger (a)"], NotALibrary),
        (["ALTER TABLE note ADD COLUMN more TEXT"], DamagedLibrary),
        (["DROP INDEX report_year"], DamagedLibrary),
    ],
)
def test_a_strange_shape_is_refused(store, statements, error):
    sql(store, *statements)
    before = store.read_bytes()
    with pytest.raises(error):
        Library.open(store)
    assert store.read_bytes() == before


@pytest.mark.parametrize(("cut", "error"), [(0, NotALibrary), (60, NotALibrary), (5000, DamagedLibrary)])
def test_a_cut_file_is_refused(store, cut, error):
    os.truncate(store, cut)
    with pytest.raises(error):
        Library.open(store)


def test_a_newer_library_is_read_and_never_written(store):
    whole = holding.contents(store)
    sql(store, "PRAGMA user_version = 99")
    before = store.read_bytes()
    assert holding.contents(store) == whole
    with closing(Library.open(store)) as library, pytest.raises(LibraryReadOnly), library.writing():
        pass
    assert store.read_bytes() == before


def test_each_broken_page_is_told(store):
    """Every page overwritten in turn: an error of ours at opening or reading, or all texts as they were."""
    whole, original = holding.contents(store), store.read_bytes()
    told = 0
    for page in range(0, len(original), 4096 * 3):
        broken = bytearray(original)
        broken[page : page + 4096] = b"\xa5" * 4096
        store.write_bytes(broken)
        try:
            read = holding.contents(store)
        except TuBaoCaoError:
            told += 1
            continue
        assert read.items() <= whole.items()
    assert told > 5


def test_a_broken_index_leaves_reading_alone_and_is_mended_by_check_repair(store, tmp_path):
    whole = holding.contents(store)
    sql(store, "UPDATE search_text_data SET block = zeroblob(40) WHERE id > 10")
    assert holding.contents(store) == whole
    command = [sys.executable, "-m", "desktop.cli", "--store", str(store), "check"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "XDG_DATA_HOME": str(tmp_path / "data")}

    def run(*more):
        return subprocess.run([*command, *more], capture_output=True, text=True, env=environment, check=False)

    found = run()
    assert found.returncode == 1
    assert health.INDEX in found.stdout + found.stderr
    assert run("--repair").returncode == 0
    assert run().returncode == 0
    with closing(Library.open(store)) as library:
        assert search.search(library.reader(), "thu ngân sách").total > 0


def test_what_a_write_ahead_log_holds_is_not_passed_over(store):
    """Another program left the file in WAL mode, with a change that stands in the log alone."""
    conn = sqlite3.connect(store, isolation_level=None)
    conn.execute("PRAGMA journal_mode=WAL")
    conn.execute("UPDATE meta SET value = '77' WHERE key = 'generation'")
    beside = store.with_name("copy")
    beside.mkdir()
    for name in (store.name, f"{store.name}-wal"):
        shutil.copy(store.with_name(name), beside / name)
    conn.close()
    with closing(Library.open(beside / store.name)) as library:
        assert library.generation() == 77
    assert holding.faults_of(beside / store.name, ()) == []


def _as_nobody(store):
    """Become nobody for good and tell what can be read; only for a forked child."""
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
    try:
        with closing(Library.open(store)) as library:
            conn = library.reader()
            return f"{library.read_only} {len([queries.content(conn, one.id) for one in queries.reports(conn)])}"
    except TuBaoCaoError as error:
        return error.code


@linux
@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root may become nobody")
@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_another_user_in_a_folder_that_cannot_be_written(base, journal, tmp_path_factory):
    folder = tmp_path_factory.mktemp("guest")
    for part in (folder, *folder.parents[:2]):
        part.chmod(0o755)
    store = Path(shutil.copy(base / acts.STORE, folder / acts.STORE))
    sql(store, f"PRAGMA journal_mode={journal}")
    store.chmod(0o644)
    before = sorted(folder.iterdir())
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writer, _as_nobody(store).encode())
        except BaseException as error:
            os.write(writer, repr(error).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        assert pipe.read() == "True 2"
    os.waitpid(child, 0)
    assert sorted(folder.iterdir()) == before


def test_removed_while_reading(store):
    """What was open stays readable; nothing new and empty is made in its place."""
    with closing(Library.open(store)) as library:
        queries.reports(library.reader())
        store.unlink()
        assert len(queries.reports(library.reader())) == 2
        with pytest.raises(LibraryUnreachable), library.writing():
            pass
        assert not store.exists()


def test_replaced_while_open(store, base, tmp_path):
    """The open reader goes on seeing one whole file, never a mixture."""
    with closing(Library.open(store)) as library:
        seen = [queries.content(library.reader(), one.id) for one in queries.reports(library.reader())]
        other = tmp_path / "other.tubaocao"
        Library.open(other).close()
        os.replace(other, store)
        assert [queries.content(library.reader(), one.id) for one in queries.reports(library.reader())] == seen
    with closing(Library.open(store)) as library:
        assert queries.reports(library.reader()) == []


_FULL = """
import resource, signal, sys
from pathlib import Path
import acts
from db.library import Library
library = Library.open(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
if sys.argv[2] != "mounted":
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
print([one.code for one in acts.import_files(library, [Path(name) for name in sys.argv[3:]])])
"""


@linux
def test_a_full_disk(store, sources, tmp_path):
    """A real little disk where one may be mounted, a limit on the size of files where not."""
    disk = tmp_path / "disk"
    disk.mkdir()
    size = store.stat().st_size
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size + 40_000}", "tmpfs", str(disk)]
    mounted = (
        subprocess.run(mount, capture_output=True, check=False).returncode == 0 if shutil.which("mount") else False
    )
    try:
        at = Path(shutil.copy(store, disk / store.name))
        limit = "mounted" if mounted else str(size + 8192)
        done = subprocess.run(
            [sys.executable, "-c", _FULL, str(at), limit, *map(str, sources[2:])],
            capture_output=True,
            text=True,
            env=os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{Path(acts.__file__).parent}"},
            check=True,
        )
        assert DiskFull.code in done.stdout
        assert holding.faults_of(at, {acts.read(path)[1].sha256 for path in sources[:2]}) == []
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(disk)], check=True)


def test_locked_by_another_program(store):
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with closing(Library.open(store, patience=0.2)) as library:
            assert len(queries.reports(library.reader())) == 2
            with pytest.raises(LibraryBusy), library.writing():
                pass
        other.execute("ROLLBACK")
    assert holding.faults_of(store, ()) == []


def _keep_reading(store, ready, done, answers):
    """Read the newest reports over and over, each text against its digest; answer with how often, or with the error."""
    rounds = 0
    try:
        with closing(Library.open(store, create=False)) as library:
            ready.release()
            while not done.is_set():
                for one in queries.reports(library.reader())[-5:]:
                    queries.content(library.reader(), one.id)
                rounds += 1
    except BaseException as error:
        ready.release()
        answers.put(repr(error))
    else:
        answers.put(rounds)


@linux
def test_five_readers_and_a_writer(store, sources, gate, amount):
    """No error and no torn read, however long."""
    context = multiprocessing.get_context("spawn")
    ready, done, answers = context.Semaphore(0), context.Event(), context.Queue()
    readers = [context.Process(target=_keep_reading, args=(store, ready, done, answers)) for _ in range(5)]
    for reader in readers:
        reader.start()
    assert all(ready.acquire(timeout=30) for _ in readers)
    wanted = amount(20, 2_000)
    with gate("five readers, one writer") as figures:
        with closing(Library.open(store, patience=20.0)) as library:
            for turn in range(wanted):
                changed = store.parent / f"bc-{turn}.txt"
                changed.write_text(sources[2].read_text(encoding="utf-8") + f"\nLần {turn}.", encoding="utf-8")
                assert [one.code for one in acts.import_files(library, [changed])] == [""]
        done.set()
        told = [answers.get(timeout=60) for _ in readers]
        for reader in readers:
            reader.join()
        figures["writes"], figures["read whole"] = wanted, told
        assert [one for one in told if not isinstance(one, int)] == []
        assert sum(told) > 0
        assert holding.faults_of(store, ()) == []
