"""What does the whole matrix of figure 2 say?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from graph.dataset import Dataset
from graph.model.answers import Check, LegendEntry, Matrix, MatrixRow
from graph.model.codes import Code
from graph.model.levels import Level
from graph.model.nodes import Assignment, Basis, Column, whole
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
        checks = tuple(_checks(table, dataset.columns))
        return Matrix(
            title=caption.text,
            columns=dataset.columns,
            rows=table,
            legend=tuple(LegendEntry(code, code.value, code.label) for code in Code),
            checks=checks,
            remarks=tuple(check.words for check in checks),
            citations=tuple(whole(clause) for clause in (caption, legend)),
        )


def _checks(rows: Sequence[MatrixRow], columns: tuple[Column, ...]) -> Iterator[Check]:
    accountable = [cell for row in rows for cell in _accountable(row)]
    yield _one_accountable(rows, columns)
    if shared := [cell for cell in accountable if len(cell.column.stands_for) > 1]:
        yield _shared(shared, tuple(each for each in columns if len(each.stands_for) > 1))
    below = tuple(column for column in columns if column.level in _BELOW)
    yield _below([cell for cell in accountable if cell.column in below], below)
    for row in rows:
        if dashes := [cell for cell in row.cells if not cell.codes]:
            yield _dashes(dashes, columns)


def _accountable(row: MatrixRow) -> list[Assignment]:
    return [cell for cell in row.cells if Code.ACCOUNTABLE in cell.codes]


def _one_accountable(rows: Sequence[MatrixRow], columns: tuple[Column, ...]) -> Check:
    odd = [row.activity.number for row in rows if len(_accountable(row)) != 1]
    total = len(rows)
    words = Text(
        f"ทั้ง {thai_digits(total)} แถวมี A ในคอลัมน์เดียวพอดี",
        f"Each of the {total} rows has A in exactly one column.",
    )
    if odd:
        words = Text(
            f"แถวที่ไม่ได้มี A ในคอลัมน์เดียวพอดี คือแถว {_listed(odd).th}",
            f"Rows that do not have A in exactly one column: {_listed(odd).en}.",
        )
    cells = tuple(cell for row in rows for cell in _accountable(row))
    return Check("one-accountable-column", words, Basis.STATED, columns, cells)


def _shared(cells: Sequence[Assignment], columns: tuple[Column, ...]) -> Check:
    rows = [cell.activity.number for cell in cells]
    words = Text(
        f"มี {thai_digits(len(rows))} แถวที่ผู้เป็น Accountable มีสองคณะอยู่ใต้คอลัมน์เดียว "
        f"(แถว {_listed(rows).th}) ตารางไม่ได้แบ่งรหัสระหว่างสองคณะ",
        f"In {len(rows)} rows two committees under one column are Accountable "
        f"(rows {_listed(rows).en}); the table does not divide the code between them.",
    )
    # As weak as the weakest: that the column is these bodies may be read and not printed.
    stated = all(
        standing.basis is Basis.STATED for cell in cells for standing in cell.column.stands_for
    )
    basis = Basis.STATED if stated else Basis.READING
    return Check("shared-accountable", words, basis, columns, tuple(cells))


def _below(cells: Sequence[Assignment], columns: tuple[Column, ...]) -> Check:
    words = Text(
        "ไม่มี A ในระดับกระทรวง กรม และจังหวัด ในแถวใดเลย",
        "No A stands at ministry, department or province level in any row.",
    )
    if cells:
        rows = list(dict.fromkeys(cell.activity.number for cell in cells))
        words = Text(
            f"มี A ในระดับกระทรวง กรม หรือจังหวัด ในแถว {_listed(rows).th}",
            f"An A stands at ministry, department or province level in rows {_listed(rows).en}.",
        )
    return Check("no-accountable-below", words, Basis.STATED, columns, tuple(cells))


def _dashes(cells: Sequence[Assignment], columns: tuple[Column, ...]) -> Check:
    number, heads = cells[0].activity.number, ", ".join(cell.column.label for cell in cells)
    words = Text(
        f"แถว {thai_digits(number)} พิมพ์ขีด (-) ใต้ {heads} คือไม่มีรหัส แนวทางฯ ไม่ได้อธิบายความหมายของขีด",
        f"Row {number} prints a dash under {heads}: no code; the guideline does "
        "not say what the dash means.",
    )
    return Check("dashes", words, Basis.STATED, columns, tuple(cells))


def _listed(numbers: Sequence[int]) -> Text:
    return Text(
        " ".join(thai_digits(number) for number in numbers),
        ", ".join(str(number) for number in numbers),
    )
