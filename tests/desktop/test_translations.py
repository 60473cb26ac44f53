"""Every word of the window stands in the Vietnamese catalogues, finished, with the same holes."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

import desktop
import resources
from desktop.languages import Languages

CODE = Path(desktop.__file__).parent
HOLE = re.compile(r"\{(\w*)\}")


@pytest.fixture(scope="module")
def asked(tmp_path_factory) -> set[tuple[str, str]]:
    """What the code asks for, as Qt's own tool finds it."""
    found = tmp_path_factory.mktemp("ts") / "all.ts"
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    files = [str(path) for path in sorted(CODE.rglob("*.py"))]
    command = [str(lupdate), "-tr-function-alias", "QT_TRANSLATE_NOOP+=tr_noop", *files, "-ts", str(found)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return {(context, source) for context, source, _text, _kind in messages(found.read_text(encoding="utf-8"))}


def messages(text: str) -> list[tuple[str, str, str, str]]:
    """Return (context, source, translation, "unfinished" or "") of a .ts file."""
    found = []
    for context in ET.fromstring(text).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            words = (translation.text or "") if translation is not None else ""
            kind = translation.get("type", "") if translation is not None else "unfinished"
            found.append((context.findtext("name", ""), message.findtext("source", ""), words, kind))
    return found


def known() -> list[tuple[str, str, str, str]]:
    return [entry for name in resources.names("translations/vi", ".ts") for entry in messages(resources.text(name))]


def test_nothing_is_missing(asked):
    have = {(context, source) for context, source, _words, _kind in known()}
    assert sorted(asked - have) == []


def test_nothing_is_unfinished_or_empty():
    assert [entry for entry in known() if entry[3] or not entry[2].strip()] == []


def test_the_holes_are_the_same():
    differ = [entry for entry in known() if sorted(HOLE.findall(entry[1])) != sorted(HOLE.findall(entry[2]))]
    assert differ == []


def test_a_word_has_one_translation_in_its_context():
    seen: dict[tuple[str, str], str] = {}
    for context, source, words, _kind in known():
        assert seen.setdefault((context, source), words) == words


def test_the_menus_of_qt_itself_speak_vietnamese(qtbot):
    languages = Languages()
    languages.use("vi")
    field = QLineEdit()
    qtbot.addWidget(field)
    words = [action.text().split("\t")[0] for action in field.createStandardContextMenu().actions() if action.text()]
    languages.use("en")
    assert words == ["&Hoàn tác", "&Làm lại", "Cắ&t", "&Sao chép", "&Dán", "Xóa", "Chọn tất cả"]
