"""Headers and footers: not read, but told of when they say more than the number of the page."""

from __future__ import annotations

from lxml import etree

from db.importer.readers.docx import names as w
from db.importer.readers.shared.running_heads import says_more_than_the_page


def says_something(root: etree._Element) -> bool:
    """Whether a header or footer part holds words besides the number of the page."""
    return says_more_than_the_page("".join(element.text or "" for element in root.iter(w.TEXT)))
