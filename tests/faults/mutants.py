"""Files of each format, changed where it hurts: numbers, tags and bytes, inside packages as well. Also a program.

`python mutants.py COUNT SEED FOLDER FILE…` reads COUNT changed copies of the files,
each in a process of its own with the limits of the reading process and 10 seconds;
prints a JSON object of outcomes and keeps what killed or hung the reader in FOLDER.
"""

from __future__ import annotations

import io
import json
import os
import random
import re
import signal
import struct
import sys
import zipfile
from collections import Counter
from pathlib import Path

SECONDS = 10
NUMBERS = (b"0", b"-1", b"2147483647", b"4294967296", b"999999999999", b"NaN", b"", b"A" * 5000)
WORDS = (0, 0xFFFFFFFF, 0x7FFFFFFF, 0x80000000)
_NUMBER = re.compile(rb'"(-?\d+)"|(?<=[a-z])(-?\d+)(?=[\\ ;])|(?<= )(\d+)(?= )')
_TAG = re.compile(rb"</?[\w:]+[^>]*>")
_PACKED = (".xml", ".rels")


def mutant(data: bytes, chance: random.Random) -> bytes:
    """Return `data` changed; of a package mostly one of its parts."""
    if data[:2] == b"PK" and chance.random() < 0.8:
        try:
            return _repacked(data, chance)
        except (zipfile.BadZipFile, NotImplementedError):
            pass
    return _marked(data, chance) if chance.random() < 0.5 else _bytes(data, chance)


def _repacked(data: bytes, chance: random.Random) -> bytes:
    whole, out = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    parts = {name: whole.read(name) for name in whole.namelist()}
    victim = chance.choice([name for name in parts if name.endswith(_PACKED)] or list(parts))
    parts[victim] = _marked(parts[victim], chance)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return out.getvalue()


def _marked(data: bytes, chance: random.Random) -> bytes:
    """Change a number, or take away or repeat a tag; bytes where there is neither."""
    kind = chance.randrange(4)
    found = list((_NUMBER if kind == 0 else _TAG).finditer(data)) if kind < 3 else []
    if not found:
        return _bytes(data, chance)
    one = chance.choice(found)
    if kind == 0:
        group = one.lastindex or 0
        return data[: one.start(group)] + chance.choice(NUMBERS) + data[one.end(group) :]
    times = 0 if kind == 1 else chance.choice((2, 50, 3000))
    return data[: one.start()] + one[0] * times + data[one.end() :]


def _bytes(data: bytes, chance: random.Random) -> bytes:
    body = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 32))):
        if not body:
            break
        kind, at = chance.randrange(6), chance.randrange(len(body))
        if kind == 0:
            body[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del body[at : at + chance.randrange(1, 64)]
        elif kind == 2:
            other = chance.randrange(len(body))
            body[at:at] = body[other : other + chance.randrange(1, 256)]
        elif kind == 3:
            body[at : at + 4] = struct.pack("<I", chance.choice(WORDS))
        elif kind == 4:
            body[at:at] = body[at : at + 50] * chance.randrange(2, 40)
        elif chance.random() < 0.1:
            del body[at:]
    return bytes(body)


def _read(path: Path) -> str:
    """Read as the reading process does; return how it ended: read, a code, or the name of what slipped through."""
    from db.errors import ImportRefused  # noqa: PLC0415 - the changing above needs nothing of ours
    from db.importer.worker import parse  # noqa: PLC0415

    try:
        parse(path, path.name, lambda _step: None)
    except ImportRefused as error:
        return error.code
    except MemoryError:
        return "TBC-132"
    except Exception as error:  # the reading process makes TBC-102 of it; worth counting by name
        return f"slipped {type(error).__name__}"
    return "read"


def outcome(path: Path) -> str:
    """Fork, bind, read; return what the child said, "hung" or "killed by N"."""
    import resource  # noqa: PLC0415 - not on Windows

    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            resource.setrlimit(resource.RLIMIT_AS, (768 << 20, 768 << 20))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            # Processor time, so that a busy machine makes no hang; the clock for what waits without working.
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
            signal.alarm(12 * SECONDS)
            os.write(writer, _read(path).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        told = pipe.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status in (-signal.SIGALRM, -signal.SIGXCPU):
        return "hung"
    return f"killed by {-status}" if status else told


def main() -> None:
    count, seed, folder = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    files = [Path(name) for name in sys.argv[4:]]
    chance, outcomes = random.Random(seed), Counter[str]()
    _read(files[0])  # so that every module is there before the first fork
    for turn in range(count):
        original = chance.choice(files)
        path = folder / f"mutant{original.suffix}"
        path.write_bytes(mutant(original.read_bytes(), chance))
        ended = outcome(path)
        outcomes[ended] += 1
        if ended == "hung" or ended.startswith(("killed", "slipped")):
            path.rename(folder / f"{ended.split()[0]}-{seed}-{turn}{original.suffix}")
    print(json.dumps(outcomes))


if __name__ == "__main__":
    main()
