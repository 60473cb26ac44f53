"""A bundle: one file in which an office hands read reports to another, each with its checksum. Reading it.

A zip of `goi-bao-cao.json`, which names what is in it, and one JSON file a report. It comes from outside: sizes are
bounded before anything is unpacked, checksums compared, and each report is checked as a reader's answer is.
"""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Generator, Sequence
from pathlib import Path

import msgspec

from db import digest
from db.errors import BrokenBundle, UnreadableFile
from db.importer import validation
from db.model import Content, Progress, Source
from db.signing import BadSignature, Signature, verify

SUFFIX = ".goibaocao"
MANIFEST = "goi-bao-cao.json"
FORM = 1
SIGNATURE = "signature"
"""Named as the broken part where a signature is not good."""
LARGEST_REPORT = 200 << 20
"""Bytes of one report, unpacked."""
LARGEST_MANIFEST = 4 << 20
MOST_REPORTS = 2_000


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One report of a bundle: its member with its SHA-256, its content's digest, the source it was read from."""

    member: str
    sha256: str
    digest: str
    name: str
    source_sha256: str
    format: str
    bytes: int


class Manifest(msgspec.Struct, frozen=True):
    """What a bundle holds; `seal` is the SHA-256 over all entries, and what is signed where the sender signs."""

    form: int
    seal: str
    reports: tuple[Entry, ...]
    signature: Signature | None = None


def seal(entries: Sequence[Entry]) -> str:
    """Return the SHA-256 (hex) that vouches for all entries in their order."""
    return hashlib.sha256(msgspec.json.encode(list(entries))).hexdigest()


def entries(path: Path) -> tuple[Entry, ...]:
    """Return what a bundle holds once every part of it is found to be what its manifest says.

    Raises BrokenBundle, UnreadableFile.
    """
    return manifest(path).reports


def manifest(path: Path) -> Manifest:
    """Return the manifest of a bundle that is whole; raises as `entries` does."""
    return _manifest(path, whole=True)


def _manifest(path: Path, whole: bool) -> Manifest:
    try:
        with zipfile.ZipFile(path) as archive:
            found = msgspec.json.decode(_member(archive, MANIFEST, LARGEST_MANIFEST), type=Manifest)
            _check_manifest(found, archive.namelist())
            _check_signature(found)
            for entry in found.reports if whole else ():
                _checked(archive, entry)
    except _Broken as error:
        raise BrokenBundle(path, str(error)) from error
    except OSError as error:
        raise UnreadableFile(path) from error
    except (zipfile.BadZipFile, zlib.error, msgspec.MsgspecError, KeyError, ValueError, NotImplementedError, EOFError,
            RuntimeError) as error:  # fmt: skip
        raise BrokenBundle(path) from error
    return found


def signature_of(path: Path) -> Signature | None:
    """Return the signature of a bundle, None where it has none; it is checked against the manifest, not the reports.

    Raises BrokenBundle, UnreadableFile.
    """
    return _manifest(path, whole=False).signature


def read(path: Path, entry: Entry) -> Generator[Progress, None, tuple[Content, Source]]:
    """Read one report of a bundle; it is checked again, for the file may have changed. Raises BrokenBundle."""
    yield Progress(0, 0, "read", entry.name)
    try:
        with zipfile.ZipFile(path) as archive:
            data = _checked(archive, entry)
        content = msgspec.json.decode(data, type=Content)
        validation.check_source(entry.source_sha256, entry.format, entry.bytes)
        validation.check(content)
        if digest.digest(content) != entry.digest:
            raise _Broken(entry.name)
    except (_Broken, OSError, zipfile.BadZipFile, zlib.error, msgspec.MsgspecError, validation.Unsound, KeyError,
            TypeError, ValueError, RecursionError, EOFError, NotImplementedError, RuntimeError) as error:  # fmt: skip
        raise BrokenBundle(path, entry.name) from error
    return content, Source(entry.name, str(path), entry.source_sha256, entry.format, entry.bytes)


class _Broken(Exception):
    """A part is not what the manifest says; its text is the part's name."""


def _check_manifest(found: Manifest, names: Sequence[str]) -> None:
    """Every member is named once and none is there that is not named."""
    told = [MANIFEST, *(entry.member for entry in found.reports)]
    if found.form != FORM or not 0 < len(found.reports) <= MOST_REPORTS:
        raise _Broken(MANIFEST)
    if sorted(told) != sorted(names) or len(set(told)) != len(told) or found.seal != seal(found.reports):
        raise _Broken(MANIFEST)


def _check_signature(found: Manifest) -> None:
    """A signature that is there is good; none at all is no fault of the bundle."""
    if found.signature is not None:
        try:
            verify(found.signature, found.seal)
        except BadSignature:
            raise _Broken(SIGNATURE) from None


def _checked(archive: zipfile.ZipFile, entry: Entry) -> bytes:
    data = _member(archive, entry.member, LARGEST_REPORT)
    if hashlib.sha256(data).hexdigest() != entry.sha256:
        raise _Broken(entry.name)
    return data


def _member(archive: zipfile.ZipFile, name: str, largest: int) -> bytes:
    """Return a member's bytes; one that says it is too large, or turns out to be, is refused."""
    info = archive.getinfo(name)
    if info.file_size > largest:
        raise _Broken(name)
    with archive.open(info) as stream:
        data = stream.read(largest + 1)
    if len(data) > largest:
        raise _Broken(name)
    return data
