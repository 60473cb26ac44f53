"""A second try for a file we refuse: an office program saves it as .docx, and that is read like any other.

The report keeps the name, the place and the hash of the original; a finding says by whose hands it came.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path

from db.errors import ImportRefused
from db.folders import private_folder
from db.importer.files import OLE_HEAD, ZIP_HEAD, file_hash
from db.importer.host import Host, printable
from db.importer.office import Office
from db.model import Content, Finding, Progress, Source

CAME_THROUGH = "TBC-436"
"""The finding; its detail names the office program."""

_OLD_WORD = frozenset({"Word 6/95", "Word 2", "Word 2003 XML"})
"""Formats we know by name and do not read, and office programs do."""
_BROKEN = frozenset({"TBC-102", "TBC-130", "TBC-131", "TBC-133"})
"""Refusals where another program may see more: damage, and a reading process that gave up."""
# The filter is named, so that a ruined file is never opened as "plain text" and comes in as garbage.
_FILTERS = {
    (OLE_HEAD, ".doc"): "MS Word 97",
    (OLE_HEAD, ".dot"): "MS Word 97",
    (ZIP_HEAD, ".docx"): "MS Word 2007 XML",
    (ZIP_HEAD, ".docm"): "MS Word 2007 XML",
    (ZIP_HEAD, ".odt"): "writer8",
    (b"{\\rtf", ".rtf"): "Rich Text Format",
}


def may_help(path: Path, code: str, detail: str) -> bool:
    """Whether a second try is worth offering for a file that was refused so; never for what is unsafe or locked."""
    if code == "TBC-101":
        return detail in _OLD_WORD
    return code in _BROKEN and bool(_filter_of(path))


def hosts(office: Office) -> Callable[[], Host]:
    """Return how hosts are made that try a second time with `office`, for `pipeline.import_paths`."""

    class Trying(_TryingHost):
        """Knows the office program."""

        tried_with = office

    return Trying


class _TryingHost(Host):
    """A host that hands what it refuses to an office program and reads what that makes of it."""

    tried_with: Office

    def read(self, path: Path) -> Generator[Progress, None, tuple[Content, Source]]:
        """Read a file as `Host.read` does; raises the first refusal where the second try fails too."""
        try:
            return (yield from super().read(path))
        except ImportRefused as error:
            if not may_help(path, error.code, error.detail):
                raise
            refusal = error
        with private_folder("tubaocao-office-") as folder:
            try:
                return (yield from self._again(path, folder, refusal))
            except (ImportRefused, OSError):
                raise refusal from None

    def _again(
        self, path: Path, folder: Path, refusal: ImportRefused
    ) -> Generator[Progress, None, tuple[Content, Source]]:
        sha256, size = file_hash(path)
        converting = self.tried_with.convert(path, folder, "" if refusal.code == "TBC-101" else _filter_of(path))
        converted = yield from _named(converting, printable(path.name))
        if converted is None or file_hash(path) != (sha256, size):
            raise refusal
        # A report without a title is called after its file.
        named = converted.with_name(f"{path.stem}.docx")
        converted.rename(named)
        content, made = yield from super().read(named)
        if made.format != "docx":
            raise refusal
        came = Finding(CAME_THROUGH, self.tried_with.name)
        source = Source(printable(path.name), printable(str(path)), sha256, path.suffix[1:].lower() or "docx", size)
        return replace(content, findings=(came, *content.findings)), source


def _named(work: Generator[Progress, None, Path | None], name: str) -> Generator[Progress, None, Path | None]:
    """Run `work`, whose steps become those of the file called `name`; closing this closes it."""
    try:
        while True:
            yield replace(next(work), detail=name)
    except StopIteration as end:
        return end.value if isinstance(end.value, Path) else None
    finally:
        work.close()


def _filter_of(path: Path) -> str:
    """Return the name of LibreOffice's filter for a file by its first bytes and its ending, "" if there is none."""
    try:
        with path.open("rb") as file:
            head = file.read(8)
    except OSError:
        return ""
    suffix = path.suffix.lower()
    return next((name for (start, ending), name in _FILTERS.items() if head.startswith(start) and suffix == ending), "")
