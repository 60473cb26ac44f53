"""Measuring in pairs: what we do and what we hold it against, in turn, in one run; medians and their ratio."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the result: `value` in `unit`; `goal` is the most it may be, None where there is none."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    remark: str = ""

    @property
    def reached(self) -> bool:
        """Whether the goal is reached; True where there is none."""
        return self.goal is None or self.value <= self.goal


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """Return the median CPU seconds of `work`."""
    return statistics.median(_once(work) for _ in range(times))


def against(ours: Callable[[], object], theirs: Callable[[], object], times: int = 5) -> tuple[float, float, float]:
    """Return the median CPU seconds of both and the median of the ratios ours / theirs, measured in turn."""
    pairs = [(_once(ours), _once(theirs)) for _ in range(times)]
    return (
        statistics.median(one for one, _ in pairs),
        statistics.median(other for _, other in pairs),
        statistics.median(one / other for one, other in pairs),
    )


def process(*command: str, most: float | None = None) -> float:
    """Run a command to its end and return the CPU seconds it and its children took; its words are thrown away.

    Raises CalledProcessError, and TimeoutExpired after `most` seconds by the clock.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=most)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def python(code: str, *arguments: str, interpreter: str = sys.executable, most: float | None = None) -> float:
    """Run Python code in a fresh interpreter; CPU seconds."""
    return process(interpreter, "-c", code, *arguments, most=most)


PEAK = "int(open('/proc/self/status').read().split('VmHWM:')[1].split()[0]) / 1024"
"""Code that gives a process's own peak memory in MB; `ru_maxrss` would begin with that of the process it came from."""


def peak_megabytes(code: str, *arguments: str) -> float:
    """Run Python code in a fresh interpreter and return its peak memory in MB."""
    told = f"{code}\nimport sys; sys.stderr.write('\\n' + str({PEAK}))"
    done = subprocess.run([sys.executable, "-c", told, *arguments], check=True, capture_output=True, text=True)
    return float(done.stderr.rsplit("\n", 1)[-1])


def _once(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before
