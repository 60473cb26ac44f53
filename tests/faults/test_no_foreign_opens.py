"""No network and no file that a report names: every view is drawn on hostile reports, and what is opened is seen."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
import watched
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument

from db import queries
from db.importer.host import Host, worker_command
from db.importer.pipeline import import_paths
from db.library import Library
from db.model import Receipt
from desktop.widgets.safe_text import SafeText

ROOT = Path(__file__).resolve().parents[2]
BAIT = """<html><head><title><img src="//192.0.2.1/share/t.png">Báo cáo</title>
<link rel="stylesheet" href="http://192.0.2.1/a.css"><base href="file://192.0.2.1/share/"></head><body
background="file:///srv/bait/body.png"><p>BÁO CÁO</p><p>Tình hình năm 2023</p>
<h1>I. &lt;img src="//192.0.2.1/share/h.png"&gt; KẾT QUẢ</h1>
<p>Thu ngân sách đạt 100 tỷ đồng, &lt;img src="/srv/bait/text.png"&gt; tăng 5% so với năm 2022.</p>
<p><img src="http://192.0.2.1/i.png"><img src="\\\\192.0.2.1\\share\\u.png"><img src="/srv/bait/i.png"></p>
<table background="/srv/bait/table.png"><tr><td>&lt;img src='/srv/bait/cell.png'&gt;</td><td>5</td></tr></table>
<ul style="list-style-image:url(/srv/bait/list.png)"><li>một hai ba</li></ul></body></html>"""
HOSTILE = re.compile(r"image|unc|remote|local|dde|href|link|template|html|xinclude|xxe")
ALLOWED = ("/usr/", "/lib", "/proc/", "/sys/", "/dev/", "/etc/", "/var/cache/fontconfig", "/tmp/.X11", "/run/")
# Not /etc/passwd: the C library looks the user up there, whatever is drawn.
FORBIDDEN = ("192.0.2.1", "/srv/bait", "/etc/hostname", "/etc/os-release")
LARGEST = 300_000
_OPENED = re.compile(r'(?:openat|open|stat|newfstatat|access|readlink|statx)\([^"]*"([^"]*)".*?\) = (\S+)')
_PROGRAM = re.compile(r'execve\("([^"]*)".*\) = 0')
_NETWORK = re.compile(r"(?:connect|sendto|bind)\(.*AF_INET.*")


def files(shared, folder):
    """The bait of our own and what the corpus has of this kind."""
    folder.mkdir()
    for name in ("bait.html", "&lt;img src=x&gt;<b>.html"):
        (folder / name.replace("/", "")).write_text(BAIT + f"<!-- {name} -->", encoding="utf-8")
    found = [path for path in sorted((shared / "corpus" / "hostile").iterdir()) if HOSTILE.search(path.name.lower())]
    for path in found:
        if path.suffix in (".html", ".docx", ".odt", ".rtf", ".pdf"):
            shutil.copy(path, folder)  # a report's own file may be looked at: it is where the user took it from
    return sorted(folder.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="names as Linux has them")
def test_drawing_every_view_opens_nothing_a_report_names(shared, tmp_path, gate):
    store, book, trace = tmp_path / "tu.tubaocao", tmp_path / "book", tmp_path / "trace"
    with closing(Library.open(store)) as library:
        receipts = [step for step in import_paths(library, files(shared, tmp_path / "in")) if isinstance(step, Receipt)]
        assert sum(one.status != "refused" for one in receipts) >= 5
        assert any("<img" in one.data.title for one in queries.reports(library.reader())) or any(
            "<img" in block.text
            for one in queries.reports(library.reader())
            for block in queries.content(library.reader(), one.id).blocks
        )
    tracer = shutil.which("strace")
    spied = [tracer, "-f", "-qq", "-s", "300", "-e", "trace=file,network", "-o", str(trace)] if tracer else []
    home = tmp_path / "home"
    home.mkdir()
    with gate("views of hostile reports") as figures:
        done = subprocess.run(
            [*spied, sys.executable, watched.__file__, str(store), str(tmp_path / "out"), str(book)],
            capture_output=True,
            text=True,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(home),
                "QT_QPA_PLATFORM": "offscreen",
                "PYTHONPATH": str(ROOT),
                "LANG": "C.UTF-8",
                "TMPDIR": str(tmp_path),
            },
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        events = book.read_text(encoding="utf-8", errors="replace").splitlines()
        opened = {line[5:] for line in events if line.startswith("open ")}
        sockets = [line for line in events if line.startswith(("socket.connect", "socket.getaddrinfo"))]
        if tracer:
            text = trace.read_text(encoding="utf-8", errors="replace")
            opened |= {path for path, result in _OPENED.findall(text) if not result.startswith("-1")}
            asked = {path for path, _ in _OPENED.findall(text)}
            sockets += _NETWORK.findall(text)
        else:
            asked = opened
        foreign = {path for path in opened if path.startswith("/") and not _is_allowed(path, tmp_path)}
        named = {path for path in asked if any(word in path for word in FORBIDDEN) and not path.startswith("/usr/")}
        figures.update(reports=len(receipts), views=done.stdout.strip(), opened=len(opened), traced=bool(tracer))
        figures.update(foreign=len(foreign), named=len(named), sockets=len(sockets))
        assert sockets == []
        assert named == set()
        assert foreign == set()


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_the_reading_process_opens_its_file_and_nothing_else(shared, tmp_path, gate, amount):
    """Hostile files are read by the real process under a syscall trace: its own file, its own modules, no network."""
    sources = sorted(
        path
        for path in (shared / "corpus" / "hostile").iterdir()
        if path.is_file() and path.stat().st_size < LARGEST and HOSTILE.search(path.name.lower())
    )[:: amount(4, 1)]
    baits = files(shared, tmp_path / "in")
    trace = tmp_path / "trace"
    spied = ["strace", "-f", "-qq", "-s", "300", "-A", "-e", "trace=file,network,execve", "-o", str(trace)]
    with gate("reading process under a trace") as figures, closing(Library.open(tmp_path / "tu.tubaocao")) as library:
        steps = import_paths(library, [*baits, *sources], make_host=lambda: Host([*spied, *worker_command()], slow))
        receipts = [step for step in steps if isinstance(step, Receipt)]
        text = trace.read_text(encoding="utf-8", errors="replace")
        asked = {path for path, _ in _OPENED.findall(text)}
        opened = {path for path, result in _OPENED.findall(text) if not result.startswith("-1")}
        given = {str(path.absolute()) for path in sources} | {str(path.resolve()) for path in sources}
        foreign = {path for path in opened if path.startswith("/") and not _is_allowed(path, tmp_path)}
        foreign = {path for path in foreign - given if not path.startswith(f"{tempfile.gettempdir()}/tubaocao-")}
        programs = set(_PROGRAM.findall(text))
        named = {path for path in asked if any(word in path for word in FORBIDDEN)}
        sockets = _NETWORK.findall(text)
        figures.update(files=len(receipts), opened=len(opened), foreign=len(foreign), named=len(named))
        figures.update(sockets=len(sockets), programs=len(programs))
        read = sum(one.status in ("imported", "revised", "known") for one in receipts)
        assert read >= 5
        assert programs == {sys.executable}
        assert sockets == []
        assert named == set()
        assert foreign == set()


def slow(_size):
    """Give a traced process four times the time."""
    return 240.0


def _is_allowed(path, tmp_path):
    """Below one of the allowed folders, or a folder on the way to one."""
    folders = (*ALLOWED, sys.prefix, sys.base_prefix, str(ROOT), str(tmp_path))
    return path.startswith(folders) or any(folder.startswith(path.rstrip("/") + "/") for folder in folders)


@pytest.mark.parametrize(
    "name", ["//192.0.2.1/share/y.png", "\\\\192.0.2.1\\share\\z.png", "/etc/os-release", "http://x/"]
)
def test_a_text_gives_a_picture_that_is_none(qtbot, name):
    """None would make Qt open the name itself."""
    text = SafeText()
    qtbot.addWidget(text)
    for url in (QUrl(name), name):
        found = text.loadResource(QTextDocument.ResourceType.ImageResource.value, url)
        assert isinstance(found, QImage)
        assert found.isNull()
        assert text.loadResource(QTextDocument.ResourceType.StyleSheetResource.value, url) == b""
