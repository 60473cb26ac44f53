"""The samples printed by LibreOffice say the same as their Word files; skipped where it is not installed."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections import Counter
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

import resources
from db.importer.assemble import content_of
from db.importer.document import Document, Paragraph
from db.importer.readers import reader_for
from db.importer.readers.pdf import PdfReader
from db.model import Content

OFFICE = shutil.which("soffice")
SAMPLES = [Path(name).name for name in resources.names("samples") if name.endswith((".docx", ".txt"))]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"

pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> Path:
    """A folder with every sample as PDF, beside it as Word file."""
    folder = tmp_path_factory.mktemp("printed")
    for name in SAMPLES:
        source = resources.path(f"samples/{name}")
        if source.suffix == ".docx":
            shutil.copy(source, folder)
        else:
            word_file(reader_for(source).read(source), folder / f"{source.stem}.docx")
    command = [OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, folder.glob("*.docx"))],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder


def word_file(document: Document, path: Path) -> None:
    """Write paragraphs and notes as a Word file."""
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    body = "".join(
        f'<w:p><w:pPr><w:ind w:firstLine="567"/><w:jc w:val="both"/></w:pPr>{runs(one)}</w:p>' for one in paragraphs
    )
    setting = '<w:rPr><w:sz w:val="20"/></w:rPr>'
    notes = "".join(
        f'<w:footnote w:id="{note.key}"><w:p>'
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r>{setting}<w:t xml:space="preserve"> {escape(note.text)}</w:t></w:r></w:p></w:footnote>'
        for note in document.notes
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPES}.document.main+xml"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{TYPES}.footnotes+xml"/></Types>',
        "_rels/.rels": relationships("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": relationships("footnotes", "footnotes.xml"),
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {W}>{notes}</w:footnotes>",
    }
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)


def relationships(kind: str, target: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{R}/{kind}" Target="{target}"/></Relationships>'
    )


def runs(paragraph: Paragraph) -> str:
    pieces = []
    start = 0
    for mark in (*paragraph.marks, None):
        end = mark.offset if mark else len(paragraph.text)
        text = escape(paragraph.text[start:end])
        pieces.append(f'<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>')
        if mark:
            pieces.append(
                '<w:r><w:rPr><w:sz w:val="28"/><w:vertAlign w:val="superscript"/></w:rPr>'
                f'<w:footnoteReference w:id="{mark.key}"/></w:r>'
            )
        start = end
    return "".join(pieces)


def contents(folder: Path, name: str) -> tuple[Content, Content]:
    """What the Word file says and what its print says."""
    stem = Path(name).stem
    word = folder / f"{stem}.docx"
    return content_of(reader_for(word).read(word), name), content_of(PdfReader().read(folder / f"{stem}.pdf"), name)


def words(text: str) -> str:
    return " ".join(text.split())


def anchored(content: Content) -> Counter[tuple[str, str]]:
    """Each note with the words before its mark."""
    notes = {note.id: words(note.text) for note in content.notes}
    owners = [(block.text, block.marks) for block in content.blocks]
    owners += [(cell.text, cell.marks) for table in content.tables for cell in table.cells]
    return Counter((notes[mark.note_id], words(text[: mark.offset])[-24:]) for text, marks in owners for mark in marks)


@pytest.mark.parametrize("name", SAMPLES)
def test_notes_and_marks_are_those_of_the_word_file(printed, name):
    word, pdf = contents(printed, name)
    assert len(word.notes) >= 19
    expected, found = Counter(words(note.text) for note in word.notes), Counter(words(note.text) for note in pdf.notes)
    assert (expected & found).total() >= 0.95 * expected.total()
    assert found.total() == expected.total()
    assert (anchored(word) & anchored(pdf)).total() >= 0.95 * anchored(word).total()


@pytest.mark.parametrize("name", SAMPLES)
def test_sections_are_those_of_the_word_file(printed, name):
    word, pdf = contents(printed, name)
    assert [(one.level, one.number, words(one.title)) for one in pdf.sections] == [
        (one.level, one.number, words(one.title)) for one in word.sections
    ]
    assert pdf.data == word.data


@pytest.mark.parametrize("name", SAMPLES)
def test_tables_have_the_cells_of_the_word_file(printed, name):
    word, pdf = contents(printed, name)
    assert [(table.rows, table.cols) for table in pdf.tables] == [(table.rows, table.cols) for table in word.tables]
    for mine, theirs in zip(pdf.tables, word.tables, strict=True):
        assert [(c.row, c.col, c.rowspan, c.colspan, words(c.text)) for c in mine.cells] == [
            (c.row, c.col, c.rowspan, c.colspan, words(c.text)) for c in theirs.cells
        ]


@pytest.mark.parametrize("name", SAMPLES)
def test_no_page_number_enters_the_text(printed, name):
    word, pdf = contents(printed, name)
    assert [words(block.text) for block in pdf.blocks if block.kind != "header"] == [
        words(block.text) for block in word.blocks if block.kind != "header"
    ]
    assert not any(block.text.strip().isdecimal() for block in pdf.blocks)
