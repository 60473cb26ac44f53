"""The languages of the interface: English stands in the code, the rest in resources/translations.

The .ts files are read as they are, so there is nothing to build and nothing that can be
stale: each room has its own, `resources/translations/vi/<room>.ts`, made by pyside6-lupdate.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

import resources

LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}


class Catalogue(QTranslator):
    """All words of one language, looked up by context and English text."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.code = language
        self._words = _words(language)

    def isEmpty(self) -> bool:
        """Whether there is nothing to look up; Qt skips an empty translator."""
        return not self._words

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return the words for `source`; the English ones where there are no others."""
        del disambiguation, n
        return self._words.get((context, source), source)


def _words(language: str) -> dict[tuple[str, str], str]:
    """Return every finished entry of a language's catalogues; {} for English, which is the source."""
    if language == "en":
        return {}
    words = {}
    for name in resources.names(f"translations/{language}", ".ts"):
        for context in ET.fromstring(resources.text(name)).iter("context"):  # noqa: S314 - our own file
            for message in context.iter("message"):
                found = message.find("translation")
                if found is not None and found.get("type") is None and found.text:
                    words[context.findtext("name", ""), message.findtext("source", "")] = found.text
    return words


class Languages:
    """Puts one language in force for the whole program; every widget then gets a LanguageChange event."""

    _catalogue: ClassVar[Catalogue | None] = None

    @property
    def current(self) -> str:
        """The code of the language in force."""
        catalogue = Languages._catalogue
        return catalogue.code if catalogue else "en"

    def use(self, language: str) -> None:
        """Switch at run time; numbers and dates stay in the reports' Vietnamese form in both languages."""
        QLocale.setDefault(QLocale("vi_VN" if language == "vi" else "en_US"))
        before, Languages._catalogue = Languages._catalogue, Catalogue(language)
        if not Languages._catalogue.isEmpty():
            QCoreApplication.installTranslator(Languages._catalogue)
        if before is not None:
            QCoreApplication.removeTranslator(before)


def current_language() -> str:
    """Return the code of the language in force, for words that come from db.messages."""
    return "vi" if QLocale().language() == QLocale.Language.Vietnamese else "en"


REPORT_NUMBERS = QLocale("vi_VN")
"""How figures of reports are always written: 112.500 and 8,25."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark `text` for translation where a table of words is made; it is returned unchanged."""
    return text


def translate(context: str, text: str) -> str:
    """Return the words for `text` in the language in force; pyside6-lupdate finds calls of this name."""
    return QCoreApplication.translate(context, text)


tr_noop = QT_TRANSLATE_NOOP
