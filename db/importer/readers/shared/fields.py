"""Fields: their results are text, their instructions are not (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

# Fields that show words once Word has worked them out; the others only mark, ask or set something.
_SHOWING = frozenset(
    (
        *("=", "AUTHOR", "COMMENTS", "CREATEDATE", "DATE", "DDE", "DDEAUTO", "DOCPROPERTY", "DOCVARIABLE"),
        *("FILENAME", "HYPERLINK", "IF", "INCLUDETEXT", "INDEX", "INFO", "KEYWORDS", "LINK", "MERGEFIELD"),
        *("NOTEREF", "NUMPAGES", "NUMWORDS", "PAGE", "PAGEREF", "PRINTDATE", "QUOTE", "REF", "SAVEDATE"),
        *("SEQ", "STYLEREF", "SUBJECT", "TIME", "TITLE", "TOC"),
    )
)


class Fields:
    """The fields that are open in a paragraph, the innermost last."""

    __slots__ = ("_around", "_instructions", "in_instruction")

    def __init__(self) -> None:
        self.in_instruction = False
        self._around: list[bool] = []
        self._instructions: list[str] = []

    def begin(self) -> None:
        """Enter a field: what follows is its instruction, which is not printed."""
        self._around.append(self.in_instruction)
        self._instructions.append("")
        self.in_instruction = True

    def instruct(self, text: str) -> None:
        """Take a piece of the innermost field's instruction."""
        if self._instructions:
            self._instructions[-1] += text

    def separate(self) -> None:
        """Pass from a field's instruction to its result; inside another instruction the result stays hidden."""
        if self._around:
            self.in_instruction = self._around[-1]
            self._instructions[-1] = ""

    def end(self) -> bool:
        """Leave a field and return whether words are missing: it shows some and the file holds none.

        An end without a beginning belongs to a field of an earlier paragraph.
        """
        if not self._around:
            return False
        self.in_instruction = self._around.pop()
        return not self.in_instruction and shows_words(self._instructions.pop())


def shows_words(instruction: str) -> bool:
    """Whether a field with this instruction is one that shows words."""
    instruction = instruction.strip()
    return instruction.startswith("=") or instruction.partition(" ")[0].upper() in _SHOWING
