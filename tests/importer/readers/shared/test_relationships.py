"""Parts are found by relationship, and nothing leads out of the package."""

from __future__ import annotations

import zipfile

from db.importer.readers.shared.package import Package
from db.importer.readers.shared.relationships import PACKAGE_ROOT, Relationship, main_part, relationships_of

HEAD = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'


def package(path, **rels):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/main.xml", "<a/>")
        for name, entries in rels.items():
            folder = {"root": "_rels/.rels", "main": "word/_rels/main.xml.rels"}[name]
            archive.writestr(folder, f"{HEAD}{entries}</Relationships>")
    return Package(path)


def test_targets_are_resolved_from_the_folder_of_their_part(tmp_path):
    entries = (
        '<Relationship Type="http://x/styles" Target="styles.xml"/>'
        '<Relationship Type="http://x/theme" Target="/theme/a.xml"/>'
        '<Relationship Type="http://x/custom" Target="../custom/item.xml"/>'
    )
    with package(tmp_path / "a.zip", main=entries) as opened:
        assert relationships_of(opened, "word/main.xml") == (
            Relationship("styles", "word/styles.xml"),
            Relationship("theme", "theme/a.xml"),
            Relationship("custom", "custom/item.xml"),
        )


def test_a_target_outside_has_no_name(tmp_path):
    entries = '<Relationship Type="http://x/image" TargetMode="External" Target="//192.0.2.1/a.png"/>'
    with package(tmp_path / "a.zip", main=entries) as opened:
        assert relationships_of(opened, "word/main.xml") == (Relationship("image", "", external=True),)


def test_the_main_part_has_any_name(tmp_path):
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    entries = f'<Relationship Type="{kind}" Target="word/main.xml"/>'
    with package(tmp_path / "a.zip", root=entries) as opened:
        assert main_part(opened) == "word/main.xml"


def test_a_package_without_relationships_has_no_main_part(tmp_path):
    with package(tmp_path / "a.zip") as opened:
        assert relationships_of(opened, PACKAGE_ROOT) == ()
        assert main_part(opened) == ""
