"""Reports handed to another office in one file; see `db.importer.bundle` for what is in it and how it is read."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Callable, Generator, Sequence
from pathlib import Path

import msgspec

from db import digest, queries
from db.errors import ExportFailed
from db.importer.bundle import FORM, MANIFEST, Entry, Manifest, seal
from db.library import Library
from db.model import Progress
from db.numbering import renumbered
from db.signing import Signature

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The same for every member, so that the same reports give the same bytes."""


def write_bundle(
    library: Library, reports: Sequence[int], goal: Path, signed: Callable[[str], Signature] | None = None
) -> Generator[Progress, None, Manifest]:
    """Write reports as they were imported into `goal`, whole or not at all; return the bundle's manifest.

    `signed` gives the signature of a seal; without it the bundle is unsigned.

    What the user added (notes, marks, corrections) is theirs and stays here. Raises ExportFailed, UnknownReport,
    DamagedLibrary.
    """
    half = goal.with_name(f".{goal.name}.part")
    entries: list[Entry] = []
    try:
        with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as archive:
            for number, report_id in enumerate(reports, 1):
                yield Progress(number - 1, len(reports), "export", goal.name)
                entry, data = _report(library, report_id, number)
                _put(archive, entry.member, data)
                entries.append(entry)
            sealed = seal(entries)
            told = Manifest(FORM, sealed, tuple(entries), signed(sealed) if signed else None)
            _put(archive, MANIFEST, msgspec.json.format(msgspec.json.encode(told)))
        os.replace(half, goal)
    except OSError as error:
        raise ExportFailed(goal, str(error)) from error
    finally:
        half.unlink(missing_ok=True)
    return told


def _report(library: Library, report_id: int, number: int) -> tuple[Entry, bytes]:
    conn = library.reader()
    content = renumbered(queries.content(conn, report_id))
    report = queries.report(conn, report_id)
    source = report.source if report else None
    if source is None:
        raise ExportFailed(library.path, str(report_id))
    data = msgspec.json.encode(content)
    told = digest.digest(content)
    checksum = hashlib.sha256(data).hexdigest()
    member = f"{number:04}.json"
    return Entry(member, checksum, told, source.name, source.sha256, source.format, source.bytes), data


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, _MOMENT), data, zipfile.ZIP_DEFLATED)
