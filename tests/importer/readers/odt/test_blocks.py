"""Sections, indexes and tracked changes of an OpenDocument text."""

from __future__ import annotations


def test_sections_and_indexes_are_read_through(odt):
    index = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>x</text:index-title-template>"
        "</text:table-of-content-source><text:index-body><text:p>I. Kinh tế 2</text:p></text:index-body>"
        "</text:table-of-content>"
    )
    assert odt.printed(f"{index}<text:section><text:p>a</text:p></text:section>") == ["I. Kinh tế 2", "a"]


def test_a_hidden_section_and_a_hidden_paragraph_are_counted(odt):
    body = (
        '<text:section text:display="none"><text:p>kín</text:p></text:section>'
        '<text:p><text:hidden-paragraph text:is-hidden="true"/>kín</text:p><text:p>a</text:p>'
    )
    assert odt.printed(body) == ["a"]
    assert odt.losses(body) == {"TBC-407": 2}


def test_tracked_deletions_are_left_out_and_insertions_kept(odt):
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>bỏ</text:p></text:deletion>"
        "</text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
    )
    body = f'{changes}<text:p>a<text:change text:change-id="1"/><text:change-start/>b<text:change-end/></text:p>'
    assert odt.printed(body) == ["ab"]
    assert odt.losses(body) == {"TBC-404": 1}


def test_tables_beyond_fifty_deep_become_words(odt):
    body = "<text:p>đáy</text:p>"
    for _ in range(60):
        body = (
            f"<table:table><table:table-row><table:table-cell>{body}</table:table-cell></table:table-row></table:table>"
        )
    document = odt.read(body)
    assert sum(hasattr(block, "rows") for block in document.blocks) == 50
    assert {loss.code for loss in document.losses} == {"TBC-412"}
    assert any("đáy" in cell.text for block in document.blocks for cell in block.cells)
