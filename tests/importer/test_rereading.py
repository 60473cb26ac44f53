"""A file read again after the readers became better: the same report, with the new reading and all of the user's."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from db import edits, health, queries, undo
from db.digest import store_digest
from db.importer.host import Host
from db.importer.pipeline import import_paths
from db.library import Library
from db.model import Block, Content, Progress, Receipt, ReportData, Source


class Improving(Host):
    """Reads a line a paragraph; since it is `better`, it finds one more at the top, which it used to lose."""

    better = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def read(self, path: Path) -> Generator[Progress, None, tuple[Content, Source]]:
        yield Progress(0, 0, "read", path.name)
        lines = [*(["CỘNG HÒA"] if Improving.better else []), *path.read_text().splitlines()]
        blocks = tuple(Block(number, None, "paragraph", line) for number, line in enumerate(lines, 1))
        data = ReportData(title="Báo cáo", issuer="Tỉnh ủy", year=2023, period="2023")
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        return Content(data, (), blocks, (), (), (), ()), Source(path.name, str(path), sha256, "txt", 1)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "tu.tubaocao")
    yield opened
    opened.close()


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(Improving, "better", False)
    path = tmp_path / "bao-cao.txt"
    path.write_text("Thu ngân sách tăng.\nChi ngân sách giảm.")
    return path


def take(library: Library, file: Path, again: bool = False) -> Receipt:
    steps = list(import_paths(library, [file], make_host=Improving, again=again))
    return next(step for step in steps if isinstance(step, Receipt))


def is_sound(library: Library) -> bool:
    work = health.check(library)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value == []


def texts(library: Library, report: int) -> list[str]:
    return [block.text for block in queries.content(library.reader(), report).blocks]


def test_a_better_reading_takes_the_place_of_the_former_one(library, file, monkeypatch):
    first = take(library, file)
    slug = queries.report(library.reader(), first.report_id).slug
    monkeypatch.setattr(Improving, "better", True)
    assert take(library, file).status == "known"
    again = take(library, file, again=True)
    assert (again.status, again.report_id) == ("imported", first.report_id)
    assert queries.report(library.reader(), first.report_id).slug == slug
    assert texts(library, first.report_id)[0] == "CỘNG HÒA"
    assert is_sound(library)


def test_what_reads_as_before_is_only_recognised(library, file):
    take(library, file)
    before = store_digest(library.reader())
    assert take(library, file, again=True).status == "known"
    assert store_digest(library.reader()) == before


def test_the_users_word_on_the_report_stays(library, file, monkeypatch):
    number = take(library, file).report_id
    with library.writing() as conn:
        edits.correct(conn, number, {"issuer": "Huyện ủy"})
    monkeypatch.setattr(Improving, "better", True)
    take(library, file, again=True)
    assert queries.report(library.reader(), number).data.issuer == "Huyện ủy"
    assert queries.as_read(library.reader(), number).issuer == "Tỉnh ủy"


def test_undoing_it_brings_the_former_reading_back(library, file, monkeypatch):
    number = take(library, file).report_id
    before = store_digest(library.reader())
    monkeypatch.setattr(Improving, "better", True)
    batch = take(library, file, again=True).batch
    list(undo.undo(library, batch))
    assert texts(library, number) == ["Thu ngân sách tăng.", "Chi ngân sách giảm."]
    assert store_digest(library.reader()) == before
    assert is_sound(library)
