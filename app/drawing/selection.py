"""Which relationships a drawing shows, which it folds together, and what it hides and why."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.drawing.families import BY_NAME, FAMILIES, FAMILY_OF, Family
from app.drawing.layers import ORDER, Layer, layer_of
from graph.dataset import Dataset
from graph.model.nodes import Body, BodyKind, End, Relationship
from graph.model.relations import Force
from graph.model.text import Text

# More boxes than these cannot be read; classes of them are folded then.
MOST_BOXES = 60

# What a drawing that is asked for nothing shows: who is set up by whom, reports to and helps whom.
START = ("formation", "accountability", "support")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader asks to see.

    `kinds` are names of families and of relations; none is all. `around` holds the ends whose own
    relationships are shown, the focus and those nearer to it than the distance asked for; without
    a focus, `everywhere` shows more than what touches the matrix.
    """

    focus: End | None = None
    around: frozenset[str] = frozenset()
    kinds: tuple[str, ...] = ()
    everywhere: bool = False
    past: bool = False
    opened: frozenset[str] = frozenset()

    @property
    def relations(self) -> frozenset[str]:
        """The names of the relations asked for."""
        asked: set[str] = set()
        for kind in self.kinds or BY_NAME:
            asked |= set(BY_NAME[kind].relations) if kind in BY_NAME else {kind}
        return frozenset(asked)


@dataclass(frozen=True, slots=True)
class Box:
    """A box: one body or instrument, or a class of them folded together."""

    id: str
    layer: Layer
    ends: tuple[End, ...]
    is_folded: bool
    is_chief: bool

    @property
    def name(self) -> Text:
        """The name of the end, or of the class."""
        return class_name(self.id) if self.is_folded else self.ends[0].name


_KINDS = {
    "organization": Text("องค์กรอื่น", "Other organizations"),
    "post": Text("ตำแหน่งอื่น", "Other posts"),
    "instrument": Text("หลักสูตร แผน และเครื่องมือ", "Courses, plans and other means"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """The relationships of one family from one box to another, by their numbers in the list."""

    source: Box
    target: Box
    family: Family
    numbers: tuple[int, ...]
    relationships: tuple[Relationship, ...]

    @property
    def is_may(self) -> bool:
        """Whether the words only allow it; a line never holds both what may and what else."""
        return self.relationships[0].force is Force.MAY

    @property
    def is_mutual(self) -> bool:
        """Whether it holds both ways; a line never holds both what does and what does not."""
        return self.relationships[0].relation.is_mutual


@dataclass(frozen=True, slots=True)
class Hidden:
    """How many relationships are not shown for one reason; the family, where it is switched off."""

    count: int
    why: Text
    family: Family | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """What is shown and what is not: `shown` and all of `hidden` together are `total`."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    listed: tuple[Relationship, ...]
    hidden: tuple[Hidden, ...]
    total: int

    @property
    def shown(self) -> int:
        """How many relationships are drawn."""
        return len(self.listed)


def class_name(name: str) -> Text:
    """Say the name of a class, as `class_of` gives it, in words.

    >>> class_name("ministry-post").en
    'Other posts, ministry level'
    """
    layer, _, kind = name.partition("-")
    words = _KINDS[kind]
    if kind == "instrument":
        return words
    where = Layer(layer).label
    return Text(f"{words.th} {where.th}", f"{words.en}, {where.en}")


def class_of(end: End) -> str:
    """Name the class a box is folded into: its layer and what it is.

    >>> dcio = Body("post:dcio", BodyKind.POST, Text("", ""), "DCIO", (), None, None, None)
    >>> class_of(dcio)
    'department-post'
    """
    layer = layer_of(end).value
    if not isinstance(end, Body):
        return f"{layer}-instrument"
    return f"{layer}-{'post' if end.kind is BodyKind.POST else 'organization'}"


def select(dataset: Dataset, wish: Wish) -> Selection:
    """Choose what a drawing shows."""
    hidden: Counter[str] = Counter()
    kept = []
    chiefs = frozenset(body.id for body in dataset.bodies if body.level)
    for each in dataset.relationships:
        if reason := _hides(each, wish, chiefs):
            hidden[reason] += 1
        else:
            kept.append(each)
    return _folded(dataset, wish, kept, hidden, chiefs)


def along(
    dataset: Dataset, ends: Iterable[End], relationships: Iterable[Relationship]
) -> Selection:
    """Choose the relationships of a way between two ends, and the ends on it."""
    listed = tuple(relationships)
    boxes = {end.id: _box(end, isinstance(end, Body) and end.level is not None) for end in ends}
    beside = len(dataset.relationships) - len(listed)
    return Selection(
        tuple(boxes.values()),
        _lines(listed, boxes),
        listed,
        _told({"way": beside}),
        len(dataset.relationships),
    )


def within(dataset: Dataset, wish: Wish, end: End, steps: int) -> frozenset[str]:
    """Give who stands within some steps of an end, along the relationships that are asked for."""
    found, edge = {end.id}, {end.id}
    for _ in range(steps):
        edge = {
            other.id
            for near in edge
            for each in dataset.relationships_of_end.get(near, ())
            if each.relation.name in wish.relations and (wish.past or not each.valid_until)
            for other in (each.source, each.target)
        } - found
        found |= edge
    return frozenset(found)


def _hides(each: Relationship, wish: Wish, chiefs: frozenset[str]) -> str:
    """Give why a relationship is not shown, or nothing."""
    if each.valid_until and not wish.past:
        return "past"
    ends = {each.source.id, each.target.id}
    if wish.focus:
        if not ends & wish.around:
            return "far"
    elif not wish.everywhere and not ends & chiefs:
        return "aside"
    if each.relation.name not in wish.relations:
        return FAMILY_OF[each.relation.name].name
    return ""


def _folded(
    dataset: Dataset,
    wish: Wish,
    kept: list[Relationship],
    hidden: Counter[str],
    chiefs: frozenset[str],
) -> Selection:
    """Fold the largest classes until the boxes can be read."""
    ends = {end.id: end for each in kept for end in (each.source, each.target)}
    if wish.focus:
        ends[wish.focus.id] = wish.focus
    apart = chiefs | {wish.focus.id if wish.focus else ""}
    classes: dict[str, list[End]] = {}
    for end in sorted(ends.values(), key=lambda end: dataset.position[end.id]):
        if end.id not in apart and class_of(end) not in wish.opened:
            classes.setdefault(class_of(end), []).append(end)
    count, folded = len(ends), set()
    for name, members in sorted(classes.items(), key=lambda each: (-len(each[1]), each[0])):
        if count <= MOST_BOXES or len(members) < 2:
            break
        folded.add(name)
        count -= len(members) - 1
    boxes: dict[str, Box] = {}
    for end in ends.values():
        if end.id in apart or class_of(end) not in folded:
            boxes[end.id] = _box(end, end.id in apart)
    for name in folded:
        inside = tuple(classes[name])
        together = Box(name, layer_of(inside[0]), inside, True, False)
        boxes |= {end.id: together for end in inside}
    drawn = [each for each in kept if boxes[each.source.id] is not boxes[each.target.id]]
    hidden["folded"] += len(kept) - len(drawn)
    every = {box.id: box for box in boxes.values()}
    order = {box.id: (ORDER[box.layer], dataset.position[box.ends[0].id]) for box in every.values()}
    return Selection(
        tuple(sorted(every.values(), key=lambda box: order[box.id])),
        _lines(drawn, boxes),
        tuple(drawn),
        _told(hidden),
        len(dataset.relationships),
    )


def _box(end: End, is_chief: bool) -> Box:
    return Box(end.id, layer_of(end), (end,), False, is_chief)


def _lines(listed: Iterable[Relationship], boxes: Mapping[str, Box]) -> tuple[Line, ...]:
    """Put together what one line can show: the same boxes, family and way round, and force."""
    groups: dict[tuple[str, str, str, bool, bool], list[tuple[int, Relationship]]] = {}
    for number, each in enumerate(listed, 1):
        source, target = boxes[each.source.id], boxes[each.target.id]
        family = FAMILY_OF[each.relation.name].name
        key = (
            *(source.id, target.id, family),
            *(each.relation.is_mutual, each.force is Force.MAY),
        )
        groups.setdefault(key, []).append((number, each))
    found = []
    for (_, _, family, _, _), numbered in groups.items():
        first = numbered[0][1]
        found.append(
            Line(
                boxes[first.source.id],
                boxes[first.target.id],
                BY_NAME[family],
                tuple(number for number, _ in numbered),
                tuple(each for _, each in numbered),
            )
        )
    return tuple(found)


_WHY = {
    "past": Text("ของเดิมก่อนปี ๒๕๖๒", "of before 2019"),
    "far": Text("อยู่ไกลกว่าระยะที่เลือก", "beyond the chosen distance"),
    "aside": Text("ไม่เกี่ยวกับผู้ที่อยู่ในตารางโดยตรง", "not with a body of the matrix"),
    "folded": Text("อยู่ในกล่องที่พับไว้", "inside a folded box"),
    "way": Text("ไม่อยู่บนเส้นทางนี้", "not on this path"),
}


def _told(hidden: Mapping[str, int]) -> tuple[Hidden, ...]:
    told = [Hidden(hidden[name], why) for name, why in _WHY.items() if hidden.get(name)]
    told += [
        Hidden(hidden[family.name], family.label, family)
        for family in FAMILIES
        if hidden.get(family.name)
    ]
    return tuple(told)
