"""Which numbers, periods, quotas and prohibitions does the guideline set, and for whom?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from graph.model.nodes import Rule, RuleKind
from graph.model.relations import Force
from graph.questions.base import Graph, Listing


@dataclass(frozen=True, slots=True)
class Rules(Listing[Rule]):
    """Ask for the rules by the body bound, by kind and by force."""

    body: str | None = None
    kind: RuleKind | None = None
    force: Force | None = None

    stem: ClassVar[str] = "rules"

    def matching(self, graph: Graph) -> Iterable[tuple[str, int]]:
        """Find the rules that match."""
        for identity, position in graph.placed(graph.labelled("Rule")):
            has = graph.properties(identity)
            bound = {body for body, _ in graph.out(identity, "BINDS")}
            if (
                (self.body is None or self.body in bound)
                and (self.kind is None or has["kind"] == self.kind.value)
                and (self.force is None or has["force"] == self.force.value)
            ):
                yield identity, position
