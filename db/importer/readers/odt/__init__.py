"""OpenDocument text (.odt, .ott and the flat .fodt): from its XML to a Document."""

from __future__ import annotations

from db.importer.readers.odt.reader import FlatOdtReader, OdtReader

__all__ = ["FlatOdtReader", "OdtReader"]
