"""The file kinds tables can go out to; the ending of the file's name chooses."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from db.errors import ExportFailed
from db.export.csv import Csv
from db.export.docx import Docx
from db.export.html import Html
from db.export.json import Json
from db.export.layouts import laid_out
from db.export.markdown import Markdown
from db.export.ods import Ods
from db.export.options import ExportOptions
from db.export.package import DESCRIPTION, Package, PackageFolder
from db.export.replacing import replacing, replacing_folder
from db.export.sheet import Sheet, table_of
from db.export.table import ExportTable
from db.export.xlsx import Xlsx
from db.model import Progress

STEP = "export"
UNKNOWN_ENDING = "TBC-503"
NOTHING = "TBC-504"


class Exporter(Protocol):
    """Writes tables to one kind of file. `name` is a proper name ("Excel") or empty, `suffix` is ".xlsx"."""

    name: str
    suffix: str

    def write(self, tables: Sequence[ExportTable], file: Path, options: ExportOptions) -> Iterator[int]:
        """Write to `file`, which is ours alone; yield how many rows are done, often enough to be stopped between.

        The file is whole once the iterator ends. Raises OSError as it comes.
        """


EXPORTERS: tuple[Exporter, ...] = (Xlsx(), Ods(), Csv(), Docx(), Html(), Markdown(), Json(), Package(), PackageFolder())


def exporter_for(target: Path, exporters: Sequence[Exporter] = EXPORTERS) -> Exporter:
    """Return the exporter the ending of `target` names; ExportFailed where there is none for it."""
    for exporter in exporters:
        if target.suffix.lower() == exporter.suffix:
            return exporter
    raise ExportFailed(target, target.suffix, UNKNOWN_ENDING)


def export_all(
    tables: Sequence[ExportTable],
    target: Path,
    options: ExportOptions = ExportOptions(),  # noqa: B008 - frozen
    exporters: Sequence[Exporter] = EXPORTERS,
) -> Generator[Progress, None, Path]:
    """Write tables to `target`, in the kind its ending names, and return it.

    Yields between rows; `done` and `total` count rows. Closing the generator cancels: what
    stood there before still does. Raises ExportFailed and DiskFull. `exporters` lets the
    window add those that need it (PDF).
    """
    exporter = exporter_for(target, exporters)
    if not tables:
        raise ExportFailed(target, code=NOTHING)
    made = [laid_out(table, options) for table in tables]
    total = sum(len(table.rows) for table in made)
    yield Progress(0, total, STEP, target.name)
    place = replacing(target) if exporter.suffix else replacing_folder(target, DESCRIPTION)
    with place as temporary:
        for done in exporter.write(made, temporary, options):
            yield Progress(done, total, STEP, target.name)
    return target


def export(sheet: Sheet, target: Path) -> None:
    """Write one plain sheet to `target`, in the kind its ending names; raises as `export_all`."""
    for _ in export_all([table_of(sheet)], target, ExportOptions(sources=False)):
        pass
