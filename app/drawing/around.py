"""Around one body in three columns: who acts on it, itself, and on whom it acts. Plain sums."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from app.drawing.families import FAMILY_OF
from app.drawing.graph import title_of
from app.drawing.layout import Point
from app.drawing.letters import width
from app.drawing.picture import Picture
from app.drawing.shapes import (
    LABEL,
    LABEL_LINE,
    OURS,
    OURS_MEANS,
    WIDE,
    BoxWords,
    box,
    box_words,
    code_of,
    is_ours,
    kind_of,
    line,
    text,
    verb,
)
from app.drawing.words import lines
from graph.model.nodes import End, Relationship
from graph.model.text import Text, thai_digits

MARGIN = 12
# Between two columns stand the verbs.
BETWEEN = 170
GAP = 14
HEAD = 34
FOOT = 30
# On a side with more ends than these the rest is counted.
MOST = 40


@dataclass(frozen=True, slots=True)
class Tie:
    """One end beside the body, with all that ties the two in one direction."""

    end: End
    relationships: tuple[Relationship, ...]


def ties(body: End, relationships: Iterable[Relationship]) -> tuple[list[Tie], list[Tie]]:
    """Put together who acts on a body and on whom it acts, end by end."""
    every = tuple(relationships)
    return (
        _by_end((each.source, each) for each in every if each.source is not body),
        _by_end((each.target, each) for each in every if each.source is body),
    )


def _by_end(pairs: Iterable[tuple[End, Relationship]]) -> list[Tie]:
    found: dict[str, tuple[End, list[Relationship]]] = {}
    for end, each in pairs:
        found.setdefault(end.id, (end, []))[1].append(each)
    return [Tie(end, tuple(listed)) for end, listed in found.values()]


def picture(
    body: End, relationships: Iterable[Relationship], lang: str, link: Callable[[End], str]
) -> Picture:
    """Draw a body with those who act on it at the left and those it acts on at the right."""
    sides = ties(body, relationships)
    middle = box_words(code_of(body), body.name, lang)
    rows = [[_row(tie, lang) for tie in side[:MOST]] for side in sides]
    heights = [sum(row.height + GAP for row in side) for side in rows]
    tall = max(*heights, middle.height + GAP)
    left, centre, right = (MARGIN + WIDE / 2 + step * (WIDE + BETWEEN) for step in range(3))
    parts = _heads(left, right, lang)
    y = HEAD + tall / 2
    shape = box(middle, (centre, y), kind_of(body), body.called.said(lang), lang)
    parts.append(
        f'<a class="node {kind_of(body)} chief focus" href="{escape(link(body))}">{shape}</a>'
    )
    labels: list[str] = []
    for side, x in ((0, left), (1, right)):
        top = HEAD + (tall - heights[side]) / 2 + GAP / 2
        for number, row in enumerate(rows[side]):
            here = (x, top + row.height / 2)
            share = (number + 1) / (len(rows[side]) + 1)
            there = (0.0, y - middle.height / 2 + middle.height * share)
            drawn, words = _tie(row, here, there, centre, side == 1, lang)
            parts.append(drawn)
            labels.append(words)
            shape = box(row.box, here, kind_of(row.tie.end), row.tie.end.called.said(lang), lang)
            parts.append(
                f'<a class="node {kind_of(row.tie.end)}" href="{escape(link(row.tie.end))}">'
                f"{shape}</a>"
            )
            top += row.height + GAP
    parts += labels
    bottom = HEAD + tall + 18
    parts.append(text([_foot(sides, lang)], MARGIN, bottom, LABEL_LINE, "legend"))
    return Picture(
        right + WIDE / 2 + MARGIN,
        bottom + FOOT - 14,
        lang,
        title_of(body).said(lang),
        _foot(sides, lang),
        "".join(parts),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    tie: Tie
    box: BoxWords
    label: tuple[str, ...]

    @property
    def height(self) -> float:
        return max(self.box.height, len(self.label) * LABEL_LINE * 2)


def _row(tie: Tie, lang: str) -> _Row:
    said = [verb(each, lang) + (OURS if is_ours(each) else "") for each in tie.relationships]
    told = ", ".join(dict.fromkeys(said))
    words = box_words(code_of(tie.end), tie.end.name, lang)
    return _Row(tie, words, tuple(lines(told, BETWEEN - 24, LABEL)))


def _tie(
    row: _Row, here: Point, there: Point, centre: float, acts: bool, lang: str
) -> tuple[str, str]:
    """Draw the line between an end and the body, and above its beginning the verbs."""
    family = FAMILY_OF[row.tie.relationships[0].relation.name].name
    towards = 1 if acts else -1
    near = (centre + towards * WIDE / 2, there[1])
    far = (here[0] - towards * WIDE / 2, here[1])
    start, end = (near, far) if acts else (far, near)
    bend = BETWEEN / 2
    curve = (start, (start[0] + bend, start[1]), (end[0] - bend, end[1]), end)
    wide = max(width(each, LABEL) for each in row.label)
    x = far[0] - towards * (wide / 2 + 10)
    y = here[1] - (len(row.label) - 1) * LABEL_LINE - 6
    return (
        line(family, row.tie.relationships, curve, lang),
        text(row.label, x, y, LABEL_LINE, f"label middle {family}"),
    )


def _heads(left: float, right: float, lang: str) -> list[str]:
    acted = Text("ความสัมพันธ์ที่ผู้อื่นมีต่อ", "Who acts on it")
    acts = Text("ความสัมพันธ์ที่มีต่อผู้อื่น", "On whom it acts")
    return [
        text([words.said(lang)], x, 20, LABEL_LINE, "bold middle layer")
        for words, x in ((acted, left), (acts, right))
    ]


def _foot(sides: tuple[list[Tie], list[Tie]], lang: str) -> str:
    """Say how many there are on each side, how many are not drawn, and what the mark means."""
    left, right = (sum(len(tie.relationships) for tie in side) for side in sides)
    more = sum(len(side) - MOST for side in sides if len(side) > MOST)
    rest = Text("", "")
    if more:
        rest = Text(f" ไม่ได้วาดอีก {thai_digits(more)} ราย", f"; {more} more are not drawn")
    return Text(
        f"ความสัมพันธ์จากผู้อื่น {thai_digits(left)} รายการ ต่อผู้อื่น {thai_digits(right)} รายการ{rest.th} "
        f"{OURS} {OURS_MEANS.th}",
        f"{left} relationships to it, {right} of it{rest.en}. {OURS} {OURS_MEANS.en}",
    ).said(lang)
