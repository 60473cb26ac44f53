"""The walk over the tokens of a file, from which its document comes (RTF 1.9.1, "Formal Syntax")."""

from __future__ import annotations

from db.importer.document import Document
from db.importer.readers.rtf.destinations import DESTINATIONS
from db.importer.readers.rtf.fonts import Fonts
from db.importer.readers.rtf.lists import Lists
from db.importer.readers.rtf.note_words import NOTE_WORDS
from db.importer.readers.rtf.notes import Notes
from db.importer.readers.rtf.state import Walk
from db.importer.readers.rtf.story import Reading
from db.importer.readers.rtf.styles import Styles
from db.importer.readers.rtf.tokens import Kind, Tokens
from db.importer.readers.rtf.words import SIGNS, WORDS
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.importer.readers.shared.losses import HEADER_OR_FOOTER, UNREADABLE_PART
from db.importer.readers.shared.running_heads import says_more_than_the_page

_ACTIONS = {**WORDS, **DESTINATIONS, **NOTE_WORDS}
# A star says: leave this destination out if you do not know it. These are known.
_READ_WITH_STAR = frozenset(DESTINATIONS) | {b"footnote", b"shppict"}
_ESCAPED = (b"\\", b"{", b"}")
_PADDING = b"\0\r\n\t \x1a"


def document_of(data: bytes, runs: LegacyRuns) -> tuple[Document, bool]:
    """Return the document, and whether the file breaks off before its end. Raises TooDeep."""
    fonts = Fonts()
    walk = Walk(Tokens(data), Reading(fonts, Styles(), Lists(fonts), Notes(), runs))
    for kind, value, number in walk.tokens:
        if kind is Kind.WORD:
            _word(walk, value, number)
        elif kind is Kind.RAW:
            walk.add_raw(value)
        elif kind is Kind.OPEN:
            walk.open()
        elif kind is Kind.CLOSE:
            if walk.is_open:
                walk.close()
            if not walk.is_open:
                break
        elif kind is Kind.HEX:
            walk.add_raw(value)
        else:
            _sign(walk, value)
    breaks_off = walk.is_open
    while walk.is_open:
        walk.close()
    blocks = walk.body.finish()
    walk.losses.add(UNREADABLE_PART, breaks_off or bool(walk.tokens.rest().strip(_PADDING)))
    walk.losses.add(HEADER_OR_FOOTER, sum(map(says_more_than_the_page, walk.header_texts)))
    return Document("rtf", tuple(blocks), walk.reading.notes.all(), tuple(walk.all_losses())), breaks_off


def _word(walk: Walk, word: bytes, number: int | None) -> None:
    walk.skip = 0
    if walk.is_starred:
        walk.is_starred = False
        if word not in _READ_WITH_STAR:
            walk.tokens.leap()
            return
    action = _ACTIONS.get(word)
    if action is not None:
        action(walk, number)


def _sign(walk: Walk, sign: bytes) -> None:
    if sign == b"*":
        walk.is_starred = True
    elif walk.skip:
        walk.skip -= 1
    elif sign in _ESCAPED:
        walk.add_raw(sign)
    elif sign in SIGNS:
        SIGNS[sign](walk, None)
