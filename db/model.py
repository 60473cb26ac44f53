"""The rows of the library: frozen, plain, documented by meaning.

A `Content` is one report whole. Inside it every id is local when it comes from
the importer (1, 2, 3 … per kind, in reading order) and the store's own when it
comes from `db.queries`; the writer shifts the first into the second. Offsets
count Unicode code points of the owner's `text`, which is NFC.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Source:
    """The file a report came from; never written to.

    `path` is where it lay when it was imported; it may be gone by now.
    """

    name: str
    path: str
    sha256: str
    format: str
    bytes: int


@dataclass(frozen=True, slots=True)
class ReportData:
    """What a report says of itself; an empty string or None where it says nothing.

    `date` is ISO (2023-12-06). `period` is the label an office would write:
    "2023", "6 tháng 2023". `resolution` is the number of the resolution whose
    fulfilment is reported ("27-NQ/TU").
    """

    title: str = ""
    kind: str = ""
    issuer: str = ""
    place: str = ""
    number: str = ""
    date: str = ""
    year: int | None = None
    period: str = ""
    signed_by: str = ""
    signed_as: str = ""
    resolution: str = ""
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """One report in the library. `imported_at` is UTC, ISO, to the second."""

    id: int
    slug: str
    data: ReportData
    source: Source
    imported_at: str
    digest: str


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered place of the text and what stands under it, up to the next one.

    `level` 1 is the top. `number` is bare ("I", "1.1", "a", "-"), `marker` is as
    printed ("I.", "1.1.", "a)", "–"). `title` is empty where the paragraph runs on
    ("1. Việc tham mưu …") and for dash items; `opening` then holds its first words.
    """

    id: int
    parent_id: int | None
    level: int
    number: str
    marker: str
    title: str
    opening: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a note's mark stood: between the code points `offset - 1` and `offset`."""

    offset: int
    note_id: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or table in reading order.

    `kind` is one of BLOCK_KINDS. `text` holds the printed words, an automatic
    number included, note marks left out; it is empty for a table. `section_id` is
    None before the first heading and after the last section.
    """

    id: int
    section_id: int | None
    kind: str
    text: str
    marks: tuple[Mark, ...] = ()
    table_id: int | None = None
    align: str = ""
    emphasis: tuple[Emphasis, ...] = ()


@dataclass(frozen=True, slots=True)
class Emphasis:
    """A stretch of a block's text set in `style`: some of the letters b, i, u, ^, _."""

    start: int
    end: int
    style: str


BLOCK_KINDS = ("heading", "paragraph", "item", "table", "header", "recipients", "signature")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote. `label` is what the report prints at the mark.

    `linked` tells whether a mark in the text is known to belong to it.
    """

    id: int
    label: str
    kind: str
    text: str
    linked: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, named by its upper left corner; rows and columns count from 0.

    `value` and `unit` are set only where the text can be read as a number in one way.
    """

    row: int
    col: int
    rowspan: int
    colspan: int
    text: str
    marks: tuple[Mark, ...] = ()
    value: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as printed. Its first `header_rows` rows are captions of columns."""

    id: int
    section_id: int | None
    caption: str
    rows: int
    cols: int
    header_rows: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A rise or fall said of a level: direction "tăng" or "giảm", value never negative."""

    direction: str
    value: float
    unit: str
    versus: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: in a block, a note, or a cell of a table. Exactly one is set."""

    block_id: int | None = None
    note_id: int | None = None
    table_id: int | None = None
    row: int | None = None
    col: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity the report states, and the words it stands in.

    `value` is in `unit` as written ("nghìn tỷ đồng"); `value_base` and `unit_base`
    give the normalised pair (1.125e14, "đồng"). `low` and `high` bound what the
    printed precision and the qualifier allow. `start` and `end` delimit the number
    with its unit in the text of `place`; `quote` is the clause around it, verbatim.
    `kind` is one of FIGURE_KINDS, `state` one of FIGURE_STATES. `of` is the whole
    of a ratio: 130/193 xã has value 130, of 193. `indicator` is an id of
    `resources/indicators.toml` or empty.
    """

    id: int
    place: Place
    start: int
    end: int
    quote: str
    value: float
    unit: str
    name: str = ""
    indicator: str = ""
    low: float | None = None
    high: float | None = None
    value_base: float | None = None
    unit_base: str = ""
    qualifier: str = ""
    kind: str = "level"
    period: str = ""
    period_start: str = ""
    period_end: str = ""
    state: str = "stated"
    of: float | None = None
    change: Change | None = None
    implied_previous: float | None = None


FIGURE_KINDS = ("level", "change", "share", "plan_attainment", "ratio", "rank", "target")
FIGURE_STATES = ("stated", "estimate", "plan", "implied", "corrected")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the importer could not place or left out, told to the user.

    `code` is a code of `resources/messages.toml` (TBC-nnn); `detail` fills the
    holes of its text; `count` says how often; `block_id` where, if it is known.
    """

    code: str
    detail: str = ""
    count: int = 1
    block_id: int | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """One report whole, in reading order."""

    data: ReportData
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    tables: tuple[Table, ...]
    figures: tuple[Figure, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """A step of a long work: `done` of `total` (0 if unknown), and what it is about to do."""

    done: int
    total: int
    step: str
    detail: str = ""


class Spine(NamedTuple):
    """What tells a report from others at a glance; `issuer` is the place where no issuer is known."""

    id: int
    issuer: str
    kind: str
    year: int | None
    period: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a report holds; shown on the receipt and on the shelf."""

    sections: int = 0
    notes: int = 0
    notes_linked: int = 0
    tables: int = 0
    figures: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one file offered for import.

    `status` is imported, known, revised or refused; `code` and `detail` say why a
    file was refused. `id` is 0 while it is not stored. `batch` is the import it was part
    of, `undone` tells that this import was taken back.
    """

    id: int
    path: str
    status: str
    report_id: int | None
    code: str
    detail: str
    counts: Counts
    findings: tuple[Finding, ...]
    at: str
    batch: int | None = None
    undone: bool = False


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A place where all the words stand. `marks` are (start, end) in `snippet`."""

    report_id: int
    section_id: int | None
    place: Place
    scope: str
    snippet: str
    marks: tuple[tuple[int, int], ...]


SEARCH_SCOPES = ("body", "notes", "tables")
FIGURE_SCOPE = "figures"
"""The scope of hits that were found by their amount, not by their words; asked for by an amount only."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The first hits, how many there are in all, and what was made of the query.

    `fallback` is set when the query's syntax could not be read and its words were
    searched instead; `capped` when `total` is only a lower bound.
    """

    query: str
    total: int
    hits: tuple[SearchHit, ...]
    fallback: bool = False
    capped: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a series: the figure, the report that states it, and its sentence.

    `year` and `period` are what the value speaks of, `report_year` is the year of the
    report that states it. `name` is what the report calls it; `context` says where it
    stands outside the running text: "row label · column heading" of a cell, "chú thích 12"
    of a note. `rule` is one of `db.indicators.implied.RULES` where the value was derived.
    A corrected value keeps the report's own in `original`, in the unit of the series.
    """

    year: int
    period: str
    value: float
    low: float | None
    high: float | None
    state: str
    report_id: int
    figure_id: int
    quote: str
    kind: str = "level"
    place: Place | None = None
    name: str = ""
    context: str = ""
    report_year: int | None = None
    qualifier: str = ""
    rule: str = ""
    original: float | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """A year from which on values cannot be compared with earlier ones; never join across it.

    `kind` is one of BREAK_KINDS; `before` and `after` are the reports' own words (a place,
    a standard, a base year, a unit). `report_id` is the first report of the new way.
    """

    year: int
    kind: str
    before: str
    after: str
    report_id: int


BREAK_KINDS = ("territory", "definition", "basis", "unit")


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator of one area over the years, in one unit. Every value of every report of the area is kept."""

    indicator: str
    name: str
    unit: str
    points: tuple[Point, ...]
    breaks: tuple[Break, ...] = ()
    area: str = ""
