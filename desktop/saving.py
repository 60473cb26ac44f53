"""Asking where a sheet shall be saved, and saving it there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from db.errors import TuBaoCaoError

if TYPE_CHECKING:
    from db.export.sheet import Sheet

KINDS = ("Excel (*.xlsx)", "Word (*.docx)")


def ask_where(parent: QWidget, title: str, name: str, chosen: Callable[[Path], None]) -> None:
    """Let the user choose a file, `name` proposed; then `chosen` gets its path. Nothing waits meanwhile."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(KINDS))
    dialog.setDefaultSuffix("xlsx")
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix("docx" if kind == KINDS[1] else "xlsx"))
    dialog.selectFile(name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda file: chosen(Path(file)))
    dialog.open()


def save(sheet: Sheet, target: Path) -> TuBaoCaoError | None:
    """Write `sheet` to `target` (.xlsx or .docx); return what went wrong, None where nothing did."""
    from db.export.exporters import export  # noqa: PLC0415 - python-docx and xlsxwriter: whoever saves pays for them

    try:
        export(sheet, target)
    except TuBaoCaoError as error:
        return error
    return None
