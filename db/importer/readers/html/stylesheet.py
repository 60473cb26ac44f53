"""The rules a page writes for its own elements, as far as they name an element, a class, or both.

That is how Word, LibreOffice and the web editors say what is bold, centred or not shown. Rules for other media and
longer selectors are passed over: they only set how things look.
"""

from __future__ import annotations

import re

from lxml import etree

MOST_LETTERS = 1_000_000
MOST_RULES = 5_000

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SELECTOR = re.compile(r"[a-z][a-z0-9]*|[a-z][a-z0-9]*?\.[\w-]+|\.[\w-]+", re.IGNORECASE)
# Only these properties are ever asked for.
_WANTED = re.compile(
    r"text-align|font-weight|font-style|text-decoration|vertical-align|display|mso-hide|list-style|font-family"
)


class StyleSheet:
    """What the style elements of a page say, to be put before what an element says itself."""

    def __init__(self, root: etree._Element) -> None:
        self._rules: dict[str, str] = {}
        text = "".join("".join(map(str, each.itertext())) for each in root.iter("style"))[:MOST_LETTERS]
        for selectors, declarations in _rules(_COMMENT.sub(" ", text)):
            if len(self._rules) >= MOST_RULES:
                break
            if not _WANTED.search(declarations):
                continue
            for selector in selectors.split(","):
                name = selector.strip()
                if _SELECTOR.fullmatch(name):
                    element, dot, class_ = name.partition(".")
                    key = element.lower() + dot + class_
                    self._rules[key] = f"{self._rules.get(key, '')};{declarations}"

    def style_of(self, element: etree._Element) -> str:
        """Return the declarations for an element in the order in which the later one wins."""
        own = element.get("style", "")
        if not self._rules:
            return own
        tag, classes = str(element.tag), element.get("class", "").split()[:20]
        names = (tag, *(f".{each}" for each in classes), *(f"{tag}.{each}" for each in classes))
        return ";".join((*(self._rules[name] for name in names if name in self._rules), own))


def _rules(text: str) -> list[tuple[str, str]]:
    """Return selectors and declarations; what stands inside an @media or another block of blocks is left out."""
    plain = []
    depth = start = 0
    for found in re.finditer(r"[{}]", text):
        if found[0] == "{":
            depth += 1
        elif depth <= 1:
            if depth:
                plain.append(text[start : found.end()])
            depth, start = 0, found.end()
        else:
            depth -= 1
    rules = (_RULE.fullmatch(piece) for piece in plain)
    return [(rule[1], rule[2]) for rule in rules if rule and not rule[1].lstrip().startswith("@")]
