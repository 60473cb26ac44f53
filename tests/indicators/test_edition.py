"""A library is linked anew whenever the catalogue or the rules that ask it change: neither can change unnoticed."""

from __future__ import annotations

import ast
import hashlib
import inspect
from types import ModuleType

import pytest

import resources
from db.importer.figures import belonging, owners, prose, titles
from db.indicators import catalogue, outside
from db.vietnamese import folding

ASKED = (catalogue, outside, belonging, titles, owners, prose, folding)
"""Where it is told which indicator a figure belongs to, once its name is read."""


def rules(modules: tuple[ModuleType, ...]) -> str:
    """Return a digest of what modules do: comments, docstrings, layout and RULES itself are no part of it."""
    told = hashlib.sha256()
    for module in modules:
        tree = ast.parse(inspect.getsource(module))
        for node in ast.walk(tree):
            body = getattr(node, "body", None)
            if isinstance(body, list):
                node.body = [one for one in body if not _silent(one)]  # type: ignore[attr-defined]
        told.update(ast.dump(tree).encode())
    return told.hexdigest()[:12]


def _silent(node: ast.AST) -> bool:
    named = isinstance(node, ast.Assign) and [ast.unparse(one) for one in node.targets] == ["RULES"]
    return named or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))


def test_the_edition_names_the_rules_as_they_are() -> None:
    assert rules(ASKED) == catalogue.RULES, "the rules changed: put their digest into db/indicators/catalogue.py"


def test_another_catalogue_is_another_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    before = catalogue.edition()
    text = resources.text("indicators.toml")
    monkeypatch.setattr(resources, "text", lambda _: text.replace('good = "up"', 'good = ""', 1))
    catalogue.edition.cache_clear()
    after = catalogue.edition()
    monkeypatch.undo()
    catalogue.edition.cache_clear()

    assert after != before == catalogue.edition()
    assert after.partition("-")[0] == before.partition("-")[0] == catalogue.RULES


def test_a_rule_that_does_something_else_has_another_digest() -> None:
    source = inspect.getsource(catalogue)
    assert rules((catalogue,)) == _of_source(source.replace('"""', '"""Otherwise said. ', 1))
    assert rules((catalogue,)) == _of_source(source + "\n# a comment\n")
    assert rules((catalogue,)) != _of_source(source.replace('"kcn"', '"kcx"', 1))


def _of_source(source: str) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inspect, "getsource", lambda _: source)
        return rules((catalogue,))
