"""Packing in the window, and what the window says of a pack that comes in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db import queries
from db.bundling import write_bundle
from db.first_start import sample_files
from db.importer import bundle
from db.importer.pipeline import import_paths
from db.library import Library
from db.signing import KEY_FILE, code_of, own_code, sign
from desktop.exchange import Exchange
from desktop.jobs import abandon_all
from desktop.languages import Languages
from desktop.main_window import MainWindow, Shared
from desktop.memory import Memory
from desktop.settings import OFFICE_NAME, Settings
from desktop.themes import Themes

UNKNOWN, OTHER = "Sở Tài chính", "Văn phòng Tỉnh ủy"


def run(work):
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("Nơi gửi") / "tu.tubaocao"
    library = Library.open(path)
    run(import_paths(library, sample_files()[:2]))
    library.close()
    return path


def opened(qtbot, store: Path, folder: Path) -> MainWindow:
    library = Library.open(store)
    window = MainWindow(library, Memory(library, None), Shared(Settings(), Themes(), Languages()))
    qtbot.addWidget(window)
    window.resize(1200, 700)
    window.show()
    window.furnish()
    window.exchange._folder = folder
    return window


@pytest.fixture
def sender(qtbot, store, tmp_path) -> Iterator[MainWindow]:
    yield from closing(opened(qtbot, store, tmp_path / "của tôi"))


@pytest.fixture
def receiver(qtbot, tmp_path) -> Iterator[MainWindow]:
    yield from closing(opened(qtbot, tmp_path / "nhan.tubaocao", tmp_path / "nơi nhận"))


def closing(window: MainWindow) -> Iterator[MainWindow]:
    yield window
    window.close()
    abandon_all(5_000)
    QApplication.processEvents()
    window.library.close()


def packed(store: Path, goal: Path, key: Path | None, office: str = OTHER) -> Path:
    library = Library.open(store)
    ids = [report.id for report in queries.reports(library.reader())][:1]
    run(write_bundle(library, ids, goal, partial(sign, key, office) if key else None))
    library.close()
    return goal


def test_the_report_chosen_is_ticked_and_its_issuer_proposed(sender):
    sender.commands["pack"].trigger()
    dialog = sender.exchange.dialog
    assert dialog.chosen() == [sender.shelf.chosen()]
    assert dialog.office.text() == "Tỉnh ủy Quảng Nam"
    assert dialog.save.isEnabled()
    dialog.office.setText("  ")
    assert not dialog.save.isEnabled()
    dialog.office.setText(UNKNOWN)
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.save.isEnabled()
    dialog.close()


def test_a_pack_is_written_signed_and_its_code_shown(sender, qtbot, tmp_path):
    sender.commands["pack"].trigger()
    dialog = sender.exchange.dialog
    for row in range(dialog.list.count()):
        dialog.list.item(row).setCheckState(Qt.CheckState.Checked)
    dialog.office.setText(f" {UNKNOWN} ")
    dialog.write(tmp_path / "gửi đi")
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
    told = bundle.manifest(tmp_path / "gửi đi.goibaocao")
    assert len(told.reports) == 2
    assert told.signature.office == UNKNOWN
    assert own_code(tmp_path / "của tôi") in dialog.said.text()
    assert code_of(told.signature.key) == own_code(tmp_path / "của tôi")
    assert sender.shared.settings.get(OFFICE_NAME) == UNKNOWN
    dialog.copy.click()
    assert own_code(tmp_path / "của tôi") in QApplication.clipboard().text()
    dialog.close()


def test_a_key_that_is_damaged_is_told_in_the_dialog(sender, qtbot, tmp_path):
    folder = tmp_path / "của tôi"
    folder.mkdir()
    (folder / KEY_FILE).write_text("hỏng", "utf-8")
    sender.commands["pack"].trigger()
    dialog = sender.exchange.dialog
    dialog.write(tmp_path / "x.goibaocao")
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
    assert "TBC-501" in dialog.said.text()
    assert not (tmp_path / "x.goibaocao").exists()
    dialog.close()


def said(window: MainWindow, words: str) -> list:
    return [one for one in window.notices.notices() if words in one.what]


def test_a_pack_that_comes_in_tells_who_made_it(receiver, store, qtbot, tmp_path):
    first = packed(store, tmp_path / "một.goibaocao", tmp_path / "khóa")
    receiver.tasks.import_paths([first])
    qtbot.waitUntil(lambda: bool(said(receiver, OTHER)), timeout=20_000)
    (told,) = said(receiver, OTHER)
    assert told.level == "info"
    assert own_code(tmp_path / "khóa") in told.why
    assert len(queries.reports(receiver.library.reader())) == 1
    receiver.notices.clear()
    receiver.tasks.import_paths([first])
    qtbot.waitUntil(lambda: bool(said(receiver, OTHER)), timeout=20_000)
    assert said(receiver, OTHER)[0].level == "good"


def test_a_changed_key_is_a_warning_until_it_is_trusted(receiver, store, qtbot, tmp_path):
    first = packed(store, tmp_path / "một.goibaocao", tmp_path / "khóa")
    other = packed(store, tmp_path / "hai.goibaocao", tmp_path / "khóa khác")
    for path, level in ((first, "info"), (other, "warning"), (other, "warning")):
        receiver.notices.clear()
        receiver.tasks.import_paths([path])
        qtbot.waitUntil(lambda: bool(said(receiver, OTHER)), timeout=20_000)
        assert said(receiver, OTHER)[0].level == level
    warning = said(receiver, OTHER)[0]
    assert own_code(tmp_path / "khóa") in warning.why
    assert own_code(tmp_path / "khóa khác") in warning.why
    warning.choices[0].run()
    receiver.notices.clear()
    receiver.tasks.import_paths([other])
    qtbot.waitUntil(lambda: bool(said(receiver, OTHER)), timeout=20_000)
    assert said(receiver, OTHER)[0].level == "good"


def test_an_unsigned_pack_is_taken_in_and_told_as_unsigned(receiver, store, qtbot, tmp_path):
    bare = packed(store, tmp_path / "không ký.goibaocao", None)
    receiver.tasks.import_paths([bare])
    qtbot.waitUntil(lambda: bool(said(receiver, "is not signed")), timeout=20_000)
    assert len(queries.reports(receiver.library.reader())) == 1


def test_a_file_that_is_no_pack_tells_of_no_sender(receiver, tmp_path):
    exchange = Exchange(receiver, tmp_path)
    exchange.imported([])
    assert receiver.notices.notices() == []


def test_an_empty_library_has_nothing_to_pack(receiver):
    receiver.exchange.pack()
    assert receiver.exchange.dialog is None
    assert [notice.what for notice in receiver.notices.notices()] == ["The shelf is empty."]
