"""The receipt of an import as a sheet, to be kept in Excel or Word."""

from __future__ import annotations

from collections.abc import Iterable

from db.export.sheet import Sheet, Value
from db.messages import words_for
from desktop.importing.model import Line, outcome
from desktop.languages import current_language, translate

WIDTHS = (34, 40, 8, 24, 8, 8, 10, 8, 10, 70)


def sheet_of(lines: Iterable[Line]) -> Sheet:
    """Return one row per file: what became of it, what was found, what was noticed."""
    headings = (
        translate("Receipt", "File"),
        translate("Receipt", "Outcome"),
        translate("Receipt", "Year"),
        translate("Receipt", "Issuer"),
        translate("Receipt", "Sections"),
        translate("Receipt", "Notes"),
        translate("Receipt", "Notes with their mark"),
        translate("Receipt", "Tables"),
        translate("Receipt", "Figures"),
        translate("Receipt", "Noticed"),
    )
    done = [line for line in lines if line.receipt is not None]
    moments = sorted(line.receipt.at for line in done if line.receipt is not None)
    sources = (translate("Receipt", "Imported at {moment} (UTC)").format(moment=moments[-1]),) if moments else ()
    return Sheet(translate("Receipt", "Import receipt"), headings, tuple(map(_row, done)), WIDTHS, sources)


def _row(line: Line) -> tuple[Value, ...]:
    receipt = line.receipt
    assert receipt is not None
    counts = receipt.counts
    noticed = [words_for(f.code, current_language(), detail=f.detail, count=f.count).what for f in receipt.findings]
    data = line.data
    return (
        line.path.name,
        outcome(line),
        (str(data.year) if data.year else "") if data else "",
        data.issuer if data else "",
        counts.sections,
        counts.notes,
        counts.notes_linked,
        counts.tables,
        counts.figures,
        "\n".join(noticed),
    )
