"""The reading process: takes jobs on stdin, parses one file after the other, knows no store and no window.

It runs apart because a file from outside may crash, hang or swell whatever parses
it; `db.importer.host` starts, watches and kills it.
"""

from __future__ import annotations

import hashlib
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import msgspec

from db.errors import DamagedFile, EmptyFile, ImportRefused, ReaderStopped
from db.importer import limits, wire
from db.importer.assemble import content_of
from db.importer.files import file_hash
from db.importer.readers import reader_for
from db.model import Content

Say = Callable[[wire.Step | wire.Done | wire.Refused], None]

_TRIES = 2
"""A source that changes while it is read gets one more chance."""


def main() -> None:
    """Bind this process, then serve jobs until stdin ends."""
    limits.bind_this_process()
    answers = os.fdopen(os.dup(1), "wb")
    # A library that prints must not be taken for an answer.
    os.dup2(2, 1)
    serve(sys.stdin.buffer, answers)


def serve(jobs: BinaryIO, answers: BinaryIO) -> None:
    """Answer every job of `jobs` on `answers`; each ends with one Done or Refused."""

    def say(message: wire.Step | wire.Done | wire.Refused) -> None:
        answers.write(wire.line(message))
        answers.flush()

    for data in iter(jobs.readline, b""):
        job = wire.job(data)
        limits.allow_processor(job.seconds)
        say(_outcome(job, say))


def _outcome(job: wire.Job, say: Say) -> wire.Done | wire.Refused:
    """Do one job; every failure becomes a code, and its trace goes to stderr."""
    path = Path(os.fsdecode(job.path))
    try:
        return _read(path, job, say)
    except ImportRefused as error:
        return wire.Refused(error.code, error.detail)
    except MemoryError:
        return wire.Refused("TBC-132", "")
    except Exception as error:  # a reader's own bug must cost one file, not the batch
        traceback.print_exc()
        return wire.Refused(DamagedFile.code, type(error).__name__)


def _read(path: Path, job: wire.Job, say: Say) -> wire.Done:
    for _ in range(_TRIES):
        say(wire.Step("hash"))
        sha256, size = file_hash(path)
        if not size:
            raise EmptyFile(path)
        content, kind = parse(path, job.name, say)
        if file_hash(path) == (sha256, size):
            return wire.Done(sha256, size, kind, _write(content, Path(os.fsdecode(job.result))))
    raise ReaderStopped(path, code="TBC-134")


def parse(path: Path, name: str, say: Say) -> tuple[Content, str]:
    """Return the content of the file and the name of its format; raises ImportRefused."""
    say(wire.Step("read"))
    document = reader_for(path).read(path)
    say(wire.Step("assemble"))
    return content_of(document, name), document.format


def _write(content: Content, result: Path) -> str:
    """Write the content where the parent looks for it, and return the hash of what was written."""
    data = msgspec.json.encode(content)
    try:
        result.write_bytes(data)
    except OSError as error:
        raise ReaderStopped(result, str(result.parent), "TBC-135") from error
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    main()
