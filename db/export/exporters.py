"""The file kinds a table can go out to; the ending of the file's name chooses."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from db.errors import ExportFailed
from db.export.docx import Docx
from db.export.sheet import Sheet
from db.export.xlsx import Xlsx


class Exporter(Protocol):
    """Writes a sheet to one kind of file."""

    name: str
    suffix: str

    def write(self, sheet: Sheet, target: Path) -> None:
        """Write, or raise ExportFailed or DiskFull and leave what was there."""


EXPORTERS: tuple[Exporter, ...] = (Xlsx(), Docx())


def export(sheet: Sheet, target: Path) -> None:
    """Write `sheet` to `target`, in the kind its ending names; ExportFailed where there is none for it."""
    for exporter in EXPORTERS:
        if target.suffix.lower() == exporter.suffix:
            exporter.write(sheet, target)
            return
    raise ExportFailed(target, target.suffix)
