"""The pieces of a Word file with tracked changes: runs, paragraphs, and the revisions around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import groupby, takewhile

from lxml import etree

from db.comparison_out.revised import Piece
from db.comparison_out.word_parts import MAIN
from db.export.cells import fit

Element = etree._Element

AUTHOR = "Tủ Báo Cáo"
NO_MOMENT = "2000-01-01T00:00:00Z"
"""The moment of all changes where none is given: the same comparison gives the same bytes."""

TAG = {"new": "ins", "dropped": "del"}

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LETTERS = {
    "b": ("b", ""), "i": ("i", ""), "u": ("u", "single"),
    "^": ("vertAlign", "superscript"), "_": ("vertAlign", "subscript"),
}  # fmt: skip
_WORD = re.compile(r"\s*\S+\s*")
_BREAKS = re.compile(r"([\n\t])")


def w(tag: str, *children: Element, **attributes: str) -> Element:
    """Return an element of Word's namespace; attributes are of the same."""
    made = etree.Element(f"{{{MAIN}}}{tag}", nsmap={"w": MAIN})
    for name, value in attributes.items():
        made.set(f"{{{MAIN}}}{name}", value)
    made.extend(children)
    return made


class Tracker:
    """Makes the paragraphs of one document; every revision has a number of its own.

    `reference` gives the run of a note's mark: it is asked once for each mark.
    """

    def __init__(self, moment: str, reference: Callable[[Piece], Element]) -> None:
        self._moment = moment
        self._later = _some_minutes_after(moment)
        self._reference = reference
        self._revisions = 0
        self._ended = "same"

    def revision(self, kind: str, *children: Element, whole: bool = False) -> Element:
        """Return children as put in (new) or struck out (dropped); `whole` says that their paragraph is too.

        What concerns whole paragraphs is dated five minutes later (one is not enough): LibreOffice takes a change at
        the end of a paragraph and the next paragraph, put in at the same moment, for one, and the end between them
        with it.
        """
        self._revisions += 1
        date = self._later if whole else self._moment
        return w(TAG[kind], *children, id=str(self._revisions), author=AUTHOR, date=date)

    def paragraph(self, pieces: Iterable[Piece], style: str = "", align: str = "", mark: str = "same") -> Element:
        """Return a paragraph; `mark` says whether its end, and so the paragraph itself, is same, new or dropped."""
        pieces = list(pieces)
        if pieces and pieces[0].kind != "same" and pieces[0].kind == self._ended:
            pieces = _apart(pieces)
        self._ended = pieces[-1].kind if pieces and mark == "same" else "same"
        about = w("pPr")
        if style:
            about.append(w("pStyle", val=style))
        if align:
            about.append(w("jc", val="both" if align == "justify" else align))
        if mark != "same":
            about.append(w("rPr", self.revision(mark, whole=True)))
        return w("p", *([about] if len(about) else []), *self.runs(pieces, whole=mark != "same"))

    def runs(self, pieces: Iterable[Piece], whole: bool = False) -> Iterator[Element]:
        """Yield the runs of pieces, those of one revision together; `whole` as in `revision`."""
        for kind, group in groupby(pieces, lambda piece: piece.kind):
            made = [self._reference(piece) if piece.notes else _run(piece) for piece in group]
            if kind == "same":
                yield from made
            else:
                yield self.revision(kind, *made, whole=whole)


def _some_minutes_after(moment: str) -> str:
    then = datetime.fromisoformat(moment.replace("Z", "+00:00")) + timedelta(minutes=5)
    return then.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _apart(pieces: Sequence[Piece]) -> list[Piece]:
    """Begin with the other kind of change: LibreOffice takes a change at the end of a paragraph and one of its kind
    at the start of the next for one, and the end of the paragraph with them.
    """
    kind = pieces[0].kind
    head = list(takewhile(lambda piece: piece.kind != "same", pieces))
    rest = list(pieces[len(head) :])
    others = [piece for piece in head if piece.kind != kind]
    if others:
        return [*others, *(piece for piece in head if piece.kind == kind), *rest]
    if not rest or rest[0].notes:
        return list(pieces)
    word = (_WORD.match(rest[0].text) or [""])[0]
    other = "dropped" if kind == "new" else "new"
    again = [replace(rest[0], kind=one, text=word) for one in (other, kind)]
    left = replace(rest[0], text=rest[0].text[len(word) :])
    return [again[0], *head, again[1], *([left] if left.text else []), *rest[1:]]


def _run(piece: Piece) -> Element:
    made = w("r")
    if piece.style:
        about = w("rPr")
        for letter in sorted(set(piece.style) & set(_LETTERS), key="biu^_".index):
            tag, value = _LETTERS[letter]
            about.append(w(tag, val=value) if value else w(tag))
        made.append(about)
    for part in _BREAKS.split(fit(piece.text)):
        if part == "\n":
            made.append(w("br"))
        elif part == "\t":
            made.append(w("tab"))
        elif part:
            text = w("delText" if piece.kind == "dropped" else "t")
            text.text = part
            text.set(_SPACE, "preserve")
            made.append(text)
    return made
