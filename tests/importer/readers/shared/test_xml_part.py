"""An XML part is refused before anything in it can act."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.errors import DamagedFile, UnsafeFile
from db.importer.readers.shared.xml_part import parse, pieces

FILE = Path("report.docx")
LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'


def test_the_root_comes_back_without_comments():
    root = parse(FILE, "part", b"<a><!-- no --><?no no?><b>x</b></a>")
    assert [child.tag for child in root] == ["b"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_dtd_is_refused_in_every_encoding(encoding):
    with pytest.raises(UnsafeFile) as caught:
        parse(FILE, "part", LAUGHS.encode(encoding))
    assert caught.value.detail == "dtd"


@pytest.mark.parametrize("encoding", ["utf-7", "utf-32", "ibm037"])
def test_an_encoding_that_could_hide_a_dtd_is_refused(encoding):
    with pytest.raises(DamagedFile):
        parse(FILE, "part", f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + LAUGHS.encode("utf-7"))


def test_utf_16_is_read_with_its_declaration():
    data = '<?xml version="1.0" encoding="UTF-16"?><a>Tiếng Việt</a>'.encode("utf-16")
    assert parse(FILE, "part", data).text == "Tiếng Việt"


def test_256_levels_are_read_and_one_more_is_refused():
    assert parse(FILE, "part", b"<a>" * 256 + b"</a>" * 256).tag == "a"
    with pytest.raises(UnsafeFile) as caught:
        parse(FILE, "part", b"<a>" * 257 + b"</a>" * 257)
    assert caught.value.detail == "depth"


def test_a_word_of_more_than_10_mb_is_refused():
    with pytest.raises(UnsafeFile) as caught:
        parse(FILE, "part", b"<a>" + b"x" * 10_100_000 + b"</a>")
    assert caught.value.detail == "size"


@pytest.mark.parametrize("data", [b"", b"<a>", b"<a>&nothing;</a>", b"<a>\x01</a>", b"<a>\xe9\xe9</a>", b"\xff\xfe<"])
def test_what_is_not_well_formed_is_damage(data):
    with pytest.raises(DamagedFile):
        parse(FILE, "part", data)


def test_one_name_of_a_vocabulary_takes_the_place_of_the_other():
    root = parse(FILE, "part", b'<x:a xmlns:x="urn:strict"/>', (b"urn:strict", b"urn:plain"))
    assert root.tag == "{urn:plain}a"


def _read_in_pieces(data):
    return [child.get("n") for piece in pieces(Path("a.docx"), "part", data, "body") for child in piece]


def test_pieces_hold_every_child_once_and_in_order():
    children = "".join(f'<p n="{number}"><r>{"word " * 40}</r>tail</p>\n' for number in range(2_000))
    data = f"<root><other/><body>{children}</body><after/></root>".encode()
    assert _read_in_pieces(data) == [str(number) for number in range(2_000)]


def test_a_child_as_long_as_many_bites_is_whole_when_it_is_yielded():
    rows = "<row>word</row>" * 20_000
    data = f'<body><p n="1"/><t n="2">{rows}</t><p n="3"/></body>'.encode()
    found = [(child.get("n"), len(child)) for piece in pieces(Path("a"), "part", data, "body") for child in piece]
    assert found == [("1", 0), ("2", 20_000), ("3", 0)]


def test_pieces_of_an_empty_element_are_one_that_is_empty_and_of_a_missing_one_none():
    assert [len(piece) for piece in pieces(Path("a"), "part", b"<body/>", "body")] == [0]
    assert list(pieces(Path("a"), "part", b"<other/>", "body")) == []


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"<body><p>", DamagedFile),
        (b"<body><p></body>", DamagedFile),
        (b"<body>" + b"<p>x</p>" * 50_000, DamagedFile),
        (b"<!DOCTYPE body><body/>", UnsafeFile),
        (b"<body>" + b"<p>" * 300 + b"</p>" * 300 + b"</body>", UnsafeFile),
        (b"<body><p>" + b"x" * 10_000_001 + b"</p></body>", UnsafeFile),
    ],
)
def test_pieces_are_as_guarded_as_a_whole_part(data, error):
    with pytest.raises(error):
        list(pieces(Path("a"), "part", data, "body"))
    with pytest.raises(error):
        parse(Path("a"), "part", data)


def test_pieces_take_the_second_name_of_a_vocabulary():
    data = b'<x:body xmlns:x="urn:one"><x:p n="1"/></x:body>'
    found = pieces(Path("a"), "part", data, "{urn:two}body", (b"urn:one", b"urn:two"))
    assert [[child.tag for child in piece] for piece in found] == [["{urn:two}p"]]
