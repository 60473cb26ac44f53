"""A fault at every call that makes something durable: nothing acknowledged is lost, nothing is left half."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import acts
import holding
import pytest

from db import backups, schema
from db.library import Library

KILL, TORN, FULL, BROKEN = 1, 2, 3, 4
FAULTS = {"kill": KILL, "half write": TORN, "disk full": FULL, "I/O error": BROKEN}


def known(sources):
    """The hashes of the reports that stood before."""
    return {acts.read(path)[1].sha256 for path in sources[:2]}


def older(folder: Path) -> None:
    """Take a library back to the first shape."""
    conn = sqlite3.connect(folder / acts.STORE, isolation_level=None)
    later = (*schema.SECOND_TABLES, *reversed(schema.THIRD_TABLES), *schema.FOURTH_TABLES, *schema.FIFTH_TABLES)
    for statement in later:
        conn.execute(f"DROP TABLE {schema.name_of(statement)}")
    conn.execute("DROP INDEX report_area")
    conn.execute("DELETE FROM _sqlite_migrations WHERE name <> 'm001_reports'")
    conn.execute("PRAGMA user_version = 1")
    conn.close()


def prepared(act: str, base: Path, folder: Path) -> Path:
    """Return a fresh folder in which `act` can be done."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(base, folder)
    store = folder / acts.STORE
    if act == "upgrade":
        older(folder)
    if act == "restore":
        library = Library.open(store)
        backups.back_up(library.reader(), store, backups.BEFORE_REPAIR)
        library.close()
    if act == "repair":
        store.write_bytes(damaged(base))
    if act == "export":
        (folder / acts.EXPORT).write_bytes(acts.OLD)
    return folder


def damaged(base: Path) -> bytes:
    """Return the library of `base` with one of its indexes spoiled, so that all reports can still be salvaged."""
    body = bytearray((base / acts.STORE).read_bytes())
    conn = sqlite3.connect(base / acts.STORE)
    (root,) = conn.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'block_report'").fetchone()
    conn.close()
    body[(root - 1) * 4096 : root * 4096] = b"\xa5" * 4096
    return bytes(body)


def wrong(act: str, base: Path, folder: Path, sources: list[Path], words: list[str]) -> list[str]:
    """Return what does not hold in `folder` after the fault; `words` are what the child told before it."""
    store = folder / acts.STORE
    told = [word for word in words if word[0] not in "=!?"]
    found = [word for word in words if word.startswith("?")]
    if act == "export":
        content = (folder / acts.EXPORT).read_bytes()
        return found + ([] if content == acts.NEW or (content == acts.OLD and not told) else ["torn export"])
    if act == "repair":
        return found + wrong_repair(folder, sources, damaged(base))
    if act == "restore" and not store.exists():
        # Between its two renames the former file has its other name; both it and the copy are there.
        store = next(iter(folder.glob(f"{acts.STORE}.hong-*")))
    found += holding.faults_of(store, known(sources) | (set(told) if act == "import" else set()))
    for one in backups.backups(folder / acts.STORE):
        found += [f"backup {fault}" for fault in holding.faults_of(one.path, known(sources))]
    if act == "backup" and told and not (folder / backups.FOLDER / told[0]).exists():
        found.append("lost backup")
    return found + (holding.faults_after_import(store, sources) if act == "import" else [])


def wrong_repair(folder: Path, sources: list[Path], body: bytes) -> list[str]:
    """Return what does not hold after a repair: the damaged file to the byte, or a whole one, never neither."""
    store = folder / acts.STORE
    asides = list(folder.glob(f"{acts.STORE}.hong-*"))
    if store.read_bytes() == body:
        return holding.faults_after_repair(store, known(sources))
    found = holding.faults_of(store, known(sources))
    return found + ([] if [one.read_bytes() for one in asides] == [body] else ["damaged file not kept"])


def calls(act, injector, base, folder):
    """Count the durability calls of `act` when nothing fails."""
    answer = injector(act, prepared(act, base, folder))
    assert answer["status"] == 0
    assert not [word for word in answer["words"] if word[0] in "!?"], answer
    return int(answer["words"][-1][1:])


def spread(total: int, wanted: int) -> list[int]:
    """Return `wanted` call numbers out of `total`, evenly, or all of them."""
    return sorted({1 + i * total // wanted for i in range(wanted)}) if wanted < total else list(range(1, total + 1))


@pytest.fixture(autouse=True)
def _data_of_our_own(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("act", acts.ACTS)
def test_whatever_fails_everything_acknowledged_stays(act, fault, injector, base, sources, tmp_path, gate, amount):
    with gate(f"{act}, {fault}") as figures:
        total = calls(act, injector, base, tmp_path / "at")
        figures["calls"], figures["runs"], figures["bad"] = total, 0, 0
        bad = []
        for n in spread(total, amount(3, 10_000)):
            folder = prepared(act, base, tmp_path / "at")
            answer = injector(act, folder, n, FAULTS[fault])
            figures["runs"] += 1
            assert (answer["status"] == -9) == (FAULTS[fault] in (KILL, TORN)), (n, answer)
            if found := wrong(act, base, folder, sources, answer["words"]):
                bad.append((n, found))
                figures["bad"] += 1
        assert bad == []
        assert figures["runs"] >= min(3, total)


def test_the_injector_sees_every_kind_of_call(injector, base, tmp_path):
    log = tmp_path / "log"
    injector("import", prepared("import", base, tmp_path / "at"), log=str(log))
    kinds = {line[:1] for line in log.read_bytes().split(b"\n") if line[1:2] == b"\t"}
    assert kinds >= {b"W", b"S", b"T", b"U", b"R", b"A"}
    assert os.path.getsize(log) > 10_000


@pytest.mark.parametrize("act", ["import", "upgrade", "backup", "restore"])
def test_a_disk_that_fails_for_good_is_told_in_our_words(act, injector, base, tmp_path):
    answer = injector(act, prepared(act, base, tmp_path / "at"), 1, BROKEN)
    assert [word for word in answer["words"] if word.startswith("?")] == []


def test_an_upgrade_cut_short_opens_at_once(injector, base, sources, tmp_path):
    """The torn file says 2, what is rolled back says 1: the first opening must see the latter and upgrade again."""
    total = calls("upgrade", injector, base, tmp_path / "at")
    for n in range(total - 20, total + 1):
        folder = prepared("upgrade", base, tmp_path / "at")
        injector("upgrade", folder, n, KILL)
        assert holding.faults_of(folder / acts.STORE, known(sources)) == []
