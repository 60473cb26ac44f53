"""The ladder of numbering a report uses: which opening stands under which, and at what level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.importer.headings import RANKS, Opening, follows

_TOP = -1  # a heading without a number is above every number that follows it


@dataclass(frozen=True, slots=True)
class Rung:
    """An open section. `opening` is None for a heading the file styles and does not number."""

    section_id: int
    level: int
    opening: Opening | None
    titled: bool

    @property
    def kind(self) -> str:
        """The kind of its number, empty without one."""
        return self.opening.kind if self.opening else ""

    @property
    def rank(self) -> int:
        """How high its kind stands by custom."""
        return RANKS[self.opening.kind] if self.opening else _TOP


@dataclass(frozen=True, slots=True)
class Step:
    """Where a new section goes. `jump` names a gap in the numbering ("3. → 5."), empty if there is none."""

    parent_id: int | None
    level: int
    jump: str = ""


class Ladder:
    """The sections open at one place of the text, from the top to the deepest."""

    def __init__(self) -> None:
        self._rungs: list[Rung] = []

    @property
    def current(self) -> int | None:
        """The deepest open section."""
        return self._rungs[-1].section_id if self._rungs else None

    def held(self) -> tuple[Rung, ...]:
        """Return the open sections, for `hold`."""
        return tuple(self._rungs)

    def hold(self, rungs: Sequence[Rung]) -> None:
        """Stand again where `held` was asked."""
        self._rungs[:] = rungs

    def close(self) -> None:
        """Close every section: the text is over, or an annex begins."""
        self._rungs.clear()

    def counts_on(self, opening: Opening) -> bool:
        """Whether an open section is numbered in the same way and this number follows its own."""
        return any(rung.kind == opening.kind and _counts_on(rung, opening) for rung in self._rungs)

    def styled(self, section_id: int, level: int, opening: Opening | None) -> Step:
        """Open a section whose level the file itself tells."""
        before = [rung for rung in self._rungs if rung.level == level and opening and rung.kind == opening.kind]
        del self._rungs[next((i for i, rung in enumerate(self._rungs) if rung.level >= level), len(self._rungs)) :]
        jump = _jump(before[-1].opening if before else None, opening)
        return self._open(section_id, opening, True, level, jump)

    def numbered(self, section_id: int, opening: Opening, titled: bool, upcoming: Sequence[Opening]) -> Step:
        """Open a section by its number alone; `upcoming` are the openings that follow in the text."""
        if opening.kind == "annex":
            self.close()
            return self._open(section_id, opening, titled)
        if opening.kind.startswith("decimal"):
            return self._decimal(section_id, opening, titled)
        siblings = [i for i, rung in enumerate(self._rungs) if rung.kind == opening.kind]
        if not siblings:
            return self._deeper(section_id, opening, titled, upcoming)
        on = [i for i in siblings if _counts_on(self._rungs[i], opening)]
        if on:
            return self._beside(on[-1], section_id, opening, titled)
        if opening.value == 1 and self._restarts_below(siblings[-1], titled):
            return self._open(section_id, opening, titled)
        return self._beside(siblings[-1], section_id, opening, titled)

    def _restarts_below(self, sibling: int, titled: bool) -> bool:
        """Whether a new count from 1 is a list inside the deepest section and not its neighbour."""
        if sibling < len(self._rungs) - 1:
            return True
        return self._rungs[sibling].titled and not titled

    def _beside(self, index: int, section_id: int, opening: Opening, titled: bool) -> Step:
        before = self._rungs[index]
        del self._rungs[index:]
        return self._open(section_id, opening, titled, before.level, _jump(before.opening, opening))

    def _deeper(self, section_id: int, opening: Opening, titled: bool, upcoming: Sequence[Opening]) -> Step:
        """Open the first of its kind here: below all that stand higher by custom, or whose count goes on after it."""
        rank = RANKS[opening.kind]
        while self._rungs and self._rungs[-1].rank > rank and not _goes_on(self._rungs[-1], opening, upcoming):
            self._rungs.pop()
        return self._open(section_id, opening, titled, jump=_jump(None, opening))

    def _decimal(self, section_id: int, opening: Opening, titled: bool) -> Step:
        """Open 1.2 under 1, or beside 1.1 where no 1 is open."""
        prefix = opening.number.rpartition(".")[0]
        parents = [i for i, rung in enumerate(self._rungs) if _prefix(rung) == prefix]
        if parents:
            children = self._rungs[parents[-1] + 1 :]
            before = next((rung.opening for rung in children if rung.kind == opening.kind), None)
            del self._rungs[parents[-1] + 1 :]
            return self._open(section_id, opening, titled, jump=_jump(before, opening))
        siblings = [i for i, rung in enumerate(self._rungs) if rung.kind == opening.kind]
        if siblings:
            return self._beside(siblings[-1], section_id, opening, titled)
        while self._rungs and self._rungs[-1].rank >= RANKS[opening.kind]:
            self._rungs.pop()
        return self._open(section_id, opening, titled, jump=_jump(None, opening))

    def _open(
        self, section_id: int, opening: Opening | None, titled: bool, level: int | None = None, jump: str = ""
    ) -> Step:
        above = self._rungs[-1] if self._rungs else None
        if level is None:
            level = above.level + 1 if above else 1
        self._rungs.append(Rung(section_id, level, opening, titled))
        return Step(above.section_id if above else None, level, jump)


def _counts_on(rung: Rung, opening: Opening) -> bool:
    return rung.opening is not None and follows(rung.opening, opening)


def _goes_on(rung: Rung, opening: Opening, upcoming: Sequence[Opening]) -> bool:
    """Whether the count of `rung` is taken up again later, so that `opening` stands inside it."""
    if rung.opening is None or rung.opening.is_item or opening.value != 1:
        return False
    same = next((later for later in upcoming if later.kind == rung.kind), None)
    return same is not None and same.value == rung.opening.value + 1


def _prefix(rung: Rung) -> str:
    if rung.opening is None or not (rung.kind in {"arabic", "roman"} or rung.kind.startswith("decimal")):
        return ""
    return rung.opening.number


def _jump(before: Opening | None, after: Opening | None) -> str:
    if after is None or after.is_item or after.kind == "annex":
        return ""
    if before is None:
        return "" if after.value <= 1 else f"→ {after.marker}"
    return "" if follows(before, after) else f"{before.marker} → {after.marker}"
