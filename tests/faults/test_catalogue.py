"""Every row of the catalogue has its test, and here are those that had none elsewhere."""

from __future__ import annotations

import ast
import re
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import acts
import hostile_documents
import hostile_packages
import pytest

from db import backups, history, queries
from db.importer.host import Host
from db.importer.pipeline import import_paths
from db.library import Library
from db.model import Receipt
from desktop.settings import LANGUAGE, THEME, Settings

TESTS = Path(__file__).resolve().parents[1]
ROOT = TESTS.parent
_ROW = re.compile(r"^\| ([A-Z]\d+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
_TEST = re.compile(r"`([\w/]+\.py)::(\w+)`")
_COUNTS = {"A": 42, "S": 10, "D": 11, "U": 5}
ROWS = {
    *(f"{letter}{number:02}" for letter, count in _COUNTS.items() for number in range(1, count + 1)),
    *("B2", "B3", "P1", "P2", "P3", "P4", "P5", "P6", "L1", "Q8"),
}


@cache
def functions(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def rows() -> dict[str, str]:
    found = _ROW.findall((TESTS / "faults" / "README.md").read_text(encoding="utf-8"))
    assert len({row for row, _, _ in found}) == len(found)
    return {row: shown for row, _, shown in found}


def test_every_row_stands_in_the_catalogue():
    assert rows().keys() == ROWS


def test_every_test_that_is_named_exists_and_every_row_names_one():
    made = {
        *(case.row for make in (hostile_packages.packages, hostile_packages.xml_parts) for case in make()),
        *(case.row for case in hostile_documents.all_of_them()),
    }
    for row, shown in rows().items():
        named = _TEST.findall(shown)
        assert named or shown.startswith("made"), row
        assert all(name in functions(TESTS / path) for path, name in named), (row, named)
        assert not re.search(r"\bmade\b", shown) or row in made, row


def _sources() -> list[Path]:
    return [path for house in ("desktop", "db") for path in (ROOT / house).rglob("*.py")]


def test_no_address_of_a_report_is_ever_opened():
    """Only the user's own files are handed to the system; links of a report are counted, never followed (A23)."""
    opening = [
        path.name for path in _sources() if re.search(r"openUrl\((?!QUrl\.fromLocalFile\()", path.read_text("utf-8"))
    ]
    assert opening == []
    assert [path.name for path in _sources() if "setOpenExternalLinks(True)" in path.read_text("utf-8")] == []
    assert [
        path.name for path in _sources() if re.search(r"import (webbrowser|QtNetwork)", path.read_text("utf-8"))
    ] == []


def test_no_picture_of_a_report_is_ever_decoded():
    """Readers count pictures and hand none over; nothing in the store could hold one (A34)."""
    words = re.compile(r"QImageReader|fromData|loadFromData|PIL|Image\.open")
    readers = [path for path in (ROOT / "db").rglob("*.py") if words.search(path.read_text("utf-8"))]
    assert readers == []


def test_a_clock_that_goes_wrong_puts_nothing_out_of_order(base, sources, tmp_path, monkeypatch):
    """Imports in 2107, then in 1980: what came last is last and is undone first; new copies stay (D09)."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    store = tmp_path / acts.STORE
    with closing(Library.open(store)) as library:
        for year, source in ((2107, sources[0]), (1980, sources[1])):
            monkeypatch.setattr(history, "now", lambda year=year: f"{year}-01-01T00:00:00+00:00")
            acts.import_files(library, [source])
        conn = library.reader()
        assert [one.source.name for one in queries.reports(conn)] == [sources[0].name, sources[1].name]
        assert [Path(one.path).name for one in queries.receipts(conn)] == [sources[1].name, sources[0].name]
        last = history.last(conn)
        assert last is not None
        assert last.reports == (2,)
        for year, day in ((2107, 1), (2107, 2), (2107, 3), (2026, 5), (2026, 10), (2026, 11), (2026, 12)):
            made = backups.back_up(conn, store, backups.BEFORE_REPAIR, datetime(year, 1, day, tzinfo=UTC))
            assert made is not None
            assert made.path.exists()
        assert [one.at.day for one in backups.backups(store) if one.at.year == 2026][:3] == [12, 11, 10]


@pytest.mark.parametrize(
    "body", [b"\x00" * 500, b"[reading\nzoom=", b"\xff\xfe[x]\n", b"zoom=NaN\ntheme=@Variant(\\x99)\n"]
)
def test_damaged_settings_give_the_defaults(body, tmp_path):
    """Whatever the file holds, the program starts and can remember again (D10)."""
    path = tmp_path / "settings.ini"
    path.write_bytes(body)
    settings = Settings(path)
    assert settings.get(LANGUAGE) == LANGUAGE.default
    assert settings.get(THEME) == THEME.default
    settings.put(THEME, "dark")
    settings.sync()
    assert Settings(path).get(THEME) == "dark"


def test_a_temporary_folder_that_cannot_be_written_is_named(base, sources, tmp_path, monkeypatch):
    """The file is refused by a code with the folder in its words; nothing is stored, the library is sound (U05)."""
    import tempfile  # noqa: PLC0415 - what the reading process asks

    store = tmp_path / acts.STORE
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def refuse(*_args, **_more):
        raise OSError(28, "no space left", str(tmp_path / "voll"))

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "voll"))
    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    with closing(Library.open(store)) as library:
        receipts = [one for one in import_paths(library, [sources[0]], make_host=Host) if isinstance(one, Receipt)]
        assert [(one.status, one.code) for one in receipts] == [("refused", "TBC-135")]
        assert "voll" in receipts[0].detail
        assert queries.reports(library.reader()) == []
