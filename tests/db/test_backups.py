"""Backups: examined before they count, few enough, never of a damaged library; and the way back."""

from __future__ import annotations

import os
from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from db import backups, linking, queries
from db.digest import store_digest
from db.errors import DamagedLibrary, LibraryError, LibraryReadOnly, LibraryUnreachable, NotALibrary
from db.library import Library
from db.search import search

DAY = datetime(2026, 3, 1, 12, tzinfo=UTC)


def made(library: Library, at: datetime = DAY) -> backups.Backup:
    copy = backups.back_up(library.reader(), library.path, backups.BEFORE_IMPORT, at)
    assert copy is not None
    return copy


def run(work: Generator[Any, None, Any]) -> Any:
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def test_a_copy_holds_what_the_library_holds(library, add, made_up):
    add(made_up())
    copy = made(library)
    assert copy.path.parent == library.path.parent / "sao-luu"
    opened = Library.open(copy.path, read_only=True)
    assert store_digest(opened.reader()) == store_digest(library.reader())
    opened.close()
    assert backups.backups(library.path) == [copy]
    assert [path.name for path in copy.path.parent.iterdir()] == [copy.path.name]


def test_an_empty_library_needs_no_copy(library):
    assert backups.back_up(library.reader(), library.path, backups.BEFORE_IMPORT) is None
    assert not (library.path.parent / "sao-luu").exists()


def test_three_and_one_of_a_week_ago_are_kept(library, add, made_up):
    add(made_up())
    for day in range(40):
        made(library, DAY + timedelta(days=day))
        ages = [day - (copy.at - DAY).days for copy in backups.backups(library.path)]
        assert ages[:3] == list(range(min(day + 1, 3)))
        assert len(ages) <= 4
        if day > 14:
            assert 3 <= ages[3] < 14


def test_one_a_day_is_enough_before_imports(library, add, made_up):
    add(made_up())
    assert backups.daily(library.reader(), library.path, DAY) is not None
    assert backups.daily(library.reader(), library.path, DAY + timedelta(minutes=1)) is None
    assert backups.daily(library.reader(), library.path, DAY + timedelta(days=1)) is not None


def test_a_damaged_library_is_never_copied_over_good_copies(library, add, made_up):
    for number in range(4):
        add(made_up(paragraphs=tuple(f"đoạn {number} {n}" for n in range(400))), f"{number}.docx")
    good = made(library)
    library.close()
    size = library.path.stat().st_size
    with library.path.open("rb+") as file:
        for page in range(size // 4096 // 2, size // 4096 - 2, 3):
            file.seek(page * 4096)
            file.write(b"\xff" * 64)
    broken = Library.open(library.path)
    with pytest.raises(LibraryError):
        backups.back_up(broken.reader(), library.path, backups.BEFORE_IMPORT, DAY + timedelta(days=1))
    broken.close()
    assert backups.backups(library.path) == [good]
    assert [path.name for path in good.path.parent.iterdir()] == [good.path.name]


def test_a_failing_disk_leaves_no_half_copy(library, add, made_up, monkeypatch):
    add(made_up())

    def failing(_fd: int) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(LibraryUnreachable):
        made(library)
    assert list((library.path.parent / "sao-luu").iterdir()) == []


def test_where_the_folder_cannot_be_written_it_goes_to_the_users_own_files(
    library, add, made_up, monkeypatch, tmp_path
):
    add(made_up())
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "của tôi"))
    (library.path.parent / "sao-luu").write_text("a file in the way")
    copy = made(library)
    assert copy.path.is_relative_to(backups.data_folder())
    assert backups.backups(library.path) == [copy]


def test_the_list_tells_what_is_in_each_copy(library, add, made_up):
    add(made_up(year=2019), "a")
    made(library)
    add(made_up(year=2023), "b")
    bad = made(library, DAY + timedelta(days=1))
    with bad.path.open("rb+") as file:
        file.truncate(bad.path.stat().st_size // 2)
    newest, older = run(backups.examine(library.path))
    assert not newest.sound
    assert (older.sound, older.reports, older.years) == (True, 1, (2019, 2019))


def test_restoring_brings_the_copy_back_and_keeps_the_former_file(library, add, made_up):
    add(made_up(), "a")
    before = store_digest(library.reader())
    copy = made(library)
    add(made_up(year=2020), "b")
    after = store_digest(library.reader())
    library.close()
    aside = run(backups.restore(library.path, copy.path))
    assert ".hong-" in aside.name
    for path, expected in ((library.path, before), (aside, after)):
        opened = Library.open(path)
        assert store_digest(opened.reader()) == expected
        opened.close()


def test_restoring_something_unsound_changes_nothing(library, add, made_up, tmp_path):
    add(made_up())
    copy = made(library)
    library.close()
    before = library.path.read_bytes()
    with copy.path.open("rb+") as file:
        file.truncate(copy.path.stat().st_size - 4096)
    with pytest.raises(DamagedLibrary):
        run(backups.restore(library.path, copy.path))
    other = tmp_path / "x.tubaocao"
    other.write_bytes(b"no library at all" * 10)
    with pytest.raises(NotALibrary):
        run(backups.restore(library.path, other))
    assert library.path.read_bytes() == before
    names = {path.name for path in library.path.parent.iterdir()}
    assert not [name for name in names if ".hong-" in name or name.endswith(".restored")]


def test_a_library_that_is_gone_can_be_restored(library, add, made_up):
    add(made_up())
    copy = made(library)
    library.close()
    library.path.unlink()
    assert run(backups.restore(library.path, copy.path)) is None
    opened = Library.open(library.path)
    assert len(queries.reports(opened.reader())) == 1
    opened.close()


def test_a_migration_makes_a_copy_first(library, add, made_up):
    number = add(made_up())
    with library.writing() as conn:
        for table in ("change_receipt", "bin", "change", "as_read", "series_figure", "series", "seal", "word"):
            conn.execute(f"DROP TABLE {table}")
        conn.execute("DROP INDEX report_area")
        conn.execute("DELETE FROM _sqlite_migrations WHERE name <> 'm001_reports'")
        conn.execute("PRAGMA user_version = 1")
    library.close()
    seen = Library.open(library.path, read_only=True)
    assert queries.content(seen.reader(), number)
    seen.close()
    assert backups.backups(library.path) == []
    upgraded = Library.open(library.path)
    assert queries.content(upgraded.reader(), number)
    assert linking.is_linked(upgraded.reader(), number)
    assert search(upgraded.reader(), "thủ* lợ*").total == search(upgraded.reader(), "thủy lợi").total > 0
    upgraded.close()
    assert [copy.reason for copy in backups.backups(library.path)] == ["upgrade"]
    assert Path(library.path).exists()


def test_where_there_are_no_links_the_files_are_renamed_one_after_the_other(library, add, made_up, monkeypatch):
    """As on FAT and some shares; what lay beside the former file goes with it."""
    add(made_up())
    copy = made(library)
    library.close()
    before = library.path.read_bytes()

    def no_links(*_):
        raise OSError(1, "not permitted")

    monkeypatch.setattr(backups.os, "link", no_links)
    aside = run(backups.restore(library.path, copy.path))
    assert aside.read_bytes() == before
    assert library.path.exists()
    library.path.with_name(library.path.name + "-wal").write_bytes(b"left over")
    second = run(backups.restore(library.path, copy.path))
    assert second != aside
    assert second.with_name(second.name + "-wal").read_bytes() == b"left over"
    assert not library.path.with_name(library.path.name + "-wal").exists()


@pytest.mark.parametrize("links", [True, False])
def test_a_restore_that_fails_at_the_last_step_leaves_everything_as_it_was(library, add, made_up, monkeypatch, links):
    add(made_up())
    copy = made(library)
    library.close()
    before = {one.name: one.read_bytes() for one in library.path.parent.iterdir() if one.is_file()}
    replace_ = os.replace

    def failing(source, target):
        if str(source).endswith(".restored"):
            raise OSError(5, "I/O error")
        replace_(source, target)

    monkeypatch.setattr(backups.os, "replace", failing)
    if not links:
        monkeypatch.setattr(backups, "_linked", lambda *_: False)
    with pytest.raises(LibraryUnreachable):
        run(backups.restore(library.path, copy.path))
    assert {one.name: one.read_bytes() for one in library.path.parent.iterdir() if one.is_file()} == before


def test_a_folder_that_may_not_be_written_is_told_as_read_only(library, add, made_up, monkeypatch):
    add(made_up())
    copy = made(library)
    library.close()

    def refuse(*_):
        raise PermissionError(13, "denied")

    monkeypatch.setattr(backups, "_copy", refuse)
    with pytest.raises(LibraryReadOnly):
        run(backups.restore(library.path, copy.path))


def test_a_copy_found_unsound_after_it_was_made_is_thrown_away(library, add, made_up, monkeypatch):
    add(made_up())
    monkeypatch.setattr(backups, "_is_sound", lambda _path: False)
    with pytest.raises(DamagedLibrary):
        made(library)
    assert list((library.path.parent / "sao-luu").iterdir()) == []
    monkeypatch.undo()
    copy = made(library)
    monkeypatch.setattr(backups, "_is_sound", lambda _path: False)
    with pytest.raises(DamagedLibrary):
        run(backups.restore(library.path, copy.path))


def test_where_no_folder_can_be_written_no_copy_is_claimed(library, add, made_up, monkeypatch):
    add(made_up())
    monkeypatch.setattr(backups.os, "access", lambda *_: False)
    with pytest.raises(LibraryUnreachable):
        made(library)


def test_other_files_in_the_folder_of_copies_are_none(library, add, made_up):
    add(made_up())
    copy = made(library)
    (copy.path.parent / "ghi-chu.txt").write_text("x")
    (copy.path.parent / copy.path.name.replace(library.path.stem, "kho khác")).write_bytes(b"x")
    assert backups.backups(library.path) == [copy]
