"""What parent and reading process say to each other: one JSON object a line, in either direction."""

from __future__ import annotations

from typing import Literal

import msgspec

LONGEST_LINE = 64 * 1024
"""Bytes; a longer line from the reading process is not an answer."""


class Job(msgspec.Struct, frozen=True):
    """Read the file at `path` and write its Content into `result`; both are file-system bytes.

    `name` is what the report is called when it says nothing itself; `seconds` bounds the processor time.
    """

    path: bytes
    result: bytes
    name: str
    seconds: int


class Step(msgspec.Struct, frozen=True, tag="step"):
    """The reading process begins a step; `name` is a key of `[steps]` in `resources/messages.toml`."""

    name: Literal["hash", "read", "assemble"]


class Done(msgspec.Struct, frozen=True, tag="done"):
    """The result file is written: what the source was, and the hash of the result."""

    sha256: str
    bytes: int
    format: str
    result_sha256: str


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """The file cannot be taken in, with the code of `db.errors` and what fills its text."""

    code: str
    detail: str


Answer = Step | Done | Refused
"""All that the reading process may say."""

_answers: msgspec.json.Decoder[Step | Done | Refused] = msgspec.json.Decoder(Answer)
_jobs = msgspec.json.Decoder(Job)


def line(message: Job | Step | Done | Refused) -> bytes:
    """Return `message` as one line, its end included."""
    return msgspec.json.encode(message) + b"\n"


def answer(data: bytes) -> Step | Done | Refused:
    """Read one line of the reading process; msgspec.MsgspecError if it is not one."""
    return _answers.decode(data)


def job(data: bytes) -> Job:
    """Read one line of the parent; msgspec.MsgspecError if it is not one."""
    return _jobs.decode(data)
