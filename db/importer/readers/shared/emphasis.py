"""Emphasised stretches of a line while it grows."""

from __future__ import annotations

from db.model import Emphasis


def emphasise(stretches: list[Emphasis], start: int, end: int, style: str) -> None:
    """Add to `stretches` the one from `start` to `end`; what goes on where the last one ends makes that one longer."""
    last = stretches[-1] if stretches else None
    if last and last.end == start and last.style == style:
        stretches[-1] = Emphasis(last.start, end, style)
    else:
        stretches.append(Emphasis(start, end, style))
