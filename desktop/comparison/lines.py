"""A comparison as the lines of one scroll: headings, sentences, notes and rows of tables of both years; no Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from db.comparison.rows import Comparison, NotePair, Run, SectionPair, SentencePair, Spot, TablePair
from db.model import Content, Place

CONTEXT = 48
"""How many letters before its first change a folded sentence shows."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `of` is section, sentence, note, table or row, `id` the id of its pair (`row` the row of a table).

    `kind` is what became of it; "unchanged" and "same" are no changes. `runs` hold the
    words of both sides. `left` and `right` are where the words stand, None where a side
    has none, `spots` the stretches of a sentence on each side. `section` is the id of the section pair it is told
    under. `changes` are the kinds of the differences the comparison counts here: a heading that is new and of another
    number has two, one that was only split has none.
    """

    of: str
    id: int
    kind: str
    runs: tuple[Run, ...]
    section: int | None
    left: Place | None = None
    right: Place | None = None
    level: int = 1
    row: int | None = None
    head: str = ""
    changes: tuple[str, ...] = ()
    spots: tuple[tuple[Spot, ...], tuple[Spot, ...]] = ((), ())

    @property
    def is_change(self) -> bool:
        """Whether there is something to see here."""
        return self.kind not in ("unchanged", "same")

    def side(self, left: bool) -> Iterator[Run]:
        """Return the words of one side."""
        return (run for run in self.runs if run.kind != ("new" if left else "dropped"))

    def text(self, left: bool) -> str:
        """Return the text of one side."""
        return "".join(run.text for run in self.side(left))


def lines_of(comparison: Comparison, left: Content, right: Content) -> list[Line]:
    """Return every line, in the order of the newer report, what was dropped at its old place."""
    sentences: dict[int | None, list[SentencePair]] = defaultdict(list)
    for sentence in comparison.sentences:
        sentences[sentence.section].append(sentence)
    tables: dict[int | None, list[TablePair]] = defaultdict(list)
    for table in comparison.tables:
        tables[table.section].append(table)
    notes = _notes_by_sentence(comparison)
    texts = _Texts(left, right)
    lines = []
    for pair in (None, *comparison.sections):
        key = pair.id if pair else None
        if pair is not None and pair.titled:
            lines.append(texts.heading(pair))
        for sentence in sentences[key]:
            lines.append(_sentence(sentence))
            lines += [texts.note(note, key) for note in notes[sentence.id]]
        for table in tables[key]:
            lines += texts.table(table, key)
    lines += [texts.note(note, None) for note in notes[None]]
    return counted(lines, comparison)


def counted(lines: list[Line], comparison: Comparison) -> list[Line]:
    """Return the lines with every difference of the comparison at one of them.

    That of an item without a heading line stands at the first line of the item, else at the change told before it.
    """
    at = {(line.of, line.id, line.row): place for place, line in enumerate(lines)}
    first: dict[int | None, int] = {}
    for place, line in enumerate(lines):
        first.setdefault(line.section, place)
    changes: dict[int, list[str]] = defaultdict(list)
    before = 0
    for one in comparison.differences:
        found = at.get((one.of, one.id, one.row))
        before = found if found is not None else first.get(one.section, before)
        changes[before].append(one.kind)
    return [
        replace(line, changes=tuple(changes[place])) if place in changes else line for place, line in enumerate(lines)
    ]


def shown(lines: Iterable[Line], kinds: Collection[str], only_changes: bool) -> list[Line]:
    """Return the lines to show: changes of these kinds, and the unchanged ones unless only changes are wanted.

    A heading stays where something under it stays.
    """
    found: list[Line] = []
    waiting: list[Line] = []
    for line in lines:
        wanted = any(kind in kinds for kind in line.changes)
        keep = wanted or (not only_changes and not (line.is_change and line.changes))
        if line.of == "section" and not wanted:
            waiting = [head for head in waiting if head.level < line.level]
            waiting.append(line)
        elif keep:
            found += waiting
            waiting = []
            found.append(line)
    return found


def folded(line: Line) -> tuple[Run, ...]:
    """Return the runs of a sentence cut to the words around its first change, for a line of its own."""
    before = ""
    for place, run in enumerate(line.runs):
        if run.kind != "same" and not run.masked:
            start = before[-CONTEXT:]
            lead = Run("same", ("…" if len(before) > CONTEXT else "") + start)
            return (lead, *line.runs[place:])
        before += run.text if run.kind != "dropped" else ""
    return line.runs


@dataclass(frozen=True, slots=True)
class Row:
    """What stands side by side in two columns; both sides are one line where the two years answer each other."""

    left: Line | None
    right: Line | None

    @property
    def line(self) -> Line:
        """The line the row is about; the newer side's where the sides are two."""
        found = self.right or self.left
        assert found is not None
        return found

    def count(self, kinds: Collection[str]) -> int:
        """Return how many differences of these kinds stand in the row."""
        sides = (self.left,) if self.together else (self.left, self.right)
        return sum(kind in kinds for line in sides if line is not None for kind in line.changes)

    @property
    def together(self) -> bool:
        """Whether the two sides answer each other."""
        return self.left is self.right


def rows_of(lines: Iterable[Line]) -> list[Row]:
    """Set lines into two columns; dropped and new ones between two paired lines stand beside each other."""
    rows: list[Row] = []
    dropped: list[Line] = []
    new: list[Line] = []

    def flush() -> None:
        rows.extend(Row(left, right) for left, right in zip_longest(dropped, new))
        dropped.clear()
        new.clear()

    for line in lines:
        has_left, has_right = bool(line.text(True)), bool(line.text(False))
        if line.of == "section" or has_left == has_right:
            flush()
            rows.append(Row(line, line))
        else:
            (dropped if has_left else new).append(line)
    flush()
    return rows


def _notes_by_sentence(comparison: Comparison) -> dict[int | None, list[NotePair]]:
    found: dict[int | None, list[NotePair]] = defaultdict(list)
    for note in comparison.notes:
        found[note.sentence].append(note)
    return found


def _sentence(pair: SentencePair) -> Line:
    runs = pair.redline or _runs(pair.left_text, pair.right_text)
    left = pair.left[0].place if pair.left else None
    right = pair.right[0].place if pair.right else None
    return Line("sentence", pair.id, pair.kind, runs, pair.section, left, right, spots=(pair.left, pair.right))


def _runs(left: str | None, right: str | None) -> tuple[Run, ...]:
    if left is not None and right is not None and left == right:
        return (Run("same", left),)
    return tuple(Run(kind, text) for kind, text in (("dropped", left), ("new", right)) if text is not None)


class _Texts:
    """Looks up the words of headings, notes and rows in the two reports."""

    def __init__(self, left: Content, right: Content) -> None:
        self._sections = [{section.id: section for section in content.sections} for content in (left, right)]
        self._notes = [{note.id: note for note in content.notes} for content in (left, right)]
        self._tables = [{table.id: table for table in content.tables} for content in (left, right)]
        self._heads = [
            {block.section_id: block.id for block in reversed(content.blocks) if block.kind == "heading"}
            for content in (left, right)
        ]

    def heading(self, pair: SectionPair) -> Line:
        sides = [
            sections[found] if found is not None else None
            for sections, found in zip(self._sections, (pair.left, pair.right), strict=True)
        ]
        printed = [f"{one.marker} {one.title or one.opening}".strip() if one else None for one in sides]
        level = next(one.level for one in reversed(sides) if one is not None)
        places = [
            Place(block_id=heads[found]) if found in heads else None
            for heads, found in zip(self._heads, (pair.left, pair.right), strict=True)
        ]
        # A heading of two lines ("Phần thứ nhất", its title) is one line here.
        runs = tuple(replace(run, text=run.text.replace("\n", " ")) for run in pair.redline or _runs(*printed))
        return Line("section", pair.id, pair.kind, runs, pair.id, places[0], places[1], level)

    def note(self, pair: NotePair, section: int | None) -> Line:
        left = self._notes[0][pair.left] if pair.left is not None else None
        right = self._notes[1][pair.right] if pair.right is not None else None
        runs = pair.redline or _runs(left.text if left else None, right.text if right else None)
        label = "→".join(dict.fromkeys(note.label for note in (left, right) if note is not None))
        places = [Place(note_id=found) if found is not None else None for found in (pair.left, pair.right)]
        return Line("note", pair.id, pair.kind, runs, section, places[0], places[1], head=label)

    def table(self, pair: TablePair, section: int | None) -> Iterator[Line]:
        captions = [
            tables[found].caption if found is not None else None
            for tables, found in zip(self._tables, (pair.left, pair.right), strict=True)
        ]
        places = [
            Place(table_id=found, row=0, col=0) if found is not None else None for found in (pair.left, pair.right)
        ]
        kind = pair.kind if pair.kind != "paired" else "same"
        yield Line("table", pair.id, kind, _runs(*captions), section, places[0], places[1])
        for number, row in enumerate(pair.rows):
            if row.kind == "same":
                continue
            sides = (row.left, row.right)
            where = [
                Place(table_id=table, row=index, col=0) if table is not None and index is not None else None
                for table, index in zip((pair.left, pair.right), sides, strict=True)
            ]
            runs = tuple(_row_runs(row.label, row.cells, row.kind))
            yield Line("row", pair.id, row.kind, runs, section, where[0], where[1], row=number)


def _row_runs(label: str, cells: Iterable[object], kind: str) -> Iterator[Run]:
    sides = {"added": "new", "removed": "dropped"}
    yield Run(sides.get(kind, "same"), label)
    for cell in cells:
        left, right = str(getattr(cell, "left_text", "")), str(getattr(cell, "right_text", ""))
        header = str(getattr(cell, "header", ""))
        if getattr(cell, "kind", "same") == "same" or (not left and not right):
            continue
        yield Run(sides.get(kind, "same"), f"   {header}: ")
        if left:
            yield Run("dropped", left)
        if right:
            yield Run("new", right)
