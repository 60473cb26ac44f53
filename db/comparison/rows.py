"""The rows of a comparison: frozen, plain, every one with the places it speaks of on both sides.

"Left" is what one compares with (last year's report), "right" what is compared (this
year's). Ids of pairs count from 1 in the order of their tuple; ids of sections,
blocks, notes, tables and figures are those of the two contents.
"""

from __future__ import annotations

from dataclasses import dataclass

from db.model import Figure, Place

SECTION_KINDS = ("same", "renumbered", "retitled", "moved", "split", "merged", "dropped", "new")
SENTENCE_KINDS = ("unchanged", "numbers", "reworded", "new", "dropped", "moved")
NOTE_KINDS = ("unchanged", "numbers", "reworded", "new", "dropped")
ROW_KINDS = ("same", "changed", "added", "removed", "moved")
CONTRADICTION_KINDS = ("conflict", "revised", "other_period", "other_definition")
CHANGE_KINDS = ("new", "dropped", "numbers", "reworded", "moved", "renumbered")

ASKS_BELOW = 0.6
"""A pair of sections the program is less sure of than this is shown to the user as a question."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of one report: `text` is what stands between the code points `start` and `end` of `place`."""

    place: Place
    start: int
    end: int
    text: str
    section_id: int | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a redline: `kind` same, dropped (only left) or new (only right).

    The runs that are not new give the left text whole, those that are not dropped the
    right. `masked` marks a difference that counts for none: a year, a date, a document's
    number, spaces.
    """

    kind: str
    text: str
    masked: bool = False


@dataclass(frozen=True, slots=True)
class SectionPair:
    """What became of a section; `left` and `right` are ids, None on the side where there is nothing.

    `kind` is the weightiest of `kinds`, all of SECTION_KINDS. `confidence` is 0 … 1, 1 where there is nothing to pair.
    A section split in three stands in three pairs. `titled` is False for a dash or run-in item, `redline` is of the
    headings as printed. `by_hand` tells that the user paired them.
    """

    id: int
    left: int | None
    right: int | None
    kind: str
    kinds: tuple[str, ...]
    confidence: float
    titled: bool = True
    by_hand: bool = False
    redline: tuple[Run, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether the user should look at the pair."""
        return not self.by_hand and self.left is not None and self.right is not None and self.confidence < ASKS_BELOW


@dataclass(frozen=True, slots=True)
class SentencePair:
    """What became of a sentence; a side holds several spots where one sentence was split or several were merged.

    `kind` is one of SENTENCE_KINDS. For a moved one `wording` says what became of its words (unchanged, numbers,
    reworded), else it equals `kind`. `similarity` is of the words without numbers, 0 … 1. `section` is the id of the
    SectionPair it is told under. `redline` is set where the two texts differ. `notes` are the ids of the NotePairs
    anchored in it that changed.
    """

    id: int
    left: tuple[Spot, ...]
    right: tuple[Spot, ...]
    kind: str
    wording: str
    similarity: float
    section: int | None
    redline: tuple[Run, ...] = ()
    notes: tuple[int, ...] = ()

    @property
    def left_text(self) -> str | None:
        """What the left report says, None if it says nothing."""
        return joined(self.left)

    @property
    def right_text(self) -> str | None:
        """What the right report says, None if it says nothing."""
        return joined(self.right)


@dataclass(frozen=True, slots=True)
class NotePair:
    """What became of a note; `kind` is one of NOTE_KINDS, `sentence` the SentencePair it is anchored in, if known."""

    id: int
    left: int | None
    right: int | None
    kind: str
    confidence: float
    sentence: int | None = None
    redline: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class FigurePair:
    """One quantity in both reports. `delta` is right minus left in `unit`, the right one's.

    `percent` is the change in % of the left value, None for shares and rates, whose
    `points` are percentage points. `within` tells that the printed precision allows no change.
    """

    id: int
    left: Figure
    right: Figure
    indicator: str
    name: str
    unit: str
    delta: float
    percent: float | None
    points: float | None
    within: bool
    confidence: float
    sentence: int | None = None


@dataclass(frozen=True, slots=True)
class CellPair:
    """The cells of one row in two columns that mean the same. `kind`: same, changed, added or removed."""

    kind: str
    left: Place | None
    right: Place | None
    left_text: str
    right_text: str
    header: str
    delta: float | None = None
    percent: float | None = None


@dataclass(frozen=True, slots=True)
class RowPair:
    """A row of a table keyed by its label and unit; `left` and `right` are row indexes. `kind` is one of ROW_KINDS.

    A moved row may have changed cells too. `group` is the heading row it stands under.
    """

    kind: str
    left: int | None
    right: int | None
    label: str
    unit: str
    group: str
    cells: tuple[CellPair, ...]


@dataclass(frozen=True, slots=True)
class ColumnPair:
    """Two columns that mean the same, by index, with their captions; a side is None where there is none."""

    left: int | None
    right: int | None
    left_header: str
    right_header: str


@dataclass(frozen=True, slots=True)
class TablePair:
    """Two tables, or one without its like (then `rows` is empty). `kind`: paired, new or dropped.

    `section` is the id of the SectionPair it is told under.
    """

    id: int
    left: int | None
    right: int | None
    kind: str
    confidence: float
    columns: tuple[ColumnPair, ...] = ()
    rows: tuple[RowPair, ...] = ()
    section: int | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What the newer report says of a year, against what that year's own report said.

    `kind` is one of CONTRADICTION_KINDS. `left_value` and `right_value` are in `unit`; a value may be implied by a
    change the figure states ("tăng 11,2% so với năm 2021"), then `implied` is True.
    """

    id: int
    left: Figure
    right: Figure
    kind: str
    name: str
    unit: str
    left_value: float
    right_value: float
    left_quote: str
    right_quote: str
    year: int | None = None
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not compared. `side` is left or right, `what` a word of SKIPPED, `why` a finding's code.

    `detail` is the finding's own; an empty `why` says that this kind of text is left out by design.
    """

    side: str
    what: str
    why: str
    detail: str = ""
    count: int = 1
    block_id: int | None = None


SKIPPED = ("frame", "content", "table", "note")


@dataclass(frozen=True, slots=True)
class Reuse:
    """How many sentences of a section pair (of the whole with `section` None) stand in both reports as they were."""

    section: int | None
    unchanged: int
    numbers: int
    total: int

    @property
    def share(self) -> float:
        """The part of the right side's sentences taken over unchanged, 0 … 1."""
        return self.unchanged / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Noise:
    """What masking took away: of `differing` pairs of sentences, `removed` differ in years, dates, numbers of
    documents or spaces only."""

    removed: int
    differing: int

    @property
    def share(self) -> float:
        """The part of the differences that were noise, 0 … 1."""
        return self.removed / self.differing if self.differing else 0.0


@dataclass(frozen=True, slots=True)
class Difference:
    """One step of F8: `kind` is one of CHANGE_KINDS, `of` says whose `id` it is: section, sentence, note, table or row.

    A row is the row at index `row` of the TablePair `id`.
    """

    kind: str
    of: str
    id: int
    section: int | None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports compared. `frame` pairs head, recipients and signature, which count for nothing.

    `differences` are all changes in the order of the right report; `masked` tells
    whether years, dates and numbers of documents were passed over.
    """

    sections: tuple[SectionPair, ...]
    sentences: tuple[SentencePair, ...]
    frame: tuple[SentencePair, ...]
    notes: tuple[NotePair, ...]
    figures: tuple[FigurePair, ...]
    tables: tuple[TablePair, ...]
    contradictions: tuple[Contradiction, ...]
    skipped: tuple[Skipped, ...]
    differences: tuple[Difference, ...]
    reuse: tuple[Reuse, ...]
    noise: Noise
    masked: bool = True

    @property
    def counts(self) -> dict[str, int]:
        """How many differences of each of CHANGE_KINDS; they sum to the number of differences."""
        found = dict.fromkeys(CHANGE_KINDS, 0)
        for difference in self.differences:
            found[difference.kind] += 1
        return found

    @property
    def sentence_counts(self) -> dict[str, int]:
        """How many pairs of sentences of each of SENTENCE_KINDS; they sum to the number of pairs."""
        found = dict.fromkeys(SENTENCE_KINDS, 0)
        for pair in self.sentences:
            found[pair.kind] += 1
        return found


def joined(spots: tuple[Spot, ...]) -> str | None:
    """Return the text of one side, None for an empty side."""
    return " ".join(spot.text for spot in spots) if spots else None
