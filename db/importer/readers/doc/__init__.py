"""Word documents of 1997 to 2003 (.doc): from the streams of a compound file to a Document ([MS-DOC])."""

from __future__ import annotations

from db.importer.readers.doc.reader import DocReader

__all__ = ["DocReader"]
