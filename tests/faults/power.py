"""The states a power cut can leave on a disk, made from the log of one import's writes.

Data of a file is sure once it was synced; before that each write may be kept, lost or
torn at a sector. Names (made, taken away, renamed) survive in the order they were
given, up to any point, and all of them once their folder was synced.
"""

from __future__ import annotations

import os
import random
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

SECTOR = 512
ACKNOWLEDGED = "A"


class Call(NamedTuple):
    """One line of the log: W write, T truncate, S sync, U unlink, R rename, A acknowledged; `data` is what W wrote."""

    kind: str
    name: str
    number: int
    data: bytes


def calls_of(log: Path, folder: Path) -> list[Call]:
    """Read the log of fi.so; names are relative to `folder`."""
    data, at, found = log.read_bytes(), 0, []
    while at < len(data):
        end = data.index(b"\n", at)
        kind, name, number, size = data[at:end].decode().split("\t")
        at = end + 1 + int(size)
        body = data[end + 1 : at]
        found.append(Call(kind, os.path.relpath(name, folder) if name else "", int(number), body))
    return [call for call in found if not call.name.startswith("sao-luu")]


@dataclass
class _Disk:
    """What is sure (`inodes`, `names`) and what the running program sees (`seen`); numbers stand for inodes."""

    inodes: list[bytearray] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    writes: defaultdict[int, list[Call]] = field(default_factory=lambda: defaultdict(list))
    changes: list[tuple[str, int | None]] = field(default_factory=list)

    def do(self, call: Call) -> None:
        if call.kind == "S":
            self._sync(call.name)
        elif call.kind == "U":
            if self.seen.pop(call.name, None) is not None:
                self.changes.append((call.name, None))
        elif call.kind in "WT":
            if call.name not in self.seen:
                self.inodes.append(bytearray())
                self.seen[call.name] = len(self.inodes) - 1
                self.changes.append((call.name, self.seen[call.name]))
            self.writes[self.seen[call.name]].append(call)

    def _sync(self, name: str) -> None:
        if name == ".":
            self.rename(len(self.changes))
            self.changes.clear()
        elif name in self.seen:
            self.write(self.seen[name], self.writes.pop(self.seen[name], []))

    def rename(self, upto: int) -> None:
        for name, inode in self.changes[:upto]:
            if inode is None:
                self.names.pop(name, None)
            else:
                self.names[name] = inode

    def write(self, inode: int, calls: list[Call]) -> None:
        body = self.inodes[inode]
        for call in calls:
            body.extend(b"\0" * (call.number - len(body)))
            if call.kind == "T":
                del body[call.number :]
            else:
                body[call.number : call.number + len(call.data)] = call.data


def state(before: dict[str, bytes], calls: list[Call], upto: int, chance: random.Random) -> dict[str, bytes]:
    """Return the files after a power cut behind the first `upto` calls; `before` are the files at the start."""
    disk = _Disk()
    for name, body in before.items():
        disk.inodes.append(bytearray(body))
        disk.names[name] = disk.seen[name] = len(disk.inodes) - 1
    for call in calls[:upto]:
        disk.do(call)
    lost = chance.choice((0.1, 0.5, 0.9, 1.0))
    for inode, pending in disk.writes.items():
        disk.write(inode, [one for call in pending if (one := _kept(call, lost, chance))])
    disk.rename(chance.randint(0, len(disk.changes)))
    return {name: bytes(disk.inodes[inode]) for name, inode in disk.names.items()}


def _kept(call: Call, lost: float, chance: random.Random) -> Call | None:
    drawn = chance.random()
    if drawn < lost:
        return None
    if call.kind == "W" and drawn < lost + 0.15 and len(call.data) > SECTOR:
        return call._replace(data=call.data[: SECTOR * chance.randrange(1, len(call.data) // SECTOR + 1)])
    return call
