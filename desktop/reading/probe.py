"""The reading line: the height in the window whose words count as being read. Numbers only.

It lies near the top third. At the two ends of a report, where the text cannot be scrolled
there, it moves up to the first or down to the last line, so that every line can be reached.
"""

from __future__ import annotations

SHARE = 0.28


def reading_line(scroll: float, most: float, height: float) -> float:
    """Return the reading line's distance from the window's top; `most` is the greatest `scroll`."""
    rest = SHARE * height
    below = height - rest
    if most <= 0:
        return 0.0
    if most < height:
        return height * scroll / most
    if scroll < rest:
        return scroll
    if most - scroll < below:
        return height - (most - scroll)
    return rest


def scroll_for(y: float, most: float, height: float) -> float:
    """Return the scroll that brings document height `y` to the reading line: the inverse of `reading_line`."""
    rest = SHARE * height
    below = height - rest
    if most <= 0:
        return 0.0
    if most < height:
        return max(0.0, min(most, y * most / (most + height)))
    if y < 2 * rest:
        scroll = y / 2
    elif y > most - below + rest:
        scroll = (y - height + most) / 2
    else:
        scroll = y - rest
    return max(0.0, min(most, scroll))
