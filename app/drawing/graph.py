"""The relationship graph as a picture: layers of boxes, each a link, and lines with their words."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from app.drawing.families import FAMILIES
from app.drawing.layers import ORDER, Layer
from app.drawing.layout import Cell, Laid, Point, Wire
from app.drawing.letters import width
from app.drawing.picture import Picture
from app.drawing.selection import Box, Line, Selection
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
from graph.model.nodes import End
from graph.model.text import Text, thai_digits

LABEL_WIDE = 120
# With more lines than these their words would cover the picture: numbers lead to the list instead.
MOST_WORDS = 60
GUTTER = 128
MARGIN = 12

Say = Callable[[Text], str]
Number = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Sketch:
    """A selection with its words measured, ready to be laid out."""

    selection: Selection
    lang: str
    boxes: tuple[BoxWords, ...]
    labels: tuple[tuple[str, ...], ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The boxes for the layout."""
        return tuple(
            Cell(WIDE, drawn.height, ORDER[each.layer])
            for each, drawn in zip(self.selection.boxes, self.boxes, strict=True)
        )

    @property
    def wires(self) -> tuple[Wire, ...]:
        """The lines for the layout."""
        spelled = in_words(self.selection)
        place = {each.id: number for number, each in enumerate(self.selection.boxes)}
        return tuple(
            Wire(
                place[each.source.id],
                place[each.target.id],
                math.ceil(max(width(words, LABEL) for words in label)) + 6 if spelled else 0,
                len(label) * LABEL_LINE + 2,
            )
            for each, label in zip(self.selection.lines, self.labels, strict=True)
        )


def sketch(selection: Selection, lang: str, number: Number | None = None) -> Sketch:
    """Measure the words of a selection in a language, numbers in its digits unless told how."""
    number = number or (str if lang == "en" else thai_digits)
    return Sketch(
        selection,
        lang,
        tuple(_words(each, lang, number) for each in selection.boxes),
        tuple(_label(each, lang, number, in_words(selection)) for each in selection.lines),
    )


def in_words(selection: Selection) -> bool:
    """Tell whether lines carry their verbs; else they carry their numbers in the list only."""
    return len(selection.lines) <= MOST_WORDS


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
    parts += [
        _line(each, curve, drawn.lang)
        for each, curve in zip(selection.lines, laid.curves, strict=True)
    ]
    parts.append("</g>")
    parts += [
        _node(each, drawn.boxes[number], laid.boxes[number], link(each), drawn, each.id == focus)
        for number, each in enumerate(selection.boxes)
    ]
    parts.append('<g class="labels" aria-hidden="true">')
    parts += [
        _label_text(label, middle, each)
        for label, middle, each in zip(drawn.labels, laid.labels, selection.lines, strict=True)
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


def title_of(focus: End | None, way: tuple[End, End] | None = None) -> Text:
    """Name a view of the relationships: the way between two, around one, or the whole."""
    if way:
        source, target = (end.called for end in way)
        return Text(
            f"เส้นทางจาก{source.th} ถึง{target.th}", f"From the {source.en} to the {target.en}"
        )
    if focus:
        end = focus.called
        return Text(f"ความสัมพันธ์ของ{end.th}", f"Relationships of the {end.en}")
    return Text(
        "ความสัมพันธ์ตามแนวทาง GCIO ภาครัฐ", "Relationships in the Thai Government CIO guideline"
    )


def counted(selection: Selection) -> Text:
    """Say how many relationships are shown, and how many are hidden for which reason."""
    shown, total = selection.shown, selection.total
    th = f"แสดง {thai_digits(shown)} จาก {thai_digits(total)} ความสัมพันธ์"
    en = f"Shows {shown} of {total} relationships"
    if selection.hidden:
        th += "; ซ่อนไว้: " + ", ".join(
            f"{each.why.th} ({thai_digits(each.count)})" for each in selection.hidden
        )
        en += "; hidden: " + ", ".join(f"{each.why.en} ({each.count})" for each in selection.hidden)
    return Text(th, en)


def _say(lang: str) -> Say:
    return partial(Text.said, lang=lang)


def _words(each: Box, lang: str, number: Number) -> BoxWords:
    end = each.ends[0]
    if each.is_folded:
        return box_words(f"({number(len(each.ends))})", each.name, lang)
    return box_words(code_of(end), each.name, lang)


def _node(
    each: Box, words: BoxWords, middle: Point, href: str, drawn: Sketch, is_focus: bool
) -> str:
    say = _say(drawn.lang)
    end = each.ends[0]
    kind = "folded" if each.is_folded else kind_of(end)
    classes = f"node {kind}{' chief' if each.is_chief else ''}{' focus' if is_focus else ''}"
    name = say(each.name) if each.is_folded else say(end.called)
    shape = box(words, middle, classes, name, drawn.lang)
    return f'<a class="{classes}" href="{escape(href)}" data-id="{escape(each.id)}">{shape}</a>'


def _label(each: Line, lang: str, number: Number, spelled: bool) -> tuple[str, ...]:
    """Write what a line says: the number of each relationship in the list, and the verbs."""
    told = ", ".join(
        number(place) + (OURS if is_ours(said) else "")
        for place, said in zip(each.numbers, each.relationships, strict=True)
    )
    if spelled:
        verbs = dict.fromkeys(verb(said, lang) for said in each.relationships)
        told += " " + ", ".join(verbs)
    return tuple(lines(told, LABEL_WIDE, LABEL))


def _bands(drawn: Sketch, laid: Laid, say: Say) -> list[str]:
    """Draw each layer's band with its name at the left."""
    found = []
    spans: dict[Layer, list[float]] = {}
    for each, words, (_, y) in zip(drawn.selection.boxes, drawn.boxes, laid.boxes, strict=True):
        spans.setdefault(each.layer, []).extend((y - words.height / 2, y + words.height / 2))
    for layer, ys in spans.items():
        top, bottom = min(ys) - 7, max(ys) + 7
        found.append(
            f'<rect class="band" x="{-GUTTER + 4}" y="{top:.1f}" rx="6" '
            f'width="{laid.width + GUTTER + 4:.1f}" height="{bottom - top:.1f}"/>'
        )
        name = lines(say(layer.label), GUTTER - 22, 12.5, True)
        found.append(text(name, -GUTTER + 12, top + 18, 17, "layer bold"))
    return found


def _line(each: Line, curve: Sequence[Point], lang: str) -> str:
    ends = f' data-source="{escape(each.source.id)}" data-target="{escape(each.target.id)}"'
    return line(each.family.name, each.relationships, curve, lang, ends)


def _label_text(label: Sequence[str], middle: Point, each: Line) -> str:
    x, y = middle
    top = y - len(label) * LABEL_LINE / 2 + LABEL_LINE - 4
    return text(label, x, top, LABEL_LINE, f"label middle {each.family.name}")


@dataclass(frozen=True, slots=True)
class _Legend:
    width: float
    height: float
    body: str


def _legend(selection: Selection, lang: str) -> _Legend:
    """Draw what each colour and dash stands for, of those that are shown only."""
    say = _say(lang)
    shown = {each.family.name for each in selection.lines}
    x, y, widest, parts = 0.0, 0.0, 0.0, []
    entries = [(each.name, say(each.label)) for each in FAMILIES if each.name in shown]
    if any(each.is_may for each in selection.lines):
        entries.append(("may", say(_MAY)))
    entries.append(("", say(_BOXES)))
    if any(map(is_ours, selection.listed)):
        entries.append(("", f"{OURS} {say(OURS_MEANS)}"))
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


_BOXES = Text(
    "กล่องมุมเหลี่ยม: องค์กร, มุมมน: ตำแหน่ง, เส้นประ: หลักสูตร แผน เครื่องมือ, ขอบหนา: ผู้อยู่ในตาราง",
    "square box: organization; round: post; dashed: course, plan or other means; "
    "thick: a body of the matrix",
)
_MAY = Text("เส้นบาง: ถ้อยคำใช้คำว่า “อาจ”", "thin line: the words say may")
