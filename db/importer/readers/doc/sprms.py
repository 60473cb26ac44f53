"""Property modifiers: numbered changes to a paragraph, a run, a table row or a section ([MS-DOC] 2.2.5, 2.6)."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

Prl = tuple[int, bytes]
"""A modifier's number and its operand."""


class Sprm(IntEnum):
    """The modifiers that are read, by the names of 2.6.1 … 2.6.4."""

    C_F_R_MARK_DEL = 0x0800
    C_F_DATA = 0x0806
    C_F_OLE2 = 0x080A
    C_F_BOLD = 0x0835
    C_F_ITALIC = 0x0836
    C_F_VANISH = 0x083C
    C_F_SPEC = 0x0855
    C_F_OBJ = 0x0856
    C_KUL = 0x2A3E
    C_ISS = 0x2A48
    C_ISTD = 0x4A30
    C_RG_FTC0 = 0x4A4F
    C_SYMBOL = 0x6A09
    C_PBI_GRF = 0x4888

    P_ISTD = 0x4600
    P_JC80 = 0x2403
    P_JC = 0x2461
    P_F_IN_TABLE = 0x2416
    P_F_TTP = 0x2417
    P_F_INNER_TABLE_CELL = 0x244B
    P_F_INNER_TTP = 0x244C
    P_ITAP = 0x6649
    P_OUT_LVL = 0x2640
    P_ILVL = 0x260A
    P_ILFO = 0x460B
    P_HUGE_PAPX = 0x6646
    P_HUGE_PAPX_OLD = 0x6645
    P_TABLE_PROPS = 0x646B
    P_CHG_TABS = 0xC615

    T_DEF_TABLE = 0xD608
    T_VERT_MERGE = 0xD62B
    T_MERGE = 0x5624
    T_SPLIT = 0x5625
    T_TABLE_HEADER = 0x3404
    T_ISTD = 0x563A
    T_F_BI_DI = 0x560B
    T_F_BI_DI_90 = 0x5664
    T_PC = 0x360D
    T_DXA_ABS = 0x940E
    T_DYA_ABS = 0x940F

    S_RNC_FTN = 0x303C
    S_RNC_EDN = 0x303E
    S_N_FTN = 0x503F
    S_N_EDN = 0x5041
    S_NFC_FTN_REF = 0x5040
    S_NFC_EDN_REF = 0x5042


_SIZES = (1, 1, 2, 4, 2, 2, -1, 3)  # of the operand, by spra; -1: the operand says it itself
_VARIABLE = 6


def sprms_of(grpprl: bytes) -> Iterator[Prl]:
    """Yield the modifiers of a list in order; a list that breaks off ends where it does."""
    at, end = 0, len(grpprl)
    while at + 3 <= end:
        sprm = grpprl[at] | grpprl[at + 1] << 8
        at += 2
        spra = sprm >> 13
        if spra == _VARIABLE:
            at, size = _variable(grpprl, at, sprm)
        else:
            size = _SIZES[spra]
        if at + size > end:
            return
        yield sprm, grpprl[at : at + size]
        at += size


def _variable(grpprl: bytes, at: int, sprm: int) -> tuple[int, int]:
    """Return where an operand of its own size begins and how long it is."""
    if sprm == Sprm.T_DEF_TABLE:
        return at + 2, max(0, int.from_bytes(grpprl[at : at + 2], "little") - 1)
    size = grpprl[at]
    at += 1
    if sprm == Sprm.P_CHG_TABS and size == 0xFF:  # 2.9.180: too long to be said in one byte
        deleted = at
        added = deleted + 1 + 4 * grpprl[deleted] if deleted < len(grpprl) else len(grpprl)
        size = added + 1 + 3 * grpprl[added] - at if added < len(grpprl) else len(grpprl)
    return at, size


def signed16(operand: bytes, at: int = 0) -> int:
    """Return a signed 16-bit number of an operand."""
    return int.from_bytes(operand[at : at + 2], "little", signed=True)


def unsigned(operand: bytes) -> int:
    """Return the whole operand as an unsigned number."""
    return int.from_bytes(operand, "little")
