"""The letters of a story on their way into a line: code pages, symbol fonts, hidden and deleted text."""

from __future__ import annotations

import re

from db.importer.readers.rtf.fonts import Font, Fonts, letters_of
from db.importer.readers.rtf.letters import Letters
from db.importer.readers.rtf.notes import LONGEST_LABEL
from db.importer.readers.rtf.unicode_words import whole
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.importer.readers.shared.line import Line
from db.importer.readers.shared.losses import HIDDEN_TEXT, TRACKED_DELETION, UNREADABLE_SIGN, Losses
from db.importer.readers.shared.symbols import UNREADABLE, symbol
from db.vietnamese.legacy import legacy_font

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_LAST_WORD = re.compile(rf"\S{{1,{LONGEST_LABEL}}}\Z")
_GROUND = ("", False, "")


class Script:
    """Collects letters set alike into runs, and runs into a line."""

    def __init__(self, fonts: Fonts, runs: LegacyRuns, losses: Losses) -> None:
        self.reads_pictures = True
        self.first_font = fonts.default
        self._fonts = fonts
        self._runs = runs
        self._losses = losses
        self._setting = Letters()
        self._raw: list[bytes] = []
        self._letters: list[str] = []
        self._left_out = ""
        self._line = Line(None, _GROUND, runs)

    def add_raw(self, raw: bytes, setting: Letters) -> None:
        """Append bytes that are letters in the code page of their font."""
        if setting is not self._setting and setting != self._setting:
            self._end_run()
            self._setting = setting
        self._raw.append(raw)

    def add(self, text: str, setting: Letters) -> None:
        """Append letters of Unicode."""
        if setting is not self._setting and setting != self._setting:
            self._end_run()
            self._setting = setting
        if self._raw:
            self._decode()
        self._letters.append(text)

    def add_mark(self, key: str) -> None:
        """Set a note's mark where the text stands now."""
        self._end_run()
        self._line.add_mark(key)

    def leave_out(self, setting: Letters) -> None:
        """Count a stretch of hidden or deleted text, once however many runs it has."""
        code = TRACKED_DELETION if setting.deleted else HIDDEN_TEXT
        self._losses.add(code, self._left_out != code)
        self._left_out = code

    def take_last_word(self) -> tuple[str, Letters]:
        """Take back what may be the hand-made mark of a note: the last word of the run, up to its last ten signs.

        Return it with its setting.
        """
        self._decode()
        text = "".join(self._letters)
        word = _LAST_WORD.search(text)
        if word is None or not self._setting.is_printed:
            return "", self._setting
        self._letters = [text[: word.start()]]
        return word.group(), self._setting

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added that takes a place."""
        return not self._raw and not self._letters and self._line.is_empty

    def end(self) -> Line:
        """Return the line and begin a new one."""
        self._end_run()
        line = self._line
        self._line = Line(None, _GROUND, self._runs)
        self._left_out = ""
        return line

    def _end_run(self) -> None:
        if self._raw:
            self._decode()
        if not self._letters:
            return
        text = _CONTROL.sub("", whole("".join(self._letters)))
        self._letters.clear()
        setting = self._setting
        if not setting.is_printed:
            self.leave_out(setting)
            return
        self._left_out = ""
        self._losses.add(UNREADABLE_SIGN, text.count(UNREADABLE))
        name = self._fonts.font(setting.font).name
        self._line.add(text, setting.emphasis, name if legacy_font(name) else "")

    def _decode(self) -> None:
        if not self._raw:
            return
        font = self._fonts.font(self._setting.font)
        raw = b"".join(self._raw)
        self._raw.clear()
        if self._line.is_empty and not self._letters:
            self.first_font = self._setting.font
        if self.reads_pictures and font.is_symbol and not legacy_font(font.name):
            self._letters.append("".join(_picture(byte, font) for byte in raw))
        else:
            self._letters.append(letters_of(raw, self._fonts.codec(font)))


def _picture(byte: int, font: Font) -> str:
    return chr(byte) if byte <= ord(" ") else symbol(f"{byte:x}", font.name)
