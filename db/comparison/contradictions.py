"""What the newer report says of a year, against what the report of that year said; quoted, not judged."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate

from db.comparison.evidence import title_words
from db.comparison.figures import bounds, names_alike, says_nothing, scale
from db.comparison.likeness import catalogued
from db.comparison.rows import Contradiction, TablePair
from db.comparison.said import Said, said_of
from db.comparison.sentences import sentence_spans
from db.model import Content, Figure, Place
from db.vietnamese.folding import letters

_SAME_NAME = 0.85
_FEWEST_WORDS = 3
_REVISED = re.compile(
    r"điều chỉnh|xác định lại|tính lại|tính toán lại|đánh giá lại|số chính thức|số liệu chính thức|sơ bộ|cập nhật lại"
    r"|rà soát lại|số liệu mới|công bố lại"
)
_ESTIMATED = re.compile(r"(?<!\w)(?:ước|dự kiến|khoảng chừng|sơ bộ)(?!\w)")
_QUOTES_OLD = re.compile(r"báo cáo|đã nêu|cao hơn|thấp hơn")
_AGAINST = re.compile(r"(?<!\w)so với\s*$")
_PRICES = (re.compile(r"giá so sánh|giá cố định"), re.compile(r"giá hiện hành|giá thực tế"))
_SCOPES = re.compile(r"toàn tỉnh|toàn huyện|toàn quốc|cả nước|không kể|không tính|bao gồm cả|trừ ")


def find_contradictions(older: Content, newer: Content, tables: Sequence[TablePair] = ()) -> list[Contradiction]:
    """Return the values of the older report's year on which the two do not agree within their precision.

    `left` is the older's figure, `right` the newer's. The newest words of the older on a thing are taken once: if
    any value there agrees, nothing is said. Rows paired in `tables` are one thing whatever they are called.
    """
    year = older.data.year
    if year is None or newer.data.year is None or newer.data.year <= year:
        return []
    then = _Then(said for said in said_of(older, year) if not said.implied)
    subjects, rows = _Subjects(newer), _Rows(older, newer, tables)
    found: list[Contradiction] = []
    seen: set[tuple[int, int]] = set()
    for said in said_of(newer, year):
        rivals = then.rivals(said.figure, subjects.of(said.figure)) or rows.rivals(said, year)
        if rivals is None or _QUOTES_OLD.search(letters(said.figure.name)) or rivals.agree(said):
            continue
        rival = rivals.first
        pair = (rival.figure.id, said.figure.id)
        if pair not in seen and not _told(found, rival, said):
            seen.add(pair)
            found.append(_contradiction(len(found) + 1, rival, said, year, _kind(older, newer, rival, said)))
    return found


def _told(found: list[Contradiction], rival: Said, said: Said) -> bool:
    """Whether the same two values were set against each other before, as prose and table often do."""
    unit = scale(said.figure)
    for one in found:
        same_left = one.left.id == rival.figure.id or (
            catalogued(one.left) and one.left.indicator == rival.figure.indicator
        )
        if same_left and abs(one.right_value * scale(one.right) - said.value) <= 1e-3 * abs(said.value):
            return one.implied == said.implied or bool(unit)
    return False


class _Rivals:
    """What the older report says of one thing; `first` is what is quoted: the running text before tables and notes."""

    def __init__(self, values: Sequence[Said]) -> None:
        self.first = min(values, key=lambda one: (one.figure.place.block_id is None, one.figure.id))
        self._values = sorted(values, key=lambda one: one.low)
        self._lows = [one.low for one in self._values]
        self._highest = list(accumulate((one.high for one in self._values), max))

    def agree(self, said: Said) -> bool:
        """Whether any of them may be the value `said`, within the precision of both."""
        slack = 1e-9 * max(abs(said.value), abs(said.low), abs(said.high))
        near = bisect_right(self._lows, said.high + slack)
        return bool(near) and self._highest[near - 1] >= said.low - slack


class _Then:
    """The values of the older report's own year, found by indicator, else by name."""

    def __init__(self, values: Iterable[Said]) -> None:
        self._groups: dict[tuple[str, ...], list[Said]] = defaultdict(list)
        for said in values:
            figure = said.figure
            self._groups[figure.indicator if catalogued(figure) else "", figure.unit_base, figure.kind].append(said)
        self._known: dict[tuple[str, ...], _Rivals | None] = {}

    def rivals(self, figure: Figure, subject: Figure | None) -> _Rivals | None:
        """What is said of the same thing: by indicator, else by a name of several words; None for nothing.

        A figure that names nothing ("Thực hiện năm 2022 là …") is of its `subject`.
        """
        named = subject or figure
        thing = named.indicator if catalogued(named) else ""
        key = (thing, figure.unit_base, figure.kind, "" if thing else named.name)
        if key not in self._known:
            found = self._groups.get(key[:3], [])
            found = found if thing else self._named(named.name, found)
            self._known[key] = _Rivals(found) if found else None
        return self._known[key]

    def _named(self, name: str, values: Sequence[Said]) -> list[Said]:
        if len(title_words(name)) < _FEWEST_WORDS or says_nothing(name):
            return []
        return [one for one in values if names_alike(one.figure.name, name) >= _SAME_NAME]


class _Rows:
    """Finds what the older report says of a year in the row that answers the row a figure stands in."""

    def __init__(self, older: Content, newer: Content, tables: Sequence[TablePair]) -> None:
        self._older: dict[tuple[int | None, int | None], list[Figure]] = defaultdict(list)
        for figure in older.figures:
            if figure.place.table_id is not None:
                self._older[figure.place.table_id, figure.place.row].append(figure)
        self._answers = {
            (table.right, row.right): (table.left, row.left)
            for table in tables
            for row in table.rows
            if None not in (table.left, row.left, row.right)
        }

    def rivals(self, said: Said, year: int) -> _Rivals | None:
        """The values of the older row of that year, unit and kind; None for nothing."""
        figure = said.figure
        place = self._answers.get((figure.place.table_id, figure.place.row))
        found = [
            Said(one, *bounds(one), one.value * scale(one), False)
            for one in self._older.get(place or (None, None), ())
            if (one.period_end[:4], one.unit_base, one.kind) == (str(year), figure.unit_base, figure.kind)
            if one.state != "plan"
        ]
        return _Rivals(found) if found else None


class _Subjects:
    """Finds what a figure that names nothing is of."""

    def __init__(self, content: Content) -> None:
        self._placed: dict[Place, list[Figure]] = defaultdict(list)
        for figure in content.figures:
            self._placed[figure.place].append(figure)
        self._texts = {block.id: block.text for block in content.blocks}
        self._marks: dict[int, tuple[Place, int]] = {}
        for block in content.blocks:
            for mark in block.marks:
                self._marks.setdefault(mark.note_id, (Place(block_id=block.id), mark.offset))

    def of(self, figure: Figure) -> Figure | None:
        """The level of one unit that stands closest before a note's mark, or before "so với" in the same sentence."""
        if not says_nothing(figure.name):
            return None
        if figure.place.note_id is not None:
            place, offset = self._marks.get(figure.place.note_id, (figure.place, -1))
            return self._before(place, offset, figure.unit_base)
        one = self._before(figure.place, figure.start, figure.unit_base)
        if one is None or one.quote != figure.quote or one.kind != figure.kind:
            return None
        between = self._texts.get(figure.place.block_id or 0, "")[one.end : figure.start]
        return one if _AGAINST.search(letters(between)) else None

    def _before(self, place: Place, offset: int, unit: str) -> Figure | None:
        before = [one for one in self._placed.get(place, ()) if one.end <= offset and one.unit_base == unit]
        return max(before, key=lambda one: one.end, default=None)


def _contradiction(number: int, old: Said, new: Said, year: int, kind: str) -> Contradiction:
    unit, factor = new.figure.unit, scale(new.figure)
    return Contradiction(
        id=number,
        left=old.figure,
        right=new.figure,
        kind=kind,
        name=old.figure.name if says_nothing(new.figure.name) else new.figure.name,
        unit=unit,
        left_value=float(f"{old.value / factor:.10g}"),
        right_value=float(f"{new.value / factor:.10g}"),
        left_quote=old.figure.quote,
        right_quote=new.figure.quote,
        year=year,
        implied=new.implied,
    )


def _kind(older: Content, newer: Content, old: Said, new: Said) -> str:
    texts = [letters(f"{one.figure.name} {one.figure.quote}") for one in (old, new)]
    prices = [[bool(price.search(text)) for price in _PRICES] for text in texts]
    if any(prices[0]) and any(prices[1]) and prices[0] != prices[1]:
        return "other_definition"
    scopes = [set(_SCOPES.findall(text)) for text in texts]
    if scopes[0] and scopes[1] and scopes[0] != scopes[1]:
        return "other_definition"
    whole = "-12-31" if new.implied else new.figure.period_end[4:]
    if old.figure.period_end[4:] != whole:
        return "other_period"
    first = old.figure.state == "estimate" or bool(_ESTIMATED.search(letters(_sentence(older, old.figure))))
    later = new.figure.state == "corrected" or bool(_REVISED.search(letters(_sentence(newer, new.figure))))
    return "revised" if first or later else "conflict"


def _sentence(content: Content, figure: Figure) -> str:
    """The sentence of a figure with the notes in it, or the note it stands in."""
    notes = {note.id: note.text for note in content.notes}
    if figure.place.note_id is not None:
        return notes.get(figure.place.note_id, "")
    block = next((one for one in content.blocks if one.id == figure.place.block_id), None)
    if block is None:
        return ""
    for start, end in sentence_spans(block.text):
        if start <= figure.start < end:
            marked = [notes.get(mark.note_id, "") for mark in block.marks if start < mark.offset <= end + 1]
            return " ".join([block.text[start:end], *marked])
    return ""
