"""Notes on their way to Excel."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from pytestqt.qtbot import QtBot

from db.errors import ExportFailed
from db.model import Content
from desktop.footnotes.book import book_of
from desktop.footnotes.note_sheet import sheet_of
from desktop.footnotes.panel import FootnotesPanel
from desktop.themes import Themes


def test_every_note_has_its_row_with_its_section(content: Content) -> None:
    book = book_of(content)
    sheet = sheet_of(book, book.entries.values())
    assert [row[0] for row in sheet.rows] == [note.label for note in content.notes]
    assert [row[1] for row in sheet.rows] == [note.text for note in content.notes]
    linked = {note.label: note.linked for note in content.notes}
    assert all(bool(row[3]) != linked[str(row[0])] for row in sheet.rows)


def test_exactly_the_filtered_notes_are_written(qtbot: QtBot, tmp_path: Path, content: Content) -> None:
    panel = FootnotesPanel(Themes())
    qtbot.addWidget(panel)
    panel.show_report(content)
    wanted = content.notes[0]
    panel.all.box.setText(wanted.text[:25])
    panel.all.save_to(tmp_path / "n.xlsx")
    page = openpyxl.load_workbook(tmp_path / "n.xlsx").worksheets[0]
    texts = [row[1].value for row in page.iter_rows(min_row=4) if row[1].value]
    assert texts == [note.text for note in content.notes if wanted.text[:25] in note.text]


def test_a_folder_that_is_not_there_is_told(qtbot: QtBot, tmp_path: Path, content: Content) -> None:
    panel = FootnotesPanel(Themes())
    qtbot.addWidget(panel)
    panel.show_report(content)
    with qtbot.waitSignal(panel.failed) as told:
        panel.all.save_to(tmp_path / "none" / "n.xlsx")
    assert isinstance(told.args[0], ExportFailed)
