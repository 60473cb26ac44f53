"""Numbers in Vietnamese running text: what is printed, how exactly, and which of them count nothing.

A dot groups thousands, a comma opens the decimals, counts under ten are printed with
a leading zero. Every digit of a text ends up either in a `Number` or in an `Unused`
with the reason why it is no quantity. All patterns are linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from db.vietnamese.number_contexts import (
    AFTER_DAY,
    AFTER_DOCUMENT,
    AFTER_MONTH,
    AFTER_NUMBER_SIGN,
    AFTER_RANK,
    AFTER_YEAR,
    AGE,
    DASH,
    DATE,
    DAY,
    DAY_MONTH,
    DOCUMENT,
    DOCUMENT_LOW,
    DURATION,
    ENDLESS,
    GAP,
    HEADING,
    HEADING_DASH,
    MARK,
    MONTH,
    MONTH_YEAR,
    NAMING,
    PER_ONE,
    PLAIN,
    QUARTER_BEFORE,
    SLASH,
    SPACE,
    SPOKEN,
    SPOKEN_PAIRS,
    STARS,
    TERM,
    YEAR,
)
from db.vietnamese.units import Unit, lowered, unit_at


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number between the code points `start` and `end`.

    `step` is the worth of its last printed digit. `of` is the whole of a printed ratio
    ("130/193"), `upper` the far end of a range ("7,5-8"). `rank` says that it follows
    "thứ" or "hạng" and orders instead of counting.
    """

    start: int
    end: int
    value: float
    step: float = 1.0
    decimals: int = 0
    of: float | None = None
    upper: float | None = None
    leading_zero: bool = False
    english: bool = False
    signed: bool = False
    rank: bool = False


@dataclass(frozen=True, slots=True)
class Unused:
    """A printed number that is no quantity; `reason` is one of REASONS."""

    start: int
    end: int
    reason: str


REASONS = (
    "date",
    "year",
    "term",
    "duration",
    "document",
    "heading",
    "ordinal",
    "name",
    "denominator",
    "mark",
    "repeated",
    "ambiguous",
    "no unit",
)

_ATOM = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_DECIMAL = re.compile(r"[0-9]+,[0-9]+")
_ENGLISH_SLIP = re.compile(r"[0-9]{1,3}\.[0-9]{1,2}")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3}){2,}")
_TOO_LONG = 24
_BACK = 40


def read_number(text: str) -> float | None:
    """Return the number a whole table cell holds, None where it is no number or could be two."""
    found = read_cell(text)
    return found.value if found else None


def read_cell(text: str) -> Number | None:
    """Return the number of a whole cell with its precision and slips; a trailing % is allowed.

    "(12,5)" and "-12,5" are negative, "05" is 5 with `leading_zero`; dates, codes,
    "8.25" and the like are None.
    """
    bare = text.replace("\u00a0", " ").strip().removesuffix("%").rstrip()
    negative = bare.startswith("(") and bare.endswith(")")
    bare = bare[1:-1].strip() if negative else bare
    if bare[:1] in ("-", "−", "–", "+"):
        negative, bare = bare[0] != "+" or negative, bare[1:].strip()
    atom = _ATOM.fullmatch(bare[: _TOO_LONG + 1])
    number = _value(atom) if atom else None
    if number is None or number.english or (number.leading_zero and len(bare) > 2 and "," not in bare):
        return None
    return replace(number, value=0.0 - number.value) if negative else number  # 0.0 - 0.0 has no sign, -0.0 has


def _value(atom: re.Match[str]) -> Number | None:
    """Read one printed number by the Vietnamese rules; None where it is printed by no rule."""
    written = atom[0]
    if len(written) > _TOO_LONG:
        return None
    english = False
    if written.isdigit() or _DECIMAL.fullmatch(written):
        plain = written.replace(",", ".")
    elif _GROUPED.fullmatch(written) and not written.startswith("0"):
        plain = written.replace(".", "").replace(",", ".")
    elif _ENGLISH_SLIP.fullmatch(written):
        plain, english = written, True
    elif _ENGLISH.fullmatch(written):
        plain, english = written.replace(",", ""), True
    else:
        return None
    decimals = len(plain.partition(".")[2])
    return Number(
        atom.start(),
        atom.end(),
        float(plain),
        10.0**-decimals,
        decimals,
        leading_zero=written.startswith("0") and not decimals and len(written) > 1,
        english=english,
    )


_DATED = (
    (DATE, "date", None, False),
    (DAY, "date", AFTER_DAY, True),
    (TERM, "term", None, False),
    (MONTH_YEAR, "date", None, True),
    (MONTH, "date", AFTER_MONTH, False),
    (DAY_MONTH, "date", None, True),
    (YEAR, "year", None, True),
)
"""The forms of dates: what they are, what must stand before them, and whether a unit behind makes them a count."""


class _Lexer:
    """One walk over a text; `at` is where the next number may begin."""

    def __init__(self, text: str, numbered: bool) -> None:
        self.text = text
        self.low = lowered(text)
        self.found: list[Number | Unused] = []
        self.units: dict[int, Unit | None] = {}
        self.heading_end = _heading_end(text, numbered)

    def run(self) -> tuple[Number | Unused, ...]:
        at = 0
        while atom := _ATOM.search(self.text, at):
            token = self.token(atom)
            self.found.append(token)
            at = token.end
        return tuple(self.found)

    def token(self, atom: re.Match[str]) -> Number | Unused:
        start = atom.start()
        if ENDLESS.match(self.text, start):
            return Unused(start, self.word_end(start), "ambiguous")
        before = self.low[max(0, start - _BACK) : start]
        for rule in (self.glued, self.numbered, self.dated, self.documented, self.lasting):
            end, reason = rule(start, atom.end(), before)
            if reason:
                return Unused(start, max(end, start + 1), reason)
        number = self.quantity(atom)
        if number is None:
            return Unused(start, atom.end(), "ambiguous")
        if AFTER_RANK.search(before):
            return replace(number, rank=True) if not self.measured(number.end) else number
        reason = self.names(number, before)
        return Unused(start, number.end, reason) if reason else number

    def word_end(self, start: int) -> int:
        space = SPACE.search(self.text, start)
        return space.start() if space else len(self.text)

    def glued(self, start: int, end: int, before: str) -> tuple[int, str]:
        """A digit inside a word ("U13", "m3", "Covid-19"), right after a %, or after the / of a unit."""
        joined = before[-1:] in ("-", "–") and before[-2:-1].isalpha()
        letters = self.text[end : end + 1].isupper() and not self.unit(end)  # "4G"
        if joined or letters or before[-1:].isalpha() or before[-1:] in ("_", "²", "³"):
            return end, "name"
        if before[-1:] == "%":
            return end, "mark"
        if (before[-1:] == "/" and before[-2:-1].isalpha()) or before[-2:] == "/ ":
            whole = self.text[start:end].replace(".", "").lstrip("0")
            if QUARTER_BEFORE.search(before):
                return end, "year"
            if whole.strip("0") == "1" or not self.unit(end):
                return end, "denominator"
        return start, ""

    def numbered(self, start: int, end: int, before: str) -> tuple[int, str]:
        """The number of a heading, an enumeration "(1)" or a note's mark "[1]"."""
        if start < self.heading_end:
            return self.heading_end, "heading"
        mark = MARK.match(self.text, start)
        if mark and before[-1:] in ("(", "["):
            return mark.end(), "mark"
        return start, ""

    def dated(self, start: int, end: int, before: str) -> tuple[int, str]:
        """Dates, months, years and terms in all their forms."""
        del end
        for form, reason, named, countable in _DATED:
            found = form.match(self.low, start)
            if found is None or (named is not None and not named.search(before)):
                continue
            counts = countable and not (form is YEAR and AFTER_YEAR.search(before))
            if not (counts and self.unit(found.end())):
                return found.end(), reason
        return start, ""

    def documented(self, start: int, end: int, before: str) -> tuple[int, str]:
        """Numbers of documents: "27-NQ/TU", "88/2014/QH13", "Đề án 06"."""
        if found := DOCUMENT.match(self.text, start):
            return found.end(), "document"
        signed, named = AFTER_NUMBER_SIGN.search(before), AFTER_DOCUMENT.search(before)
        if (signed or named) and (found := DOCUMENT_LOW.match(self.low, start)) and not self.unit(end):
            return found.end(), "document"
        counted = named is not None and (self.measured(end) if "số" in named[0] else self.counts(end))
        if named and not counted and not self.planned(start, end):
            return end, "document"
        return (end, "document") if signed and not self.unit(end) else (start, "")

    def counts(self, end: int) -> bool:
        """Tell whether something is counted: "chỉ thị 05 đơn vị", "kết luận 12/15 tổ chức đảng"."""
        slash = SLASH.match(self.low, end)
        atom = _ATOM.match(self.text, slash.end()) if slash else None
        return self.unit(end) or (atom is not None and self.unit(atom.end()))

    def planned(self, start: int, end: int) -> bool:
        """Tell "kế hoạch 8,5 - 9%" from the number of a document, which has no decimals and is no range."""
        upper = DASH.match(self.low, end)
        atom = _ATOM.match(self.text, upper.end()) if upper else None
        return "," in self.text[start:end] or (atom is not None and self.measured(atom.end()))

    def lasting(self, start: int, end: int, before: str) -> tuple[int, str]:
        """Durations, ages, anniversaries, and the months of a period: "10 năm", "6 tháng đầu năm"."""
        found = DURATION.match(self.low, start)
        if found is None and "tuổi thọ" not in before:
            found = AGE.match(self.low, start)
        return (found.end(), "duration") if found else (start, "")

    def names(self, number: Number, before: str) -> str:
        """Tell whether a number orders or names instead of counting; "" if it may count."""
        if STARS.match(self.low, number.end):
            return "name"
        if number.value == 1.0 and not number.decimals and PER_ONE.search(before):
            return "denominator"
        if number.of is None and not self.measured(number.end):
            counted = self.unit(number.end)
            for strong, weak, reason in NAMING:
                if strong.search(before) or (not counted and number.value < 1000 and weak.search(before)):
                    return reason
        return self.continued(number)

    def continued(self, number: Number) -> str:
        """A list that began with an ordinal or a document goes on: "Kỳ họp thứ 13, 14 và 15"."""
        last = self.found[-1] if self.found else None
        if not isinstance(last, Unused) or number.decimals or not _opens_list(last):
            return ""
        gap = GAP.fullmatch(self.low, last.end, number.start) if number.start - last.end < 8 else None
        return last.reason if gap and not self.unit(number.end) else ""

    def quantity(self, atom: re.Match[str]) -> Number | None:
        """Read a number with what belongs to it: sign, ratio, range, spoken thousands."""
        spoken = SPOKEN.match(self.low, atom.start())
        if spoken and _spoken_pair(spoken):
            value = float(spoken[1]) * 1000 + float(spoken[3])
            return Number(atom.start(), spoken.end(3), value)
        number = _value(atom)
        if number is None or (number.english and number.decimals and not self.measured(number.end)):
            return None
        number = self.signed(number)
        whole = self.joined(number, SLASH)
        if whole:
            return replace(number, end=whole.end, of=whole.value)
        upper = self.joined(number, DASH)
        if upper and upper.value > number.value and self.unit(upper.end):
            step = min(number.step, upper.step)
            return replace(
                number, end=upper.end, upper=upper.value, step=step, decimals=max(number.decimals, upper.decimals)
            )
        return number

    def joined(self, number: Number, joint: re.Pattern[str]) -> Number | None:
        """Return the number that follows behind a / or a dash."""
        gap = joint.match(self.low, number.end)
        atom = _ATOM.match(self.text, gap.end()) if gap else None
        if atom is None or not PLAIN.fullmatch(atom[0][:_TOO_LONG]) or YEAR.match(atom[0]):
            return None
        if unit_at(self.text[atom.start() : atom.start() + 12], 2) and self.low.startswith(
            ("01 vạn", "1 vạn"), atom.start()
        ):
            return None
        return _value(atom)

    def signed(self, number: Number) -> Number:
        sign, prior = (
            self.text[max(0, number.start - 1) : number.start],
            self.text[max(0, number.start - 2) : number.start - 1],
        )
        if sign not in ("-", "−", "–", "+") or number.start < 2 or (prior not in (" ", "(", ";", ",", "\u00a0")):
            return number
        if not (number.decimals or self.low[number.end : number.end + 2].strip().startswith("%")):
            return number
        return replace(
            number, value=number.value if sign == "+" else -number.value, start=number.start - 1, signed=True
        )

    def unit(self, end: int) -> bool:
        return self.unit_at(end) is not None

    def unit_at(self, end: int) -> Unit | None:
        """Return the unit that stands there; the rules ask for one and the same several times."""
        if end not in self.units:
            self.units[end] = unit_at(self.text, end, self.low)
        return self.units[end]

    def measured(self, end: int) -> bool:
        unit = self.unit_at(end)
        return unit is not None and unit.measured and unit.text != "điểm"


def _opens_list(token: Unused) -> bool:
    """Tell whether more of the same may follow: "Kỳ họp thứ 13, 14", "tháng 7, 8 và 9"."""
    month = token.reason == "date" and token.end - token.start <= 2
    return month or token.reason in ("ordinal", "name", "document")


def _spoken_pair(spoken: re.Match[str]) -> bool:
    one, two = (word.replace("ngàn", "nghìn").replace("tỉ", "tỷ") for word in (spoken[2], spoken[4]))
    return (one, two) in SPOKEN_PAIRS


def _heading_end(text: str, numbered: bool) -> int:
    found = HEADING.match(text)
    if found and (numbered or not re.compile(r"[0-9]{1,3}\.[0-9]").match(text.lstrip()[:6]) or found[1].count(".") > 1):
        return found.end(1)
    if found and text[found.end() :].lstrip()[:1].isupper():
        return found.end(1)
    dashed = HEADING_DASH.match(text) if numbered else None
    return dashed.end() if dashed else 0


def lex(text: str, numbered: bool = False) -> tuple[Number | Unused, ...]:
    """Return every number of `text` in order, as a quantity or with the reason why it is none.

    `numbered` says that the text is a heading or an item, so that a number it opens
    with ("1.1", "1-") is its own.
    """
    return _Lexer(text, numbered).run()
