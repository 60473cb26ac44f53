"""The rules of the house that import contracts cannot say (those run as `lint-imports` in ./dev test)."""

from __future__ import annotations

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HOUSES = ("desktop", "db", "resources")
SOURCES = sorted(file for house in HOUSES for file in (ROOT / house).rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 60


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_packaging_is_no_package_of_ours() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


@pytest.mark.parametrize("house", HOUSES)
def test_the_import_names_come_from_us_alone(house: str) -> None:
    assert set(packages_distributions().get(house, ["tubaocao"])) == {"tubaocao"}


@pytest.mark.parametrize("house", ["desktop", "db"])
def test_a_house_has_an_empty_front_door(house: str) -> None:
    assert (ROOT / house / "__init__.py").read_text(encoding="utf-8") == ""


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_files_and_functions_can_be_seen_whole(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    long = [f.name for f in functions(file) if (f.end_lineno or 0) - f.lineno >= LONGEST_FUNCTION]
    assert long == []


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_modules_open_with_a_sentence(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assert not tree.body or ast.get_docstring(tree)


def test_the_top_level_is_the_customers() -> None:
    listed = subprocess.run(
        ["git", "ls-tree", "--name-only", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    ours = {"desktop", "resources", "db", "tests", "packaging", "pyproject.toml", "dev", "dev.cmd"}
    papers = {"README.md", "CHANGELOG.md", "ARCHITECTURE.md", "LICENSE"}
    assert {name for name in listed.stdout.split() if not name.startswith(".")} <= ours | papers


def test_every_requirement_is_locked_with_its_hash() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (ROOT / "packaging" / "requirements.txt").read_text(encoding="utf-8").lower().replace("_", "-")
    pinned = {line.split("==")[0] for line in lock.splitlines() if "==" in line}
    for wanted in (*project["dependencies"], *project["optional-dependencies"]["test"]):
        name = wanted.split("=")[0].split(">")[0].split("<")[0].lower().replace("_", "-")
        assert name in pinned, wanted
    assert lock.count("--hash=sha256:") >= len(pinned)
    assert "http" not in "".join(line for line in lock.splitlines() if not line.startswith("#"))


def test_pyside_stays_at_the_release_that_is_known_to_be_sound() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "PySide6-Essentials==6.9.3" in project["dependencies"]
