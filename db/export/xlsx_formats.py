"""The formats of a workbook's cells, each made once."""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from db.export.formulas import looks_like_formula
from db.export.looks import look_of
from db.export.table import ExportCell

_FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
_BOX = {**_FONT, "border": 1, "text_wrap": True}
_OPENING = ("(", "+")
_DOUBTFUL = {"bg_color": "#FFF2CC"}
_FIXED: dict[str, dict[str, Any]] = {
    "title": {**_FONT, "bold": True, "font_size": 13},
    "heading": {**_BOX, "bold": True, "bg_color": "#EDEFF2", "align": "center", "valign": "vcenter"},
    "text": _BOX,
    "quoted": {**_BOX, "quote_prefix": True},
    "doubtful": {**_BOX, **_DOUBTFUL},
    "doubtful quoted": {**_BOX, **_DOUBTFUL, "quote_prefix": True},
    "line": {**_FONT, "italic": True, "text_wrap": True},
    "note": {**_FONT, "text_wrap": True},
    "notes": {**_FONT, "bold": True},
    "over": _FONT,
    "link": {**_FONT, "font_color": "#0563C1", "underline": 1},
    "linked": {**_BOX, "font_color": "#0563C1", "underline": 1},
}


class Formats:
    """Gives the format of a cell or of a kind of line."""

    def __init__(self, workbook: Workbook, language: str) -> None:
        self._workbook = workbook
        self._language = language
        self._made: dict[str, Format] = {}
        self._numbers: dict[tuple[int, bool, str, str | bool], Format] = {}

    def named(self, name: str) -> Format:
        """Return the format of a kind of line; KeyError for an unknown one."""
        found = self._made.get(name)
        if found is None:
            found = self._made[name] = self._workbook.add_format(_FIXED[name])
        return found

    def of(self, cell: ExportCell) -> Format:
        """Return the format of a cell of the body."""
        if cell.kind == "number":
            return self._number(cell)
        quoted = cell.kind == "text" and looks_like_formula(cell.text)
        if cell.doubtful:
            return self.named("doubtful quoted" if quoted else "doubtful")
        return self.named("quoted" if quoted else "text")

    def _number(self, cell: ExportCell) -> Format:
        text = cell.text
        # All that a look is made of, at a tenth of its price: a workbook may have 100,000 numbers.
        tail = text[-2:] if text[-1:] == "%" else ""
        assert cell.value is not None
        shape = (cell.decimals, "." in text or cell.value.adjusted() < 3, tail, text[:1] in _OPENING and text[:1])
        found = self._numbers.get(shape)
        if found is None:
            pattern = look_of(cell).pattern(self._language)
            found = self._numbers[shape] = self._workbook.add_format({**_BOX, "num_format": pattern})
        return found
