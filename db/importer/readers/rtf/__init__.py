"""The reader of .rtf, after the Rich Text Format Specification 1.9.1, with its own tokenizer."""

from __future__ import annotations

from db.importer.readers.rtf.reader import RtfReader

__all__ = ["RtfReader"]
