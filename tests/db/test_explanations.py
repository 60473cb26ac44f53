"""Words for rules, checks, doubts and breaks: none missing in either language, none that gives a verdict."""

from __future__ import annotations

import tomllib

import pytest

import resources
from db.checks.between import CLASSES
from db.checks.inside import RULES as CHECKS
from db.checks.inside import VERDICTS
from db.explanations import explanation
from db.importer.figures.explaining import ROLES
from db.indicators.doubts import KINDS
from db.indicators.implied import RULES
from db.layers import ACTIONS
from db.model import BREAK_KINDS

TABLES = tomllib.loads(resources.text("explanations.toml"))


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        ("derived", RULES),
        ("check", (*CHECKS, *VERDICTS)),
        ("contradiction", CLASSES),
        ("doubt", (*KINDS, *ACTIONS)),
        ("break", BREAK_KINDS),
        ("role", ROLES),
    ],
)
def test_every_key_the_program_gives_has_words(table: str, keys: tuple[str, ...]) -> None:
    for key in keys:
        assert {explanation(table, key, language) for language in ("vi", "en")}.isdisjoint({key, ""})


def test_both_languages_are_there_and_no_word_blames() -> None:
    for table in TABLES.values():
        for entry in table.values():
            assert set(entry) == {"vi", "en"}
            assert not {"sai", "lỗi", "mâu thuẫn"} & set(entry["vi"].lower().split())


def test_an_unknown_key_is_shown_as_it_is() -> None:
    assert explanation("rule", "lạ", "vi") == "lạ"
