"""`tubaocao check`, `views` and `selftest` by their words, their exit status and what they leave behind."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

import desktop.views
from db.digest import digest
from db.library import Library
from db.model import Source
from db.writer import add_report
from desktop.cli import run
from desktop.terminal import care
from desktop.version import program_version


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content) -> Path:
    """A library of two reports that no option needs to name."""
    path = tmp_path / "tủ.tubaocao"
    monkeypatch.setenv("TUBAOCAO_STORE", str(path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("TUBAOCAO_LANGUAGE", raising=False)
    with closing(Library.open(path)) as library:
        for number in range(2):
            source = Source(f"{number}.docx", f"/{number}.docx", str(number) * 64, "docx", 10)
            with library.writing() as conn:
                add_report(conn, content, source, "2026-11-24T10:00:00Z", digest(content))
    return path


def hurt(store: Path, statement: str) -> None:
    with closing(sqlite3.connect(store, isolation_level=None)) as conn:
        conn.execute(statement)


def said(capfd, *words: str, status: int = 0) -> tuple[str, str]:
    assert run(words) == status
    captured = capfd.readouterr()
    return captured.out, captured.err


def test_a_sound_library(capfd):
    assert said(capfd, "check")[0] == "Tủ nguyên vẹn: 2 báo cáo.\n"
    assert said(capfd, "check", "--language", "en")[0] == "The library is sound: 2 reports.\n"
    assert json.loads(said(capfd, "check", "--format", "json")[0])["findings"] == []


def test_a_search_index_is_mended_in_place(capfd, store):
    hurt(store, "INSERT INTO search_text (search_text) VALUES ('delete-all')")
    assert "TBC-304" in said(capfd, "check", status=1)[1]
    assert "đã sửa" in said(capfd, "check", "--repair")[1]
    said(capfd, "check")


def test_a_lost_report_is_named_and_the_old_file_kept(capfd, store):
    hurt(store, "DELETE FROM note WHERE report_id = 2")
    before = store.read_bytes()
    words = said(capfd, "check", "--repair", "--language", "en", status=1)[1]
    assert "1 whole reports were carried into a new library (0 out of backups), 1 are lost" in words
    assert "/1.docx" in words
    (aside,) = store.parent.glob("*.hong-*")
    assert aside.read_bytes() == before
    assert said(capfd, "check")[0] == "Tủ nguyên vẹn: 1 báo cáo.\n"


def test_what_is_to_be_looked_over_is_named(capfd, store):
    hurt(store, "UPDATE report SET source_path = '/elsewhere' WHERE id = 2")
    assert "TBC-310" in said(capfd, "check", status=1)[1]
    words = said(capfd, "check", "--repair", "--language", "en")[1]
    assert "Look over the source" in words


def test_views_are_drawn_as_they_were_asked_for(capfd, monkeypatch, store, tmp_path):
    asked = []

    def render(*arguments):
        asked.append(arguments)
        return [tmp_path / "a.png", tmp_path / "b.png"]

    monkeypatch.setattr(desktop.views, "render_views", render)
    out, _ = said(capfd, "views", "--to", str(tmp_path), "--size", "1024X700", "--theme", "dark", "--language", "en")
    assert out.splitlines() == [str(tmp_path / "a.png"), str(tmp_path / "b.png")]
    assert asked == [(store, tmp_path, (1024, 700), 1.0, "dark", "en")]


@pytest.mark.parametrize("size", ["1024", "99x700", "1024x9000", "axb", "1x2x3"])
def test_an_impossible_size_is_wrong_usage(capfd, size, tmp_path):
    said(capfd, "views", "--to", str(tmp_path), "--size", size, status=2)


def test_pictures_that_cannot_be_written_are_told_with_their_folder(capfd, monkeypatch, tmp_path):
    def render(*_arguments):
        raise OSError(28, "no space")

    monkeypatch.setattr(desktop.views, "render_views", render)
    assert "TBC-230" in said(capfd, "views", "--to", str(tmp_path), status=1)[1]


@pytest.mark.parametrize(("sound", "status"), [(True, 0), (False, 1)])
def test_a_selftest_ends_as_its_steps_do(capfd, monkeypatch, sound, status):
    made = [SimpleNamespace(ok=one, name="n", detail="d", seconds=0.1) for one in (True, sound)]
    monkeypatch.setattr(care, "steps", lambda _language: made)
    out, _ = said(capfd, "selftest", status=status)
    assert [line.split("\t")[0].strip() for line in out.splitlines()] == ["ok", "ok" if sound else "BAD"]


def test_a_selftest_writes_what_came_of_it(capfd, monkeypatch, tmp_path):
    monkeypatch.setattr(
        care, "steps", lambda _language: [SimpleNamespace(name="Nhập", ok=True, detail="4/4", seconds=0.5)]
    )
    said(capfd, "selftest", "--report", str(tmp_path / "kết quả.txt"), status=0)
    first, second = (tmp_path / "kết quả.txt").read_text("utf-8").splitlines()
    assert first.startswith(f"Tủ Báo Cáo {program_version()}")
    assert second.split("\t")[1:3] == ["Nhập", "4/4"]
    _out, err = said(capfd, "selftest", "--report", str(tmp_path / "không có" / "x.txt"), status=1)
    assert "TBC-501" in err
