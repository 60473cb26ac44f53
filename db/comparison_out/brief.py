"""The brief of one page, "Năm nay khác năm trước ở đâu": only words the reports say and a few set ones, each placed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from db.citations import Places, chain, cite
from db.comparison.evidence import title_words
from db.comparison.figures import says_nothing
from db.comparison.rows import Contradiction, FigurePair, SentencePair
from db.interface.comparison import Compared
from db.messages import words_of
from db.model import Content, Figure, Place, Report, ReportData, Section
from db.vietnamese.folding import fold
from db.vietnamese.writing import MINUS, with_unit, written

MOST = 6
PARTS = ("changes", "new", "dropped", "missed", "disagreeing")
LONGEST_QUOTE = 110
"""Letters; a longer quote is cut at a word and ends in "…"."""

_MORE_CHANGES = 2
_TELLING = 3  # words a name must have to tell what it is of
_AHEAD = re.compile(r"phuong huong|nhiem vu|giai phap")
_BEHIND = re.compile(r"ket qua|tinh hinh|danh gia|han che|chi tieu")
_MISSED = re.compile(
    r"\b(chưa|không) đạt (được )?(kế hoạch|chỉ tiêu|mục tiêu|nghị quyết|dự toán)"
    r"|\bchỉ tiêu\b[^.;]*\b(chưa|không) đạt\b"
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a line stands: `side` left or right, the place for the program, `cited` and `quote` for people."""

    side: str
    place: Place
    cited: str
    quote: str


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One line; `text` is made of numbers and names, and empty where the quote alone says it."""

    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class BriefChange:
    """An indicator that changed. `percent` is of the left value; `points`, percentage points, of shares and rates."""

    name: str
    values: str
    change: str
    percent: float | None
    points: float | None
    sources: tuple[Source, ...]

    @property
    def share(self) -> str:
        """The change without its unit: "−25,5%" or "+1,43 điểm phần trăm"."""
        return self.change.rsplit(" · ", 1)[-1]


@dataclass(frozen=True, slots=True)
class Brief:
    """The brief as data; `more` says by part how many were found beyond those shown."""

    left: str
    right: str
    changes: tuple[BriefChange, ...]
    new: tuple[BriefLine, ...]
    dropped: tuple[BriefLine, ...]
    missed: tuple[BriefLine, ...]
    disagreeing: tuple[BriefLine, ...]
    more: dict[str, int]
    sample: bool = False


def brief_of(one: Compared, language: str = "vi", most: int = MOST) -> Brief:
    """Return the brief of a comparison, at most `most` lines in each part, two more of changes."""
    teller = _Teller(one, language)
    found = one.comparison
    changes = [teller.change(pair) for pair in _largest(found.figures)]
    parts = {
        "new": [teller.task(pair, 1) for pair in found.sentences if _is_task(pair, 1, one.right_content)],
        "dropped": [teller.task(pair, 0) for pair in found.sentences if _is_task(pair, 0, one.left_content)],
        "missed": teller.missed(),
        "disagreeing": [teller.disagreeing(row) for row in _disagreeing(found.contradictions)],
    }
    counts = {name: len(lines) for name, lines in parts.items()} | {"changes": len(changes)}
    return Brief(
        teller.names[0],
        teller.names[1],
        tuple(changes[: most + _MORE_CHANGES]),
        **{name: tuple(lines[:most]) for name, lines in parts.items()},
        more={
            name: max(0, count - most - (_MORE_CHANGES if name == "changes" else 0)) for name, count in counts.items()
        },
        sample=any(report.data.sample for report in (one.left, one.right)),
    )


def trimmed(brief: Brief, limits: Mapping[str, int]) -> Brief:
    """Return the brief with at most so many lines in each part; those cut are counted in `more`."""
    kept: dict[str, tuple[Any, ...]] = {part: getattr(brief, part)[:limit] for part, limit in limits.items()}
    cut = {part: len(getattr(brief, part)) - len(lines) for part, lines in kept.items()}
    more = {part: count + cut.get(part, 0) for part, count in brief.more.items()}
    return replace(brief, more=more, **kept)  # type: ignore[arg-type]  # the parts are tuples of lines


def shortened(text: str) -> str:
    """Return a quote on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_QUOTE:
        return line
    return line[:LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def signed(value: float) -> str:
    """Return a change with its sign: "+9,6" or "−3,2"."""
    value = float(f"{value:.12g}")
    return ("+" if value > 0 else "") + written(value, minus=MINUS)


def _largest(pairs: Iterable[FigurePair]) -> list[FigurePair]:
    """The surest pair of every indicator of the catalogue, the greatest change first.

    A report of an office whose figures the catalogue hardly knows is told by the names its own words give them.
    """
    known: dict[str, FigurePair] = {}
    named: dict[str, FigurePair] = {}
    for pair in pairs:
        told = pair.percent is not None or pair.points is not None
        if not told or pair.within or "target" in (pair.left.kind, pair.right.kind):
            continue
        if pair.indicator and not pair.indicator.startswith("x:"):
            _keep_surer(known, pair.indicator, pair)
        elif len(title_words(pair.name)) >= _TELLING and not says_nothing(pair.name):
            # The same two values of one unit are one thing, told in prose and in a table.
            _keep_surer(named, f"{pair.left.value_base} {pair.right.value_base} {pair.right.unit_base}", pair)
    found = [*known.values(), *(named.values() if len(known) < MOST else ())]
    return sorted(found, key=lambda pair: -abs((pair.points if pair.percent is None else pair.percent) or 0.0))


def _keep_surer(best: dict[str, FigurePair], key: str, pair: FigurePair) -> None:
    before = best.get(key)
    if before is None or pair.confidence > before.confidence:
        best[key] = pair


def _is_task(pair: SentencePair, side: int, content: Content) -> bool:
    """Whether a sentence only this side has stands under what is to be done."""
    if pair.kind != ("dropped", "new")[side]:
        return False
    spot = (pair.left, pair.right)[side][0]
    sections = {section.id: section for section in content.sections}
    return _is_ahead(chain(sections, spot.section_id))


def _is_ahead(path: list[Section]) -> bool:
    titles = [fold(section.title) for section in path if section.title]
    return any(_AHEAD.search(title) for title in titles) and not any(_BEHIND.search(title) for title in titles)


def _disagreeing(rows: Iterable[Contradiction]) -> list[Contradiction]:
    weight = {"conflict": 0, "revised": 1}
    return sorted((row for row in rows if row.kind in weight), key=lambda row: weight[row.kind])


class _Teller:
    """Tells lines of two reports in one language."""

    def __init__(self, one: Compared, language: str) -> None:
        self._one = one
        self._language = language
        self._contents = one.left_content, one.right_content
        self._places = Places(one.left_content), Places(one.right_content)
        self.names = self._name(one.left), self._name(one.right)

    def change(self, pair: FigurePair) -> BriefChange:
        parts = [] if pair.points is not None else [with_unit(signed(pair.delta), pair.unit)]
        if pair.percent is not None:
            parts.append(f"{signed(round(pair.percent, 1))}%")
        if pair.points is not None:
            parts.append(self._word("points", value=signed(pair.points)))
        sides = [with_unit(written(side.value, minus=MINUS), side.unit) for side in (pair.left, pair.right)]
        sources = self._of_figure(0, pair.left), self._of_figure(1, pair.right)
        return BriefChange(pair.name, " → ".join(sides), " · ".join(parts), pair.percent, pair.points, sources)

    def task(self, pair: SentencePair, side: int) -> BriefLine:
        spots = (pair.left, pair.right)[side]
        text = (pair.left_text, pair.right_text)[side] or ""
        return BriefLine("", (self._source(side, spots[0].place, text),))

    def missed(self) -> list[BriefLine]:
        """Figures of the newer report below their plan, and sentences that say a target was not met."""
        report, content = self._one.right, self._one.right_content
        lines, told = [], set()
        for figure in content.figures:
            if _is_missed(figure, report.data):
                source = self._of_figure(1, figure)
                if source.quote not in told:
                    told.add(source.quote)
                    text = self._word("attained", name=figure.name, value=with_unit(written(figure.value), figure.unit))
                    lines.append(BriefLine(text, (source,)))
        for pair in self._one.comparison.sentences:
            if pair.right and _MISSED.search((pair.right_text or "").lower()):
                source = self._source(1, pair.right[0].place, pair.right_text or "")
                if source.quote not in told:
                    lines.append(BriefLine("", (source,)))
        return lines

    def disagreeing(self, row: Contradiction) -> BriefLine:
        about = "≈ " if row.implied else ""
        left = with_unit(written(row.left_value, minus=MINUS), row.unit)
        right = about + with_unit(_rounded(row.right_value), row.unit)
        text = self._word(row.kind, name=row.name, year=row.year or "", left=left, right=right)
        sources = (
            self._source(0, row.left.place, row.left_quote),
            self._source(1, row.right.place, row.right_quote),
        )
        return BriefLine(text, sources)

    def _of_figure(self, side: int, figure: Figure) -> Source:
        return self._source(side, figure.place, figure.quote)

    def _source(self, side: int, place: Place, quote: str) -> Source:
        found = self._places[side].cited(place)
        data = ReportData(title=self.names[side])
        cited = cite(
            data, found.section, found.paragraph, found.note, language=self._language, table=found.table
        )  # fmt: skip
        return Source(("left", "right")[side], place, cited[1:-1], shortened(quote))

    def _name(self, report: Report) -> str:
        period = report.data.period or str(report.data.year or report.slug)
        return f"{words_of('citation', 'report', 'vi')} {period}".strip()

    def _word(self, key: str, **holes: object) -> str:
        return words_of("brief", key, self._language, **holes)


def _is_missed(figure: Figure, data: ReportData) -> bool:
    """Whether a figure says that a plan of the report's own year was met by less than 100%; nothing within the year
    is late."""
    whole_year = data.year is not None and data.period in ("", str(data.year))
    own = str(data.year) in figure.period and figure.state not in ("plan", "implied")
    return whole_year and own and figure.kind == "plan_attainment" and figure.unit == "%" and figure.value < 100


def _rounded(value: float) -> str:
    decimals = None if value == round(value) else 0 if abs(value) >= 1000 else 1 if abs(value) >= 100 else 2
    return written(value, decimals, MINUS)
