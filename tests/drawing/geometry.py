"""What a reader sees in a layout: boxes that overlap, lines through boxes, lines that cross."""

from collections.abc import Sequence
from itertools import combinations, pairwise

from app.drawing.layout import Cell, Laid, Point, Wire

STEPS = 12


def boxes(cells: Sequence[Cell], laid: Laid, shrunk: float = 0) -> list[tuple[float, ...]]:
    """Give each box as left, top, right, bottom."""
    return [
        (
            x - cell.width / 2 + shrunk,
            y - cell.height / 2 + shrunk,
            x + cell.width / 2 - shrunk,
            y + cell.height / 2 - shrunk,
        )
        for cell, (x, y) in zip(cells, laid.boxes, strict=True)
    ]


def overlapping(rectangles: Sequence[tuple[float, ...]]) -> list[tuple[int, int]]:
    """Name the pairs of rectangles that overlap."""
    return [
        (one, other)
        for (one, a), (other, b) in combinations(enumerate(rectangles), 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def points(curve: Sequence[Point]) -> list[Point]:
    """Walk along a curve of cubic Bezier pieces."""
    found = [curve[0]]
    for start in range(0, len(curve) - 1, 3):
        a, b, c, d = curve[start : start + 4]
        for step in range(1, STEPS + 1):
            t = step / STEPS
            s = 1 - t
            weights = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
            found.append(
                (
                    sum(w * p[0] for w, p in zip(weights, (a, b, c, d), strict=True)),
                    sum(w * p[1] for w, p in zip(weights, (a, b, c, d), strict=True)),
                )
            )
    return found


def through(cells: Sequence[Cell], wires: Sequence[Wire], laid: Laid) -> list[tuple[int, int]]:
    """Name the lines that run through a box that is none of their ends."""
    rectangles = boxes(cells, laid, shrunk=2)
    return [
        (line, box)
        for line, (wire, curve) in enumerate(zip(wires, laid.curves, strict=True))
        for box, (left, top, right, bottom) in enumerate(rectangles)
        if box not in (wire.source, wire.target)
        and any(left < x < right and top < y < bottom for x, y in points(curve))
    ]


def crossings(laid: Laid) -> int:
    """Count how often two lines cross."""
    walked = [list(pairwise(points(curve))) for curve in laid.curves]
    return sum(_cross(*one, *other) for a, b in combinations(walked, 2) for one in a for other in b)


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
