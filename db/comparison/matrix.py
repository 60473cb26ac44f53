"""Sections by years for three to five reports: where each stands, how long it is, how much changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from db.comparison.rows import Comparison, SectionPair
from db.comparison.trees import Tree, tree_of
from db.model import Content, Section


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A section in one report. `letters` is its length in code points, what stands below it not counted.

    `kind`, `differences` and `pair` (the SectionPair's id) are against the report before, empty in the first.
    """

    section: Section
    sentences: int
    letters: int
    kind: str = ""
    differences: int = 0
    pair: int | None = None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where the words of a section stand in a report that has no such section: in `section`.

    `kind` is merged where the report before has the section, split where the report after has it. `newer` is the
    later of those two reports, `right` the id of the section there.
    """

    section: Section
    kind: str
    newer: int
    right: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One section through the years; `cells` has an entry for each report, None where it has no such section.

    `elsewhere` says where it is found then; None where it is nowhere, or stands in its cell.
    """

    cells: tuple[MatrixCell | None, ...]
    elsewhere: tuple[Elsewhere | None, ...] = ()

    @property
    def title(self) -> str:
        """Its title in the newest report that has it."""
        return next(cell.section.title for cell in reversed(self.cells) if cell)

    @property
    def level(self) -> int:
        """Its level in the newest report that has it."""
        return next(cell.section.level for cell in reversed(self.cells) if cell)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The titled sections of several reports, oldest report first, in the order of the newest."""

    rows: tuple[MatrixRow, ...]


def matrix(contents: Sequence[Content], comparisons: Sequence[Comparison]) -> Matrix:
    """Return the matrix of `contents`; `comparisons` are those of each report with the one before it."""
    trees = [tree_of(content) for content in contents]
    before = [_before(found) for found in comparisons]
    chains: list[dict[int, int]] = []
    for report in range(len(trees) - 1, -1, -1):
        _lengthen(chains, report, trees[report], before)
    cells = [_cells(tree) for tree in trees]
    known = [{section.id: section for section in content.sections} for content in contents]
    gaps = [_gaps(chain, known, comparisons) for chain in chains]
    _follow(gaps, chains, known)
    rows = zip(chains, gaps, strict=True)
    return Matrix(tuple(MatrixRow(_row(chain, cells, before, comparisons), tuple(found)) for chain, found in rows))


def _gaps(
    chain: dict[int, int], known: Sequence[dict[int, Section]], comparisons: Sequence[Comparison]
) -> list[Elsewhere | None]:
    """For each report without the section, the section that took it in, else the one it came out of."""
    found: list[Elsewhere | None] = []
    for report, sections in enumerate(known):
        gap = None
        if report not in chain:
            into = _other(comparisons[report - 1], chain.get(report - 1), "left") if report else None
            after = chain.get(report + 1)
            out_of = _other(comparisons[report], after, "right") if report < len(comparisons) else None
            if into is not None and into.right is not None:
                gap = Elsewhere(sections[into.right], "merged", report, into.right)
            elif out_of is not None and out_of.left is not None and after is not None:
                gap = Elsewhere(sections[out_of.left], "split", report + 1, after)
        found.append(gap)
    return found


def _follow(
    gaps: Sequence[list[Elsewhere | None]], chains: Sequence[dict[int, int]], known: Sequence[dict[int, Section]]
) -> None:
    """Let a section that was merged stay where the one stands that took it in, year after year."""
    row_of = {place: row for row, chain in enumerate(chains) for place in chain.items()}
    for report in range(1, len(known)):
        for row, chain in enumerate(chains):
            before = gaps[row][report - 1]
            if report in chain or gaps[row][report] is not None or before is None or before.kind != "merged":
                continue
            into = row_of.get((report - 1, before.section.id))
            if into is not None and report in chains[into]:
                section = chains[into][report]
                gaps[row][report] = Elsewhere(known[report][section], "merged", report, section)
            elif into is not None:
                gaps[row][report] = gaps[into][report]


def _other(found: Comparison, section: int | None, side: str) -> SectionPair | None:
    """The surest pair of a section of one side with one of the other; None for none."""
    pairs = [
        pair
        for pair in found.sections
        if section is not None and getattr(pair, side) == section and None not in (pair.left, pair.right)
    ]
    return max(pairs, key=lambda pair: (pair.confidence, -pair.id), default=None)


def _before(found: Comparison) -> dict[int, SectionPair]:
    """For each section of the newer report the pair that leads to its one like in the older."""
    pairs = sorted(
        (pair for pair in found.sections if pair.left is not None and pair.right is not None and pair.titled),
        key=lambda pair: (-pair.confidence, pair.id),
    )
    leads: dict[int, SectionPair] = {}
    taken: set[int] = set()
    for pair in pairs:
        if pair.right not in leads and pair.left not in taken:
            leads[pair.right or 0] = pair
            taken.add(pair.left or 0)
    return leads


def _lengthen(chains: list[dict[int, int]], report: int, tree: Tree, before: Sequence[dict[int, SectionPair]]) -> None:
    """Add a report's sections: to the chain that leads to them, else as a new one after the section before."""
    chain_of: dict[int, dict[int, int]] = {}
    if report < len(before):
        for chain in chains:
            lead = before[report].get(chain.get(report + 1, -1))
            if lead is not None and lead.left is not None:
                chain[report] = lead.left
                chain_of[lead.left] = chain
    place = 0
    for unit in tree.units[1:]:
        section = unit.section.id if unit.section else 0
        known = chain_of.get(section)
        if known is not None:
            place = next(at for at, chain in enumerate(chains) if chain is known) + 1
        else:
            chains.insert(place, {report: section})
            place += 1


def _cells(tree: Tree) -> dict[int, MatrixCell]:
    return {
        unit.section.id: MatrixCell(unit.section, len(unit.sentences), sum(len(one.text) for one in unit.sentences))
        for unit in tree.units
        if unit.section
    }


def _row(
    chain: dict[int, int],
    cells: Sequence[dict[int, MatrixCell]],
    before: Sequence[dict[int, SectionPair]],
    comparisons: Sequence[Comparison],
) -> tuple[MatrixCell | None, ...]:
    row: list[MatrixCell | None] = []
    for report, known in enumerate(cells):
        cell = known.get(chain.get(report, -1))
        pair = before[report - 1].get(cell.section.id) if cell and report else None
        if cell and pair:
            changes = Counter(one.section for one in comparisons[report - 1].differences)[pair.id]
            cell = MatrixCell(cell.section, cell.sentences, cell.letters, pair.kind, changes, pair.id)
        elif cell and report:
            kinds = [one.kind for one in comparisons[report - 1].sections if one.right == cell.section.id]
            cell = MatrixCell(cell.section, cell.sentences, cell.letters, kinds[0] if kinds else "new")
        row.append(cell)
    return tuple(row)
