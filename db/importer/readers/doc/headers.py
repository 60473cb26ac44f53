"""Headers and footers: not read, but told of when they say more than the number of the page ([MS-DOC] 2.3.3)."""

from __future__ import annotations

from itertools import pairwise

from db.importer.readers.doc.fib import Table, WordFile
from db.importer.readers.doc.inlines import Inlines
from db.importer.readers.shared.running_heads import says_more_than_the_page

_SEPARATORS = 6  # stories that part footnotes and endnotes from the text come first


def headers_that_say_something(file: WordFile, inlines: Inlines) -> int:
    """Return how many different headers and footers hold words besides the number of the page."""
    raw = file.part(Table.HEADERS)
    read_to, limit = file.stories.headers, file.stories.comments
    bounds = [read_to + int.from_bytes(raw[at : at + 4], "little") for at in range(0, len(raw) - 3, 4)]
    said = set()
    for start, end in list(pairwise(bounds))[_SEPARATORS:]:
        if read_to <= start < end <= limit:
            said.add(inlines.read(start, end, 0).text)
            read_to = end
    return sum(says_more_than_the_page(text) for text in said)
