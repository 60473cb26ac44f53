"""A failure becomes a notice in the user's language, with its code among the details."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from db.errors import EncryptedFile, NewerLibrary
from desktop.messages import details_of, notice_of


@pytest.fixture(params=["vi_VN", "en_US"])
def locale(request):
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


def test_a_refusal_says_what_why_and_what_to_do(locale):
    notice = notice_of(EncryptedFile("/x/BC 2019.doc"))
    assert "BC 2019.doc" in notice.what
    assert notice.why
    assert notice.todo
    assert notice.details.startswith("TBC-114")
    assert ("mật khẩu" in notice.why) == (locale == "vi_VN")


def test_a_bug_shows_no_message_of_python():
    notice = notice_of(ZeroDivisionError("division by zero"))
    assert "division" not in f"{notice.what}{notice.why}{notice.todo}{notice.details}"
    assert "ZeroDivisionError" in notice.details


def test_the_details_name_the_file():
    assert details_of(NewerLibrary("/x/tu.tubaocao")).endswith("tu.tubaocao")
