"""Questions to Neo4j, measured: the store's call beside the bare statement over Bolt, in turn."""

import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import neo4j

from graph.questions.base import Question
from graph.questions.bodies import Bodies
from graph.questions.lookup import OneBody
from graph.questions.memberships import Memberships
from graph.questions.neighbourhood import Around
from graph.questions.path import PathBetween
from graph.questions.relationships import Relationships
from graph.stores.neo4j.link import Link
from graph.stores.neo4j.statements import FOLDER, parameters
from tests.bench.generated import PICKED, Picks
from tests.bench.load import Measured
from tests.bench.neo4j_load import HEADLINE, PATIENT, Asking

Ask = Question[Any, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question: its name, and how one is made of what is worth asking about."""

    name: str
    make: Callable[[Picks, int], Ask]


# These read the same few nodes and edges whatever the size of the graph.
POINTS = (
    Kind("body by id", lambda of, at: OneBody(of.posts[at])),
    Kind("who holds, row 11", lambda of, at: HEADLINE),
    Kind("relationships of a body", lambda of, at: Relationships(-1, 21, of.posts[at])),
    Kind("around a body, 1 step", lambda of, at: Around(of.posts[at], 1, 50)),
    Kind("path of 3 steps at most", lambda of, at: PathBetween(*of.pairs[at])),
)
# These read more in a larger graph: a hub of n/220, or a whole list.
GROWING = (
    Kind("around a department, 2 steps (hub)", lambda of, at: Around(of.departments[at], 2, 50)),
    Kind("path of 6 steps at most (by hubs)", lambda of, at: PathBetween(*of.far_pairs[at])),
    Kind("seats, first page of all", lambda of, at: Memberships(-1, 21)),
    Kind("bodies, first page of all", lambda of, at: Bodies(-1, 21)),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """How long the answers to a kind of question took, asked in turn.

    They are of the store's call, of the bare statement, and of the store's call to the first graph.
    """

    name: str
    store: Measured
    bolt: Measured
    first: Measured


class Side:
    """A version on a server, with the two ways to ask it."""

    def __init__(self, link: Link, ds: str, picks: Picks) -> None:
        self.link, self.ds, self.picks = link, ds, picks
        self._store = Asking(link, PATIENT)
        self._driver = link.open()

    async def __aenter__(self) -> "Side":
        await self._store.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._store.close()
        await self._driver.close()

    async def ask(self, question: Ask) -> list[Any]:
        """Ask as the service does."""
        rows = await self._store.ask(question, self.ds)
        assert rows is not None, "The version is gone."
        return rows

    async def run(self, question: Ask) -> list[neo4j.Record]:
        """Send the bare statement, and take what comes."""
        async with self._driver.session(
            database=self.link.database, default_access_mode=neo4j.READ_ACCESS
        ) as session:
            given = dict(parameters(question, self.ds))
            result = await session.run(bare(question.stem), given)
            return [record async for record in result]


@cache
def bare(stem: str) -> str:
    """Give the statement of a question as it stands in its file, without the comments."""
    text = (FOLDER / f"{stem}.cypher").read_text(encoding="utf-8")
    return re.sub(r"^//.*\n", "", text, flags=re.MULTILINE).strip()


async def measure(kind: Kind, here: Side, first: Side, warm: int, rounds: int) -> Asked:
    """Ask a kind of question in every way in turn, each turn about something else."""
    # Both graphs are asked in both ways, or the one asked less would be the less warm; and the two
    # ways of a turn are about different bodies, or the second would find what it reads at hand.
    taken: dict[str, list[float]] = {"store": [], "bolt": [], "first": [], "": []}
    ways: list[tuple[str, Callable[[int], Awaitable[object]]]] = [
        ("store", lambda at: here.ask(kind.make(here.picks, at))),
        ("bolt", lambda at: here.run(kind.make(here.picks, at - PICKED // 2))),
        ("first", lambda at: first.ask(kind.make(first.picks, at))),
        ("", lambda at: first.run(kind.make(first.picks, at - PICKED // 2))),
    ]
    await compare(kind.make(here.picks, 0), here)
    for turn in range(warm + rounds):
        # Who comes first finds what it reads less at hand; each does as often.
        ways.append(ways.pop(0))
        for name, way in ways:
            began = time.perf_counter()
            await way(turn % PICKED)
            if turn >= warm:
                taken[name].append(time.perf_counter() - began)
    store, bolt, smallest, _ = (Measured(each, sum(each)) for each in taken.values())
    return Asked(kind.name, store, bolt, smallest)


async def compare(question: Ask, side: Side) -> None:
    """Refuse to measure two ways that do not find the same."""
    records = [question.row(**record.data()) for record in await side.run(question)]
    if sorted(map(repr, records)) != sorted(map(repr, await side.ask(question))):
        raise ValueError(f"{question} has other rows over plain Bolt than by the store.")
