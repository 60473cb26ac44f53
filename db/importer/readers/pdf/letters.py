"""The letters of a page as PDFium finds them, gathered into runs."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from db.importer.readers.pdf.calls import Box, handle_of, loose_box, text_object, unicode_of
from db.importer.readers.pdf.page import Run, edges
from db.importer.readers.pdf.turning import Turning
from db.importer.readers.shared.legacy_runs import LegacyRuns

MAX_LETTERS = 300_000
"""Letters of one page; a wall poster has a tenth."""

_GAP = 0.17  # of the type's size: what is wider parts words
_NARROW = 0.07  # a narrower gap parts words where PDFium, which knows the font, says so
_BACK = 0.5
_SPACE = 0x20
_NAME_BYTES = 128
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
_BOLD_WEIGHT = 600
_SUBSET = re.compile(r"[A-Z]{6}\+")
_STROKED = 2
_HYPHENS = {0x02: "-", 0xFFFE: "-"}
_SPECIAL = 0xD800
_BULLETS = frozenset("\uf0b7\uf0a7\uf02d")


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the letters of one text object are set; `upright` is false for letters that run up, down or aslant."""

    size: float
    style: str
    font: str
    upright: bool


@dataclass(slots=True)
class Letters:
    """The runs of a page, and how many letters could not be taken."""

    runs: list[Run]
    turned: int = 0
    unreadable: int = 0


def read_letters(page: ctypes.c_void_p, turning: Turning, old_letters: LegacyRuns) -> Letters:
    """Return the letters of an open page in the order the file prints them, those of old fonts in Unicode."""
    text = pdfium.FPDFText_LoadPage(page)
    found = Letters([])
    if not text:
        return found
    try:
        _Gathering(text, turning, old_letters, found).gather(min(pdfium.FPDFText_CountChars(text), MAX_LETTERS))
    finally:
        pdfium.FPDFText_ClosePage(text)
    return found


class _Gathering:
    """Walks through the letters once; a run ends where the setting, the line or the spacing changes."""

    def __init__(self, text: ctypes.c_void_p, turning: Turning, old_letters: LegacyRuns, found: Letters) -> None:
        self._text = text
        self._turning = turning
        self._old_letters = old_letters
        self._found = found
        self._settings: dict[int, _Setting] = {}
        self._setting = _Setting(0, "", "", True)
        self._letters: list[str] = []
        self._lefts: list[float] = []
        self._rights: list[float] = []
        self._base = 0.0
        self._spaced = False

    def gather(self, count: int) -> None:
        last: int | None = None
        box = Box()
        room = ctypes.addressof(box)
        text = ctypes.cast(self._text, ctypes.c_void_p).value
        plain = self._turning.quarters == 0
        shift = self._turning.x0
        for index in range(count):
            address = text_object(text, index)
            if not address:  # a space or line end that PDFium adds
                last = None
                self._spaced = unicode_of(text, index) == _SPACE
                continue
            code = unicode_of(text, index)
            letter = chr(code) if 0x20 <= code < _SPECIAL else self._special(code)
            if not letter or not loose_box(text, index, room):
                continue
            left, top, right, bottom = box
            if plain:
                left, right = left - shift, right - shift
            else:
                left, right = self._turning.across(left, bottom, right, top)
            if address != last:
                self._change(address, index, left)
            elif self._parts(left):
                self._end()
            last = address
            if self._setting.upright:
                self._letters.append(letter)
                self._lefts.append(left)
                self._rights.append(right)
            else:
                self._found.turned += not letter.isspace()
        self._end()

    def _special(self, code: int) -> str:
        """The letter for a code that is none of a plain letter."""
        if code in _HYPHENS:
            return _HYPHENS[code]
        if code in (0x0A, 0x0D):
            return ""
        letter = chr(code) if code and not 0xD800 <= code < 0xE000 and code <= 0x10FFFF else "\ufffd"
        if letter == "\ufffd" or (0xE000 <= code < 0xF900 and letter not in _BULLETS):
            self._found.unreadable += 1
        return " " if letter == "\t" else letter

    def _parts(self, left: float) -> bool:
        """Whether the letter at `left` stands apart from the one before."""
        if not self._letters:
            return False
        size = self._setting.size
        return left - self._rights[-1] > _GAP * size or left < self._lefts[-1] - _BACK * size

    def _change(self, address: int, index: int, left: float) -> None:
        """Take up another text object; where it goes on in the same setting and line, so does the run."""
        setting = self._settings.get(address)
        if setting is None:
            setting = self._settings[address] = self._measured(handle_of(address), index)
        base = self._turning.base(*self._origin(index))
        goes_on = setting == self._setting and abs(base - self._base) < 0.05 * setting.size and not self._parts(left)
        if not goes_on:
            self._end()
            self._setting = setting
            self._base = base
        elif self._spaced and self._letters and left - self._rights[-1] >= _NARROW * setting.size:
            self._letters.append(" ")
            self._lefts.append(self._rights[-1])
            self._rights.append(left)
        self._spaced = False

    def _end(self) -> None:
        if self._letters:
            setting = self._setting
            old = "".join(self._letters)
            text = self._old_letters.convert(old, setting.font)
            if text:
                lefts, rights = _spread(self._lefts, len(text)), _spread(self._rights, len(text))
                run = Run(text, edges(lefts), edges(rights), self._base, setting.size, setting.style)
                self._found.runs.append(run)
            self._letters, self._lefts, self._rights = [], [], []

    def _origin(self, index: int) -> tuple[float, float]:
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._text, index, x, y)
        return x.value, y.value

    def _measured(self, handle: ctypes.c_void_p, index: int) -> _Setting:
        matrix = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
        pdfium.FPDFText_GetMatrix(self._text, index, matrix)
        size = pdfium.FPDFText_GetFontSize(self._text, index) * math.hypot(matrix.c, matrix.d)
        if not math.isfinite(size) or not 0.5 <= size <= 2_000:
            size = 10.0
        name = _font_name(handle)
        upright = self._turning.is_upright(matrix.a, matrix.b)
        return _Setting(round(size, 2), self._style(handle, index, name), name, upright)

    def _style(self, handle: ctypes.c_void_p, index: int, name: str) -> str:
        bold = (
            _BOLD.search(name)
            or pdfium.FPDFTextObj_GetTextRenderMode(handle) == _STROKED
            or pdfium.FPDFText_GetFontWeight(self._text, index) >= _BOLD_WEIGHT
        )
        return ("b" if bold else "") + ("i" if _ITALIC.search(name) else "")


def _font_name(handle: ctypes.c_void_p) -> str:
    """The name of the font of a text object, as the program that printed it calls it."""
    font = pdfium.FPDFTextObj_GetFont(handle)
    buffer = ctypes.create_string_buffer(_NAME_BYTES)
    if font:
        pdfium.FPDFFont_GetBaseFontName(font, buffer, _NAME_BYTES - 1)
    return _SUBSET.sub("", buffer.value.decode("latin-1"), count=1)


def _spread(places: list[float], count: int) -> list[float]:
    """As many places as a run has letters after its conversion, evenly taken from the old ones."""
    if len(places) == count:
        return places
    return [places[index * len(places) // count] for index in range(count)]
