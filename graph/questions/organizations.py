"""Which ministries, departments, agencies and provinces are there by name?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from graph.model.levels import Level
from graph.model.nodes import NamedOrganization
from graph.questions.base import Graph, Listing


@dataclass(frozen=True, slots=True)
class Organizations(Listing[NamedOrganization]):
    """Ask for the named organizations, all or of one level or of one ministry."""

    level: Level | None = None
    parent: str | None = None

    stem: ClassVar[str] = "organizations"

    def matching(self, graph: Graph) -> Iterable[tuple[str, int]]:
        """Find the organizations that match."""
        for identity, position in graph.placed(graph.labelled("NamedOrganization")):
            parents = {parent for parent, _ in graph.out(identity, "PART_OF")}
            level = graph.properties(identity).get("level")
            if (self.level is None or level == self.level.value) and (
                self.parent is None or self.parent in parents
            ):
                yield identity, position
