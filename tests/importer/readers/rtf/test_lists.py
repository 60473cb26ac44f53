"""Automatic numbers: as printed, else as the lists count."""

from __future__ import annotations

LEVELS = (
    r"{\listlevel\levelnfc1\levelstartat1{\leveltext\'02\'00.;}{\levelnumbers\'01;}}"
    r"{\listlevel\levelnfc0\levelstartat1{\leveltext\'04\'00.\'01.;}{\levelnumbers\'01\'03;}}"
    r"{\listlevel\levelnfc0\levellegal1\levelstartat1{\leveltext\'06\'00.\'01.\'02.;}{\levelnumbers;}}"
    r"{\listlevel\levelnfc23{\leveltext\'01\u-3913 ?;}{\levelnumbers;}\f2}"
)
TABLES = (
    rf"{{\*\listtable{{\list\listtemplateid7{LEVELS}{{\listname ;}}\listid99}}}}"
    r"{\*\listoverridetable{\listoverride\listid99\listoverridecount0\ls1}"
    r"{\listoverride\listid99\listoverridecount1{\lfolevel\listoverridestartat\levelstartat5}\ls2}"
    r"{\listoverride\listid99{\lfolevel\listoverrideformat{\listlevel\levelnfc4\levelstartat2{\leveltext\'02\'00);}}}\ls3}}"
)


def item(level: int, number: int = 1) -> str:
    return rf"\pard\ls{number}\ilvl{level} x\par "


def markers(rtf, body):
    return [paragraph.marker for paragraph in rtf.paragraphs(body, TABLES)]


def test_levels_count_and_restart(rtf):
    body = item(0) + item(1) + item(1) + item(2) + item(0) + item(1) + item(3)
    assert markers(rtf, body) == ["I.", "I.1.", "I.2.", "1.2.1.", "II.", "II.1.", "•"]


def test_an_override_changes_the_start_or_the_level(rtf):
    assert markers(rtf, item(0) + item(0, 2) + item(0, 2) + item(0)) == ["I.", "V.", "VI.", "VII."]
    assert markers(rtf, item(0, 3)) == ["b)"]


def test_a_printed_number_wins_and_is_counted(rtf):
    body = r"{\listtext\pard\plain IX.\tab}\pard\ls1 x\par " + item(0)
    assert markers(rtf, body) == ["IX.", "II."]


def test_a_printed_bullet_is_one(rtf):
    assert markers(rtf, r"{\pntext\f2\'b7\tab}{\*\pn\pnlvlblt{\pntxtb\'b7}}x\par{\listtext\f2 -\tab}y") == ["•", "-"]


def test_a_list_nobody_described_prints_nothing(rtf):
    assert markers(rtf, item(0, 77) + item(8)) == ["", ""]
