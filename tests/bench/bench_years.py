"""Comparing two years: against difflib and redliners in one run, and how it grows to 300 pages."""

from __future__ import annotations

import difflib
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

import redliners
from measuring import Figure, against, seconds
from years_texts import LONG, USUAL, document, write_word, year_lines

import resources
from db.comparison import compare, likeness, masking
from db.importer.assemble import content_of
from db.model import Content

SAMPLES = tuple(resources.path(f"samples/bao-cao-mau-quang-nam-{year}.docx") for year in (2021, 2022))


def figures() -> Iterator[Figure]:
    """Yield what was measured."""
    usual = _both(USUAL, varied=True)
    ours, theirs, ratio = against(lambda: _whole(*usual), lambda: _difflib(*usual))
    yield Figure("two usual reports, whole comparison", ours, "s CPU", 1.0)
    yield Figure(
        "two usual reports / difflib on their sentences", ratio, "x", None, f"difflib {theirs:.2f} s, text only"
    )
    for name, varied in (("two 300-page reports", True), ("two 300-page reports of four sentences", False)):
        long = _both(LONG, varied=varied)
        ours, theirs, _ratio = against(lambda: _whole(*long), lambda: _difflib(*long), times=3)  # noqa: B023
        yield Figure(name, ours, "s CPU", 10.0, f"difflib on their sentences {theirs:.1f} s")
        yield Figure(f"{name}, longest step", _longest_step(*long), "s CPU", None, "a cancel waits no longer")
    yield from _redlined()


def _both(paragraphs: int, *, varied: bool) -> tuple[Content, Content]:
    one, two = (content_of(document(year_lines(paragraphs, year, varied=varied)), f"nam-{year}.txt") for year in (0, 1))
    return one, two


def _redlined() -> Iterator[Figure]:
    """From two Word files to one with tracked changes, in processes of their own, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "out.docx"
        long = [
            write_word(year_lines(LONG, year, varied=True), Path(folder) / f"{year}.docx") for year in (0, 1)
        ]  # fmt: skip
        for name, pair, times in (("samples", SAMPLES, 3), ("300 pages", long, 1)):
            yield from _against_redliners(name, pair[0], pair[1], target, times)


def _against_redliners(what: str, left: Path, right: Path, target: Path, times: int) -> Iterator[Figure]:
    redliners.ours(left, right, target)  # the modules are compiled once
    for name in redliners.PEERS:
        if not redliners.installed(name):
            yield Figure(f"{what}: {name}", 0.0, "", None, "not installed")
            continue
        pairs = [
            (redliners.ours(left, right, target), redliners.theirs(name, left, right, target)) for _ in range(times)
        ]
        done = [(one, other) for one, other in pairs if other is not None]
        if not done:
            yield Figure(f"{what}: {name}", 0.0, "", None, f"fails, or takes more than {redliners.MOST} s by the clock")
            continue
        ours, theirs = (statistics.median(row[side] for row in done) for side in (0, 1))
        ratio = statistics.median(one / other for one, other in done)
        yield Figure(
            f"{what}, Word to tracked Word / {name}", ratio, "x", None, f"{ours:.2f} s against {theirs:.2f} s CPU"
        )


def _longest_step(left: Content, right: Content) -> float:
    _forget()
    work = compare(left, right)
    steps = []
    more = True
    while more:
        steps.append(seconds(lambda: next(work, None), times=1))
        more = work.gi_frame is not None
    return max(steps)


def _difflib(left: Content, right: Content) -> int:
    sides = [[part for block in content.blocks for part in block.text.split(". ")] for content in (left, right)]
    changed = 0
    for kind, a, b, c, d in difflib.SequenceMatcher(None, *sides, autojunk=False).get_opcodes():
        if kind == "replace":
            for one, other in zip(sides[0][a:b], sides[1][c:d], strict=False):
                changed += len(difflib.SequenceMatcher(None, one.split(), other.split()).get_opcodes())
    return changed


def _whole(left: Content, right: Content) -> None:
    """Compare to the end, as for the first time: nothing read before is remembered."""
    _forget()
    for _step in compare(left, right):
        pass


def _forget() -> None:
    for kept in (masking._low, masking._numbers, masking._read, likeness._terms):
        kept.cache_clear()
