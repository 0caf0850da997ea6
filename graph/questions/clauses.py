"""Which clauses does the guideline have, and which are the parts of one?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from graph.model.nodes import Clause
from graph.questions.base import Graph, Listing


@dataclass(frozen=True, slots=True)
class Clauses(Listing[Clause]):
    """Ask for the clauses in document order, all or the parts of one."""

    parent: str | None = None

    stem: ClassVar[str] = "clauses"

    def matching(self, graph: Graph) -> Iterable[tuple[str, int]]:
        """Find all clauses, or those that are part of the one."""
        if self.parent is None:
            return graph.placed(graph.labelled("Clause"))
        return sorted(graph.placed(graph.into(self.parent, "PART_OF")), key=lambda at: at[1])
