"""The tables that account for an export: which tables there are, and where each of them comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from db.export.cells import counted_number, linked_cell, text_cell
from db.export.options import ExportOptions
from db.export.table import BLANK, ExportTable, Row
from db.export.words import citation, words

_SOURCES = (
    "sheet", "caption", "report", "issuer", "year", "dated",
    "section", "heading", "paragraph", "file", "sha256", "link",
)  # fmt: skip
_SOURCE_WIDTHS = (18, 36, 40, 18, 7, 12, 10, 30, 7, 28, 66, 40)
_INDEX = ("number", "sheet", "caption", "report", "rows")
_INDEX_WIDTHS = (6, 18, 50, 50, 8)


def index_table(tables: Sequence[ExportTable], names: Sequence[str], language: str) -> ExportTable:
    """Return the list of tables with the names they have in the file."""
    rows = tuple(
        _index_row(at, table, name, language) for at, (table, name) in enumerate(zip(tables, names, strict=True), 1)
    )
    title = words("index", language)
    return ExportTable(title, title, (_heads(_INDEX, language),), rows, widths=_INDEX_WIDTHS)


def sources_table(tables: Sequence[ExportTable], names: Sequence[str], options: ExportOptions) -> ExportTable:
    """Return where the tables come from: one row per table and origin; below it the caveats."""
    pairs = zip(tables, names, strict=True)
    rows = tuple(_source_row(table, name, at) for table, name in pairs for at in range(max(1, len(table.origins))))
    title = words("sources", options.language)
    heads = (_heads(_SOURCES, options.language),)
    return ExportTable(title, title, heads, rows, remarks=tuple(caveats(tables, options)), widths=_SOURCE_WIDTHS)


def caveats(tables: Sequence[ExportTable], options: ExportOptions) -> Iterable[str]:
    """Yield what has to be known of exported tables, one sentence each."""
    language = options.language
    corrected = sum(table.corrected for table in tables)
    if corrected:
        yield words("caveat_corrected", language, value=corrected)
    elif any(table.origins for table in tables):
        yield words("caveat_printed", language)
    doubtful = sum(table.doubtful for table in tables)
    if doubtful:
        yield words("caveat_doubtful", language, value=doubtful)
    if any(origin.sample for table in tables for origin in table.origins):
        yield words("caveat_sample", language)
    if options.at:
        yield words("exported", language, value=day(options.at))


def source_lines(table: ExportTable, options: ExportOptions) -> tuple[str, ...]:
    """Return the lines below a table: its remarks, and its source where that is asked for."""
    if not options.sources:
        return table.remarks
    return (*table.remarks, *sourced(table, options))


def sourced(table: ExportTable, options: ExportOptions) -> dict[str, str]:
    """Return the lines that tell where a table comes from, each with the link to that place."""
    found: dict[str, str] = {}
    for origin in table.origins:
        line = citation(origin, options.language)
        if line:
            found.setdefault(words("source_line", options.language, value=line), origin.link)
    return found


def day(moment: str) -> str:
    """Return the day of an ISO moment as 24/11/2026; the moment itself where it is none."""
    parts = moment[:10].split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 else moment


def _heads(keys: Iterable[str], language: str) -> Row:
    return tuple(text_cell(words(key, language)) for key in keys)


def _index_row(number: int, table: ExportTable, name: str, language: str) -> Row:
    cited = "; ".join(dict.fromkeys(citation(origin, language) for origin in table.origins))
    texts = (text_cell(name), text_cell(table.caption), text_cell(cited))
    return (counted_number(number), *texts, counted_number(len(table.rows)))


def _source_row(table: ExportTable, name: str, at: int) -> Row:
    names = (text_cell(name), text_cell(table.caption))
    if at >= len(table.origins):
        return (*names, *[BLANK] * (len(_SOURCES) - 2))
    origin = table.origins[at]
    # Years and paragraphs only name: as text they are not summed, and 2023 is not made 2.023.
    year, paragraph = str(origin.year or ""), str(origin.paragraph or "")
    facts = (origin.title, origin.issuer, origin.period or year, day(origin.date) if origin.date else "")
    place = (origin.section, origin.heading, paragraph, origin.file, origin.sha256)
    return (*names, *map(text_cell, (*facts, *place)), linked_cell(origin.link, origin.link))
