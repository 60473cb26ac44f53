"""A table made of figures of the text, in the layout offices build by hand ("Lập bảng từ lời văn")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from db.export.cells import counted_number, figure_cell, text_cell
from db.export.corrected import count_corrected, note_of
from db.export.figures import Chosen
from db.export.records import FigureRecord
from db.export.table import BLANK, COVERED, ExportCell, ExportNote, ExportTable, Row
from db.export.words import words
from db.model import Content

_WIDTHS = (6, 40, 14, 14, 14, 14, 12, 12)
_HUNDRED = Decimal(100)
_TAKEN = frozenset({"level", "target", "plan_attainment"})
_COMPUTED, _IMPLIED = 0, 1  # the two notes such a table may need


@dataclass(frozen=True, slots=True)
class Line:
    """What is known of one indicator: its figure of the year, of the year before, and the plan; any may be missing.

    `attainment` is what the report itself says of the plan's fulfilment, in %.
    """

    name: str
    unit: str
    current: FigureRecord | None = None
    previous: FigureRecord | None = None
    plan: FigureRecord | None = None
    attainment: FigureRecord | None = None


def default_figures(content: Content, year: int) -> tuple[int, ...]:
    """Return the numbers of the figures a clerk would take: known indicators of the year or the year before.

    Of the year itself quantities, targets and how far the plan was met; of the year before quantities.
    """
    found = []
    for number, figure in enumerate(content.figures, 1):
        its_year = figure.period_end[:4] or str(content.data.year or "")
        is_level = figure.kind == "level" and figure.state != "plan"
        fits = (its_year == str(year) and figure.kind in _TAKEN) or (its_year == str(year - 1) and is_level)
        if figure.place.table_id is None and figure.indicator and fits:
            found.append(number)
    return tuple(found)


def lines_of(records: Iterable[FigureRecord], year: int) -> tuple[Line, ...]:
    """Return one line per indicator and unit (per name, where the indicator is not known), as they first come.

    The first figure of a kind counts; others of the same indicator, unit and year become
    lines of their own. Figures of other years, for which there is no column, are left out.
    """
    lines: list[tuple[tuple[str, str], Line]] = []
    for record in records:
        role = _role(record, year)
        if not role:
            continue
        key = (record.indicator or record.name, "" if role == "attainment" else record.unit)
        at = next((at for at, (its, line) in enumerate(lines) if _fits(its, key) and not getattr(line, role)), None)
        if at is None:
            lines.append((key, _with(Line(record.name, record.unit), role, record)))
        else:
            its, line = lines[at]
            lines[at] = ((its[0], its[1] or key[1]), _with(_named(line, record, role), role, record))
    return tuple(line for _, line in lines)


def clerk_table(chosen: Sequence[Chosen], year: int, language: str = "vi") -> ExportTable:
    """Return the table of chosen figures for `year`.

    What the reports do not print (a ratio, the year before told by a rise) is computed
    and marked as such: ratios to one decimal, the year before to the decimals of its year.
    """
    records = tuple(record for one in chosen for record in one.records)
    left_out = sum(not _role(record, year) for record in records)
    lines = lines_of(records, year)
    told = _Told(language)
    rows = tuple(_row(number, line, told) for number, line in enumerate(lines, 1))
    used = sorted({number for row in rows for cell in row for _, number in cell.marks})
    stated = all(line.current is None or _state(line.current) != "estimate" for line in lines)
    title = f"{words('figures', language)} {year}"
    return ExportTable(
        name=title,
        caption=words("clerk_caption", language, year=year),
        head=_head(year, stated, language),
        rows=tuple(tuple(_renumbered(cell, used) for cell in row) for row in rows),
        notes=tuple(told.note(number, at) for at, number in enumerate(used)),
        origins=tuple(one.whole for one in chosen),
        remarks=(words("other_years", language, value=left_out),) if left_out else (),
        widths=_WIDTHS,
        links=tuple(_link(line) for line in lines),
        records=records,
        corrected=count_corrected(records),
    )


class _Told:
    """The notes of the table: two on what was computed, marked by stars, and one per corrected value, by numbers."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._corrected: list[str] = []

    def number(self, record: FigureRecord) -> int:
        """Return the number of the note a corrected value needs."""
        self._corrected.append(note_of(record, self._language))
        return len(_NOTES) + len(self._corrected) - 1

    def note(self, number: int, at: int) -> ExportNote:
        """Return the note of a number; `at` counts the notes that are used, from 0."""
        if number in _NOTES:
            return ExportNote("*" * (at + 1), words(_NOTES[number], self._language))
        return ExportNote(str(number - len(_NOTES) + 1), self._corrected[number - len(_NOTES)])


_NOTES = {_COMPUTED: "computed", _IMPLIED: "from_change"}


def _role(record: FigureRecord, year: int) -> str:
    """Return which figure of a line it is; empty for one of a year that the table has no column for."""
    its_year = year if record.year is None else record.year
    if record.kind == "plan_attainment":
        return "attainment" if its_year == year else ""
    if _state(record) == "plan" or record.kind == "target":
        return "plan" if its_year == year else ""
    return {year: "current", year - 1: "previous"}.get(its_year, "")


def _state(record: FigureRecord) -> str:
    """Return what the report says of a figure's state; that it was corrected says nothing of it."""
    return record.original_state or record.state


def _with(line: Line, role: str, record: FigureRecord) -> Line:
    return replace(line, **{role: record})  # type: ignore[arg-type]  # a role is one of the four figures of a line


def _fits(its: tuple[str, str], key: tuple[str, str]) -> bool:
    return its[0] == key[0] and (its[1] == key[1] or not its[1] or not key[1])


def _named(line: Line, record: FigureRecord, role: str) -> Line:
    """A line that so far only knew how far the plan was met takes the unit of its first quantity."""
    only = line.attainment is not None and not (line.current or line.previous or line.plan)
    return replace(line, unit=record.unit) if only and role != "attainment" else line


def _head(year: int, stated: bool, language: str) -> tuple[Row, Row]:
    def tall(key: str, **holes: object) -> ExportCell:
        return replace(text_cell(words(key, language, **holes)), rowspan=2)

    current = tall("result" if stated else "estimate", year=year)
    first = (tall("number"), tall("indicator"), tall("unit"), tall("previous", year=year - 1), tall("plan", year=year))
    pair = replace(text_cell(words("compared", language)), colspan=2)
    below = (text_cell(words("to_previous", language)), text_cell(words("to_plan", language)))
    return (*first, current, pair, COVERED), (*[COVERED] * 6, *below)


def _row(number: int, line: Line, told: _Told) -> Row:
    previous = _cell(line.previous, told)
    current, plan, met = _cell(line.current, told), _cell(line.plan, told), _cell(line.attainment, told)
    ratio = _ratio(current, previous, line.unit)
    if previous is BLANK:
        previous, ratio = _implied(line.current), _risen(line.current)
    return (
        counted_number(number),
        text_cell(line.name),
        text_cell(line.unit),
        previous,
        plan,
        current,
        ratio,
        met if met is not BLANK else _ratio(current, plan, line.unit),
    )


def _cell(record: FigureRecord | None, told: _Told) -> ExportCell:
    if record is None:
        return BLANK
    cell = figure_cell(record, record.decimals, record.unit)
    return cell if record.original is None else replace(cell, marks=((len(cell.text), told.number(record)),))


def _implied(record: FigureRecord | None) -> ExportCell:
    """Return the year before as the stated rise or fall of a quantity tells it."""
    if record is None or record.implied_previous is None or record.kind != "level":
        return BLANK
    cell = counted_number(round(record.implied_previous, record.decimals), record.decimals, record.unit)
    return replace(cell, marks=((len(cell.text), _IMPLIED),))


def _risen(record: FigureRecord | None) -> ExportCell:
    """Return a quantity in % of the year before where the report states its rise or fall in %."""
    if record is None or record.change_value is None or record.change_unit != "%" or record.kind != "level":
        return BLANK
    rise = Decimal(repr(record.change_value))
    cell = counted_number(float(_HUNDRED + (rise if record.change_direction == "tăng" else -rise)), unit="%")
    return replace(cell, marks=((len(cell.text), _IMPLIED),))


def _ratio(current: ExportCell, whole: ExportCell, unit: str) -> ExportCell:
    """Return current / whole in %; blank for shares and rates, of which no office takes a ratio."""
    if current.value is None or not whole.value or unit.startswith(("%", "điểm")) or whole.value < 0:
        return BLANK
    ratio = current.value / whole.value * _HUNDRED
    cell = counted_number(float(ratio), 1, "%")
    return replace(cell, marks=((len(cell.text), _COMPUTED),))


def _renumbered(cell: ExportCell, used: Sequence[int]) -> ExportCell:
    if not cell.marks:
        return cell
    return replace(cell, marks=tuple((offset, used.index(number)) for offset, number in cell.marks))


def _link(line: Line) -> str:
    known = (line.current, line.plan, line.previous, line.attainment)
    return next((record.link for record in known if record is not None), "")
