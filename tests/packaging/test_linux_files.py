"""What tells a Linux desktop of the program is well formed and says the same everywhere."""

from __future__ import annotations

import configparser
from pathlib import Path

import pytest
from lxml import etree

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
LINUX = PACKAGING / "linux"


def test_the_desktop_entry_has_valid_keys_in_both_languages() -> None:
    entry = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read(LINUX / "tubaocao.desktop", "utf-8")
    keys = entry["Desktop Entry"]
    assert keys["Type"] == "Application"
    assert keys["Exec"].startswith("tubaocao ")
    assert {"Comment[vi]", "GenericName[vi]"} <= set(keys)
    assert keys["MimeType"] == "application/x-tubaocao;x-scheme-handler/tubaocao;"
    assert keys["Categories"].endswith(";")


@pytest.mark.parametrize("name", ["tubaocao.metainfo.xml", "tubaocao-mime.xml"])
def test_the_xml_parses_and_names_the_mime_type(name: str) -> None:
    etree.parse(LINUX / name)
    assert "application/x-tubaocao" in (LINUX / name).read_text("utf-8")


def test_packaging_is_no_package() -> None:
    assert not list(PACKAGING.rglob("__init__.py"))
