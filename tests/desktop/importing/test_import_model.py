"""The lines of an import: one per file, whatever comes first."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from db.export.exporters import export
from db.messages import words_for
from db.model import Counts, Finding, Receipt, ReportData
from desktop.importing.model import NOTES, OUTCOME, ImportModel, Line
from desktop.importing.receipt import sheet_of
from desktop.languages import current_language
from desktop.themes import Themes


def receipt(path: str, status: str = "imported", code: str = "", findings: tuple[Finding, ...] = ()) -> Receipt:
    return Receipt(1, path, status, 1, code, "", Counts(41, 56, 55, 3, 120), findings, "2026-11-24T10:00:00Z")


@pytest.fixture
def model(qtbot: QtBot) -> ImportModel:
    return ImportModel(Themes())


def test_the_lines_keep_the_rules_of_qt(qtmodeltester: object, model: ImportModel) -> None:
    model.put(Line(Path("/a/x.docx"), receipt=receipt("/a/x.docx")))
    model.step("y.docx", "read")
    qtmodeltester.check(model)  # type: ignore[attr-defined]  # pytest-qt's fixture has no public type


def test_steps_and_receipt_of_a_file_share_a_line(model: ImportModel) -> None:
    model.step("x.docx", "read")
    model.step("x.docx", "store")
    model.put(Line(Path("/a/x.docx"), receipt=receipt("/a/x.docx")))
    assert [line.path for line in model.lines()] == [Path("/a/x.docx")]


def test_two_files_of_one_name_get_two_lines(model: ImportModel) -> None:
    for folder in ("/a", "/b"):
        model.step("x.docx", "read")
        model.put(Line(Path(folder) / "x.docx", receipt=receipt(f"{folder}/x.docx")))
    assert [str(line.path.parent) for line in model.lines()] == ["/a", "/b"]


def test_notes_without_their_mark_are_seen_in_the_count(model: ImportModel) -> None:
    model.put(Line(Path("/a/x.docx"), receipt=receipt("/a/x.docx")))
    assert model.index(0, NOTES).data() == "55/56"


def test_a_refusal_says_what_and_why(model: ImportModel) -> None:
    model.put(Line(Path("/a/x.docx"), receipt=receipt("/a/x.docx", "refused", "TBC-114")))
    said = str(model.index(0, OUTCOME).data())
    assert said == words_for("TBC-114", current_language()).reason
    assert len(said) > 30


def test_tidying_is_no_warning_but_a_lost_mark_is(model: ImportModel) -> None:
    model.put(Line(Path("a"), receipt=receipt("a", findings=(Finding("TBC-413", count=33),))))
    model.put(Line(Path("b"), receipt=receipt("b", findings=(Finding("TBC-421"),))))
    tidied, lost = (str(model.index(row, OUTCOME).data()) for row in (0, 1))
    assert "1" not in tidied
    assert "1" in lost


def test_the_receipt_can_be_kept_in_excel(model: ImportModel, tmp_path: Path) -> None:
    found = (Finding("TBC-421", count=1),)
    lines = [Line(Path("/a/x.docx"), receipt=receipt("/a/x.docx", findings=found), data=ReportData(year=2023))]
    export(sheet_of(lines), tmp_path / "r.xlsx")
    page = openpyxl.load_workbook(tmp_path / "r.xlsx").worksheets[0]
    row = [cell.value for cell in page[4]]
    assert row[0] == "x.docx"
    assert row[2] == "2023"
    assert row[4:9] == [41, 56, 55, 3, 120]
    assert row[9]
