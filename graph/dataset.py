"""All facts of the guideline in memory, in document order, with the ways back from each."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import TypeVar

from rapidfuzz import fuzz, process

from graph.errors import AmbiguousName, UnknownName
from graph.model.answers import Holder
from graph.model.codes import Code
from graph.model.declare import members
from graph.model.nodes import (
    Action,
    Activity,
    Assignment,
    Body,
    BodyKind,
    Charge,
    Citation,
    Clause,
    Column,
    Concept,
    Duty,
    End,
    Instrument,
    NamedOrganization,
    Node,
    Provision,
    Qualification,
    Reading,
    Relationship,
    Rule,
    Standing,
    TextDifference,
)
from graph.model.text import collapse, key
from graph.slips import put_right

Fact = Node | Relationship

F = TypeVar("F")
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

LONGEST_NAME = 200


@dataclass(frozen=True, eq=False)
class Dataset:
    """The whole guideline as it was loaded: immutable.

    Its version is a hash of the text and the graph: the same facts, the same version.
    """

    clauses: tuple[Clause, ...]
    readings: tuple[Reading, ...]
    bodies: tuple[Body, ...]
    instruments: tuple[Instrument, ...]
    activities: tuple[Activity, ...]
    columns: tuple[Column, ...]
    assignments: tuple[Assignment, ...]
    relationships: tuple[Relationship, ...]
    duties: tuple[Duty, ...]
    actions: tuple[Action, ...]
    qualifications: tuple[Qualification, ...]
    rules: tuple[Rule, ...]
    text_differences: tuple[TextDifference, ...]
    provisions: tuple[Provision, ...]
    organizations: tuple[NamedOrganization, ...]
    concepts: tuple[Concept, ...]
    guideline: str = field(repr=False)
    version: str

    @cached_property
    def guideline_sha256(self) -> str:
        """The SHA-256 of the guideline's text as it came to us."""
        return sha256(self.guideline.encode()).hexdigest()

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Every node by its id."""
        groups: tuple[tuple[Node, ...], ...] = (
            self.clauses,
            self.readings,
            self.bodies,
            self.instruments,
            self.activities,
            self.columns,
            self.assignments,
            self.duties,
            self.actions,
            self.qualifications,
            self.rules,
            self.text_differences,
            self.provisions,
            self.organizations,
            self.concepts,
        )
        return {node.id: node for group in groups for node in group}

    @cached_property
    def position(self) -> dict[str, int]:
        """The place of each node, and of each relationship among its like, in document order."""
        nodes = {identity: at for at, identity in enumerate(self.nodes)}
        return nodes | {each.id: at for at, each in enumerate(self.relationships)}

    @cached_property
    def things(self) -> dict[str, Node | Relationship]:
        """Everything that has an id, by it: nodes and relationships."""
        return {**self.nodes, **{each.id: each for each in self.relationships}}

    @cached_property
    def assignments_of_activity(self) -> dict[str, tuple[Assignment, ...]]:
        """The five cells of each row, by the activity's id."""
        return _group((each.activity.id, each) for each in self.assignments)

    @cached_property
    def columns_of_body(self) -> dict[str, tuple[Column, ...]]:
        """The columns a body stands behind, by the body's id."""
        return _group(
            (standing.body.id, column) for column in self.columns for standing in column.stands_for
        )

    @cached_property
    def assignments_of_column(self) -> dict[str, tuple[Assignment, ...]]:
        """The 13 cells of each column, by the column's id."""
        return _group((each.column.id, each) for each in self.assignments)

    @cached_property
    def holders_of_assignment(self) -> dict[str, tuple[Holder, ...]]:
        """Who holds what through a cell: every body behind its column, with every code of it."""
        return {
            cell.id: tuple(
                Holder(standing.body, code, cell.column.level, standing.basis, cell, cell.citation)
                for code in cell.codes
                for standing in cell.column.stands_for
            )
            for cell in self.assignments
        }

    @cached_property
    def relationships_of_end(self) -> dict[str, tuple[Relationship, ...]]:
        """The relationships a body or instrument stands in, either way round, by its id."""
        return _group(
            (end, each)
            for each in self.relationships
            for end in dict.fromkeys((each.source.id, each.target.id))
        )

    @cached_property
    def parts_of_clause(self) -> dict[str, tuple[Clause, ...]]:
        """The parts of a provision, by its id."""
        return _group((each.parent.id, each) for each in self.clauses if each.parent)

    @cached_property
    def readings_of_clause(self) -> dict[str, tuple[Reading, ...]]:
        """How we read the damaged words of a clause, by its id."""
        return _group((each.clause.id, each) for each in self.readings)

    def readings_in(self, citation: Citation) -> tuple[Reading, ...]:
        """How we read the damaged words among those a citation quotes."""
        quote = collapse(citation.quote)
        return tuple(
            each
            for each in self.readings_of_clause.get(citation.clause.id, ())
            if collapse(each.printed) in quote
        )

    @cached_property
    def citations(self) -> tuple[tuple[Fact, Citation], ...]:
        """Every fact with each place it rests on, in document order."""
        facts: Iterable[Fact] = (*self.nodes.values(), *self.relationships)
        return tuple(
            (fact, citation)
            for fact in facts
            for member in members(type(fact))
            for citation in _cited(getattr(fact, member.name))
        )

    @cached_property
    def citations_of_clause(self) -> dict[str, tuple[tuple[Fact, Citation], ...]]:
        """Where a clause is quoted, with the fact that rests on the words, by the clause's id."""
        return _group((citation.clause.id, (fact, citation)) for fact, citation in self.citations)

    def resting_on(self, clause: Clause, kind: type[F]) -> tuple[F, ...]:
        """Give the facts of one kind that rest on a clause, each once."""
        cited = self.citations_of_clause.get(clause.id, ())
        return tuple(dict.fromkeys(fact for fact, _ in cited if isinstance(fact, kind)))

    @cached_property
    def qualifications_of_body(self) -> dict[str, tuple[Qualification, ...]]:
        """What is asked of the holder of a post, as whole trees, by the post's id.

        A post that is of several kinds, such as the GCIO assistant, has those of its kinds.
        """
        groups: dict[str, list[str]] = defaultdict(list)
        for each in self.relationships:
            if each.relation.name == "comprises":
                groups[each.target.id].append(each.source.id)
        return _group(
            (post, each)
            for each in self.qualifications
            if each.parent is None
            for post in (each.body.id, *groups[each.body.id])
        )

    @cached_property
    def differences_about(self) -> dict[str, tuple[TextDifference, ...]]:
        """Where the text differs on what a body or instrument stands in, by its id.

        These are the differences between places that its relationships or requirements cite.
        """
        told: dict[str, set[str]] = defaultdict(set)
        for relationship in self.relationships:
            for end in (relationship.source, relationship.target):
                told[end.id].add(relationship.citation.clause.id)
        for requirement in self.qualifications:
            told[requirement.body.id].add(requirement.citation.clause.id)
        return _group(
            (end, each)
            for end, clauses in told.items()
            for each in self.text_differences
            if {each.citation.clause.id, each.beside.clause.id} & clauses
        )

    def asks_nothing_of(self, body: Body) -> bool:
        """Whether the guideline sets no qualifications for a post, nor says who is to set them."""
        # Who acts in another's place is asked what that post asks, and is not without.
        told = self.relationships_of_end.get(body.id, ())
        acts = any(each.relation.name == "acts_as" and each.source is body for each in told)
        set_by = any(
            each.relation.name == "sets_qualifications_of" and each.target is body for each in told
        )
        asked = body.id in self.qualifications_of_body or body.id in self.qualifications_met_by
        return body.kind is BodyKind.POST and not (acts or set_by or asked)

    @cached_property
    def parts_of_qualification(self) -> dict[str, tuple[Qualification, ...]]:
        """The requirements one is made of, by its id."""
        return _group((each.parent.id, each) for each in self.qualifications if each.parent)

    def requirements_of(self, whole: Qualification) -> tuple[Qualification, ...]:
        """Give all that a requirement is made of, however deep, in document order."""
        return tuple(
            each
            for part in self.parts_of_qualification.get(whole.id, ())
            for each in (part, *self.requirements_of(part))
        )

    @cached_property
    def qualifications_met_by(self) -> dict[str, tuple[Qualification, ...]]:
        """The requirements that the holder of a post meets, by the post's id."""
        return _group((body.id, each) for each in self.qualifications for body in each.met_by)

    @cached_property
    def duties_of_body(self) -> dict[str, tuple[Duty, ...]]:
        """What a body is to do, by its id."""
        return _group((each.body.id, each) for each in self.duties)

    @cached_property
    def duties_of_activity(self) -> dict[str, tuple[Duty, ...]]:
        """The duties that speak of a row, by the activity's id: our inference."""
        return _group((link.activity.id, each) for each in self.duties for link in each.speaks_of)

    @cached_property
    def actions_of_body(self) -> dict[str, tuple[Action, ...]]:
        """The actions a body is named responsible for, by its id."""
        return _group(
            (each.body.id, action) for action in self.actions for each in action.responsible
        )

    @cached_property
    def rules_under(self) -> dict[str, tuple[Rule, ...]]:
        """The rules that stand under a requirement, by its id."""
        return _group((each.under.id, each) for each in self.rules if each.under)

    @cached_property
    def rules_of_body(self) -> dict[str, tuple[Rule, ...]]:
        """The rules that bind a body, by its id."""
        return _group((each.bound.id, each) for each in self.rules)

    def activity(self, asked: str) -> Activity:
        """Find an activity by number (11, ๑๑), id, name or topic.

        Raises UnknownName with the nearest topics, AmbiguousName where several share the topic.
        """
        return self._named("activity", asked, self._activities_by_name)

    def body(self, asked: str) -> Body:
        """Find a body by id, name or abbreviation.

        Raises UnknownName with the nearest names, AmbiguousName where several share it: GCIO is
        the whole system and, as a column, the GCIO Committee.
        """
        return self._named("body", asked, self._bodies_by_name)

    def end(self, asked: str) -> End:
        """Find a body or an instrument by id or name.

        Raises UnknownName with the nearest names, AmbiguousName where several share it.
        """
        return self._named("end", asked, self._ends_by_name)

    def instrument(self, asked: str) -> Instrument:
        """Find a course, register or other instrument by id or name.

        Raises UnknownName with the nearest names, AmbiguousName where several share it.
        """
        return self._named("instrument", asked, self._instruments_by_name)

    def column(self, asked: str) -> Column:
        """Find a column by id or by its printed head. Raises UnknownName."""
        return self._named("column", asked, self._columns_by_name)

    def organization(self, asked: str) -> NamedOrganization:
        """Find a ministry, department or province by name, with or without its prefix.

        Raises UnknownName with the nearest, AmbiguousName where several share an abbreviation.
        """
        return self._named("organization", asked, self._organizations_by_name)

    def post_of(self, organization: NamedOrganization) -> Body | None:
        """Give the CIO post or committee of an organization, by its level."""
        for column in self.columns:
            if column.level is organization.level:
                return column.stands_for[0].body
        return None

    def clause(self, asked: str) -> Clause:
        """Find a clause by id or by the place as citations print it. Raises UnknownName."""
        return self._named("clause", asked, self._clauses_by_name)

    def nearest_ids(self, asked: str) -> list[str]:
        """Give the three ids that look most like what was asked."""
        called = key(asked[:LONGEST_NAME])
        named: tuple[Node, ...] = (
            *self._activities_by_name.get(called, ()),
            *self._ends_by_name.get(called, ()),
            *self._columns_by_name.get(called, ()),
            *self._clauses_by_name.get(called, ()),
        )
        if named:
            return [each.id for each in named[:3]]
        near = process.extract(called, self.nodes.keys(), scorer=fuzz.ratio, limit=3)
        return [identity for identity, _, _ in near]

    def suggestions(self, asked: str) -> tuple[str, ...]:
        """Give the names and topics that look most like what was searched for, at most three."""
        names = [*self._activities_by_name, *self._ends_by_name, *self._columns_by_name]
        words = [name for name in dict.fromkeys(names) if ":" not in name]
        near = process.extract(key(asked), words, scorer=fuzz.WRatio, limit=3, score_cutoff=60)
        return tuple(name for name, _, _ in near)

    def put_right(self, asked: str) -> str | None:
        """Give what was searched for with each wrong letter put right, where there is one way."""
        names = (*self._activities_by_name, *self._ends_by_name, *self._columns_by_name)
        return put_right(key(asked), (*names, *self._organizations_by_name))

    @cached_property
    def _activities_by_name(self) -> dict[str, tuple[Activity, ...]]:
        return _by_name(
            (each, (each.id, str(each.number), each.name.th, each.name.en, *each.topics))
            for each in self.activities
        )

    @cached_property
    def _bodies_by_name(self) -> dict[str, tuple[Body, ...]]:
        return _by_name(
            (each, (each.id, each.name.th, each.name.en, each.short, *each.aliases))
            for each in self.bodies
        )

    @cached_property
    def _instruments_by_name(self) -> dict[str, tuple[Instrument, ...]]:
        return _by_name(
            (each, (each.id, each.name.th, each.name.en, *each.aliases))
            for each in self.instruments
        )

    @cached_property
    def _ends_by_name(self) -> dict[str, tuple[End, ...]]:
        return {**self._instruments_by_name, **self._bodies_by_name}

    @cached_property
    def _organizations_by_name(self) -> dict[str, tuple[NamedOrganization, ...]]:
        whole = ((each, (each.id, each.name.th, each.name.en)) for each in self.organizations)
        short = ((each, (*each.short_names, *each.abbreviations)) for each in self.organizations)
        # A whole name is never taken for another's short one.
        return {**_by_name(short), **_by_name(whole)}

    @cached_property
    def _columns_by_name(self) -> dict[str, tuple[Column, ...]]:
        return _by_name((each, (each.id, each.label)) for each in self.columns)

    @cached_property
    def _clauses_by_name(self) -> dict[str, tuple[Clause, ...]]:
        return _by_name(
            (each, (each.id, each.place, each.name.th, each.name.en)) for each in self.clauses
        )

    def _named(self, kind: str, asked: str, names: dict[str, tuple[V, ...]]) -> V:
        if len(asked) > LONGEST_NAME:
            raise UnknownName(kind, asked, [])
        wanted = key(asked)
        if found := names.get(wanted):
            if len(found) > 1:
                raise AmbiguousName(kind, asked, [_say(each) for each in found])
            return found[0]
        near = process.extract(wanted, names.keys(), scorer=fuzz.WRatio, limit=6, score_cutoff=60)
        nearest = dict.fromkeys(_say(each) for name, _, _ in near for each in names[name])
        raise UnknownName(kind, asked, list(nearest)[:3])


def given_words(fact: Fact) -> Iterator[tuple[str, str]]:
    """Give the words a fact takes from its clause beside its quote, each with its column.

    They are its conditions and, of a rule, the alternative, from when it counts and until when.
    """
    if isinstance(fact, Relationship | Duty | Rule):
        yield from (("condition", words) for words in fact.conditions)
    if isinstance(fact, Rule):
        yield from (
            (column, words)
            for column, words in (
                ("alternative", fact.alternative),
                ("counted_from", fact.counted_from),
                ("until", fact.until),
            )
            if words
        )


def marks(codes: Iterable[Code]) -> str:
    """Write codes as the table does.

    >>> marks((Code.ACCOUNTABLE, Code.RESPONSIBLE))
    'A/R'
    >>> marks(())
    '-'
    """
    return "/".join(code.value for code in codes) or "-"


def _cited(value: object) -> Iterator[Citation]:
    match value:
        case Citation():
            yield value
        case Standing() | Charge():
            yield value.citation
        case tuple():
            for each in value:
                yield from _cited(each)


def _say(thing: object) -> str:
    match thing:
        case Activity():
            return f"{thing.id} ({thing.name.en})"
        case Body():
            return f"{thing.id} ({thing.called.th}, {thing.name.en})"
        case Instrument() | NamedOrganization():
            return f"{thing.id} ({thing.name.th}, {thing.name.en})"
        case Column():
            return f"{thing.id} ({thing.label})"
        case Clause():
            return f"{thing.id} ({thing.place})"
    return str(thing)


def _group(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    lists: dict[K, list[V]] = defaultdict(list)
    for group, value in pairs:
        lists[group].append(value)
    return {group: tuple(values) for group, values in lists.items()}


def _by_name(things: Iterable[tuple[V, Iterable[str]]]) -> dict[str, tuple[V, ...]]:
    return _group(
        (name, thing)
        for thing, names in things
        for name in dict.fromkeys(key(name) for name in names)
        if name
    )
