"""Two tables row by row: keyed by label and unit, columns by what they mean, cells by their values."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from db.comparison.alignment import rising
from db.comparison.columns import Column, Line, Sheet, dice, read_sheet, step_of
from db.comparison.evidence import title_words
from db.comparison.masking import keys
from db.comparison.ordering import ordered
from db.comparison.rows import CellPair, ColumnPair, RowPair, SectionPair, TablePair
from db.comparison.trees import Tree
from db.model import Cell, Place
from db.vietnamese.units import Unit, read_unit

_ENOUGH = 0.38
_SIMILAR_LABEL, _SIMILAR_HEADER = 0.75, 0.5


def pair_tables(
    left: Tree, right: Tree, units: Iterable[tuple[int, int]], sections: Sequence[SectionPair]
) -> list[TablePair]:
    """Return every table of both reports once, in the order of the right one."""
    sheets = [[read_sheet(tree.content, table) for table in tree.content.tables] for tree in (left, right)]
    together = set(units)
    scored = []
    for i, one in enumerate(sheets[0]):
        for j, two in enumerate(sheets[1]):
            place = (left.unit_of.get(one.table.section_id, 0), right.unit_of.get(two.table.section_id, 0))
            score = _alike(one, two, place in together)
            if score >= _ENOUGH:
                scored.append((-round(score, 6), i + j, i, j))
    partner: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for score, _, i, j in sorted(scored):
        if j not in partner and i not in taken:
            partner[j] = (i, -score)
            taken.add(i)
    drafts = [_draft(one, None, sections) for i, one in enumerate(sheets[0]) if i not in taken]
    for j, two in enumerate(sheets[1]):
        i, score = partner.get(j, (-1, 1.0))
        drafts.append(_draft(sheets[0][i] if i >= 0 else None, two, sections, score))
    return [replace(pair, id=place) for place, pair in enumerate(in_order(drafts), start=1)]


def in_order(pairs: Sequence[TablePair]) -> list[TablePair]:
    """Return pairs of tables in the order of the right report."""
    return ordered(
        pairs,
        lambda pair: None if pair.left is None else (pair.left,),
        lambda pair: None if pair.right is None else (pair.right,),
    )


def _draft(one: Sheet | None, two: Sheet | None, sections: Sequence[SectionPair], score: float = 1.0) -> TablePair:
    ids = one.table.id if one else None, two.table.id if two else None
    at = _section(one, two, sections)
    if one is None or two is None:
        return TablePair(0, *ids, "dropped" if one else "new", 1.0, section=at)
    columns = pair_columns(one, two)
    pairs = match_lines(one.lines, two.lines)
    order = {line.row: place for place, line in enumerate(two.lines)}
    stays = set(rising([order[b.row] for _, b in pairs]))
    moved = {a.row for place, (a, _) in enumerate(pairs) if place not in stays}
    rows = pair_rows(one, two, columns, pairs, moved)
    return TablePair(0, *ids, "paired", round(min(1.0, score), 3), columns, rows, at)


def _section(one: Sheet | None, two: Sheet | None, sections: Sequence[SectionPair]) -> int | None:
    side, sheet = ("right", two) if two else ("left", one)
    section = sheet.table.section_id if sheet else None
    fits = [pair for pair in sections if section is not None and getattr(pair, side) == section]
    other = one.table.section_id if one else None
    fits.sort(key=lambda pair: (pair.left != other, -pair.confidence))
    return fits[0].id if fits else None


def _alike(one: Sheet, two: Sheet, together: bool) -> float:
    captions = dice(_caption(one), _caption(two))
    labels = dice(tuple(" ".join(line.key) for line in one.lines), tuple(" ".join(line.key) for line in two.lines))
    heads = dice(_heads(one), _heads(two))
    return 0.4 * labels + 0.3 * captions + 0.15 * heads + 0.15 * together


def _caption(sheet: Sheet) -> tuple[str, ...]:
    text = sheet.table.caption
    head, _, rest = text.partition(". ")
    return title_words(rest if rest and len(head) < 12 else text)


def _heads(sheet: Sheet) -> tuple[str, ...]:
    return tuple(word for column in sheet.columns for word in column.key)


def pair_columns(one: Sheet, two: Sheet) -> tuple[ColumnPair, ...]:
    """Pair the columns of data: the same caption first, then the most alike whose years agree, then what is left over
    at the same place."""
    left, right = list(one.columns), list(two.columns)
    pairs: list[tuple[Column, Column]] = []
    scored = sorted(
        (-round(dice(a.key, b.key), 6), abs(x - y), x + y, x, y)
        for x, a in enumerate(left)
        for y, b in enumerate(right)
        if _years(a) == _years(b) and (dice(a.key, b.key) >= _SIMILAR_HEADER or (not a.key and not b.key))
    )
    used: tuple[set[int], set[int]] = (set(), set())
    for *_, x, y in scored:
        if x not in used[0] and y not in used[1]:
            pairs.append((left[x], right[y]))
            used[0].add(x)
            used[1].add(y)
    rest = [[column for at, column in enumerate(side) if at not in used[n]] for n, side in enumerate((left, right))]
    if len(rest[0]) == len(rest[1]) == 1 and _years(rest[0][0]) == _years(rest[1][0]):
        pairs.append((rest[0][0], rest[1][0]))
        rest = [[], []]
    found = [ColumnPair(a.index, b.index, a.header, b.header) for a, b in pairs]
    found += [ColumnPair(a.index, None, a.header, "") for a in rest[0]]
    found += [ColumnPair(None, b.index, "", b.header) for b in rest[1]]
    return columns_in_order(found)


def columns_in_order(pairs: Sequence[ColumnPair]) -> tuple[ColumnPair, ...]:
    """Return pairs of columns in the order of the right table."""
    return tuple(
        ordered(
            pairs,
            lambda pair: None if pair.left is None else (pair.left,),
            lambda pair: None if pair.right is None else (pair.right,),
        )
    )


def _years(column: Column) -> frozenset[str]:
    return frozenset(word for word in column.key if word.startswith("‹"))


def pair_rows(
    one: Sheet,
    two: Sheet,
    columns: Sequence[ColumnPair],
    pairs: Sequence[tuple[Line, Line]],
    moved: Container[int],
) -> tuple[RowPair, ...]:
    """Compare the rows of two tables; `pairs` are those that belong together, `moved` the left ones out of order."""
    found: list[RowPair] = []
    for a, b in pairs:
        cells = compare_cells(one, two, a, b, columns)
        kind = "changed" if any(cell.kind != "same" for cell in cells) else "same"
        kind = "moved" if a.row in moved else kind
        found.append(RowPair(kind, a.row, b.row, b.label, b.unit, b.group, cells))
    lefts, rights = {a.row for a, _ in pairs}, {b.row for _, b in pairs}
    for line in one.lines:
        if line.row not in lefts:
            cells = tuple(_one_sided(one, line, column, left=True) for column in columns if column.left in line.cells)
            found.append(RowPair("removed", line.row, None, line.label, line.unit, line.group, cells))
    for line in two.lines:
        if line.row not in rights:
            cells = tuple(_one_sided(two, line, column, left=False) for column in columns if column.right in line.cells)
            found.append(RowPair("added", None, line.row, line.label, line.unit, line.group, cells))
    return tuple(
        ordered(
            found,
            lambda row: None if row.left is None else (row.left,),
            lambda row: None if row.right is None else (row.right,),
            lambda row: row.kind != "moved",
        )
    )


def match_lines(lefts: Sequence[Line], rights: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Pair rows by label, unit and group, then by label and unit, by indicator, and by the most alike label."""
    pairs: dict[int, Line] = {}
    used: set[int] = set()

    def take(a: Line, b: Line) -> None:
        if a.row not in pairs and b.row not in used:
            pairs[a.row] = b
            used.add(b.row)

    for whole in (True, False):
        waiting: dict[tuple[str, ...], list[Line]] = defaultdict(list)
        for b in rights:
            if b.row not in used:
                waiting[_key(b, whole)].append(b)
        for a in lefts:
            if a.row not in pairs and waiting[_key(a, whole)]:
                take(a, waiting[_key(a, whole)].pop(0))
    rest = [a for a in lefts if a.row not in pairs], [b for b in rights if b.row not in used]
    for a, b in [*_of_one_indicator(*rest), *_of_like_label(*rest)]:
        take(a, b)
    return [(a, pairs[a.row]) for a in lefts if a.row in pairs]


def _of_one_indicator(lefts: Sequence[Line], rights: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Rows that alone on each side are of one indicator and measure."""
    found = [
        (a, b) for a in lefts for b in rights if a.indicator and a.indicator == b.indicator and _same_measure(a, b)
    ]
    times = [Counter(pair[side].row for pair in found) for side in (0, 1)]
    return [(a, b) for a, b in found if times[0][a.row] == 1 == times[1][b.row]]


def _of_like_label(lefts: Sequence[Line], rights: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Rows of like labels and one measure, the most alike first."""
    scored = [
        (-round(dice(a.key, b.key), 6), abs(x - y), x + y, x, y)
        for x, a in enumerate(lefts)
        for y, b in enumerate(rights)
        if dice(a.key, b.key) >= _SIMILAR_LABEL and _same_measure(a, b)
    ]
    return [(lefts[x], rights[y]) for *_, x, y in sorted(scored)]


def _key(line: Line, whole: bool) -> tuple[str, ...]:
    unit = read_unit(line.unit) if line.unit else None
    base = unit.base if unit else " ".join(keys(line.unit))
    return (*line.key, "|", base, *(("|", *keys(line.group)) if whole else ()))


def _same_measure(a: Line, b: Line) -> bool:
    units = [read_unit(line.unit) if line.unit else None for line in (a, b)]
    if units[0] and units[1]:
        return units[0].base == units[1].base
    return not a.unit or not b.unit or keys(a.unit) == keys(b.unit)


def compare_cells(one: Sheet, two: Sheet, a: Line, b: Line, columns: Sequence[ColumnPair]) -> tuple[CellPair, ...]:
    """Compare the cells of one row in every pair of columns where either has words."""
    found = []
    for column in columns:
        cells = (
            a.cells.get(-1 if column.left is None else column.left),
            b.cells.get(-1 if column.right is None else column.right),
        )
        if column.left is not None and column.right is not None and any(cells):
            found.append(_compared(one, two, (a, b), cells, column.right_header))
    return tuple(found)


def _one_sided(sheet: Sheet, line: Line, column: ColumnPair, left: bool) -> CellPair:
    cell = line.cells[(column.left if left else column.right) or 0]
    place, header = _place(sheet, cell), column.left_header if left else column.right_header
    if left:
        return CellPair("removed", place, None, cell.text, "", header)
    return CellPair("added", None, place, "", cell.text, header)


def _compared(
    one: Sheet, two: Sheet, lines: tuple[Line, Line], cells: tuple[Cell | None, Cell | None], header: str
) -> CellPair:
    left, right = cells
    if left is None or right is None:
        cell, sheet, kind = (right, two, "added") if right else (left, one, "removed")
        assert cell is not None
        place = _place(sheet, cell)
        if right:
            return CellPair(kind, None, place, "", cell.text, header)
        return CellPair(kind, place, None, cell.text, "", header)
    places = _place(one, left), _place(two, right)
    texts = left.text, right.text
    if left.value is None or right.value is None:
        kind = "same" if keys(left.text) == keys(right.text) and _sign(left) == _sign(right) else "changed"
        return CellPair(kind, *places, *texts, header)
    factor = _factor(one, lines[0], left, header) / _factor(two, lines[1], right, header)
    delta = right.value - left.value * factor
    tolerance = max(step_of(left.text) * factor, step_of(right.text)) / 2
    kind = "same" if abs(delta) <= tolerance * (1 + 1e-9) else "changed"
    percent = (
        None if left.value == 0 or "%" in lines[1].unit + two.unit + header else 100 * delta / abs(left.value * factor)
    )
    return CellPair(kind, *places, *texts, header, _rounded(delta), None if percent is None else _rounded(percent))


def _sign(cell: Cell) -> str:
    bare = cell.text.strip()
    return bare if bare in {"-", "–", "x", "…", "..."} else ""


def _rounded(value: float) -> float:
    return float(f"{value:.10g}")


def _factor(sheet: Sheet, line: Line, cell: Cell, header: str) -> float:
    for text in (cell.unit, line.unit, header, sheet.unit):
        unit: Unit | None = read_unit(text) if text else None
        if unit:
            return unit.factor
    return 1.0


def _place(sheet: Sheet, cell: Cell) -> Place:
    return Place(table_id=sheet.table.id, row=cell.row, col=cell.col)
