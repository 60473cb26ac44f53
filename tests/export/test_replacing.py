"""A file or folder is replaced only when the new one is whole."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from db.errors import DiskFull, ExportFailed
from db.export.exporters import EXPORTERS, export_all
from db.export.table import ExportTable
from db.messages import explain
from db.model import Progress

FILES = [one for one in EXPORTERS if one.suffix]


def run(table: ExportTable, target: Path) -> list[Progress]:
    return list(export_all([table], target))


@pytest.mark.parametrize("exporter", FILES, ids=lambda one: one.suffix)
def test_closing_between_rows_leaves_the_old_file(exporter: Any, traps: ExportTable, tmp_path: Path) -> None:
    target = tmp_path / f"a{exporter.suffix}"
    target.write_text("cũ")
    work = export_all([traps], target)
    assert next(work) == Progress(0, len(traps.rows), "export", target.name)
    next(work)
    work.close()
    assert target.read_text() == "cũ"
    assert [entry.name for entry in tmp_path.iterdir()] == [target.name]


def test_progress_counts_rows_to_the_end(traps: ExportTable, tmp_path: Path) -> None:
    big = ExportTable("a", "a", traps.head, traps.rows * 20)
    steps = run(big, tmp_path / "a.xlsx")
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[-1].done == steps[-1].total == len(big.rows)
    assert len(steps) >= 3


def test_the_outcome_is_the_file(traps: ExportTable, tmp_path: Path) -> None:
    work = export_all([traps], tmp_path / "a.csv")
    for _ in range(2):
        next(work)
    with pytest.raises(StopIteration) as end:
        next(work)
    assert end.value.value == tmp_path / "a.csv"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_said_and_harms_nothing(
    number: int, traps: ExportTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.csv"
    target.write_text("cũ")

    def full(handle: int) -> None:
        raise OSError(number, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull) as failure:
        run(traps, target)
    assert failure.value.code == "TBC-505"
    assert target.read_text() == "cũ"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.parametrize("suffix", [".xlsx", ".ods", ".docx", ".zip"])
def test_a_disk_that_fills_up_while_packing_is_told_as_full(
    suffix: str, traps: ExportTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: ZipFile, *args: object, **choices: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(ZipFile, "writestr", full)
    with pytest.raises(DiskFull):
        run(traps, tmp_path / f"a{suffix}")
    assert list(tmp_path.iterdir()) == []


def test_a_file_held_by_excel_is_said_with_what_to_do(
    traps: ExportTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(self: Path, other: Path) -> Path:
        raise PermissionError(13, "held")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(ExportFailed) as failure:
        run(traps, tmp_path / "a.xlsx")
    assert failure.value.code == "TBC-501"
    assert "Thử lại" in explain(failure.value, "vi").todo
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_told_apart(traps: ExportTable, tmp_path: Path) -> None:
    with pytest.raises(ExportFailed) as failure:
        run(traps, tmp_path / "gone" / "a.xlsx")
    assert failure.value.code == "TBC-502"


def test_nothing_to_export_and_an_unknown_ending_have_codes(traps: ExportTable, tmp_path: Path) -> None:
    with pytest.raises(ExportFailed) as failure:
        list(export_all([], tmp_path / "a.xlsx"))
    assert failure.value.code == "TBC-504"
    with pytest.raises(ExportFailed) as failure:
        run(traps, tmp_path / "a.pptx")
    assert (failure.value.code, failure.value.detail) == ("TBC-503", ".pptx")
    assert ".pptx" in explain(failure.value, "vi").why


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights elsewhere")
def test_the_new_file_can_be_read_by_whom_the_old_one_could(traps: ExportTable, tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    before = os.umask(0o022)
    try:
        run(traps, target)
        assert target.stat().st_mode & 0o777 == 0o644
        target.chmod(0o660)
        run(traps, target)
        assert target.stat().st_mode & 0o777 == 0o660
    finally:
        os.umask(before)


def test_a_folder_of_ours_is_replaced_and_no_other(traps: ExportTable, tmp_path: Path) -> None:
    target = tmp_path / "goi"
    run(traps, target)
    (target / "tables" / "old.csv").write_text("x")
    run(traps, target)
    assert sorted(entry.name for entry in target.iterdir()) == ["datapackage.json", "sources.csv", "tables"]
    assert [entry.name for entry in (target / "tables").iterdir()] == ["table-01.csv"]
    (tmp_path / "của tôi").mkdir()
    (tmp_path / "của tôi" / "ảnh.png").write_text("x")
    with pytest.raises(ExportFailed) as failure:
        run(traps, tmp_path / "của tôi")
    assert failure.value.code == "TBC-507"
    assert (tmp_path / "của tôi" / "ảnh.png").exists()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["của tôi", "goi"]


def test_a_failed_folder_leaves_the_old_one(
    traps: ExportTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "goi"
    run(traps, target)

    def full(self: Path, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(DiskFull):
        run(traps, target)
    assert (target / "tables" / "table-01.csv").exists()
    assert [entry.name for entry in tmp_path.iterdir()] == ["goi"]
