"""The sentences of a paragraph, with their offsets; lists joined by semicolons stay whole."""

from __future__ import annotations

import re

_MARKER = re.compile(
    r"\s*(?:[-–—−+•*·]+|(?:[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2}){0,4}|[A-Za-zĐđ])\s?[.)/-]|\d{1,2}(?:\.\d{1,2}){1,4}|\([a-zđ\d]{1,2}\))"
    r"(?=\s)\s*"
)
_STOP = re.compile(r"[.!?…]+[)\]”\"’']*(?=\s)|\n")
_SHORT_FORMS = "TP Tp tp TX Tx tx Th.S ThS Ths TS PGS GS BS KS NXB SĐT Mr Mrs Dr No tr đ/c Đ/c"
_ABBREVIATIONS = frozenset(_SHORT_FORMS.split())
_LONGEST_WORD = 12
_LAST_WORD = re.compile(rf"([^\s(\[“\"‘]{{1,{_LONGEST_WORD}}})$")
_NAMED = re.compile(
    r"(?:^|\s)(?:biểu|bảng|điều|khoản|mục|phụ lục|phần|chương|hình|biểu số|bảng số|điểm)\s+\S{1,6}$", re.IGNORECASE
)


def text_start(text: str) -> int:
    """Return where the words begin behind a printed number or dash ("1. Việc", "– Hoàn thành")."""
    marker = _MARKER.match(text)
    return marker.end() if marker else len(text) - len(text.lstrip())


def sentence_spans(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Return the (start, end) of each sentence from `start` on, without the spaces around it."""
    spans: list[tuple[int, int]] = []
    begin = start
    for stop in _STOP.finditer(text, start):
        if _ends(text, begin, stop):
            _add(text, begin, stop.end(), spans)
            begin = stop.end()
    _add(text, begin, len(text), spans)
    return spans


def _add(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    piece = text[start:end]
    bare = piece.strip()
    if any(letter.isalnum() for letter in bare):
        begin = start + len(piece) - len(piece.lstrip())
        spans.append((begin, begin + len(bare)))
    elif bare and spans:  # a lone bracket or dots belong to the sentence before
        spans[-1] = (spans[-1][0], start + len(piece.rstrip()))


def _ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    following = text[stop.end() :].lstrip()[:1]
    if stop[0] == "\n":
        return not following.islower()
    if following and not (following.isupper() or following.isdigit() or following in "“\"‘'([-–—+•…"):
        return False
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return True
    before = text[begin : stop.start()]
    word = _LAST_WORD.search(before[-_LONGEST_WORD - 1 :])
    last = word[1] if word else ""
    if last in _ABBREVIATIONS or last.rpartition(".")[2] in _ABBREVIATIONS:
        return False
    if len(last) == 1 and last.isalpha() and last.isupper():
        return False
    return len(before.split()) > 3 or not _NAMED.search(before)
