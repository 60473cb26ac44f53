"""What holds inside a group and ends with it (RTF 1.9.1, "Contents of an RTF File")."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from db.importer.document import Loss
from db.importer.readers.rtf.letters import Letters
from db.importer.readers.rtf.paragraphs import PLAIN, ParagraphSays
from db.importer.readers.rtf.rows import RowWords
from db.importer.readers.rtf.story import Reading, Story
from db.importer.readers.rtf.tokens import Tokens
from db.importer.readers.shared.losses import Losses

DEEPEST_GROUP = 10_000
_SKIPPED_BY_DEFAULT = 1


class Field:
    """A field whose group is open; `was_muted` is how it was around it."""

    def __init__(self, was_muted: bool) -> None:
        self.was_muted = was_muted
        self.instruction = ""
        self.has_result = False


class State:
    """The setting inside a group. `is_mute` where text is none; `on_close` is called once the group is closed."""

    __slots__ = ("field", "in_object", "is_mute", "letters", "on_close", "row", "says", "story", "uc", "was_mute")

    def __init__(self, story: Story) -> None:
        self.story = story
        self.letters = Letters()
        self.says: ParagraphSays = PLAIN
        self.row = RowWords()
        self.uc = _SKIPPED_BY_DEFAULT
        self.is_mute = False
        self.was_mute = False
        self.in_object = False
        self.field: Field | None = None
        self.on_close: Callable[[], None] | None = None

    def inner(self) -> State:
        """Return the setting of a group that opens here."""
        new = State.__new__(State)
        new.story = self.story
        new.letters = self.letters
        new.says = self.says
        new.row = self.row
        new.uc = self.uc
        new.is_mute = self.is_mute
        new.was_mute = self.was_mute
        new.in_object = self.in_object
        new.field = self.field
        new.on_close = None
        return new


class TooDeep(ValueError):
    """Groups are nested deeper than any program writes them."""


class Walk:
    """Where the reading of a file stands: its tokens, the groups around, the stories that are open."""

    def __init__(self, tokens: Tokens, reading: Reading) -> None:
        self.tokens = tokens
        self.reading = reading
        self.losses = Losses()
        self.body = Story(reading, "rtf", self.losses)
        self.state = State(self.body)
        self.state.is_mute = True  # outside of the outermost group is no text
        self.header_texts: set[str] = set()
        self.is_starred = False
        self.skip = 0
        self._around: list[State] = []

    @property
    def is_open(self) -> bool:
        """Whether a group is open."""
        return bool(self._around)

    def open(self) -> None:
        """Enter a group. Raises TooDeep."""
        if len(self._around) >= DEEPEST_GROUP:
            raise TooDeep
        self.skip = 0
        is_outermost = not self._around
        self._around.append(self.state)
        self.state = self.state.inner()
        if is_outermost:
            self.state.is_mute = False

    def close(self) -> None:
        """Leave the innermost group."""
        self.skip = 0
        closed = self.state
        self.state = self._around.pop()
        if closed.story is not self.state.story or not self._around:
            closed.story.end_open_paragraph(closed.says)
        if closed.on_close is not None:
            closed.on_close()

    def begin_story(self, part: str, losses: Losses, on_close: Callable[[Story], None]) -> None:
        """Let the group that is open be a story of its own; it begins with plain letters and outside of any table."""
        story = Story(self.reading, part, losses)
        state = self.state
        state.story = story
        state.letters = Letters(self.reading.fonts.default)
        state.says = PLAIN
        state.row = RowWords()
        state.is_mute = False
        state.field = None
        state.on_close = lambda: on_close(story)

    def add_raw(self, raw: bytes) -> None:
        """Add bytes that are letters, unless they only stand in for a character of Unicode."""
        if self.skip:
            skipped = min(self.skip, len(raw))
            self.skip -= skipped
            raw = raw[skipped:]
        state = self.state
        if raw and not state.is_mute:
            state.story.script.add_raw(raw, state.letters)

    def add(self, text: str) -> None:
        """Add letters of Unicode."""
        state = self.state
        if not state.is_mute:
            state.story.script.add(text, state.letters)

    def all_losses(self) -> Iterator[Loss]:
        """Yield what was left out, then what was converted."""
        yield from self.losses.all()
        yield from self.reading.runs.losses()
