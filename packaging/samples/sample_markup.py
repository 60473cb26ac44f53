"""Reads the markup the sample reports are written in.

One line is one paragraph; `;` opens a comment, `:key value` a fact of the head.

    =2 1.1. | Title | topic topic    a heading of level 2; topics tell what it is about, for pairing years
    *2 1. | text                     a numbered paragraph that runs on, of level 2
    - text                           a dash item, one level below the heading above it
    !table header=2 widths=10,60     a table (mm) up to !end: !caption, !unit, rows "|a|{c2}b|{r2}c", group rows "||a"
    !recipients, !annex              lines up to !end
    text[[note]] goes on             a footnote, anywhere in a text

The outline computed here is the truth that the importer and the comparison are tested against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

Words = tuple[str | int, ...]
"""Running text: strings, and between them the numbers of the notes marked there."""


@dataclass(frozen=True)
class Heading:
    """A heading line; `topics` name what it is about, the same from year to year."""

    level: int
    marker: str
    words: Words
    topics: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    """A numbered paragraph that runs on ("1. Công tác …") or a dash item."""

    level: int
    marker: str
    words: Words


@dataclass(frozen=True)
class Body:
    """A plain paragraph."""

    words: Words


@dataclass(frozen=True)
class TableCell:
    """A cell as written; covered places are not written at all."""

    words: Words
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True)
class Row:
    """A row; `group` rows are set bold."""

    cells: tuple[TableCell, ...]
    group: bool


@dataclass
class TableOf:
    """A table with its caption and unit line; widths in millimetres."""

    header_rows: int
    widths: tuple[int, ...]
    caption: Words = ()
    unit: str = ""
    rows: list[Row] = field(default_factory=list)


Element = Heading | Item | Body | TableOf


@dataclass(frozen=True)
class Entry:
    """A line of the outline: bare number, printed marker, title (empty where the text runs on)."""

    level: int
    number: str
    marker: str
    title: str
    topics: tuple[str, ...]


@dataclass
class Sample:
    """One sample report, read."""

    head: dict[str, str] = field(default_factory=dict)
    elements: list[Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    annex_title: list[str] = field(default_factory=list)
    annex: list[TableOf] = field(default_factory=list)

    @property
    def year(self) -> int:
        """The year the report is about."""
        return int(self.head["year"])

    def outline(self) -> tuple[Entry, ...]:
        """The sections in reading order, as a reader of the printed page would list them; the annex comes last."""
        body = [_entry(one) for one in self.elements if isinstance(one, Heading | Item)]
        if self.annex:
            marker, title, *_ = self.annex_title
            body.append(Entry(1, marker.capitalize(), marker, title, ("annex",)))
        return tuple(body)

    def tables(self) -> list[TableOf]:
        """All tables, those of the annex last."""
        return [one for one in self.elements if isinstance(one, TableOf)] + self.annex


def read(path: Path) -> Sample:
    """Read one source; ValueError names a line that is none of the markup."""
    sample = Sample()
    lines = iter(path.read_text(encoding="utf-8").splitlines())
    level = 0
    for line in lines:
        if not line or line.startswith(";"):
            continue
        if line.startswith(":"):
            key, _, value = line[1:].partition(" ")
            sample.head[key] = value
        elif line.startswith("!"):
            _block(sample, line, lines)
        elif line[0] in "=*":
            level = int(line[1])
            sample.elements.append(_numbered(sample, line, level))
        elif line.startswith("- "):
            marker = "–" if sample.head["style"] == "automatic" else "-"
            sample.elements.append(Item(level + 1, marker, _words(sample, line[2:])))
        else:
            sample.elements.append(Body(_words(sample, line)))
    return sample


def _numbered(sample: Sample, line: str, level: int) -> Heading | Item:
    marker, *rest = [part.strip() for part in line[3:].split("|")]
    if line[0] == "*":
        return Item(level, marker, _words(sample, rest[0]))
    return Heading(level, marker, _words(sample, rest[0]), tuple(rest[1].split()))


def _block(sample: Sample, line: str, lines: Iterator[str]) -> None:
    inside = list(iter(lambda: next(lines), "!end"))
    if line == "!recipients":
        sample.recipients = [one.removeprefix("- ") for one in inside]
    elif line == "!annex":
        sample.annex_title = inside
    elif line.startswith("!table "):
        table = _table(sample, line, inside)
        (sample.annex if sample.annex_title else sample.elements).append(table)
    else:
        raise ValueError(line)


def _table(sample: Sample, line: str, inside: list[str]) -> TableOf:
    facts = dict(part.split("=") for part in line.split()[1:])
    table = TableOf(int(facts["header"]), tuple(int(one) for one in facts["widths"].split(",")))
    for one in inside:
        if one.startswith("!caption "):
            table.caption = _words(sample, one.removeprefix("!caption "))
        elif one.startswith("!unit"):
            table.unit = one.removeprefix("!unit").strip()
        else:
            group = one.startswith("||")
            cells = one[2 if group else 1 :].split("|")
            table.rows.append(Row(tuple(_cell(sample, cell) for cell in cells), group))
    return table


def _cell(sample: Sample, text: str) -> TableCell:
    spans = re.match(r"\{(?:c(\d+))?(?:r(\d+))?\}", text)
    if spans is None:
        return TableCell(_words(sample, text))
    return TableCell(_words(sample, text[spans.end() :]), int(spans[1] or 1), int(spans[2] or 1))


def _words(sample: Sample, text: str) -> Words:
    words: list[str | int] = []
    for place, part in enumerate(re.split(r"\[\[(.+?)\]\]", text)):
        if place % 2:
            sample.notes.append(part)
            words.append(len(sample.notes))
        elif part:
            words.append(part)
    return tuple(words)


def _entry(one: Heading | Item) -> Entry:
    number = "-" if one.marker in "-–" else one.marker.strip(" .-)")
    if isinstance(one, Heading):
        return Entry(one.level, number, one.marker, _plain(one.words), one.topics)
    return Entry(one.level, number, one.marker, "", ())


def _plain(words: Words) -> str:
    return "".join(word for word in words if isinstance(word, str))
