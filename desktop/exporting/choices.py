"""What one chooses for an export, as it is remembered: the kind of file, and the options all kinds share."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from db.export.options import PLAIN, VIETNAMESE_EXCEL, ExportOptions, Layout, today
from desktop.languages import QT_TRANSLATE_NOOP, translate


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file to choose: its id, its words (English, to be translated), its ending, whether it holds charts."""

    id: str
    text: str
    suffix: str
    plain: bool = False
    charts: bool = False


KINDS = (
    FileKind("xlsx", QT_TRANSLATE_NOOP("FileKinds", "Excel (.xlsx)"), ".xlsx", charts=True),
    FileKind("ods", QT_TRANSLATE_NOOP("FileKinds", "Calc (.ods)"), ".ods"),
    FileKind("docx", QT_TRANSLATE_NOOP("FileKinds", "Word (.docx)"), ".docx", charts=True),
    FileKind("pdf", QT_TRANSLATE_NOOP("FileKinds", "PDF (.pdf)"), ".pdf", charts=True),
    FileKind("csv", QT_TRANSLATE_NOOP("FileKinds", "CSV for Vietnamese Excel (; and ,)"), ".csv"),
    FileKind("csv-plain", QT_TRANSLATE_NOOP("FileKinds", "CSV plain UTF-8 (, and .)"), ".csv", plain=True),
    FileKind("html", QT_TRANSLATE_NOOP("FileKinds", "Web page (.html)"), ".html", charts=True),
    FileKind("md", QT_TRANSLATE_NOOP("FileKinds", "Markdown (.md)"), ".md"),
    FileKind("json", QT_TRANSLATE_NOOP("FileKinds", "JSON (.json)"), ".json"),
    FileKind("png", QT_TRANSLATE_NOOP("FileKinds", "Picture (.png)"), ".png", charts=True),
    FileKind("svg", QT_TRANSLATE_NOOP("FileKinds", "Drawing (.svg)"), ".svg", charts=True),
    FileKind("zip", QT_TRANSLATE_NOOP("FileKinds", "Data Package (.zip)"), ".zip"),
)
LAYOUTS: tuple[tuple[Layout, str], ...] = (
    ("wide", QT_TRANSLATE_NOOP("FileKinds", "As printed")),
    ("long", QT_TRANSLATE_NOOP("FileKinds", "One line per number")),
    ("transposed", QT_TRANSLATE_NOOP("FileKinds", "Rows and columns exchanged")),
)


@dataclass(frozen=True, slots=True)
class Choices:
    """One set of choices; `kind` is an id of KINDS. The rest is as in `ExportOptions`."""

    kind: str = "xlsx"
    notes: bool = True
    sources: bool = True
    trace: bool = False
    layout: Layout = "wide"
    numbers: str = "vi"
    charts: bool = True

    def file_kind(self) -> FileKind:
        """Return the kind of file."""
        return next((kind for kind in KINDS if kind.id == self.kind), KINDS[0])

    def options(self, language: str) -> ExportOptions:
        """Return them as an export takes them."""
        return ExportOptions(
            language=language,
            layout=self.layout,
            notes=self.notes,
            comments=self.notes,
            sources=self.sources,
            trace=self.trace,
            pictures=self.charts,
            numbers="en" if self.numbers == "en" else "vi",
            csv=PLAIN if self.file_kind().plain else VIETNAMESE_EXCEL,
            at=today(),
        )


def dumps(choices: Choices) -> str:
    """Return choices as text to keep."""
    return msgspec.json.encode(choices).decode()


def loads(text: str) -> Choices:
    """Return kept choices; the defaults where the text is none."""
    try:
        return msgspec.json.decode(text, type=Choices)
    except (msgspec.DecodeError, ValueError):
        return Choices()


def kind_words(kind: FileKind) -> str:
    """Return what a kind of file is called in the language in force."""
    return translate("FileKinds", kind.text)


def layout_words(layout: Layout) -> str:
    """Return what a layout is called in the language in force."""
    return translate("FileKinds", dict(LAYOUTS)[layout])
