"""Reading a Word file of 1,000 pages, against the floor (unzip and one pass of lxml) and against python-docx."""

from __future__ import annotations

import shutil
import sqlite3
import statistics
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import msgspec
from big_docx import make
from lxml import etree
from measuring import Figure, against, peak_megabytes, process, python, seconds

from db import digest, writer
from db.importer import assemble, validation
from db.importer.assemble import content_of
from db.importer.cleaning import clean
from db.importer.figures import read_figures
from db.importer.legacy_text import restored
from db.importer.readers import reader_for
from db.library import Library
from db.model import Content, Source

PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
READ = (
    "import sys; from pathlib import Path; from db.importer.readers import reader_for; "
    "p = Path(sys.argv[1]); reader_for(p).read(p)"
)
PYTHON_DOCX = (
    "import sys, docx; d = docx.Document(sys.argv[1]); sum(len(p.text) for p in d.paragraphs); "
    "sum(len(c.text) for t in d.tables for r in t.rows for c in r.cells)"
)


def figures() -> Iterator[Figure]:
    """Yield what was measured."""
    with tempfile.TemporaryDirectory() as folder:
        file = make(Path(folder) / "big.docx")
        ours, floor, ratio = against(lambda: reader_for(file).read(file), lambda: _floor(file))
        yield Figure("docx to document / floor", ratio, "x", 2.5, f"{ours:.2f} s against {floor:.2f} s CPU")
        stored, bulk, ratio = against(lambda: _stored(file, folder), lambda: _bulk(file), times=3)
        yield Figure(
            "docx to searchable store / (floor + FTS5)", ratio, "x", 3.0, f"{stored:.2f} s against {bulk:.2f} s"
        )
        yield from _parts(file, folder, bulk)
        python(READ, str(file)), python(PYTHON_DOCX, str(file))  # the modules are compiled once
        pairs = [(python(READ, str(file)), python(PYTHON_DOCX, str(file))) for _ in range(3)]
        ratio = statistics.median(one / other for one, other in pairs)
        yield Figure(
            "docx, whole process / python-docx", ratio, "x", 0.5, f"{pairs[0][0]:.2f} s against {pairs[0][1]:.2f} s"
        )
        yield Figure("docx, peak memory", peak_megabytes(READ, str(file)), "MB", 250)
        yield from _old_word(file, Path(folder))


def _floor(file: Path) -> int:
    count = 0
    with zipfile.ZipFile(file) as package:
        for part in ("word/document.xml", "word/footnotes.xml"):
            with package.open(part) as stream:
                for _event, paragraph in etree.iterparse(stream, tag=PARAGRAPH):
                    count += 1
                    paragraph.clear()
    return count


def _texts(file: Path) -> list[str]:
    texts = []
    with zipfile.ZipFile(file) as package:
        for part in ("word/document.xml", "word/footnotes.xml"):
            with package.open(part) as stream:
                for _event, paragraph in etree.iterparse(stream, tag=PARAGRAPH):
                    texts.append("".join(paragraph.itertext()))
                    paragraph.clear()
    return texts


def _bulk(file: Path) -> None:
    """The floor to a searchable store: the same texts, one bulk insert into FTS5."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE text (id INTEGER PRIMARY KEY, words TEXT)")
    connection.execute("CREATE VIRTUAL TABLE found USING fts5(words, content='')")
    connection.executemany("INSERT INTO text (words) VALUES (?)", ((words,) for words in _texts(file)))
    connection.execute("INSERT INTO found (rowid, words) SELECT id, words FROM text")
    connection.close()


def _stored(file: Path, folder: str) -> None:
    target = Path(folder) / "bench.tubaocao"
    target.unlink(missing_ok=True)
    library = Library.open(target)
    content = content_of(reader_for(file).read(file), file.name)
    with library.writing() as connection:
        source = Source(file.name, str(file), "0" * 64, "docx", file.stat().st_size)
        writer.add_report(connection, content, source, "2026-01-01T00:00:00Z", digest.digest(content))
    library.close()


def _parts(file: Path, folder: str, bulk: float) -> Iterator[Figure]:
    """What the way to a searchable store is made of; "the rest of assembling" is sections, notes, tables, data.

    The goal above was set before a report's figures were read out; the last line is the way without them.
    """
    document = reader_for(file).read(file)
    cleaned = restored(document)
    content = content_of(document, file.name)
    data = msgspec.json.encode(content)
    bare = replace(content, figures=())
    spent = {
        "reading": seconds(lambda: reader_for(file).read(file), 3),
        "cleaning": seconds(lambda: clean(cleaned), 3),
        "figures": seconds(lambda: read_figures(bare), 1),
        "transport": seconds(lambda: msgspec.json.decode(msgspec.json.encode(content), type=Content), 3),
        "validation": seconds(lambda: validation.check(content), 3),
        "digest": seconds(lambda: digest.digest(content), 3),
        "writing": seconds(lambda: _written(content, file, folder), 3),
    }
    with patch.object(assemble, "read_figures", lambda _content: ((), ())):
        spent["the rest of assembling"] = seconds(lambda: content_of(document, file.name), 3) - spent["cleaning"]
    remark = {"transport": f"{len(data) / 1e6:.0f} MB", "figures": f"{len(content.figures)} figures"}
    for name, value in spent.items():
        yield Figure(f"  of it {name}", value, "s CPU", None, remark.get(name, ""))
    others = sum(value for name, value in spent.items() if name not in ("figures", "transport", "validation"))
    yield Figure("  without figures / (floor + FTS5)", others / bulk, "x", None, "their rows are still written")


def _written(content: Content, file: Path, folder: str) -> None:
    target = Path(folder) / "bench.tubaocao"
    target.unlink(missing_ok=True)
    library = Library.open(target)
    with library.writing() as connection:
        source = Source(file.name, str(file), "0" * 64, "docx", file.stat().st_size)
        writer.add_report(connection, content, source, "2026-01-01T00:00:00Z", "0" * 64)
    library.close()


def _old_word(file: Path, folder: Path) -> Iterator[Figure]:
    office = shutil.which("soffice")
    if office is None:
        yield Figure("doc / LibreOffice", 0.0, "x", None, "LibreOffice is not installed: left out")
        return
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = (office, profile, "--headless", "--convert-to")
    process(*convert, "doc:MS Word 97", "--outdir", str(folder), str(file))
    old = folder / "big.doc"
    pairs = [
        (python(READ, str(old)), process(*convert, "html", "--outdir", str(folder / "html"), str(old)))
        for _ in range(3)
    ]
    ratio = statistics.median(one / other for one, other in pairs)
    yield Figure(
        "doc, whole process / LibreOffice to html", ratio, "x", 0.35, f"{pairs[0][0]:.2f} s against {pairs[0][1]:.2f} s"
    )
