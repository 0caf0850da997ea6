"""A reading beside the dataset: what the rules look at, and what more than one of them tells."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graph.asking.answer import Draft
from graph.asking.passages import Found, Passages
from graph.asking.reading import Reading, body_of, column_of
from graph.dataset import Dataset
from graph.model.levels import Level
from graph.model.nodes import (
    Activity,
    Assignment,
    Basis,
    Clause,
    Column,
    NamedOrganization,
    whole,
)
from graph.model.text import Text
from graph.questions.base import Question


@dataclass(frozen=True, slots=True)
class Plan:
    """A question understood: what is asked of the graph, and how the answer is told."""

    rule: str
    words: Text
    question: Question[Any, Any]
    variables: dict[str, Any]
    tell: Callable[[Any], Draft]


@dataclass
class Asked:
    """A reading beside the dataset it is asked of."""

    dataset: Dataset
    passages: Passages
    reading: Reading

    @cached_property
    def fits(self) -> list[Found]:
        """The passages that speak of what is asked, best first.

        Of an MCIO, a DCIO or the PCIO those are left out that speak of another of them only: what
        is laid down for one does not hold for the other.
        """
        found = self.passages.search(self.reading.folded, self.reading.spots, _boosts(self))
        own = {column.id for column in self.reading.columns} & _APART
        if not own:
            return found
        return [
            each
            for each in found
            if any(self.passages.speaks_of(each.clause, name) for name in own)
            or not any(self.passages.speaks_of(each.clause, name) for name in _APART - own)
        ]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns named, and those of the organizations named."""
        reading = self.reading
        by_id = {column.id: column for column in self.dataset.columns}
        of_body = {
            standing.body.id: column
            for column in self.dataset.columns
            for standing in column.stands_for
        }
        strong: dict[Column, None] = {}
        mentioned: dict[Column, None] = {}
        for spot in reading.spots:
            for name in spot.concepts:
                if column := by_id.get(name) or of_body.get(name):
                    strong[column] = mentioned[column] = None
                elif (column := self.at_level.get(name)) and not reading.organizations:
                    mentioned[column] = None
        # "The department" means its CIO where the matrix is asked, and else the department.
        of_the_matrix = bool(reading.codes or reading.activities)
        of_a_body = reading.wants("duty", "composition", "chair", "secretary", "vice_chair")
        found = mentioned if of_the_matrix or (not strong and of_a_body) else strong
        named = [column_of(self.dataset, each.level) for each in self.reading.organizations]
        return tuple(found | dict.fromkeys(each for each in named if each))

    @cached_property
    def foreign(self) -> tuple[str, ...]:
        """The topics named that no row of the matrix named beside them accounts for."""
        accounted: set[str] = set()
        others: list[str] = []
        columns = {body_of(self.dataset, column).id for column in self.columns}
        for spot in self.reading.spots:
            if (
                spot.of("activity")
                or spot.of("code")
                or spot.of("column")
                or "code" in spot.of("asks")
            ):
                accounted.update(spot.of("topic"))
            elif not spot.of("topic"):
                others += [
                    name
                    for name in spot.concepts
                    if name.startswith(("instrument:", "organization:", "post:"))
                    and name not in columns
                    and name not in GENERIC
                ]
        for activity in self.reading.activities:
            accounted.update(_RELATED.get(activity.number, ()))
        topics = [
            each for each in self.reading.topics if each not in accounted and each not in _NEUTRAL
        ]
        return (*topics, *others)

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """The topics named that are more than a manner of speaking."""
        return tuple(each for each in self.reading.topics if each not in _NEUTRAL)

    @cached_property
    def named_bodies(self) -> tuple[str, ...]:
        """The bodies named, and those behind the columns named, by their ids."""
        behind = (body_of(self.dataset, each).id for each in self.reading.columns)
        return tuple(dict.fromkeys([*self.reading.bodies, *behind]))

    @cached_property
    def at_level(self) -> dict[str, Column]:
        """The column of a ministry, a department or a province, by the body's id."""
        return {
            _AT_LEVEL[column.level]: column
            for column in self.dataset.columns
            if column.level in _AT_LEVEL
        }

    def cells(self, activity: Activity) -> tuple[Assignment, ...]:
        """The five cells of a row."""
        return self.dataset.assignments_of_activity[activity.id]


_APART = frozenset(("column:mcio", "column:dcio", "column:pcio"))
# Topics that say the same as a row of the matrix in other words.
_RELATED = {
    1: ("project", "money", "master_plan", "request"),
    2: ("platform",),
    4: ("citizen", "new_ways", "design"),
    5: ("community", "private", "communicate"),
    6: ("education", "knowledge", "design"),
    7: ("training", "skills", "workforce", "knowledge", "new_ways", "staff"),
    8: ("central_data", "integrate", "open"),
    9: ("platform", "integrate"),
    11: ("audit", "merit"),
    12: ("earlier", "retire"),
    13: ("report", "evaluate", "yearly"),
}


# Bodies that any question may name in passing.
GENERIC = frozenset(
    (
        *("organization:ministry", "organization:department", "organization:province"),
        *("organization:government-agency", "organization:agency", "organization:gcio-system"),
        *("instrument:guideline", "organization:gcio-committee", "organization:dg-committee"),
        *("organization:de-committee", "instrument:gcio-digital-skills"),
        "organization:national-committees",
    )
)


_AT_LEVEL = {
    Level.MINISTRY: "organization:ministry",
    Level.DEPARTMENT: "organization:department",
    Level.PROVINCE: "organization:province",
}


Rule = Callable[[Asked], Plan | None]


# Topics that go with any row and so do not lead away from the matrix.
_NEUTRAL = frozenset(
    (
        *("digital_gov", "level_word", "skills", "guidelines", "report", "integrate", "citizen"),
        *("equivalent", "community", "communicate", "value", "readiness", "national_strategy"),
        *("result", "approve", "team", "head_of_agency", "cio", "group", "support", "weigh"),
        *("project", "money", "design", "optional", "represent", "transformation", "add"),
    )
)


def stands_for(column: Column) -> Text:
    """Who a column is, with what of it is our reading."""
    names = [standing.body.called for standing in column.stands_for]
    read = any(standing.basis is not Basis.STATED for standing in column.stands_for)
    ours = (
        Text(" (การอ่านของเรา ไม่ใช่ถ้อยคำที่พิมพ์)", " (our reading, not printed)")
        if read
        else Text("", "")
    )
    label = column.label
    return Text(
        f"{label} คือ {' และ '.join(each.th for each in names)}{ours.th}",
        f"{label} is {' and '.join('the ' + each.en for each in names)}{ours.en}",
    )


def tell_organizations(asked: Asked, draft: Draft, named: Sequence[NamedOrganization] = ()) -> None:
    """Say as what a named organization was taken."""
    for each in named or asked.reading.organizations:
        column = column_of(asked.dataset, each.level)
        if column and each.level:
            level, head = each.level.label, column.label
            draft.say(
                f"{each.name.th} อยู่ใน{level.th} จึงดูที่คอลัมน์ {head}",
                f"{each.name.en} stands at the {level.en}, so the column is {head}.",
            )
        if each.note:
            draft.say(f"{each.name.th}: {each.note.th}", f"{each.name.en}: {each.note.en}")


def is_bare(asked: Asked) -> bool:
    """Whether a question is nothing but a name."""
    return not asked.reading.asks and not asked.reading.left_over


def mentions_cio(reading: Reading) -> bool:
    """Tell whether a CIO is spoken of."""
    lower = reading.question.lower()
    return any(word in lower for word in ("cio", "ซีไอโอ", "ผู้บริหารเทคโนโลยี", "information officer"))


def is_elsewhere(asked: Asked) -> bool:
    """Whether assistants, staff or advisers are spoken of, who have parts of their own."""
    return bool({"assistant", "staff", "adviser", "precourse"} & set(asked.reading.topics))


_FORCED = 0.30


def quoted(clause: Clause) -> Text:
    """Give the words of a clause with their place: as printed, the gloss first in English."""
    return Text(
        f"{clause.name.th}: “{clause.text.th}”",
        f"{clause.place}: {clause.text.en} (“{clause.text.th}”)",
    )


def add_passages(asked: Asked, draft: Draft, most: int) -> None:
    """Beside what was found, the passages that fit as well."""
    if not asked.fits:
        return
    top = asked.fits[0]
    if top.share < _FORCED:
        return
    for each in asked.fits[:most]:
        if each.score >= top.score * 0.75 and not each.clause.id.startswith("figure:"):
            draft.lines.append(quoted(each.clause))
            draft.citations.append(whole(each.clause))


def _boosts(asked: Asked) -> Iterable[tuple[str, float]]:
    """Where in the guideline to look first, by what is asked."""
    reading = asked.reading
    names = {column.id.partition(":")[2] for column in reading.columns}
    topics = set(reading.topics)
    yield "figure:2/row", 0.5
    if reading.wants("change") or reading.names_an_earlier_year:
        yield "changes", 1.6
        if 2013 in reading.years:
            yield "changes:10", 2.0
    elif "transition" not in topics:
        yield "changes", 0.75
    yield "actions", 1.6 if reading.wants("implementation") else 0.85
    if {"transition", "continue", "valid"} & topics and {"earlier", "transition"} & topics:
        yield "clause:14", 1.5
        yield "clause:15", 1.5
        yield "clause:16", 1.5
    if "repeal" in topics:
        yield "clause:16", 1.6
    if "certify" in topics:
        yield "clause:7/p4", 1.4
    hired = {"adviser", "high_potential"} & topics
    how_many = bool(hired) and (reading.wants("count", "when") or "quota" in topics)
    if hired and reading.wants("count") and not names:
        yield "clause:10.", 2.2
    office = {"appoint", "ex_officio", "head_of_agency", "permanent_secretary", "director_general"}
    whose = {asked.at_level[each].id for each in reading.bodies if each in asked.at_level}
    for name, letter in (("gcio", 1), ("mcio", 2), ("dcio", 3), ("pcio", 4)):
        must_have = reading.wants("yesno") and f"column:{name}" in whose
        if name in names and (office & topics or must_have):
            yield f"clause:5.{letter}", 1.4
        if name in names and how_many:
            yield f"clause:10.{letter - 1}", 1.8
    if {"deputy", "delegate", "it_director", "director"} & topics:
        if "mcio" in names:
            yield "clause:5.2/p2", 1.5
        if "dcio" in names:
            yield "clause:5.3/p2", 1.5
    for name in names - {"dg-de"}:
        if "assistant" in topics:
            group = "pcio" if name == "pcio" else "mcio"
            yield f"annex:assistants-{group}", 1.6
        elif "staff" in topics:
            yield f"annex:staff-{'mcio' if name in ('mcio', 'dcio') else name}", 1.6
        elif "adviser" not in topics:
            if reading.wants("qualification"):
                yield f"annex:{name}/qualifications", 1.6
            elif reading.wants("duty"):
                yield f"annex:{name}/duties", 1.6
            elif reading.wants("composition", "chair", "secretary"):
                yield f"annex:{name}/composition", 1.6
            else:
                yield f"annex:{name}", 1.15
