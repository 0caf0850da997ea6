"""The real graph in a real Neo4j, and the store that asks it with its safety net off."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from graph.dataset import Dataset
from graph.questions.base import Question
from graph.stores.neo4j.link import Link
from graph.stores.neo4j.store import Neo4jStore, Patience
from graph.stores.neo4j.versions import Content, Versions
from tests.neo4j.server import Address

# Nothing answers in Neo4j's place, and nothing is hurried: what comes came by Cypher.
NO_NET = Patience(answer=60.0, query=30.0, poll=60.0, look=30.0, most_nodes=0)


def link_to(server: Address) -> Link:
    """Give the way to a server."""
    return Link(server.uri, server.user, server.password, server.database)


def load_into(server: Address, dataset: Dataset) -> None:
    """Make a dataset the current version of a server."""
    with link_to(server).open_for_loading() as driver:
        Versions(driver, server.database).load(Content.of(dataset))


@pytest.fixture(scope="session")
def loaded_neo4j(neo4j_server: Address, dataset: Dataset) -> Address:
    """The one server of the run, with the guideline as its current version."""
    load_into(neo4j_server, dataset)
    return neo4j_server


@dataclass(frozen=True)
class Live:
    """A store and the loop it lives in."""

    store: Neo4jStore
    runner: asyncio.Runner

    def find(self, questions: Iterable[Question[Any, Any]]) -> list[Sequence[Any]]:
        """Find the rows of each question in the current version, a few at a time."""
        at_once = asyncio.Semaphore(8)

        async def one(question: Question[Any, Any]) -> Sequence[Any]:
            async with at_once:
                return await self.store.version().find(question)

        async def every() -> list[Sequence[Any]]:
            return await asyncio.gather(*map(one, questions))

        return self.runner.run(every())


@pytest.fixture(scope="session")
def live(loaded_neo4j: Address) -> Iterator[Live]:
    """The guideline in Neo4j, asked with the safety net off."""
    with opened(loaded_neo4j, NO_NET) as found:
        yield found


class opened:  # noqa: N801
    """A store opened on a server, closed at the end."""

    def __init__(self, server: Address, patience: Patience, link: Link | None = None) -> None:
        self.store = Neo4jStore(link or link_to(server), patience)
        self.runner = asyncio.Runner()

    def __enter__(self) -> Live:
        self.runner.run(self.store.open())
        return Live(self.store, self.runner)

    def __exit__(self, *_: object) -> None:
        self.runner.run(self.store.close())
        self.runner.close()
