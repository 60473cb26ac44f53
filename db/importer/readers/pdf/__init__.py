"""PDF files with a text layer: from printed pages to a Document."""

from __future__ import annotations

from db.importer.readers.pdf.reader import PdfReader

__all__ = ["PdfReader"]
