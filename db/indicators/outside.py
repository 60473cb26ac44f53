"""Ids for figures outside the catalogue: the same whole name in another report is the same series.

An id is "x:" and the words of the name as they are compared; where the name is too
short to say by itself what it counts, the topic of its section follows. Unit and kind are
no part of it: series keep them apart, and the review queue asks about them.
"""

from __future__ import annotations

import re

from db.indicators.catalogue import words_of
from db.vietnamese.folding import fold_word_forms

PREFIX = "x:"

_MANY = 14
_TELLING = 3
_WORD = re.compile(r"[^\W\d_]+")
_TITLE_WORDS = (
    "về công tác tình hình kết quả thực hiện lĩnh vực một số nhiệm vụ việc các những và của trong tỉnh huyện xã"
    " năm đạt được đánh giá chung phần thứ nhất tiếp tục trên"
)
_EMPTY_TITLE = frozenset(_TITLE_WORDS.split())
_NAME_WORDS = "tổng số tỷ lệ giá trị mức có được là tiền vốn diện tích sản lượng kinh phí người vụ"
_EMPTY_NAME = frozenset(_NAME_WORDS.split())


def is_outside(indicator: str) -> bool:
    """Tell whether an id is of a series outside the catalogue."""
    return indicator.startswith(PREFIX)


def outside_id(name: str, titles: tuple[str, ...]) -> str:
    """Return the id of a figure by its name and the titles of its sections, the innermost last; "" without a name.

    Only a name that tells enough stands alone; a poor one whose sections have no title has no series.
    """
    words = words_of(name).split()
    if not words or len(words) > _MANY:
        return ""
    telling = [word for word in words if word not in _EMPTY_NAME]
    if len(telling) >= _TELLING:
        return PREFIX + "-".join(words)
    topic = next((found for title in reversed(titles) if (found := _topic(title))), "")
    return f"{PREFIX}{'-'.join(words)}@{topic}" if telling and topic else ""


def _topic(title: str) -> str:
    words = [word for word in _WORD.findall(fold_word_forms(title).lower()) if word not in _EMPTY_TITLE]
    return "-".join(words[:3]) if len(words) >= 1 else ""
