"""The words that begin a destination: a group whose text is something else than the text around it."""

from __future__ import annotations

import re
from functools import partial

from db.importer.readers.rtf.rows import RowWords
from db.importer.readers.rtf.state import Field, Walk
from db.importer.readers.rtf.story import Story
from db.importer.readers.rtf.tree import tree_of
from db.importer.readers.rtf.words import Action
from db.importer.readers.shared.fields import shows_words
from db.importer.readers.shared.losses import (
    COMMENT,
    EMBEDDED_OBJECT,
    FIELD_WITHOUT_RESULT,
    IMAGE,
    OUTSIDE_LINK,
    TEXT_BOX_MOVED,
    Losses,
)
from db.importer.readers.shared.note_words import words_of
from db.importer.readers.shared.symbols import bullet, symbol

_OUTSIDE = re.compile(r"\s*(INCLUDETEXT|INCLUDEPICTURE|LINK|HYPERLINK(?!\s+\\l))\b", re.IGNORECASE)
_SYMBOL = re.compile(r"\s*SYMBOL\s+(0x)?([0-9A-F]+)\b(?:.*?\\f\s+\"?([^\"\\]+))?", re.IGNORECASE | re.DOTALL)
_LONGEST_INSTRUCTION = 2_000
_LEFT_OUT = (
    *("colortbl", "info", "filetbl", "nonshppict", "shprslt", "nonesttables", "tc", "tcn", "xe", "rxe", "txe"),
    *("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "pn", "pntxta", "pntxtb", "fontemb", "falt"),
    *("bkmkstart", "bkmkend", "objdata", "objclass", "objname", "mmathPict", "revtbl", "template", "comment"),
    *("atnid", "atnauthor", "atntime", "atnicn", "atnref", "atndate", "private", "listpicture", "userprops"),
)
_HEADERS = ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")


def _leave_out(walk: Walk, number: int | None) -> None:  # an action like the others
    walk.tokens.leap()


def _mute(walk: Walk, number: int | None) -> None:  # an action like the others
    """Take no text of the group but that of destinations inside it which are read."""
    walk.state.was_mute = walk.state.is_mute
    walk.state.is_mute = True


def _speak(walk: Walk, number: int | None) -> None:  # an action like the others
    walk.state.is_mute = walk.state.was_mute


def _fonts(walk: Walk, number: int | None) -> None:  # an action like the others
    walk.reading.fonts.read(walk.tokens.group())


def _styles(walk: Walk, number: int | None) -> None:  # an action like the others
    walk.reading.styles.read(tree_of(walk.tokens.group(), walk.reading.fonts.default_codec))


def _lists(walk: Walk, number: int | None) -> None:  # an action like the others
    walk.reading.lists.read(tree_of(walk.tokens.group(), walk.reading.fonts.default_codec))


def _list_overrides(walk: Walk, number: int | None) -> None:  # an action like the others
    walk.reading.lists.read_overrides(tree_of(walk.tokens.group(), walk.reading.fonts.default_codec))


def _picture(walk: Walk, number: int | None) -> None:  # an action like the others
    walk.tokens.leap()
    walk.state.story.losses.add(IMAGE, not walk.state.in_object)


def _shape_property(walk: Walk, number: int | None) -> None:  # an action like the others
    if walk.tokens.leaps_over(b"\\pict"):
        walk.state.story.losses.add(IMAGE)


def _comment(walk: Walk, number: int | None) -> None:  # an action like the others
    walk.tokens.leap()
    walk.state.story.losses.add(COMMENT)


def _formula(walk: Walk, number: int | None) -> None:  # an action like the others
    walk.tokens.leap()
    walk.state.story.losses.add(EMBEDDED_OBJECT)


def _object(walk: Walk, number: int | None) -> None:
    """Enter an object; what it shows is text where its result is."""
    walk.state.story.losses.add(EMBEDDED_OBJECT)
    walk.state.in_object = True
    _mute(walk, number)


def _inner_table(walk: Walk, number: int | None) -> None:  # an action like the others
    walk.state.row = RowWords()


def _text_box(walk: Walk, number: int | None) -> None:  # an action like the others
    outer, setting = walk.state.story, walk.state.letters

    def close(box: Story) -> None:
        blocks = box.finish()
        if not setting.is_printed:
            outer.script.leave_out(setting)
        elif blocks:
            outer.losses.add(TEXT_BOX_MOVED)
            outer.boxes.extend(blocks)

    walk.begin_story(f"{outer.part}#box", outer.losses, close)


def _header(walk: Walk, number: int | None) -> None:  # an action like the others
    """Read a header only to tell later whether it says something; what it lacks is not told of."""

    def close(header: Story) -> None:
        walk.header_texts.add(words_of(header.finish()))

    walk.begin_story("header", Losses(), close)
    walk.state.story.counts_lists = False


def _printed_number(walk: Walk, number: int | None) -> None:  # an action like the others
    """Take the number or bullet of a list as it is printed."""
    outer = walk.state.story
    fonts = walk.reading.fonts

    def close(story: Story) -> None:
        text = words_of(story.finish())
        outer.marker = bullet(text, fonts.font(story.script.first_font).name)

    if walk.state.is_mute:
        walk.tokens.leap()
    else:
        walk.begin_story("marker", outer.losses, close)
        walk.state.story.script.reads_pictures = False


def _field(walk: Walk, number: int | None) -> None:  # an action like the others
    state = walk.state
    field = state.field = Field(state.is_mute)
    state.is_mute = True
    state.on_close = partial(_end_field, walk, field)


def _instruction(walk: Walk, number: int | None) -> None:  # an action like the others
    letters = b"".join(token.value for _, token in walk.tokens.group() if token.is_text)
    if walk.state.field is not None:
        walk.state.field.instruction += letters[:_LONGEST_INSTRUCTION].decode("latin-1")


def _result(walk: Walk, number: int | None) -> None:  # an action like the others
    field = walk.state.field
    if field is not None:
        field.has_result = True
        walk.state.is_mute = field.was_muted or bool(_SYMBOL.match(field.instruction))


def _end_field(walk: Walk, field: Field) -> None:
    if field.was_muted or not walk.state.letters.is_printed:
        return
    sign = _SYMBOL.match(field.instruction)
    if sign is not None:
        _symbol(walk, sign)
    losses = walk.state.story.losses
    losses.add(OUTSIDE_LINK, bool(_OUTSIDE.match(field.instruction)))
    losses.add(FIELD_WITHOUT_RESULT, not field.has_result and shows_words(field.instruction))


def _symbol(walk: Walk, sign: re.Match[str]) -> None:
    """Print what a SYMBOL field shows; its result is empty, or is only the program's picture of it."""
    is_hexadecimal, digits, font = sign.groups()
    code = digits if is_hexadecimal else f"{int(digits[:9]):x}" if digits.isdecimal() else ""
    walk.add(symbol(code, (font or "").strip()))


DESTINATIONS: dict[bytes, Action] = {
    **dict.fromkeys((word.encode() for word in _LEFT_OUT), _leave_out),
    **dict.fromkeys((word.encode() for word in _HEADERS), _header),
    **dict.fromkeys((b"shp", b"shpinst", b"shpgrp", b"do", b"upr"), _mute),
    **dict.fromkeys((b"shptxt", b"dptxbxtext"), _text_box),
    **dict.fromkeys((b"listtext", b"pntext"), _printed_number),
    **dict.fromkeys((b"moMath", b"moMathPara"), _formula),
    **dict.fromkeys((b"ud", b"result"), _speak),
    b"fonttbl": _fonts,
    b"stylesheet": _styles,
    b"listtable": _lists,
    b"listoverridetable": _list_overrides,
    b"pict": _picture,
    b"sp": _shape_property,
    b"annotation": _comment,
    b"object": _object,
    b"nesttableprops": _inner_table,
    b"field": _field,
    b"fldinst": _instruction,
    b"fldrslt": _result,
}
"""What to do at the word that begins a destination, but for notes."""
