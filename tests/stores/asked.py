"""Every question there is, for a dataset of whatever size: what a contract of two stores asks."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import islice, product
from typing import Any, TypeVar

from graph.dataset import Dataset
from graph.model.codes import Code
from graph.model.levels import Level
from graph.model.nodes import BodyKind, DutyKind, InstrumentForm, RuleKind
from graph.model.relations import RELATIONS, Force, SeatRole
from graph.questions.actions import Actions
from graph.questions.activities import Activities
from graph.questions.as_of import LaidDownOn
from graph.questions.assignments import Assignments
from graph.questions.base import Listing, Question
from graph.questions.bodies import Bodies
from graph.questions.clauses import Clauses
from graph.questions.columns import Columns
from graph.questions.dataset import WhatIsLoaded
from graph.questions.differences import WhereTheyDiffer
from graph.questions.duties import Duties
from graph.questions.instruments import Instruments
from graph.questions.lookup import (
    OneActivity,
    OneBody,
    OneClause,
    OneInstrument,
    OneNode,
    OneOrganization,
)
from graph.questions.matrix import WholeMatrix
from graph.questions.memberships import Memberships
from graph.questions.neighbourhood import DEEPEST, Around
from graph.questions.nodes import Nodes
from graph.questions.organizations import Organizations
from graph.questions.path import PathBetween
from graph.questions.provisions import Provisions
from graph.questions.qualifications import Qualifications
from graph.questions.relations import Relations
from graph.questions.relationships import Direction, Relationships
from graph.questions.rules import Rules
from graph.questions.search import SearchFor, SearchKind
from graph.questions.who_holds import WhoHolds

T = TypeVar("T")
E = TypeVar("E", bound=Enum)
Asked = Question[Any, Any]

# Ids that a hostile or mistaken reader might send; no store has them.
NOWHERE = ("nowhere", "", "' OR 1=1 //", "post:dcio'}) DETACH DELETE (n", "กิจกรรม:๑", "\u200b")
DAYS = ("1990-01-01", "1998-06-09", "2005-06-30", "2013-01-01", "2019-11-25", "2019-11-26")
WORDS = ("ไซเบอร์", "cio", "กระทรวง", "data", "5", "ข้อ", "มอบหมาย", "governance", "\\", "%", "*")


def every_question(dataset: Dataset, most: int = 10_000) -> Iterator[Asked]:
    """Give every question of every kind, with every value of what it asks by.

    Of two ends that are asked for together (a path, a seat) at most `most` pairs are taken, spread
    over all; every other combination that can be made is made.
    """
    yield from _wholes()
    yield from _lookups(dataset)
    yield from _matrix(dataset)
    yield from _bodies(dataset, most)
    yield from _texts(dataset)


def _wholes() -> Iterator[Asked]:
    yield from (WholeMatrix(), Columns(), WhatIsLoaded(), WhereTheyDiffer(), Relations())


def _lookups(dataset: Dataset) -> Iterator[Asked]:
    kinds = (
        (OneActivity, dataset.activities),
        (OneBody, dataset.bodies),
        (OneInstrument, dataset.instruments),
        (OneClause, dataset.clauses),
        (OneOrganization, dataset.organizations),
        (OneNode, dataset.nodes.values()),
    )
    for kind, found in kinds:
        yield from (kind(each.id) for each in found)
        yield from (kind(identity) for identity in NOWHERE)
    every = tuple(dataset.nodes)
    yield from (Nodes(every[at : at + 100]) for at in range(0, len(every), 100))
    yield from (Nodes(()), Nodes((*NOWHERE, every[0], every[-1])))
    # An id of another kind of thing is none of this kind.
    yield from (OneBody(each.id) for each in dataset.activities)
    yield from (OneClause(each.id) for each in dataset.bodies[:3])


def _matrix(dataset: Dataset) -> Iterator[Asked]:
    numbers = [each.number for each in dataset.activities]
    for number, code, level in product([*numbers, 0, 99], Code, [None, *Level]):
        yield WhoHolds(number, code, level)
    activities = [None, *(each.id for each in dataset.activities)]
    behind = dict.fromkeys(
        standing.body.id for column in dataset.columns for standing in column.stands_for
    )
    for activity, body in product(activities, [None, *behind, *NOWHERE[:2]]):
        yield from _pages(dataset.assignments, Assignments, activity=activity, body=body)
    for level, code, body in product([None, *Level], [None, *Code], [None, *behind]):
        yield from _pages(dataset.assignments, Assignments, level=level, code=code, body=body)
    yield from _pages(dataset.activities, Activities)


def _bodies(dataset: Dataset, most: int) -> Iterator[Asked]:
    bodies = [each.id for each in dataset.bodies]
    ends = [*bodies, *(each.id for each in dataset.instruments)]
    for kind, level in product(_or_none(BodyKind), _or_none(Level)):
        yield from _pages(dataset.bodies, Bodies, kind=kind, level=level)
    for form in _or_none(InstrumentForm):
        yield from _pages(dataset.instruments, Instruments, form=form)
    for body, direction in product([None, *ends, *NOWHERE], Direction):
        yield from _pages(dataset.relationships, Relationships, body=body, direction=direction)
    for name, force in product(RELATIONS, _or_none(Force)):
        yield from _pages(dataset.relationships, Relationships, relations=(name,), force=force)
    some = ("sits_on", "advises", "reports_to")
    yield from (
        Relationships(-1, 101, body=body, relations=some, force=force)
        for body, force in product(ends, Force)
    )
    committees = dict.fromkeys(each.target.id for each in dataset.relationships if each.role)
    for committee, role in product([None, *committees, "nowhere"], _or_none(SeatRole)):
        yield from _pages(dataset.relationships, Memberships, committee=committee, role=role)
    for member in bodies:
        yield Memberships(-1, 101, member=member)
        yield from (Memberships(-1, 101, committee=each, member=member) for each in committees)
    for body in [*bodies, "nowhere"]:
        for force in _or_none(Force):
            yield Duties(-1, 101, body=body, force=force)
            yield Rules(-1, 101, body=body, force=force)
        yield Actions(-1, 101, body=body)
        yield Qualifications(-1, 101, body=body)
        yield Qualifications(-1, 101, met_by=body)
        yield Qualifications(-1, 101, body="post:dcio", met_by=body)
    for end, depth in product([*ends, "nowhere"], range(1, DEEPEST + 1)):
        yield Around(end, depth, 100)
        yield Around(end, depth, 3, some)
        yield Around(end, depth, 100, ("works_with",))
    pairs = list(product(ends, ends))
    step = max(1, len(pairs) // most)
    yield from (PathBetween(source, target) for source, target in pairs[::step])
    yield from (PathBetween(end, "nowhere") for end in ends[:3])


def _texts(dataset: Dataset) -> Iterator[Asked]:
    for kind, force in product(_or_none(DutyKind), _or_none(Force)):
        yield from _pages(dataset.duties, Duties, kind=kind, force=force)
    for activity, kind in product(dataset.activities, _or_none(DutyKind)):
        yield Duties(-1, 101, activity=activity.id, kind=kind)
    for kind_of_rule, force in product(_or_none(RuleKind), _or_none(Force)):
        yield from _pages(dataset.rules, Rules, kind=kind_of_rule, force=force)
    for parent in [None, "nowhere", *(each.id for each in dataset.clauses)]:
        yield from _pages(dataset.clauses, Clauses, parent=parent)
    parents = dict.fromkeys(each.parent.id for each in dataset.organizations if each.parent)
    for level, of in product(_or_none(Level), [None, *parents]):
        yield from _pages(dataset.organizations, Organizations, level=level, parent=of)
    yield from _pages(dataset.actions, Actions)
    yield from _pages(dataset.qualifications, Qualifications)
    yield from _pages(dataset.provisions, Provisions)
    yield from (LaidDownOn(day, until) for day, until in product(DAYS, DAYS) if day <= until)
    labels = [(kind.value,) for kind in SearchKind]
    everything = tuple(kind.value for kind in SearchKind)
    names = [each.name.th for each in islice(dataset.bodies, 20)]
    for words, kinds in product([*WORDS, *names], [everything, *labels]):
        yield SearchFor(tuple(words.casefold().split()), kinds, None, 20)
    yield SearchFor(("ข้อมูล", "กระทรวง"), everything, None, 20)


def _pages(things: Sequence[Any], question: type[Listing[Any]], /, **asked: Any) -> Iterator[Asked]:
    """Ask for a list whole, by twos, and from its middle and its end on."""
    middle = len(things) // 2
    positions = [-1, middle, 10**6] if not asked or all(v is None for v in asked.values()) else [-1]
    for after, limit in product(positions, (2, 101)):
        yield question(after, limit, **asked)


def _or_none(kind: type[E]) -> Iterable[E | None]:
    return (None, *kind)
