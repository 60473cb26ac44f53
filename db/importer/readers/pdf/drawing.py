"""The drawn lines of a page, as they part the cells of tables and the notes from the text, and its pictures."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2.raw as pdfium

from db.importer.readers.pdf.page import Rule, Rules
from db.importer.readers.pdf.turning import Turning

MAX_OBJECTS = 60_000
"""Objects looked at on one page; a ruled annex of a report has some thousands."""
MAX_POINTS = 200_000

_THIN = 3.0  # points: a filled box no thicker is a line
_SHORT = 4.0
_DEPTH = 6
_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1, 0, 0, 1, 0, 0)
_Point = tuple[float, float]


@dataclass(slots=True)
class Drawing:
    """What is drawn; `complete` is false where the page holds more than is looked at."""

    level: list[Rule] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)
    images: int = 0
    complete: bool = True
    objects: int = 0
    points: int = 0

    @property
    def rules(self) -> Rules:
        """The lines found."""
        return Rules(tuple(self.level), tuple(self.upright))


def read_drawing(page: ctypes.c_void_p, turning: Turning) -> Drawing:
    """Return the lines and the count of pictures of an open page."""
    drawing = Drawing()
    count = pdfium.FPDFPage_CountObjects(page)
    _walk((pdfium.FPDFPage_GetObject(page, index) for index in range(count)), _IDENTITY, 0, drawing, turning)
    return drawing


def _walk(objects: Iterator[ctypes.c_void_p], outer: _Matrix, depth: int, drawing: Drawing, turning: Turning) -> None:
    for item in objects:
        drawing.objects += 1
        if drawing.objects > MAX_OBJECTS or drawing.points > MAX_POINTS:
            drawing.complete = False
            return
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _path(item, outer, drawing, turning)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            drawing.images += 1
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
            inner = _product(_matrix(item), outer)
            count = pdfium.FPDFFormObj_CountObjects(item)
            _walk(_children(item, count), inner, depth + 1, drawing, turning)


def _children(form: ctypes.c_void_p, count: int) -> Iterator[ctypes.c_void_p]:
    for index in range(count):
        child = pdfium.FPDFFormObj_GetObject(form, index)
        if child:
            yield child


def _matrix(item: ctypes.c_void_p) -> _Matrix:
    matrix = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _product(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    k, m, n, o, p, q = then
    return (a * k + b * n, a * m + b * o, c * k + d * n, c * m + d * o, e * k + f * n + p, e * m + f * o + q)


def _path(item: ctypes.c_void_p, outer: _Matrix, drawing: Drawing, turning: Turning) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(item, fill, stroke) or not (fill.value or stroke.value):
        return
    matrix = _product(_matrix(item), outer)
    for points in _outlines(item, matrix, drawing, turning):
        _take(points, bool(stroke.value), drawing)


def _outlines(item: ctypes.c_void_p, matrix: _Matrix, drawing: Drawing, turning: Turning) -> Iterator[list[_Point]]:
    """Yield the corners of each figure of a path; what is bent ends a figure."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[_Point] = []
    for index in range(min(pdfium.FPDFPath_CountSegments(item), MAX_POINTS)):
        drawing.points += 1
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        if not segment or not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind != pdfium.FPDF_SEGMENT_LINETO and points:
            yield points
            points = []
        point = turning.point(a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if not (math.isfinite(point[0]) and math.isfinite(point[1])):
            continue
        points.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield [*points, points[0]]
            points = []
    if points:
        yield points


def _take(points: list[_Point], stroked: bool, drawing: Drawing) -> None:
    """Take a thin figure for one line, of a larger one its edges, if they are drawn."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    if bottom - top <= _THIN and right - left >= _SHORT:
        drawing.level.append(Rule((top + bottom) / 2, left, right))
    elif right - left <= _THIN and bottom - top >= _SHORT:
        drawing.upright.append(Rule((left + right) / 2, top, bottom))
    elif stroked:
        for (x, y), (to_x, to_y) in pairwise(points):
            if abs(to_y - y) <= 1 and abs(to_x - x) >= _SHORT:
                drawing.level.append(Rule((y + to_y) / 2, min(x, to_x), max(x, to_x)))
            elif abs(to_x - x) <= 1 and abs(to_y - y) >= _SHORT:
                drawing.upright.append(Rule((x + to_x) / 2, min(y, to_y), max(y, to_y)))
