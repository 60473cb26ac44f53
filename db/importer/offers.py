"""Which files a list of paths offers for import: the files themselves, and what their folders hold."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from db.errors import ImportRefused
from db.importer.bundle import SUFFIX, Entry, entries

DOCUMENT_SUFFIXES = frozenset(
    f".{ending}"
    for ending in (
        *("txt", "text", "doc", "dot", "docx", "docm", "dotx", "dotm", "rtf", "odt", "ott", "fodt", "pdf"),
        *("htm", "html", "xhtml", "mht", "mhtml", "xml", "wps", "xls", "xlsx", "xlsm", "ods", "csv", "tsv"),
    )
)
"""Endings that may hold a report; what such a file really is, its content tells later."""

_PASSED_OVER = frozenset({"thumbs.db", "desktop.ini"})
_TEMPORARY = (".", "~$", "~wrl", ".~lock")
_UNFINISHED = ("~", ".tmp", ".part", ".crdownload")


PASSED_OVER = "TBC-108"
"""A file of a folder that is no document: named, but no failure, for nobody asked for it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A file to be imported, or with a `code` one that is refused unopened."""

    path: Path
    code: str = ""
    entry: Entry | None = None
    """The report of a bundle that is meant; `path` is the bundle then."""
    detail: str = ""

    @property
    def shown(self) -> Path:
        """Where it lies, in the user's eyes: a bundle is like a folder."""
        return self.path / self.entry.name if self.entry else self.path


def offered(paths: Iterable[Path]) -> list[Offer]:
    """Return what `paths` offer, folders searched to the bottom in one order on every machine.

    Hidden and temporary files of a folder are passed over; a file that is no
    document, a folder that cannot be read and one that holds nothing are offers
    with a code, so that none goes unmentioned.
    """
    return [offer for path in paths for offer in (_inside(path) if path.is_dir() else _alone(path))]


def _alone(path: Path) -> list[Offer]:
    """Return the offer of one file, or those of the reports in a bundle, which is checked whole before."""
    if path.suffix.lower() != SUFFIX or not path.is_file():
        return [Offer(path)]
    try:
        return [Offer(path, entry=entry) for entry in entries(path)]
    except ImportRefused as error:
        return [Offer(path, error.code, detail=error.detail)]


def _inside(folder: Path) -> list[Offer]:
    closed: list[Offer] = []

    def unreadable(error: OSError) -> None:
        closed.append(Offer(Path(error.filename or folder), "TBC-105"))

    offers = [offer for path in sorted(_files(folder, unreadable), key=_order) for offer in _found(path)]
    if not offers and not closed:
        return [Offer(folder, "TBC-109")]
    return offers + closed


def _files(folder: Path, unreadable: Callable[[OSError], None]) -> Iterator[Path]:
    for place, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in names if not _passed_over(name))


def _passed_over(name: str) -> bool:
    small = name.lower()
    return small in _PASSED_OVER or small.startswith(_TEMPORARY) or small.endswith(_UNFINISHED)


def _found(path: Path) -> list[Offer]:
    if path.suffix.lower() == SUFFIX:
        return _alone(path)
    document = not path.suffix or path.suffix.lower() in DOCUMENT_SUFFIXES
    return [Offer(path, "" if document else PASSED_OVER)]


def _order(path: Path) -> tuple[str, ...]:
    return tuple(unicodedata.normalize("NFC", part) for part in path.parts)
