"""What a question is: typed parameters, rows found per store, one judgement."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar, cast

import networkx as nx
from rapidfuzz import fuzz, process

from graph.dataset import LONGEST_NAME, Dataset
from graph.errors import BadArgument, UnknownName
from graph.model.answers import Slice
from graph.model.relations import RELATIONS

R = TypeVar("R")
A = TypeVar("A")
N = TypeVar("N")

MOST = 100
# The limit of a page that shows a whole list.
WHOLE = 10_000


class Graph:
    """The property graph in networkx, with the few walks the questions take."""

    def __init__(self, whole: "nx.MultiDiGraph[str]", order: dict[str, list[str]]) -> None:
        """Keep the graph, the ids of each label in document order, and what is tied to what."""
        self.whole = whole
        self._order = order
        self._labels = {
            identity: label
            for label, ids in order.items()
            if label != "relationships"
            for identity in ids
        }
        self.ties: nx.Graph[str] = nx.Graph()
        for label in ("Body", "Instrument"):
            self.ties.add_nodes_from(order.get(label, ()))
        self.ties.add_edges_from((edge["source"], edge["target"]) for edge in self.relationships())

    def labelled(self, label: str) -> list[str]:
        """Give the ids of a label in document order."""
        return self._order.get(label, [])

    def label(self, node: str) -> str | None:
        """Give the label of a node, or nothing where there is none of this id."""
        return self._labels.get(node)

    def properties(self, node: str) -> dict[str, Any]:
        """Give a node's properties."""
        return self.whole.nodes[node]

    def placed(self, ids: Iterable[str]) -> Iterator[tuple[str, int]]:
        """Give each id with its position in the document."""
        return ((identity, self.whole.nodes[identity]["position"]) for identity in ids)

    def out(self, node: str, edge: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Follow the edges of a type from a node: each other end with the edge's properties."""
        for other, parallel in self.whole.adj.get(node, {}).items():
            for properties in parallel.values():
                if properties["type"] == edge:
                    yield other, properties

    def into(self, node: str, edge: str) -> Iterator[str]:
        """Follow the edges of a type into a node, backwards: each other end."""
        for other, parallel in self.whole.pred.get(node, {}).items():
            for properties in parallel.values():
                if properties["type"] == edge:
                    yield other

    def tied(self, one: str, other: str) -> set[str]:
        """Give the types of the relationships between two bodies, either way round."""
        return {
            properties["type"]
            for source, target in ((one, other), (other, one))
            for properties in self.whole.adj[source].get(target, {}).values()
        }

    def relationships(self) -> Iterator[dict[str, Any]]:
        """Give every relationship in document order."""
        for identity in self._order.get("relationships", ()):
            source, target = self.whole.graph["ends"][identity]
            yield self.whole.edges[source, target, identity]


@dataclass(frozen=True, slots=True)
class Question(ABC, Generic[R, A]):
    """One thing a reader asks. Its fields are the parameters of `queries/<stem>.cypher`.

    A store finds the rows: networkx by `find`, Neo4j by the statement of the same stem, whose
    columns are the fields of `row`. `judge` makes the answer of them, once for both.
    """

    stem: ClassVar[str]
    row: ClassVar[type]

    @abstractmethod
    def find(self, graph: Graph) -> Iterable[R]:
        """Find the rows in the networkx graph."""

    @abstractmethod
    def judge(self, dataset: Dataset, rows: Sequence[R]) -> A:
        """Make the answer of the rows."""


@dataclass(frozen=True, slots=True)
class IdRow:
    """The id of one thing found."""

    id: str


@dataclass(frozen=True, slots=True)
class PageRow:
    """The id of one thing of a list, or none on an empty page, with the length of the list."""

    id: str | None
    total: int


@dataclass(frozen=True, slots=True)
class Listing(Question[PageRow, Slice[N]], Generic[N]):
    """A question whose answer is a stretch of a list.

    `after` is the position of the last one seen (-1 from the start). `limit` is one more than was
    asked for, to see whether more follow.
    """

    after: int
    limit: int

    row: ClassVar[type] = PageRow

    @abstractmethod
    def matching(self, graph: Graph) -> Iterable[tuple[str, int]]:
        """Find all ids that match, with their positions, in document order."""

    def find(self, graph: Graph) -> Iterable[PageRow]:
        """Cut the page out of all that match."""
        found = list(self.matching(graph))
        rest = [identity for identity, position in found if position > self.after]
        page: list[str | None] = [*rest[: self.limit]]
        return [PageRow(identity, len(found)) for identity in page or [None]]

    def judge(self, dataset: Dataset, rows: Sequence[PageRow]) -> Slice[N]:
        """Make the page of the rows found."""
        ids = [row.id for row in rows if row.id is not None]
        return Slice(
            items=tuple(cast(N, dataset.things[identity]) for identity in ids[: self.limit - 1]),
            total=rows[0].total if rows else 0,
            has_next=len(ids) == self.limit,
            has_previous=self.after >= 0,
        )


def page(dataset: Dataset, kind: type, first: int, after: str | None) -> tuple[int, int]:
    """Read `first` (1 to 100) and the cursor `after`, the id of the last one seen.

    Raises BadArgument for anything else, an id of another kind of thing included.
    """
    check_first(first)
    if after is None:
        return -1, first + 1
    if not isinstance(dataset.things.get(after), kind):
        raise BadArgument("after", after, "a cursor of this list: the id of the last one seen")
    return dataset.position[after], first + 1


def relation_names(names: Sequence[str]) -> tuple[str, ...]:
    """Read the names of kinds of relation, each once. Raises UnknownName with the nearest."""
    for name in names:
        if name not in RELATIONS:
            near = process.extract(
                name[:LONGEST_NAME], list(RELATIONS), scorer=fuzz.WRatio, limit=3
            )
            raise UnknownName("relation", name, [nearest for nearest, _, _ in near])
    return tuple(dict.fromkeys(names))


def check_first(first: int) -> None:
    """Refuse a page that is empty or too long. Raises BadArgument."""
    if not 1 <= first <= MOST:
        raise BadArgument("first", first, f"1 to {MOST}")
