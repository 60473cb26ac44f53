"""Web pages (.html, .htm) and pages saved with all they need in one file (.mht): from their markup to a Document."""

from __future__ import annotations

from db.importer.readers.html.reader import HtmlReader, MhtReader, document_of

__all__ = ["HtmlReader", "MhtReader", "document_of"]
