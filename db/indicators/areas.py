"""Which area a report's figures speak of: series are kept area by area, so that two communes never share a line."""

from __future__ import annotations

import re

_LONGEST = 300
_CAPITALS = "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper())
_NAME = rf"(?P<name>[{_CAPITALS}0-9][^,;]*)$"
_BELOW = re.compile(rf"(?<!\w)(?P<level>(?i:huyện|quận|thị xã|xã|phường|thị trấn|đặc khu))(?: ủy)? {_NAME}")
_TOWN = re.compile(rf"(?<!\w)(?P<level>(?i:thị ủy|thành ủy|thành phố)) {_NAME}")
_UNNAMED = re.compile(r"(?i)^(?:huyện|quận|thị) ủy$")
_LEVELS = {"thị ủy": "thị xã", "thành ủy": "thành phố"}


def area_of(place: str, issuer: str) -> str:
    """Return the area of a report by its place and its issuer, "" where neither says one.

    It is the province, whichever of its offices reports; a district, town or commune that
    reports of itself is an area of its own ("huyện Núi Thành, Quảng Nam"). Without a place it is
    the issuer.
    """
    own = " ".join(issuer[:_LONGEST].split())
    found = _BELOW.search(own) or _TOWN.search(own)
    if found and found["name"] != place:
        level = found["level"].lower()
        name = found["name"].partition(" tỉnh ")[0]
        return _within(f"{_LEVELS.get(level, level)} {name}", place)
    if _UNNAMED.match(own):
        return _within(own, place)
    return place or own


def _within(area: str, place: str) -> str:
    return f"{area}, {place}" if place else area
