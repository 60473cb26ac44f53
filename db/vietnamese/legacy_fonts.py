"""Which fonts draw Vietnamese from characters that are not Unicode's, told by their names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from db.vietnamese.legacy_rules import Encoding

_TCVN3 = re.compile(r"\.vn\w|(?-i:Vn[A-Z])", re.IGNORECASE)
_VNI = re.compile(r"vni[- ]", re.IGNORECASE)
# Other makers' fonts: which letters they draw is told by the letters alone.
_OTHER = re.compile(r"(?-i:S?VN)[a-z-]|vietware|vps[- ]|bk[- ]?hcm", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LegacyFont:
    """What a font's name says: its encoding (None if the name is not enough), and whether it draws capitals only."""

    encoding: Encoding | None
    capitals: bool = False


@lru_cache(maxsize=256)
def legacy_font(name: str) -> LegacyFont | None:
    """Return what is known of the font, None for one that draws Unicode."""
    name = name.strip()
    if _TCVN3.match(name):
        return LegacyFont(Encoding.TCVN3, name.split()[0].endswith("H") or name.endswith("H"))
    if _VNI.match(name):
        return LegacyFont(Encoding.VNI)
    return LegacyFont(None) if _OTHER.match(name) else None
