"""Notes written by hand are linked when marks and notes agree, and never otherwise."""

from __future__ import annotations

import pytest

from db.importer.document import NoteMark


@pytest.mark.parametrize(
    ("body", "notes"),
    [
        ("<p>Thu[1] tăng[2].</p><p>[1] Một.</p><p>[2] Hai.</p>", "[1]"),
        ("<p>Thu(1) tăng(2).</p><p>(1) Một.</p><p>(2) Hai.</p>", "(1)"),
        ("<p>Thu<sup>1</sup> tăng<sup>2</sup>.</p><p><sup>1</sup> Một.</p><p><sup>(2)</sup> Hai.</p>", "sup"),
        ("<p>Thu<sup>1</sup> tăng<sup>[2]</sup>.</p><p>Ghi chú:</p><ol><li>Một.<li>Hai.</ol>", "ol"),
    ],
)
def test_marks_and_notes_that_agree(page, body, notes):
    document = page.read(body)
    (paragraph,) = document.blocks
    assert (paragraph.text, paragraph.emphasis) == ("Thu tăng.", ())
    assert [mark.offset for mark in paragraph.marks] == [3, 8]
    assert [(note.label, note.text) for note in document.notes] == [("1", "Một."), ("2", "Hai.")]
    assert document.losses == ()


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ("<p>Thu[1] tăng.</p><p>[1] Một.</p><p>[2] Hai.</p>", "1/2"),
        ("<p>Thu[2] tăng[1].</p><p>[1] Một.</p><p>[2] Hai.</p>", "2/2"),
    ],
)
def test_marks_and_notes_that_disagree_stay_text(page, body, detail):
    document = page.read(body)
    assert document.notes == ()
    assert len(document.blocks) == 3
    assert [(loss.code, loss.detail) for loss in document.losses] == [("TBC-423", detail)]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Các việc:</p><p>(1) Một.</p><p>(2) Hai.</p>",
        "<p>Theo [5] và [6].</p><p>Hết.</p>",
        "<p>12 km<sup>2</sup></p><p>Hết</p>",
        "<p>a</p><ol><li>b<li>c</ol>",
    ],
)
def test_what_only_looks_like_notes_stays(page, body):
    document = page.read(body)
    assert (document.notes, document.losses) == ((), ())


def test_square_metres_are_no_marks(page):
    body = "<p>12 km<sup>2</sup> rừng<sup>1</sup>, 3 m<sup>2</sup></p><p><sup>1</sup> Một.</p>"
    document = page.read(body)
    assert document.blocks[0].text == "12 km2 rừng, 3 m2"
    assert document.blocks[0].marks == (NoteMark(11, "footnote:plain1"),)
    assert [each.style for each in document.blocks[0].emphasis] == ["^", "^"]


def test_marks_in_a_table(page):
    document = page.read("<table><tr><td>Thu[1]<td>5[2]</table><p>[1] Một.</p><p>[2] Hai.</p>")
    (grid,) = document.blocks
    assert [(cell.text, [mark.offset for mark in cell.marks]) for cell in grid.cells] == [("Thu", [3]), ("5", [1])]
