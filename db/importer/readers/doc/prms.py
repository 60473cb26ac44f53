"""What a fast save changed: modifiers that stand with a piece, not on a page of properties ([MS-DOC] 2.9.214)."""

from __future__ import annotations

from db.importer.readers.doc.sprms import Sprm

_IS_COMPLEX = 0x1
# The modifiers a Prm0 (2.9.215) may name that are read here; each has an operand of one byte.
_SHORT = {
    0x05: Sprm.P_JC,
    0x0C: Sprm.P_ILVL,
    0x18: Sprm.P_F_IN_TABLE,
    0x19: Sprm.P_F_TTP,
    0x41: Sprm.C_F_R_MARK_DEL,
    0x47: Sprm.C_F_DATA,
    0x4B: Sprm.C_F_OLE2,
    0x55: Sprm.C_F_BOLD,
    0x56: Sprm.C_F_ITALIC,
    0x5C: Sprm.C_F_VANISH,
    0x5E: Sprm.C_KUL,
    0x68: Sprm.C_ISS,
    0x75: Sprm.C_F_SPEC,
    0x76: Sprm.C_F_OBJ,
    0x78: Sprm.P_OUT_LVL,
}


def grpprl_of(prm: int, listed: list[bytes]) -> bytes:
    """Return the modifiers of a Prm; a complex one names a list of the Clx by its index."""
    if prm & _IS_COMPLEX:
        index = prm >> 1
        return listed[index] if index < len(listed) else b""
    sprm = _SHORT.get(prm >> 1 & 0x7F)
    return b"" if sprm is None else sprm.to_bytes(2, "little") + bytes((prm >> 8,))
