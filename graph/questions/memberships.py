"""Who sits on which committee, as what, and whom do they represent?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from graph.model.nodes import Relationship
from graph.model.relations import SEATS, SeatRole
from graph.questions.base import Graph, Listing


@dataclass(frozen=True, slots=True)
class Memberships(Listing[Relationship]):
    """Ask for the seats by any of committee, member and role, in the order printed."""

    committee: str | None = None
    member: str | None = None
    role: SeatRole | None = None

    stem: ClassVar[str] = "memberships"

    def matching(self, graph: Graph) -> Iterable[tuple[str, int]]:
        """Find the seats that match."""
        for each in graph.relationships():
            if (
                each["type"].lower() in SEATS
                and (self.committee is None or each["target"] == self.committee)
                and (self.member is None or each["source"] == self.member)
                and (self.role is None or each.get("role") == self.role.value)
            ):
                yield each["id"], each["position"]
