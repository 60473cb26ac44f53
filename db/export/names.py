"""Names of files and sheets that every system takes: 2023_TinhUy_Bang-04_Thu-ngan-sach.xlsx."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from db.export.table import ExportTable
from db.vietnamese.folding import nfc

LONGEST_NAME = 255
"""Bytes of a file name, the ending included, on every system we know."""
LONGEST_SHEET = 31

_RESERVED = re.compile(r"(?:con|prn|aux|nul|clock\$|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)", re.IGNORECASE)
_UNFIT_NAME = re.compile(r'[<>:"/\\|?*\s]+')
_UNFIT_SHEET = re.compile(r"[\[\]:*?/\\]")
_TEMPORARY = "~$"


def safe_name(text: str, suffix: str = "", diacritics: bool = False, taken: Iterable[str] = ()) -> str:
    """Return a file name made of `text`, unlike every name of `taken`, with `suffix` (".xlsx") at its end.

    Marks are taken off unless `diacritics`. Whatever a system would refuse, take for a
    folder or hide is left out: separators, control and direction marks, names of devices,
    dots and spaces at the ends. At most 255 bytes.
    """
    ending = "." + plain_suffix if (plain_suffix := _ascii(suffix).strip(". ")) else ""
    stem = _stem(nfc(text) if diacritics else _ascii(text))
    used = {_same(name) for name in taken}
    for number in range(1, len(used) + 2):
        mark = f"-{number}" if number > 1 else ""
        name = _cut(stem, LONGEST_NAME - len((mark + ending).encode())) + mark + ending
        if _same(name) not in used:
            break
    return name


def file_stem(tables: Sequence[ExportTable]) -> str:
    """Return what an export of these tables is called, without ending: year, issuer, table, its caption."""
    first = tables[0]
    origin = first.origins[0] if first.origins else None
    issuer = "".join(
        word[:1].upper() + word[1:] for word in re.findall(r"\w+", _ascii(origin.issuer if origin else ""))
    )
    year = (origin.period or str(origin.year or "")) if origin else ""
    if len(tables) > 1:
        return "_".join(part for part in (year, issuer, f"{len(tables)}-Bang") if part)
    number = f"Bang-{origin.table:02d}" if origin and origin.table else ""
    caption = re.sub(r"^\s*(?:bảng|biểu|phụ lục|phụ biểu)[\s\d.:IVX]*", "", first.caption, flags=re.IGNORECASE)
    words = "-".join(re.findall(r"\w+", caption)[:8])
    return "_".join(part for part in (year, issuer, number, words) if part) or first.name


def sheet_names(names: Iterable[str], reserved: Iterable[str] = ()) -> list[str]:
    """Return a name for each sheet that Excel takes: 31 letters at most, no two alike, none of `reserved`."""
    used = {_same(name) for name in reserved} | {"history"}
    found = []
    for name in names:
        plain = _UNFIT_SHEET.sub(" ", nfc("".join(filter(str.isprintable, name))))
        plain = " ".join(plain.split()).strip("' ") or "1"
        for number in range(1, len(used) + 2):
            mark = f" ({number})" if number > 1 else ""
            candidate = _cut16(plain, LONGEST_SHEET - len(mark)) + mark
            if _same(candidate) not in used:
                break
        used.add(_same(candidate))
        found.append(candidate)
    return found


def _stem(text: str) -> str:
    seen = "".join(letter if unicodedata.category(letter)[0] != "C" else " " for letter in text)
    stem = _UNFIT_NAME.sub("-", seen).strip("-. ").removeprefix(_TEMPORARY).strip("-. ") or "bang"
    return f"_{stem}" if _RESERVED.fullmatch(stem.split(".")[0].strip()) else stem


def _cut(text: str, room: int) -> str:
    """Return as much of `text` as fits into `room` bytes, no letter cut in two, no dot or space last."""
    return text.encode()[:room].decode(errors="ignore").rstrip("-. ") or "bang"


def _cut16(text: str, room: int) -> str:
    """Return as much of `text` as fits into `room` units of UTF-16, as Excel counts."""
    return text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", errors="ignore").rstrip("' ")


def _ascii(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D"))
    return parts.encode("ascii", "ignore").decode()


def _same(name: str) -> str:
    return unicodedata.normalize("NFC", name).upper().casefold()
