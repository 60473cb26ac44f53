"""What the fault tests share: how much is done (all of it in `./dev torture`), the injector, a store to hurt."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))  # the harness is modules beside the tests: acts, power, mutants, holding

import acts  # noqa: E402 - found by the line above

from db.library import Library  # noqa: E402

TORTURE = bool(os.environ.get("TUBAOCAO_TORTURE"))
_GATES: list[str] = []


class Gate:
    """Tells at the end of the run how far a gate was carried, and how long it took."""

    @contextmanager
    def __call__(self, name: str) -> Iterator[dict[str, Any]]:
        figures: dict[str, Any] = {}
        start = time.monotonic()
        try:
            yield figures
        finally:
            told = ", ".join(f"{key} {value}" for key, value in figures.items())
            _GATES.append(f"{name}: {told} ({time.monotonic() - start:.1f} s)")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the gates."""
    if _GATES:
        terminalreporter.section("gates")
        for line in _GATES:
            terminalreporter.line(line)


@pytest.fixture(scope="session")
def gate() -> Gate:
    """The book of figures reached."""
    return Gate()


@pytest.fixture(scope="session")
def amount() -> Callable[[int, int], int]:
    """Return the first number in a quick run and the second one in `./dev torture`."""
    return lambda quick, whole: whole if TORTURE else quick


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Five short reports of five years, with sections, notes of figures and a table."""
    folder = tmp_path_factory.mktemp("sources")
    paths = []
    for year in range(2019, 2024):
        path = folder / f"bao-cao-{year}.txt"
        path.write_text(_report(year), encoding="utf-8")
        paths.append(path)
    return paths


def _report(year: int) -> str:
    lines = [
        "ỦY BAN NHÂN DÂN TỈNH QUẢNG THỬ",
        "",
        "BÁO CÁO",
        f"Tình hình kinh tế - xã hội năm {year}",
        "",
        "I. KẾT QUẢ THỰC HIỆN",
    ]
    lines += [
        f"{n}. Thu ngân sách năm {year} phần {n} ước đạt {year + n},5 tỷ đồng, tăng {n},2% so với năm trước."
        for n in range(1, 25)
    ]
    return "\n".join([*lines, "", "II. NHIỆM VỤ", f"Phấn đấu năm {year + 1} đạt 30 nghìn tỷ đồng."])


class Injector:
    """The forking program under fi.so; one fault per call."""

    def __init__(self, library: Path, sources: list[Path]) -> None:
        self._program = subprocess.Popen(
            [sys.executable, str(HERE / "acts.py"), *map(str, sources)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"LD_PRELOAD": str(library), "PYTHONPATH": str(HERE.parents[1])},
            text=True,
        )

    def __call__(self, act: str, folder: Path, n: int = 0, fault: int = 0, **more: Any) -> dict[str, Any]:
        """Do `act` in `folder` with `fault` at call `n`; return the exit status and what the child told."""
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        self._program.stdin.write(json.dumps({"act": act, "folder": str(folder), "n": n, "fault": fault} | more) + "\n")
        self._program.stdin.flush()
        answer: dict[str, Any] = json.loads(self._program.stdout.readline())
        return answer

    def close(self) -> None:
        self._program.communicate(timeout=20)


@pytest.fixture(scope="session")
def injector(tmp_path_factory: pytest.TempPathFactory, sources: list[Path]) -> Iterator[Injector]:
    """The injector, compiled here; tests that need it are skipped where there is no C compiler or no Linux."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("needs a C compiler and Linux")
    library = tmp_path_factory.mktemp("fi") / "fi.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", str(HERE / "fi.c"), "-o", str(library), "-ldl"], check=True)
    program = Injector(library, sources[2:])
    yield program
    program.close()


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory, sources: list[Path]) -> Path:
    """A folder with a sound library of two reports; copy it before hurting it."""
    folder = tmp_path_factory.mktemp("base")
    library = Library.open(folder / acts.STORE)
    acts.import_files(library, sources[:2])
    library.close()
    return folder
