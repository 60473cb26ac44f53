"""LibreOffice, where it is installed, accepts and rejects our changes to the same two reports."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from db.comparison import compare
from db.comparison_out.tracked import write_tracked
from db.importer.assemble import content_of
from db.importer.document import Document, Paragraph

PROGRAM = shutil.which("soffice") or ""

pytestmark = pytest.mark.skipif(not PROGRAM, reason="LibreOffice is not installed")

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LIBRARY = (
    '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n'
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/>'
    "</library:library>"
)
_MODULE = (
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
    'script:language="StarBasic">{code}</script:module>'
)
_CODE = """
Sub Settle
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim plain(1) As New com.sun.star.beans.PropertyValue
  Dim nothing()
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  plain(0).Name = "FilterName"
  plain(0).Value = "Text (encoded)"
  plain(1).Name = "FilterOptions"
  plain(1).Value = "UTF8,LF"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  document = StarDesktop.loadComponentFromURL("SOURCE", "_blank", 0, hidden())
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:COMMAND", "", 0, nothing())
  document.storeToURL("TARGET", plain())
  document.close(True)
  StarDesktop.terminate()
End Sub
"""


def settled_by_office(source: Path, target: Path, command: str) -> list[str]:
    """Let LibreOffice settle all changes and write the text; its lines, without empty ones."""
    profile = target.parent / "profile"
    basic = profile / "user" / "basic" / "Standard"
    code = _CODE.replace("SOURCE", source.as_uri()).replace("TARGET", target.as_uri()).replace("COMMAND", command)
    (basic / "script.xlb").write_text(_HEAD + _LIBRARY, encoding="utf-8")
    (basic / "Module1.xba").write_text(_HEAD + _MODULE.replace("{code}", code), encoding="utf-8")
    place = f"-env:UserInstallation={profile.as_uri()}"
    call = [PROGRAM, place, "--headless", "macro:///Standard.Module1.Settle"]
    subprocess.run(call, capture_output=True, timeout=180, check=False)
    if not target.exists():
        pytest.skip("this LibreOffice runs no macro")
    return target.read_text(encoding="utf-8-sig").splitlines()


def plain(source: Path) -> list[str]:
    """Return the text LibreOffice finds in a file without changes."""
    place = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    call = [PROGRAM, place, "--headless", "--convert-to", "txt:Text (encoded):UTF8,LF", "--outdir"]
    subprocess.run([*call, str(source.parent), str(source)], capture_output=True, timeout=180, check=False)
    target = source.with_suffix(".txt")
    if not target.exists():
        pytest.skip("this LibreOffice reads no Word files")
    return target.read_text(encoding="utf-8-sig").splitlines()


def words(lines: list[str]) -> list[str]:
    """LibreOffice keeps an empty line where a paragraph before a table goes; the words are what counts."""
    return [line for line in lines if line.strip(" \t\ufeff")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder and in it one profile: making one takes longest."""
    return tmp_path_factory.mktemp("office")


@pytest.mark.parametrize("accept", [True, False])
@pytest.mark.parametrize("older", [2021, 2022, 2023])
def test_office_settles_the_changes_as_we_do(kit: Any, older: int, accept: bool, folder: Path) -> None:
    name = f"{older}-{accept}"
    file = folder / f"{name}.docx"
    kit.driven(write_tracked(*kit.compared(older, older + 1), file))
    command = "AcceptAllTrackedChanges" if accept else "RejectAllTrackedChanges"
    ours = plain(kit.settled(file, folder / f"{name}-ours.docx", accept))  # this also makes the profile
    office = settled_by_office(file, folder / f"{name}-office.txt", command)
    assert words(office) == words(ours)
    assert len(office) - len(ours) <= 6


OLDER = "BÁO CÁO\nKết quả năm 2022\n1. Tồn tại, hạn chế\nViệc phân công còn chồng chéo ở một số xã."
NEWER = "BÁO CÁO\nKết quả năm 2023\n1. Hạn chế và nguyên nhân\n1.1. Hạn chế\nViệc phân công còn chồng chéo ở một số xã."


@pytest.mark.parametrize("accept", [True, False])
def test_a_heading_put_in_below_a_changed_one_leaves_it_whole(kit: Any, accept: bool, folder: Path) -> None:
    left, right = (
        content_of(Document("txt", tuple(Paragraph(line) for line in text.splitlines())), "a.txt")
        for text in (OLDER, NEWER)
    )
    file = folder / f"headings-{accept}.docx"
    kit.driven(write_tracked(left, right, kit.driven(compare(left, right)), file))
    command = "AcceptAllTrackedChanges" if accept else "RejectAllTrackedChanges"
    plain(kit.settled(file, folder / f"headings-{accept}-ours.docx", accept))  # this also makes the profile
    office = settled_by_office(file, folder / f"headings-{accept}-office.txt", command)
    assert words(office) == (NEWER if accept else OLDER).splitlines()
