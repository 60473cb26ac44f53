"""Reports saved as text by a program that wrote each note mark as a newline and each note with U+FFFD."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from db.importer.document import Loss, NoteMark, NoteText, Paragraph

_NOTE = re.compile(r"\s*\ufffd\s*(?=\S)")
_RECIPIENTS = re.compile(r"\s*Nơi nhận\s*(?::|$)", re.IGNORECASE)
# A sentence that goes on: punctuation, or a space and then a lower-case letter or a bracket.
_CLOSING = tuple(".,;:!?)”»…")
_RUN = re.compile(r" {2,}")
_ITEM = re.compile(r"\s*[-–—+*]")


@dataclass(slots=True)
class _Draft:
    """A paragraph while its lines are being gathered."""

    text: str
    line: int
    breaks: list[int]


def is_flattened(lines: list[str]) -> bool:
    """Whether some paragraph begins with U+FFFD, the lost number of a note."""
    return any(_NOTE.match(line) for line in lines)


def read_flattened(lines: list[str]) -> tuple[list[Paragraph], list[NoteText], list[Loss]]:
    """Return paragraphs with marks, notes, and a Loss where marks and notes do not pair."""
    body, notes = _parted(lines)
    drafts = _joined(body, _goes_on)
    breaks = _count(drafts)
    if breaks < len(notes) and _count(bolder := _joined(body, _may_go_on)) == len(notes):
        return _marked(bolder), notes, []
    if breaks == len(notes):
        return _marked(drafts), notes, []
    plain = [Paragraph(draft.text, origin=f"line {draft.line}") for draft in drafts]
    return plain, notes, [Loss("TBC-423", 1, f"{breaks}/{len(notes)}")]


def _count(drafts: list[_Draft]) -> int:
    return sum(len(draft.breaks) for draft in drafts)


def _parted(lines: list[str]) -> tuple[list[tuple[int, str]], list[NoteText]]:
    """Part the lines into those of the body, numbered from 1, and the notes.

    A line straight under a note's line belongs to the note; behind a blank line the body goes on.
    """
    body: list[tuple[int, str]] = []
    notes: list[str] = []
    inside = False
    for number, line in enumerate(lines, start=1):
        opening = _NOTE.match(line)
        if opening:
            notes.append(line[opening.end() :])
            inside = True
        elif inside and line.strip():
            notes[-1] += "\n" + line
        else:
            inside = False
            body.append((number, line))
    return body, [_note(number, text) for number, text in enumerate(notes, start=1)]


def _note(number: int, text: str) -> NoteText:
    """A note as it was before it was flattened: runs of spaces are what justified lines left behind."""
    return NoteText(str(number), str(number), "footnote", _RUN.sub(" ", text))


def _joined(body: list[tuple[int, str]], goes_on: Callable[[str, str], bool]) -> list[_Draft]:
    """Join the lines a note mark has broken; after "Nơi nhận" only wrapped items are joined."""
    drafts: list[_Draft] = []
    adjacent = recipients = False
    for number, line in body:
        if not line.strip():
            adjacent = False
            continue
        recipients = recipients or bool(_RECIPIENTS.match(line))
        if adjacent and not recipients and goes_on(drafts[-1].text, line):
            drafts[-1].breaks.append(len(drafts[-1].text))
            drafts[-1].text += line
        elif recipients and drafts and _wrapped_item(drafts[-1].text, line):
            drafts[-1].text = f"{drafts[-1].text.rstrip()} {line.strip()}"
        else:
            drafts.append(_Draft(line, number, []))
        adjacent = True
    return drafts


def _goes_on(above: str, line: str) -> bool:
    """Whether `line` goes on with the sentence of the line above, which a title in capitals or a ruler is not."""
    if not any(char.islower() for char in above):
        return False
    rest = line.lstrip(" \u00a0")
    return line.startswith(_CLOSING) or (rest != line and (rest[0].islower() or rest[0] in "(["))


def _may_go_on(above: str, line: str) -> bool:
    """Also take a line that begins with a space before a capital or a figure; only a full count of notes proves it."""
    indented = line[:1] in {" ", "\u00a0"} and line[1:2].isalnum()
    unfinished = not above.rstrip().endswith(_CLOSING) and any(char.islower() for char in above)
    return _goes_on(above, line) or (indented and unfinished)


def _wrapped_item(before: str, line: str) -> bool:
    return bool(_ITEM.match(before)) and before.rstrip().endswith(",") and line[0] == " " and line.strip()[0].islower()


def _marked(drafts: list[_Draft]) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    key = 0
    for draft in drafts:
        marks = []
        for offset in draft.breaks:
            key += 1
            marks.append(NoteMark(offset, str(key)))
        paragraphs.append(Paragraph(draft.text, tuple(marks), origin=f"line {draft.line}"))
    return paragraphs
