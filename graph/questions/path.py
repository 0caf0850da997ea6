"""How is one body tied to another: which steps, in which words?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

import networkx as nx

from graph.dataset import Dataset
from graph.model.answers import Path, Step
from graph.model.nodes import Basis, Relationship
from graph.model.text import Text
from graph.questions.base import Graph, Question


@dataclass(frozen=True, slots=True)
class PathRow:
    """One body or instrument on the way, counted from 0."""

    step: int
    id: str


@dataclass(frozen=True, slots=True)
class PathBetween(Question[PathRow, Path]):
    """Ask for the shortest way between two ends along the relationships, either way round.

    Of several shortest ways the one whose ids come first in the alphabet is given.
    """

    source: str
    target: str

    stem: ClassVar[str] = "path"
    row: ClassVar[type] = PathRow

    @classmethod
    def of(cls, dataset: Dataset, source: str, target: str) -> "PathBetween":
        """Read the two ends. Raises UnknownName, AmbiguousName."""
        return cls(dataset.end(source).id, dataset.end(target).id)

    def find(self, graph: Graph) -> Iterable[PathRow]:
        """Walk from the source, always to the first neighbour that is a step nearer."""
        if self.target not in graph.ties:
            return
        distance = nx.single_source_shortest_path_length(graph.ties, self.target)
        if self.source not in distance:
            return
        at = self.source
        yield PathRow(0, at)
        for step in range(1, distance[self.source] + 1):
            left = distance[self.source] - step
            at = min(other for other in graph.ties[at] if distance[other] == left)
            yield PathRow(step, at)

    def judge(self, dataset: Dataset, rows: Sequence[PathRow]) -> Path:
        """Put the words to each step."""
        source, target = dataset.end(self.source), dataset.end(self.target)
        way = [dataset.end(row.id) for row in sorted(rows, key=lambda row: row.step)]
        steps = tuple(
            Step(
                near,
                far,
                tuple(
                    each
                    for each in dataset.relationships_of_end[near.id]
                    if far in (each.source, each.target)
                ),
            )
            for near, far in pairwise(way)
        )
        if not way:
            answer = Text(
                f"แนวทางฯ ไม่ได้ระบุความสัมพันธ์ที่เชื่อม{source.called.th}กับ{target.called.th} "
                "(ภาพที่ ๑ ซึ่งแสดงความสัมพันธ์ไม่มีอยู่ในข้อความที่ได้มา)",
                f"The guideline's text states nothing that ties the {source.called.en} to the "
                f"{target.called.en} (figure 1, which drew the relations, is not in the text).",
            )
        elif not steps:
            answer = Text("ทั้งสองชื่อคือสิ่งเดียวกัน", "Both are the same.")
        else:
            # What holds now before what is past, what is printed before what we read.
            told = [_told(min(step.relationships, key=_weight)) for step in steps]
            answer = Text("; ".join(each.th for each in told), "; ".join(each.en for each in told))
        return Path(bool(way), source, target, steps, answer)


def _weight(each: Relationship) -> tuple[bool, bool]:
    return each.valid_until != "", each.basis is not Basis.STATED


def _told(each: Relationship) -> Text:
    """Say a relationship, and whether it is ours."""
    said = each.sentence
    if each.basis is Basis.STATED:
        return said
    ours = each.basis.label
    return Text(f"{said.th} ({ours.th})", f"{said.en} ({ours.en})")
