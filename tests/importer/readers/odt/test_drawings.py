"""Text boxes follow their anchor; pictures and objects are counted."""

from __future__ import annotations


def test_a_text_box_follows_the_paragraph_it_hangs_on(odt):
    box = "<draw:frame><draw:text-box><text:p>khung</text:p></draw:text-box></draw:frame>"
    body = f"<text:p>trước{box} sau</text:p><text:p>tiếp</text:p>"
    assert odt.printed(body) == ["trước sau", "khung", "tiếp"]
    assert odt.losses(body) == {"TBC-401": 1}


def test_shapes_and_groups_with_words(odt):
    shape = "<draw:g><draw:custom-shape><text:p>hình</text:p></draw:custom-shape></draw:g>"
    assert odt.printed(f"<text:p>a{shape}</text:p>") == ["a", "hình"]
    assert odt.printed(f"{shape}<text:p>b</text:p>") == ["hình", "b"]


def test_a_picture_in_two_forms_is_one_and_an_object_is_no_picture(odt):
    image = '<draw:image xlink:href="Pictures/1.svg"/><draw:image xlink:href="./Pictures/1.png"/>'
    thing = '<draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/1"/>'
    body = f"<text:p>a<draw:frame>{image}</draw:frame><draw:frame>{thing}</draw:frame></text:p>"
    assert odt.losses(body) == {"TBC-402": 1, "TBC-405": 1}


def test_a_picture_elsewhere_is_not_fetched_but_told(odt):
    body = r'<text:p>a<draw:frame><draw:image xlink:href="\\server\x.png"/></draw:frame></text:p>'
    assert odt.losses(body) == {"TBC-402": 1, "TBC-417": 1}
