"""What has changed since 1998, topic by topic?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from graph.model.nodes import Provision
from graph.questions.base import Graph, Listing


@dataclass(frozen=True, slots=True)
class Provisions(Listing[Provision]):
    """Ask for what was laid down in 1998, 2013 and 2019."""

    stem: ClassVar[str] = "provisions"

    def matching(self, graph: Graph) -> Iterable[tuple[str, int]]:
        """Find every provision."""
        return graph.placed(graph.labelled("Provision"))
