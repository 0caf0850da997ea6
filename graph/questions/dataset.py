"""What is loaded: which text, in which version, how much of it?"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from graph.dataset import Dataset
from graph.model.answers import Count, DatasetInfo
from graph.model.nodes import NODE_KINDS, whole
from graph.questions.base import Graph, Question

# ๒๖ พฤศจิกายน ๒๕๖๒ under the title, in the common era; no date of effect is printed.
RESOLUTION_DATE = "2019-11-26"


@dataclass(frozen=True, slots=True)
class DatasetRow:
    """A label and how many nodes carry it; `Relationship` counts the relationships."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class WhatIsLoaded(Question[DatasetRow, DatasetInfo]):
    """Ask what the answers rest on."""

    stem: ClassVar[str] = "dataset"
    row: ClassVar[type] = DatasetRow

    def find(self, graph: Graph) -> Iterable[DatasetRow]:
        """Count the nodes by label, and the relationships; what there is none of is not counted."""
        counted = Counter({kind.label: len(graph.labelled(kind.label)) for kind in NODE_KINDS})
        counted["Relationship"] = sum(1 for _ in graph.relationships())
        return [DatasetRow(label, count) for label, count in counted.items() if count]

    def judge(self, dataset: Dataset, rows: Sequence[DatasetRow]) -> DatasetInfo:
        """Say it with the resolution as printed."""
        resolution = dataset.clause("title/p2")
        counted = {row.label: row.count for row in rows}
        labels = [*(kind.label for kind in NODE_KINDS), "Relationship"]
        return DatasetInfo(
            version=dataset.version,
            title=dataset.clause("title").text,
            resolution=whole(resolution),
            resolution_date=RESOLUTION_DATE,
            guideline_sha256=dataset.guideline_sha256,
            counts=tuple(Count(label, counted.get(label, 0)) for label in labels),
        )
