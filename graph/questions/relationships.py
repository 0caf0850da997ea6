"""Which relationships of bodies and instruments does the guideline state?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from graph.model.nodes import Relationship
from graph.model.relations import Force
from graph.questions.base import Graph, Listing


class Direction(Enum):
    """Which way round a relationship is seen from a body."""

    FROM = "from"
    TO = "to"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Relationships(Listing[Relationship]):
    """Ask for the relationships by any of body, direction, kind of relation and force."""

    body: str | None = None
    direction: Direction = Direction.EITHER
    relations: tuple[str, ...] = ()
    force: Force | None = None

    stem: ClassVar[str] = "relationships"

    def matching(self, graph: Graph) -> Iterable[tuple[str, int]]:
        """Find the relationships that match."""
        for each in graph.relationships():
            if self._matches(each):
                yield each["id"], each["position"]

    def _matches(self, each: Mapping[str, str]) -> bool:
        from_body = self.direction is not Direction.TO and each["source"] == self.body
        to_body = self.direction is not Direction.FROM and each["target"] == self.body
        return (
            (self.body is None or from_body or to_body)
            and (not self.relations or each["type"].lower() in self.relations)
            and (self.force is None or each["force"] == self.force.value)
        )
