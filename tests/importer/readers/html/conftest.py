"""Small pages, made in the test that reads them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from db.importer.document import Document, Grid, Paragraph
from db.importer.readers.html import document_of


@dataclass(frozen=True)
class Page:
    """Reads markup as it would stand in a file."""

    def read(self, body: str, head: str = "") -> Document:
        return document_of(f"<html><head>{head}</head><body>{body}</body></html>", Path("page.html"), "html")

    def paragraphs(self, body: str, head: str = "") -> list[Paragraph]:
        return [block for block in self.read(body, head).blocks if isinstance(block, Paragraph)]

    def printed(self, body: str, head: str = "") -> list[str]:
        """Return the paragraphs with their numbers."""
        return [f"{each.marker} {each.text}".strip() for each in self.paragraphs(body, head)]

    def grids(self, body: str) -> list[Grid]:
        return [block for block in self.read(body).blocks if isinstance(block, Grid)]

    def losses(self, body: str, head: str = "") -> dict[str, int]:
        return {loss.code: loss.count for loss in self.read(body, head).losses}


@pytest.fixture
def page() -> Page:
    return Page()
