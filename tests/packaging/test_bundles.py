"""What goes into a bundle: pins, prunings, licences, the bill of materials, icon, ICU data and installer."""

from __future__ import annotations

import json
import re
import struct
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch):
    """Import one of the packaging scripts by its name."""
    monkeypatch.syspath_prepend(str(PACKAGING))

    def import_tool(name: str) -> ModuleType:
        return __import__(name)

    return import_tool


@pytest.mark.parametrize("system", ["linux", "win32"])
def test_every_shipped_package_is_pinned_and_its_licence_is_told(tool, system):
    locked, sbom = tool("locked"), tool("sbom")
    known, licences = locked.pins(), sbom.licences()
    names = locked.runtime_names(system)
    assert {"pyside6-essentials", "numpy", "lxml"} <= set(names)
    for name in names:
        assert known[name].hashes, name
        assert licences.get(name), f"{name} is not in resources/licences/INDEX.md"


def test_every_licence_text_of_the_index_is_there(tool):
    folder = tool("sbom").INDEX.parent
    rows = re.findall(r"^\| [^|]+ \| [^|]+ \| ([^|]+) \|$", tool("sbom").INDEX.read_text("utf-8"), re.MULTILINE)
    texts = [text.strip() for row in rows[1:] for text in row.split(",") if not set(row) <= set("- ")]
    assert len(texts) > 20
    for text in texts:
        assert (folder / text).is_file(), text


def test_the_bill_of_materials_names_each_part_once_and_is_the_same_each_time(tool):
    sbom = tool("sbom")
    bill = sbom.bill("win32", "3.11.9")
    names = [part["name"] for part in bill["components"]]
    assert len(names) == len(set(names))
    assert {"CPython", "numpy", "pyside6-essentials", "Noto Serif"} <= set(names)
    assert all(part["licenses"] for part in bill["components"])
    assert json.dumps(sbom.bill("win32", "3.11.9")) == json.dumps(bill)
    assert sbom.bill("linux", "3.11.7")["serialNumber"] != bill["serialNumber"]


@pytest.mark.parametrize(
    ("name", "system", "shipped"),
    [
        ("numpy/linalg/_umath_linalg.cpython-311-x86_64-linux-gnu.so", "linux", True),
        ("numpy/random/mtrand.cp311-win_amd64.pyd", "win32", False),
        ("numpy/core/tests/test_x.py", "linux", False),
        ("numpy-2.3.5.dist-info/licenses/LICENSE.txt", "linux", True),
        ("rapidfuzz/distance/metrics_cpp_avx2.cp311-win_amd64.pyd", "win32", False),
        ("rapidfuzz/distance/metrics_cpp.cp311-win_amd64.pyd", "win32", True),
        ("PySide6/opengl32sw.dll", "win32", False),
        ("PySide6/Qt6Core.dll", "win32", True),
        ("PySide6/plugins/platforms/qwindows.dll", "win32", True),
        ("PySide6/plugins/sqldrivers/qsqlite.dll", "win32", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "linux", True),
        ("PySide6/Qt/lib/libQt6Network.so.6", "linux", False),
        ("PySide6/QtNetwork.abi3.so", "linux", False),
        ("PySide6/translations/qtbase_vi.qm", "win32", True),
        ("docx/templates/default.docx", "linux", True),
    ],
)
def test_only_what_the_program_uses_is_shipped(tool, name, system, shipped):
    assert tool("pruning").left_out(name, system) is not shipped


def _package(items: dict[bytes, bytes]) -> bytes:
    """A made-up ICU data package: header, table of contents, names, data."""
    header = struct.pack("<HBB", 32, 0xDA, 0x27) + bytes(8) + b"CmnD" + bytes(16)
    names = b"".join(name + b"\0" for name in items)
    at_name = 4 + 8 * len(items)
    at_data = -(-(at_name + len(names)) // 16) * 16
    padding = bytes(at_data - at_name - len(names))
    table, body = b"", b""
    for name, data in items.items():
        table += struct.pack("<II", at_name, at_data + len(body))
        at_name += len(name) + 1
        body += data + bytes(-len(data) % 16)
    return header + struct.pack("<I", len(items)) + table + names + padding + body


def test_icu_data_keeps_our_languages_and_their_bytes(tool):
    icu = tool("icu")
    ours = {b"icudt73l/coll/vi.res": b"V" * 33, b"icudt73l/root.res": b"R" * 16, b"icudt73l/uprops.icu": b"U"}
    others = {b"icudt73l/coll/zh.res": b"Z" * 500, b"icudt73l/ibm-37.cnv": b"C" * 80, b"icudt73l/de.res": b"D"}
    small = icu.select(_package(dict(sorted({**ours, **others}.items()))))
    kept = dict(icu.items(small))
    assert kept.keys() == ours.keys()
    assert all(kept[name].startswith(data) for name, data in ours.items())
    with pytest.raises(ValueError, match="ICU"):
        icu.select(b"\x20\0\0\0" + bytes(40))


def test_an_icon_file_tells_sizes_and_places(tool):
    data = tool("icons").ico({16: b"small", 256: b"large!"})
    assert struct.unpack_from("<HHH", data) == (0, 1, 2)
    for row, (side, words) in enumerate([(16, b"small"), (0, b"large!")]):
        width, _height, _colours, _zero, _planes, _bits, size, at = struct.unpack_from("<BBBBHHII", data, 6 + 16 * row)
        assert (width, data[at : at + size]) == (side, words)


def test_the_installer_removes_what_it_installs_and_nothing_else(tool, tmp_path):
    (tmp_path / "lib" / "db").mkdir(parents=True)
    for name in ("tubaocao.exe", "lib/db/model.py"):
        (tmp_path / name).touch()
    listed = tool("installer").file_list(tmp_path)
    installing, removing = listed.split("!macro REMOVE_FILES")
    assert installing.count("\nFile ") == 2
    assert re.findall(r'Delete "(.+)"', removing) == [r"$INSTDIR\lib\db\model.py", r"$INSTDIR\tubaocao.exe"]
    assert re.findall(r'RMDir "(.+)"', removing) == [r"$INSTDIR\lib\db", r"$INSTDIR\lib"]
    script = (PACKAGING / "windows" / "installer.nsi").read_text("utf-8")
    assert "RMDir /r" not in script
    assert "RequestExecutionLevel user" in script


def test_the_manifest_asks_for_long_paths_and_sharp_text_but_no_rights():
    manifest = etree.parse(PACKAGING / "windows" / "tubaocao.manifest")
    words = {etree.QName(node).localname: node.text for node in manifest.iter("*")}
    assert words["longPathAware"] == "true"
    assert str(words["dpiAwareness"]).startswith("PerMonitorV2")
    assert manifest.xpath("//@level") == ["asInvoker"]


def test_appstream_knows_the_program_by_a_reversed_domain_and_this_version(tool):
    component = etree.parse(PACKAGING / "linux" / "tubaocao.metainfo.xml")
    assert component.findtext("id") == tool("deb").APP_ID
    assert len(tool("deb").APP_ID.split(".")) >= 3
    assert component.xpath("//release/@version") == [tool("locked").version()]
