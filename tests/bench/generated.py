"""A made-up graph of any size around the real one, for measuring how answers grow with it.

To the dataset of the seeds come bodies, instruments and relationships, so that every question works
on it. Twenty ministries share the departments, so that each is a hub of n/220; each department has
ten posts. What is near a post does not grow with n.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.dataset import Dataset
from graph.model.levels import Level
from graph.model.nodes import (
    Basis,
    Body,
    BodyKind,
    Citation,
    End,
    Instrument,
    InstrumentForm,
    Relationship,
)
from graph.model.relations import RELATIONS, Force, SeatRole
from graph.model.text import Text, thai_digits
from graph.property_graph import edges, hash_of, nodes
from graph.seeds import load
from graph.stores.neo4j.versions import Content

LEAST = 1_000
MOST = 1_000_000
MINISTRIES = 20
POSTS_PER_DEPARTMENT = 10
POSTS_PER_SEAT = 5
BODIES_PER_INSTRUMENT = 100
CABINET = "organization:cabinet"
PICKED = 200
# About as many letters as the relationships of the seeds quote.
QUOTED = 80
SIDEWAYS = ("works_with", "coordinates_with", "advises", "assists")
FORCES = (Force.SHALL, Force.MAY, Force.STATES)
CONDITIONS: tuple[tuple[str, ...], ...] = ((), (), (), ("ในกรณีที่จำเป็น",))


@dataclass(frozen=True, slots=True)
class Picks:
    """What is worth asking about, by id.

    `pairs` are posts at most three steps apart. `far_pairs` are posts of two ministries: six steps
    apart through the cabinet, or fewer where some of them work together.
    """

    posts: Sequence[str]
    departments: Sequence[str]
    pairs: Sequence[tuple[str, str]]
    far_pairs: Sequence[tuple[str, str]]


def generated(bodies: int, seed: int = 1) -> tuple[Content, Picks]:
    """Make a graph of so many bodies, those of the seeds among them; the same for a seed."""
    if not LEAST <= bodies <= MOST:
        raise ValueError(f"A graph of {LEAST:,} to {MOST:,} bodies can be made, not of {bodies:,}.")
    maker = _Maker(load(), bodies, random.Random(seed))
    dataset = maker.dataset()
    made_nodes, made_edges = tuple(nodes(dataset)), tuple(edges(dataset))
    ds = hash_of(dataset.guideline_sha256, made_nodes, made_edges)
    return Content(ds, dataset.guideline, made_nodes, made_edges), maker.picks()


class _Maker:
    """Makes the bodies and what ties them.

    A post and its department, a department and its ministry are told by their numbers: the rest of
    dividing the one by how many there are of the other.
    """

    def __init__(self, real: Dataset, bodies: int, chance: random.Random) -> None:
        self.real, self.chance = real, chance
        self.cited = [
            Citation(clause.place, clause.text.th[:QUOTED], clause)
            for clause in real.clauses
            if clause.text.th
        ]
        more = bodies - len(real.bodies) - MINISTRIES
        departments = more // (POSTS_PER_DEPARTMENT + 1)
        self.ministries = [self._ministry(at) for at in range(MINISTRIES)]
        self.departments = [self._department(at) for at in range(departments)]
        self.posts = [self._post(at, departments) for at in range(more - departments)]
        self.instruments = [self._instrument(at) for at in range(bodies // BODIES_PER_INSTRUMENT)]
        # With whom a post works, by number.
        self.partners = [self._partner(at) for at in range(len(self.posts))]

    def dataset(self) -> Dataset:
        """Give the real dataset with what was made; its version is not told yet."""
        real = self.real
        return replace(
            real,
            bodies=(*real.bodies, *self.ministries, *self.departments, *self.posts),
            instruments=(*real.instruments, *self.instruments),
            relationships=(*real.relationships, *self._relationships()),
            version="",
        )

    def picks(self) -> Picks:
        """Pick what to ask about."""
        return Picks(
            posts=[each.id for each in self.chance.choices(self.posts, k=PICKED)],
            departments=[each.id for each in self.chance.choices(self.departments, k=PICKED)],
            pairs=[self._pair() for _ in range(PICKED)],
            far_pairs=[self._far_pair() for _ in range(PICKED)],
        )

    def _pair(self) -> tuple[str, str]:
        """Pick a post and another of the department of the post it works with."""
        at = self.chance.randrange(len(self.posts))
        partner = self.partners[at]
        other = self._colleague(partner)
        return self.posts[at].id, self.posts[partner if other == at else other].id

    def _far_pair(self) -> tuple[str, str]:
        """Pick posts of two departments whose ministries are not the same."""
        one = self.chance.randrange(len(self.departments) - 1)
        return self.posts[one].id, self.posts[one + 1].id

    def _ministry(self, at: int) -> Body:
        name = Text(f"กระทรวงที่ {thai_digits(at)}", f"Ministry {at}")
        return self._body(BodyKind.ORGANIZATION, f"made-ministry-{at}", name, Level.MINISTRY)

    def _department(self, at: int) -> Body:
        name = Text(f"กรมที่ {thai_digits(at)}", f"Department {at}")
        return self._body(BodyKind.ORGANIZATION, f"made-department-{at}", name, Level.DEPARTMENT)

    def _post(self, at: int, departments: int) -> Body:
        under = at % departments
        name = Text(
            f"ตำแหน่งที่ {thai_digits(at)} ของกรมที่ {thai_digits(under)}",
            f"Officer {at} of department {under}",
        )
        return self._body(BodyKind.POST, f"made-officer-{at}", name, None)

    def _body(self, kind: BodyKind, name: str, called: Text, level: Level | None) -> Body:
        cited = self.chance.choice(self.cited)
        return Body(f"{kind.value}:{name}", kind, called, "", (name,), level, None, cited)

    def _instrument(self, at: int) -> Instrument:
        name = Text(f"แนวทางที่ {thai_digits(at)}", f"Guideline {at}")
        cited = self.chance.choice(self.cited)
        return Instrument(f"instrument:made-{at}", InstrumentForm.GUIDELINE, name, (), None, cited)

    def _partner(self, at: int) -> int:
        """Choose with whom a post works: every second one with a colleague, others with anyone."""
        if at % 2:
            return self._colleague(at)
        other = self.chance.randrange(len(self.posts) - 1)
        return other + (other >= at)

    def _colleague(self, at: int) -> int:
        """Choose another post of the same department."""
        step = len(self.departments)
        around = range(at % step, len(self.posts), step)
        other = self.chance.randrange(len(around) - 1)
        return around[other + (around[other] >= at)]

    def _relationships(self) -> Iterator[Relationship]:
        (cabinet,) = (each for each in self.real.bodies if each.id == CABINET)
        for ministry in self.ministries:
            yield self._tie(ministry, "reports_to", cabinet)
        for at, department in enumerate(self.departments):
            yield self._tie(department, "reports_to", self.ministries[at % MINISTRIES])
            instrument = self.instruments[at % len(self.instruments)]
            yield self._tie(department, "uses", instrument)
        for at, post in enumerate(self.posts):
            department = self.departments[at % len(self.departments)]
            if at % POSTS_PER_SEAT:
                yield self._tie(post, "is_post_of", department)
            else:
                yield self._tie(post, "sits_on", department, SeatRole.MEMBER)
            relation = self.chance.choice(SIDEWAYS)
            yield self._tie(post, relation, self.posts[self.partners[at]])

    def _tie(
        self, source: End, relation: str, target: End, role: SeatRole | None = None
    ) -> Relationship:
        cited = self.chance.choice(self.cited)
        told = (source.id, relation, target.id)
        identity = "-".join(each.rpartition(":")[2].replace("_", "-") for each in told)
        return Relationship(
            f"relationship:{identity}",
            RELATIONS[relation],
            self.chance.choice(FORCES),
            role,
            False,
            self.chance.choice(CONDITIONS),
            Basis.STATED,
            "",
            "",
            None,
            source,
            target,
            cited,
        )
