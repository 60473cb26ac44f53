"""How each paragraph is set, and where in a table it stands ([MS-DOC] 2.4.3, 2.4.6.1, 2.6.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from db.importer.readers.doc.properties import Stretch
from db.importer.readers.doc.sprms import Prl, Sprm, sprms_of, unsigned
from db.importer.readers.doc.stylesheet import StyleSheet
from db.importer.readers.doc.table_rows import RowSays, row_says

DEEPEST_TABLE = 50

_ALIGNMENTS = {1: "center", 2: "right", 3: "justify", 4: "justify", 5: "justify"}
_HEADING_LEVELS = 9
_IN_DATA_STREAM = (Sprm.P_HUGE_PAPX, Sprm.P_HUGE_PAPX_OLD, Sprm.P_TABLE_PROPS)
# What paragraphs may take from the Data stream altogether, in lengths of that stream: more is a bomb.
_TIMES_DATA = 8


@dataclass(frozen=True, slots=True)
class ParagraphSetting:
    """What a paragraph says of itself. `depth` counts the tables around it; `row` is set where a row of one ends."""

    istd: int
    heading: int | None
    align: str
    ilfo: int
    level: int
    depth: int
    ends_cell: bool
    row: RowSays | None


class ParagraphSettings:
    """Works out settings; a report knows few, so each is kept."""

    def __init__(self, sheet: StyleSheet, data: bytes) -> None:
        self._sheet = sheet
        self._data = data
        self._left = _TIMES_DATA * len(data)
        self._known: dict[tuple[int, bytes], ParagraphSetting] = {}

    def setting(self, stretch: Stretch, changes: bytes) -> ParagraphSetting:
        """Return how a paragraph is set: what its page of properties says, then what a fast save changed."""
        grpprl = stretch.grpprl + changes
        known = self._known.get((stretch.istd, grpprl))
        if known is None:
            said = tuple(self._modifiers(grpprl))
            last = dict(said)
            istd = unsigned(last[Sprm.P_ISTD]) if Sprm.P_ISTD in last else stretch.istd
            known = _worked_out(istd, {**self._sheet.style(istd).paragraph, **last}, said)
            self._known[stretch.istd, grpprl] = known
        return known

    def _modifiers(self, grpprl: bytes) -> Iterator[Prl]:
        """Yield the modifiers; those too long for a page of properties lie in the Data stream (2.9.191 PrcData)."""
        for sprm, operand in sprms_of(grpprl):
            if sprm in _IN_DATA_STREAM:
                at = unsigned(operand)
                size = int.from_bytes(self._data[at : at + 2], "little")
                self._left -= size
                if self._left < 0:
                    raise ValueError("paragraph properties repeat themselves")
                yield from sprms_of(self._data[at + 2 : at + 2 + size])
            else:
                yield sprm, operand


def _worked_out(istd: int, all_said: Mapping[int, bytes], said: tuple[Prl, ...]) -> ParagraphSetting:
    def number(sprm: Sprm) -> int:
        return unsigned(all_said.get(sprm, b""))

    depth = 0
    if number(Sprm.P_F_IN_TABLE):
        depth = min(max(1, number(Sprm.P_ITAP)), DEEPEST_TABLE)
    is_inner = depth > 1
    ends_row = number(Sprm.P_F_INNER_TTP) if is_inner else number(Sprm.P_F_TTP)
    outline = number(Sprm.P_OUT_LVL) if Sprm.P_OUT_LVL in all_said else _HEADING_LEVELS
    alignment = number(Sprm.P_JC if Sprm.P_JC in all_said else Sprm.P_JC80)
    return ParagraphSetting(
        istd=istd,
        heading=outline + 1 if outline < _HEADING_LEVELS else None,
        align=_ALIGNMENTS.get(alignment, ""),
        ilfo=number(Sprm.P_ILFO),
        level=number(Sprm.P_ILVL),
        depth=depth,
        ends_cell=bool(is_inner and number(Sprm.P_F_INNER_TABLE_CELL)),
        row=row_says(said) if depth and ends_row else None,
    )
