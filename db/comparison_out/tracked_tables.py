"""Tables with tracked changes: cell by cell where both are built alike, else the old one out and the new one in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from db.comparison.rows import TablePair
from db.comparison_out.chain import heaviest_chain, steps
from db.comparison_out.revised import Piece, Text
from db.comparison_out.wordml import Element, Tracker, w
from db.model import Cell, Table

Revise = Callable[[Text | None, Text | None], list[Piece]]

_FULL = "5000"  # fiftieths of a per cent of the width of the text


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of a row: `merge` is restart where a cell begins that goes on below, continue where it does."""

    col: int
    colspan: int
    merge: str
    cell: Cell | None

    @property
    def shape(self) -> tuple[int, int, str]:
        """What must be alike for two slots to be one."""
        return self.col, self.colspan, self.merge


Row = tuple[Slot, ...]


def rows_of(table: Table) -> list[Row]:
    """Return the rows as Word wants them: every column covered once."""
    owner: dict[tuple[int, int], Cell] = {}
    for cell in table.cells:
        for row in range(cell.row, min(cell.row + cell.rowspan, table.rows)):
            for col in range(cell.col, min(cell.col + cell.colspan, table.cols)):
                owner.setdefault((row, col), cell)
    return [_row_of([owner.get((row, col)) for col in range(table.cols)], row) for row in range(table.rows)]


def _row_of(owners: Sequence[Cell | None], row: int) -> Row:
    slots: list[Slot] = []
    col = 0
    while col < len(owners):
        cell = owners[col]
        width = 1
        while cell is not None and col + width < len(owners) and owners[col + width] is cell:
            width += 1
        merge = "" if cell is None or cell.rowspan == 1 else "restart" if cell.row == row else "continue"
        slots.append(Slot(col, width, merge, None if merge == "continue" else cell))
        col += width
    return tuple(slots)


def tracked_table(
    old: Table | None, new: Table | None, pair: TablePair | None, tracker: Tracker, revise: Revise
) -> list[tuple[str, Element]]:
    """Return the tables that stand for both, each with its kind: same, dropped or new."""
    if old is not None and new is not None and pair is not None:
        order = _together(old, new, pair)
        if order is not None:
            return [("same", _table(old, new, order, tracker, revise))]
    found = []
    if old is not None:
        found.append(("dropped", _table(old, None, [(row, None) for row in range(old.rows)], tracker, revise)))
    if new is not None:
        found.append(("new", _table(None, new, [(None, row) for row in range(new.rows)], tracker, revise)))
    return found


def _together(old: Table, new: Table, pair: TablePair) -> list[tuple[int | None, int | None]] | None:
    """Return the rows of both in one order, None where one grid cannot hold both tables."""
    if old.cols != new.cols or any(column.left != column.right for column in pair.columns):
        return None
    rows = rows_of(old), rows_of(new)
    chain = heaviest_chain({ends: weight for ends, weight in _candidates(old, new, pair, rows).items() if weight})
    order = steps(chain, old.rows, new.rows)
    alone = [rows[side][at] for ends in order if None in ends for side, at in enumerate(ends) if at is not None]
    return None if any(slot.merge for row in alone for slot in row) else order


def _candidates(
    old: Table, new: Table, pair: TablePair, rows: tuple[list[Row], list[Row]]
) -> dict[tuple[int, int], float]:
    found = {(row.left, row.right): 4.0 for row in pair.rows if row.left is not None and row.right is not None}
    keyed = {row.left for row in pair.rows}, {row.right for row in pair.rows}
    for at in range(min(old.header_rows, new.header_rows)):
        found.setdefault((at, at), 3.0)
    words = [[tuple(slot.cell.text if slot.cell else "" for slot in row) for row in side] for side in rows]
    for one, line in enumerate(words[0]):
        if one not in keyed[0]:
            found.update(
                {(one, two): 2.0 for two, other in enumerate(words[1]) if two not in keyed[1] and line == other}
            )
    return {ends: weight for ends, weight in found.items() if _shape(rows[0][ends[0]]) == _shape(rows[1][ends[1]])}


def _shape(row: Row) -> tuple[tuple[int, int, str], ...]:
    return tuple(slot.shape for slot in row)


def _table(
    old: Table | None,
    new: Table | None,
    order: Sequence[tuple[int | None, int | None]],
    tracker: Tracker,
    revise: Revise,
) -> Element:
    table = new or old
    assert table is not None
    rows = [rows_of(one) if one is not None else [] for one in (old, new)]
    about = w("tblPr", w("tblStyle", val="TableGrid"), w("tblW", w=_FULL, type="pct"))
    width = str(9354 // max(1, table.cols))
    made = w("tbl", about, w("tblGrid", *(w("gridCol", w=width) for _ in range(table.cols))))
    for one, two in order:
        lines = None if one is None else rows[0][one], None if two is None else rows[1][two]
        head = table.header_rows > ((two if two is not None else one) or 0)
        made.append(_row(lines, head, tracker, revise))
    return made


def _row(lines: tuple[Row | None, Row | None], head: bool, tracker: Tracker, revise: Revise) -> Element:
    kind = "new" if lines[0] is None else "dropped" if lines[1] is None else "same"
    about = w("trPr", w("cantSplit"))
    if head:
        about.append(w("tblHeader"))
    if kind != "same":
        about.append(tracker.revision(kind))
    shown = lines[1] or lines[0] or ()
    made = w("tr", about)
    for place, slot in enumerate(shown):
        texts = [None if line is None else _text(line[place].cell) for line in lines]
        made.append(_cell(slot, revise(texts[0], texts[1]), head, tracker))
    return made


def _text(cell: Cell | None) -> Text:
    return Text(cell.text, cell.marks) if cell is not None else Text()


def _cell(slot: Slot, pieces: Sequence[Piece], head: bool, tracker: Tracker) -> Element:
    about = w("tcPr")
    if slot.colspan > 1:
        about.append(w("gridSpan", val=str(slot.colspan)))
    if slot.merge == "restart":
        about.append(w("vMerge", val="restart"))
    elif slot.merge:
        about.append(w("vMerge"))
    number = slot.cell is not None and slot.cell.value is not None
    align = "center" if head else "right" if number else ""
    return w("tc", about, tracker.paragraph(pieces, "TableText", align))
