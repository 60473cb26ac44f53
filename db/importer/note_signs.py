"""The signs by which a text calls its notes without Word's help: (1), [1], 1), a raised 1; and their look-alikes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.model import Emphasis

PAREN, SQUARE, HALF, RAISED = "paren", "square", "half", "raised"
KINDS = (PAREN, SQUARE, HALF, RAISED)
# A half bracket may be set close behind a year: "năm 20227)" calls note 7.
_SIGN = re.compile(
    r"\((?P<paren>\d{1,3})\)|\[(?P<square>\d{1,3})\]"
    r"|(?:(?<=\b(?:19|20)\d\d)|(?<![\d(\[.,/–-]))(?P<half>\d{1,3})\)|(?P<raised>[⁰¹²³⁴-⁹]+)"
)
_MAY_HOLD = re.compile(r"[)\]⁰¹²³⁴-⁹]")
_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CALLED_BEHIND = frozenset("%.,;!?…”\"’')]»")  # besides letters and digits: what a mark may be set behind
_CALLED_BEFORE = frozenset(" \t\n.,;:!?…)]”\"’'»–-")  # what may follow a mark
_LISTING = frozenset(":;,(–-/+=")
# "cột (1)", "công thức (2)", "gồm (1) …": a number that is named or counted, not called.
_NAMING = re.compile(
    r"(?:điểm|khoản|mục|điều|bảng|biểu|lục|số|thức|hình|cột|dòng|chí|nhóm|gồm|là|và|hoặc|hay|đến|từ|tại|mẫu|án|loại|ô)",
    re.IGNORECASE,
)
_NAMING_CLOSE = re.compile(r"(?:cột|dòng|ô|[a-z])")  # a lone letter is one of a formula
_LAST_WORD = re.compile(r"([^\W\d_]+)\s*$")
_METRE = re.compile(r"(?<![^\W\d_])[kcdmh]?m$", re.IGNORECASE)
_TEN = re.compile(r"\b10$")


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign in a text. `close` tells that it is set directly behind a word, as a mark is, or raised."""

    kind: str
    number: int
    label: str
    start: int
    end: int
    close: bool = True


def sign_at_start(text: str, emphasis: Sequence[Emphasis] = (), marker: str = "") -> Sign | None:
    """Return the sign a paragraph opens with, as the text of a note does; `marker` is its automatic number."""
    if marker:
        found = _SIGN.fullmatch(marker.strip())
        return _sign(found, 0, 0) if found and text else None
    found = _SIGN.match(text)
    if found:
        return _sign(found, 0, found.end()) if text[found.end() :].strip() else None
    raised = next((span for span in emphasis if span.start == 0 and "^" in span.style), None)
    if raised is None:
        return None
    digits = text[: raised.end].rstrip()
    is_number = digits.isdecimal() and len(digits) <= 3 and bool(text[raised.end :].strip())
    return Sign(RAISED, int(digits), digits, 0, len(digits)) if is_number else None


def signs_inside(text: str, emphasis: Sequence[Emphasis] = ()) -> list[Sign]:
    """Return the signs in running text that may call a note, in order; none that opens a line."""
    raised = [span for span in emphasis if "^" in span.style]
    signs = list(_raised_digits(text, raised))
    if _MAY_HOLD.search(text):
        signs.extend(_called(text, raised))
    return sorted(signs, key=lambda sign: sign.start)


def without_signs(text: str, signs: Iterable[Sign]) -> list[tuple[int, int]]:
    """Return the stretches to cut, so that the words close up as if a mark had never stood in the text."""
    return [(sign.start - (text[sign.start - 1 : sign.start] == " "), sign.end) for sign in signs]


def _sign(found: re.Match[str], start: int, end: int, close: bool = True) -> Sign:
    kind = found.lastgroup or ""
    digits = found[kind].translate(_PLAIN_DIGITS)
    return Sign(kind, int(digits), digits if kind == RAISED else found[0], start, end, close)


def _called(text: str, raised: Sequence[Emphasis]) -> Iterable[Sign]:
    for found in _SIGN.finditer(text):
        start, end = found.span()
        if start == 0 or text[start - 1] == "\n" or (end < len(text) and text[end] not in _CALLED_BEFORE):
            continue
        kind = found.lastgroup or ""
        if kind == RAISED or any(span.start <= start and end <= span.end for span in raised):
            if not _is_exponent(text[:start], found[0]):
                yield _sign(found, start, end)
            continue
        close = text[start - 1].isalnum() or text[start - 1] in _CALLED_BEHIND
        if not _is_named(text[:start], kind, close):
            yield _sign(found, start, end, close)


def _is_named(before: str, kind: str, close: bool) -> bool:
    """Whether a sign is a look-alike: a number of a list, a formula, a reference, the end of a bracket."""
    if kind == HALF and (not close or before.count("(") > before.count(")")):
        return True
    word = _LAST_WORD.search(before)
    if close:
        return word is not None and word.end() == len(before.rstrip()) and bool(_NAMING_CLOSE.fullmatch(word[1]))
    if before.rstrip()[-1:] == "%":
        return False  # "đạt 84% (5)": a share neither names nor counts the number behind it
    return before.rstrip()[-1:] in _LISTING or word is None or bool(_NAMING.fullmatch(word[1]))


def _is_exponent(before: str, digits: str) -> bool:
    return (digits in ("2", "3", "²", "³") and bool(_METRE.search(before))) or bool(_TEN.search(before))


def _raised_digits(text: str, raised: Sequence[Emphasis]) -> Iterable[Sign]:
    """Digits that are raised by their setting, alone in their stretch."""
    for span in raised:
        words = text[span.start : span.end]
        digits = words.strip()
        start = span.start + len(words) - len(words.lstrip())
        if start == 0 or not digits.isascii() or not digits.isdecimal() or len(digits) > 3:
            continue
        if text[start - 1] == "\n" or _is_exponent(text[:start], digits):
            continue
        yield Sign(RAISED, int(digits), digits, start, start + len(digits))
