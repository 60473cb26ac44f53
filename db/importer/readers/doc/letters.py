"""How letters are set: what a style hands down and a run changes ([MS-DOC] 2.4.6.2, 2.6.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from db.importer.readers.doc.sprms import Prl, Sprm, unsigned

_MATCHES_STYLE = 0x80
_OPPOSES_STYLE = 0x81
_TOGGLES = {Sprm.C_F_BOLD: "bold", Sprm.C_F_ITALIC: "italic", Sprm.C_F_VANISH: "hidden"}
_RAISED = ("", "^", "_")


@dataclass(frozen=True, slots=True)
class Letters:
    """The setting of a run. `font` is an index into the table of fonts, `raised` "^", "_" or ""."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    underlined: bool = False
    raised: str = ""
    font: int = 0

    @property
    def emphasis(self) -> str:
        """The style of `db.model.Emphasis`: some of b, i, u, ^, _."""
        return (
            ("b" if self.bold else "") + ("i" if self.italic else "") + ("u" if self.underlined else "") + self.raised
        )


def changed(base: Letters, modifiers: Iterable[Prl], style: Letters) -> Letters:
    """Return `base` with modifiers applied; "as the style" and "unlike the style" look at `style` (2.9.327)."""
    new: dict[str, bool | str | int] = {}
    for sprm, operand in modifiers:
        if sprm in _TOGGLES:
            name = _TOGGLES[Sprm(sprm)]
            new[name] = _toggled(operand[0], getattr(style, name))
        elif sprm == Sprm.C_KUL:
            new["underlined"] = operand[0] not in (0, 0xFF)
        elif sprm == Sprm.C_ISS:
            new["raised"] = _RAISED[operand[0]] if operand[0] < len(_RAISED) else ""
        elif sprm == Sprm.C_RG_FTC0:
            new["font"] = unsigned(operand)
    return replace(base, **new) if new else base  # type: ignore[arg-type]  # the names pair with their types


def character_style_over(base: Letters, modifiers: Iterable[Prl]) -> Letters:
    """Return a paragraph's letters under a character style: bold and italic of the two styles undo each other."""
    over = changed(base, modifiers, base)
    said = {sprm: operand[0] for sprm, operand in modifiers}
    return replace(
        over,
        bold=base.bold != bool(said[Sprm.C_F_BOLD] & 1) if Sprm.C_F_BOLD in said else over.bold,
        italic=base.italic != bool(said[Sprm.C_F_ITALIC] & 1) if Sprm.C_F_ITALIC in said else over.italic,
    )


def _toggled(operand: int, style: bool) -> bool:
    if operand == _MATCHES_STYLE:
        return style
    return not style if operand == _OPPOSES_STYLE else bool(operand)
