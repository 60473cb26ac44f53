"""The user's folders follow the rules of the platform."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from db.places import data_folder, default_store, notebook_path, portable_folder, settings_folder


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.mark.usefixtures("linux")
def test_the_variables_of_the_desktop_are_followed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert default_store() == tmp_path / "data" / "tubaocao" / "tu-bao-cao.tubaocao"
    assert settings_folder() == tmp_path / "config" / "tubaocao"


@pytest.mark.usefixtures("linux")
def test_a_relative_variable_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "data")
    assert data_folder() == Path.home() / ".local" / "share" / "tubaocao"


def test_windows_keeps_all_in_local_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert data_folder() == settings_folder() == tmp_path / "TuBaoCao"


def test_each_store_has_a_notebook_of_its_own(tmp_path: Path) -> None:
    here, there = notebook_path(tmp_path / "a" / "tu.tubaocao"), notebook_path(tmp_path / "b" / "tu.tubaocao")
    assert here != there
    assert here.name.startswith("tu-")
    assert here.parent == data_folder() / "notebooks"


def test_a_program_marked_portable_keeps_everything_beside_itself(tmp_path: Path) -> None:
    program = tmp_path / "Tủ báo cáo"
    (program / "bin").mkdir(parents=True)
    interpreter = str(program / "bin" / "python3.11")
    assert portable_folder(interpreter) is None
    (program / "portable.txt").touch()
    assert portable_folder(interpreter) == program / "data"
    assert portable_folder(str(program / "pythonw.exe")) == program / "data"
    assert portable_folder(str(program / "bin" / "deeper" / "python3.11")) is None
