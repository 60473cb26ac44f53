"""Lays a chart out for one size: lines, columns, slopes, dumbbells or small multiples."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from desktop.amounts import point_value, state_of
from desktop.indicators.drawing import Drawn
from desktop.indicators.frame import (
    Brush,
    Frame,
    Room,
    brush_of,
    draw_axes,
    draw_breaks,
    draw_runs,
    draw_signs,
    framed,
    put_reach,
    put_sign,
    span_of,
)
from desktop.indicators.labels import without_overlap
from desktop.indicators.scale import scale_for
from desktop.indicators.shapes import Box, Letters, Sheet, Sign, Spot, Stroke, Words
from desktop.themes import Theme

KINDS = ("line", "column", "slope", "dumbbell", "multiples")
_LABELS = 0.34
"""The widest the labels at the lines' ends may be, as a part of the chart."""


def compose(chosen: Sequence[Drawn], kind: str, room: Room, letters: Letters, theme: Theme) -> Sheet:
    """Return the sheet of a chart inside `room`; series of different units always become small multiples."""
    sheet = Sheet(room.x + room.width, room.y + room.height)
    drawable = [shown for shown in chosen if shown.points]
    if not drawable:
        return sheet
    if len({shown.series.unit for shown in drawable}) > 1:
        kind = "multiples"
    draw: Callable[[Sheet, Sequence[Drawn], Room, Letters, Theme], None] = _KINDS.get(kind, _lines)
    draw(sheet, drawable, room, letters, theme)
    sheet.spots.sort(key=lambda spot: (spot.point.year, spot.point.value))
    return sheet


def _lines(sheet: Sheet, chosen: Sequence[Drawn], room: Room, letters: Letters, theme: Theme) -> None:
    texts = [_end_text(shown, len(chosen) > 1) for shown in chosen]
    widest = max((letters.width(text, True) for text in texts), default=0.0)
    side = min(widest, room.width * _LABELS) + letters.em * 0.9
    inner = Room(room.x, room.y, room.width - side, room.height)
    frame = framed(chosen, inner, letters, span_of(chosen), from_zero=False)
    draw_axes(sheet, frame, letters, theme)
    draw_breaks(sheet, frame, (one for shown in chosen for one in shown.breaks), letters, theme)
    for index, shown in enumerate(chosen):
        draw_runs(sheet, frame, shown, brush_of(index, theme), letters, theme)
    for index, shown in enumerate(chosen):
        draw_signs(sheet, frame, shown, brush_of(index, theme), letters, theme)
    if len(chosen) == 1:
        _point_values(sheet, frame, chosen[0], letters, theme)
    else:
        _end_labels(sheet, frame, chosen, texts, side - letters.em * 0.9, letters, theme)


def _end_text(shown: Drawn, named: bool) -> str:
    if not shown.line:
        return shown.series.name if named else ""
    value = point_value(shown.line[-1])
    return f"{shown.series.name}  {value}" if named else value


def _end_labels(  # noqa: PLR0917 - a chart and everything its labels are made of
    sheet: Sheet,
    frame: Frame,
    chosen: Sequence[Drawn],
    texts: Sequence[str],
    width: float,
    letters: Letters,
    theme: Theme,
) -> None:
    """Write the name and last value beside the end of each line, none over another, joined by a leader line."""
    ends = [(shown.line or shown.targets)[-1] for shown in chosen]
    wanted = [frame.y(point.value) for point in ends]
    room, em = frame.room, letters.em
    middles = without_overlap(wanted, em * 1.02, room.y - em * 0.5, room.y + room.height + em * 0.5)
    x = room.x + room.width + em * 0.5
    for index, (point, text, at, middle) in enumerate(zip(ends, texts, wanted, middles, strict=True)):
        colour = brush_of(index, theme).colour
        start = frame.x(point.year) + em * 0.45
        if abs(middle - at) > 2 or x - start > em:
            sheet.shapes.append(Stroke(((start, at), (x - em * 0.15, middle)), theme.line_strong, 0.8))
        name, _, value = text.rpartition("  ")
        if name:
            name = letters.cut(name, max(em, width - letters.width("  " + value, True)), True)
        sheet.shapes.append(Words(x, middle, f"{name}  {value}" if name else value, colour, "left", True))


def _point_values(sheet: Sheet, frame: Frame, shown: Drawn, letters: Letters, theme: Theme) -> None:
    """Write each value of a single line beside its point, away from the line; only the last where it is tight."""
    em, brush = letters.em, brush_of(0, theme)
    widest = max((letters.width(point_value(point), True) for point in shown.line), default=0.0)
    # The foot of the chart is kept free for the words of a broken axis.
    floor = frame.y(frame.scale.low) - em * (1.7 if frame.scale.broken else 0.35)
    for index, point in enumerate(shown.line):
        is_last = index == len(shown.line) - 1
        if not is_last and widest + em * 0.3 > frame.slot:
            continue
        before = shown.line[index - 1].value if index else point.value
        after = shown.line[index + 1].value if not is_last else point.value
        below = (point.value < before and (point.value < after or is_last)) or (not index and after > point.value)
        wide = letters.width(point_value(point), is_last)
        y = frame.y(point.value) + (em * 0.95 if below else -em * 0.95)
        # a line that passes through from below leaves room at the upper left, a falling one at the upper right
        passes = 0 if not index else (before < point.value < after) - (before > point.value > after)
        x = frame.x(point.year) - passes * wide * 0.55
        if y > floor:  # a valley at the foot of the chart: beside the point, below the line that rises from it
            x, y = frame.x(point.year) + wide / 2 + em * 0.6, max(floor, frame.y(point.value))
        sheet.shapes.append(Words(x, y, point_value(point), brush.colour, "centre", is_last))


def _columns(sheet: Sheet, chosen: Sequence[Drawn], room: Room, letters: Letters, theme: Theme) -> None:
    frame = framed(chosen, room, letters, span_of(chosen), from_zero=True)
    draw_axes(sheet, frame, letters, theme)
    draw_breaks(sheet, frame, (one for shown in chosen for one in shown.breaks), letters, theme)
    wide = min(frame.slot * 0.76 / len(chosen), letters.em * 3.4)
    values = (point_value(point) for shown in chosen for point in shown.line)
    widest = max((letters.width(text, size=0.9) for text in values), default=0.0)
    for index, shown in enumerate(chosen):
        shift = (index - (len(chosen) - 1) / 2) * wide
        _bars(sheet, frame, shown, (shift, wide * 0.92, widest), brush_of(index, theme), letters, theme)
    if len(chosen) > 1:
        _key(sheet, chosen, room, letters, theme)


def _bars(  # noqa: PLR0917 - one series, its place in the slot, and its looks
    sheet: Sheet,
    frame: Frame,
    shown: Drawn,
    place: tuple[float, float, float],
    brush: Brush,
    letters: Letters,
    theme: Theme,
) -> None:
    shift, wide, widest = place
    em, zero = letters.em, frame.y(0.0)
    for point in shown.line:
        x, y = frame.x(point.year) + shift, frame.y(point.value)
        state = state_of(point)
        fill = {"stated": "full", "estimate": "soft"}.get(state, "none")
        sheet.shapes.append(Box(x - wide / 2, min(y, zero), wide, abs(zero - y), brush.colour, fill, brush.colour))
        sheet.spots.append(Spot(point, shown, state, x, y))
        text = point_value(point)
        if widest < wide * 0.96 and abs(zero - y) > em * 1.6:
            foot = zero - em * 0.7 if point.value >= 0 else zero + em * 0.7
            colour = theme.surface if fill == "full" else theme.ink
            sheet.shapes.append(Words(x, foot, text, colour, "centre", size=0.9))
        elif widest < wide * 1.2:
            above = y - em * 0.85 if point.value >= 0 else y + em * 0.85
            sheet.shapes.append(Words(x, above, text, theme.ink, "centre", size=0.9))
    tops = {point.year: frame.y(point.value) for point in shown.line}
    for points, part in ((shown.targets, "plan"), (shown.older, "older")):
        for point in points:
            at = (frame.x(point.year) + shift, frame.y(point.value))
            put_reach(sheet, frame, at[0], point, brush)
            if at[1] > tops.get(point.year, zero) - em * 0.5:
                # on the column a sign in the column's own colour would be lost: a ring of the ground goes round it
                sheet.shapes.append(_ring(at, part, (wide, em), brush, theme))
            put_sign(sheet, at, (point, shown, part), brush, letters, theme)


def _ring(at: tuple[float, float], part: str, size: tuple[float, float], brush: Brush, theme: Theme) -> Box | Sign:
    wide, em = size
    if part == "plan":
        return Box(at[0] - wide / 2, at[1] - 2.6, wide, 5.2, theme.surface)
    return Sign(at[0], at[1], brush.symbol, em * 0.86, theme.surface, theme.surface)


def _key(sheet: Sheet, chosen: Sequence[Drawn], room: Room, letters: Letters, theme: Theme) -> None:
    """Name the colours of columns in one line above them."""
    em = letters.em
    share = room.width / len(chosen)
    x = room.x + em * 2
    for index, shown in enumerate(chosen):
        text = letters.cut(shown.series.name, share - em * 1.8)
        sheet.shapes.append(Box(x, room.y - em * 0.35, em * 0.6, em * 0.6, brush_of(index, theme).colour))
        sheet.shapes.append(Words(x + em * 0.85, room.y - em * 0.05, text, theme.ink))
        x += letters.width(text) + em * 1.8


def ends_of(chosen: Sequence[Drawn]) -> tuple[int, int] | None:
    """Return the first and last year all series have a value of; None where they share fewer than two."""
    shared = set.intersection(*({point.year for point in shown.line} for shown in chosen)) if chosen else set()
    return (min(shared), max(shared)) if len(shared) > 1 else None


def _slopes(sheet: Sheet, chosen: Sequence[Drawn], room: Room, letters: Letters, theme: Theme) -> None:
    """Draw two years only, names and values on both sides."""
    ends = ends_of(chosen)
    if ends is None:
        _lines(sheet, chosen, room, letters, theme)
        return
    em = letters.em
    pairs = [tuple(next(p for p in shown.line if p.year == year) for year in ends) for shown in chosen]
    values = [point.value for pair in pairs for point in pair]
    scale = scale_for(min(values), max(values), 5)
    left = max(letters.width(point_value(pair[0])) for pair in pairs) + em * 2
    right = min(max(letters.width(_end_text(shown, True), True) for shown in chosen) + em * 2, room.width * 0.45)
    inner = Room(room.x + left, room.y + em * 1.4, max(em * 4, room.width - left - right), room.height - em * 2.4)
    xs = (inner.x, inner.x + inner.width)
    sheet.broken = scale.broken
    for year, x in zip(ends, xs, strict=True):
        sheet.shapes.append(Stroke(((x, inner.y), (x, inner.y + inner.height)), theme.line, 1.0))
        sheet.shapes.append(Words(x, room.y + em * 0.4, str(year), theme.ink_soft, "centre", True))
    frame = Frame(inner, (ends[0], ends[1]), scale)
    sides = [
        without_overlap([frame.y(pair[side].value) for pair in pairs], em, inner.y - em, inner.y + inner.height + em)
        for side in (0, 1)
    ]
    for index, (shown, pair) in enumerate(zip(chosen, pairs, strict=True)):
        brush = brush_of(index, theme)
        line = tuple((x, frame.y(point.value)) for x, point in zip(xs, pair, strict=True))
        sheet.shapes.append(Stroke(line, brush.colour, 2.2, brush.dash))
        for at, point in zip(line, pair, strict=True):
            put_sign(sheet, at, (point, shown, ""), brush, letters, theme)
        sheet.shapes.append(Words(xs[0] - em * 0.6, sides[0][index], point_value(pair[0]), brush.colour, "right"))
        name = letters.cut(
            shown.series.name, max(em * 3, right - em * 2 - letters.width(point_value(pair[1]) + "  ", True)), True
        )
        sheet.shapes.append(
            Words(xs[1] + em * 0.6, sides[1][index], f"{point_value(pair[1])}  {name}", brush.colour, "left", True)
        )


def _dumbbells(sheet: Sheet, chosen: Sequence[Drawn], room: Room, letters: Letters, theme: Theme) -> None:
    """Draw a row per series from its value of the first year to that of the last."""
    ends = ends_of(chosen)
    if ends is None:
        _lines(sheet, chosen, room, letters, theme)
        return
    em = letters.em
    pairs = [tuple(next(p for p in shown.line if p.year == year) for year in ends) for shown in chosen]
    values = [point.value for pair in pairs for point in pair]
    names = min(max(letters.width(shown.series.name) for shown in chosen), room.width * 0.32)
    left, right = room.x + names + em * 1.5, room.x + room.width - em * 4
    scale = scale_for(min(values), max(values), max(2, int((right - left) / (em * 5))))
    bottom = room.y + room.height - em * 1.6
    row = min(em * 3.4, (bottom - room.y - em * 1.6) / len(chosen))
    sheet.broken = scale.broken
    for tick, word in zip(scale.ticks, scale.words(), strict=True):
        x = left + scale.share(tick) * (right - left)
        sheet.shapes.append(Stroke(((x, room.y + em), (x, bottom)), theme.line, 1.0))
        sheet.shapes.append(Words(x, bottom + em * 0.85, word, theme.ink_soft, "centre"))
    for index, (shown, pair) in enumerate(zip(chosen, pairs, strict=True)):
        brush, y = brush_of(index, theme), room.y + em * 1.8 + row * (index + 0.5)
        xs = [left + scale.share(point.value) * (right - left) for point in pair]
        sheet.shapes.append(Words(room.x + em * 0.3, y, letters.cut(shown.series.name, names), theme.ink))
        sheet.shapes.append(Stroke(((xs[0], y), (xs[1], y)), brush.colour, 3.0))
        outward = 1 if xs[1] >= xs[0] else -1
        for side, (x, point) in enumerate(zip(xs, pair, strict=True)):
            put_sign(sheet, (x, y), (point, shown, ""), brush, letters, theme)
            away = outward if side else -outward
            align = "left" if away > 0 else "right"
            sheet.shapes.append(Words(x + away * em * 0.6, y, point_value(point), brush.colour, align, bool(side)))
            tight = abs(xs[1] - xs[0]) < em * 2.4
            sheet.shapes.append(
                Words(
                    x,
                    y - em * 0.95,
                    str(point.year),
                    theme.ink_soft,
                    ("right" if away < 0 else "left") if tight else "centre",
                    size=0.82,
                )
            )


def _multiples(sheet: Sheet, chosen: Sequence[Drawn], room: Room, letters: Letters, theme: Theme) -> None:
    """Draw a small chart per series, all over the same years, each with a value axis of its own."""
    em, count = letters.em, len(chosen)
    across = max(1, min(count, round(math.sqrt(count * room.width / max(1.0, room.height) / 1.5))))
    down = math.ceil(count / across)
    wide, tall = room.width / across, room.height / down
    years = span_of(chosen)
    for index, shown in enumerate(chosen):
        x, y = room.x + index % across * wide, room.y + index // across * tall
        title = letters.cut(shown.series.name, wide - em, True)
        sheet.shapes.append(Words(x + em * 0.3, y + em * 0.5, title, theme.ink, "left", True))
        unit = letters.cut(shown.series.unit, wide - em, False, 0.88)
        sheet.shapes.append(Words(x + em * 0.3, y + em * 1.45, unit, theme.ink_soft, "left", size=0.88))
        inner = Room(x, y + em * 2.1, wide - em * 1.4, tall - em * 2.6)
        frame = framed([shown], inner, letters, years, from_zero=False)
        brush = brush_of(index if count <= 7 else 0, theme)
        draw_axes(sheet, frame, letters, theme, says=False)
        draw_breaks(sheet, frame, shown.breaks, letters, theme)
        draw_runs(sheet, frame, shown, brush, letters, theme)
        draw_signs(sheet, frame, shown, brush, letters, theme)


_KINDS = {
    "line": _lines,
    "column": _columns,
    "slope": _slopes,
    "dumbbell": _dumbbells,
    "multiples": _multiples,
}
