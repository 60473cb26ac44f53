"""`tubaocao compare` prints what the engine found, in every form, and refuses what is not there."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import resources
from desktop.cli import run
from desktop.terminal.comparing import FORMATS

REPORT = """TỈNH ỦY QUẢNG NAM
*
BÁO CÁO
tình hình thực hiện nhiệm vụ năm {year}
I. KINH TẾ
Quy mô nền kinh tế khoảng {size} nghìn tỷ đồng. Dịch vụ tiếp tục phục hồi ở các đô thị.
II. XÂY DỰNG ĐẢNG
Kết nạp 2.033 đảng viên mới.
"""


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """A library of two years."""
    monkeypatch.setenv("TUBAOCAO_STORE", str(tmp_path / "tủ.tubaocao"))
    monkeypatch.delenv("TUBAOCAO_LANGUAGE", raising=False)
    for year, size in ((2022, "115,7"), (2023, "112,5")):
        (tmp_path / f"bc {year}.txt").write_text(REPORT.format(year=year, size=size), encoding="utf-8")
    assert run(["import", *map(str, sorted(tmp_path.glob("*.txt")))]) == 0
    capfd.readouterr()


def test_json_meets_the_schema(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "1", "2", "--format", "json"]) == 0
    document = json.loads(capfd.readouterr().out)
    Draft202012Validator(json.loads(resources.text("schema/tubaocao-1.json"))).validate(document)
    assert document["counts"] == {"new": 0, "dropped": 0, "numbers": 1, "reworded": 0, "moved": 0, "renumbered": 0}
    assert [row["class"] for row in document["sentences"]] == ["numbers", "unchanged", "unchanged"]
    assert document["figures"][0]["delta"] == pytest.approx(-3.2)


@pytest.mark.parametrize("shape", FORMATS)
def test_every_form_is_printed(shape: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "1", "2", "--format", shape]) == 0
    out, err = capfd.readouterr()
    assert "112,5" in out
    assert err == ""


def test_the_mask_can_be_left_out(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "1", "2", "--unmasked", "--format", "json"]) == 0
    assert json.loads(capfd.readouterr().out)["masked"] is False


def test_a_report_that_is_not_there(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "1", "99"]) == 1
    assert "TBC-210" in capfd.readouterr().err


def test_help_is_in_the_users_language(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "--help"]) == 0
    assert "năm trước" in capfd.readouterr().out


def test_word_with_tracked_changes_goes_to_a_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "so sánh.docx"
    assert run(["compare", "1", "2", "--format", "docx", "--to", str(target)]) == 0
    assert capfd.readouterr().out.strip() == str(target)
    with zipfile.ZipFile(target) as archive:
        body = archive.read("word/document.xml").decode()
    assert "<w:ins " in body
    assert "<w:del " in body


def test_word_needs_a_file_and_a_folder_that_is_there(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "1", "2", "--format", "docx"]) == 2
    assert run(["compare", "1", "2", "--format", "docx", "--to", str(tmp_path / "x" / "a.docx")]) == 1
    assert "TBC-502" in capfd.readouterr().err


def test_any_form_can_go_to_a_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "a.html"
    assert run(["compare", "1", "2", "--format", "html", "--to", str(target)]) == 0
    assert capfd.readouterr().out.strip() == str(target)
    assert "112,5" in target.read_text(encoding="utf-8")
