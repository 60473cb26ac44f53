"""A compound file of streams ([MS-CFB]), looked over before olefile opens it.

olefile trusts the sector tables of a file; a chain that runs in a circle makes it read for as long as there is
memory. So every chain it follows on opening is walked here first, and no stream is read that claims
to be longer than the file.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

import olefile

from db.errors import DamagedFile, UnsafeFile

MAX_FILE = 300_000_000

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER_BYTES = 512
_HEADER = struct.Struct("<8s20xHHH10xIIIIIIII109I")
_LITTLE_ENDIAN = 0xFFFE
_SECTOR_SHIFTS = (9, 12)
_MINI_SHIFT = 6
_LARGEST_SECTOR = 0xFFFFFFFA
_BROKEN = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, struct.error)


class Compound:
    """The streams of one compound file, by name."""

    def __init__(self, path: Path, ole: olefile.OleFileIO, size: int) -> None:
        self._path = path
        self._ole = ole
        self._size = size

    def __contains__(self, name: str) -> bool:
        with _damage(self._path):
            return bool(self._ole.exists(name))

    def read(self, name: str) -> bytes:
        """Return a stream whole. Raises DamagedFile if it is missing, cut off or longer than the file."""
        with _damage(self._path):
            size = self._ole.get_size(name)
            if size > self._size:
                raise ValueError(f"{name} claims {size} bytes")
            with self._ole.openstream(name) as stream:
                return bytes(stream.read())


@contextmanager
def opened(path: Path) -> Iterator[Compound]:
    """Open a compound file. Raises DamagedFile if its tables run in circles or out of the file, UnsafeFile."""
    size = path.stat().st_size
    if size > MAX_FILE:
        raise UnsafeFile(path, "size")
    with _damage(path):
        with path.open("rb") as file:
            _look_over(file, size)
        ole = olefile.OleFileIO(str(path), raise_defects=olefile.DEFECT_FATAL)
    try:
        yield Compound(path, ole, size)
    finally:
        ole.close()


def is_sound(path: Path) -> bool:
    """Whether the tables of a compound file can be followed; the streams themselves are not looked at."""
    try:
        with opened(path):
            return True
    except DamagedFile:
        return False


@contextmanager
def _damage(path: Path) -> Iterator[None]:
    """Turn what a broken file makes olefile raise into DamagedFile."""
    try:
        yield
    except _BROKEN as error:
        raise DamagedFile(path, f"{type(error).__name__}: {error}"[:200]) from error


class _Header(NamedTuple):
    """What the first sector says ([MS-CFB] 2.2): how large sectors are and where each table begins."""

    magic: bytes
    byte_order: int
    shift: int
    mini_shift: int
    fat_sectors: int
    directory: int
    transaction: int
    cutoff: int
    mini_fat: int
    mini_fat_sectors: int
    difat: int
    difat_sectors: int


def _look_over(file: BinaryIO, size: int) -> None:
    """Walk the sector tables, the directory and the table of small streams ([MS-CFB] 2.3 … 2.5)."""
    fields = _HEADER.unpack(file.read(_HEADER_BYTES))
    header, listed = _Header(*fields[:12]), list(fields[12:])
    if (header.magic, header.byte_order, header.mini_shift) != (_MAGIC, _LITTLE_ENDIAN, _MINI_SHIFT):
        raise ValueError("header")
    if header.shift not in _SECTOR_SHIFTS:
        raise ValueError("sector size")
    sectors = size >> header.shift
    if header.fat_sectors > sectors:
        raise ValueError("more sector tables than sectors")
    listed += _more_tables(file, header, sectors)
    fat: list[int] = []
    for number in listed[: header.fat_sectors]:
        fat += _numbers(file, number, header.shift, sectors)
    for start in (header.directory, header.mini_fat):
        _walk(fat, start)


def _more_tables(file: BinaryIO, header: _Header, sectors: int) -> list[int]:
    """Return the table sectors that the header had no room for (DIFAT, 2.5.1)."""
    listed: list[int] = []
    met: set[int] = set()
    at = header.difat
    while header.difat_sectors and at < _LARGEST_SECTOR:
        if at in met:
            raise ValueError("DIFAT runs in a circle")
        met.add(at)
        *numbers, at = _numbers(file, at, header.shift, sectors)
        listed += numbers
    return listed


def _numbers(file: BinaryIO, number: int, shift: int, sectors: int) -> tuple[int, ...]:
    if number >= sectors:
        raise ValueError("table outside the file")
    file.seek((number + 1) << shift)
    piece = file.read(1 << shift)
    return struct.unpack(f"<{len(piece) // 4}I", piece[: len(piece) // 4 * 4])


def _walk(fat: list[int], start: int) -> None:
    met = bytearray(len(fat))
    at = start
    while at < _LARGEST_SECTOR:
        if met[at]:
            raise ValueError("a chain runs in a circle")
        met[at] = 1
        at = fat[at]
