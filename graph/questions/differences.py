"""Where do the matrix and the duties of the annex differ, and where text and text?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from graph.dataset import Dataset
from graph.model.answers import Agreement, Compared, Differences
from graph.model.codes import Code
from graph.model.nodes import Assignment, Duty, DutyKind
from graph.model.text import Text
from graph.questions.base import Graph, Question

NOTE = Text(
    "การผูกหน้าที่กับแถวของตารางเป็นการอนุมานของเราจากถ้อยคำของหน้าที่ ไม่ใช่ข้อความของแนวทางฯ "
    "เทียบเฉพาะคอลัมน์ที่ภาคผนวกพิมพ์หน้าที่ไว้ (GCIO MCIO DCIO PCIO) ไม่ได้แก้ไขทั้งสองฝ่าย",
    "That a duty speaks of a row is our inference from its words, not said by the guideline. "
    "Compared are the columns whose duties the annex prints (GCIO, MCIO, DCIO, PCIO); neither "
    "side is repaired by the other.",
)


@dataclass(frozen=True, slots=True)
class DifferencesRow:
    """A printed cell and the duties of its body that speak of its row."""

    cell: str
    duties: list[str]


@dataclass(frozen=True, slots=True)
class WhereTheyDiffer(Question[DifferencesRow, Differences]):
    """Ask for every cell beside the duties that speak of its row."""

    stem: ClassVar[str] = "differences"
    row: ClassVar[type] = DifferencesRow

    def find(self, graph: Graph) -> Iterable[DifferencesRow]:
        """Find the cells of the bodies that have duties, each with those of its row."""
        every = {
            identity
            for identity in graph.labelled("Duty")
            if graph.properties(identity)["kind"] == DutyKind.LISTED.value
        }
        for cell in graph.labelled("Assignment"):
            (row,) = (row for row, _ in graph.out(cell, "FOR_ACTIVITY"))
            for column, _ in graph.out(cell, "IN_COLUMN"):
                for body, _ in graph.out(column, "STANDS_FOR"):
                    duties = every & set(graph.into(body, "BINDS"))
                    if duties:
                        of_row = [each for each in graph.into(row, "SPEAKS_OF") if each in duties]
                        placed = sorted(graph.placed(of_row), key=lambda each: each[1])
                        yield DifferencesRow(cell, [identity for identity, _ in placed])

    def judge(self, dataset: Dataset, rows: Sequence[DifferencesRow]) -> Differences:
        """Say of each cell how it stands to the duties."""
        duties = {each.id: each for each in dataset.duties}
        cells = {each.id: each for each in dataset.assignments}
        ordered = sorted(rows, key=lambda row: dataset.position[row.cell])
        compared = [
            _compare(cells[row.cell], [duties[each] for each in row.duties]) for row in ordered
        ]
        return Differences(
            cells=tuple(compared),
            duties_without_row=tuple(
                each
                for each in dataset.duties
                if each.kind is DutyKind.LISTED and not each.speaks_of
            ),
            texts=dataset.text_differences,
            note=NOTE,
        )


def _compare(cell: Assignment, duties: Sequence[Duty]) -> Compared:
    if not cell.codes:
        agreement = Agreement.DASH_YET_DUTY if duties else Agreement.NEITHER
    elif not duties:
        agreement = Agreement.NO_DUTY
    elif cell.codes == (Code.INFORM,):
        agreement = Agreement.INFORM_YET_DUTY
    else:
        agreement = Agreement.BACKED
    return Compared(cell, agreement, agreement.label, tuple(duties))
