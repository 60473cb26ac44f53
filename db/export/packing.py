"""Zip archives that come out the same bytes for the same parts, whenever they are made."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_MOMENT = (1980, 1, 1, 0, 0, 0)


def pack(file: Path, parts: Iterable[tuple[str, bytes]], stored: tuple[str, ...] = ()) -> None:
    """Write an archive of (name, bytes), in that order; the parts named in `stored` are not compressed."""
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts:
            entry = ZipInfo(name, _MOMENT)
            entry.compress_type = ZIP_STORED if name in stored else ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)


def repack(file: Path) -> None:
    """Take the moments out of an archive some library has made, the order of its parts kept."""
    with ZipFile(file) as archive:
        parts = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    pack(file, parts)
