"""What the elements of HTML mean to a reader of words (WHATWG HTML, 4); any other one is taken for its text."""

from __future__ import annotations

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html",
        "legend", "li", "main", "menu", "nav", "ol", "p", "search", "section", "summary", "ul", "pre", "listing",
        *HEADINGS,
    )
)  # fmt: skip
PREFORMATTED = frozenset(("pre", "listing", "xmp", "plaintext"))
LISTS = frozenset(("ol", "ul", "dir", "menu"))
CELLS = frozenset(("td", "th"))
ROW_GROUPS = frozenset(("thead", "tbody", "tfoot"))
# Not printed, or not words: nothing of them is kept, and nothing is missed.
SILENT = frozenset(
    (
        "script", "style", "head", "title", "template", "meta", "link", "base", "col", "colgroup", "param", "source",
        "track", "area", "map", "input", "select", "option", "optgroup", "datalist", "textarea", "button", "frameset",
        "frame", "noframes", "wbr", "rp", "rt", "xml",
    )
)  # fmt: skip
IMAGES = frozenset(("img", "svg", "canvas", "picture", "imagedata"))
OBJECTS = frozenset(("iframe", "object", "embed", "applet", "audio", "video", "math"))
