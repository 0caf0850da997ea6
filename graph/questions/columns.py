"""Which columns does the matrix have, and which bodies stand behind each?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from graph.dataset import Dataset
from graph.model.nodes import Column
from graph.questions.base import Graph, IdRow, Question


@dataclass(frozen=True, slots=True)
class Columns(Question[IdRow, tuple[Column, ...]]):
    """Ask for the five columns as printed."""

    stem: ClassVar[str] = "columns"
    row: ClassVar[type] = IdRow

    def find(self, graph: Graph) -> Iterable[IdRow]:
        """Find the columns."""
        return [IdRow(identity) for identity in graph.labelled("Column")]

    def judge(self, dataset: Dataset, rows: Sequence[IdRow]) -> tuple[Column, ...]:
        """Give them in the order printed."""
        found = {row.id for row in rows}
        return tuple(column for column in dataset.columns if column.id in found)
