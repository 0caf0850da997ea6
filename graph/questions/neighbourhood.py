"""Who stands around a body, and how are they related?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from graph.dataset import Dataset
from graph.errors import BadArgument
from graph.model.answers import Neighbourhood
from graph.questions.base import Graph, Question, check_first, relation_names

DEEPEST = 3


@dataclass(frozen=True, slots=True)
class NeighbourhoodRow:
    """A body within reach and how many steps away it is."""

    id: str
    distance: int


@dataclass(frozen=True, slots=True)
class Around(Question[NeighbourhoodRow, Neighbourhood]):
    """Ask who and what stands around an end, up to three steps away, along all or some kinds."""

    body: str
    depth: int
    first: int
    relations: tuple[str, ...] = ()

    stem: ClassVar[str] = "neighbourhood"
    row: ClassVar[type] = NeighbourhoodRow

    @classmethod
    def of(
        cls, dataset: Dataset, body: str, depth: int, first: int, relations: Sequence[str]
    ) -> "Around":
        """Read the arguments. Raises UnknownName, AmbiguousName, BadArgument."""
        if not 1 <= depth <= DEEPEST:
            raise BadArgument("depth", depth, f"1 to {DEEPEST}")
        check_first(first)
        return cls(dataset.end(body).id, depth, first, relation_names(relations))

    def find(self, graph: Graph) -> Iterable[NeighbourhoodRow]:
        """Walk outwards step by step."""
        if self.body not in graph.ties:
            return []
        types = {name.upper() for name in self.relations}
        seen = {self.body: 0}
        edge = [self.body]
        for distance in range(1, self.depth + 1):
            reached: dict[str, int] = {}
            for body in edge:
                for other in graph.ties[body]:
                    if other not in seen and (not types or graph.tied(body, other) & types):
                        reached[other] = distance
            seen |= reached
            edge = list(reached)
        return [NeighbourhoodRow(body, distance) for body, distance in seen.items()]

    def judge(self, dataset: Dataset, rows: Sequence[NeighbourhoodRow]) -> Neighbourhood:
        """Show the nearest, and say how many there are."""
        near = sorted(rows, key=lambda row: (row.distance, dataset.position[row.id]))
        shown = {row.id for row in near[: self.first]}
        everyone = {row.id for row in near}
        among = [
            each
            for each in dataset.relationships
            if each.source.id in everyone
            and each.target.id in everyone
            and (not self.relations or each.relation.name in self.relations)
        ]
        return Neighbourhood(
            centre=dataset.end(self.body),
            ends=tuple(dataset.end(row.id) for row in near[: self.first]),
            relationships=tuple(
                each for each in among if each.source.id in shown and each.target.id in shown
            ),
            total_ends=len(near),
            total_relationships=len(among),
        )
