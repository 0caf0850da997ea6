"""What is a body to do, and which duties speak of an activity?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from graph.model.nodes import Duty
from graph.questions.base import Graph, Listing


@dataclass(frozen=True, slots=True)
class Duties(Listing[Duty]):
    """Ask for the duties by the body they bind and by the row of the matrix they speak of."""

    body: str | None = None
    activity: str | None = None

    stem: ClassVar[str] = "duties"

    def matching(self, graph: Graph) -> Iterable[tuple[str, int]]:
        """Find the duties that match."""
        for identity, position in graph.placed(graph.labelled("Duty")):
            bound = {body for body, _ in graph.out(identity, "BINDS")}
            rows = {row for row, _ in graph.out(identity, "SPEAKS_OF")}
            if (self.body is None or self.body in bound) and (
                self.activity is None or self.activity in rows
            ):
                yield identity, position
