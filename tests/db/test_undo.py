"""Undo: an import or a removal taken back leaves the library as it was, whatever happens on the way."""

from __future__ import annotations

import random
from collections.abc import Generator
from dataclasses import replace
from typing import Any

import pytest

from db import digest, edits, health, history, queries, removed, undo, writer
from db.digest import store_digest
from db.errors import DiskFull
from db.library import Library
from db.model import Counts, Receipt
from db.search import search


def run(work: Generator[Any, None, Any]) -> Any:
    """Drive a generator to its end and return what it returns."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


@pytest.fixture
def take(library, made_up, source):
    """Import made-up reports as one batch, as the pipeline stores them; return the batch."""

    def take(*names: str, year: int = 2023) -> int:
        with library.writing() as conn:
            batch = history.begin(conn, history.IMPORT)
            for name in names:
                content = made_up(paragraphs=(f"Báo cáo {name} nêu từ hiếm{name}.",), year=year)
                number = writer.add_report(conn, content, source(name), "2026-01-02", digest.digest(content))
                status = "revised" if len(queries.same_period(conn, content.data)) > 1 else "imported"
                receipt = Receipt(0, name, status, number, "", "", Counts(), (), "2026-01-02", batch)
                writer.add_receipt(conn, receipt)
        return batch

    return take


def state(library: Library) -> tuple[str, list[Any]]:
    conn = library.reader()
    return store_digest(conn), [(r, queries.content(conn, r.id)) for r in queries.reports(conn)]


@pytest.mark.parametrize("seed", range(3))
def test_imports_undone_in_any_number_bring_the_former_digest_back(library, take, seed):
    chance = random.Random(seed)
    names = iter(f"tep{n}" for n in range(100))
    take(*(next(names) for _ in range(chance.randint(0, 3))))
    states, batches = [], []
    for _ in range(3):
        states.append(state(library))
        batch = take(*(next(names) for _ in range(chance.randint(1, 4))), year=chance.randint(2020, 2022))
        batches.append(batch)
        if chance.random() < 0.5:
            victim = chance.choice(queries.reports(library.reader())[:-1] or queries.reports(library.reader()))
            newest = queries.reports(library.reader())[-1].id
            undo.remove_reports(library, [victim.id], replaced_by=newest if victim.id != newest else None)
    for batch, before in zip(reversed(batches), reversed(states), strict=True):
        run(undo.undo_import(library, batch))
        while (change := history.last(library.reader())) and change.kind == history.REMOVAL and change.id > batch:
            run(undo.undo_removal(library, change.id))
        assert state(library) == before
    assert run(health.check(library)) == []


@pytest.mark.parametrize("seed", range(2))
def test_fifty_actions_and_fifty_undos_give_the_same_digest(library, take, seed):
    """Imports and removals of one report or more, over sessions; each undo gives the state before."""
    chance, number = random.Random(seed), 0
    take("first", "second")
    states = []
    for _ in range(50):
        states.append(store_digest(library.reader()))
        present = [report.id for report in queries.reports(library.reader())]
        if len(present) > 3 and chance.random() < 0.5:
            undo.remove_reports(library, chance.sample(present, chance.randint(1, 3)))
        else:
            count = chance.randint(1, 3)
            take(*(f"t{number + n}" for n in range(count)), year=chance.randint(2015, 2024))
            number += count
    library.close()
    opened = Library.open(library.path)
    for before in reversed(states):
        run(undo.undo(opened, history.last(opened.reader()).id))
        assert store_digest(opened.reader()) == before
    assert run(health.check(opened)) == []
    opened.close()


def test_what_was_undone_is_found_no_more_and_its_receipts_say_so(library, take):
    take("a")
    batch = take("b")
    assert len(search(library.reader(), "từ hiếmb").hits) == 1
    done = run(undo.undo_import(library, batch))
    assert len(done.removed) == 1
    assert search(library.reader(), "từ hiếmb").hits in ((), [])
    newest, older = queries.receipts(library.reader())
    assert (newest.undone, newest.report_id, newest.batch) == (True, None, batch)
    assert not older.undone
    with pytest.raises(undo.NothingToUndo):
        run(undo.undo_import(library, batch))


def test_undo_works_in_a_later_session(library, take):
    before = state(library)
    batch = take("a", "b")
    library.close()
    again = Library.open(library.path)
    change = history.last(again.reader())
    assert change is not None
    assert change.id == batch
    run(undo.undo(again, change.id))
    assert state(again) == before
    assert history.last(again.reader()) is None
    again.close()


@pytest.mark.parametrize("fails_at", [0, 1, 2])
def test_an_error_on_the_way_leaves_everything(library, take, monkeypatch, fails_at):
    batch = take("a", "b", "c")
    before, receipts = state(library), queries.receipts(library.reader())
    real, calls = writer.remove_report, []

    def failing(conn, report):
        calls.append(report)
        if len(calls) > fails_at:
            raise DiskFull(library.path)
        return real(conn, report)

    with monkeypatch.context() as patch:
        patch.setattr(writer, "remove_report", failing)
        with pytest.raises(DiskFull):
            run(undo.undo_import(library, batch))
    assert state(library) == before
    assert queries.receipts(library.reader()) == receipts
    assert run(health.check(library)) == []


def test_cancelling_on_the_way_leaves_everything(library, take):
    batch = take("a", "b", "c")
    before = state(library)
    work = undo.undo_import(library, batch)
    next(work)
    next(work)
    work.close()
    assert state(library) == before


def test_a_removed_report_comes_back_whole_with_id_name_receipts_and_corrections(library, take):
    take("a", "b")
    with library.writing() as conn:
        edits.correct(conn, 1, {"issuer": "Cơ quan khác"})
    before, receipts = state(library), queries.receipts(library.reader())
    assert undo.remove_reports(library, [1, 7]) == (1,)
    assert state(library) != before
    change = history.last(library.reader())
    done = run(undo.undo(library, change.id))
    assert done.restored == (1,)
    assert state(library) == before
    assert queries.receipts(library.reader()) == receipts
    assert run(health.check(library)) == []


def test_one_that_was_imported_anew_meanwhile_is_left_out(library, take):
    take("a")
    undo.remove_reports(library, [1])
    removal = history.last(library.reader())
    take("a")
    done = run(undo.undo(library, removal.id))
    assert (done.restored, done.left_out) == ((), 1)
    assert [report.id for report in queries.reports(library.reader())] == [2]


def test_undoing_an_import_brings_back_what_it_replaced(library, take):
    take("a")
    before = state(library)
    batch = take("b")
    undo.remove_reports(library, [1], replaced_by=2)
    assert [report.id for report in queries.reports(library.reader())] == [2]
    done = run(undo.undo(library, batch))
    assert (done.removed, done.restored) == ((2,), (1,))
    assert state(library) == before


def test_the_bin_forgets_after_its_days(library, take, monkeypatch):
    take("a", "b")
    undo.remove_reports(library, [1])
    monkeypatch.setattr(removed, "KEPT_DAYS", -1)
    undo.remove_reports(library, [2])
    change = history.last(library.reader())
    assert change.reports == (2,)


def test_a_damaged_report_is_removed_all_the_same(library, take):
    take("a")
    with library.writing() as conn:
        conn.execute("UPDATE figure SET quote = 'x' WHERE report_id = 1")
    assert undo.remove_reports(library, [1]) == (1,)
    assert queries.reports(library.reader()) == []
    assert history.last(library.reader()) is None


def test_the_store_digest_counts_what_the_user_says(library, take):
    take("a")
    before = store_digest(library.reader())
    with library.writing() as conn:
        edits.correct(conn, 1, {"year": 2019})
    assert store_digest(library.reader()) != before
    with library.writing() as conn:
        edits.correct(conn, 1, {"year": 2023})
    assert store_digest(library.reader()) == before
    assert replace(queries.report(library.reader(), 1).data).period == "2023"
