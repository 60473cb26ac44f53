"""The runs of one document that stand in fonts older than Unicode: converted one by one, weighed together.

A short run can be sound in both readings ("có" in Unicode is "cú" in TCVN3). Then the other runs of its font decide;
what they say is only known when all were read, so a reader asks `second_reading` at its end.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from db.importer.document import Loss
from db.importer.legacy_text import losses_of
from db.vietnamese.legacy import has_unicode_letter, legacy_font, reads_as_unicode, to_unicode

UNKNOWN_FONT = "TBC-420"
_NONE: frozenset[str] = frozenset()


class LegacyRuns:
    """Converts runs by the names of their fonts and counts what it did."""

    def __init__(self, unicode_fonts: frozenset[str] = _NONE, capital_fonts: frozenset[str] = _NONE) -> None:
        """Begin; `unicode_fonts` are known to hold Unicode, `capital_fonts` to draw capitals from old letters."""
        self._unicode_fonts = unicode_fonts
        self._capital_fonts = capital_fonts
        self._unicode: Counter[str] = Counter()
        self._old: Counter[str] = Counter()
        self._doubtful: set[str] = set()
        self._plain_capitals: set[str] = set()
        self._turned: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self._kept: Counter[str] = Counter()

    def convert(self, text: str, font: str) -> str:
        """Return a run in Unicode; its length may change. `font` is the name of the font of its letters, or ""."""
        known = legacy_font(font)
        if known is None or not text:
            return text
        if text.isascii():
            return self._ascii(text, font) if known.capitals else text
        if has_unicode_letter(text):
            self._unicode[font] += 1
            return text
        return self._old_letters(text, font)

    def second_reading(self) -> LegacyRuns | None:
        """Return what a second reading should use, None where the first one was right."""
        unicode_fonts = frozenset(font for font in self._doubtful if self._unicode[font] > self._old[font])
        capital_fonts = frozenset(font for font in self._plain_capitals if self._old[font] > self._unicode[font])
        if (unicode_fonts, capital_fonts) == (self._unicode_fonts, self._capital_fonts):
            return None
        return LegacyRuns(unicode_fonts, capital_fonts)

    def losses(self) -> tuple[Loss, ...]:
        """Return what was converted, by font, with a sample of each; and fonts whose letters could not be told."""
        turned = (
            loss
            for font, runs in self._turned.items()
            for loss in losses_of("\n".join(old for old, _ in runs), "\n".join(new for _, new in runs), font)
        )
        return (*turned, *(Loss(UNKNOWN_FONT, count, font) for font, count in self._kept.items()))

    def _ascii(self, text: str, font: str) -> str:
        if text == text.upper():
            return text
        self._plain_capitals.add(font)
        return text.upper() if font in self._capital_fonts else text

    def _old_letters(self, text: str, font: str) -> str:
        is_doubtful = reads_as_unicode(text)
        if is_doubtful:
            self._doubtful.add(font)
            if font in self._unicode_fonts:
                return text
        new = to_unicode(text, font)
        if new == text:
            if any(char.isalpha() and not char.isascii() for char in text):
                self._kept[font] += sum(char.isalpha() and not char.isascii() for char in text)
            return text
        self._old[font] += not is_doubtful
        self._turned[font].append((text, new))
        return new
