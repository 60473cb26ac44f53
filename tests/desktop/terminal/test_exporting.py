"""The command `export`: the same files as the window gives, chosen by number, with codes for what is wrong."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

import resources
from db import queries
from db.anchoring import Stretch, texts_of
from db.annotations import anchors_at, family_of
from db.export.basket import BasketItem, fill, part_of
from db.export.clerk import default_figures
from db.export.exporters import export_all
from db.export.options import ExportOptions, today
from db.export.tables import report_tables
from db.importer.pipeline import import_paths
from db.layers import Annotation, Correction, anchor_of
from db.library import Library
from db.notebook import Notebook
from db.notebook_layers import LayerBook
from db.places import notebook_path
from desktop.cli import run


@pytest.fixture(scope="module")
def library_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with one sample report."""
    path = tmp_path_factory.mktemp("export") / "tủ.tubaocao"
    opened = Library.open(path, create=True)
    for _ in import_paths(opened, [resources.path("samples/bao-cao-mau-quang-nam-2022.docx")]):
        pass
    opened.close()
    return path


@pytest.fixture(autouse=True)
def store(library_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library needs no naming."""
    monkeypatch.setenv("TUBAOCAO_STORE", str(library_path))
    monkeypatch.delenv("TUBAOCAO_LANGUAGE", raising=False)


def test_all_tables_are_the_windows_bytes(
    library_path: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "quang-nam-2022", "--to", str(tmp_path / "a.xlsx")]) == 0
    assert capfd.readouterr().out.strip() == str(tmp_path / "a.xlsx")
    opened = Library.open(library_path)
    (report,) = queries.reports(opened.reader())
    tables = report_tables(report, queries.content(opened.reader(), report.id))
    for _ in export_all(tables, tmp_path / "b.xlsx", ExportOptions(at=today())):
        pass
    opened.close()
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_today_is_a_day_and_no_moment() -> None:
    assert date.fromisoformat(today()).year >= 2024


def test_tables_are_chosen_by_number_and_figures_come_last(tmp_path: Path) -> None:
    assert run(["export", "1", "--tables", "3,1", "--figures", "--to", str(tmp_path / "a.xlsx")]) == 0
    names = openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames
    assert names == ["Mục lục", "2022 Bảng 3", "2022 Bảng 1", "2022 Số liệu", "Nguồn"]


def test_the_clerks_table_and_the_notes_are_the_windows(library_path: Path, tmp_path: Path) -> None:
    assert run(["export", "1", "--clerk", "2022", "--notes", "--to", str(tmp_path / "a.xlsx")]) == 0
    opened = Library.open(library_path)
    (report,) = queries.reports(opened.reader())
    numbers = default_figures(queries.content(opened.reader(), report.id), 2022)
    items = (
        BasketItem("clerk", "", (part_of(report, numbers),), year=2022),
        BasketItem("notes", "", (part_of(report),)),
    )
    tables = fill(opened.reader(), items).tables
    for _ in export_all(tables, tmp_path / "b.xlsx", ExportOptions(at=today())):
        pass
    opened.close()
    assert len(tables) == 2
    assert all(table.rows for table in tables)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_figures_alone_make_a_data_package(tmp_path: Path) -> None:
    assert run(["export", "1", "--figures", "--to", str(tmp_path / "a.zip")]) == 0
    with ZipFile(tmp_path / "a.zip") as archive:
        assert [row["path"] for row in json.loads(archive.read("datapackage.json"))["resources"]] == [
            "figures.csv",
            "sources.csv",
        ]


def test_plain_csv_in_the_long_layout(tmp_path: Path) -> None:
    call = ["export", "1", "--tables", "2", "--layout", "long", "--plain", "--trace", "--to", str(tmp_path / "a.csv")]
    assert run([*call, "--language", "en"]) == 0
    rows = list(csv.reader((tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()))
    assert rows[0][-3:] == ["Column", "Value", "Unit"]
    assert ["25210", "tỷ đồng"] in [row[-2:] for row in rows]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["1", "--tables", "9"], 1, 'TBC-506 "1"'),
        (["nowhere"], 1, "TBC-210"),
        (["1", "--tables", "x"], 2, "--tables"),
        (["1", "--tables", "0"], 2, "--tables"),
        ([], 2, ""),
    ],
)
def test_what_is_wrong_is_said_and_writes_nothing(
    words: list[str], status: int, said: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", *words, "--to", str(tmp_path / "a.xlsx")]) == status
    captured = capfd.readouterr()
    assert said in captured.err
    assert captured.out == ""
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_ending_is_refused(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "1", "--to", str(tmp_path / "a.pptx")]) == 1
    assert 'TBC-503 "a.pptx"' in capfd.readouterr().err


def test_corrections_and_own_notes_of_the_window_go_out_too(library_path: Path, tmp_path: Path) -> None:
    opened = Library.open(library_path)
    (report,) = queries.reports(opened.reader())
    content = queries.content(opened.reader(), report.id)
    figure = next(one for one in content.figures if one.kind == "level" and one.place.block_id)
    notebook = Notebook.open(notebook_path(opened.path))
    book = LayerBook(notebook, opened.uuid)
    book.correct(Correction(anchor_of(figure, report.source.sha256), value=123456.0))
    anchors = anchors_at([Stretch(figure.place, figure.start, figure.end)], texts_of(content), report.source.sha256)
    book.annotate(Annotation("k", anchors, family_of(report.data), words="hỏi lại"))
    notebook.close()
    opened.close()
    texts = {}
    for name, words in (("a", ["1"]), ("b", ["1", "--as-read"]), ("c", ["--my-notes"]), ("d", ["1", "--my-notes"])):
        figures = [] if "--my-notes" in words else ["--figures"]
        assert run(["export", *words, *figures, "--plain", "--to", str(tmp_path / f"{name}.csv")]) == 0
        texts[name] = (tmp_path / f"{name}.csv").read_text(encoding="utf-8")
    assert "123456" in texts["a"]
    assert "đã chỉnh" in texts["a"]
    assert "123456" not in texts["b"]
    assert "hỏi lại" in texts["c"]
    assert texts["c"] == texts["d"]
    notebook_path(library_path).unlink()
