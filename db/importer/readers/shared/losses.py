"""The tally of what a Word file holds and the Document does not."""

from __future__ import annotations

from collections import Counter

from db.importer.document import Loss

TEXT_BOX_MOVED = "TBC-401"
IMAGE = "TBC-402"
COMMENT = "TBC-403"
TRACKED_DELETION = "TBC-404"
EMBEDDED_OBJECT = "TBC-405"
EMBEDDED_TEXT = "TBC-406"
HIDDEN_TEXT = "TBC-407"
FIELD_WITHOUT_RESULT = "TBC-408"
MACROS = "TBC-409"
HEADER_OR_FOOTER = "TBC-410"
UNREADABLE_SIGN = "TBC-411"
NESTED_TABLE = "TBC-412"
TABLE_CUT = "TBC-416"
OUTSIDE_LINK = "TBC-417"
UNREADABLE_PART = "TBC-419"
MARK_WITHOUT_NOTE = "TBC-422"


class Losses:
    """Counts by code, to be told to the user once each."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, code: str, count: int = 1) -> None:
        """Count something that is left out; `code` is one of the names above."""
        self._counts[code] += count

    def all(self) -> tuple[Loss, ...]:
        """Return what was counted, in the order of the codes."""
        return tuple(Loss(code, count) for code, count in sorted(self._counts.items()) if count)
