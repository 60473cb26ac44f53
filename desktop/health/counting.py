"""What a library holds and what is open in it: per report, and as lists one can walk. No widgets."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from db import health as checking
from db import queries
from db.checks.between import contradictions
from db.checks.inside import inside
from db.errors import DamagedLibrary
from db.explanations import explanation
from db.importer.figures import coverage, unused_numbers
from db.importer.figures.coverage import DOUBTFUL
from db.layers import Layers
from db.library import Library
from db.messages import words_for
from db.model import Content, Finding, Place, Progress, Report
from db.queries.content import ROW_CHANGED
from db.vietnamese.writing import MINUS, with_unit, written
from desktop.languages import current_language, translate
from desktop.session import Destination

LISTS = ("notes", "tables", "unused", "sums", "conflicts", "doubts", "findings", "damage")
"""What is counted, each with a list of its own."""
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list, and where it leads: a place, the series of `indicator`, or the review queue."""

    text: str
    detail: str
    destination: Destination | None = None
    indicator: str = ""
    figure_id: int = 0
    review: bool = False


@dataclass(frozen=True, slots=True)
class ReportHealth:
    """The counts of one report. `share` is, of the numbers that count something, the part that became figures."""

    report: Report
    sections: int
    notes: int
    linked: int
    tables: int
    figures: int
    share: float
    open: int


@dataclass(slots=True)
class Health:
    """The whole library; `missing` are years without a report between the first and the last."""

    reports: list[ReportHealth] = field(default_factory=list)
    lists: dict[str, list[Item]] = field(default_factory=lambda: {name: [] for name in LISTS})
    missing: list[int] = field(default_factory=list)


def examine(library: Library, layers: Layers) -> Generator[Progress, None, Health]:
    """Go through every report; for a Job, one step per report."""
    connection = library.reader()
    health = Health()
    reports = queries.reports(connection)
    for done, report in enumerate(reports):
        yield Progress(done, len(reports), "report", report.slug)
        content = _content(library, report, health)
        if content is None:
            continue
        before = sum(map(len, health.lists.values()))
        share = _read(report, content, health)
        _findings(report, queries.findings(connection, report.id), content, health)
        counts = (len(content.sections), len(content.notes), sum(note.linked for note in content.notes))
        more = sum(map(len, health.lists.values())) - before
        health.reports.append(ReportHealth(report, *counts, len(content.tables), len(content.figures), share, more))
    yield Progress(len(reports), len(reports), "series")
    with suppress(DamagedLibrary):  # told above, report by report
        _between(library, layers, {report.id: report for report in reports}, health)
    years = sorted({report.data.year for report in reports if report.data.year})
    health.missing = [year for year in range(years[0], years[-1]) if year not in years] if years else []
    return health


def check(library: Library) -> Generator[Progress, None, list[Item]]:
    """Look for damage everywhere, in the index and the structure as well; for a Job. Returns the list "damage" anew."""
    found = yield from checking.check(library)
    return [_damage(library, one.code, one.detail, one.report_id) for one in found]


def _damage(library: Library, code: str, detail: str, report_id: int | None) -> Item:
    words = words_for(code, current_language(), library.path.name, detail)
    place = Destination(report_id) if report_id is not None and code != checking.GONE else None
    return Item(words.what, f"{code} · {words.why}", place)


def _content(library: Library, report: Report, health: Health) -> Content | None:
    """Return a report; one that is not as it was imported is listed, and given as far as it can be read."""
    try:
        return queries.content(library.reader(), report.id)
    except DamagedLibrary as error:
        code = error.code if error.code == ROW_CHANGED else checking.CHANGED
        health.lists["damage"].append(_damage(library, code, report.slug, report.id))
    try:
        return queries.content(library.reader(), report.id, verify=False)
    except DamagedLibrary:
        return None


def _read(report: Report, content: Content, health: Health) -> float:
    """List notes without a mark, tables without a number, doubtful numbers, and sums that do not meet."""
    year = _name(report)
    for note in content.notes:
        if not note.linked:
            place = Destination(report.id, place=Place(note_id=note.id))
            health.lists["notes"].append(Item(f"[{note.label}] {_short(note.text)}", year, place))
    for table in content.tables:
        if not any(cell.value is not None for cell in table.cells):
            place = Destination(report.id, table.section_id, Place(table_id=table.id))
            name = table.caption or next((cell.text for cell in table.cells if cell.text.strip()), "")
            health.lists["tables"].append(Item(_short(name), year, place))
    found = unused_numbers(content)
    texts = {Place(block_id=block.id): block.text for block in content.blocks}
    texts.update({Place(note_id=note.id): note.text for note in content.notes})
    for where, start, end, reason in found:
        if reason in DOUBTFUL:
            text = texts.get(where, "")[max(0, start - _AROUND) : end + _AROUND]
            why = explanation("unused", reason, current_language())
            place = Destination(report.id, place=where, start=start, end=end)
            health.lists["unused"].append(Item(f"… {text} …", f"{year} · {why}", place))
    _sums(report, content, health)
    return coverage(content.figures, found).share


def _sums(report: Report, content: Content, health: Health) -> None:
    by_id = {figure.id: figure for figure in content.figures}
    for check in inside(content):
        if check.verdict != "differ":
            continue
        figure = by_id[check.figures[0]]
        what = explanation("check", check.rule, current_language())
        printed, computed = (with_unit(written(v, minus=MINUS), check.unit) for v in (check.printed, check.computed))
        text = translate("Health", "{what}: printed {printed}, computed {computed}")
        place = Destination(report.id, place=figure.place, start=figure.start, end=figure.end)
        line = text.format(what=what, printed=printed, computed=computed)
        health.lists["sums"].append(Item(line, f"{_name(report)} · {_short(check.quote)}", place))


def _findings(report: Report, findings: Iterable[Finding], content: Content, health: Health) -> None:
    sections = {block.id: block.section_id for block in content.blocks}
    for one in findings:
        words = words_for(one.code, current_language(), detail=one.detail, count=one.count)
        where = Place(block_id=one.block_id) if one.block_id else None
        place = Destination(report.id, sections.get(one.block_id or 0), where)
        health.lists["findings"].append(Item(words.what, f"{_name(report)} · {one.code}", place))


def _between(library: Library, layers: Layers, reports: dict[int, Report], health: Health) -> None:
    found = queries.series(library.reader(), layers=layers, outside=True)
    names = {series.indicator: series.name for series in found}
    for one in contradictions(found):
        if one.kind != "conflict":
            continue
        left, right = (with_unit(written(p.value, minus=MINUS), one.unit) for p in (one.left, one.right))
        text = translate("Health", "{name}, {year}: {left} in the report of {first}, {right} in that of {second}")
        line = text.format(
            name=names.get(one.indicator, one.indicator),
            year=one.year,
            left=left,
            first=_name(reports[one.left.report_id]),
            right=right,
            second=_name(reports[one.right.report_id]),
        )
        detail = explanation("contradiction", one.kind, current_language())
        item = Item(line, detail, None, one.indicator, one.right.figure_id)
        health.lists["conflicts"].append(item)
    for doubt in queries.review_queue(library.reader(), layers):
        what = explanation("doubt", doubt.kind, current_language())
        health.lists["doubts"].append(Item(doubt.reason, what, review=True))


def _name(report: Report) -> str:
    return report.data.period or str(report.data.year or "") or report.source.name


def _short(text: str, most: int = 110) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
