"""policy.ini: where it is looked for, what it lays down, and that a damaged one lays down nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from db import places
from db.policy import NO_POLICY, policy, policy_file


@pytest.fixture
def program(tmp_path: Path) -> str:
    """A bundle's interpreter: one folder below the program's."""
    (tmp_path / "Tủ Báo Cáo" / "bin").mkdir(parents=True)
    return str(tmp_path / "Tủ Báo Cáo" / "bin" / "python3.11")


def lay_down(program: str, words: str) -> None:
    (Path(program).parents[1] / "policy.ini").write_text(words, "utf-8")


def test_without_a_file_nothing_is_laid_down(program: str) -> None:
    assert policy(program) == NO_POLICY


def test_a_shared_library_beside_the_policy_and_a_language(program: str) -> None:
    lay_down(program, "# chung\n[preset]\nstore = chung/Tủ chung.tubaocao\nlanguage = en\n[lock]\ntheme = light\n")
    found = policy(program)
    assert found.store == Path(program).parents[1] / "chung" / "Tủ chung.tubaocao"
    assert not found.store_locked
    assert found.language == "en"
    assert dict(found.locked) == {"theme": "light"}


def test_variables_of_the_user_are_filled_in(program: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TU_CHUNG", str(tmp_path / "mạng"))
    lay_down(program, "\ufeff[lock]\nstore = ${TU_CHUNG}/a.tubaocao\n")
    found = policy(program)
    assert found.store == tmp_path / "mạng" / "a.tubaocao"
    assert found.store_locked


@pytest.mark.parametrize("words", ["store = x\n", "[preset]\nlanguage en\n", "[lock]\n[lock]\n"])
def test_a_damaged_file_lays_down_nothing(program: str, words: str) -> None:
    lay_down(program, words)
    found = policy(program)
    assert (found.store, found.store_locked, found.presets, found.locked) == (None, False, {}, {})


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("[lock]\ntheme = light\nnonsense\n", "#3"),
        ("theme = light\n", "#1"),
        ("[lock]\ntheme = light\n[lock]\n", "#3"),
        ("[lcok]\ntheme = light\n", "[lcok]"),
    ],
)
def test_a_damaged_file_tells_where(program: str, words: str, told: str) -> None:
    lay_down(program, words)
    found = policy(program)
    assert found.broken == told
    assert found.file == Path(program).parents[1] / "policy.ini"
    assert not found.locked


def test_a_sound_file_tells_nothing(program: str) -> None:
    lay_down(program, "[lock]\ntheme = light\n")
    assert policy(program).broken == ""


def test_letters_that_are_no_utf_8_are_told(program: str) -> None:
    (Path(program).parents[1] / "policy.ini").write_bytes("[lock]\nstore = Tủ\n".encode("utf-16"))
    assert policy(program).broken == "UTF-8"


def test_the_machine_has_one_where_the_program_has_none(
    program: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("PROGRAMDATA", str(tmp_path))
    (tmp_path / "TuBaoCao").mkdir()
    (tmp_path / "TuBaoCao" / "policy.ini").write_text("[preset]\nlanguage = en\n", "utf-8")
    assert policy_file(program) == tmp_path / "TuBaoCao" / "policy.ini"
    lay_down(program, "")
    assert policy_file(program) == Path(program).parents[1] / "policy.ini"


def test_the_policy_names_the_default_library(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_down(program, "[preset]\nstore = /chung/a.tubaocao\n")
    laid_down = policy(program)
    monkeypatch.setattr(places, "policy", lambda: laid_down)
    assert places.default_store() == Path("/chung/a.tubaocao")


def test_a_portable_program_that_cannot_write_beside_itself_uses_the_folders_of_the_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    carried = tmp_path / "stick" / "data"
    monkeypatch.setattr(places, "portable_folder", lambda: carried)
    carried.mkdir(parents=True)
    assert places.data_folder() == places.settings_folder() == carried
    monkeypatch.setattr(places.os, "access", lambda *_asked: False)
    assert places.data_folder() != carried
    assert places.settings_folder() != carried
    assert places.default_store().parent != carried
    (carried / "tu-bao-cao.tubaocao").touch()
    assert places.default_store() == carried / "tu-bao-cao.tubaocao"
