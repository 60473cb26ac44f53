"""Writes what a bundle is made of as CycloneDX 1.6: the locked packages, and the parts that are no packages."""

from __future__ import annotations

import json
import re
import uuid
from pathlib import Path
from typing import Any

from locked import ROOT, Pin, pins, runtime_names, version

INDEX = ROOT / "resources" / "licences" / "INDEX.md"
PYTHON = {"linux": "", "win32": "3.11.9"}
"""The interpreter's version; on Linux it is the one that builds."""
_ROW = re.compile(r"^\| (?P<part>[^|]+) \| (?P<licence>[^|]+) \| [^|]+ \|$", re.MULTILINE)


def licences() -> dict[str, str]:
    """Return the licence of each shipped part, by its name in small letters, as the index of licences has it."""
    found = {}
    for row in _ROW.finditer(INDEX.read_text("utf-8")):
        part = row["part"].lower().replace("_", "-")
        for name in ["pyside6-essentials", "shiboken6"] if "pyside6" in part else [part]:
            found[name] = row["licence"]
    return found


def bill(system: str, python: str) -> dict[str, Any]:
    """Return the bill of materials of the bundle for `system` (sys.platform); the same words for the same lock."""
    known, words = pins(), licences()
    parts = [_package(known[name], words[name]) for name in runtime_names(system)]
    parts += [
        {"type": "platform", "name": "CPython", "version": python, "licenses": [_licence("Python-2.0")]},
        *(
            {"type": "file", "name": name, "licenses": [_licence(words[name.lower()])]}
            for name in ("Be Vietnam Pro", "Noto Serif", "Lucide icons")
        ),
    ]
    parts.sort(key=lambda part: str(part["name"]))
    program = {"type": "application", "name": "tubaocao", "version": version(), "licenses": [_licence("MIT")]}
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(parts, sort_keys=True) + system + version())
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {"component": {"bom-ref": "tubaocao", **program}},
        "components": parts,
    }


def write_bill(goal: Path, system: str, python: str) -> Path:
    """Write the bill of materials as JSON."""
    goal.write_text(json.dumps(bill(system, python), ensure_ascii=False, indent=1) + "\n", "utf-8")
    return goal


def _package(pin: Pin, licence: str) -> dict[str, Any]:
    address = f"pkg:pypi/{pin.name}@{pin.version}"
    return {
        "type": "library",
        "bom-ref": address,
        "name": pin.name,
        "version": pin.version,
        "purl": address,
        "licenses": [_licence(licence)],
    }


def _licence(words: str) -> dict[str, Any]:
    """Return a licence by its SPDX name, or by our words where they are more than one name."""
    known = re.fullmatch(r"[A-Za-z0-9.-]+", words)
    return {"license": {"id": words}} if known else {"license": {"name": words}}
