"""The grammar of openings: how a numbered heading, a numbered paragraph or an item begins.

It knows single lines only; what level an opening has is told by the ladder of the
whole report (`db.importer.ladder`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.model import Emphasis

LETTERS = "abcdđeghiklmnopqrstuvxy"  # the order in which a Vietnamese office counts
_WORDS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_WORD_VALUES = {word: value for value, word in enumerate(_WORDS, start=1)} | {"một": 1, "bốn": 4, "bẩy": 7}
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}
_ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
_STEPS = r"(?:\.\d{1,2}){1,4}"
_DASHES = "-–—−"
_BULLETS = "•·●▪■◦○\uf0b7\uf0a7\uf02d"

# What an opening stands above: lower stands higher. Kinds of one rank nest as the report first nests them.
RANKS = {
    "annex": 0,
    "part": 1,
    "chapter": 2,
    "mục": 3,
    "tiểu mục": 4,
    "upper": 5,
    "roman": 5,
    "điều": 6,
    "arabic": 7,
    "decimal2": 8,
    "decimal3": 9,
    "decimal4": 10,
    "decimal5": 11,
    "letter": 12,
    "bracket": 12,
    "paren": 12,
    "paren-letter": 12,
    "paren-roman": 13,
    "star": 14,
    "dash": 15,
    "plus": 16,
    "star-item": 17,
}
ITEM_KINDS = frozenset({"dash", "plus", "star", "star-item"})
_NAMED_KINDS = {"phần": "part", "chương": "chapter", "mục": "mục", "tiểu mục": "tiểu mục", "điều": "điều"}

_NAMED = re.compile(
    rf"(?P<name>phần|chương|tiểu mục|mục|điều)\s+(?P<number>(?:thứ\s+)?(?:{'|'.join(_WORD_VALUES)}|\d{{1,3}}|[ivx]+))"
    r"(?P<stop>\s*[.:)/–-]+|\s+|$)\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ANNEX = re.compile(
    r"(?P<name>phụ\s+lục|phụ\s+biểu|biểu\s+mẫu|biểu)(?P<no>\s+số)?(?:\s*:?\s*(?P<number>\d{1,2}(?:\.\d{1,2}|[a-zđ](?!\w))?|[ivx]+))?"
    r"(?P<stop>\s*[.:)/–-]+|\s+|$)\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.DOTALL))
    for kind, pattern in (
        ("decimal", rf"(?P<marker>(?P<number>(?:\d{{1,2}}|{_ROMAN}){_STEPS})\s*[.):]?)(?P<rest>\s+\S.*|)$"),
        ("decimal", rf"(?P<marker>(?P<number>\d{{1,2}}{_STEPS})[.)]?)(?P<rest>[^\W\d_].*)$"),
        ("decimal", rf"(?P<marker>(?P<number>\d{{1,2}}{_STEPS})\s?\.?[-–/])(?P<rest>\s+[“\"(]?[^\W\d_].*|)$"),
        ("roman", rf"(?P<marker>(?P<number>{_ROMAN})\s*(?:[./][-–]|[.)/:–-]))(?P<rest>(?!\d)\s*\S.*|)$"),
        ("roman", rf"(?P<marker>(?P<number>{_ROMAN}))(?P<rest>\s+\S.*)$"),
        ("upper", r"(?P<marker>(?P<number>[A-HĐK-UWY])\s*(?:[./][-–]|[.)/–-]))(?P<rest>\s*[^\W\d_].*|)$"),
        ("arabic", r"(?P<marker>(?P<number>\d{1,2})\s*(?:\.[-–]|\.))(?P<rest>\s+\S.*|[“\"(]?[^\W\d_].*|)$"),
        ("arabic", r"(?P<marker>(?P<number>\d{1,2})\s?(?:/[-–]|[/:–-]))(?P<rest>\s*[“\"(]?[^\W\d_].*)$"),
        ("bracket", r"(?P<marker>(?P<number>\d{1,2})\))(?P<rest>\s*\S.*|)$"),
        ("letter", r"(?P<marker>(?P<number>[a-zđ])\s?[).])(?P<rest>(?![^\W\d_]\.)\s*\S.*|)$"),
        ("letter", r"(?P<marker>(?P<number>[a-zđ])[/-])(?P<rest>\s+\S.*)$"),
        ("paren", r"(?P<marker>\((?P<number>\d{1,2})\))(?P<rest>\s*\S.*|)$"),
        ("paren-letter", r"(?P<marker>\((?P<number>[a-hj-uwyđ])\))(?P<rest>\s*\S.*|)$"),
        ("paren-roman", r"(?P<marker>\((?P<number>[ivx]+)\))(?P<rest>\s*\S.*|)$"),
        ("dash", rf"(?P<marker>[{_DASHES}])(?P<rest>\s*[^\W\d_].*|\s*[“\"(\[].*|\s+\d.*)$"),
        ("dash", rf"(?P<marker>[{_BULLETS}])(?P<rest>\s*\S.*)$"),
        ("plus", r"(?P<marker>\+)(?P<rest>\s*[^\W\d_].*|\s*[“\"(\[].*|\s+\d.*)$"),
        ("star", r"(?P<marker>\*{1,3}\)?)(?P<rest>\s*[\w“\"(\[].*)$"),
    )
)
_DOCUMENT_CODE = re.compile(r"\d+\s?[-/]\s?[A-ZĐ][A-ZĐa-z]*\s?[-/]|[IVX]+\s?[-/]\s?\d")


@dataclass(frozen=True, slots=True)
class Opening:
    """How a paragraph begins. `value` counts within its kind (0 where it does not count); `rest` is what follows."""

    kind: str
    number: str
    marker: str
    value: int
    rest: str

    @property
    def is_item(self) -> bool:
        """Whether it is a dash, a plus, a star: an item without a number."""
        return self.kind in ITEM_KINDS


def opening_of(text: str) -> Opening | None:
    """Return how `text` begins, or None where it begins like any sentence."""
    named = _named(text) or _annex(text)
    if named is not None or _DOCUMENT_CODE.match(text):
        return named
    for kind, pattern in _PATTERNS:
        match = pattern.match(text)
        if match is None:
            continue
        opening = _opening(
            _star(kind, match["rest"]), match["marker"], (match.groupdict().get("number") or "-"), match["rest"].strip()
        )
        if _plausible(opening, match["rest"]):
            return opening
    return None


def opening_of_marker(marker: str, rest: str) -> Opening:
    """Return the opening of an automatic number; a sign we do not know counts as a dash."""
    found = opening_of(marker)
    if found is None and marker:
        found = opening_of(f"{marker} {rest}")
        if found is not None and found.marker.rstrip(".): ") != marker.rstrip(".): "):
            found = None
    if found is None:
        return Opening("dash", "-", marker, 0, rest)
    return Opening(found.kind, found.number, marker, found.value, rest)


def follows(before: Opening, after: Opening) -> bool:
    """Whether `after` counts on from `before`, in the Vietnamese order of letters or the Latin one."""
    if after.value == before.value + 1 or after.is_item:
        return True
    latin = before.kind in {"letter", "paren-letter", "upper"} and len(before.number) == len(after.number) == 1
    return latin and ord(after.number.lower()) == ord(before.number.lower()) + 1


def is_upper(text: str) -> bool:
    """Whether `text` is set in capitals: two letters at least, none of them small."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 2 and all(char.isupper() for char in letters)


def is_bold(text: str, emphasis: tuple[Emphasis, ...], start: int = 0) -> bool:
    """Whether all of `text` from `start` on that prints anything is set bold."""
    wanted = {index for index in range(start, len(text)) if text[index].isalnum()}
    for span in emphasis:
        if "b" in span.style:
            wanted.difference_update(range(span.start, span.end))
    return start < len(text) and not wanted


def roman_value(number: str) -> int:
    """Return the value of a Roman number up to XXXIX."""
    digits = [_ROMAN_DIGITS[char] for char in number.lower()]
    signed = [-d if d < max(digits[i:], default=0) else d for i, d in enumerate(digits)]
    return sum(signed)


def _star(kind: str, rest: str) -> str:
    """A star over a short title stands above dashes, a star before a sentence below them."""
    if kind == "star" and (len(rest) > 120 or rest.rstrip().endswith((".", ";", ",", "…"))):
        return "star-item"
    return kind


def _opening(kind: str, marker: str, number: str, rest: str) -> Opening:
    if kind == "decimal":
        kind = f"decimal{number.count('.') + 1}"
        return Opening(kind, number, marker, int(number.rpartition(".")[2]), rest)
    return Opening(kind, number, marker, _value(kind, number), rest)


def _value(kind: str, number: str) -> int:
    if kind in ITEM_KINDS:
        return 0
    if number.isdecimal():
        return int(number)
    if kind in {"roman", "paren-roman"}:
        return roman_value(number)
    return LETTERS.find(number.lower()) + 1


def _plausible(opening: Opening, rest: str) -> bool:
    """Whether the number is one of a heading or item, not of a sentence, a name or a quantity."""
    first = opening.rest.lstrip("“\"'([")[:1]
    bare = opening.marker[-1:].isalnum()
    if opening.kind == "roman" and bare:
        return is_upper(opening.rest) and " " in opening.rest
    if opening.kind.startswith("decimal"):
        doubtful = bare or " " in opening.marker
        return not opening.rest or not doubtful or first.isupper()
    if opening.kind == "upper":
        return not opening.rest or (rest[:1].isspace() and first.isupper()) or is_upper(opening.rest)
    if opening.kind == "dash" and opening.marker in _DASHES:
        return any(char.isalnum() for char in opening.rest)
    return True


def _named(text: str) -> Opening | None:
    match = _NAMED.match(text)
    if match is None or not _stands_alone(match["stop"], match["rest"], match["name"]):
        return None
    words = match["number"].lower().split()
    words[-1] = words[-1].upper() if re.fullmatch("[ivx]+", words[-1]) else words[-1]
    number = " ".join(words)
    marker = text[: match.end("stop")].strip()
    kind = _NAMED_KINDS[match["name"].lower()]
    return Opening(kind, f"{match['name'].capitalize()} {number}", marker, _spoken_value(number), match["rest"].strip())


def _annex(text: str) -> Opening | None:
    match = _ANNEX.match(text)
    if match is None or not _stands_alone(match["stop"], match["rest"], match["name"]):
        return None
    name = " ".join(match["name"].split()).capitalize()
    number = match["number"] or ""
    if not number and (name != "Phụ lục" or match["no"] or match["rest"]):
        return None
    number = number.upper() if re.fullmatch("[ivx]+", number, re.IGNORECASE) else number
    label = " ".join(part for part in (name, (match["no"] or "").strip().lower(), number) if part)
    return Opening("annex", label, text[: match.end("stop")].strip(), _spoken_value(number), match["rest"].strip())


def _stands_alone(stop: str, rest: str, name: str) -> bool:
    """Whether a name with a number is a heading of its own and not the subject of a sentence."""
    if not name[:1].isupper() or len(rest) > 200 or rest.rstrip().endswith((";", ",")):
        return False
    if not rest.strip() or stop.strip():
        return not (rest[:1].isdecimal() or rest[:1].islower())
    return is_upper(rest) or rest[0] == "(" or (rest[0].isupper() and not rest.rstrip().endswith((".", ";", ":")))


def _spoken_value(number: str) -> int:
    word = number.lower().removeprefix("thứ").strip()
    if word in _WORD_VALUES:
        return _WORD_VALUES[word]
    if re.fullmatch("[ivx]+", word):
        return roman_value(word)
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else 0
