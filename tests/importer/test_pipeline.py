"""A batch: each file by itself, in one transaction, told on a receipt; cancelling leaves nothing half."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from db import queries
from db.errors import DiskFull, EncryptedFile
from db.importer.host import Host
from db.importer.pipeline import import_paths
from db.library import Library
from db.model import Block, Content, Finding, Note, Progress, Receipt, ReportData, Source


class FakeHost(Host):
    """Reads "year issuer" files in three steps; the words refuse, break and slow do what they say."""

    open_readings = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def read(self, path: Path) -> Generator[Progress, None, tuple[Content, Source]]:
        FakeHost.open_readings += 1
        try:
            words = path.read_text().split()
            for step in ("hash", "read", "assemble", *(["read"] * 20 if "slow" in words else [])):
                yield Progress(0, 0, step, path.name)
            if "refuse" in words:
                raise EncryptedFile(path, "EncryptedPackage")
            if "break" in words:
                raise KeyError("a bug")
        finally:
            FakeHost.open_readings -= 1
        blocks = (Block(1, None, "paragraph", path.read_text()),)
        notes = (Note(1, "1", "footnote", "a", True), Note(2, "2", "footnote", "b", False))
        data = ReportData(title=path.stem, issuer=words[1], year=int(words[0]), period=words[0])
        content = Content(data, (), blocks, notes, (), (), (Finding("TBC-402", "", 2, 1),))
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        return content, Source(path.name, str(path), sha256, "txt", path.stat().st_size)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library.open(tmp_path / "t.tubaocao")
    yield library
    library.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, words in {
        "1.txt": "2021 A",
        "2.txt": "2022 A refuse",
        "3.txt": "2023 A break",
        "4.txt": "2021 A again",
        "5.txt": "2021 A",
        "6.jpg": "x",
        "7.txt": "2024 A slow",
        "8.txt": "2025 B",
    }.items():
        (folder / name).write_text(words)
    return folder


def take(library: Library, *paths: Path, jobs: int = 1) -> list[Receipt]:
    """Import `paths` and return the receipts, which are also what was yielded."""
    ends: list[list[Receipt]] = []

    def whole() -> Generator[Progress | Receipt, None, None]:
        ends.append((yield from import_paths(library, paths, jobs, FakeHost)))

    yielded = [step for step in whole() if isinstance(step, Receipt)]
    assert ends == [yielded]
    return yielded


@pytest.mark.parametrize("jobs", [1, 3])
def test_each_file_has_its_own_outcome(library: Library, folder: Path, jobs: int) -> None:
    receipts = take(library, folder, jobs=jobs)
    assert [(Path(r.path).name, r.status, r.code, r.report_id) for r in receipts] == [
        ("1.txt", "imported", "", 1),
        ("2.txt", "refused", "TBC-114", None),
        ("3.txt", "refused", "TBC-100", None),
        ("4.txt", "revised", "", 2),
        ("5.txt", "known", "", 1),
        ("6.jpg", "refused", "TBC-108", None),
        ("7.txt", "imported", "", 3),
        ("8.txt", "imported", "", 4),
    ]
    assert [report.data.title for report in queries.reports(library.reader())] == ["1", "4", "7", "8"]
    assert FakeHost.open_readings == 0


def test_receipts_are_kept_and_point_into_the_store(library: Library, folder: Path) -> None:
    receipts = take(library, folder / "1.txt", folder / "2.txt")
    assert queries.receipts(library.reader()) == receipts[::-1]
    first, second = receipts
    assert (first.counts.notes, first.counts.notes_linked) == (2, 1)
    assert first.findings[0].block_id == queries.content(library.reader(), 1).blocks[0].id
    assert (second.detail, second.counts.notes) == ("EncryptedPackage", 0)


def test_the_same_file_gives_the_same_rows(tmp_path: Path, folder: Path) -> None:
    digests = []
    for name in ("a", "b"):
        other = Library.open(tmp_path / f"{name}.tubaocao")
        take(other, folder, jobs=1 if name == "a" else 2)
        digests.append([(r.id, r.slug, r.digest) for r in queries.reports(other.reader())])
        other.close()
    assert digests[0] == digests[1]


@pytest.mark.parametrize("steps", range(0, 40, 3))
def test_cancelling_anywhere_leaves_whole_reports_only(library: Library, folder: Path, steps: int) -> None:
    work = import_paths(library, [folder], 2, FakeHost)
    seen = [step for step, _ in zip(work, range(steps), strict=False)]
    work.close()
    stored = [step for step in seen if isinstance(step, Receipt) and step.status in ("imported", "revised")]
    reports = queries.reports(library.reader())
    assert len(reports) in (len(stored), len(stored) + 1)
    for report in reports:
        assert queries.content(library.reader(), report.id).blocks
    assert FakeHost.open_readings == 0


def test_progress_counts_files(library: Library, folder: Path) -> None:
    steps = [step for step in import_paths(library, [folder], 1, FakeHost) if isinstance(step, Progress)]
    assert {step.total for step in steps} == {8}
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert {"hash", "read", "assemble", "store"} <= {step.step for step in steps}


def test_a_library_that_cannot_be_written_refuses_each_file_by_name_unread(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FakeHost, "read", None)
    Library.open(tmp_path / "r.tubaocao").close()
    library = Library.open(tmp_path / "r.tubaocao", read_only=True)
    receipts = take(library, folder / "1.txt", folder / "8.txt")
    library.close()
    assert [(r.status, r.code, r.id) for r in receipts] == [("refused", "TBC-203", 0)] * 2


def test_a_full_disk_is_told_and_the_next_file_still_tried(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise DiskFull(library.path)

    with monkeypatch.context() as patch:
        patch.setattr("db.writer.add_report", full)
        refused = take(library, folder / "1.txt")
    assert [(r.status, r.code) for r in refused] == [("refused", "TBC-205")]
    assert [r.status for r in take(library, folder / "1.txt")] == ["imported"]


@pytest.mark.shared
def test_the_real_report_comes_in_whole_and_alike_each_time(shared: Path, library: Library, tmp_path: Path) -> None:
    source = shared / "reports" / "quang-nam-2023.txt"
    before = source.read_bytes()
    (first,) = (step for step in import_paths(library, [source]) if isinstance(step, Receipt))
    assert (first.status, first.counts.notes, first.counts.notes_linked) == ("imported", 56, 56)
    assert [finding.count for finding in first.findings if finding.code == "TBC-413"] == [33]
    other = Library.open(tmp_path / "other.tubaocao")
    assert [step.status for step in import_paths(other, [source]) if isinstance(step, Receipt)] == ["imported"]
    digests = [queries.reports(one.reader())[0].digest for one in (library, other)]
    other.close()
    assert digests[0] == digests[1]
    assert source.read_bytes() == before


@pytest.mark.shared
def test_hostile_files_are_refused_by_their_code_and_the_good_one_still_comes_in(
    shared: Path, library: Library
) -> None:
    hostile = shared / "corpus" / "hostile"
    expected = {
        "gen__docx_10MB_one_word.docx": "TBC-104",
        "gen__docx_xxe_file.docx": "TBC-104",
        "gen__docx_truncated_half.docx": "TBC-102",
        "oletools__encrypted.docx": "TBC-114",
        "gen__empty.docx": "TBC-103",
        "qpdf__issue-141a.pdf": "TBC-102",
    }
    paths = [*(hostile / name for name in expected), shared / "reports" / "quang-nam-2023.txt"]
    receipts = [step for step in import_paths(library, paths, jobs=2) if isinstance(step, Receipt)]
    assert [receipt.code for receipt in receipts] == [*expected.values(), ""]
    assert len(queries.reports(library.reader())) == 1
