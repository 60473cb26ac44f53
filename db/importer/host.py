"""The parent's side of the reading process: start, bound, watch, kill it, and check what it answers."""

from __future__ import annotations

import hashlib
import logging
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import msgspec

from db.errors import ImportRefused, ReaderStopped, UnreadableFile
from db.folders import OwnFolder
from db.importer import limits, validation, wire
from db.model import Content, Progress, Source

log = logging.getLogger(__name__)

FILES_PER_PROCESS = 50
"""After so many files a fresh process is started, so that nothing a parser leaks adds up."""
LARGEST_RESULT = 200 << 20
"""Bytes."""
_POLL = 0.04
"""Seconds between two looks at the reading process; bounds how long a cancel waits."""
_ENVIRONMENT = ("SYSTEMROOT", "WINDIR", "LD_LIBRARY_PATH")


def worker_command() -> list[str]:
    """Return how the reading process is started; a frozen program calls itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker"]
    return [sys.executable, "-I", "-X", "utf8", "-m", "db.importer.worker"]


class Host:
    """Reads files one after the other through a process of its own, which it replaces whenever it fails.

    A context manager: leaving it ends the process and removes the temporary folder.
    """

    def __init__(
        self,
        command: Sequence[str] | None = None,
        seconds_for: Callable[[int], float] = limits.seconds_for,
        poll: float = _POLL,
    ) -> None:
        self._command = list(command) if command else worker_command()
        self._seconds_for = seconds_for
        self._poll = poll
        self._folder: OwnFolder | None = None
        self._process: _Process | None = None
        self._served = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        if self._folder is not None:
            self._folder.remove()
            self._folder = None

    def stop(self) -> None:
        """Kill the reading process, if there is one; the next file gets a new one."""
        if self._process is not None:
            self._process.kill()
            self._process = None

    def read(self, path: Path) -> Generator[Progress, None, tuple[Content, Source]]:
        """Read one file and return what is in it; closing the generator kills the reading process.

        Raises ImportRefused: with the reader's own code, or ReaderStopped (130 died,
        131 time, 132 memory, 133 its answer is not sound, 134 the file changed,
        135 it could not be started).
        """
        size = _size(path)
        finished = False
        try:
            process, folder = self._ready(path)
            result = folder / "result.json"
            seconds = self._seconds_for(size)
            job = wire.Job(os.fsencode(path.absolute()), os.fsencode(result), printable(path.name), int(seconds) + 1)
            done = yield from self._wait(process, job, path, seconds)
            content = _content(path, done, result)
            finished = True
        finally:
            if not finished:
                self.stop()
        self._served += 1
        return content, Source(printable(path.name), printable(str(path)), done.sha256, done.format, done.bytes)

    def _ready(self, path: Path) -> tuple[_Process, Path]:
        if self._process is not None and self._served >= FILES_PER_PROCESS:
            self.stop()
        try:
            if self._folder is None:
                self._folder = OwnFolder()
            if self._process is None:
                self._served = 0
                self._process = _Process(self._command, self._folder.path)
        except OSError as error:
            raise ReaderStopped(path, tempfile.gettempdir(), "TBC-135") from error
        return self._process, self._folder.path

    def _wait(
        self, process: _Process, job: wire.Job, path: Path, seconds: float
    ) -> Generator[Progress, None, wire.Done]:
        """Send the job and wait for its end, yielding at least every 50 ms."""
        end = time.monotonic() + seconds
        step = Progress(0, 0, "read", printable(path.name))
        process.send(job)
        while True:
            yield step
            if time.monotonic() > end:
                raise ReaderStopped(path, str(round(seconds)), "TBC-131")
            data = process.answer(self._poll)
            if data is None:
                continue
            message = self._message(process, data, path)
            if isinstance(message, wire.Done):
                return message
            step = Progress(0, 0, message.name, printable(path.name))

    def _message(self, process: _Process, data: bytes, path: Path) -> wire.Step | wire.Done:
        if not data:
            returncode = process.ended()
            raise ReaderStopped(path, code="TBC-131" if limits.ran_out_of_time(returncode) else "TBC-130")
        try:
            message = wire.answer(data)
        except msgspec.MsgspecError as error:
            raise ReaderStopped(path, code="TBC-133") from error
        if isinstance(message, wire.Refused):
            process.log_words()
            raise refusal(message.code, path, message.detail)
        return message


class _Process:
    """One reading process; a thread takes its lines, so that waiting for them has an end on every platform."""

    def __init__(self, command: list[str], folder: Path) -> None:
        empty = folder / "empty"
        empty.mkdir(exist_ok=True)
        self._words = (folder / "stderr.txt").open("a+b")
        try:
            self._popen = _start(command, empty, self._words)
        except OSError:
            self._words.close()
            raise
        limits.confine(self._popen)
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._listen, name="reading process", daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        pipe = self._pipe(self._popen.stdout)
        while data := pipe.readline(wire.LONGEST_LINE):
            self._lines.put(data)
        self._lines.put(b"")

    @staticmethod
    def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
        if pipe is None:
            raise ValueError("started without a pipe")
        return pipe

    def send(self, job: wire.Job) -> None:
        """Hand over a job; a process that is gone already shows in the next answer."""
        pipe = self._pipe(self._popen.stdin)
        try:
            pipe.write(wire.line(job))
            pipe.flush()
        except OSError:
            log.debug("the reading process took no job")

    def answer(self, seconds: float) -> bytes | None:
        """Return the next line, None if none comes within `seconds`, empty when the process has ended."""
        try:
            return self._lines.get(timeout=seconds)
        except queue.Empty:
            return None

    def ended(self) -> int | None:
        """Return the exit status of a process that has closed its output."""
        self.log_words()
        try:
            return self._popen.wait(timeout=1)
        except subprocess.TimeoutExpired:
            return None

    def log_words(self) -> None:
        """Keep the end of what it wrote to stderr in the log; it is not for the user."""
        self._words.seek(0, os.SEEK_END)
        self._words.seek(max(0, self._words.tell() - 4000))
        log.debug("the reading process wrote: %s", self._words.read().decode("utf-8", "replace"))

    def kill(self) -> None:
        """End it now and take back everything it held."""
        with suppress(OSError):  # Windows refuses where it has ended by itself
            self._popen.kill()
        self._popen.wait()
        self._thread.join()
        for pipe in (self._popen.stdin, self._popen.stdout):
            if pipe is not None:
                _close(pipe)
        self._words.close()


def _start(command: list[str], folder: Path, words: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start the process in an empty folder and with nothing of our environment it does not need."""
    environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    return subprocess.Popen(  # noqa: S603 - the command is our own
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=words,
        cwd=folder,
        env=environment | dict.fromkeys(("TEMP", "TMP", "TMPDIR"), str(folder)),
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        log.debug("a pipe was broken already")


def _size(path: Path) -> int:
    """Return the size in bytes of an ordinary file; anything else is refused before it is opened."""
    try:
        if not path.exists():
            raise ImportRefused(path, code="TBC-106")
        if not path.is_file():
            raise ImportRefused(path, code="TBC-107")
        return path.stat().st_size
    except (OSError, ValueError) as error:
        raise UnreadableFile(path) from error


def _content(path: Path, done: wire.Done, result: Path) -> Content:
    """Return what the result file holds, if it is what was announced and sound throughout."""
    try:
        if result.stat().st_size > LARGEST_RESULT:
            raise validation.Unsound("too large")
        data = result.read_bytes()
        result.unlink()
        if hashlib.sha256(data).hexdigest() != done.result_sha256:
            raise validation.Unsound("not what was announced")
        content = msgspec.json.decode(data, type=Content)
        validation.check_source(done.sha256, done.format, done.bytes)
        validation.check(content)
    except (OSError, msgspec.MsgspecError, RecursionError, validation.Unsound) as error:
        log.debug("answer not sound: %s", error)
        raise ReaderStopped(path, code="TBC-133") from error
    return content


def refusal(code: str, path: Path, detail: str) -> ImportRefused:
    """Return the error of the typed tree that carries `code`, whoever sent it."""
    for kind in ImportRefused.__subclasses__():
        if kind.code == code:
            return kind(path, detail)
    if validation.is_stop_code(code):
        return ReaderStopped(path, detail, code)
    if validation.is_refusal_code(code):
        return ImportRefused(path, detail, code)
    return ReaderStopped(path, code="TBC-133")


def printable(name: str) -> str:
    """Return a file name as text that any store and any screen takes; letters of no encoding become U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
