"""Links that open a place of a report: tubaocao://quang-nam-2023/table/4/2/3?sha=1f0c…; they outlive the library.

A place is told by its number in the report (the 57th block, the 4th table, its 2nd row),
not by an id of one library, and the report by its slug and by the sha-256 of its file:
so a link opens on another machine that imported the same file, under whatever name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote, urlsplit

from db.model import Content, Place, Report

SCHEME = "tubaocao"
_KINDS = ("block", "note", "table")
_SHA = re.compile(r"[0-9a-f]{12}")
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Link:
    """A link taken apart. `kind` is block, note, table or "" for the report as a whole.

    `number` counts such places of the report from 1, `row` and `col` those of a table from
    1 (0: none); `start` and `end` delimit words of the place. `sha` begins the file's sha-256.
    """

    slug: str
    kind: str = ""
    number: int = 0
    row: int = 0
    col: int = 0
    start: int = 0
    end: int = 0
    sha: str = ""


def link_to(report: Report, place: Place | None, content: Content, words: tuple[int, int] = (0, 0)) -> str:
    """Return the link to a place of a report, to the report itself for None; `words` are a stretch of the place."""
    return Linker(report, content).link(place, words)


class Linker:
    """Makes many links into one report."""

    def __init__(self, report: Report, content: Content) -> None:
        self._base = f"{SCHEME}://{quote(report.slug)}"
        self._sha = report.source.sha256[:12]
        self._numbers = {
            kind: {its_id: number for number, its_id in enumerate(_ids(kind, content), 1)} for kind in _KINDS
        }

    def link(self, place: Place | None, words: tuple[int, int] = (0, 0)) -> str:
        """Return the link to a place; to the report for None and for a place that is not in it."""
        path = "" if place is None else self._path(place)
        parts = [f"words={words[0]}-{words[1]}"] if path and words[1] > words[0] else []
        parts += [f"sha={self._sha}"] if self._sha else []
        return self._base + path + ("?" + "&".join(parts) if parts else "")

    def _path(self, place: Place) -> str:
        kind, its_id = _kind_of(place)
        number = self._numbers[kind].get(its_id)
        if number is None:
            return ""
        path = f"/{kind}/{number}"
        if place.row is None:
            return path
        return f"{path}/{place.row + 1}" + (f"/{place.col + 1}" if place.col is not None else "")


def parse(link: str) -> Link | None:
    """Return a link taken apart, None for anything that is not one of ours, whole and sound."""
    try:
        parts = urlsplit(link.strip()) if len(link) <= _LONGEST else None
    except ValueError:
        return None
    if parts is None or parts.scheme.lower() != SCHEME or parts.fragment:
        return None
    slug, steps = unquote(parts.netloc), [step for step in parts.path.split("/") if step]
    place = _place(steps)
    if not slug or place is None or not re.fullmatch(r"[a-z0-9-]{1,120}", slug):
        return None
    asked = parse_qs(parts.query)
    sha, stretch = asked.get("sha", [""])[0], re.fullmatch(r"(\d{1,7})-(\d{1,7})", asked.get("words", [""])[0])
    start, end = (int(stretch[1]), int(stretch[2])) if stretch else (0, 0)
    kind, number, row, col = place
    return Link(slug, kind, number, row, col, start, max(start, end), sha if _SHA.fullmatch(sha) else "")


def report_of(link: Link, reports: Sequence[Report]) -> Report | None:
    """Return the report a link means: the one of that file, else the one so named; None if neither is here."""
    same_file = [report for report in reports if link.sha and report.source.sha256.startswith(link.sha)]
    named = [report for report in reports if report.slug == link.slug]
    return next(iter([report for report in named if report in same_file] or same_file or named), None)


def place_of(link: Link, content: Content) -> Place | None:
    """Return the place a link means in its report; None for the report as a whole, and where there is no such place."""
    ids = _ids(link.kind, content)
    if not 1 <= link.number <= len(ids):
        return None
    its_id = ids[link.number - 1]
    if link.kind == "block":
        return Place(block_id=its_id)
    if link.kind == "note":
        return Place(note_id=its_id)
    return Place(table_id=its_id, row=link.row - 1 if link.row else None, col=link.col - 1 if link.col else None)


def _ids(kind: str, content: Content) -> list[int]:
    if kind == "block":
        return [block.id for block in content.blocks]
    if kind == "note":
        return [note.id for note in content.notes]
    return [table.id for table in content.tables] if kind == "table" else []


def _place(steps: list[str]) -> tuple[str, int, int, int] | None:
    """Return kind, number, row and column; None where the path is not of the form we write."""
    if not steps:
        return "", 0, 0, 0
    kind, *numbers = steps
    allowed = 3 if kind == "table" else 1
    if kind not in _KINDS or not 1 <= len(numbers) <= allowed or not all(map(_NUMBER.fullmatch, numbers)):
        return None
    number, row, col = (*map(int, numbers), 0, 0)[:3]
    return kind, number, row, col


def _kind_of(place: Place) -> tuple[str, int]:
    if place.block_id is not None:
        return "block", place.block_id
    return ("note", place.note_id) if place.note_id is not None else ("table", place.table_id or 0)
