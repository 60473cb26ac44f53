"""What a comparison adds up to: its differences, how much was taken over, how much was noise, what was left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from db.comparison.rows import (
    Difference,
    Noise,
    NotePair,
    Reuse,
    SectionPair,
    SentencePair,
    Skipped,
    TablePair,
)
from db.comparison.trees import FRAME_KINDS
from db.model import Content

_LEFT_OUT = {
    "content": ("TBC-402", "TBC-403", "TBC-404", "TBC-405", "TBC-406", "TBC-407", "TBC-408", "TBC-410", "TBC-419"),
    "table": ("TBC-412", "TBC-416", "TBC-451", "TBC-452"),
    "note": ("TBC-421", "TBC-422", "TBC-423"),
}
_ROW_KINDS = {"added": "new", "removed": "dropped", "changed": "numbers", "moved": "moved"}


def skipped(left: Content, right: Content) -> tuple[Skipped, ...]:
    """Return what was not compared, or not in full, on either side."""
    what_of = {code: what for what, codes in _LEFT_OUT.items() for code in codes}
    found: list[Skipped] = []
    for side, content in (("left", left), ("right", right)):
        found += [
            Skipped(side, what_of[one.code], one.code, one.detail, one.count, one.block_id)
            for one in content.findings
            if one.code in what_of
        ]
        frame = [block for block in content.blocks if block.kind in FRAME_KINDS]
        if frame:
            found.append(Skipped(side, "frame", "", "", len(frame), frame[0].id))
        found += [
            Skipped(side, "table", "", table.caption)
            for table in content.tables
            if not any(cell.text.strip() for cell in table.cells)
        ]
    return tuple(found)


def differences(
    sections: Sequence[SectionPair],
    sentences: Sequence[SentencePair],
    notes: Sequence[NotePair],
    tables: Sequence[TablePair],
) -> tuple[Difference, ...]:
    """Return every change once, section by section: the heading, its sentences with their notes, its tables."""
    by_section: dict[int | None, list[SentencePair]] = defaultdict(list)
    for sentence in sentences:
        by_section[sentence.section].append(sentence)
    by_sentence: dict[int | None, list[NotePair]] = defaultdict(list)
    for note in notes:
        by_sentence[note.sentence].append(note)
    tables_in: dict[int | None, list[TablePair]] = defaultdict(list)
    for table in tables:
        tables_in[table.section].append(table)
    found: list[Difference] = []
    for section in (None, *sections):
        place = section.id if section else None
        if section is not None:
            found += _of_section(section)
        for sentence in by_section[place]:
            if sentence.kind != "unchanged":
                found.append(Difference(sentence.kind, "sentence", sentence.id, place))
            found += _of_notes(by_sentence[sentence.id], place)
        found += [row for table in tables_in[place] for row in _of_table(table)]
    return (*found, *_of_notes(by_sentence[None], None))


def _of_section(pair: SectionPair) -> list[Difference]:
    """A heading's own changes; those of an item without a title are told by its sentences."""
    kinds = [kind for kind in pair.kinds if kind in {"new", "dropped", "moved", "retitled"}] if pair.titled else []
    if "renumbered" in pair.kinds and not {"moved", "split", "merged"} & set(pair.kinds):
        kinds.append("renumbered")
    return [Difference("reworded" if kind == "retitled" else kind, "section", pair.id, pair.id) for kind in kinds]


def _of_notes(notes: Iterable[NotePair], section: int | None) -> list[Difference]:
    return [Difference(note.kind, "note", note.id, section) for note in notes if note.kind != "unchanged"]


def _of_table(table: TablePair) -> list[Difference]:
    if table.kind != "paired":
        return [Difference(table.kind, "table", table.id, table.section)]
    return [
        Difference(_ROW_KINDS[row.kind], "row", table.id, table.section, place)
        for place, row in enumerate(table.rows)
        if row.kind in _ROW_KINDS
    ]


def reuse(sections: Sequence[SectionPair], sentences: Sequence[SentencePair]) -> tuple[Reuse, ...]:
    """Return how much was taken over: the whole first, then each pair of sections that holds sentences."""
    counts: dict[int | None, Counter[str]] = defaultdict(Counter)
    whole: Counter[str] = Counter()
    for sentence in sentences:
        if sentence.right:
            counts[sentence.section][sentence.wording] += 1
            whole[sentence.wording] += 1
    rows = [(None, whole)] + [(pair.id, counts[pair.id]) for pair in sections if counts[pair.id]]
    return tuple(Reuse(section, count["unchanged"], count["numbers"], sum(count.values())) for section, count in rows)


def noise(sentences: Sequence[SentencePair]) -> Noise:
    """Return how many pairs of sentences differ, and how many of them in nothing that counts."""
    differing = [pair for pair in sentences if pair.redline]
    return Noise(sum(1 for pair in differing if pair.wording == "unchanged"), len(differing))
