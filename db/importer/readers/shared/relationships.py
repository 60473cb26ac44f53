"""How the parts of an office package point at each other (ECMA-376 part 2, Open Packaging Conventions).

The main part is found by its relationship, never by its name.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from db.importer.readers.shared.package import Package
from db.importer.readers.shared.xml_part import parse

PACKAGE_ROOT = ""
MAIN = "officeDocument"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A pointer from a part. `kind` is the last word of its type ("styles", "footnotes").

    `target` names a part of the same package; where the pointer leads outside, it is empty and
    `external` set: nothing we read can lead to the network or another file.
    """

    kind: str
    target: str
    external: bool = False


def relationships_of(package: Package, part: str) -> tuple[Relationship, ...]:
    """Return where `part` (PACKAGE_ROOT for the package itself) points to, in order; empty if it says nothing."""
    folder, name = posixpath.split(part)
    listing = posixpath.join(folder, "_rels", f"{name}.rels")
    if listing not in package:
        return ()
    found = []
    for entry in parse(package.path, listing, package.read(listing)):
        kind = entry.get("Type", "").rsplit("/", 1)[-1]
        if entry.get("TargetMode") == "External":
            found.append(Relationship(kind, "", external=True))
        elif target := entry.get("Target", ""):
            found.append(Relationship(kind, _resolved(folder, target)))
    return tuple(found)


def main_part(package: Package) -> str:
    """Return the name of the part the package is about, or "" if there is none."""
    for relationship in relationships_of(package, PACKAGE_ROOT):
        if relationship.kind == MAIN and relationship.target in package:
            return relationship.target
    return ""


def _resolved(folder: str, target: str) -> str:
    target = target.replace("\\", "/")
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))
