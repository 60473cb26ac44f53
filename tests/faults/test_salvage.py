"""Truly damaged libraries are salvaged: each report comes out whole or is named as lost, and the file is untouched."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from contextlib import closing
from pathlib import Path

import acts
import holding
import pytest

from db import backups, edits, health, queries, salvage, undo
from db.digest import store_digest
from db.errors import TuBaoCaoError
from db.library import Library

PAGE = 4096


@pytest.fixture(autouse=True)
def _data_of_our_own(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory, sources):
    """A library of four reports in which one was removed and brought back, one removed, one corrected."""
    store = tmp_path_factory.mktemp("lived") / acts.STORE
    with closing(Library.open(store)) as library:
        acts.import_files(library, sources)
        undo.remove_reports(library, [1, 4])
        holding.finish(undo.undo(library, 2))
        undo.remove_reports(library, [2])
        with library.writing() as conn:
            edits.correct(conn, 3, {"year": 2030})
    return store


def flipped(body, chance):
    """Turn some bits anywhere."""
    for _ in range(chance.choice((1, 8, 64))):
        body[chance.randrange(len(body))] ^= 1 << chance.randrange(8)


def page_lost(body, chance):
    """Overwrite whole pages, as a failing disk does."""
    for _ in range(chance.choice((1, 2, 5))):
        start = chance.randrange(len(body) // PAGE) * PAGE
        body[start : start + PAGE] = chance.choice((bytes(PAGE), b"\xff" * PAGE, chance.randbytes(PAGE)))


def cut(body, chance):
    """Lose the end, as when a stick is pulled."""
    del body[chance.randrange(PAGE, len(body)) :]


def head_lost(body, chance):
    """Overwrite the header, or the whole first page."""
    length = chance.choice((16, 100, PAGE))
    body[:length] = chance.randbytes(length)


def shifted(body, chance):
    """Exchange two pages, as a file system does that was not shut down."""
    left, right = (chance.randrange(1, len(body) // PAGE) * PAGE for _ in range(2))
    body[left : left + PAGE], body[right : right + PAGE] = body[right : right + PAGE], body[left : left + PAGE]


DAMAGES = (flipped, page_lost, cut, head_lost, shifted)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.__name__)
def test_each_report_is_whole_or_named(damage, lived_in, tmp_path, gate, amount):
    whole, original = holding.reports(lived_in), lived_in.read_bytes()
    texts = {(one.blocks, one.notes, one.tables) for _, one in whole}
    chance, found = random.Random(damage.__name__), Counter()
    store, target = tmp_path / acts.STORE, tmp_path / "new.tubaocao"
    with gate(f"salvage, {damage.__name__}") as figures:
        for _ in range(amount(15, 1_000)):
            body = bytearray(original)
            damage(body, chance)
            store.write_bytes(body)
            target.unlink(missing_ok=True)
            try:
                outcome = holding.finish(salvage.salvage(store, target))
            except TuBaoCaoError as error:  # anything else that is raised fails the test
                found[f"refused {error.code}"] += 1
                assert not target.exists()
                continue
            saved = holding.reports(target)
            assert {(one.blocks, one.notes, one.tables) for _, one in saved} <= texts
            # A field that is not as it was is told, be it the source of a file or what the user corrected.
            assert {row.slug for row, content in saved if (row, content) not in whole} <= set(outcome.unsure)
            found["unsure"] += len(outcome.unsure)
            # Where the row is gone that told which catalogue linked the figures, that is told, and mended when asked.
            assert [one for one in holding.faults_of(target, ()) if not one.startswith(health.LINKS)] == []
            assert store.read_bytes() == body
            assert len(outcome.whole) == len(saved)
            named = {one.report_id for one in outcome.lost}
            found["whole"] += len(saved)
            found["named as lost"] += len(named)
            found["lost without a trace"] += max(0, len(whole) - len(saved) - len(named))
        figures.update(found)
        assert found["whole"] > 0
        if damage in (head_lost, shifted):
            assert found["whole"] == amount(15, 1_000) * len(whole)
        if damage is not cut:  # with the end of the file all that told of a report may be gone
            assert found["lost without a trace"] == 0


def test_with_a_backup_nothing_is_lost_whatever_happens_to_the_file(lived_in, tmp_path, amount, gate):
    store = Path(shutil.copy(lived_in, tmp_path / acts.STORE))
    with closing(Library.open(store)) as library:
        backups.back_up(library.reader(), store, backups.BEFORE_IMPORT)
        before = store_digest(library.reader())
        digests = {report.digest for report in queries.reports(library.reader())}
    chance, original, target = random.Random(4), store.read_bytes(), tmp_path / "new.tubaocao"
    with gate("salvage with a backup") as figures:
        figures.update({"runs": 0, "refused": 0, "to the digest": 0})
        for turn in range(amount(20, 1_000)):
            body = bytearray(original)
            DAMAGES[turn % len(DAMAGES)](body, chance)
            store.write_bytes(body)
            target.unlink(missing_ok=True)
            figures["runs"] += 1
            try:
                outcome = holding.finish(salvage.salvage(store, target))
            except TuBaoCaoError:
                figures["refused"] += 1
                continue
            assert outcome.lost == ()
            with closing(Library.open(target)) as library:
                assert {report.digest for report in queries.reports(library.reader())} == digests
                figures["to the digest"] += store_digest(library.reader()) == before
        assert figures["to the digest"] >= figures["runs"] - figures["refused"] - figures["runs"] // 50
        assert figures["refused"] < figures["runs"] / 10


def test_a_sound_library_comes_over_to_the_digest(lived_in, tmp_path):
    target = tmp_path / "new.tubaocao"
    outcome = holding.finish(salvage.salvage(lived_in, target))
    assert outcome.lost == ()
    digests = []
    for store in (lived_in, target):
        with closing(Library.open(store)) as library:
            digests.append(store_digest(library.reader()))
    assert digests[0] == digests[1]
