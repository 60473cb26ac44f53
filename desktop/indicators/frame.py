"""The field a chart stands in: years along the bottom, values up the side, grid, breaks, gaps and targets."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.explanations import explanation
from db.model import Break, Point
from db.ranges import far_end
from desktop.amounts import state_of
from desktop.indicators.drawing import Drawn
from desktop.indicators.scale import Scale, scale_for
from desktop.indicators.shapes import DASHES, SYMBOLS, Letters, Sheet, Sign, Spot, Stroke, Words, Zone
from desktop.languages import current_language, translate
from desktop.themes import Theme

FILLS = {"stated": "full", "estimate": "half", "implied": "none", "corrected": "none", "older": "none", "plan": "full"}


@dataclass(frozen=True, slots=True)
class Room:
    """A rectangle of a sheet, in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Frame:
    """Where years and values lie; every year has a slot of its own."""

    room: Room
    years: tuple[int, int]
    scale: Scale

    @property
    def slot(self) -> float:
        """The width of a year."""
        return self.room.width / (self.years[1] - self.years[0] + 1)

    def x(self, year: float) -> float:
        """Return the middle of a year."""
        return self.room.x + (year - self.years[0] + 0.5) * self.slot

    def y(self, value: float) -> float:
        """Return the height of a value."""
        return self.room.y + self.room.height * (1 - self.scale.share(value))


@dataclass(frozen=True, slots=True)
class Brush:
    """How one series is drawn: colour, dash and sign together, so that each of them is enough."""

    colour: str
    dash: tuple[float, ...]
    symbol: str


def brush_of(number: int, theme: Theme) -> Brush:
    """Return the look of the series of that number."""
    colour = theme.series[number % len(theme.series)]
    return Brush(colour, DASHES[number % len(DASHES)], SYMBOLS[number % len(SYMBOLS)])


def span_of(chosen: Sequence[Drawn]) -> tuple[int, int]:
    """Return the first and last year of all points."""
    years = [point.year for shown in chosen for point in shown.points]
    return min(years), max(years)


def framed(chosen: Sequence[Drawn], room: Room, letters: Letters, years: tuple[int, int], from_zero: bool) -> Frame:
    """Return the frame for values of one unit inside `room`, which also has to hold the words of both axes."""
    values = [end for shown in chosen for point in shown.points for end in _ends(point)]
    most = max(2, min(7, int(room.height / (letters.em * 2.6))))
    low, high = min(values), max(values)
    if not from_zero:  # room for the values written above and below the points
        air = (high - low) * letters.em * 1.5 / max(room.height, letters.em * 6)
        low, high = (low - air if low < 0 or low > air else low), high + air
    scale = scale_for(low, high, most, from_zero)
    side = max(letters.width(word) for word in scale.words()) + letters.em * 0.6
    inner = Room(room.x + side, room.y + letters.em * 0.7, room.width - side, room.height - letters.em * 2.2)
    return Frame(inner, years, scale)


def draw_axes(sheet: Sheet, frame: Frame, letters: Letters, theme: Theme, says: bool = True) -> None:
    """Draw grid, ticks and years; where the axis does not begin at zero a break mark, and (`says`) the words."""
    room, em = frame.room, letters.em
    for tick, word in zip(frame.scale.ticks, frame.scale.words(), strict=True):
        y = frame.y(tick)
        zero = tick == 0
        sheet.shapes.append(
            Stroke(((room.x, y), (room.x + room.width, y)), theme.line_strong if zero else theme.line, 1.0)
        )
        sheet.shapes.append(Words(room.x - em * 0.45, y, word, theme.ink_soft, "right"))
    bottom = room.y + room.height
    sheet.shapes.append(Stroke(((room.x, bottom), (room.x + room.width, bottom)), theme.line_strong, 1.0))
    first, last = frame.years
    step = max(1, math.ceil(letters.width("2088 ") / frame.slot))
    for year in range(last, first - 1, -step):
        x = frame.x(year)
        sheet.shapes.append(Stroke(((x, bottom), (x, bottom + em * 0.2)), theme.line_strong, 1.0))
        sheet.shapes.append(Words(x, bottom + em * 0.85, str(year), theme.ink_soft, "centre"))
    if frame.scale.broken:
        _broken(sheet, room, letters, theme, says)


def _broken(sheet: Sheet, room: Room, letters: Letters, theme: Theme, says: bool) -> None:
    """Draw the zigzag at the foot of the axis and say what it means."""
    sheet.broken = True
    em, x, bottom = letters.em, room.x, room.y + room.height
    jag = em * 0.22
    turns = ((0.0, 0.0), (jag, -jag), (-jag, -2 * jag), (jag, -3 * jag), (0.0, -4 * jag))
    sheet.shapes.append(Stroke(tuple((x + dx, bottom + dy) for dx, dy in turns), theme.ink_soft, 1.4))
    if says:
        text = translate("Indicators", "The axis does not begin at 0")
        sheet.shapes.append(Words(x + em * 0.55, bottom - em * 0.5, text, theme.ink_soft, "left", size=0.88))
    sheet.zones.append(Zone(x - em, bottom - em, em * 2, em, translate("Indicators", "The axis does not begin at 0")))


def draw_breaks(sheet: Sheet, frame: Frame, breaks: Iterable[Break], letters: Letters, theme: Theme) -> None:
    """Draw ⟂ between the years that do not compare; the definitions of both sides show on hover."""
    room, em = frame.room, letters.em
    by_year: dict[int, list[Break]] = {}
    for one in breaks:
        by_year.setdefault(one.year, []).append(one)
    for year, several in by_year.items():
        if not frame.years[0] < year <= frame.years[1]:
            continue
        x, bottom = frame.x(year) - frame.slot / 2, room.y + room.height
        sheet.shapes.append(Stroke(((x, room.y), (x, bottom)), theme.warning, 1.2, (4.0, 3.0)))
        foot = room.y + em * 0.1
        sheet.shapes.append(Stroke(((x - em * 0.4, foot), (x + em * 0.4, foot)), theme.warning, 1.8))
        sheet.shapes.append(Stroke(((x, foot), (x, foot - em * 0.65)), theme.warning, 1.8))
        said = "\n".join(break_words(one) for one in several)
        sheet.zones.append(Zone(x - em * 0.6, room.y - em, em * 1.2, room.height + em, said))


def break_words(one: Break) -> str:
    """Return what changed and both ways of counting."""
    what = explanation("break", one.kind, current_language())
    text = translate("Indicators", "{year}: {what}\nbefore: {before}\nnow: {after}")
    return text.format(year=one.year, what=what, before=one.before, after=one.after)


def draw_runs(  # noqa: PLR0917 - a field, what stands in it, and three looks
    sheet: Sheet, frame: Frame, shown: Drawn, brush: Brush, letters: Letters, theme: Theme
) -> None:
    """Draw the lines of a series, and dots over the years without figures."""
    for before, after in shown.gaps:
        ends = ((frame.x(before.year), frame.y(before.value)), (frame.x(after.year), frame.y(after.value)))
        sheet.shapes.append(Stroke(ends, theme.line_strong, 1.2, (1.5, 3.0)))
        text = translate("Indicators", "no figures")
        if ends[1][0] - ends[0][0] > letters.width(text, size=0.85) + letters.em * 2:
            x, y = (ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2
            sheet.shapes.append(Words(x, y - letters.em * 0.7, text, theme.ink_soft, "centre", size=0.85))
    for run in shown.runs:
        if len(run) > 1:
            line = tuple((frame.x(point.year), frame.y(point.value)) for point in run)
            sheet.shapes.append(Stroke(line, brush.colour, 2.2, brush.dash))


def draw_signs(  # noqa: PLR0917 - a field, what stands in it, and three looks
    sheet: Sheet, frame: Frame, shown: Drawn, brush: Brush, letters: Letters, theme: Theme
) -> None:
    """Draw the signs of targets, of older values, and of the line."""
    for points, part in ((shown.targets, "plan"), (shown.older, "older"), (shown.line, "")):
        for point in points:
            at = (frame.x(point.year), frame.y(point.value))
            put_reach(sheet, frame, at[0], point, brush)
            put_sign(sheet, at, (point, shown, part), brush, letters, theme)


def put_reach(sheet: Sheet, frame: Frame, x: float, point: Point, brush: Brush) -> None:
    """Draw how far a printed range reaches beyond its value: a bar with a foot at its far end."""
    *_, far = _ends(point)
    if far != point.value:
        y, foot = frame.y(far), 5.0
        sheet.shapes.append(Stroke(((x, frame.y(point.value)), (x, y)), brush.colour, 1.2))
        sheet.shapes.append(Stroke(((x - foot, y), (x + foot, y)), brush.colour, 1.2))


def is_range(point: Point) -> bool:
    """Tell whether a point is a printed range: it has two ends on the chart."""
    return len(_ends(point)) > 1


def _ends(point: Point) -> tuple[float, ...]:
    far = far_end(point)
    return (point.value,) if far is None else (point.value, far)


def put_sign(  # noqa: PLR0917 - a place, what stands there, and three looks
    sheet: Sheet,
    at: tuple[float, float],
    what: tuple[Point, Drawn, str],
    brush: Brush,
    letters: Letters,
    theme: Theme,
) -> None:
    """Draw the sign of one point and make it a spot."""
    point, shown, part = what
    kind = part or state_of(point)
    size = letters.em * (0.46 if kind == "older" else 0.56)
    shape = {"plan": "dash", "corrected": "diamond"}.get(kind, brush.symbol)
    sheet.shapes.append(Sign(at[0], at[1], shape, size, brush.colour, theme.surface, FILLS[kind]))
    sheet.spots.append(Spot(point, shown, kind, at[0], at[1]))
