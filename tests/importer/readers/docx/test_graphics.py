"""Drawings: their text is kept, the rest counted."""

from __future__ import annotations


def box(word, text: str) -> str:
    content = f"<w:txbxContent>{word.p(text)}</w:txbxContent>"
    return f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"


def test_a_text_box_follows_the_paragraph_it_hangs_on(word):
    body = word.p("trước", box(word, "trong khung"), " sau") + word.p("tiếp")
    assert [paragraph.text for paragraph in word.paragraphs(body)] == ["trước sau", "trong khung", "tiếp"]
    assert word.losses(body) == {"TBC-401": 1}


def test_a_text_box_written_twice_is_read_once(word):
    twice = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>"
        f"{word.p('khung')}</w:txbxContent></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{word.p('khung')}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert [paragraph.text for paragraph in word.paragraphs(word.p("a", twice))] == ["a", "khung"]


def test_images_are_counted(word):
    drawing = "<w:r><w:drawing><a:blip/></w:drawing></w:r>"
    picture = "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"
    assert word.losses(word.p("a", drawing, picture)) == {"TBC-402": 2}


def test_an_embedded_file_is_one_loss_with_its_picture(word):
    embedded = "<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object></w:r>"
    assert word.losses(word.p("a", embedded)) == {"TBC-405": 1}


def test_a_chart_is_an_embedded_object(word):
    chart = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
    assert word.losses(word.p("a", f"<w:r><w:drawing>{chart}</w:drawing></w:r>")) == {"TBC-405": 1}
