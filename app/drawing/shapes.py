"""The shapes that drawings are made of: boxes with names, lines of text, arrows."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from app.drawing.layout import Point
from app.drawing.words import lines
from graph.model.nodes import Basis, Body, BodyKind, End, Relationship
from graph.model.relations import Force, Relation
from graph.model.text import Text

WIDE = 176
PAD = 10
NAME, OTHER, LABEL = 14.0, 11.5, 11.5
NAME_LINE, OTHER_LINE, LABEL_LINE = 21, 17, 16
ARROW = 8.0
# Behind the words of what is not stated but read or inferred by us.
OURS = "*"
BOTH_WAYS = Text("ทั้งสองทาง", "both ways")
BEFORE = Text("ของเดิมก่อนปี ๒๕๖๒", "of before 2019")
OURS_MEANS = Text("เป็นการอ่านหรืออนุมานของเรา", "our reading or inference")


@dataclass(frozen=True, slots=True)
class BoxWords:
    """What stands in a box, line by line."""

    code: str
    name: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def height(self) -> float:
        """How high the box is, in px."""
        above = NAME_LINE if self.code else 0
        return PAD * 1.5 + above + len(self.name) * NAME_LINE + len(self.other) * OTHER_LINE


def box_words(code: str, name: Text, lang: str) -> BoxWords:
    """Break a name into the lines of a box, the reader's language first."""
    first, second = name.said(lang), name.th if lang == "en" else name.en
    inner = WIDE - 2 * PAD
    return BoxWords(
        code,
        tuple(_few(lines(first, inner, NAME), 5)),
        tuple(_few(lines(second, inner, OTHER), 4)),
    )


def _few(found: list[str], most: int) -> list[str]:
    """Keep the first lines; the whole name stands in the box's title and in the list."""
    return found if len(found) <= most else [*found[: most - 1], found[most - 1] + " …"]


def code_of(end: End) -> str:
    """Give the abbreviation that stands above a name, or nothing."""
    return end.short if isinstance(end, Body) else ""


def kind_of(end: End) -> str:
    """Name what an end is drawn as: organization, post or means."""
    return end.kind.value if isinstance(end, Body) else "means"


def box(words: BoxWords, at: Point, classes: str, title: str, lang: str) -> str:
    """Draw a box around its middle, without its link."""
    x, y = at[0] - WIDE / 2, at[1] - words.height / 2
    rounded = 14 if BodyKind.POST.value in classes.split() else 3
    parts = [
        f"<title>{escape(title)}</title>"
        f'<rect class="box" x="{x:.1f}" y="{y:.1f}" width="{WIDE}" height="{words.height:.1f}" '
        f'rx="{rounded}"/>'
    ]
    line = y + PAD * 0.75
    if words.code:
        line += NAME_LINE
        tongue = "th" if lang == "en" and not words.code.isascii() else ""
        parts.append(text([words.code], at[0], line - 5, NAME_LINE, "bold middle name", tongue))
    parts.append(text(words.name, at[0], line + NAME_LINE - 5, NAME_LINE, "middle name"))
    line += len(words.name) * NAME_LINE
    other = "th" if lang == "en" else "en"
    parts.append(
        text(words.other, at[0], line + OTHER_LINE - 4, OTHER_LINE, "soft middle other", other)
    )
    return "".join(parts)


def text(
    words: Sequence[str], x: float, y: float, step: float, classes: str, lang: str = ""
) -> str:
    """Write lines of text one below another, `step` px apart."""
    if not words:
        return ""
    spans = "".join(
        f'<tspan x="{x:.1f}" y="{y + number * step:.1f}">{escape(each)}</tspan>'
        for number, each in enumerate(words)
    )
    given = f' lang="{lang}"' if lang else ""
    return f'<text class="{classes}"{given}>{spans}</text>'


def at(point: Point) -> str:
    """Write a point of a path."""
    return f"{point[0]:.1f} {point[1]:.1f}"


def arrow(before: Point, tip: Point) -> tuple[str, Point]:
    """Give an arrow's outline at the end of a line, and where the line itself has to end."""
    away = math.dist(before, tip) or 1.0
    across, down = (tip[0] - before[0]) / away, (tip[1] - before[1]) / away
    foot = (tip[0] - across * ARROW, tip[1] - down * ARROW)
    half = ARROW * 0.45
    left = (foot[0] - down * half, foot[1] + across * half)
    right = (foot[0] + down * half, foot[1] - across * half)
    return f"M{at(tip)}L{at(left)} {at(right)}Z", foot


def line(
    family: str,
    relationships: Sequence[Relationship],
    curve: Sequence[Point],
    lang: str,
    marks: str = "",
) -> str:
    """Draw what holds along a curve: an arrow at whom it acts on, its sentences as its title."""
    classes = ["line", family]
    if all(each.force is Force.MAY for each in relationships):
        classes.append("may")
    if all(each.valid_until for each in relationships):
        classes.append("past")
    points = list(curve)
    head, points[-1] = arrow(points[-2], points[-1])
    heads = [head]
    if all(each.relation.is_mutual for each in relationships):
        tail, points[0] = arrow(points[1], points[0])
        heads.append(tail)
    told = " · ".join(sentence(each, lang) for each in relationships)
    path = f"M{at(points[0])}C" + " ".join(at(each) for each in points[1:])
    drawn = "".join(f'<path class="head" d="{each}"/>' for each in heads)
    return (
        f'<g class="{" ".join(classes)}"{marks}><title>{escape(told)}</title>'
        f'<path class="stroke" d="{path}"/>{drawn}</g>'
    )


def is_ours(each: Relationship) -> bool:
    """Tell whether it is our reading or inference, which a drawing has to show."""
    return each.basis is not Basis.STATED


def verb(each: Relationship, lang: str) -> str:
    """Say at a line what it is: force, verb, as what somebody sits, if of before, if mutual."""
    role = f" ({each.role.label.said(lang)})" if each.role else ""
    past = f" ({BEFORE.said(lang)})" if each.valid_until else ""
    both = f" ({BOTH_WAYS.said(lang)})" if each.relation.is_mutual else ""
    return f"{forced(each.relation, each.force, lang)}{role}{past}{both}"


def forced(relation: Relation, force: Force, lang: str) -> str:
    """Say a relation's verb with its force.

    >>> from graph.model.relations import RELATIONS
    >>> forced(RELATIONS["establishes"], Force.MAY, "th")
    'อาจตั้ง'
    >>> forced(RELATIONS["establishes"], Force.STATES, "en")
    'establishes'
    """
    if lang == "en":
        plain = relation.stated or relation.name.replace("_", " ")
        return plain if force is Force.STATES else f"{force.label.en} {relation.verb.en}"
    return _THAI_FORCE[force] + relation.verb.th


def sentence(each: Relationship, lang: str) -> str:
    """Say the whole relationship: whether it is ours, and its place."""
    ours = f" ({each.basis.label.said(lang)})" if is_ours(each) else ""
    return f"{each.sentence.said(lang)}{ours} [{each.citation.clause.name.said(lang)}]"


_THAI_FORCE = {Force.MAY: "อาจ", Force.SHALL: "ให้", Force.MUST_NOT: "จะต้องไม่", Force.STATES: ""}
