"""Who holds a code for an activity, at one level or at any? Nobody is an answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from graph.dataset import Dataset
from graph.model.answers import Holder, Holding, Outcome
from graph.model.codes import Code
from graph.model.levels import Level
from graph.model.nodes import Activity, Assignment, Basis, Citation, whole
from graph.model.text import Text, thai_digits
from graph.questions.base import Graph, Question


@dataclass(frozen=True, slots=True)
class WhoHoldsRow:
    """One cell of the activity's row."""

    cell: str
    level: str
    codes: list[str]


@dataclass(frozen=True, slots=True)
class WhoHolds(Question[WhoHoldsRow, Holding]):
    """Ask who is, say, Accountable for cyber security at the department level."""

    activity: int
    code: Code
    level: Level | None = None

    stem: ClassVar[str] = "who_holds"
    row: ClassVar[type] = WhoHoldsRow

    @classmethod
    def of(cls, dataset: Dataset, activity: str, code: Code, level: Level | None) -> "WhoHolds":
        """Read the activity by number, id, name or topic. Raises UnknownName, AmbiguousName."""
        return cls(dataset.activity(activity).number, code, level)

    def find(self, graph: Graph) -> Iterable[WhoHoldsRow]:
        """Find the whole row: a misread code then costs emphasis, not truth."""
        for cell in graph.into(f"activity:{self.activity}", "FOR_ACTIVITY"):
            for column, _ in graph.out(cell, "IN_COLUMN"):
                level = graph.properties(column)["level"]
                yield WhoHoldsRow(cell, level, graph.properties(cell)["codes"])

    def judge(self, dataset: Dataset, rows: Sequence[WhoHoldsRow]) -> Holding:
        """Say who holds it there; who else is there; who holds it elsewhere.

        >>> from graph.seeds import load
        >>> from graph.stores.networkx_store import build
        >>> data = load()
        >>> asked = WhoHolds.of(data, "cyber security", Code.ACCOUNTABLE, Level.DEPARTMENT)
        >>> holding = asked.judge(data, list(asked.find(build(data))))
        >>> holding.outcome.name, [holder.body.id for holder in holding.also_at_level]
        ('NOBODY', ['post:dcio'])
        >>> [holder.body.id for holder in holding.held_elsewhere]
        ['organization:dg-committee', 'organization:de-committee']
        """
        activity = dataset.activity(str(self.activity))
        cells = {row.cell: row for row in rows}
        row = tuple(
            cell for cell in dataset.assignments_of_activity[activity.id] if cell.id in cells
        )
        here: list[Holder] = []
        also: list[Holder] = []
        elsewhere: list[Holder] = []
        for cell in row:
            at_level = self.level is None or cells[cell.id].level == self.level.value
            for holder in dataset.holders_of_assignment[cell.id]:
                if holder.code is self.code:
                    (here if at_level else elsewhere).append(holder)
                elif at_level and self.level is not None:
                    also.append(holder)
        outcome = Outcome.HELD if here else Outcome.NOBODY
        reason = _reason(self.code, row)
        return Holding(
            outcome=outcome,
            code=self.code,
            activity=activity,
            level=self.level,
            answer=self._answer(activity, here, also, elsewhere, reason),
            reason=reason,
            holders=tuple(here),
            also_at_level=tuple(also),
            held_elsewhere=tuple(elsewhere),
            row=row,
            citations=_citations(dataset, row, [*here, *also, *elsewhere]),
        )

    def _answer(
        self,
        activity: Activity,
        here: list[Holder],
        also: list[Holder],
        elsewhere: list[Holder],
        reason: Text,
    ) -> Text:
        code = self.code.label
        level_th = f"ใน{self.level.label.th} " if self.level else ""
        level_en = f"At the {self.level.label.en}, " if self.level else ""
        of_th = f"กิจกรรมที่ {thai_digits(activity.number)} ({activity.name.th})"
        of_en = f"activity {activity.number} ({activity.name.en})"
        if here:
            th = [f"{level_th}ผู้เป็น {code.th} สำหรับ{of_th} คือ {_names(here).th}"]
            en = [f"{level_en}{_are(here, code)} for {of_en}."]
        else:
            th = [f"{level_th}ไม่มีผู้ใดเป็น {code.th} สำหรับ{of_th}"]
            en = [f"{level_en}nobody is {code.en} for {of_en}."]
        for other in Code:
            if there := [holder for holder in also if holder.code is other]:
                th.append(f"ในระดับนี้ {_names(there).th} เป็น {other.label.th}")
                en.append(f"There {_are(there, other.label)}.")
        if not here and elsewhere:
            th.append(f"ผู้เป็น {code.th} อยู่ในระดับอื่น คือ {_names(elsewhere).th}")
            en.append(f"Elsewhere {_are(elsewhere, code)}.")
        th.append(reason.th)
        en.append(reason.en)
        named = [*here, *also, *([] if here else elsewhere)]
        for caveat in _caveats(named):
            th.append(caveat.th)
            en.append(caveat.en)
        english = " ".join(en)
        return Text(" ".join(th), english[0].upper() + english[1:])


def _are(holders: list[Holder], code: Text) -> str:
    one = len({holder.body for holder in holders}) == 1
    return f"{_names(holders).en} {'is' if one else 'are'} {code.en}"


def _names(holders: list[Holder]) -> Text:
    bodies = dict.fromkeys(holder.body for holder in holders)
    return Text(
        " และ ".join(body.called.th for body in bodies),
        " and ".join(f"the {body.called.en}" for body in bodies),
    )


def _reason(code: Code, row: tuple[Assignment, ...]) -> Text:
    number = row[0].activity.number
    shown = ", ".join(f"{cell.column.label} {cell.printed}" for cell in row)
    heads = ", ".join(cell.column.label for cell in row if code in cell.codes)
    th = f"แถว {thai_digits(number)} ของภาพที่ ๒ พิมพ์ว่า {shown}"
    en = f"Row {number} of figure 2 prints {shown}"
    if heads:
        return Text(
            f"{th} รหัส {code.value} จึงอยู่ในคอลัมน์ {heads} เท่านั้น",
            f"{en}: {code.value} stands only under {heads}.",
        )
    return Text(f"{th} ไม่มีคอลัมน์ใดมีรหัส {code.value}", f"{en}: no column has {code.value}.")


def _caveats(holders: list[Holder]) -> Iterable[Text]:
    """Say of each column that named somebody what of it is our reading."""
    for column in dict.fromkeys(holder.assignment.column for holder in holders):
        head = column.label
        if len(column.stands_for) > 1:
            yield Text(
                f"ตารางไม่ได้แบ่งรหัสใต้ {head} ระหว่างสองคณะ และการอ่าน {head} "
                "ว่าเป็นสองคณะนี้เป็นการอ่านของเรา ไม่ใช่ถ้อยคำที่พิมพ์",
                f"The table does not divide what stands under {head} between the two, and that "
                f"{head} is these two committees is our reading, not printed.",
            )
        elif column.stands_for[0].basis is Basis.READING:
            body = column.stands_for[0].body.called
            yield Text(
                f"การอ่านคอลัมน์ {head} ว่าเป็น{body.th}เป็นการอ่านของเรา ไม่ใช่ถ้อยคำที่พิมพ์",
                f"That the column {head} is the {body.en} is our reading, not printed.",
            )


def _citations(
    dataset: Dataset, row: tuple[Assignment, ...], holders: list[Holder]
) -> tuple[Citation, ...]:
    legend = dataset.clause("figure:2/legend")
    cited = [row[0].citation, whole(legend)]
    columns = dict.fromkeys(holder.assignment.column for holder in holders)
    for column in columns:
        cited.extend(standing.citation for standing in column.stands_for)
    return tuple({(each.place, each.quote): each for each in cited}.values())
