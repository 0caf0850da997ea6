"""Which activities does the matrix have?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from graph.model.nodes import Activity
from graph.questions.base import Graph, Listing


@dataclass(frozen=True, slots=True)
class Activities(Listing[Activity]):
    """Ask for the activities in the order printed."""

    stem: ClassVar[str] = "activities"

    def matching(self, graph: Graph) -> Iterable[tuple[str, int]]:
        """Find every activity."""
        return graph.placed(graph.labelled("Activity"))
