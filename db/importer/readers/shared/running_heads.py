"""Headers and footers: not read, but told of when they say more than the number of the page."""

from __future__ import annotations

import re

# "Trang 2/15", "- 2 -", "Page 2 of 15": letters that only dress the number of a page.
_PAGE_NUMBER = re.compile(r"trang|page|of|số|[\W\d_]|[ivxlc]+$", re.IGNORECASE)


def says_more_than_the_page(text: str) -> bool:
    """Whether the words of a header or footer are more than the number of the page."""
    return bool(_PAGE_NUMBER.sub("", text))
