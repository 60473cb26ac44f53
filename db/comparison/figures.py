"""Which figure of this year is which of last year, and how much it changed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rapidfuzz.distance import Indel

from db.comparison.columns import dice
from db.comparison.evidence import title_words
from db.comparison.likeness import catalogued
from db.comparison.masking import NUMBER, Vocabulary, number_starts, skeleton
from db.comparison.matching import Matched
from db.comparison.rows import FigurePair, NotePair, Spot, TablePair
from db.model import Content, Figure, Place, Progress
from db.vietnamese.folding import letters

STEP = "compare_figures"
_STEP = 500  # rows between two steps
_SHARES = frozenset({"%", "‰", "điểm phần trăm"})
_NAME = 3
_NO_QUANTITY = frozenset({"vạn", ""})  # "trên 1 vạn dân" counts nothing
_TURNS = re.compile(r"(?<!\w)(?:tăng|giảm)(?!\w)")
_BEYOND = re.compile(r"mức vượt ")
_NO_SUBJECT_WORDS = "số ước thực hiện tại báo cáo tỉ lệ tốc độ tăng giảm cao thấp hơn năm sau điều chỉnh so với"
_NO_SUBJECT = frozenset(_NO_SUBJECT_WORDS.split())
_SAME_NAME, _LIKE_NAME = 0.75, 0.34


@dataclass(frozen=True, slots=True)
class _Draft:
    left: Figure
    right: Figure
    confidence: float
    sentence: int | None


class FigurePairer:
    """Pairs the figures of two reports, each once: those of paired words first, then by indicator, then by name."""

    def __init__(self, left: Content, right: Content) -> None:
        self._contents = (left, right)
        self._taken: tuple[set[int], set[int]] = (set(), set())
        self._drafts: list[_Draft] = []
        self._by_place: tuple[dict[Place, list[Figure]], dict[Place, list[Figure]]] = (_placed(left), _placed(right))

    def pairs(
        self,
        rows: Sequence[Matched],
        notes: Sequence[NotePair],
        tables: Sequence[TablePair],
        units: set[tuple[int, int]],
        unit_of: tuple[dict[int | None, int], dict[int | None, int]],
    ) -> Generator[Progress, None, list[FigurePair]]:
        """Return the pairs in the order of the right report; yield now and then."""
        for place, row in enumerate(rows, start=1):
            if place % _STEP == 0:
                yield Progress(place, len(rows), STEP)
            if row.left and row.right:
                self._of_text(tuple(s.spot for s in row.left), tuple(s.spot for s in row.right), place)
        self._of_notes(notes)
        self._of_tables(tables)
        yield Progress(len(rows), len(rows), STEP)
        self._by_indicator()
        self._by_name(units, unit_of)
        self._drafts.sort(key=lambda draft: draft.right.id)
        return [
            figure_pair(place, one.left, one.right, one.confidence, one.sentence)
            for place, one in enumerate(self._drafts, start=1)
        ]

    def _of_notes(self, notes: Sequence[NotePair]) -> None:
        texts = [{note.id: note.text for note in content.notes} for content in self._contents]
        for pair in notes:
            if pair.left is not None and pair.right is not None:
                one, two = texts[0][pair.left], texts[1][pair.right]
                spots = (
                    Spot(Place(note_id=pair.left), 0, len(one), one),
                    Spot(Place(note_id=pair.right), 0, len(two), two),
                )
                self._of_text((spots[0],), (spots[1],), pair.sentence)

    def _of_text(self, lefts: tuple[Spot, ...], rights: tuple[Spot, ...], sentence: int | None) -> None:
        """Figures of two texts that say the same: by where the number stands, helped by what it is named."""
        figures = [self._in(side, spots) for side, spots in enumerate((lefts, rights))]
        if not all(figures):
            return
        aligned = set(_aligned(lefts, rights))
        scored = []
        for left, i in figures[0]:
            for right, j in figures[1]:
                if not self._comparable(left, right):
                    continue
                name = names_alike(left.name, right.name)
                same = left.indicator == right.indicator and (catalogued(left) or not says_nothing(left.name))
                same = same and bool(left.indicator)
                straight = (i, j) in aligned
                score = 0.5 * straight + 0.3 * name + 0.4 * same
                if (straight and (name >= _LIKE_NAME or same)) or same or name >= _SAME_NAME:
                    scored.append((-round(score, 6), left.id + right.id, left.id, left, right))
        for score, _, _, left, right in sorted(scored, key=lambda row: row[:3]):
            self._take(left, right, min(1.0, -score + 0.2), sentence)

    def _in(self, side: int, spots: tuple[Spot, ...]) -> list[tuple[Figure, int]]:
        """The free figures of a text, each with the offset of its number in the text joined."""
        found = []
        shift = 0
        for spot in spots:
            found += [
                (figure, shift + figure.start - spot.start)
                for figure in self._by_place[side].get(spot.place, ())
                if spot.start <= figure.start < spot.end and figure.id not in self._taken[side]
                if figure.unit not in _NO_QUANTITY
            ]
            shift += len(spot.text) + 1
        return found

    def _comparable(self, left: Figure, right: Figure) -> bool:
        if left.unit_base != right.unit_base or _stage(left) != _stage(right):
            return False
        if (left.of is None) != (right.of is None) or _opposite(left.name, right.name):
            return False
        if catalogued(left) and catalogued(right) and left.indicator != right.indicator:
            return False
        shift = [self._shift(side, figure) for side, figure in enumerate((left, right))]
        return left.kind == right.kind and (None in shift or shift[0] == shift[1])

    def _shift(self, side: int, figure: Figure) -> int | None:
        """How many years before or after its report's the figure speaks of."""
        year = self._contents[side].data.year
        return int(figure.period_end[:4]) - year if figure.period_end and year else None

    def _of_tables(self, tables: Sequence[TablePair]) -> None:
        by_cell = [
            {figure.place: figure for figure in content.figures if figure.place.table_id} for content in self._contents
        ]
        for table in tables:
            for row in table.rows:
                for cell in row.cells:
                    left = by_cell[0].get(cell.left) if cell.left else None
                    right = by_cell[1].get(cell.right) if cell.right else None
                    if left and right and left.unit_base == right.unit_base:
                        self._take(left, right, 0.95, None)

    def _by_indicator(self) -> None:
        """The one figure of an indicator on each side, for the same stage and the same year of the report."""
        groups = [self._grouped(side, lambda figure: figure.indicator if catalogued(figure) else "") for side in (0, 1)]
        for key, lefts in groups[0].items():
            rights = groups[1].get(key, [])
            free = [[f for f in side if f.id not in self._taken[n]] for n, side in enumerate((lefts, rights))]
            used = [len(side) - len(open_) for side, open_ in zip((lefts, rights), free, strict=True)]
            if not any(used) and all(free):
                self._take(min(free[0], key=_order), min(free[1], key=_order), 0.8, None)

    def _by_name(
        self, units: set[tuple[int, int]], unit_of: tuple[dict[int | None, int], dict[int | None, int]]
    ) -> None:
        """Figures of one full name in sections that belong together."""
        sections = [_unit_of_figures(content, known) for content, known in zip(self._contents, unit_of, strict=True)]
        groups = [
            self._grouped(side, lambda figure: " ".join(sorted(set(title_words(figure.name))))) for side in (0, 1)
        ]
        for key, lefts in groups[0].items():
            rights = groups[1].get(key, [])
            if len(lefts) != 1 or len(rights) != 1 or len(str(key[0]).split()) < _NAME or says_nothing(lefts[0].name):
                continue
            left, right = lefts[0], rights[0]
            together = (sections[0].get(left.id, -1), sections[1].get(right.id, -1)) in units
            if together and left.id not in self._taken[0] and right.id not in self._taken[1]:
                self._take(left, right, 0.7, None)

    def _grouped(self, side: int, key: Callable[[Figure], str]) -> dict[tuple[object, ...], list[Figure]]:
        groups: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
        for figure in self._contents[side].figures:
            name = key(figure)
            if name:
                whole = (name, figure.kind, _stage(figure), figure.unit_base, self._shift(side, figure))
                groups[whole].append(figure)
        return groups

    def _take(self, left: Figure, right: Figure, confidence: float, sentence: int | None) -> None:
        if left.id in self._taken[0] or right.id in self._taken[1]:
            return
        self._taken[0].add(left.id)
        self._taken[1].add(right.id)
        self._drafts.append(_Draft(left, right, confidence, sentence))


def _placed(content: Content) -> dict[Place, list[Figure]]:
    found: dict[Place, list[Figure]] = defaultdict(list)
    for figure in content.figures:
        found[figure.place].append(figure)
    return found


def _stage(figure: Figure) -> bool:
    """Whether it is a plan or target rather than a result."""
    return figure.kind == "target" or figure.state == "plan"


def _order(figure: Figure) -> tuple[int, int]:
    rank = 0 if figure.place.block_id else 1 if figure.place.table_id else 2
    return rank, figure.id


def _aligned(lefts: tuple[Spot, ...], rights: tuple[Spot, ...]) -> Iterator[tuple[int, int]]:
    """Give the offsets of numbers that stand at the same point of the two texts."""
    texts = [" ".join(spot.text for spot in side) for side in (lefts, rights)]
    sides = [skeleton(text) for text in texts]
    starts = [number_starts(text) for text in texts]
    if sides[0] == sides[1]:
        yield from zip(*starts, strict=True)
        return
    vocabulary = Vocabulary()
    words = [vocabulary.word(text) for text in texts]
    nth = [list(accumulate(key == NUMBER for key in side)) for side in sides]
    for step in Indel.opcodes(words[0], words[1]):
        if step.tag != "equal":
            continue
        for i, j in zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True):
            if sides[0][i] == NUMBER:
                yield starts[0][nth[0][i] - 1], starts[1][nth[1][j] - 1]


def names_alike(one: str, two: str) -> float:
    """Return how much two names of figures share, 0 … 1."""
    return dice(title_words(one), title_words(two))


def _opposite(one: str, two: str) -> bool:
    """Whether one name speaks of a rise and the other of a fall, or only one of what goes beyond a plan: their values
    are no two states of one thing."""
    names = letters(one), letters(two)
    turns = [set(_TURNS.findall(name)) for name in names]
    if bool(_BEYOND.match(names[0])) != bool(_BEYOND.match(names[1])):
        return True
    return bool(turns[0]) and bool(turns[1]) and not turns[0] & turns[1]


def says_nothing(name: str) -> bool:
    """Whether a name tells no subject: "Số ước tại báo cáo", "Thực hiện"."""
    return all(word in _NO_SUBJECT for word in title_words(name))


def _unit_of_figures(content: Content, unit_of: dict[int | None, int]) -> dict[int, int]:
    blocks = {block.id: block.section_id for block in content.blocks}
    tables = {table.id: table.section_id for table in content.tables}
    anchors = {mark.note_id: block.section_id for block in content.blocks for mark in block.marks}
    found = {}
    for figure in content.figures:
        place = figure.place
        section = (
            blocks.get(place.block_id)
            if place.block_id is not None
            else tables.get(place.table_id)
            if place.table_id is not None
            else anchors.get(place.note_id or 0)
        )
        found[figure.id] = unit_of.get(section, 0)
    return found


def scale(figure: Figure) -> float:
    """Return what one unit of the figure is in its base unit."""
    if figure.value_base is None or not figure.value:
        return 1.0
    return figure.value_base / figure.value


def bounds(figure: Figure) -> tuple[float, float]:
    """Return the lowest and highest value the figure may mean, in its base unit."""
    low = figure.value if figure.low is None else figure.low
    high = figure.value if figure.high is None else figure.high
    return min(low, high) * scale(figure), max(low, high) * scale(figure)


def figure_pair(place: int, left: Figure, right: Figure, confidence: float, sentence: int | None) -> FigurePair:
    """Return the pair of two figures of one base unit, with what changed in the right one's unit."""
    before = left.value * (scale(left) / scale(right) if left.value and right.value else 1.0)
    delta = float(f"{right.value - before:.10g}")
    share = right.unit_base in _SHARES
    percent = None if share or not before or right.kind == "rank" else float(f"{100 * delta / abs(before):.6g}")
    ends = bounds(left), bounds(right)
    within = ends[0][0] <= ends[1][1] and ends[1][0] <= ends[0][1]
    indicator = right.indicator or left.indicator
    points = delta if share else None
    name, unit = right.name or left.name, right.unit
    return FigurePair(
        place, left, right, indicator, name, unit, delta, percent, points, within, round(confidence, 3), sentence
    )
