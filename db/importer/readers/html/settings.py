"""How the letters of an element are set, by its name and by the style it carries itself."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

from lxml import etree

from db.importer.readers.shared.letters import NOTHING_SAID, Letters
from db.vietnamese.legacy import legacy_font

_BY_NAME = {
    **dict.fromkeys(("b", "strong", "th"), Letters(bold=True)),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), Letters(italic=True)),
    "u": Letters(underlined=True),
    "sup": Letters(raised="^"),
    "sub": Letters(raised="_"),
}
_ALIGNMENTS = {"center": "center", "middle": "center", "right": "right", "end": "right", "justify": "justify"}
_RAISED = {"super": "^", "sub": "_", "baseline": ""}
_BOLD_FROM = 600
_LONGEST_STYLE = 4_000


@dataclass(frozen=True, slots=True)
class Said:
    """What an element says of what stands in it; `marker` if it holds a number Word has typed for its list."""

    letters: Letters = NOTHING_SAID
    align: str | None = None
    hidden: bool = False
    marker: bool = False
    list_style: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """How words are set at a place. `emphasis` is that of `db.model.Emphasis`."""

    letters: Letters = NOTHING_SAID
    align: str = ""
    exact: bool = False
    emphasis: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "emphasis", self.letters.emphasis)


def said_by(element: etree._Element, style: str) -> Said:
    """Return what an element says by its name, its attributes and `style`, the declarations that hold for it."""
    css = _said_by_style(style[:_LONGEST_STYLE])
    if element.tag == "font" and css.letters.font is None and element.get("face"):
        css = replace(css, letters=replace(css.letters, font=_old_font(element.get("face", ""))))
    letters = css.letters.over(_BY_NAME.get(element.tag, NOTHING_SAID))
    align = css.align
    if element.get("align") is not None and "text-align" not in element.get("style", "").lower():
        align = _ALIGNMENTS.get(element.get("align", "").lower(), "")
    if element.tag == "center":
        align = "center"
    hidden = css.hidden or element.get("hidden") is not None
    return Said(letters, align, hidden, css.marker, css.list_style)


@lru_cache(maxsize=2_048)
def _said_by_style(style: str) -> Said:
    if not style:
        return Said()
    said = dict(_declarations(style))
    weight, slant = said.get("font-weight"), said.get("font-style")
    decoration = said.get("text-decoration", said.get("text-decoration-line"))
    raised = _RAISED.get(said.get("vertical-align", ""))
    letters = Letters(
        None
        if weight is None
        else weight in ("bold", "bolder") or (weight.isdecimal() and int(weight[:4]) >= _BOLD_FROM),
        None if slant is None else slant in ("italic", "oblique"),
        None if decoration is None else "underline" in decoration,
        None,
        raised,
        _old_font(said["font-family"]) if "font-family" in said else None,
    )
    align = said.get("text-align")
    return Said(
        letters,
        None if align is None else _ALIGNMENTS.get(align, ""),
        said.get("display") == "none" or said.get("mso-hide") == "all" or said.get("visibility") == "hidden",
        said.get("mso-list") == "ignore",
        said.get("list-style-type", said.get("list-style", "").split(" ")[0]),
    )


def _old_font(families: str) -> str:
    """Return the first of the named fonts if it is older than Unicode, "" for a newer one."""
    first = families.split(",", maxsplit=1)[0].strip("'\" ")
    return first if legacy_font(first) else ""


def _declarations(style: str) -> list[tuple[str, str]]:
    pairs = (one.partition(":") for one in style.replace("!important", "").split(";"))
    named = ((name.strip().lower(), value.strip()) for name, _, value in pairs)
    # In the name of an old font a capital counts.
    return [(name, value if name == "font-family" else value.lower()) for name, value in named]
