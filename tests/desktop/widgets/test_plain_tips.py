"""A tool-tip shows the words it is given, whatever they look like."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument

from desktop.widgets.plain_tips import plain_tip


@pytest.mark.parametrize(
    "text",
    [
        "Mục I.2",
        "Thu & chi",
        "a < b, c > d",
        '<img src="file:///x"> &lt;',
        "dòng một\n<b>dòng hai</b>",
        "chữ " * 60 + "hết",
    ],
)
def test_what_is_read_is_what_was_given(qapp, text):
    shown = plain_tip(text)
    document = QTextDocument()
    if shown == text:
        document.setPlainText(shown)
    else:
        document.setHtml(shown)
    assert document.toPlainText().replace("\u2028", "\n") == text


def test_short_words_stay_as_they_are():
    assert plain_tip("Thu & chi") == "Thu & chi"
    assert plain_tip("") == ""
