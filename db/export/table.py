"""A table on its way out: cells as printed, what they count, and where they stand in which report."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from db.export.records import FigureRecord

Kind = Literal["text", "number", "blank", "covered"]


@dataclass(frozen=True, slots=True)
class ExportCell:
    """One cell. `text` is what is printed; every format shows it, and only a number is also counted.

    `kind` text stays text whatever it looks like (07, 27-NQ/TU, =1+1); number has `value`,
    exact in `unit` with the printed `decimals`; covered lies under the span of a cell above
    or to the left and has no text. `marks` are (offset in `text`, position in the table's
    `notes`). `doubtful` tells that it stands among numbers, has digits, and could not be
    read as one. `link` opens what the words name, where the format can.
    """

    text: str
    kind: Kind = "text"
    value: Decimal | None = None
    decimals: int = 0
    unit: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    rowspan: int = 1
    colspan: int = 1
    doubtful: bool = False
    link: str = ""


COVERED = ExportCell("", "covered")
BLANK = ExportCell("", "blank")

Row = tuple[ExportCell, ...]


@dataclass(frozen=True, slots=True)
class ExportNote:
    """A note of the table, that travels with it: what is printed at its mark, and its words."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where rows come from. Empty or 0 where it is not known.

    `section` is the path one cites ("I.2"), `heading` its words, `paragraph` counts in the
    section, `table` in the report, `note` is the label of a note. `file` and `sha256` are
    of the imported file, `date` is the report's (ISO), `link` opens the place (`db.links`).
    `sample` marks reports made up to try the program.
    """

    report_id: int = 0
    slug: str = ""
    title: str = ""
    issuer: str = ""
    year: int | None = None
    period: str = ""
    date: str = ""
    section: str = ""
    heading: str = ""
    paragraph: int = 0
    table: int = 0
    note: str = ""
    file: str = ""
    sha256: str = ""
    link: str = ""
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that goes out with a table, as a chart of it: a PNG, how wide it is to be in mm, and its words."""

    png: bytes
    width: float
    caption: str = ""


@dataclass(frozen=True, slots=True)
class ExportTable:
    """A table to export: `head` rows are captions of columns, every row has `cols` cells.

    `name` is short and names its sheet and its file ("2023 Bảng 2"). `widths` are of the
    columns in characters, empty where the cells decide. `remarks` are lines below the
    table. `links` open the place of each row, one per row or none. `records` are the
    figures it was made of, for formats that take them whole. `pictures` go below it where
    the format can hold them (Excel, Word, HTML). `corrected` is how many of its values the
    user corrected.
    """

    name: str
    caption: str
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    notes: tuple[ExportNote, ...] = ()
    origins: tuple[Origin, ...] = ()
    remarks: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    links: tuple[str, ...] = ()
    records: tuple[FigureRecord, ...] = ()
    pictures: tuple[Picture, ...] = ()
    corrected: int = 0

    @property
    def cols(self) -> int:
        """How many columns it has."""
        return len((self.head or self.rows or ((),))[0])

    @property
    def doubtful(self) -> int:
        """How many cells stand among numbers and could not be read as one."""
        return sum(cell.doubtful for row in self.rows for cell in row)
