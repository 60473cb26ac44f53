"""Which language a call asks for is known before the call is understood."""

from __future__ import annotations

import pytest

from desktop.terminal.words import language_of


@pytest.mark.parametrize(
    ("variable", "arguments", "language"),
    [
        ("", ["list"], "vi"),
        ("en", ["list"], "en"),
        ("en_GB.UTF-8", ["list"], "en"),
        ("en", ["list", "--language", "vi"], "vi"),
        ("", ["--language=en", "list"], "en"),
        ("", ["--language", "vi", "list", "--language", "en"], "en"),
        ("", ["search", "--", "--language", "en"], "vi"),
        ("", ["list", "--language"], "vi"),
        ("fr", [], "vi"),
    ],
)
def test_the_last_word_counts(
    variable: str, arguments: list[str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUBAOCAO_LANGUAGE", variable)
    assert language_of(arguments) == language
