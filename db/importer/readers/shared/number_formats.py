"""Numbers as Word prints them: I, ii, C, d, 05, * (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
# Beyond these Word itself has no Roman number, and no letters.
_LARGEST_ROMAN = 4_999
_LARGEST_LETTER = 780
_CHICAGO = "*†‡§"


def printed_number(number: int, style: str) -> str:
    """Return `number` in a format of Word; one we do not know is printed in figures, as is one out of range."""
    printer = _PRINTERS.get(style)
    return printer(number) if printer else str(number)


def _lower_roman(number: int) -> str:
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    letters = ""
    for value, letter in _ROMAN:
        count, number = divmod(number, value)
        letters += letter * count
    return letters


def _upper_roman(number: int) -> str:
    return _lower_roman(number).upper()


def _lower_letter(number: int) -> str:
    if not 0 < number <= _LARGEST_LETTER:
        return str(number)
    turns, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (turns + 1)


def _upper_letter(number: int) -> str:
    return _lower_letter(number).upper()


def _zero_first(number: int) -> str:
    return f"{number:02d}"


def _chicago(number: int) -> str:
    if not 0 < number <= _LARGEST_LETTER:
        return str(number)
    turns, sign = divmod(number - 1, len(_CHICAGO))
    return _CHICAGO[sign] * (turns + 1)


def _nothing(number: int) -> str:  # a printer like the others
    return ""


_PRINTERS = {
    "lowerRoman": _lower_roman,
    "upperRoman": _upper_roman,
    "lowerLetter": _lower_letter,
    "upperLetter": _upper_letter,
    "decimalZero": _zero_first,
    "chicago": _chicago,
    "none": _nothing,
}
