"""How letters are set: bold, italic, underlined, raised, hidden, in what font; styles lie over each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters are set; None where it is not said here. `raised` is "^", "_" or ""; `font` "" for a theme's."""

    bold: bool | None = None
    italic: bool | None = None
    underlined: bool | None = None
    hidden: bool | None = None
    raised: str | None = None
    font: str | None = None

    def over(self, base: Letters) -> Letters:
        """Return these letters where they say something, else those of `base`."""
        return Letters(
            base.bold if self.bold is None else self.bold,
            base.italic if self.italic is None else self.italic,
            base.underlined if self.underlined is None else self.underlined,
            base.hidden if self.hidden is None else self.hidden,
            base.raised if self.raised is None else self.raised,
            base.font if self.font is None else self.font,
        )

    @property
    def emphasis(self) -> str:
        """The style of `db.model.Emphasis`: some of b, i, u, ^, _."""
        return (
            ("b" if self.bold else "")
            + ("i" if self.italic else "")
            + ("u" if self.underlined else "")
            + (self.raised or "")
        )


NOTHING_SAID = Letters()
