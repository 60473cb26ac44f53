"""What is known to be true of the sample reports: their outlines, and which sections answer each other.

Run as a command it writes tests/samples/truth.json, which the importer and the
comparison are tested against: python packaging/samples/sample_truth.py
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path

from sample_markup import Entry, Sample, read

HERE = Path(__file__).resolve().parent
TRUTH = HERE.parents[1] / "tests" / "samples" / "truth.json"


@dataclass(frozen=True)
class Pair:
    """Two sections that answer each other, by their positions in the two outlines (from 0); None: there is no other.

    `kinds` says how they differ: same, renumbered, retitled, moved (under another
    parent), reordered (past a sibling), split, merged, dropped, new.
    """

    left: int | None
    right: int | None
    kinds: tuple[str, ...]


def samples() -> dict[int, Sample]:
    """Every sample by its year."""
    return {one.year: one for one in map(read, sorted(HERE.glob("20??.txt")))}


def pairs(left: Sequence[Entry], right: Sequence[Entry]) -> tuple[Pair, ...]:
    """The pairs of two outlines in the order of the right one, what was dropped last.

    Only headings are paired; paragraphs that run on and dash items carry no topics.
    """
    joined = [
        (i, j)
        for j, after in enumerate(right)
        for i, before in enumerate(left)
        if set(before.topics) & set(after.topics)
    ]
    found = [Pair(i, j, tuple(_kinds(left, right, joined, i, j))) for i, j in joined]
    lefts, rights = {i for i, _ in joined}, {j for _, j in joined}
    found += [Pair(None, j, ("new",)) for j, one in enumerate(right) if one.topics and j not in rights]
    found.sort(key=lambda pair: (pair.right or 0, pair.left or 0))
    return tuple(found + [Pair(i, None, ("dropped",)) for i, one in enumerate(left) if one.topics and i not in lefts])


def _kinds(
    left: Sequence[Entry], right: Sequence[Entry], joined: list[tuple[int, int]], i: int, j: int
) -> Iterator[str]:
    parted = sum(one == i for one, _ in joined) > 1
    united = sum(one == j for _, one in joined) > 1
    facts = {
        "split": parted,
        "merged": united,
        "moved": _moved(left, right, joined, i, j),
        "reordered": _reordered(left, right, joined, i, j),
        "renumbered": left[i].number != right[j].number,
        "retitled": left[i].title.casefold() != right[j].title.casefold(),
    }
    yield from [name for name, fact in facts.items() if fact] or ["same"]


def _moved(left: Sequence[Entry], right: Sequence[Entry], joined: list[tuple[int, int]], i: int, j: int) -> bool:
    above, over = _parent(left, i), _parent(right, j)
    if above is None or over is None:
        return above is not over
    return not {(above, over), (above, j), (i, over)} & set(joined)


def _reordered(left: Sequence[Entry], right: Sequence[Entry], joined: list[tuple[int, int]], i: int, j: int) -> bool:
    siblings = [
        (a, b) for a, b in joined if _parent(left, a) == _parent(left, i) and _parent(right, b) == _parent(right, j)
    ]
    return any((a - i) * (b - j) < 0 for a, b in siblings)


def _parent(outline: Sequence[Entry], place: int) -> int | None:
    level = outline[place].level
    return next((one for one in range(place - 1, -1, -1) if outline[one].level < level), None)


def truth() -> str:
    """Outlines and pairs as JSON."""
    outlines = {year: sample.outline() for year, sample in samples().items()}
    years = sorted(outlines)
    told = {
        "outlines": {str(year): [asdict(one) for one in outlines[year]] for year in years},
        "notes": {str(year): len(sample.notes) for year, sample in samples().items()},
        "pairs": {
            f"{before}-{after}": [asdict(one) for one in pairs(outlines[before], outlines[after])]
            for before, after in pairwise(years)
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    TRUTH.write_text(truth(), encoding="utf-8")
