"""Rows of the matrix: who holds a code, what a column holds, and the row as a whole."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from graph.asking.answer import Draft, joined
from graph.asking.plans.asked import (
    Asked,
    Plan,
    add_passages,
    is_bare,
    stands_for,
    tell_organizations,
)
from graph.asking.reading import Reading
from graph.asking.words import features, fold
from graph.model.answers import AnswerKind, Holding, Matrix, MatrixRow, Outcome
from graph.model.codes import Code
from graph.model.levels import Level
from graph.model.nodes import Activity, Assignment, Column, whole
from graph.model.text import Text, thai_digits
from graph.questions.matrix import WholeMatrix
from graph.questions.who_holds import WhoHolds


def _row_line(asked: Asked, activity: Activity, mark: Iterable[Column] = ()) -> Text:
    """The whole row as printed, the cells asked for in brackets."""
    marked = {column.id for column in mark}
    shown = ", ".join(
        f"[{cell.column.label} {cell.printed}]"
        if cell.column.id in marked
        else f"{cell.column.label} {cell.printed}"
        for cell in asked.cells(activity)
    )
    return Text(
        f"ภาพที่ ๒ แถว {thai_digits(activity.number)} ({activity.name.th}): {shown}",
        f"Figure 2 row {activity.number} ({activity.name.en}): {shown}",
    )


def _asks_of_the_matrix(asked: Asked) -> bool:
    """Whether a row is asked for, and not what a clause says on the same matter."""
    reading = asked.reading
    if not reading.activities or is_of_the_past(reading):
        return False
    if reading.codes_by_letter or reading.rows_by_number:
        return True
    if "money" in reading.topics or (reading.wants("change") and not reading.codes):
        # The table says nothing of amounts, and nothing of what was otherwise before.
        return False
    return not asked.foreign or bool(reading.codes and is_plain_code(reading))


def is_of_the_past(reading: Reading) -> bool:
    """Whether a year before the table is asked about: what held then is no row of it."""
    return reading.names_an_earlier_year or "earlier" in reading.topics


def is_plain_code(reading: Reading) -> bool:
    """Whether a code is named by the legend's own word."""
    plain = ("accountabl", "responsibl", "consult", "inform", "coach", "informed", "consulted")
    return any(spot.of("code") and spot.term.split()[0] in plain for spot in reading.spots)


def holder(asked: Asked) -> Plan | None:
    """Who holds a code for a row, at a level or at any."""
    reading = asked.reading
    if not (reading.codes and _asks_of_the_matrix(asked)):
        return None
    excepted = asked.columns if EXCEPT.search(reading.question.lower()) else ()
    if len(asked.columns) > 1 and not excepted:
        # Each is told beside the other, so that a false premise is seen to be one.
        return None
    activity = _one_row(asked)
    code = reading.codes[0]
    columns = asked.columns
    level = columns[0].level if len(columns) == 1 and not excepted else None
    question = WhoHolds(activity.number, code, level)
    variables: dict[str, Any] = {"code": code.name, "activity": str(activity.number)}
    if level:
        variables["level"] = level.name

    def tell(holding: Holding) -> Draft:
        draft = _tell_holding(asked, holding)
        if excepted:
            _leave_out(draft, holding, excepted)
        if reading.wants("count"):
            heads = dict.fromkeys(each.assignment.column.label for each in holding.holders)
            draft.say(
                f"รวม {thai_digits(len(heads))} คอลัมน์ ({len(heads)}): {joined(list(heads), True)}",
                f"{len(heads)} columns: {joined(list(heads), False) or 'none'}.",
            )
        for other in reading.codes[1:]:
            _add_code(asked, draft, activity, other, level)
        tell_organizations(asked, draft)
        _name_other_rows(asked, draft, activity)
        return draft

    where = Text(f" {level.label.th}", f" at the {level.label.en}") if level else Text("", "")
    words = Text(
        f"ผู้เป็น {code.label.th} ในกิจกรรมที่ {thai_digits(activity.number)}{where.th}",
        f"who is {code.label.en} for activity {activity.number}{where.en}",
    )
    return Plan("holder", words, question, variables, tell)


def _leave_out(draft: Draft, holding: Holding, excepted: Sequence[Column]) -> None:
    """Answer for those beside whoever was named to be left out."""
    left_out = [each.label for each in excepted]
    heads = [cell.column.label for cell in holding.row if holding.code in cell.codes]
    others = [label for label in heads if label not in left_out]
    draft.kind = AnswerKind.FOUND if others else AnswerKind.NOBODY
    draft.columns = others
    draft.asked_cells = [cell for cell in holding.row if cell.column.label in others]
    draft.lines.insert(
        0,
        Text(
            f"นอกจาก {joined(left_out, True)} ผู้เป็น {holding.code.label.th} คือ "
            f"{joined(others, True) or 'ไม่มีผู้ใด'}",
            f"Beside {joined(left_out, False)}, {holding.code.label.en}: "
            f"{joined(others, False) or 'nobody'}.",
        ),
    )


def _one_row(asked: Asked) -> Activity:
    """Of several rows named, the one whose printed words hold the most of them.

    "Research behind new services" is the row on research, which speaks of services too, and not
    the row on services. Between equals the longer words for it decide; the others are shown.
    """
    reading = asked.reading
    if reading.rows_by_number or len(reading.activities) == 1:
        return reading.activities[0]
    spots = [spot for spot in reading.spots if spot.of("activity")]

    def fits(activity: Activity) -> tuple[int, int]:
        name = _features_of(activity)
        own = [spot for spot in spots if str(activity.number) in spot.of("activity")]
        held = [spot for spot in spots if spot in own or name & set(features(spot.term))]
        return len(held), sum(len(spot.term) for spot in own)

    return max(reading.activities, key=fits)


def _features_of(activity: Activity) -> set[str]:
    return set(features(fold(f"{activity.name.th} {activity.name.en}")))


def _row_of(found: Matrix, activity: Activity) -> MatrixRow:
    return next(each for each in found.rows if each.activity is activity)


def _tell_holding(asked: Asked, holding: Holding) -> Draft:
    held = holding.outcome is Outcome.HELD
    draft = Draft(AnswerKind.FOUND if held else AnswerKind.NOBODY)
    draft.lines.append(holding.answer)
    named = holding.holders if held else (*holding.also_at_level, *holding.held_elsewhere)
    draft.columns = [each.assignment.column.label for each in named]
    draft.activities = [holding.activity.number]
    draft.codes = [holding.code.value]
    if not held:
        draft.codes += [each.code.value for each in named]
    if held and holding.code is Code.RESPONSIBLE:
        _tell_accountable(draft, holding)
    draft.facts = list(holding.row)
    draft.asked_cells = [
        each
        for each in holding.row
        if each.column.level is holding.level
        or (holding.level is None and holding.code in each.codes)
    ]
    draft.cite(holding.citations)
    duties = [
        duty
        for duty in asked.dataset.duties_of_activity.get(holding.activity.id, ())
        if any(each.body is duty.body for each in holding.holders)
    ]
    draft.facts += duties
    draft.cite(duty.citation for duty in duties[:3])
    return draft


def _tell_accountable(draft: Draft, holding: Holding) -> None:
    """Beside who is Responsible, who is Accountable: รับผิดชอบ may mean either."""
    heads = [cell.column.label for cell in holding.row if Code.ACCOUNTABLE in cell.codes]
    if heads:
        draft.say(
            f"R คือผู้ลงมือดำเนินการ ส่วนผู้รับผิดรับชอบขั้นสุดท้าย (A) ของแถวนี้คือ {joined(heads, True)}",
            "R does the work; the one finally answerable for this row (A) is "
            f"{joined(heads, False)}.",
        )


def _add_code(
    asked: Asked, draft: Draft, activity: Activity, code: Code, level: Level | None
) -> None:
    """Tell of a second code that was asked for."""
    cells = [
        cell
        for cell in asked.cells(activity)
        if code in cell.codes and level in (None, cell.column.level)
    ]
    heads = [cell.column.label for cell in cells]
    if heads:
        draft.say(
            f"ผู้เป็น {code.label.th}: {joined(heads, True)}",
            f"{code.label.en}: {joined(heads, False)}.",
        )
        draft.columns += heads
        draft.codes.append(code.value)
    else:
        draft.say(f"ไม่มีผู้ใดเป็น {code.label.th}", f"Nobody is {code.label.en} there.")


def _name_other_rows(asked: Asked, draft: Draft, taken: Activity) -> None:
    """Show the other rows that the words may mean."""
    for other in asked.reading.activities:
        if other is not taken:
            draft.lines.append(_row_line(asked, other))
            draft.alternatives.append(
                Text(
                    f"กิจกรรมที่ {thai_digits(other.number)} ใครเป็น A และใครเป็น R",
                    f"Who is A and who is R for activity {other.number}?",
                )
            )


def several(asked: Asked) -> Plan | None:
    """Several rows that were named by number, or joined by "and": each for itself."""
    reading = asked.reading
    rows = reading.activities
    if len(rows) < 2 or not _asks_of_the_matrix(asked):
        return None
    if not (reading.rows_by_number or _are_joined(asked)):
        return None
    codes = reading.codes or (Code.ACCOUNTABLE, Code.RESPONSIBLE)

    def tell(found: Matrix) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        held = False
        for row in found.rows:
            if row.activity not in rows:
                continue
            draft.lines.append(_row_line(asked, row.activity, asked.columns))
            for code in codes:
                cells = [
                    cell
                    for cell in row.cells
                    if code in cell.codes and (not asked.columns or cell.column in asked.columns)
                ]
                heads = [cell.column.label for cell in cells]
                held = held or bool(heads)
                draft.say(
                    f"แถว {thai_digits(row.activity.number)} ผู้เป็น {code.label.th}: "
                    f"{joined(heads, True) or 'ไม่มี'}",
                    f"Row {row.activity.number}, {code.label.en}: "
                    f"{joined(heads, False) or 'nobody'}.",
                )
                draft.columns += heads
                draft.asked_cells += cells
            draft.activities.append(row.activity.number)
            draft.facts += row.cells
            draft.cite([row.cells[0].citation])
        draft.kind = AnswerKind.FOUND if held else AnswerKind.NOBODY
        draft.codes = [code.value for code in codes]
        draft.cite([whole(asked.dataset.clause("figure:2/legend"))])
        return draft

    numbers = [each.number for each in rows]
    words = Text(
        f"แถว {' '.join(map(thai_digits, numbers))}", f"rows {', '.join(map(str, numbers))}"
    )
    return Plan("rows", words, WholeMatrix(), {}, tell)


def _are_joined(asked: Asked) -> bool:
    """Whether two rows are joined by a word between them, and neither speaks of the other."""
    reading = asked.reading
    spots = [spot for spot in reading.spots if spot.of("activity")]
    for one, other in pairwise(spots):
        shared = set(one.of("activity")) & set(other.of("activity"))
        if not shared and _JOINED.search(reading.folded[one.end : other.start]):
            both = set(features(one.term)) | set(features(other.term))
            return not any(both <= _features_of(each) for each in reading.activities)
    return False


_JOINED = re.compile(r"\band\b|และ|กับ|,|\bversus\b|\bvs\b")


def without(asked: Asked) -> Plan | None:
    """Which columns do not hold a code for a row, or hold none at all."""
    reading = asked.reading
    if asked.columns or not reading.wants("who", "what") or not _asks_of_the_matrix(asked):
        return None
    lower = reading.question.lower()
    negated = NEGATED.search(lower)
    codes = reading.codes
    if not codes and negated and reading.wants("holder"):
        codes = (Code.ACCOUNTABLE, Code.RESPONSIBLE)
    if not (negated if codes else _NOT_INVOLVED.search(lower)):
        return None
    activity = _one_row(asked)

    def tell(found: Matrix) -> Draft:
        row = _row_of(found, activity)
        lacking = [
            each
            for each in row.cells
            if (not set(codes) & set(each.codes) if codes else not each.codes)
        ]
        draft = Draft(AnswerKind.FOUND if lacking else AnswerKind.NOBODY)
        heads = [each.column.label for each in lacking]
        mark = joined([code.label.en for code in codes], False) or "any code"
        draft.say(
            f"คอลัมน์ที่ไม่มี {mark if codes else 'รหัสใดเลย'} ในกิจกรรมที่ "
            f"{thai_digits(activity.number)}: {joined(heads, True) or 'ไม่มี'}",
            f"Without {mark} for activity {activity.number}: {joined(heads, False) or 'none'}.",
        )
        draft.lines.append(_row_line(asked, activity, [each.column for each in lacking]))
        draft.columns, draft.asked_cells = heads, lacking
        draft.activities, draft.codes = [activity.number], [code.value for code in codes]
        draft.facts = list(row.cells)
        draft.cite([row.cells[0].citation, whole(asked.dataset.clause("figure:2/legend"))])
        return draft

    words = Text(
        f"คอลัมน์ที่ไม่ถือรหัสในกิจกรรมที่ {thai_digits(activity.number)}",
        f"the columns without the code for activity {activity.number}",
    )
    return Plan("without", words, WholeMatrix(), {}, tell)


NEGATED = re.compile(
    r"\bnot\b|n't\b|\bun(?:accountable|informed|consulted)|\birresponsible"
    r"|ไม่ใช่|ไม่ได้เป็น|ไม่ได้ถือ|ไม่ได้รับ|ไม่เป็น|ไม่ถือ|ไม่ต้อง"
)
# Who is named to be left out.
EXCEPT = re.compile(
    r"\bexcept|\bother than\b|\bbesides\b|\bapart from\b|\b(?:everyone|anyone) but\b|\bbut not\b"
    r"|นอกจาก|ยกเว้น|นอกเหนือ|ไม่นับ|แต่ไม่ใช่"
)
_NOT_INVOLVED = re.compile(
    r"\bdo(?:es)? nothing|\bnot (?:involved|concerned)|no (?:role|part|code|letter)"
    r"|ไม่เกี่ยว|ไม่มีรหัส|ไม่มีบทบาท|ไม่ได้รหัส"
)


def cell(asked: Asked) -> Plan | None:
    """What one or more columns hold in a row; and the duties that speak of it."""
    reading = asked.reading
    if not (asked.columns and reading.activities):
        return None
    if not _asks_of_the_matrix(asked) and not reading.wants("code"):
        return None
    if reading.wants("count") and not reading.rows_by_number:
        return None
    activity = _one_row(asked)
    columns = asked.columns

    def tell(found: Matrix) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        row = _row_of(found, activity)
        shown = [each for each in row.cells if each.column in columns]
        tell_organizations(asked, draft)
        for each in shown:
            _tell_cell(draft, each)
        if len(shown) > 1:
            same = len({each.codes for each in shown}) == 1
            draft.say(
                "รหัสเหมือนกัน" if same else "รหัสต่างกัน",
                "The codes are the same." if same else "The codes differ.",
            )
        draft.lines.append(_row_line(asked, activity, columns))
        if reading.wants("holder", "who") or Code.RESPONSIBLE in reading.codes:
            _tell_a_and_r(draft, row.cells)
        for column in columns:
            _tell_duties(asked, draft, column, activity)
        draft.columns = [each.column.label for each in shown]
        for code in reading.codes:
            _tell_asked_code(draft, code, shown, row.cells)
        draft.asked_cells = shown
        draft.activities = [activity.number]
        draft.codes += [code.value for each in shown for code in each.codes]
        draft.facts = [*row.cells, *draft.facts]
        draft.citations = [row.cells[0].citation, *draft.citations]
        add_passages(asked, draft, 2)
        return draft

    heads = joined([each.label for each in columns], False)
    words = Text(
        f"รหัสของ {heads} ในกิจกรรมที่ {thai_digits(activity.number)}",
        f"the codes of {heads} for activity {activity.number}",
    )
    return Plan("cell", words, WholeMatrix(), {}, tell)


def _tell_asked_code(
    draft: Draft, code: Code, shown: Sequence[Assignment], cells: Sequence[Assignment]
) -> None:
    """Of a code asked for, who of those named holds it, and else who does."""
    heads = [each.column.label for each in shown]
    holding = [each.column.label for each in shown if code in each.codes]
    elsewhere = [each for each in cells if code in each.codes and each not in shown]
    if holding:
        draft.say(
            f"ในจำนวนนี้ ผู้เป็น {code.label.th} คือ {joined(holding, True)}",
            f"Of these, {joined(holding, False)} {'is' if len(holding) == 1 else 'are'} "
            f"{code.label.en}.",
        )
        return
    draft.kind = AnswerKind.NOBODY
    where = "; ".join(stands_for(each.column).th for each in elsewhere)
    where_en = "; ".join(stands_for(each.column).en for each in elsewhere)
    draft.lines.insert(
        0,
        Text(
            f"ผู้เป็น {code.label.th} ไม่ใช่ {joined(heads, True)} แต่คือ {where or 'ไม่มีผู้ใด'}",
            f"{code.label.en} is neither {' nor '.join(heads)}: it is {where_en or 'nobody'}.",
        ),
    )
    draft.columns += [each.column.label for each in elsewhere]
    draft.codes.append(code.value)


def _tell_a_and_r(draft: Draft, cells: Sequence[Assignment]) -> None:
    """Who is finally answerable for a row and who does it: รับผิดชอบ may mean either."""
    for code, thai, english in (
        (Code.ACCOUNTABLE, "ผู้รับผิดรับชอบขั้นสุดท้าย (Accountable, A)", "Finally answerable (A)"),
        (Code.RESPONSIBLE, "ผู้ลงมือดำเนินการ (Responsible, R)", "Doing the work (R)"),
    ):
        heads = [each.column.label for each in cells if code in each.codes]
        draft.say(
            f"{thai} ของแถวนี้: {joined(heads, True) or 'ไม่มี'}",
            f"{english} for this row: {joined(heads, False) or 'nobody'}.",
        )


def _tell_cell(draft: Draft, each: Assignment) -> None:
    body = stands_for(each.column)
    number = each.activity.number
    if each.codes:
        labels = joined([code.label.en for code in each.codes], False)
        draft.say(
            f"{each.column.label} ถือรหัส {each.printed} ({labels}) ในกิจกรรมที่ {thai_digits(number)} "
            f"· {body.th}",
            f"{each.column.label} holds {each.printed} ({labels}) for activity {number}. "
            f"{body.en}.",
        )
    else:
        draft.say(
            f"{each.column.label} ไม่มีรหัสในกิจกรรมที่ {thai_digits(number)} (พิมพ์ -) · {body.th}",
            f"{each.column.label} has no code for activity {number} (a dash is printed). "
            f"{body.en}.",
        )


def _tell_duties(asked: Asked, draft: Draft, column: Column, activity: Activity) -> None:
    """The duties of a column's body that speak of a row: our inference."""
    bodies = [standing.body for standing in column.stands_for]
    for duty in asked.dataset.duties_of_activity.get(activity.id, ()):
        if duty.body in bodies:
            draft.say(
                f"หน้าที่ที่พูดถึงกิจกรรมนี้ (เราอนุมาน) {duty.citation.clause.name.th}: {duty.name.th}",
                f"A duty that speaks of it (our inference), {duty.citation.place}: {duty.name.en} "
                f"“{duty.name.th}”",
            )
            draft.facts.append(duty)
            draft.cite([duty.citation])


def row(asked: Asked) -> Plan | None:
    """A whole row: who answers for it and who does it, where no code was named."""
    reading = asked.reading
    if not _asks_of_the_matrix(asked) or reading.codes:
        return None
    if not (
        reading.wants("who", "holder", "code", "duty") or is_bare(asked) or reading.rows_by_number
    ):
        return None
    activity = _one_row(asked)
    level = asked.columns[0].level if len(asked.columns) == 1 else None
    question = WhoHolds(activity.number, Code.ACCOUNTABLE, level)

    def tell(holding: Holding) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        tell_organizations(asked, draft)
        for code, thai, english in (
            (Code.ACCOUNTABLE, "ผู้รับผิดรับชอบขั้นสุดท้าย (Accountable, A)", "Accountable (A)"),
            (Code.RESPONSIBLE, "ผู้ลงมือดำเนินการ (Responsible, R)", "Responsible (R)"),
        ):
            heads = [each.column for each in holding.row if code in each.codes]
            names = [stands_for(column) for column in heads]
            draft.say(
                f"{thai}: {'; '.join(each.th for each in names) or 'ไม่มี'}",
                f"{english}: {'; '.join(each.en for each in names) or 'nobody'}.",
            )
            draft.columns += [column.label for column in heads]
            draft.codes += [code.value] if heads else []
        draft.lines.append(_row_line(asked, activity))
        draft.activities = [activity.number]
        draft.facts = list(holding.row)
        draft.asked_cells = [
            each for each in holding.row if {Code.ACCOUNTABLE, Code.RESPONSIBLE} & set(each.codes)
        ]
        draft.cite(holding.citations)
        if reading.left_over:
            add_passages(asked, draft, 2)
        _name_other_rows(asked, draft, activity)
        return draft

    words = Text(
        f"ใครทำอะไรในกิจกรรมที่ {thai_digits(activity.number)}",
        f"who does what for activity {activity.number}",
    )
    variables = {"code": "ACCOUNTABLE", "activity": str(activity.number), "level": None}
    return Plan("row", words, question, variables, tell)
