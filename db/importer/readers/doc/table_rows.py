"""What a row says of its cells: edges, merges, whether it heads the table ([MS-DOC] 2.6.3, 2.9.318)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from db.importer.readers.doc.sprms import Prl, Sprm, signed16, unsigned
from db.importer.readers.shared.edged_tables import CellMerge, RowShape

_TC_BYTES = 20
_FIRST_MERGED, _MERGED = 1, 2
_ACROSS = 3
_DOWN_SHIFT = 5
# By these a row tells to which of two tables it belongs that stand with nothing between them.
_OF_THE_TABLE = (Sprm.T_F_BI_DI, Sprm.T_F_BI_DI_90, Sprm.T_PC, Sprm.T_DXA_ABS, Sprm.T_DYA_ABS)


@dataclass(frozen=True, slots=True)
class RowSays(RowShape):
    """A row as laid down. `style` (0 where not said) and `place` are the same for rows of one table."""

    style: int = 0
    place: tuple[int, ...] = ()

    def begins_table_after(self, above: RowSays) -> bool:
        """Whether this row is of another table than the one above it."""
        return self.place != above.place or (self.style != above.style and bool(self.style and above.style))


def row_says(modifiers: tuple[Prl, ...]) -> RowSays:
    """Read the modifiers of a row's end, in order: later ones change what sprmTDefTable laid down."""
    edges: list[int] = []
    merges: list[CellMerge] = []
    last = dict(modifiers)
    for sprm, operand in modifiers:
        if sprm == Sprm.T_DEF_TABLE and operand:
            edges, merges = _definition(operand)
        elif sprm == Sprm.T_VERT_MERGE and len(operand) >= 2 and operand[0] < len(merges):
            merges[operand[0]] = replace(merges[operand[0]], down=_down(operand[1]))
        elif sprm == Sprm.T_MERGE:
            for cell in range(operand[0], min(operand[1], len(merges))):
                across = "restart" if cell == operand[0] else "continue"
                merges[cell] = replace(merges[cell], across=across)
        elif sprm == Sprm.T_SPLIT:
            for cell in range(operand[0], min(operand[1], len(merges))):
                merges[cell] = replace(merges[cell], across="")
    is_header = unsigned(last.get(Sprm.T_TABLE_HEADER, b"")) == 1
    place = tuple(unsigned(last.get(sprm, b"")) for sprm in _OF_THE_TABLE)
    return RowSays(tuple(edges), tuple(merges), is_header, style=unsigned(last.get(Sprm.T_ISTD, b"")), place=place)


def _definition(operand: bytes) -> tuple[list[int], list[CellMerge]]:
    count = operand[0]
    edges = [signed16(operand, 1 + 2 * cell) for cell in range(count + 1) if 3 + 2 * cell <= len(operand)]
    first = 1 + 2 * (count + 1)
    merges = []
    for cell in range(count):
        flags = unsigned(operand[first + _TC_BYTES * cell : first + _TC_BYTES * cell + 2])
        merges.append(CellMerge(_across(flags & _ACROSS), _down(flags >> _DOWN_SHIFT)))
    return edges, merges


def _across(code: int) -> str:
    return "continue" if code & _MERGED else "restart" if code & _FIRST_MERGED else ""


def _down(code: int) -> str:
    """Read a VerticalMergeFlag (2.9.345)."""
    return {1: "continue", 3: "restart"}.get(code & 3, "")
