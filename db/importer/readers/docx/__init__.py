"""Word documents since 2007 (.docx, .docm): from a zip of XML parts to a Document."""

from __future__ import annotations

from db.importer.readers.docx.reader import DocxReader

__all__ = ["DocxReader"]
