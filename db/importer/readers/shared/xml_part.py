"""One XML part, parsed under guard: no DTD in any encoding, no entities, no network, no bottomless nesting.

libxml2 without its `huge_tree` option stops at 256 levels and at a text of 10 MB, which are
the limits we want; so the option stays off and its complaint becomes UnsafeFile.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypedDict

from lxml import etree

from db.errors import DamagedFile, UnsafeFile

_DOCTYPE = b"<!DOCTYPE"
_UTF16_STARTS = {
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
    b"<\0": "utf-16-le",
    b"\0<": "utf-16-be",
}
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ENCODING = re.compile(rb"""^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
# In these a byte below 0x80 means the ASCII letter, so that a DTD cannot hide from a search for its bytes.
_ASCII_FAMILY = (b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252", b"windows-1258")
_RESOURCE_LIMIT = 114


class _Guards(TypedDict):
    resolve_entities: bool
    no_network: bool
    load_dtd: bool
    huge_tree: bool
    remove_comments: bool
    remove_pis: bool


GUARDED = _Guards(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)
"""How every part is parsed: nothing is fetched, nothing is expanded, and the parser's limits hold."""
_ROOT_WITHIN = 16_384
_BITE = 64 * 1024
"""Bytes fed to the parser at once; what they make of a tree fits into the processor's cache."""


def parse(path: Path, name: str, data: bytes, renamed: tuple[bytes, bytes] | None = None) -> etree._Element:
    """Return the root of the part `name` of `path`; comments and processing instructions are left out.

    `renamed` gives two names of one vocabulary: where the first one heads the part, the second takes its place.
    Raises UnsafeFile for a DTD, a nesting of more than 256 levels or a text of more than
    10 MB, DamagedFile for anything that is not well-formed XML.
    """
    data = _safe(path, name, data, renamed)
    with refusals(path, name):
        return etree.fromstring(data, etree.XMLParser(collect_ids=False, **GUARDED))


def pieces(
    path: Path, name: str, data: bytes, inside: str, renamed: tuple[bytes, bytes] | None = None
) -> Iterator[list[etree._Element]]:
    """Yield the children of the first element called `inside`, some at a time; none at all where it has none.

    What was yielded is thrown away before the next ones are parsed, so that a part of any
    length needs the memory of a few paragraphs. Yields nothing where there is no such element.
    Raises as `parse` does, though only when the damage is reached.
    """
    data = _safe(path, name, data, renamed)
    parser = etree.XMLPullParser(events=("start",), tag=(inside,), collect_ids=False, **GUARDED)
    whole: etree._Element | None = None
    for start in range(0, len(data), _BITE):
        with refusals(path, name):
            parser.feed(data[start : start + _BITE])
        if whole is None:
            started = (element for _event, element in parser.read_events())
            whole = next((element for element in started if isinstance(element, etree._Element)), None)
        if whole is not None and len(whole) > 1:
            # The last child may still be growing; the parser needs it where it is.
            yield from _lent(whole, children(whole)[:-1])
    with refusals(path, name):
        parser.close()
    if whole is not None:
        yield from _lent(whole, children(whole))


def children(element: etree._Element) -> list[etree._Element]:
    """Return the children of an element: twice as fast as to iterate over it, which counts where there are millions."""
    return element[:]  # type: ignore[index,return-value]  # lxml-stubs do not know slices


def _lent(whole: etree._Element, first: list[etree._Element]) -> Iterator[list[etree._Element]]:
    """Yield the `first` children of `whole`, then free them, which lxml does only where nobody holds them."""
    count = len(first)
    yield first
    first.clear()
    del whole[:count]


def _safe(path: Path, name: str, data: bytes, renamed: tuple[bytes, bytes] | None) -> bytes:
    """Return the part as the parser may have it; raise UnsafeFile or DamagedFile for what it must not see."""
    data = _in_ascii_family(path, name, data)
    if _DOCTYPE in data:
        raise UnsafeFile(path, "dtd")
    if renamed and renamed[0] in data[:_ROOT_WITHIN]:
        data = data.replace(*renamed)
    return data


@contextmanager
def refusals(path: Path, name: str) -> Iterator[None]:
    """Turn the parser's complaint into UnsafeFile for one of its limits, else into DamagedFile."""
    try:
        yield
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", 0) == _RESOURCE_LIMIT:  # lxml-stubs do not know it
            raise UnsafeFile(path, "depth" if "depth" in str(error.msg) else "size") from error
        raise DamagedFile(path, f"{name}: {error.msg}") from error


def _in_ascii_family(path: Path, name: str, data: bytes) -> bytes:
    """Return the part in UTF-8 if it was UTF-16, else as it is; refuse any encoding a DTD could hide in."""
    utf16 = _UTF16_STARTS.get(data[:2])
    if utf16:
        try:
            return _DECLARATION.sub("", data.decode(utf16), count=1).encode()
        except UnicodeError as error:
            raise DamagedFile(path, f"{name}: {error}") from error
    declared = _ENCODING.match(data[:200])
    if declared and declared.group(1).lower() not in _ASCII_FAMILY:
        raise DamagedFile(path, f"{name}: encoding {declared.group(1).decode()}")
    return data
