"""Which bodies does the guideline name?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from graph.model.levels import Level
from graph.model.nodes import Body, BodyKind
from graph.questions.base import Graph, Listing


@dataclass(frozen=True, slots=True)
class Bodies(Listing[Body]):
    """Ask for the bodies, all or of one kind or level."""

    kind: BodyKind | None = None
    level: Level | None = None

    stem: ClassVar[str] = "bodies"

    def matching(self, graph: Graph) -> Iterable[tuple[str, int]]:
        """Find the bodies of that kind and level."""
        wanted = {
            name: each.value
            for name, each in (("kind", self.kind), ("level", self.level))
            if each is not None
        }
        for identity, position in graph.placed(graph.labelled("Body")):
            has = graph.properties(identity)
            if all(has.get(name) == value for name, value in wanted.items()):
                yield identity, position
