"""The program where users really have it: Vietnamese folders, media that cannot be written, another user's library."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.first_start import sample_files

NOBODY = 65534
ROOT = sys.platform != "win32" and os.geteuid() == 0


def program(*words: str, home: Path, powerless: bool = False) -> subprocess.CompletedProcess[str]:
    """Run `tubaocao` in a process of its own, with nothing of this one's environment.

    `powerless` takes from root what other users do not have: reading and writing whatever the bits of a file say.
    """
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    environment |= {"LANG": "C.UTF-8", "TUBAOCAO_LANGUAGE": "vi"}
    without = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner"]
    command = [*(without if powerless and ROOT else []), sys.executable, "-m", "desktop", *words]
    return subprocess.run(command, env=environment, cwd=home, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture(scope="module")
def cabinet(tmp_path_factory) -> Path:
    """A folder as a clerk has it, with a library of one report made in it by the program."""
    folder = tmp_path_factory.mktemp("máy") / "Tủ báo cáo" / "Nguyễn Văn Đức"
    folder.mkdir(parents=True)
    report = folder / "Báo cáo năm 2021 (bản chính).docx"
    report.write_bytes(sample_files()[0].read_bytes())
    done = program("--store", "tủ.tubaocao", "import", report.name, home=folder)
    assert done.returncode == 0, done.stderr
    assert "Báo cáo năm 2021 (bản chính).docx" in done.stdout
    return folder


@pytest.fixture
def closed(cabinet) -> Iterator[Path]:
    """The same folder as another user's, or a read-only medium's: readable for all, writable for nobody."""
    kept = {path: path.stat() for path in (cabinet, *cabinet.rglob("*"))}
    for path in kept:
        path.chmod(0o555 if path.is_dir() else 0o444)
        if ROOT:
            os.chown(path, NOBODY, NOBODY)
    yield cabinet
    for path, was in kept.items():
        if ROOT:
            os.chown(path, was.st_uid, was.st_gid)
        path.chmod(was.st_mode)


def test_a_vietnamese_folder_takes_everything(cabinet):
    for words, made in (
        (("export", "1", "--figures", "--to", "số liệu.xlsx"), "số liệu.xlsx"),
        (("pack", "1", "--to", "gói gửi đi"), "gói gửi đi.goibaocao"),
    ):
        done = program("--store", "tủ.tubaocao", *words, home=cabinet)
        assert done.returncode == 0, done.stderr
        assert (cabinet / made).stat().st_size > 1_000
    done = program("--store", str(cabinet / "tủ khác.tubaocao"), "import", "gói gửi đi.goibaocao", home=cabinet)
    assert done.returncode == 0, done.stderr
    assert program("--store", "tủ khác.tubaocao", "check", home=cabinet).returncode == 0


@pytest.mark.skipif(sys.platform == "win32" or (ROOT and not shutil.which("setpriv")), reason="no way to be powerless")
def test_what_is_another_users_and_cannot_be_written_is_read(closed, tmp_path):
    home = tmp_path / "Trần Thị Ơn"
    home.mkdir()
    before = {path: path.read_bytes() for path in closed.rglob("*") if path.is_file()}
    store = ("--store", str(closed / "tủ.tubaocao"))
    for words, part in (
        (("list",), "2021"),
        (("search", "dang vien"), "đảng viên"),
        (("show", "1"), "Quảng Nam"),
        (("check",), "nguyên vẹn"),
    ):
        done = program(*store, *words, home=home, powerless=True)
        assert done.returncode == 0, done.stderr
        assert part in done.stdout
    refused = program(*store, "import", str(sample_files()[1]), home=home, powerless=True)
    assert refused.returncode == 1
    assert "TBC-203" in refused.stderr
    packed = program(*store, "pack", "1", "--to", str(home / "gói"), home=home, powerless=True)
    assert packed.returncode == 0, packed.stderr
    assert (home / ".local" / "share" / "tubaocao" / "khoa-ky.key").exists(), "the key lies in the user's own folder"
    assert {path: path.read_bytes() for path in closed.rglob("*") if path.is_file()} == before
