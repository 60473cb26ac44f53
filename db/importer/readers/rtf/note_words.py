"""The words of notes: \\footnote begins one, \\chftn is its mark or number, others say how they are counted."""

from __future__ import annotations

from db.importer.readers.rtf.notes import COUNTING_WORDS, label_in
from db.importer.readers.rtf.state import Walk
from db.importer.readers.rtf.story import Story
from db.importer.readers.rtf.words import Action
from db.importer.readers.shared.note_kinds import ENDNOTE, FOOTNOTE
from db.importer.readers.shared.note_words import words_of

NOTE_PART = "notes"
_ONLY_ENDNOTES = 1


def _note(walk: Walk, number: int | None) -> None:  # an action like the others
    """Read a note, which stands where its mark does: behind a \\chftn, or behind a mark made by hand."""
    outer, setting = walk.state.story, walk.state.letters
    if walk.state.is_mute:
        walk.tokens.leap()
        return
    is_automatic, outer.awaits_note = outer.awaits_note, False
    word, its_setting = ("", setting) if is_automatic else outer.script.take_last_word()

    def close(note: Story) -> None:
        text = words_of(note.finish())
        label = "" if is_automatic or note.is_numbered else label_in(word, text, its_setting.raised == "^")
        if word:
            outer.script.add(word.removesuffix(label), its_setting)
        if setting.is_printed:
            outer.script.add_mark(walk.reading.notes.met(_kind(walk, note), label, text))
        else:
            outer.script.leave_out(setting)

    walk.begin_story(NOTE_PART, outer.losses, close)


def _kind(walk: Walk, note: Story) -> str:
    return ENDNOTE if note.is_endnote or walk.reading.notes.only_endnotes else FOOTNOTE


def _endnote(walk: Walk, number: int | None) -> None:  # an action like the others
    walk.state.story.is_endnote = True


def _sign(walk: Walk, number: int | None) -> None:  # an action like the others
    """Take an automatic number: the first one inside a note is its own, another one is the mark of the next note."""
    story = walk.state.story
    if walk.state.is_mute or not walk.state.letters.is_printed:
        return
    if story.part == NOTE_PART and not story.is_numbered:
        story.is_numbered = True
    else:
        story.awaits_note = True


def _document_has(walk: Walk, number: int | None) -> None:
    """\\fet: footnotes, endnotes or both."""
    walk.reading.notes.only_endnotes = number == _ONLY_ENDNOTES


def _counting_action(word: bytes) -> Action:
    def act(walk: Walk, number: int | None) -> None:
        walk.reading.notes.says(word, number)

    return act


NOTE_WORDS: dict[bytes, Action] = {
    **{word: _counting_action(word) for word in COUNTING_WORDS},
    b"footnote": _note,
    b"ftnalt": _endnote,
    b"chftn": _sign,
    b"fet": _document_has,
}
"""What to do at a word of notes."""
