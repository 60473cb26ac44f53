"""The self test walks the whole way of the samples, and a broken step is told without hiding the others."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop.cli import run
from desktop.terminal.selftest import steps


@pytest.fixture
def views(monkeypatch: pytest.MonkeyPatch) -> None:
    """Views that are drawn at once."""

    def render_views(store: Path, folder: Path, *_more: object) -> list[Path]:
        folder.mkdir()
        picture = folder / "reading.png"
        picture.write_bytes(store.read_bytes()[:4])
        return [picture]

    module = type(sys)("desktop.views")
    monkeypatch.setattr(module, "render_views", render_views, raising=False)
    monkeypatch.setitem(sys.modules, "desktop.views", module)


@pytest.mark.usefixtures("views")
def test_all_is_well(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["selftest", "--language", "en"]) == 0
    lines = [line.split("\t") for line in capfd.readouterr().out.splitlines()]
    assert [line[0] for line in lines] == ["ok "] * 6
    assert [line[1] for line in lines][:2] == ["Import the sample reports", "Show each report"]
    assert lines[0][2] == "4/4"
    assert sum(float(line[3].removesuffix(" s")) for line in lines) < 60


@pytest.mark.usefixtures("views")
def test_a_broken_step_is_told_and_the_rest_still_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    def bug(*_: object) -> None:
        raise KeyError("secret")

    monkeypatch.setattr("desktop.terminal.selftest.search", bug)
    outcome = list(steps("vi"))
    assert [step.ok for step in outcome] == [True, True, False, True, True, True]
    assert outcome[2].detail.startswith("TBC-100 ")
    assert "secret" not in outcome[2].detail


def test_without_samples_nothing_is_well(monkeypatch: pytest.MonkeyPatch, views: None) -> None:
    monkeypatch.setattr("desktop.terminal.selftest.sample_files", list)
    assert not next(steps("vi")).ok
