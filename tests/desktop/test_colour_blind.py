"""The colours of a chart as people see them who lack red or green: told apart, and by more than their colour."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from desktop.indicators.frame import brush_of
from desktop.themes import NAMES, load

# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB
SIGHTS = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
}
_TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)


def through(matrix: tuple[tuple[float, ...], ...], colour: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(part * value for part, value in zip(row, colour, strict=True)) for row in matrix)


def linear(colour: str) -> tuple[float, ...]:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    """Return CIE L*a*b* of a colour as that sight sees it."""
    seen = tuple(min(1.0, max(0.0, part)) for part in through(SIGHTS[sight], linear(colour)))
    x, y, z = (_bent(part / white) for part, white in zip(through(_TO_XYZ, seen), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _bent(share: float) -> float:
    return share ** (1 / 3) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("name", NAMES)
def test_no_two_series_look_alike(name: str, sight: str) -> None:
    series = load(name).series
    apart = {(one, other): dist(lab(one, sight), lab(other, sight)) for one, other in combinations(series, 2)}

    assert {pair: round(far, 1) for pair, far in apart.items() if far < 20} == {}


@pytest.mark.parametrize("name", NAMES)
def test_the_words_at_a_line_in_its_colour_can_be_read(name: str) -> None:
    theme = load(name)

    assert all(ratio(colour, theme.surface) >= 4.5 for colour in theme.series)


def ratio(one: str, other: str) -> float:
    light, dark = sorted((through(_TO_XYZ, linear(colour))[1] + 0.05 for colour in (one, other)), reverse=True)
    return light / dark


def test_two_series_differ_by_line_or_sign_too() -> None:
    looks = [brush_of(number, load("light")) for number in range(7)]

    assert len({(look.dash, look.symbol) for look in looks}) == 7
