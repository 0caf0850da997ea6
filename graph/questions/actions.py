"""Who must do what to put the guideline into effect?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from graph.model.nodes import Action
from graph.questions.base import Graph, Listing


@dataclass(frozen=True, slots=True)
class Actions(Listing[Action]):
    """Ask for the rows of the closing table, all or those a body is named responsible for."""

    body: str | None = None

    stem: ClassVar[str] = "actions"

    def matching(self, graph: Graph) -> Iterable[tuple[str, int]]:
        """Find the actions that match."""
        for identity, position in graph.placed(graph.labelled("Action")):
            charged = {body for body, _ in graph.out(identity, "CHARGES")}
            if self.body is None or self.body in charged:
                yield identity, position
