"""The shape of a library file: its number, its tables, and how the ids in it are made.

Every id of a report's parts carries the report: report * ROOM + n, in reading order.
Blocks, notes and cells (the passages that can be searched) share that room: blocks
from 1, notes from NOTES + 1, cells from CELLS + 1, so that a row number of the search
index alone says which report and which kind of passage it is.
"""

from __future__ import annotations

APPLICATION_ID = 0x54424331
"""The letters TBC1 at offset 68 of the file."""

VERSION = 5
"""The newest `user_version` this program writes."""

SEALED_SINCE = 4
"""From this version on every row the user reads has a seal (`db.seals`)."""

ROOM = 10_000_000
NOTES = 4_000_000
CELLS = 5_000_000

META = """
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID
"""

REPORT = """
CREATE TABLE report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    issuer TEXT NOT NULL,
    place TEXT NOT NULL,
    number TEXT NOT NULL,
    date TEXT NOT NULL,
    year INTEGER,
    period TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    signed_as TEXT NOT NULL,
    resolution TEXT NOT NULL,
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    source_name TEXT NOT NULL,
    source_path TEXT NOT NULL,
    source_sha256 TEXT NOT NULL UNIQUE,
    source_format TEXT NOT NULL,
    source_bytes INTEGER NOT NULL,
    imported_at TEXT NOT NULL,
    digest TEXT NOT NULL,
    sections INTEGER NOT NULL,
    notes INTEGER NOT NULL,
    notes_linked INTEGER NOT NULL,
    tables INTEGER NOT NULL,
    figures INTEGER NOT NULL
) STRICT
"""

SECTION = """
CREATE TABLE section (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    parent_id INTEGER REFERENCES section (id),
    level INTEGER NOT NULL CHECK (level >= 1),
    number TEXT NOT NULL,
    marker TEXT NOT NULL,
    title TEXT NOT NULL,
    opening TEXT NOT NULL
) STRICT
"""

DATA_TABLE = """
CREATE TABLE data_table (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    section_id INTEGER REFERENCES section (id),
    caption TEXT NOT NULL,
    rows INTEGER NOT NULL,
    cols INTEGER NOT NULL,
    header_rows INTEGER NOT NULL
) STRICT
"""

CELL = """
CREATE TABLE cell (
    id INTEGER PRIMARY KEY,
    table_id INTEGER NOT NULL REFERENCES data_table (id),
    row INTEGER NOT NULL CHECK (row >= 0),
    col INTEGER NOT NULL CHECK (col >= 0),
    rowspan INTEGER NOT NULL CHECK (rowspan >= 1),
    colspan INTEGER NOT NULL CHECK (colspan >= 1),
    text TEXT NOT NULL,
    value REAL,
    unit TEXT NOT NULL,
    UNIQUE (table_id, row, col)
) STRICT
"""

# `emphasis` is JSON, a list of [start, end, style]: only ever read with its block.
BLOCK = """
CREATE TABLE block (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    section_id INTEGER REFERENCES section (id),
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    table_id INTEGER REFERENCES data_table (id),
    align TEXT NOT NULL,
    emphasis TEXT NOT NULL
) STRICT
"""

NOTE = """
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    linked INTEGER NOT NULL CHECK (linked IN (0, 1))
) STRICT
"""

MARK = """
CREATE TABLE mark (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    note_id INTEGER NOT NULL REFERENCES note (id),
    block_id INTEGER REFERENCES block (id),
    table_id INTEGER,
    row INTEGER,
    col INTEGER,
    offset INTEGER NOT NULL CHECK (offset >= 0),
    FOREIGN KEY (table_id, row, col) REFERENCES cell (table_id, row, col),
    CHECK ((block_id IS NULL) + (table_id IS NULL) = 1),
    CHECK ((table_id IS NULL) = (row IS NULL) AND (table_id IS NULL) = (col IS NULL))
) STRICT
"""

FIGURE = """
CREATE TABLE figure (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    block_id INTEGER REFERENCES block (id),
    note_id INTEGER REFERENCES note (id),
    table_id INTEGER,
    row INTEGER,
    col INTEGER,
    start_ INTEGER NOT NULL CHECK (start_ >= 0),
    end_ INTEGER NOT NULL CHECK (end_ > start_),
    quote TEXT NOT NULL CHECK (quote <> ''),
    value REAL NOT NULL,
    unit TEXT NOT NULL,
    name TEXT NOT NULL,
    indicator TEXT NOT NULL,
    low REAL,
    high REAL,
    value_base REAL,
    unit_base TEXT NOT NULL,
    qualifier TEXT NOT NULL,
    kind TEXT NOT NULL,
    period TEXT NOT NULL,
    period_start TEXT NOT NULL,
    period_end TEXT NOT NULL,
    state TEXT NOT NULL,
    of_ REAL,
    change_direction TEXT,
    change_value REAL CHECK (change_value >= 0),
    change_unit TEXT,
    change_versus TEXT,
    implied_previous REAL,
    FOREIGN KEY (table_id, row, col) REFERENCES cell (table_id, row, col),
    CHECK ((block_id IS NULL) + (note_id IS NULL) + (table_id IS NULL) = 2),
    CHECK ((table_id IS NULL) = (row IS NULL) AND (table_id IS NULL) = (col IS NULL)),
    CHECK ((change_direction IS NULL) = (change_value IS NULL))
) STRICT
"""

FINDING = """
CREATE TABLE finding (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    count INTEGER NOT NULL,
    block_id INTEGER REFERENCES block (id)
) STRICT
"""

# A receipt outlives its report and keeps its own findings, as JSON.
RECEIPT = """
CREATE TABLE receipt (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('imported', 'known', 'revised', 'refused')),
    report_id INTEGER REFERENCES report (id) ON DELETE SET NULL,
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    sections INTEGER NOT NULL,
    notes INTEGER NOT NULL,
    notes_linked INTEGER NOT NULL,
    tables INTEGER NOT NULL,
    figures INTEGER NOT NULL,
    findings TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT
"""

# The index holds the folded words of every passage and no text of its own; its row number is the passage's id.
SEARCH_TEXT = """
CREATE VIRTUAL TABLE search_text USING fts5(text, content='', tokenize='unicode61 remove_diacritics 0')
"""

# What was done to the library as a whole and can be undone: an import with all its files, a removal.
CHANGE = """
CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('import', 'removal')),
    at TEXT NOT NULL,
    undone_at TEXT NOT NULL
) STRICT
"""

CHANGE_RECEIPT = """
CREATE TABLE change_receipt (
    receipt_id INTEGER PRIMARY KEY REFERENCES receipt (id),
    change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT
"""

# `body` is a whole report as compressed JSON, `batch` the import it came with, `replaced_by` the report that
# took its place, if one did.
BIN = """
CREATE TABLE bin (
    report_id INTEGER PRIMARY KEY,
    change_id INTEGER NOT NULL REFERENCES change (id),
    batch INTEGER,
    replaced_by INTEGER,
    removed_at TEXT NOT NULL,
    body BLOB NOT NULL
) STRICT
"""

# What the reader read where the user has put something else into the report's own row; `body` is JSON.
AS_READ = """
CREATE TABLE as_read (
    report_id INTEGER PRIMARY KEY REFERENCES report (id),
    body TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT
"""

# Which figures make a series: those of one indicator that speak of one area. Told by `figure.indicator` and the
# report's place and issuer alone (`db.linking`), kept so that a series reads its own rows and no others. Without row
# numbers, for `db.gathering` tells the tables of a damaged file by the shape of their rows.
SERIES = """
CREATE TABLE series (
    indicator TEXT NOT NULL,
    area TEXT NOT NULL,
    id INTEGER NOT NULL UNIQUE,
    PRIMARY KEY (indicator, area)
) STRICT, WITHOUT ROWID
"""

SERIES_FIGURE = """
CREATE TABLE series_figure (
    series_id INTEGER NOT NULL REFERENCES series (id),
    figure_id INTEGER NOT NULL REFERENCES figure (id),
    PRIMARY KEY (series_id, figure_id)
) STRICT, WITHOUT ROWID
"""

# What vouches for a row the user reads beside the digest of its report (`db.seals`).
SEAL = """
CREATE TABLE seal (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('report', 'receipt', 'change')),
    of_ INTEGER NOT NULL,
    digest TEXT NOT NULL,
    UNIQUE (kind, of_)
) STRICT
"""

# The words of the search index as it has them, and in how many passages each stands (`db.vocabulary`).
WORD = """
CREATE TABLE word (
    word TEXT PRIMARY KEY,
    passages INTEGER NOT NULL
) STRICT, WITHOUT ROWID
"""

FIRST_TABLES = (META, REPORT, SECTION, DATA_TABLE, CELL, BLOCK, NOTE, MARK, FIGURE, FINDING, RECEIPT, SEARCH_TEXT)
SECOND_TABLES = (CHANGE, CHANGE_RECEIPT, BIN, AS_READ)
THIRD_TABLES = (SERIES, SERIES_FIGURE)
FOURTH_TABLES = (SEAL,)
FIFTH_TABLES = (WORD,)
TABLES = FIRST_TABLES + SECOND_TABLES + THIRD_TABLES + FOURTH_TABLES + FIFTH_TABLES

FIRST_INDEXES = (
    "CREATE INDEX report_year ON report (year)",
    "CREATE INDEX section_report ON section (report_id)",
    "CREATE INDEX section_parent ON section (parent_id) WHERE parent_id IS NOT NULL",
    "CREATE INDEX data_table_report ON data_table (report_id)",
    "CREATE INDEX data_table_section ON data_table (section_id) WHERE section_id IS NOT NULL",
    "CREATE INDEX block_report ON block (report_id)",
    "CREATE INDEX block_section ON block (section_id) WHERE section_id IS NOT NULL",
    "CREATE INDEX block_table ON block (table_id) WHERE table_id IS NOT NULL",
    "CREATE INDEX note_report ON note (report_id)",
    "CREATE INDEX mark_report ON mark (report_id)",
    "CREATE INDEX mark_note ON mark (note_id)",
    "CREATE INDEX mark_block ON mark (block_id) WHERE block_id IS NOT NULL",
    "CREATE INDEX mark_cell ON mark (table_id, row, col) WHERE table_id IS NOT NULL",
    "CREATE INDEX figure_report ON figure (report_id)",
    "CREATE INDEX figure_block ON figure (block_id) WHERE block_id IS NOT NULL",
    "CREATE INDEX figure_note ON figure (note_id) WHERE note_id IS NOT NULL",
    "CREATE INDEX figure_cell ON figure (table_id, row, col) WHERE table_id IS NOT NULL",
    "CREATE INDEX figure_indicator ON figure (indicator, unit, name) WHERE indicator <> ''",
    "CREATE INDEX finding_report ON finding (report_id)",
    "CREATE INDEX finding_block ON finding (block_id) WHERE block_id IS NOT NULL",
    "CREATE INDEX receipt_report ON receipt (report_id) WHERE report_id IS NOT NULL",
)
SECOND_INDEXES = (
    "CREATE INDEX change_receipt_change ON change_receipt (change_id)",
    "CREATE INDEX bin_change ON bin (change_id)",
)
THIRD_INDEXES = (
    "CREATE INDEX report_area ON report (place, issuer)",
    "CREATE INDEX series_area ON series (area)",
    "CREATE UNIQUE INDEX series_figure_figure ON series_figure (figure_id)",
)
INDEXES = FIRST_INDEXES + SECOND_INDEXES + THIRD_INDEXES

FOREIGN_NAMES = frozenset(
    {
        "_sqlite_migrations",
        "search_text_config",
        "search_text_data",
        "search_text_docsize",
        "search_text_idx",
    }
)
"""Tables that sqlite-utils and FTS5 make for themselves; their wording may differ between their versions."""


def same_wording(left: str, right: str) -> bool:
    """Tell whether two statements differ in blanks and case only."""
    return "".join(left.split()).lower() == "".join(right.split()).lower()


def name_of(statement: str) -> str:
    """Return the name a CREATE statement gives."""
    words = statement.replace("(", " ").split()
    return words[2 if words[1] in ("TABLE", "INDEX") else 3]
