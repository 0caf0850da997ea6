"""Where boxes and lines go: layers from the top down, lines around boxes. Numbers, no words."""

import json
import sys
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from itertools import pairwise
from typing import Any

Point = tuple[float, float]
# Graphviz measures in points of which 72 are an inch; ours are px.
_INCH = 72


@dataclass(frozen=True, slots=True)
class Cell:
    """A box to be placed: its size in px and its layer, 0 at the top."""

    width: float
    height: float
    layer: int


@dataclass(frozen=True, slots=True)
class Wire:
    """A line from one box to another, by their places in the list, and its label's size in px.

    A label of no width is given no room: it stands on the middle of its line. Room for many labels
    takes ten times as long to find.
    """

    source: int
    target: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Laid:
    """A finished layout in px, y downwards: the middle of each box and label, each line's curve.

    A curve is a start and then three points for each cubic Bezier piece.
    """

    width: float
    height: float
    boxes: tuple[Point, ...]
    curves: tuple[tuple[Point, ...], ...]
    labels: tuple[Point, ...]


def lay_out(cells: Sequence[Cell], wires: Sequence[Wire]) -> Laid:
    """Place boxes in layers and lead lines, by Graphviz; the same input gives the same layout.

    Not to be called twice at once in one process: Graphviz is not re-entrant.

    >>> laid = lay_out([Cell(100, 40, 0), Cell(100, 40, 1)], [Wire(0, 1, 20, 10)])
    >>> laid.boxes[0][1] < laid.boxes[1][1]
    True
    """
    # Here and not above: the pages need the layout's form, and only the worker the library.
    from pygraphviz import AGraph

    drawn = AGraph(string=_dot(cells, wires))
    told = json.loads(drawn.draw(format="json0", prog="dot"))
    left, bottom, right, top = map(float, told["bb"].split(","))
    objects: dict[str, dict[str, Any]] = {each["name"]: each for each in told["objects"]}

    def point(text: str) -> Point:
        x, y = map(float, text.split(","))
        return x - left, top - y

    curves: list[tuple[Point, ...]] = [()] * len(wires)
    labels: list[Point] = [(0.0, 0.0)] * len(wires)
    for edge in told.get("edges", ()):
        if "wire" not in edge:
            continue
        number = int(edge["wire"])
        path = tuple(point(each) for each in edge["pos"].split() if each[0] not in "es")
        wire = wires[number]
        is_turned = _is_upward(cells, wire)
        curves[number] = tuple(reversed(path)) if is_turned else path
        labels[number] = point(edge["lp"]) if "lp" in edge else _middle(path)
    return Laid(
        right - left,
        top - bottom,
        tuple(point(objects[f"b{number}"]["pos"]) for number in range(len(cells))),
        tuple(curves),
        tuple(labels),
    )


def _middle(path: Sequence[Point]) -> Point:
    """Give the middle of a curve's middle piece."""
    first = (len(path) - 1) // 3 // 2 * 3
    a, b, c, d = path[first : first + 4]
    x, y = ((p + 3 * q + 3 * r + s) / 8 for p, q, r, s in zip(a, b, c, d, strict=True))
    return x, y


def write(cells: Sequence[Cell], wires: Sequence[Wire]) -> bytes:
    """Write a task for the process that lays out."""
    boxes, lines = [astuple(each) for each in cells], [astuple(each) for each in wires]
    return json.dumps([boxes, lines]).encode()


def read(line: bytes) -> Laid:
    """Read its answer. Raises ValueError where there is none."""
    told = json.loads(line)
    return Laid(
        told[0],
        told[1],
        tuple((x, y) for x, y in told[2]),
        tuple(tuple((x, y) for x, y in curve) for curve in told[3]),
        tuple((x, y) for x, y in told[4]),
    )


def main() -> None:
    """Lay out what comes in, line by line, until there is no more."""
    for line in sys.stdin.buffer:
        cells, wires = json.loads(line)
        laid = lay_out([Cell(*each) for each in cells], [Wire(*each) for each in wires])
        sys.stdout.buffer.write(json.dumps(astuple(laid)).encode() + b"\n")
        sys.stdout.buffer.flush()


def _is_upward(cells: Sequence[Cell], wire: Wire) -> bool:
    return cells[wire.source].layer > cells[wire.target].layer


def _dot(cells: Sequence[Cell], wires: Sequence[Wire]) -> str:
    """Write the graph for Graphviz: sizes in place of words, so no font of a machine matters."""
    lines = [
        "digraph {",
        "graph [nodesep=0.2, ranksep=0.22, splines=true, newrank=true]",
        'node [shape=box, fixedsize=true, label=""]',
        "edge [arrowhead=none]",
    ]
    lines += [
        f"b{number} [width={each.width / _INCH:.4f}, height={each.height / _INCH:.4f}]"
        for number, each in enumerate(cells)
    ]
    lines += _layers(cells)
    for number, wire in enumerate(wires):
        ends = (wire.source, wire.target)
        # A line that leads upwards is laid downwards and turned round afterwards.
        above, below = reversed(ends) if _is_upward(cells, wire) else ends
        room = (
            f', label=<<TABLE BORDER="0" FIXEDSIZE="TRUE" WIDTH="{wire.width:.0f}" '
            f'HEIGHT="{wire.height:.0f}"><TR><TD></TD></TR></TABLE>>'
        )
        lines.append(f"b{above} -> b{below} [wire={number}{room if wire.width else ''}]")
    lines.append("}")
    return "\n".join(lines)


def _layers(cells: Sequence[Cell]) -> list[str]:
    """Keep each layer's boxes between two marks, and the marks one below another."""
    layers = sorted({each.layer for each in cells})
    lines = [
        f"{mark}{layer} [width=0.01, height=0.01, style=invis]" for layer in layers for mark in "tu"
    ]
    lines += [f"u{above} -> t{below} [style=invis, weight=0]" for above, below in pairwise(layers)]
    for number, each in enumerate(cells):
        lines.append(f"t{each.layer} -> b{number} [style=invis, weight=0, minlen=0]")
        lines.append(f"b{number} -> u{each.layer} [style=invis, weight=0, minlen=0]")
    return lines


if __name__ == "__main__":
    main()
