"""Leaves of ICU's data what Qt needs for Vietnamese and English: 31 MB become about 3."""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

KEPT = re.compile(
    r"icudt\d+l/"
    r"((vi|en|root|vi_VN|en_US|pool|res_index|supplementalData|numberingSystems|likelySubtags|plurals|keyTypeData"
    r"|timezoneTypes|metaZones|windowsZones|zoneinfo64|currencyNumericCodes|metadata|dayPeriods|pluralRanges"
    r"|genderList|grammaticalFeatures|icuver|icustd|tz\w+)\.res"
    r"|(coll|curr|lang|region|unit|zone|brkitr)/(vi|en|root|vi_VN|en_US|pool|res_index|ucadata\S*|\w+\.brk)(\.res|\.icu)?"
    r"|coll/ucadata[\w-]*\.icu|brkitr/\w+\.brk|cnvalias\.icu|ucase\.icu|uprops\.icu|ubidi\.icu|unames\.icu|ulayout\.icu|uemoji\.icu|\w*nf\w*\.nrm)$"
)
"""Items that stay: the two languages and what all share; no converters of other charsets (Qt has its own of UTF)."""
_HEADER = struct.Struct("<HBB")
_LAST_ALIGNED = 16


def keep_languages(library: Path) -> None:
    """Write the data library `library` anew with the kept items only; its name and symbol stay what they were."""
    symbol, package = _package(library)
    small = select(package)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data.dat"
        data.write_bytes(small)
        source = Path(folder) / "data.S"
        source.write_text(
            f'.section .rodata\n.globl {symbol}\n.type {symbol}, @object\n.balign 16\n{symbol}:\n.incbin "{data}"\n'
            f'.size {symbol}, . - {symbol}\n.section .note.GNU-stack,"",@progbits\n',
            "utf-8",
        )
        flags = ["-shared", "-nostdlib", f"-Wl,-soname,{library.name}", "-s"]
        subprocess.run(["gcc", *flags, "-o", str(library), str(source)], check=True)


def select(package: bytes) -> bytes:
    """Return an ICU data package (the form “CmnD”) with the kept items of another."""
    size = _HEADER.unpack_from(package)[0]
    if package[12:16] != b"CmnD" or package[2:4] != b"\xda\x27":
        raise ValueError("not an ICU data package")
    kept = [(name, data) for name, data in items(package) if KEPT.match(name.decode())]
    names = b"".join(name + b"\0" for name, _data in kept)
    at_name = 4 + 8 * len(kept)
    start = -(at_name + len(names)) % _LAST_ALIGNED
    table, body = [], b"".join((names, bytes(start)))
    at_data = at_name + len(body)
    chunks = []
    for name, data in kept:
        table.append(struct.pack("<II", at_name, at_data))
        filled = data + bytes(-len(data) % _LAST_ALIGNED)
        chunks.append(filled)
        at_name += len(name) + 1
        at_data += len(filled)
    return b"".join((package[:size], struct.pack("<I", len(kept)), *table, body, *chunks))


def items(package: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and content of each item, in the order of their names."""
    base = _HEADER.unpack_from(package)[0]
    (count,) = struct.unpack_from("<I", package, base)
    table = [struct.unpack_from("<II", package, base + 4 + 8 * row) for row in range(count)]
    ends = [offset for _name, offset in table[1:]] + [len(package) - base]
    for (name, start), end in zip(table, ends, strict=True):
        at = base + name
        yield package[at : package.index(b"\0", at)], package[base + start : base + end]


def _package(library: Path) -> tuple[str, bytes]:
    """Return the symbol and the bytes of the data a shared library carries."""
    listed = subprocess.run(
        ["readelf", "--wide", "--dyn-syms", str(library)], check=True, capture_output=True, text=True
    ).stdout
    row = next(line.split() for line in listed.splitlines() if re.search(r"icudt\d+_dat", line))
    address, size, symbol = int(row[1], 16), int(row[2], 0), row[7].split("@")[0]
    content = library.read_bytes()
    return symbol, content[_offset(library, address) :][:size]


def _offset(library: Path, address: int) -> int:
    """Return where an address of the loaded library lies in its file."""
    listed = subprocess.run(
        ["readelf", "--wide", "-l", str(library)], check=True, capture_output=True, text=True
    ).stdout
    for line in listed.splitlines():
        row = line.split()
        if row[:1] == ["LOAD"]:
            offset, virtual, size = int(row[1], 16), int(row[2], 16), int(row[4], 16)
            if virtual <= address < virtual + size:
                return address - virtual + offset
    raise ValueError("the data of ICU was not found")
