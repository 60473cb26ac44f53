"""Small OpenDocument texts, made in the test that reads them."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from db.importer.document import Document, Grid, Paragraph
from db.importer.readers.odt import OdtReader

_ODF = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
NAMES = (
    " ".join(
        f'xmlns:{prefix}="{_ODF.format(name)}"'
        for prefix, name in {
            "office": "office",
            "text": "text",
            "table": "table",
            "style": "style",
            "draw": "drawing",
            "fo": "xsl-fo-compatible",
            "svg": "svg-compatible",
        }.items()
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xml="http://www.w3.org/XML/1998/namespace"'
)
MIMETYPE = "application/vnd.oasis.opendocument.text"


@dataclass(frozen=True)
class Writer:
    """Writes XML as LibreOffice does, packs it and reads it back."""

    folder: Path

    def save(self, body: str, automatic: str = "", common: str = "", masters: str = "", **parts: str) -> Path:
        """Write a file; `automatic` and `common` are its styles, a part of `parts` is named by its path."""
        path = self.folder / "report.odt"
        content = (
            f"<office:document-content {NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
        )
        styles = (
            f"<office:document-styles {NAMES}><office:styles>{common}</office:styles>"
            f"<office:master-styles>{masters}</office:master-styles></office:document-styles>"
        )
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("mimetype", MIMETYPE)
            for name, data in {"content.xml": content, "styles.xml": styles, **parts}.items():
                if data:
                    package.writestr(name, data)
        return path

    def read(self, body: str, automatic: str = "", common: str = "", masters: str = "", **parts: str) -> Document:
        return OdtReader().read(self.save(body, automatic, common, masters, **parts))

    def paragraphs(self, body: str, automatic: str = "", common: str = "") -> list[Paragraph]:
        blocks = self.read(body, automatic, common).blocks
        return [block for block in blocks if isinstance(block, Paragraph)]

    def printed(self, body: str, automatic: str = "", common: str = "") -> list[str]:
        """Return the paragraphs with their automatic numbers."""
        return [f"{each.marker} {each.text}".strip() for each in self.paragraphs(body, automatic, common)]

    def text(self, content: str, automatic: str = "") -> str:
        return "|".join(each.text for each in self.paragraphs(f"<text:p>{content}</text:p>", automatic))

    def grids(self, body: str) -> list[Grid]:
        return [block for block in self.read(body).blocks if isinstance(block, Grid)]

    def losses(self, body: str, automatic: str = "", **parts: str) -> dict[str, int]:
        return {loss.code: loss.count for loss in self.read(body, automatic, **parts).losses}


@pytest.fixture
def odt(tmp_path: Path) -> Writer:
    return Writer(tmp_path)
