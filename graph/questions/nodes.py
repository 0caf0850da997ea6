"""What are the things of these ids?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from graph.dataset import Dataset
from graph.errors import BadArgument, UnknownName
from graph.model.nodes import Node
from graph.model.text import Text, thai_digits
from graph.questions.base import MOST, Graph, IdRow, Question


@dataclass(frozen=True, slots=True)
class Nodes(Question[IdRow, tuple[Node, ...]]):
    """Ask for several things by their ids, given in the order asked."""

    ids: tuple[str, ...]

    stem: ClassVar[str] = "nodes"
    row: ClassVar[type] = IdRow

    @classmethod
    def of(cls, dataset: Dataset, ids: Sequence[str]) -> "Nodes":
        """Read the ids, each once. Raises BadArgument for too many, UnknownName."""
        if len(ids) > MOST:
            allowed = Text(f"ไม่เกิน {thai_digits(MOST)} รหัส", f"at most {MOST} ids")
            raise BadArgument("ids", len(ids), allowed)
        for identity in ids:
            if identity not in dataset.nodes:
                raise UnknownName("node", identity, dataset.nearest_ids(identity))
        return cls(tuple(dict.fromkeys(ids)))

    def find(self, graph: Graph) -> Iterable[IdRow]:
        """Find those that are there."""
        return [IdRow(identity) for identity in self.ids if graph.label(identity) is not None]

    def judge(self, dataset: Dataset, rows: Sequence[IdRow]) -> tuple[Node, ...]:
        """Give them in the order asked."""
        found = {row.id for row in rows}
        return tuple(dataset.nodes[identity] for identity in self.ids if identity in found)
