"""Small RTF files, made in the test that reads them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from db.importer.document import Document, Grid, Paragraph
from db.importer.readers.rtf import RtfReader

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fcharset163 Arial{\*\falt Tahoma};}"
    r"{\f2\fcharset2 Symbol;}{\f3\fcharset0 .VnTime;}{\f4\fcharset128 MS Gothic;}{\f5\fcharset2 Wingdings;}}"
)


@dataclass(frozen=True)
class Rtf:
    """Writes a body behind a header, and reads it back."""

    folder: Path

    def save(self, body: str | bytes, name: str = "report.rtf") -> Path:
        path = self.folder / name
        path.write_bytes(body if isinstance(body, bytes) else body.encode("latin-1"))
        return path

    def read(self, body: str, header: str = "") -> Document:
        return RtfReader().read(self.save(rf"{{\rtf1\ansi\ansicpg1252\deff0{FONTS}{header}" + "\n" + body + "}"))

    def paragraphs(self, body: str, header: str = "") -> list[Paragraph]:
        return [block for block in self.read(body, header).blocks if isinstance(block, Paragraph)]

    def text(self, body: str, header: str = "") -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs(body, header))

    def grids(self, body: str) -> list[Grid]:
        return [block for block in self.read(body).blocks if isinstance(block, Grid)]

    def losses(self, body: str) -> dict[str, int]:
        return {loss.code: loss.count for loss in self.read(body).losses}


@pytest.fixture
def rtf(tmp_path: Path) -> Rtf:
    return Rtf(tmp_path)
