"""What does the whole matrix of figure 2 say?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from graph.dataset import Dataset
from graph.model.answers import LegendEntry, Matrix, MatrixRow
from graph.model.codes import Code
from graph.model.levels import Level
from graph.model.nodes import Assignment, whole
from graph.model.text import Text, thai_digits
from graph.questions.base import Graph, IdRow, Question

_BELOW = (Level.MINISTRY, Level.DEPARTMENT, Level.PROVINCE)


@dataclass(frozen=True, slots=True)
class WholeMatrix(Question[IdRow, Matrix]):
    """Ask for all 65 cells, row by row."""

    stem: ClassVar[str] = "matrix"
    row: ClassVar[type] = IdRow

    def find(self, graph: Graph) -> Iterable[IdRow]:
        """Find the cells."""
        return [IdRow(identity) for identity in graph.labelled("Assignment")]

    def judge(self, dataset: Dataset, rows: Sequence[IdRow]) -> Matrix:
        """Put the cells in their rows, with what a reader of the table overlooks."""
        found = {row.id for row in rows}
        table = tuple(
            MatrixRow(
                activity,
                tuple(
                    cell
                    for cell in dataset.assignments_of_activity[activity.id]
                    if cell.id in found
                ),
            )
            for activity in dataset.activities
        )
        caption, legend = dataset.clause("figure:2"), dataset.clause("figure:2/legend")
        return Matrix(
            title=caption.text,
            columns=dataset.columns,
            rows=table,
            legend=tuple(LegendEntry(code, code.value, code.label) for code in Code),
            remarks=tuple(_remarks([cell for row in table for cell in row.cells])),
            citations=tuple(whole(clause) for clause in (caption, legend)),
        )


def _remarks(cells: Sequence[Assignment]) -> Iterable[Text]:
    accountable = [cell for cell in cells if Code.ACCOUNTABLE in cell.codes]
    shared = [cell.activity.number for cell in accountable if len(cell.column.stands_for) > 1]
    if shared:
        yield Text(
            f"มี {thai_digits(len(shared))} แถวที่ผู้เป็น Accountable มีสองคณะอยู่ใต้คอลัมน์เดียว "
            f"(แถว {_rows(shared).th}) ตารางไม่ได้แบ่งรหัสระหว่างสองคณะ",
            f"In {len(shared)} rows two committees under one column are Accountable "
            f"(rows {_rows(shared).en}); the table does not divide the code between them.",
        )
    below = [cell.activity.number for cell in accountable if cell.column.level in _BELOW]
    if not below:
        yield Text(
            "ไม่มี A ในระดับกระทรวง กรม และจังหวัด ในแถวใดเลย",
            "No A stands at ministry, department or province level in any row.",
        )
    dashes: dict[int, list[str]] = {}
    for cell in cells:
        if not cell.codes:
            dashes.setdefault(cell.activity.number, []).append(cell.column.label)
    for number, heads in dashes.items():
        yield Text(
            f"แถว {thai_digits(number)} พิมพ์ขีด (-) ใต้ {', '.join(heads)} "
            "คือไม่มีรหัส แนวทางฯ ไม่ได้อธิบายความหมายของขีด",
            f"Row {number} prints a dash under {', '.join(heads)}: no code; the guideline does "
            "not say what the dash means.",
        )


def _rows(numbers: Sequence[int]) -> Text:
    return Text(
        " ".join(thai_digits(number) for number in numbers),
        ", ".join(str(number) for number in numbers),
    )
