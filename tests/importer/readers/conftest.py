"""Small Word files, made in the test that reads them."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from db.importer.document import Document, Grid, Paragraph
from db.importer.readers.docx import DocxReader

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{_OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_ROOTS = {"header1": "hdr", "footer1": "ftr"}
_KINDS = {"header1": "header", "footer1": "footer"}


@dataclass(frozen=True)
class Word:
    """Writes XML as Word does, packs it and reads it back."""

    folder: Path

    def r(self, text: str, properties: str = "") -> str:
        rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        return f'<w:r>{rpr}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    def p(self, *content: str, properties: str = "") -> str:
        """Return a paragraph; content that is not XML becomes a run."""
        runs = "".join(each if each.startswith("<") else self.r(each) for each in content)
        ppr = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        return f"<w:p>{ppr}{runs}</w:p>"

    def item(self, text: str, number_id: int = 1, level: int = 0) -> str:
        numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>'
        return self.p(text, properties=numbering)

    def cell(self, *content: str, properties: str = "") -> str:
        blocks = "".join(each if each.startswith(("<w:p>", "<w:tbl>")) else self.p(each) for each in content)
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{blocks}</w:tc>"

    def row(self, *cells: str, properties: str = "") -> str:
        made = "".join(each if each.startswith("<w:tc>") else self.cell(each) for each in cells)
        return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"

    def table(self, *rows: str) -> str:
        return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"

    def footnote(self, note_id: int, extra: str = "") -> str:
        return f'<w:r><w:footnoteReference {extra} w:id="{note_id}"/></w:r>'

    def endnote(self, note_id: int) -> str:
        return f'<w:r><w:endnoteReference w:id="{note_id}"/></w:r>'

    def save(
        self, body: str, name: str = "report.docx", main: str = "word/document.xml", word: str = WORD, **parts: str
    ) -> Path:
        """Write a file whose body is `body`; a part is named by its kind and holds what is inside its root.

        `word` is the namespace of the main part.
        """
        path = self.folder / name
        folder, _, base = main.rpartition("/")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("_rels/.rels", _relationships({"officeDocument": main}))
            package.writestr(f"{folder}/_rels/{base}.rels", _relationships({part: f"{part}.xml" for part in parts}))
            package.writestr(
                main, f"<w:document {_NAMESPACES.replace(WORD, word)}><w:body>{body}</w:body></w:document>"
            )
            for part, content in parts.items():
                root = _ROOTS.get(part, part)
                package.writestr(f"{folder}/{part}.xml", f"<w:{root} {_NAMESPACES}>{content}</w:{root}>")
        return path

    def read(self, body: str, **parts: str) -> Document:
        return DocxReader().read(self.save(body, **parts))

    def paragraphs(self, body: str, **parts: str) -> list[Paragraph]:
        return [block for block in self.read(body, **parts).blocks if isinstance(block, Paragraph)]

    def text(self, *content: str) -> str:
        """Return the text of one paragraph with this content."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs(self.p(*content)))

    def grids(self, body: str, **parts: str) -> list[Grid]:
        return [block for block in self.read(body, **parts).blocks if isinstance(block, Grid)]

    def losses(self, body: str, **parts: str) -> dict[str, int]:
        return {loss.code: loss.count for loss in self.read(body, **parts).losses}


def _relationships(targets: dict[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{_KINDS.get(kind, kind)}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}">{entries}</Relationships>'


@pytest.fixture
def word(tmp_path: Path) -> Word:
    return Word(tmp_path)
