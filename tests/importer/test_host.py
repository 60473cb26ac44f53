"""The parent's side, against reading processes that die, hang, swell, lie and chatter."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Generator
from pathlib import Path

import pytest

from db.errors import EncryptedFile, ImportRefused, ReaderStopped
from db.importer.host import Host, printable, refusal, worker_command
from db.model import Content, Progress, Source

SOUND = """
import base64, hashlib, json, sys
CONTENT = {"data": {"title": "Báo cáo"}, "sections": [], "notes": [], "tables": [], "figures": [], "findings": [],
           "blocks": [{"id": 1, "section_id": None, "kind": "paragraph", "text": "một hai"}]}
def answer(job, content=CONTENT, **change):
    data = json.dumps(content).encode()
    open(base64.b64decode(job["result"]), "wb").write(data)
    done = {"type": "done", "sha256": "0" * 64, "bytes": 3, "format": "txt",
            "result_sha256": hashlib.sha256(data).hexdigest()}
    print(json.dumps(done | change), flush=True)
jobs = map(json.loads, sys.stdin)
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A file to offer."""
    path = tmp_path / "báo cáo.txt"
    path.write_text("abc")
    return path


def host_of(tmp_path: Path, body: str, seconds: float = 20) -> Host:
    """Return a host whose reading process runs `body` after the helpers of SOUND."""
    script = tmp_path / "worker.py"
    script.write_text(SOUND + body, encoding="utf-8")
    return Host([sys.executable, "-I", "-X", "utf8", str(script)], lambda _size: seconds)


def run(work: Generator[Progress, None, tuple[Content, Source]]) -> tuple[Content, Source]:
    """Drive `work` to its end."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            outcome: tuple[Content, Source] = end.value
            return outcome


def code_of(host: Host, path: Path) -> str:
    """Return the code `path` is refused with."""
    with pytest.raises(ImportRefused) as refused:
        run(host.read(path))
    assert refused.value.path == path
    return refused.value.code


def test_a_sound_answer_becomes_content_and_source(tmp_path: Path, source: Path) -> None:
    with host_of(tmp_path, "for job in jobs: answer(job)") as host:
        content, found = run(host.read(source))
    assert content.blocks[0].text == "một hai"
    assert (found.name, found.sha256, found.format, found.bytes) == ("báo cáo.txt", "0" * 64, "txt", 3)


def test_one_process_serves_a_batch(tmp_path: Path, source: Path) -> None:
    body = "import os\nfor job in jobs: answer(job, CONTENT | {'data': {'title': str(os.getpid())}})"
    with host_of(tmp_path, body) as host:
        titles = {run(host.read(source))[0].data.title for _ in range(3)}
    assert len(titles) == 1


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("import os\nfor job in jobs: os.abort()", "TBC-130"),
        ("", "TBC-130"),
        ("for job in jobs: print('Traceback', flush=True)", "TBC-133"),
        ("for job in jobs: print('x' * 100_000, flush=True)", "TBC-133"),
        ("for job in jobs: print(json.dumps({'type': 'step', 'name': '<b>'}), flush=True)", "TBC-133"),
        ("for job in jobs: answer(job, result_sha256='1' * 64)", "TBC-133"),
        ("for job in jobs: answer(job, sha256='?')", "TBC-133"),
        ("for job in jobs: answer(job, bytes=-1)", "TBC-133"),
        ("for job in jobs: answer(job, CONTENT | {'blocks': 7})", "TBC-133"),
        (
            "for job in jobs: answer(job, CONTENT | {'sections': [{'id': 1, 'parent_id': 2, 'level': 1, "
            "'number': '', 'marker': '', 'title': ''}]})",
            "TBC-133",
        ),
        (
            "for job in jobs: print(json.dumps({'type': 'refused', 'code': 'TBC-132', 'detail': ''}), flush=True)",
            "TBC-132",
        ),
        (
            "for job in jobs: print(json.dumps({'type': 'refused', 'code': 'TBC-301', 'detail': ''}), flush=True)",
            "TBC-133",
        ),
        (
            "for job in jobs: print(json.dumps({'type': 'refused', 'code': 'TBC-114', 'detail': ''}), flush=True)",
            "TBC-114",
        ),
    ],
)
def test_every_failure_of_the_process_has_its_code(tmp_path: Path, source: Path, body: str, code: str) -> None:
    with host_of(tmp_path, body) as host:
        assert code_of(host, source) == code


def test_the_clock_ends_a_hanging_process(tmp_path: Path, source: Path) -> None:
    with host_of(tmp_path, "import time\nfor job in jobs: time.sleep(60)", seconds=0.3) as host:
        began = time.monotonic()
        assert code_of(host, source) == "TBC-131"
        assert time.monotonic() - began < 5


def test_after_a_failure_the_next_file_gets_a_fresh_process(tmp_path: Path, source: Path) -> None:
    body = "import os\nfor job in jobs:\n    if job['name'] == 'bad.txt': os._exit(3)\n    answer(job)"
    bad = tmp_path / "bad.txt"
    bad.write_text("x")
    with host_of(tmp_path, body) as host:
        assert code_of(host, bad) == "TBC-130"
        assert run(host.read(source))[0].blocks


def test_closing_the_generator_kills_at_once(tmp_path: Path, source: Path) -> None:
    with host_of(tmp_path, "import time\nfor job in jobs: time.sleep(60)") as host:
        work = host.read(source)
        assert [next(work).step for _ in range(3)] == ["read"] * 3
        began = time.monotonic()
        work.close()
        assert time.monotonic() - began < 0.2
        assert host._process is None


def test_nothing_but_an_ordinary_file_is_opened(tmp_path: Path) -> None:
    with host_of(tmp_path, "for job in jobs: answer(job)") as host:
        assert code_of(host, tmp_path / "nowhere.txt") == "TBC-106"
        assert code_of(host, tmp_path) == "TBC-107"


def test_a_process_that_cannot_start_is_named(source: Path) -> None:
    with Host(["/nowhere/python"]) as host:
        assert code_of(host, source) == "TBC-135"


def test_the_temporary_folder_goes(tmp_path: Path, source: Path) -> None:
    with host_of(tmp_path, "for job in jobs: answer(job)") as host:
        run(host.read(source))
        assert host._folder is not None
        folder = host._folder.path
        assert folder.is_dir()
    assert not folder.exists()


def test_a_folder_windows_will_not_give_up_costs_nothing(tmp_path: Path, source: Path, monkeypatch) -> None:
    """A process just killed still stands in its folder there: taking it away fails, and the import must not."""

    def refuse(*_path: object, **_more: object) -> None:
        raise PermissionError(13, "being used by another process")

    with host_of(tmp_path, "for job in jobs: answer(job)") as host:
        content, _ = run(host.read(source))
        monkeypatch.setattr(os, "rmdir", refuse)
    monkeypatch.undo()
    assert content.blocks


def test_a_process_that_ended_by_itself_need_not_be_killed(tmp_path: Path, source: Path, monkeypatch) -> None:
    def refuse(*_nothing: object) -> None:
        raise PermissionError(5, "access denied")

    with host_of(tmp_path, "for job in jobs: answer(job); break") as host:
        run(host.read(source))
        process = host._process
        assert process is not None
        process._popen.wait(timeout=20)
        monkeypatch.setattr(process._popen, "kill", refuse)
        host.stop()
        assert host._process is None


def test_codes_find_their_class() -> None:
    assert isinstance(refusal("TBC-114", Path("a"), ""), EncryptedFile)
    assert isinstance(refusal("TBC-134", Path("a"), ""), ReaderStopped)
    assert type(refusal("TBC-106", Path("a"), "")) is ImportRefused


def test_names_of_no_encoding_stay_printable() -> None:
    assert printable("b\udce1o.txt") == "b�o.txt"


def test_a_frozen_program_calls_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == [sys.executable, "--worker"]


@pytest.mark.skipif(sys.platform != "linux", reason="names of no encoding exist on Linux")
def test_a_file_whose_name_is_of_no_encoding_is_read_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "b\udce1o.txt"
    path.write_text("abc")
    with host_of(tmp_path, "for job in jobs: answer(job, CONTENT | {'data': {'title': job['name']}})") as host:
        content, source = run(host.read(path))
    assert content.data.title == source.name == "b�o.txt"
    assert source.path.endswith("/b�o.txt")
