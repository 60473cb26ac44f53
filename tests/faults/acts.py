"""What is killed: the real import, an upgrade, a backup, going back to one, a repair, an export. A program under fi.so.

The program imports everything once and forks for each fault; jobs come as JSON lines
on stdin ({act, folder, n, fault}), answers go as JSON lines to stdout.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
from collections.abc import Callable, Generator, Sequence
from functools import cache
from pathlib import Path
from typing import Self, TypeVar

import db.migrations  # noqa: F401 - before the fork, so that it costs once
from db import backups, connections, salvage
from db.errors import TuBaoCaoError
from db.export.replacing import replacing
from db.importer.files import file_hash
from db.importer.host import Host
from db.importer.pipeline import import_paths
from db.importer.worker import parse
from db.library import Library
from db.model import Content, Progress, Receipt, Source

STORE, EXPORT = "tu.tubaocao", "so-lieu.csv"
OLD, NEW = b"old;" * 20_000, b"new;" * 30_000

Acknowledge = Callable[[str], None]
Outcome = TypeVar("Outcome")


@cache
def read(path: Path) -> tuple[Content, Source]:
    """Return what the real readers make of a file."""
    content, kind = parse(path, path.name, lambda _step: None)
    sha256, size = file_hash(path)
    return content, Source(path.name, str(path), sha256, kind, size)


class NearHost(Host):
    """Reads in this very process, so that only the writing is at risk."""

    def __enter__(self) -> Self:
        return self

    def read(self, path: Path) -> Generator[Progress, None, tuple[Content, Source]]:
        yield Progress(0, 0, "read", path.name)
        return read(path)


def import_files(library: Library, paths: Sequence[Path], acknowledge: Acknowledge = lambda _: None) -> list[Receipt]:
    """Take files in through the real pipeline; `acknowledge` gets each hash when its receipt says it is stored."""
    receipts = []
    for step in import_paths(library, paths, make_host=NearHost):
        if isinstance(step, Receipt):
            receipts.append(step)
            if step.status != "refused":
                acknowledge(read(Path(step.path))[1].sha256)
    return receipts


def finish(steps: Generator[Progress, None, Outcome]) -> Outcome:
    """Run a generator to its end and return what it returns."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            outcome: Outcome = end.value
            return outcome


def do_import(folder: Path, sources: Sequence[Path], acknowledge: Acknowledge) -> None:
    library = Library.open(folder / STORE)
    import_files(library, sources, acknowledge)
    library.close()


def do_upgrade(folder: Path, _sources: Sequence[Path], _acknowledge: Acknowledge) -> None:
    Library.open(folder / STORE).close()


def do_backup(folder: Path, _sources: Sequence[Path], acknowledge: Acknowledge) -> None:
    library = Library.open(folder / STORE)
    made = backups.back_up(library.reader(), library.path, backups.BEFORE_REPAIR)
    acknowledge(made.path.name if made else "")
    library.close()


def do_restore(folder: Path, _sources: Sequence[Path], acknowledge: Acknowledge) -> None:
    finish(backups.restore(folder / STORE, backups.backups(folder / STORE)[0].path))
    acknowledge("restored")


def do_repair(folder: Path, _sources: Sequence[Path], acknowledge: Acknowledge) -> None:
    acknowledge(f"lost {len(finish(salvage.repair(folder / STORE)).lost)}")


def do_export(folder: Path, _sources: Sequence[Path], acknowledge: Acknowledge) -> None:
    with replacing(folder / EXPORT) as draft, draft.open("wb", buffering=0) as file:
        for start in range(0, len(NEW), 8192):
            file.write(NEW[start : start + 8192])
    acknowledge("exported")


ACTS = {
    "import": do_import,
    "upgrade": do_upgrade,
    "backup": do_backup,
    "restore": do_restore,
    "repair": do_repair,
    "export": do_export,
}


def unsafe() -> None:
    """Let writers sync nothing: the control that the power cuts must catch."""
    pragmas = (pragma.replace("synchronous=FULL", "synchronous=OFF") for pragma in connections._FOR_WRITING)
    connections._FOR_WRITING = tuple(pragmas)


def _child(job: dict[str, str | int], sources: Sequence[Path], pipe: int) -> None:
    """Do one job with the fault armed; what was acknowledged goes into the pipe as it happens."""
    faults = ctypes.CDLL(None)
    acknowledged = 0

    def acknowledge(what: str) -> None:
        nonlocal acknowledged
        acknowledged += 1
        faults.fi_mark(ctypes.c_long(acknowledged))
        os.write(pipe, f"{what}\n".encode())

    if job.get("unsafe"):
        unsafe()
    if job.get("log"):
        faults.fi_log(os.fsencode(str(job["log"])))
    folder = Path(str(job["folder"]))
    faults.fi_arm(os.fsencode(folder), ctypes.c_long(int(job["n"])), int(job["fault"]))
    try:
        ACTS[str(job["act"])](folder, sources, acknowledge)
    except TuBaoCaoError as error:
        os.write(pipe, f"!{error.code}\n".encode())
    except BaseException as error:  # whatever is not of our tree is a finding
        os.write(pipe, f"?{error!r}\n".encode())
    os.write(pipe, f"={faults.fi_calls()}\n".encode())


def main() -> None:
    """Serve jobs until stdin ends; the arguments are the files to import."""
    sources = [Path(name) for name in sys.argv[1:]]
    for path in sources:
        read(path)
    for line in sys.stdin:
        job = json.loads(line)
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.close(reader)
                _child(job, sources, writer)
            finally:
                os._exit(0)
        os.close(writer)
        with os.fdopen(reader, encoding="utf-8") as pipe:
            words = pipe.read().splitlines()
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(json.dumps({"status": status, "words": words}), flush=True)


if __name__ == "__main__":
    main()
