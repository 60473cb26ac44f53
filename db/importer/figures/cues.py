"""The words that stand directly before a number and say how it is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass

QUALIFIERS = {
    "hơn": ">",
    "trên": ">",
    "vượt trên": ">",
    "đạt trên": ">",
    "đạt hơn": ">",
    "không dưới": ">",
    "tối thiểu": ">",
    "ít nhất": ">",
    "từ trên": ">",
    "gần": "<",
    "đạt gần": "<",
    "dưới": "<",
    "không quá": "<",
    "tối đa": "<",
    "khoảng": "~",
    "xấp xỉ": "~",
    "chừng": "~",
    "ước khoảng": "~",
    "tương đương": "~",
    "ước": "~",
    "ước đạt": "~",
    "ước tính": "~",
    "ước thực hiện": "~",
    "dự ước": "~",
    "dự kiến": "~",
    "dự kiến đạt": "~",
    "<": "<",
    "≤": "<",
    ">": ">",
    "≥": ">",
}
_SIGNS = "<≤>≥"
_FALLS = (
    "giảm",
    "sụt giảm",
    "thu hẹp",
    "cắt giảm",
    "rút ngắn",
    "kéo giảm",
    "âm",
    "giảm sâu",
    "giảm mạnh",
    "giảm nhẹ",
    "tăng trưởng âm",
)
_RISES = (
    "tăng",
    "mở rộng",
    "tăng thêm",
    "tăng trưởng",
    "dương",
    "tăng mạnh",
    "tăng nhẹ",
    "tăng cao",
    "gia tăng",
    "bổ sung thêm",
    "tăng trưởng dương",
)
_OTHERS = (
    "gấp",
    "vượt",
    "bằng",
    "chỉ bằng",
    "đạt",
    "chỉ đạt",
    "là",
    "chiếm",
    "chiếm tỷ lệ",
    "chiếm tỉ lệ",
    "chiếm tỷ trọng",
    "còn",
    "được",
    "cả",
    "có",
    "tỷ lệ",
    "tỉ lệ",
    "tỷ trọng",
    "đạt tỷ lệ",
    "đạt tỉ lệ",
    "với tỷ lệ",
    "ở mức",
    "đạt mức",
    "mức",
    "lên",
    "lên đến",
    "lên tới",
    "xuống",
    "xuống còn",
    "đến",
    "tới",
    "từ",
    "thêm",
    "chỉ",
    "bình quân",
    "trung bình",
    "tương ứng",
    "hoàn thành",
    "thực hiện",
    "thực hiện đạt",
    "đã",
    "đã đạt",
    "đạt được",
    "nâng",
    "nâng lên",
    "đóng góp",
    "số lượng",
    "lũy kế",
    "hiện có",
    "hiện nay",
    "bình quân đạt",
    "cao hơn",
    "thấp hơn",
    "nhiều hơn",
    "ít hơn",
    "tổng số",
    "phấn đấu",
    "phấn đấu đạt",
    "tổng cộng",
)
_NO_MEASURE = ("mặt", "công", "cân", "đồng", "thăng")  # mặt bằng, đồng bằng: words of their own
_NO_ONLY = ("chứng", "tín", "địa")  # chứng chỉ, tín chỉ
_BASES = {"mức", "ở mức", "tỷ trọng", "tỷ lệ", "tỉ lệ"}
_HIGHER, _LOWER = ("cao hơn", "nhiều hơn"), ("thấp hơn", "ít hơn")
_MOVES = {*_FALLS, *_RISES, *_HIGHER, *_LOWER}
_AGAINST = re.compile(
    r"(?<!\w)(?:so với |so )?(?:cùng kỳ(?: năm (?:trước|ngoái|20[0-9]{2}))?|năm (?:trước|ngoái|20[0-9]{2}))\s{0,2}$"
)
_LONGEST_AGAINST = 32
_KNOWN = {*QUALIFIERS, *_FALLS, *_RISES, *_OTHERS}
_LAST_WORDS = re.compile(r"[^\W_]+")
_FAR = 72
_LEVEL_AFTER = {"còn", "lên", "lên đến", "lên tới", "xuống", "xuống còn", "đến", "tới", "từ", "được", "cả"}


@dataclass(frozen=True, slots=True)
class Cue:
    """What leads up to a number. It begins at `start`; `words` are its phrases in order.

    `direction` is 1 for a rise, -1 for a fall, 0 for neither; `sense` is ">", "<", "~" or "".
    """

    start: int
    words: tuple[str, ...] = ()
    direction: int = 0
    qualifier: str = ""
    sense: str = ""

    @property
    def names_base(self) -> bool:
        """Tell whether the number is what another is held against: "thấp hơn mức 8,9%"."""
        higher = any(word in _HIGHER or word in _LOWER for word in self.words)
        return higher and bool(_BASES.intersection(self.words))

    def has(self, *words: str) -> bool:
        """Tell whether one of `words` is among the cue's."""
        return any(word in self.words for word in words)


def cue_before(low: str, start: int, floor: int, spans: bool = False) -> Cue:
    """Return the cue before the number at `start`, looking back no further than `floor`.

    `spans` says that a range stands there, which "từ" opens: "tăng từ 3 - 5%".
    """
    words: list[str] = []
    at, floor = start, max(floor, start - _FAR)
    while phrase := _phrase_before(low, at, floor) or _move_before(low, at, floor):
        words.insert(0, phrase[0])
        at = phrase[1]
    # a bare qualifier far left with nothing after it was swallowed rightly: "ước hơn 71"
    turning = words[:-1] if spans and words[-1:] == ["từ"] else words
    return Cue(at, tuple(words), _direction(turning), *_qualified(words))


def _phrase_before(low: str, end: int, floor: int) -> tuple[str, int] | None:
    """Return the longest known phrase that ends at `end`, spaces aside, and where it begins."""
    window = low[floor:end].rstrip(" \u00a0")
    if len(low[floor:end]) - len(window) > 3:
        return None
    if window[-1:] and window[-1] in _SIGNS:
        return window[-1], floor + len(window) - 1
    found = list(_LAST_WORDS.finditer(window))[-3:]
    if not found or found[-1].end() != len(window):
        return None
    for first in found:
        phrase = window[first.start() :]
        if phrase in _KNOWN:
            return None if _is_word_of_its_own(phrase, window[: first.start()]) else (phrase, floor + first.start())
    return None


def _is_word_of_its_own(phrase: str, before: str) -> bool:
    """Tell whether a cue's word is the end of another: mặt bằng, chứng chỉ."""
    endings = {"bằng": _NO_MEASURE, "chỉ": _NO_ONLY}.get(phrase.split(" ", 1)[0])
    return endings is not None and before.rstrip().endswith(endings)


def _move_before(low: str, end: int, floor: int) -> tuple[str, int] | None:
    """Return the rise or fall before what it is held against: "tăng so với cùng kỳ 75 vụ", "cao hơn năm trước 70"."""
    against = _AGAINST.search(low, max(floor, end - _LONGEST_AGAINST), end)
    moved = _phrase_before(low, against.start(), floor) if against else None
    return moved if moved and moved[0] in _MOVES else None


def _direction(words: list[str]) -> int:
    for at, word in enumerate(words):
        turn = -1 if word in _FALLS else 1 if word in _RISES or word == "gấp" else 0
        if word in _HIGHER or word in _LOWER:
            turn = 0 if _BASES.intersection(words[at + 1 :]) else 1 if word in _HIGHER else -1
        if turn and not _LEVEL_AFTER.intersection(words[at + 1 :]):
            return turn
    return 0


def _qualified(words: list[str]) -> tuple[str, str]:
    kept = [word for word in words if word in QUALIFIERS]
    strict = [QUALIFIERS[word] for word in kept if QUALIFIERS[word] != "~"]
    return " ".join(kept), strict[-1] if strict else "~" if kept else ""
