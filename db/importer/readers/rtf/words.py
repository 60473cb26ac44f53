"""The words that set letters, paragraphs and rows, end paragraphs and cells, or stand for a sign."""

from __future__ import annotations

from collections.abc import Callable

from db.importer.readers.rtf.letters import LETTER_WORDS, Letters
from db.importer.readers.rtf.paragraphs import PARAGRAPH_WORDS, PLAIN, ParagraphSays
from db.importer.readers.rtf.rows import ROW_WORDS, RowWords
from db.importer.readers.rtf.state import Walk
from db.importer.readers.rtf.unicode_words import character, skipped_after
from db.importer.readers.shared.losses import FIELD_WITHOUT_RESULT

Action = Callable[[Walk, int | None], None]

_SIGNS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "softline": "\n", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c", "zwbo": "\u200b", "ltrmark": "\u200e", "rtlmark": "\u200f",
}  # fmt: skip
_UNKNOWN_WITHOUT_A_PROGRAM = (b"chdate", b"chdpl", b"chdpa", b"chtime")


def _plain(walk: Walk, number: int | None) -> None:  # an action like the others
    walk.state.letters = Letters(walk.reading.fonts.default)


def _font(walk: Walk, number: int | None) -> None:
    state = walk.state
    if state.letters.font != number:
        state.letters = state.letters._replace(font=number or 0)


def _paragraph_plain(walk: Walk, number: int | None) -> None:  # an action like the others
    walk.state.says = PLAIN


def _unicode(walk: Walk, number: int | None) -> None:
    walk.add(character(number))
    walk.skip = skipped_after(walk.state.uc)


def _letters_skipped(walk: Walk, number: int | None) -> None:
    walk.state.uc = 1 if number is None else number


def _paragraph(walk: Walk, number: int | None) -> None:  # an action like the others
    state = walk.state
    if not state.is_mute:
        state.story.end_paragraph(state.says, state.letters)


def _cell(walk: Walk, number: int | None) -> None:  # an action like the others
    state = walk.state
    if not state.is_mute:
        state.story.end_cell(1, state.says, state.letters)


def _inner_cell(walk: Walk, number: int | None) -> None:  # an action like the others
    state = walk.state
    if not state.is_mute:
        state.story.end_cell(max(2, state.says.depth), state.says, state.letters)


def _row(walk: Walk, number: int | None) -> None:  # an action like the others
    state = walk.state
    if not state.is_mute:
        state.story.end_row(1, state.row.says())


def _inner_row(walk: Walk, number: int | None) -> None:  # an action like the others
    state = walk.state
    if not state.is_mute:
        state.story.end_row(max(2, state.says.depth), state.row.says())


def _section(walk: Walk, number: int | None) -> None:
    state = walk.state
    if not state.is_mute:
        if not state.story.script.is_empty:
            _paragraph(walk, number)
        walk.reading.notes.end_section()


def _section_plain(walk: Walk, number: int | None) -> None:  # an action like the others
    walk.reading.notes.reset_section()


def _page(walk: Walk, number: int | None) -> None:  # an action like the others
    """Take the break of a page or column as one of a line; before any text it is only layout."""
    if not walk.state.story.script.is_empty:
        walk.add("\n")


def _without_result(walk: Walk, number: int | None) -> None:  # an action like the others
    walk.state.story.losses.add(FIELD_WITHOUT_RESULT, not walk.state.is_mute)


def _default_font(walk: Walk, number: int | None) -> None:
    walk.reading.fonts.default = number or 0
    walk.state.letters = Letters(number or 0)


def _letters_action(change: Callable[[Letters, int | None], Letters]) -> Action:
    def act(walk: Walk, number: int | None) -> None:
        walk.state.letters = change(walk.state.letters, number)

    return act


def _paragraph_action(change: Callable[[ParagraphSays, int | None], ParagraphSays]) -> Action:
    def act(walk: Walk, number: int | None) -> None:
        walk.state.says = change(walk.state.says, number)

    return act


def _row_action(say: Callable[[RowWords, int | None], None]) -> Action:
    def act(walk: Walk, number: int | None) -> None:
        say(walk.state.row, number)

    return act


def _sign_action(sign: str) -> Action:
    def act(walk: Walk, number: int | None) -> None:  # an action like the others
        walk.add(sign)

    return act


def _header_action(word: bytes) -> Action:
    def act(walk: Walk, number: int | None) -> None:
        walk.reading.fonts.header_says(word, number)

    return act


WORDS: dict[bytes, Action] = {
    **{word: _letters_action(change) for word, change in LETTER_WORDS.items()},
    **{word: _paragraph_action(change) for word, change in PARAGRAPH_WORDS.items()},
    **{word: _row_action(say) for word, say in ROW_WORDS.items()},
    **{word.encode(): _sign_action(sign) for word, sign in _SIGNS.items()},
    **{word: _header_action(word) for word in (b"ansi", b"mac", b"pc", b"pca", b"ansicpg")},
    **dict.fromkeys(_UNKNOWN_WITHOUT_A_PROGRAM, _without_result),
    **dict.fromkeys((b"page", b"column"), _page),
    b"plain": _plain,
    b"f": _font,
    b"pard": _paragraph_plain,
    b"u": _unicode,
    b"uc": _letters_skipped,
    b"par": _paragraph,
    b"cell": _cell,
    b"nestcell": _inner_cell,
    b"row": _row,
    b"nestrow": _inner_row,
    b"sect": _section,
    b"sectd": _section_plain,
    b"deff": _default_font,
}
"""What to do at a word; the words of destinations and notes stand elsewhere."""

SIGNS: dict[bytes, Action] = {
    b"~": _sign_action("\u00a0"),
    b"_": _sign_action("-"),  # that it does not break is layout
    b"-": _sign_action("\u00ad"),
    b"\t": _sign_action("\t"),
    **dict.fromkeys((b"\r", b"\n"), _paragraph),
}
"""What to do at a backslash with a sign behind it."""
