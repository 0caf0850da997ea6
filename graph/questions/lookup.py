"""One activity, body, clause or any node by its name: found, or refused with the nearest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from graph.dataset import Dataset
from graph.errors import UnknownName
from graph.model.nodes import Activity, Body, Clause, Node
from graph.questions.base import Graph, IdRow, Question


@dataclass(frozen=True, slots=True)
class OneActivity(Question[IdRow, Activity]):
    """Ask for one activity by number, id, name or topic."""

    id: str

    stem: ClassVar[str] = "activity"
    row: ClassVar[type] = IdRow

    @classmethod
    def of(cls, dataset: Dataset, asked: str) -> "OneActivity":
        """Read what was asked. Raises UnknownName, AmbiguousName."""
        return cls(dataset.activity(asked).id)

    def find(self, graph: Graph) -> Iterable[IdRow]:
        """Find it by its id."""
        return _find(graph, self.id)

    def judge(self, dataset: Dataset, rows: Sequence[IdRow]) -> Activity:
        """Give the activity."""
        return dataset.activity(_only(rows, "activity", self.id))


@dataclass(frozen=True, slots=True)
class OneBody(Question[IdRow, Body]):
    """Ask for one body by id, name or abbreviation."""

    id: str

    stem: ClassVar[str] = "body"
    row: ClassVar[type] = IdRow

    @classmethod
    def of(cls, dataset: Dataset, asked: str) -> "OneBody":
        """Read what was asked. Raises UnknownName, AmbiguousName."""
        return cls(dataset.body(asked).id)

    def find(self, graph: Graph) -> Iterable[IdRow]:
        """Find it by its id."""
        return _find(graph, self.id)

    def judge(self, dataset: Dataset, rows: Sequence[IdRow]) -> Body:
        """Give the body."""
        return dataset.body(_only(rows, "body", self.id))


@dataclass(frozen=True, slots=True)
class OneClause(Question[IdRow, Clause]):
    """Ask for one clause by id or by the place as citations print it."""

    id: str

    stem: ClassVar[str] = "clause"
    row: ClassVar[type] = IdRow

    @classmethod
    def of(cls, dataset: Dataset, asked: str) -> "OneClause":
        """Read what was asked. Raises UnknownName."""
        return cls(dataset.clause(asked).id)

    def find(self, graph: Graph) -> Iterable[IdRow]:
        """Find it by its id."""
        return _find(graph, self.id)

    def judge(self, dataset: Dataset, rows: Sequence[IdRow]) -> Clause:
        """Give the clause."""
        return dataset.clause(_only(rows, "clause", self.id))


@dataclass(frozen=True, slots=True)
class OneNode(Question[IdRow, Node]):
    """Ask for any node by its id."""

    id: str

    stem: ClassVar[str] = "node"
    row: ClassVar[type] = IdRow

    @classmethod
    def of(cls, dataset: Dataset, asked: str) -> "OneNode":
        """Read the id. Raises UnknownName."""
        if asked not in dataset.nodes:
            raise UnknownName("node", asked, dataset.nearest_ids(asked))
        return cls(asked)

    def find(self, graph: Graph) -> Iterable[IdRow]:
        """Find it by its id."""
        return _find(graph, self.id)

    def judge(self, dataset: Dataset, rows: Sequence[IdRow]) -> Node:
        """Give the node."""
        return dataset.nodes[_only(rows, "node", self.id)]


def _find(graph: Graph, identity: str) -> Iterable[IdRow]:
    if identity in graph.whole:
        yield IdRow(identity)


def _only(rows: Sequence[IdRow], kind: str, identity: str) -> str:
    if not rows:
        raise UnknownName(kind, identity, [])
    return rows[0].id
