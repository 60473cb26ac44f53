"""The reading process itself: real jobs over real pipes, and its own failures."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from db.errors import EncryptedFile
from db.importer import limits, wire, worker
from db.importer.document import Document, Paragraph
from db.importer.host import Host, worker_command
from db.importer.validation import check
from db.model import Content, Progress, Source


class FakeReader:
    """Returns one paragraph, or fails in the way its text asks for."""

    format = "txt"

    def accepts(self, head: bytes, path: Path) -> bool:
        return True

    def read(self, path: Path) -> Document:
        words = path.read_text()
        failures = {"memory": MemoryError(), "deep": RecursionError(), "bug": KeyError("x"), "io": OSError(22, "no")}
        if words in failures:
            raise failures[words]
        if words == "locked":
            raise EncryptedFile(path, "why")
        if words.startswith("changing"):
            path.write_text(words + "!")
        return Document("txt", (Paragraph(words),))


@pytest.fixture(autouse=True)
def _no_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' own process must not be bound."""
    monkeypatch.setattr(limits, "allow_processor", lambda _seconds: None)


def serve(tmp_path: Path, words: str, monkeypatch: pytest.MonkeyPatch) -> list[wire.Step | wire.Done | wire.Refused]:
    """Serve one job whose file holds `words`."""
    monkeypatch.setattr(worker, "reader_for", lambda _path: FakeReader())
    source = tmp_path / "a.txt"
    source.write_text(words)
    job = wire.Job(os.fsencode(source), os.fsencode(tmp_path / "result"), "a", 60)
    answers = io.BytesIO()
    worker.serve(io.BytesIO(wire.line(job)), answers)
    return [wire.answer(line) for line in answers.getvalue().splitlines()]


def test_a_job_ends_with_a_result_and_its_hash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    *steps, done = serve(tmp_path, "một hai ba", monkeypatch)
    assert [step.name for step in steps if isinstance(step, wire.Step)] == ["hash", "read", "assemble"]
    assert isinstance(done, wire.Done)
    data = (tmp_path / "result").read_bytes()
    assert done.result_sha256 == hashlib.sha256(data).hexdigest()
    assert (done.format, done.bytes) == ("txt", len("một hai ba".encode()))
    content = msgspec.json.decode(data, type=Content)
    check(content)
    assert any("một hai ba" in block.text for block in content.blocks)


@pytest.mark.parametrize(
    ("words", "code", "detail"),
    [
        ("memory", "TBC-132", ""),
        ("deep", "TBC-102", "RecursionError"),
        ("bug", "TBC-102", "KeyError"),
        ("io", "TBC-102", "OSError"),
        ("locked", "TBC-114", "why"),
        ("changing", "TBC-134", ""),
        ("", "TBC-103", ""),
    ],
)
def test_every_failure_is_a_code(
    tmp_path: Path, words: str, code: str, detail: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert serve(tmp_path, words, monkeypatch)[-1] == wire.Refused(code, detail)


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    job = wire.Job(os.fsencode(tmp_path / "gone"), b"r", "gone", 60)
    answers = io.BytesIO()
    worker.serve(io.BytesIO(wire.line(job)), answers)
    assert wire.answer(answers.getvalue().splitlines()[-1]) == wire.Refused("TBC-106", "")


def read(host: Host, path: Path) -> tuple[Content, Source]:
    """Read one file through a host, to its end."""
    work = host.read(path)
    while True:
        try:
            assert isinstance(next(work), Progress)
        except StopIteration as end:
            outcome: tuple[Content, Source] = end.value
            return outcome


def test_the_real_process_reads_a_report(tmp_path: Path) -> None:
    path = tmp_path / "bc.txt"
    path.write_text("BÁO CÁO\n\nI. KINH TẾ\nThu ngân sách đạt 100 tỷ đồng và hơn.\n", encoding="utf-8")
    with Host() as host:
        content, source = read(host, path)
        again, _ = read(host, path)
    assert content == again
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert any("và hơn" in block.text for block in content.blocks)


_SPY = """
import os, resource, socket, subprocess, sys
from db.importer import limits
limits.bind_this_process()
tried = [
    lambda: socket.create_connection(("192.0.2.1", 80), 1),
    lambda: subprocess.run(["true"]),
    lambda: os.system("true"),
]
for attempt in tried:
    try:
        attempt()
        print("open")
    except PermissionError:
        print("shut")
print(resource.getrlimit(resource.RLIMIT_AS)[0], resource.getrlimit(resource.RLIMIT_NOFILE)[0])
try:
    bytearray(800 << 20)
    print("room")
except MemoryError:
    print("none")
print([name for name in sys.modules if name.startswith(("PySide6", "sqlite3"))])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's limits are those of Linux")
def test_a_bound_process_reaches_nothing() -> None:
    done = subprocess.run([sys.executable, "-I", "-c", _SPY], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["shut", "shut", "shut", f"{limits.MEMORY} 64", "none", "[]"]


def test_the_process_knows_no_store_and_no_window() -> None:
    code = "import sys, db.importer.worker; print({'PySide6', 'sqlite3', 'db.library'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_process_ends_with_its_input() -> None:
    assert subprocess.run(worker_command(), input=b"", capture_output=True, timeout=30, check=False).returncode == 0


def test_the_wall_grows_with_the_file_up_to_a_limit() -> None:
    assert [limits.seconds_for(size) for size in (0, 10 << 20, 10 << 30)] == [60, 70, 300]
