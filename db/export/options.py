"""What the user chooses for an export; the same words in the window and on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Layout = Literal["wide", "long", "transposed"]
"""As printed; one line per number; rows and columns exchanged."""


@dataclass(frozen=True, slots=True)
class CsvStyle:
    """How a csv file parts its fields and writes its decimals; `bom` lets Excel know that it is UTF-8.

    `bare` leaves out all but the rows: no notes, no sources.
    """

    separator: str = ";"
    decimal: str = ","
    bom: bool = True
    bare: bool = False


VIETNAMESE_EXCEL = CsvStyle()
PLAIN = CsvStyle(",", ".", bom=False, bare=True)


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Choices of one export.

    `notes` brings the notes of a table along, `comments` shows them at their cells as well
    where the format can, `sources` tells report, section, paragraph and sha-256, `trace`
    adds a column with a link to the place of every row, `pictures` lets charts go along
    where the format can hold them. `numbers` "vi" shows numbers as
    printed (112.500,5), "en" as 112,500.5; what is counted is the same. `at` is the moment
    of the export (ISO), empty to leave it out: then equal tables give equal bytes.
    """

    language: str = "vi"
    layout: Layout = "wide"
    notes: bool = True
    comments: bool = True
    sources: bool = True
    trace: bool = False
    pictures: bool = True
    numbers: Literal["vi", "en"] = "vi"
    csv: CsvStyle = VIETNAMESE_EXCEL
    at: str = ""


def today() -> str:
    """Return the day it is for the user, as `ExportOptions.at` wants it: exports of one day are the same bytes."""
    return datetime.now().astimezone().date().isoformat()
