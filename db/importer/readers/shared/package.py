"""A zip file of parts, opened under guard: it is measured before a byte of it is unpacked, and never unpacked to disk.

The limits are those of design rows A01 … A06: they let the largest office report through many
times over and stop a file that would fill the memory of the program that reads it. The detail of
an UnsafeFile is a word listed under `details` in `resources/messages.toml`.
"""

from __future__ import annotations

import errno
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO

from db.errors import DamagedFile, EncryptedFile, UnreadableFile, UnsafeFile

MEGABYTE = 1_000_000
MAX_ENTRIES = 5_000
MAX_TOTAL = 300 * MEGABYTE
MAX_PART = 150 * MEGABYTE
MAX_RATIO = 200
RATIO_FROM = 1 * MEGABYTE

_ENCRYPTED = 0x1
_LOCAL_HEADER = 30
_BROKEN_ZIP = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    struct.error,
)
_BROKEN_OFFSET = (None, errno.EINVAL)


class Package:
    """The parts of a zip file by name; a context manager.

    Names are compared without regard to case, as the office formats do; a name that
    stands twice is refused when it is asked for, since either could be the true one.
    """

    def __init__(self, path: Path) -> None:
        """Open and measure. Raises DamagedFile, UnsafeFile or UnreadableFile."""
        self.path = path
        with _refusals(path):
            self._zip = zipfile.ZipFile(path)
        try:
            self._entries = self._measured(self._zip.infolist())
        except UnsafeFile:
            self._zip.close()
            raise

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._entries

    def read(self, name: str) -> bytes:
        """Return a part whole. Raises DamagedFile if it is missing or broken, UnsafeFile, EncryptedFile."""
        entry = self._entry(name)
        with _refusals(self.path):
            return self._zip.read(entry)

    def peek(self, name: str, size: int) -> bytes:
        """Return the first `size` bytes of a part; raises as `read` does."""
        entry = self._entry(name)
        with _refusals(self.path), self._zip.open(entry) as part:
            return part.read(size)

    def open(self, name: str) -> IO[bytes]:
        """Open a part to be read piece by piece; raises as `read` does, and zipfile's own errors while it is read."""
        entry = self._entry(name)
        with _refusals(self.path):
            return self._zip.open(entry)

    def _measured(self, entries: list[zipfile.ZipInfo]) -> dict[str, list[zipfile.ZipInfo]]:
        if len(entries) > MAX_ENTRIES:
            raise UnsafeFile(self.path, "entries")
        if sum(entry.file_size for entry in entries) > MAX_TOTAL:
            raise UnsafeFile(self.path, "size")
        if _overlap(entries):
            raise UnsafeFile(self.path, "overlap")
        named: dict[str, list[zipfile.ZipInfo]] = {}
        for entry in entries:
            named.setdefault(_key(entry.filename), []).append(entry)
        return named

    def _entry(self, name: str) -> zipfile.ZipInfo:
        entries = self._entries.get(_key(name), [])
        if not entries:
            raise DamagedFile(self.path, f"{name} is missing")
        if len(entries) > 1:
            raise UnsafeFile(self.path, "duplicate")
        entry = entries[0]
        if entry.flag_bits & _ENCRYPTED:
            raise EncryptedFile(self.path, name)
        if entry.file_size > MAX_PART:
            raise UnsafeFile(self.path, "size")
        if entry.file_size > RATIO_FROM and entry.file_size > MAX_RATIO * entry.compress_size:
            raise UnsafeFile(self.path, "bomb")
        return entry


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _overlap(entries: list[zipfile.ZipInfo]) -> bool:
    """Whether two entries share bytes of the file, the trick by which a small zip holds any amount."""
    end = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        if entry.header_offset < end:
            return True
        end = entry.header_offset + _LOCAL_HEADER + len(entry.orig_filename) + entry.compress_size
    return False


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Turn what zipfile raises on a broken file into DamagedFile, what the system raises into UnreadableFile."""
    try:
        yield
    except _BROKEN_ZIP as error:
        raise DamagedFile(path, f"{type(error).__name__}: {error}") from error
    except OSError as error:
        if error.errno in _BROKEN_OFFSET:
            raise DamagedFile(path, str(error)) from error
        raise UnreadableFile(path, error.strerror or str(error)) from error
