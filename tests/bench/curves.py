"""How a cost grows: the exponent fitted through the points, and a chart of all curves on two logarithmic scales."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 420, 60, 250, 20, 40
COLOURS = ("#0b5cad", "#b4540a", "#1b7f4c", "#7a3fa0", "#a11d4e", "#5c5c5c")

Curve = Mapping[float, float]


def exponent(curve: Curve) -> float:
    """Return the slope of the straight line through the points of a curve, both sides logarithmic."""
    points = [(math.log(size), math.log(cost)) for size, cost in curve.items() if size > 0 and cost > 0]
    middle = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    spread = sum((x - middle[0]) ** 2 for x, _ in points)
    return sum((x - middle[0]) * (y - middle[1]) for x, y in points) / spread if spread else 0.0


def chart(target: Path, curves: Mapping[str, Curve]) -> None:
    """Draw curves of milliseconds against a number of reports or pages into an SVG file."""
    sizes = [size for curve in curves.values() for size in curve]
    costs = [cost for curve in curves.values() for cost in curve.values()]
    across = (math.floor(math.log10(min(sizes))), math.ceil(math.log10(max(sizes))))
    up = (math.floor(math.log10(min(costs))), math.ceil(math.log10(max(costs))))

    def x(size: float) -> float:
        return LEFT + (math.log10(size) - across[0]) / (across[1] - across[0]) * (WIDTH - LEFT - RIGHT)

    def y(cost: float) -> float:
        return HEIGHT - BOTTOM - (math.log10(cost) - up[0]) / (up[1] - up[0]) * (HEIGHT - TOP - BOTTOM)

    lines = [f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>']
    for power in range(across[0], across[1] + 1):
        lines.append(_line([(x(10**power), TOP), (x(10**power), HEIGHT - BOTTOM)], "#dddddd", 1))
        lines.append(_text(x(10**power), HEIGHT - BOTTOM + 18, f"{10**power:,}", "middle"))
    for power in range(up[0], up[1] + 1):
        lines.append(_line([(LEFT, y(10.0**power)), (WIDTH - RIGHT, y(10.0**power))], "#dddddd", 1))
        lines.append(_text(LEFT - 6, y(10.0**power) + 4, f"{10.0**power:g} ms", "end"))
    for place, (name, curve) in enumerate(curves.items()):
        colour = COLOURS[place % len(COLOURS)]
        lines.append(_line([(x(size), y(cost)) for size, cost in sorted(curve.items())], colour, 2))
        told = f"{name}: exponent {exponent(curve):.2f}"
        lines.append(_text(WIDTH - RIGHT + 12, TOP + 16 + 22 * place, told, "start", colour))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif">'
    target.write_text("\n".join((head, *lines, "</svg>", "")), encoding="utf-8")


def _line(points: list[tuple[float, float]], colour: str, width: int) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>'


def _text(x: float, y: float, words: str, anchor: str, colour: str = "#333333") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="12" text-anchor="{anchor}" fill="{colour}">{escape(words)}</text>'
