"""The reader of .xls as a whole: what it takes for its own, what it refuses, what it counts; streams made by hand."""

from __future__ import annotations

import struct
from contextlib import contextmanager

import pytest

from db.errors import DamagedFile, EncryptedFile, UnknownFormat
from db.importer.document import Grid, Paragraph
from db.importer.files import OLE_HEAD
from db.importer.readers.shared.losses import EMBEDDED_OBJECT, MACROS, UNREADABLE_PART
from db.importer.readers.sheets import xls
from db.importer.readers.sheets.xls import XlsReader

BIFF8 = struct.pack("<HHIII", 0x0600, 5, 0, 0, 0)


def raw(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def workbook(*kinds: int, cells: bytes = b"") -> bytes:
    """A workbook with a sheet of each kind (0 a table, 1 macros, 2 a chart); every table has `cells`."""
    font = raw(0x0031, struct.pack("<HHHH6x", 200, 0, 0, 400) + b"\x05\x00Arial")
    head = raw(0x0809, BIFF8) + font * 5 + raw(0x00E0, struct.pack("<HH", 0, 0))
    names = [f"S{number}".encode("utf-16-le") for number in range(len(kinds))]
    start = len(head) + sum(4 + 8 + len(name) for name in names) + 4
    body = raw(0x0809, BIFF8) + cells + raw(0x000A)
    bounds = b"".join(
        raw(0x0085, struct.pack("<IBBBB", start + number * len(body), 0, kind, len(name) // 2, 1) + name)
        for number, (kind, name) in enumerate(zip(kinds, names, strict=True))
    )
    return head + bounds + raw(0x000A) + body * len(kinds)


CELL = raw(0x0203, struct.pack("<HHHd", 0, 0, 0, 12.5)) + raw(0x0203, struct.pack("<HHHd", 0, 1, 0, 3.0))


@pytest.fixture
def compound(tmp_path, monkeypatch):
    """Let a file be a compound file with these streams; returns its path."""

    def made(**streams: bytes | Exception):
        class Streams(dict):
            def read(self, name):
                return self[name]

        @contextmanager
        def opened(path):
            if "damage" in streams:
                raise DamagedFile(path, "x")
            yield Streams(streams)

        monkeypatch.setattr(xls, "opened", opened)
        return tmp_path / "so-lieu.xls"

    return made


def test_a_workbook_is_known_by_its_stream(compound):
    assert XlsReader().accepts(OLE_HEAD, compound(Workbook=b""))
    assert XlsReader().accepts(OLE_HEAD, compound(Book=b""))
    assert not XlsReader().accepts(OLE_HEAD, compound(Workbook=b"", WordDocument=b""))
    assert not XlsReader().accepts(OLE_HEAD, compound(Other=b""))
    assert not XlsReader().accepts(OLE_HEAD, compound(damage=b""))
    assert not XlsReader().accepts(b"PK\x03\x04", compound(Workbook=b""))


def test_tables_are_read_and_what_is_none_is_counted(compound):
    path = compound(Workbook=workbook(0, 1, 2, 6, 0, cells=CELL), _VBA_PROJECT_CUR=b"")
    document = XlsReader().read(path)
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["S0", "S4"]
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    assert [[cell.text for cell in grid.cells] for grid in grids] == [["12,5", "3"], ["12,5", "3"]]
    losses: dict[str, int] = {}
    for loss in document.losses:
        losses[loss.code] = losses.get(loss.code, 0) + loss.count
    assert losses == {MACROS: 3, EMBEDDED_OBJECT: 1}


def test_a_sheet_that_is_broken_costs_only_itself(compound):
    broken = CELL + raw(0x0203, b"\x01")
    document = XlsReader().read(compound(Book=workbook(0, cells=broken)))
    assert UNREADABLE_PART in {loss.code for loss in document.losses}
    (grid,) = (block for block in document.blocks if isinstance(block, Grid))
    assert [cell.text for cell in grid.cells] == ["12,5", "3"]


@pytest.mark.parametrize(
    ("streams", "error"),
    [
        ({"EncryptedPackage": b""}, EncryptedFile),
        ({"Workbook": raw(0x0809, BIFF8) + raw(0x002F, b"\x01\x00")}, EncryptedFile),
        ({"Workbook": raw(0x0209, struct.pack("<HHH", 0, 0x10, 0))}, UnknownFormat),
        ({"Workbook": raw(0x0809, BIFF8) + raw(0x0031, b"\x01")}, DamagedFile),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_reason(compound, streams, error):
    with pytest.raises(error):
        XlsReader().read(compound(**streams))
