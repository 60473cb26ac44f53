"""A second try through an office program: stand-ins that convert, fail, hang; and LibreOffice where there is one."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Generator
from pathlib import Path
from types import SimpleNamespace

import pytest

import resources
from db.errors import ImportRefused
from db.importer import office
from db.importer.host import Host
from db.importer.office import Office, installed_office
from db.importer.second_try import hosts, may_help
from db.model import Content, Finding, Progress, Source

SAMPLE = next(iter(sorted((Path(resources.__file__).parent / "samples").glob("*.docx"))))
LAST = 'for last; do :; done; out="$(dirname "$last")/out/original.docx"\n'
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


@pytest.fixture
def refused(tmp_path: Path) -> Path:
    """A file of Word 2, whose format we know by name only."""
    path = tmp_path / "in" / "báo cáo 1993.doc"
    path.parent.mkdir()
    path.write_bytes(b"\xdb\xa5" + b"x" * 5000)
    return path


def stand_in(tmp_path: Path, body: str) -> Office:
    """Return an office program that is a shell script; `$last` is the file, `$out` where its result belongs."""
    script = tmp_path / "soffice"
    script.write_text("#!/bin/sh\n" + LAST + body, encoding="utf-8")
    script.chmod(0o755)
    return Office("LibreOffice", script)


def read(maker: Office, path: Path) -> tuple[Content, Source]:
    with hosts(maker)() as host:
        return run(host.read(path))


def run(work: Generator[Progress, None, tuple[Content, Source]]) -> tuple[Content, Source]:
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def test_what_the_office_program_makes_is_read_under_the_name_of_the_original(tmp_path, refused):
    before = refused.read_bytes()
    content, source = read(stand_in(tmp_path, f"cp '{SAMPLE}' \"$out\""), refused)
    assert content.findings[0] == Finding("TBC-436", "LibreOffice")
    assert len(content.notes) > 10
    assert source == Source(refused.name, str(refused), hashlib.sha256(before).hexdigest(), "doc", len(before))
    assert refused.read_bytes() == before
    assert os.listdir(refused.parent) == [refused.name]


def test_it_is_given_a_copy_alone_in_a_folder_that_is_gone_afterwards(tmp_path, refused):
    seen = tmp_path / "seen"
    read(stand_in(tmp_path, f"echo \"$last\" > '{seen}'; echo \"$HOME\" >> '{seen}'; cp '{SAMPLE}' \"$out\""), refused)
    copy, home = map(Path, seen.read_text().split())
    assert copy.parent == home
    assert refused.parent not in copy.parents
    assert not home.exists()


def test_where_it_fails_the_first_refusal_stands(tmp_path, refused):
    for body in ("exit 1", "exit 0", 'echo garbage > "$out"'):
        with pytest.raises(ImportRefused) as caught:
            read(stand_in(tmp_path, body), refused)
        assert (caught.value.code, caught.value.detail, caught.value.path) == ("TBC-101", "Word 2", refused)


def test_a_sound_file_never_gets_there(tmp_path):
    met = tmp_path / "met"
    content, source = read(stand_in(tmp_path, f"touch '{met}'"), SAMPLE)
    assert source.format == "docx"
    assert "TBC-436" not in {finding.code for finding in content.findings}
    assert not met.exists()


def test_cancelling_ends_it_and_what_it_started(tmp_path, refused):
    started = tmp_path / "started"
    maker = stand_in(tmp_path, f"sleep 300 & echo $! $$ > '{started}.new'; mv '{started}.new' '{started}'; wait")
    with hosts(maker)() as host:
        work = host.read(refused)
        while not started.exists():
            next(work)
        work.close()
    numbers = [int(number) for number in started.read_text().split()]
    for _ in range(500):  # what is killed takes its time to go on a busy machine
        if not any(map(_lives, numbers)):
            return
        time.sleep(0.02)
    pytest.fail("something it started still lives")


def test_its_time_has_an_end(tmp_path, refused, monkeypatch):
    monkeypatch.setattr(office, "_START", 1 - office.limits.seconds_for(0))
    began = time.monotonic()
    with pytest.raises(ImportRefused) as caught:
        read(stand_in(tmp_path, "sleep 300"), refused)
    assert caught.value.code == "TBC-101"
    assert time.monotonic() - began < 60


def test_its_memory_and_its_files_have_an_end(tmp_path, refused):
    seen = tmp_path / "seen"
    with pytest.raises(ImportRefused):
        read(stand_in(tmp_path, f"ulimit -v > '{seen}'; ulimit -f >> '{seen}'"), refused)
    memory, blocks = map(int, seen.read_text().split())
    assert memory * 1024 == office.MEMORY
    assert blocks * 512 == office.limits.FILE_SIZE


@pytest.mark.parametrize(
    ("name", "head", "code", "detail", "hope"),
    [
        ("a.doc", b"\xdb\xa5", "TBC-101", "Word 2", True),
        ("a.xml", b"<?xml", "TBC-101", "Word 2003 XML", True),
        ("a.jpg", b"\xff\xd8\xff", "TBC-101", "jpeg", False),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "TBC-102", "", True),
        ("a.docx", b"PK\x03\x04", "TBC-130", "", True),
        ("a.doc", b"no Word file", "TBC-102", "", False),
        ("a.pdf", b"%PDF-1.7", "TBC-102", "", False),
        ("a.docx", b"PK\x03\x04", "TBC-104", "bomb", False),
        ("a.docx", b"PK\x03\x04", "TBC-114", "", False),
        ("a.docx", b"PK\x03\x04", "TBC-121", "", False),
    ],
)
def test_it_is_offered_where_there_is_hope_and_no_danger(tmp_path, name, head, code, detail, hope):
    path = tmp_path / name
    path.write_bytes(head)
    assert may_help(path, code, detail) is hope


def test_a_file_that_is_gone_is_no_hope(tmp_path):
    assert not may_help(tmp_path / "gone.doc", "TBC-102", "")


@pytest.mark.skipif(installed_office() is None, reason="there is no office program")
def test_libreoffice_opens_word_2003_xml_for_us(tmp_path):
    maker = installed_office()
    folder = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(maker.program), folder, "--headless", "--convert-to", "xml:MS Word 2003 XML"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(SAMPLE)], check=True, capture_output=True, timeout=200)
    path = tmp_path / f"{SAMPLE.stem}.xml"
    with Host() as host, pytest.raises(ImportRefused, match="Word 2003 XML"):
        run(host.read(path))
    content, _ = read(maker, path)
    with Host() as host:
        straight, _ = run(host.read(SAMPLE))
    assert [note.text for note in content.notes] == [note.text for note in straight.notes]
    assert content.findings[0].code == "TBC-436"


def test_an_office_program_is_found_on_the_path(tmp_path, monkeypatch):
    maker = stand_in(tmp_path, "")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert installed_office() == maker
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert installed_office() is None


def _lives(number: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        status = Path(f"/proc/{number}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def test_word_is_asked_on_windows_only_and_without_macros(tmp_path, monkeypatch):
    """The command is looked at, not run: there is no Word here."""
    word = tmp_path / "WINWORD.EXE"
    word.write_bytes(b"")
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(office, "_WORD_AT", (str(tmp_path / "none"), str(word)))
    assert installed_office() is None
    monkeypatch.setattr(office, "sys", SimpleNamespace(platform="win32"))
    assert installed_office() == Office("Word", word)
    assert office._launcher() == []
    commands = []
    monkeypatch.setattr(office, "_run", lambda command, *_: iter(commands.append(command) or ()))
    source = tmp_path / "cũ.doc"
    source.write_bytes(b"x")
    folder = tmp_path / "private"
    folder.mkdir()
    assert list(Office("Word", word).convert(source, folder, "")) == []
    (command,) = commands
    assert command[:3] == ["powershell", "-NoProfile", "-NonInteractive"]
    assert "AutomationSecurity=3" in command[-1]
    assert str(folder / "original.doc") in command[-1]


def test_a_frozen_program_calls_itself_to_bind_the_office_program(monkeypatch):
    monkeypatch.setattr(office, "sys", SimpleNamespace(platform="linux", frozen=True, executable="/opt/tubaocao"))
    assert office._launcher() == ["/opt/tubaocao", "--office"]


@pytest.mark.parametrize(("platform", "bound"), [("linux", [office.MEMORY]), ("win32", [])])
def test_the_launcher_binds_itself_before_it_becomes_the_office_program(monkeypatch, platform, bound):
    asked, became = [], []
    monkeypatch.setattr(office, "sys", SimpleNamespace(platform=platform))
    monkeypatch.setattr(office.limits, "bind_program", asked.append)
    monkeypatch.setattr(office.os, "execv", lambda *command: became.append(command))
    office.main(["/usr/bin/soffice", "--headless"])
    assert asked == bound
    assert became == [("/usr/bin/soffice", ["/usr/bin/soffice", "--headless"])]


def test_on_windows_the_process_itself_is_ended(monkeypatch):
    monkeypatch.setattr(office, "sys", SimpleNamespace(platform="win32"))
    done = []
    office._end(SimpleNamespace(kill=lambda: done.append("kill"), wait=lambda: done.append("wait")))
    assert done == ["kill", "wait"]
