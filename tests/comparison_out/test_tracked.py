"""Accepting all changes gives the newer report, rejecting all the older: words, notes, tables, order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db.comparison_out.tracked import LeftOut, write_tracked
from db.importer.readers import reader_for

PAIRS = [(2021, 2022), (2022, 2023), (2023, 2024), (2024, 2021)]


def written(kit: Any, older: int, newer: int, file: Path) -> Path:
    assert isinstance(kit.driven(write_tracked(*kit.compared(older, newer), file)), LeftOut)
    return file


@pytest.mark.parametrize(("older", "newer"), PAIRS)
def test_our_reader_sees_the_newer_report(kit: Any, older: int, newer: int, tmp_path: Path) -> None:
    file = written(kit, older, newer, tmp_path / "a.docx")
    assert kit.said(reader_for(file).read(file)) == kit.meant(kit.compared(older, newer)[1])


@pytest.mark.parametrize("accept", [True, False])
@pytest.mark.parametrize(("older", "newer"), PAIRS)
def test_settled_changes_give_one_report_whole(kit: Any, older: int, newer: int, accept: bool, tmp_path: Path) -> None:
    file = kit.settled(written(kit, older, newer, tmp_path / "a.docx"), tmp_path / "b.docx", accept)
    document = reader_for(file).read(file)
    assert kit.said(document) == kit.meant(kit.compared(older, newer)[1 if accept else 0])


def test_the_same_comparison_gives_the_same_bytes(kit: Any, tmp_path: Path) -> None:
    first, second = (written(kit, 2022, 2023, tmp_path / name).read_bytes() for name in ("a.docx", "b.docx"))
    assert first == second
