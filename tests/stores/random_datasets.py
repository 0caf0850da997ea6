"""Small datasets of random facts: the shape of the model, and nothing of the guideline."""

from dataclasses import replace
from typing import Any, TypeVar

from hypothesis import strategies as st

from graph.dataset import Dataset
from graph.model.codes import Code
from graph.model.levels import Level
from graph.model.nodes import (
    Action,
    Activity,
    Assignment,
    Basis,
    Body,
    BodyKind,
    Charge,
    Citation,
    Clause,
    Column,
    Comparison,
    Concept,
    Duty,
    DutyKind,
    Instrument,
    InstrumentForm,
    Interpretation,
    Join,
    NamedKind,
    NamedOrganization,
    NoFact,
    Provision,
    Qualification,
    Reading,
    Relationship,
    Rule,
    RuleKind,
    Standing,
    TextDifference,
    Unit,
)
from graph.model.relations import RELATIONS, Force, SeatRole
from graph.model.text import Text
from graph.property_graph import content_hash

T = TypeVar("T")
Draw = Any

# Letters that files, statements and folding trip over, among others that they do not.
LETTERS = st.text("กขคำุ๑ ab1'\"\\{}$`/:;\n\u200b(–)", max_size=8)
TEXTS = st.builds(Text, LETTERS, LETTERS)
DAYS = st.sampled_from(["", "1998-06-09", "2013-01-01", "2019-11-25", "2019-11-26"])


@st.composite
def datasets(draw: Draw) -> Dataset:
    """Draw a dataset of a few dozen nodes in which everything may refer to everything."""
    clauses = _clauses(draw)
    cite = st.builds(_citation, st.sampled_from(clauses), LETTERS)
    bodies = _many(
        draw,
        "post:b{}",
        lambda i: Body(
            i,
            draw(st.sampled_from(BodyKind)),
            draw(TEXTS),
            draw(LETTERS),
            _few(draw, LETTERS),
            draw(_or_none(Level)),
            draw(st.none() | TEXTS),
            draw(cite),
        ),
        least=1,
        most=7,
    )
    instruments = _many(
        draw,
        "instrument:i{}",
        lambda i: Instrument(
            i, draw(st.sampled_from(InstrumentForm)), draw(TEXTS), _few(draw, LETTERS), None,
            draw(cite),
        ),
    )  # fmt: skip
    body = st.sampled_from(bodies)
    activities = tuple(
        Activity(f"activity:{n}", n, draw(TEXTS), _few(draw, LETTERS))
        for n in range(1, draw(st.integers(1, 4)) + 1)
    )
    columns = _many(
        draw,
        "column:c{}",
        lambda i: Column(
            i,
            draw(LETTERS),
            draw(st.sampled_from(Level)),
            tuple(
                Standing(each, draw(st.sampled_from(Basis)), draw(TEXTS), draw(cite))
                for each in draw(st.lists(body, min_size=1, max_size=2, unique_by=id))
            ),
        ),
        least=1,
    )
    qualifications = _qualifications(draw, bodies, cite)
    return _versioned(
        Dataset(
            clauses=clauses,
            readings=_many(
                draw,
                "reading:r{}",
                lambda i: Reading(
                    i, draw(LETTERS), draw(LETTERS), draw(st.booleans()), draw(TEXTS),
                    draw(st.sampled_from(clauses)),
                ),
            ),
            bodies=bodies,
            instruments=instruments,
            activities=activities,
            columns=columns,
            assignments=tuple(
                Assignment(
                    f"assignment:{row.number}-{column.id}",
                    draw(LETTERS),
                    tuple(draw(st.lists(st.sampled_from(Code), max_size=2, unique=True))),
                    row,
                    column,
                    draw(cite),
                )
                for row in activities
                for column in columns
            ),
            relationships=_many(
                draw,
                "relationship:{}",
                lambda i: _relationship(draw, i, bodies, instruments, cite),
                most=14,
            ),
            duties=_many(
                draw,
                "duty:{}",
                lambda i: Duty(
                    i, draw(st.sampled_from(DutyKind)), draw(TEXTS), draw(st.sampled_from(Force)),
                    _few(draw, LETTERS), draw(st.sampled_from(Basis)), draw(DAYS), draw(DAYS),
                    draw(body), draw(cite),
                    tuple(
                        Interpretation(row, draw(LETTERS), Basis.INFERRED)
                        for row in draw(
                            st.lists(st.sampled_from(activities), max_size=2, unique_by=id)
                        )
                    ),
                ),
            ),
            actions=_many(
                draw,
                "action:{}",
                lambda i: Action(
                    i, draw(TEXTS), draw(TEXTS), draw(st.sampled_from(Basis)), _few(draw, cite),
                    _few(draw, cite),
                    tuple(
                        Charge(each, draw(st.sampled_from(Basis)), draw(cite))
                        for each in draw(st.lists(body, max_size=3, unique_by=id))
                    ),
                ),
            ),
            qualifications=qualifications,
            rules=_many(
                draw,
                "rule:{}",
                lambda i: Rule(
                    i, draw(TEXTS), draw(st.sampled_from(RuleKind)), draw(st.sampled_from(Force)),
                    draw(_or_none(Comparison)), draw(st.none() | st.integers(-(10**9), 10**9)),
                    draw(_or_none(Unit)), draw(LETTERS), draw(LETTERS), draw(LETTERS),
                    _few(draw, LETTERS), draw(st.sampled_from(Basis)), draw(DAYS), draw(DAYS),
                    draw(body), draw(st.none() | st.sampled_from(qualifications or [None])),
                    draw(st.none() | body), draw(cite),
                ),
            ),
            text_differences=_many(
                draw,
                "difference:{}",
                lambda i: TextDifference(i, draw(TEXTS), draw(TEXTS), draw(cite), draw(cite)),
            ),
            provisions=_many(
                draw,
                "provision:{}",
                lambda i: Provision(
                    i, draw(TEXTS), draw(TEXTS), draw(DAYS), draw(DAYS), _few(draw, cite),
                    draw(cite),
                ),
            ),
            organizations=_organizations(draw),
            concepts=_many(
                draw,
                "concept:{}",
                lambda i: Concept(
                    i, draw(LETTERS), _few(draw, LETTERS), _few(draw, LETTERS), draw(LETTERS)
                ),
            ),
            guideline=draw(LETTERS),
            version="",
        )
    )  # fmt: skip


def _clauses(draw: Draw) -> tuple[Clause, ...]:
    found: list[Clause] = []
    for number in range(draw(st.integers(1, 5))):
        parent = draw(st.none() | st.sampled_from(found)) if found else None
        place, no_fact = draw(LETTERS), draw(_or_none(NoFact))
        found.append(
            Clause(f"clause:{number}", place, draw(TEXTS), "", draw(TEXTS), no_fact, parent)
        )
    return tuple(found)


def _qualifications(draw: Draw, bodies: tuple[Body, ...], cite: Any) -> tuple[Qualification, ...]:
    found: list[Qualification] = []
    named = st.lists(st.sampled_from(bodies), max_size=2, unique_by=id).map(tuple)
    for number in range(draw(st.integers(0, 4))):
        parent = draw(st.none() | st.sampled_from(found)) if found else None
        found.append(
            Qualification(
                f"qualification:{number}", draw(TEXTS), draw(_or_none(Join)), draw(LETTERS),
                draw(_or_none(Basis)), None, draw(st.sampled_from(bodies)), draw(named),
                draw(named), parent, draw(cite),
            )
        )  # fmt: skip
    return tuple(found)


def _organizations(draw: Draw) -> tuple[NamedOrganization, ...]:
    found: list[NamedOrganization] = []
    for number in range(draw(st.integers(0, 4))):
        parent = draw(st.none() | st.sampled_from(found)) if found else None
        kind, level = draw(st.sampled_from(NamedKind)), draw(_or_none(Level))
        found.append(
            NamedOrganization(
                f"named:{number}", draw(TEXTS), _few(draw, LETTERS), kind, level, Basis.STATED,
                draw(st.none() | TEXTS), draw(st.booleans()), parent,
            )
        )  # fmt: skip
    return tuple(found)


def _relationship(
    draw: Draw, i: str, bodies: tuple[Body, ...], instruments: tuple[Instrument, ...], cite: Any
) -> Relationship:
    """Draw a relationship between ends of the kinds its relation may have, as the seeds' do."""
    ends = {"body": bodies, "instrument": instruments, "either": bodies + instruments}
    possible = [each for each in RELATIONS.values() if ends[each.source] and ends[each.target]]
    relation = draw(st.sampled_from(possible))
    return Relationship(
        i,
        relation,
        draw(st.sampled_from(Force)),
        draw(_or_none(SeatRole)),
        draw(st.booleans()),
        _few(draw, LETTERS),
        draw(st.sampled_from(Basis)),
        draw(DAYS),
        draw(DAYS),
        draw(st.none() | TEXTS),
        draw(st.sampled_from(ends[relation.source])),
        draw(st.sampled_from(ends[relation.target])),
        draw(cite),
    )


def _many(draw: Draw, pattern: str, make: Any, least: int = 0, most: int = 3) -> tuple[Any, ...]:
    return tuple(make(pattern.format(n)) for n in range(draw(st.integers(least, most))))


def _few(draw: Draw, each: Any) -> tuple[Any, ...]:
    return tuple(draw(st.lists(each, max_size=2)))


def _or_none(kind: Any) -> Any:
    return st.none() | st.sampled_from(kind)


def _citation(clause: Clause, quote: str) -> Citation:
    return Citation(clause.place, quote, clause)


def _versioned(dataset: Dataset) -> Dataset:
    return replace(dataset, version=content_hash(dataset))
