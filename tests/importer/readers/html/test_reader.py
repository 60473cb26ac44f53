"""Pages as files, alone and in an envelope."""

from __future__ import annotations

import pytest

from db.errors import NoText, UnsafeFile
from db.importer.assemble import content_of
from db.importer.readers.html import HtmlReader, MhtReader

HEAD = 'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--b"; type="text/html"\r\n\r\n'


def part(body: str, more: str = "", kind: str = 'text/html; charset="utf-8"') -> str:
    return f"----b\r\nContent-Type: {kind}\r\n{more}\r\n{body}\r\n"


def saved(tmp_path, data: str | bytes, name: str):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_a_page_is_read_from_its_file(tmp_path):
    document = HtmlReader().read(saved(tmp_path, "<html><p>Báo cáo", "a.html"))
    assert (document.format, document.blocks[0].text) == ("html", "Báo cáo")


def test_the_page_of_an_envelope_is_read_and_the_others_told(tmp_path):
    picture = part("iVBOR", "Content-Transfer-Encoding: base64\r\n", "image/png")
    first = part("<html><p>B=C3=A1o<img src=3D'x.png'>", "Content-Transfer-Encoding: quoted-printable\r\n")
    header = part("<html><p>đầu trang", "Content-Location: file:///C:/x/header.htm\r\n")
    path = saved(tmp_path, HEAD + first + picture + header + part("<p>khung") + "----b--\r\n", "a.mht")
    assert MhtReader().accepts(path.read_bytes()[:4096], path)
    document = MhtReader().read(path)
    assert (document.format, document.blocks[0].text) == ("mht", "Báo")
    assert {loss.code: loss.count for loss in document.losses} == {"TBC-402": 1, "TBC-406": 1, "TBC-410": 1}


def test_an_envelope_without_a_page_has_no_text(tmp_path):
    with pytest.raises(NoText):
        MhtReader().read(saved(tmp_path, HEAD + part("x", "", "image/png") + "----b--", "a.mht"))


def test_envelopes_in_envelopes_are_refused(tmp_path):
    inner = "Content-Type: message/rfc822\r\n\r\n" * 3000
    with pytest.raises((UnsafeFile, NoText)):
        MhtReader().read(saved(tmp_path, HEAD.replace("multipart/related", "message/rfc822") + inner, "a.mht"))


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "b", "ul><li"])
def test_a_nesting_without_bottom_is_refused(tmp_path, tag):
    with pytest.raises(UnsafeFile) as caught:
        HtmlReader().read(saved(tmp_path, "<html><body>" + f"<{tag}>" * 50_000, "a.html"))
    assert caught.value.detail == "depth"


def test_a_deep_page_is_read_without_running_out_of_stack(tmp_path):
    document = HtmlReader().read(saved(tmp_path, "<html>" + "<div><span>" * 900 + "a", "a.html"))
    assert document.blocks[0].text == "a"


def test_a_page_without_words_has_no_text(tmp_path):
    path = saved(tmp_path, "<html><body><!-- x", "a.html")
    with pytest.raises(NoText):
        content_of(HtmlReader().read(path), "a")


def test_a_fragment_needs_the_name_of_a_page(tmp_path):
    assert HtmlReader().accepts(b"<p>a", tmp_path / "a.htm")
    assert not HtmlReader().accepts(b"<p>a", tmp_path / "a.txt")
