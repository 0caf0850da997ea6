"""What is a body to do, and which duties speak of an activity?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from graph.model.nodes import Duty, DutyKind
from graph.model.relations import Force
from graph.questions.base import Graph, Listing


@dataclass(frozen=True, slots=True)
class Duties(Listing[Duty]):
    """Ask for the duties by the body bound, the row they speak of, kind and force."""

    body: str | None = None
    activity: str | None = None
    kind: DutyKind | None = None
    force: Force | None = None

    stem: ClassVar[str] = "duties"

    def matching(self, graph: Graph) -> Iterable[tuple[str, int]]:
        """Find the duties that match."""
        for identity, position in graph.placed(graph.labelled("Duty")):
            bound = {body for body, _ in graph.out(identity, "BINDS")}
            rows = {row for row, _ in graph.out(identity, "SPEAKS_OF")}
            has = graph.properties(identity)
            if (
                (self.body is None or self.body in bound)
                and (self.activity is None or self.activity in rows)
                and (self.kind is None or has["kind"] == self.kind.value)
                and (self.force is None or has["force"] == self.force.value)
            ):
                yield identity, position
