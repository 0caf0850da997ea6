"""Which kinds of relation are there, and how often is each stated?"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from graph.dataset import Dataset
from graph.model.answers import RelationUse
from graph.model.relations import RELATIONS
from graph.questions.base import Graph, Question


@dataclass(frozen=True, slots=True)
class RelationsRow:
    """An edge type and how many edges are of it."""

    type: str
    count: int


@dataclass(frozen=True, slots=True)
class Relations(Question[RelationsRow, tuple[RelationUse, ...]]):
    """Ask for the kinds of relation."""

    stem: ClassVar[str] = "relations"
    row: ClassVar[type] = RelationsRow

    def find(self, graph: Graph) -> Iterable[RelationsRow]:
        """Count the relationships by type."""
        counted = Counter(each["type"] for each in graph.relationships())
        return [RelationsRow(name, count) for name, count in counted.items()]

    def judge(self, dataset: Dataset, rows: Sequence[RelationsRow]) -> tuple[RelationUse, ...]:
        """Give every kind of the model in its order, those not stated with none."""
        counted = {row.type: row.count for row in rows}
        return tuple(
            RelationUse(relation, counted.get(name.upper(), 0))
            for name, relation in RELATIONS.items()
        )
