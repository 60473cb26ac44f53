"""Writes `db/vietnamese/legacy_tables.py` from the system's iconv: python packaging/make_legacy_tables.py.

VNI and VIQR need no table, their rule is code. A test holds the committed tables to iconv.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

TARGET = Path(__file__).parents[1] / "db" / "vietnamese" / "legacy_tables.py"
LONGEST = 100
MODULE = '''"""Letters of two eight-bit encodings, written by `packaging/make_legacy_tables.py` from iconv."""

TCVN3 = {tcvn3}
"""The letters of 0xA1 … 0xFF; 0xB0 … 0xB4 have none and stay what they are in Latin-1."""
VISCII = {viscii}
"""The letters of 0x80 … 0xFF."""
VISCII_LOW = {{{low}}}
"""The six letters that stand among the control codes."""
'''


def tables() -> str:
    """Return the module whole."""
    low = ((code, _letter("VISCII", code)) for code in range(0x20))
    return MODULE.format(
        tcvn3=_literal(_letters("TCVN5712-1", range(0xA1, 0x100))),
        viscii=_literal(_letters("VISCII", range(0x80, 0x100))),
        low=", ".join(f'0x{code:02X}: "{letter}"' for code, letter in low if letter.isalpha()),
    )


def _letters(charset: str, codes: range) -> str:
    """Return the character of each code, the code's own Latin-1 character where `charset` has no letter there."""
    return "".join(letter if (letter := _letter(charset, code)).isalpha() else chr(code) for code in codes)


def _literal(letters: str) -> str:
    if len(letters) <= LONGEST:
        return f'"{letters}"'
    half = len(letters) // 2
    return f'(\n    "{letters[:half]}"\n    "{letters[half:]}"\n)'


def _letter(charset: str, code: int) -> str:
    done = subprocess.run(
        ["iconv", "-f", charset, "-t", "UTF-8"], input=bytes([code]), capture_output=True, check=False
    )
    return done.stdout.decode() if done.returncode == 0 else ""


if __name__ == "__main__":
    TARGET.write_text(tables(), encoding="utf-8")
