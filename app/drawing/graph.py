"""The relationship graph as a picture: layers of boxes, each a link, and lines with their words."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from app.drawing.families import FAMILIES
from app.drawing.layers import ORDER
from app.drawing.layout import Cell, Laid, Point, Wire
from app.drawing.letters import width
from app.drawing.picture import Picture
from app.drawing.selection import Box, Line, Selection
from app.drawing.words import lines
from graph.model.nodes import Basis, Body, BodyKind, Relationship
from graph.model.relations import Force, Relation
from graph.model.text import Text, thai_digits

WIDE = 176
PAD = 10
NAME, OTHER, LABEL = 14.0, 11.5, 11.5
NAME_LINE, OTHER_LINE, LABEL_LINE = 21, 17, 16
LABEL_WIDE = 120
# With more lines than these their words would cover the picture: numbers lead to the list instead.
MOST_WORDS = 60
GUTTER = 128
MARGIN = 12
ARROW = 8.0
# Behind the number of what is not stated but read or inferred by us.
OURS = "*"

Say = Callable[[Text], str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What stands in a box, line by line."""

    code: str
    name: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def height(self) -> float:
        """How high the box is, in px."""
        above = NAME_LINE if self.code else 0
        return PAD * 1.5 + above + len(self.name) * NAME_LINE + len(self.other) * OTHER_LINE


@dataclass(frozen=True, slots=True)
class Sketch:
    """A selection with its words measured, ready to be laid out."""

    selection: Selection
    lang: str
    boxes: tuple[Drawn, ...]
    labels: tuple[tuple[str, ...], ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The boxes for the layout."""
        return tuple(
            Cell(WIDE, drawn.height, ORDER[box.layer])
            for box, drawn in zip(self.selection.boxes, self.boxes, strict=True)
        )

    @property
    def wires(self) -> tuple[Wire, ...]:
        """The lines for the layout."""
        place = {box.id: number for number, box in enumerate(self.selection.boxes)}
        return tuple(
            Wire(
                place[line.source.id],
                place[line.target.id],
                math.ceil(max(width(each, LABEL) for each in label)) + 6,
                len(label) * LABEL_LINE + 2,
            )
            for line, label in zip(self.selection.lines, self.labels, strict=True)
        )


def sketch(selection: Selection, lang: str) -> Sketch:
    """Measure the words of a selection in a language."""
    in_words = len(selection.lines) <= MOST_WORDS
    return Sketch(
        selection,
        lang,
        tuple(_box_words(box, lang) for box in selection.boxes),
        tuple(_label(line, lang, in_words) for line in selection.lines),
    )


def picture(
    drawn: Sketch, laid: Laid, title: Text, link: Callable[[Box], str], focus: str = ""
) -> Picture:
    """Draw what was laid out; `link` gives each box its address."""
    say = _say(drawn.lang)
    across, down = GUTTER, MARGIN
    selection = drawn.selection
    legend = _legend(selection, drawn.lang)
    parts = [f'<g transform="translate({across} {down})">']
    parts += _bands(drawn, laid, say)
    parts.append('<g class="lines">')
    parts += [_line(line, laid.curves[number], say) for number, line in enumerate(selection.lines)]
    parts.append("</g>")
    parts += [
        _box(box, drawn.boxes[number], laid.boxes[number], link(box), drawn, box.id == focus)
        for number, box in enumerate(selection.boxes)
    ]
    parts.append('<g class="labels" aria-hidden="true">')
    parts += [
        _label_text(drawn.labels[number], laid.labels[number], line)
        for number, line in enumerate(selection.lines)
    ]
    parts.append(f'</g></g><g transform="translate({MARGIN} {laid.height + down * 2 + 14:.0f})">')
    parts += [legend.body, "</g>"]
    wide = max(laid.width + across + MARGIN, legend.width + 2 * MARGIN)
    told = f"{say(title)}. {say(counted(selection))}"
    return Picture(
        wide,
        laid.height + down * 2 + legend.height + 20,
        drawn.lang,
        say(title),
        told,
        "".join(parts),
    )


def counted(selection: Selection) -> Text:
    """Say how many relationships are shown, and how many are hidden for which reason."""
    shown, total = selection.shown, selection.total
    th = f"แสดง {thai_digits(shown)} จาก {thai_digits(total)} ความสัมพันธ์"
    en = f"Shows {shown} of {total} relationships"
    if selection.hidden:
        th += "; ซ่อนไว้: " + ", ".join(
            f"{each.why.th} {thai_digits(each.count)}" for each in selection.hidden
        )
        en += "; hidden: " + ", ".join(f"{each.why.en} {each.count}" for each in selection.hidden)
    return Text(th, en)


def _say(lang: str) -> Say:
    return lambda text: text.en if lang == "en" else text.th


def _box_words(box: Box, lang: str) -> Drawn:
    end = box.ends[0]
    code = "" if box.is_folded or not isinstance(end, Body) else end.short
    if box.is_folded:
        count = len(box.ends)
        code = f"({count})" if lang == "en" else f"({thai_digits(count)})"
    first, second = (box.name.en, box.name.th) if lang == "en" else (box.name.th, box.name.en)
    inner = WIDE - 2 * PAD
    return Drawn(
        code,
        tuple(_few(lines(first, inner, NAME), 5)),
        tuple(_few(lines(second, inner, OTHER), 4)),
    )


def _few(found: list[str], most: int) -> list[str]:
    """Keep the first lines; the whole name stands in the box's title and in the list."""
    return found if len(found) <= most else [*found[: most - 1], found[most - 1] + " …"]


def _label(line: Line, lang: str, in_words: bool) -> tuple[str, ...]:
    """Write what a line says: the number of each relationship in the list, and the verbs."""
    told = ", ".join(
        (str(number) if lang == "en" else thai_digits(number)) + (OURS if is_ours(each) else "")
        for number, each in zip(line.numbers, line.relationships, strict=True)
    )
    if in_words:
        verbs = dict.fromkeys(verb(each.relation, each.force, lang) for each in line.relationships)
        told += " " + ", ".join(verbs)
    return tuple(lines(told, LABEL_WIDE, LABEL))


def is_ours(each: Relationship) -> bool:
    """Tell whether it is our reading or inference, which a drawing has to show."""
    return each.basis is not Basis.STATED


def verb(relation: Relation, force: Force, lang: str) -> str:
    """Say a relation's verb with its force.

    >>> from graph.model.relations import RELATIONS
    >>> verb(RELATIONS["establishes"], Force.MAY, "th")
    'อาจตั้ง'
    >>> verb(RELATIONS["establishes"], Force.STATES, "en")
    'establishes'
    """
    if lang == "en":
        plain = relation.stated or relation.name.replace("_", " ")
        return plain if force is Force.STATES else f"{force.label.en} {relation.verb.en}"
    return _THAI_FORCE[force] + relation.verb.th


_THAI_FORCE = {Force.MAY: "อาจ", Force.SHALL: "ให้", Force.MUST_NOT: "จะต้องไม่", Force.STATES: ""}


def _bands(drawn: Sketch, laid: Laid, say: Say) -> list[str]:
    """Draw each layer's band with its name at the left."""
    found = []
    spans: dict[str, list[float]] = {}
    for box, words, (_, y) in zip(drawn.selection.boxes, drawn.boxes, laid.boxes, strict=True):
        spans.setdefault(box.layer.value, []).extend((y - words.height / 2, y + words.height / 2))
    for box in {box.layer: box for box in drawn.selection.boxes}.values():
        ys = spans[box.layer.value]
        top, bottom = min(ys) - 7, max(ys) + 7
        found.append(
            f'<rect class="band" x="{-GUTTER + 4}" y="{top:.1f}" rx="6" '
            f'width="{laid.width + GUTTER + 4:.1f}" height="{bottom - top:.1f}"/>'
        )
        words_at = lines(say(box.layer.label), GUTTER - 22, 12.5, True)
        found.append(_text(words_at, -GUTTER + 12, top + 18, 17, "layer bold"))
    return found


def _box(box: Box, words: Drawn, at: Point, href: str, drawn: Sketch, is_focus: bool) -> str:
    say = _say(drawn.lang)
    x, y = at[0] - WIDE / 2, at[1] - words.height / 2
    end = box.ends[0]
    kind = "folded" if box.is_folded else "means" if not isinstance(end, Body) else end.kind.value
    classes = f"node {kind}{' chief' if box.is_chief else ''}{' focus' if is_focus else ''}"
    round_ = 14 if kind == BodyKind.POST.value else 3
    name = say(box.name) if box.is_folded else say(end.called)
    parts = [
        f'<a class="{classes}" href="{escape(href)}" data-id="{escape(box.id)}">'
        f"<title>{escape(name)}</title>"
        f'<rect class="box" x="{x:.1f}" y="{y:.1f}" width="{WIDE}" height="{words.height:.1f}" '
        f'rx="{round_}"/>'
    ]
    line = y + PAD * 0.75
    other = "th" if drawn.lang == "en" else "en"
    if words.code:
        line += NAME_LINE
        parts.append(_text([words.code], at[0], line - 5, NAME_LINE, "bold middle name"))
    parts.append(_text(words.name, at[0], line + NAME_LINE - 5, NAME_LINE, "middle name"))
    line += len(words.name) * NAME_LINE
    parts.append(
        _text(words.other, at[0], line + OTHER_LINE - 4, OTHER_LINE, "soft middle other", other)
    )
    return "".join(parts) + "</a>"


def _text(
    words: Sequence[str], x: float, y: float, step: float, classes: str, lang: str = ""
) -> str:
    if not words:
        return ""
    spans = "".join(
        f'<tspan x="{x:.1f}" y="{y + number * step:.1f}">{escape(each)}</tspan>'
        for number, each in enumerate(words)
    )
    given = f' lang="{lang}"' if lang else ""
    return f'<text class="{classes}"{given}>{spans}</text>'


def _line(line: Line, curve: Sequence[Point], say: Say) -> str:
    """Draw a line with its arrow, and its sentences as its title."""
    forces = {each.force for each in line.relationships}
    may = " may" if forces == {Force.MAY} else ""
    told = " · ".join(say(each.sentence) for each in line.relationships)
    points = list(curve)
    head, points[-1] = _arrow(points[-2], points[-1])
    heads = [head]
    if line.is_mutual:
        tail, points[0] = _arrow(points[1], points[0])
        heads.append(tail)
    path = f"M{_at(points[0])}C" + " ".join(_at(each) for each in points[1:])
    return (
        f'<g class="line {line.family.name}{may}" data-source="{escape(line.source.id)}" '
        f'data-target="{escape(line.target.id)}"><title>{escape(told)}</title>'
        f'<path class="stroke" d="{path}"/>'
        + "".join(f'<path class="head" d="{each}"/>' for each in heads)
        + "</g>"
    )


def _at(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"


def _arrow(before: Point, tip: Point) -> tuple[str, Point]:
    """Give an arrow's outline at the end of a line, and where the line itself has to end."""
    away = math.dist(before, tip) or 1.0
    across, down = (tip[0] - before[0]) / away, (tip[1] - before[1]) / away
    foot = (tip[0] - across * ARROW, tip[1] - down * ARROW)
    half = ARROW * 0.45
    left = (foot[0] - down * half, foot[1] + across * half)
    right = (foot[0] + down * half, foot[1] - across * half)
    return f"M{_at(tip)}L{_at(left)} {_at(right)}Z", foot


def _label_text(label: Sequence[str], at: Point, line: Line) -> str:
    top = at[1] - len(label) * LABEL_LINE / 2 + LABEL_LINE - 4
    return _text(label, at[0], top, LABEL_LINE, f"label middle {line.family.name}")


@dataclass(frozen=True, slots=True)
class _Legend:
    width: float
    height: float
    body: str


def _legend(selection: Selection, lang: str) -> _Legend:
    """Draw what each colour and dash stands for, of those that are shown only."""
    say = _say(lang)
    shown = {line.family.name for line in selection.lines}
    x, y, widest, parts = 0.0, 0.0, 0.0, []
    entries = [(each.name, say(each.label)) for each in FAMILIES if each.name in shown]
    if any(each.force is Force.MAY for each in selection.listed):
        entries.append(("may", say(_MAY)))
    if any(map(is_ours, selection.listed)):
        entries.append(("", f"{OURS} {say(_OURS)}"))
    for name, words in entries:
        sample = 42 if name else 0
        wide = sample + width(words, 12.5) + 24
        if x and x + wide > 1000:
            x, y = 0.0, y + 24
        if name:
            stroke = f'<path class="stroke" d="M{x:.0f} {y + 8:.0f}H{x + 34:.0f}"/>'
            parts.append(f'<g class="line {name}">{stroke}</g>')
        parts.append(
            f'<text class="legend" x="{x + sample:.0f}" y="{y + 12:.0f}">{escape(words)}</text>'
        )
        x += wide
        widest = max(widest, x)
    return _Legend(widest, y + 24, "".join(parts))


_OURS = Text("เป็นการอ่านหรืออนุมานของเรา", "our reading or inference")
_MAY = Text("เส้นบาง: ข้อความว่า อาจ ทำได้", "thin line: the words say may")
