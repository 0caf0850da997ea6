"""Which cells of the matrix match an activity, a body, a level and a code?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from graph.model.codes import Code
from graph.model.levels import Level
from graph.model.nodes import Assignment
from graph.questions.base import Graph, Listing


@dataclass(frozen=True, slots=True)
class Assignments(Listing[Assignment]):
    """Ask for the cells by any of activity, body, level and code, in the order printed."""

    activity: str | None = None
    body: str | None = None
    level: Level | None = None
    code: Code | None = None

    stem: ClassVar[str] = "assignments"

    def matching(self, graph: Graph) -> Iterable[tuple[str, int]]:
        """Find the cells whose row, column and codes match."""
        for identity, position in graph.placed(graph.labelled("Assignment")):
            if self._matches(graph, identity):
                yield identity, position

    def _matches(self, graph: Graph, cell: str) -> bool:
        if self.code is not None and self.code.value not in graph.properties(cell)["codes"]:
            return False
        if self.activity is not None and all(
            other != self.activity for other, _ in graph.out(cell, "FOR_ACTIVITY")
        ):
            return False
        for column, _ in graph.out(cell, "IN_COLUMN"):
            if self.level is not None and graph.properties(column)["level"] != self.level.value:
                return False
            bodies = {body for body, _ in graph.out(column, "STANDS_FOR")}
            if self.body is not None and self.body not in bodies:
                return False
        return True
