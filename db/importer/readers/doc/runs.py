"""How each run is set: its letters, its font, and what makes it more or less than text ([MS-DOC] 2.6.1)."""

from __future__ import annotations

from dataclasses import dataclass

from db.importer.readers.doc.letters import changed
from db.importer.readers.doc.sprms import Sprm, sprms_of, unsigned
from db.importer.readers.doc.stylesheet import StyleSheet
from db.importer.readers.shared.symbols import symbol


@dataclass(frozen=True, slots=True)
class Run:
    """The setting of a run. `symbol` is what its placeholder U+0028 stands for, "" if it has none."""

    emphasis: str
    font: str
    hidden: bool = False
    deleted: bool = False
    symbol: str = ""
    is_object: bool = False
    is_data: bool = False


class Runs:
    """Works out settings; a report knows few, so each is kept."""

    def __init__(self, sheet: StyleSheet, fonts: tuple[str, ...]) -> None:
        self._sheet = sheet
        self._fonts = fonts
        self._known: dict[tuple[int, bytes], Run] = {}

    def run(self, paragraph_style: int, grpprl: bytes) -> Run:
        """Return the setting of a run with these modifiers in a paragraph of a style."""
        known = self._known.get((paragraph_style, grpprl))
        if known is None:
            known = self._known[paragraph_style, grpprl] = self._worked_out(paragraph_style, grpprl)
        return known

    def _worked_out(self, paragraph_style: int, grpprl: bytes) -> Run:
        said = list(sprms_of(grpprl))
        last = dict(said)
        character_style = unsigned(last[Sprm.C_ISTD]) if Sprm.C_ISTD in last else None
        style = self._sheet.letters(paragraph_style, character_style)
        letters = changed(style, said, style)
        return Run(
            emphasis=letters.emphasis,
            font=self._font(letters.font),
            hidden=letters.hidden,
            deleted=_is_on(last, Sprm.C_F_R_MARK_DEL),
            symbol=self._symbol(last.get(Sprm.C_SYMBOL)),
            is_object=_is_on(last, Sprm.C_F_OLE2) or _is_on(last, Sprm.C_F_OBJ),
            is_data=_is_on(last, Sprm.C_F_DATA),
        )

    def _font(self, number: int) -> str:
        return self._fonts[number] if number < len(self._fonts) else ""

    def _symbol(self, operand: bytes | None) -> str:
        """Read a CSymbolOperand (2.9.51): a font and a character of it."""
        if operand is None:
            return ""
        return symbol(f"{unsigned(operand[2:]):X}", self._font(unsigned(operand[:2])))


def _is_on(said: dict[int, bytes], sprm: Sprm) -> bool:
    return sprm in said and said[sprm][0] == 1
