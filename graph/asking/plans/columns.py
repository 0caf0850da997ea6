"""Columns of the matrix, and the matrix over all: in which rows a code is held, and how often."""

from graph.asking.answer import Draft, joined
from graph.asking.plans.asked import Asked, Plan, stands_for, tell_organizations
from graph.asking.plans.rows import is_plain_code
from graph.asking.reading import body_of
from graph.dataset import marks
from graph.model.answers import AnswerKind, Matrix
from graph.model.codes import Code
from graph.model.nodes import (
    Assignment,
)
from graph.model.text import Text, thai_digits
from graph.questions.matrix import WholeMatrix


def column(asked: Asked) -> Plan | None:
    """In which rows a column holds a code, or holds none; or all it holds."""
    reading = asked.reading
    lower = reading.question.lower()
    of_cells = any(word in lower for word in _OF_CELLS)
    if not asked.columns or reading.activities:
        return None
    if not (reading.codes or (reading.wants("nobody") and of_cells)):
        return None
    unknown = sum(len(word) for word in reading.left_over)
    of_all = reading.wants(
        "where", "what", "count", "nobody", "both", "compare", "most", "least", "not"
    )
    if unknown > 5 and not (of_all and (reading.codes_by_letter or is_plain_code(reading))):
        # A code and a level, but for something that is no row.
        return None
    if asked.foreign and not reading.codes_by_letter and not is_plain_code(reading):
        return None
    if not (
        reading.codes_by_letter
        or is_plain_code(reading)
        or reading.wants(
            "where", "what", "count", "nobody", "yesno", "not", "both", "compare", "most", "least"
        )
    ):
        return None
    columns, codes = asked.columns, reading.codes
    excluded = columns[1:] if len(columns) > 1 and reading.wants("not", "nobody") else ()
    required = columns[:1] if excluded else columns

    def holds(cell: Assignment) -> bool:
        if not codes:
            return not cell.codes
        if reading.wants("only"):
            return set(cell.codes) == set(codes)
        wanted = all if reading.wants("cell_both") or len(codes) > 1 else any
        return wanted(code in cell.codes for code in codes)

    def tell(found: Matrix) -> Draft:
        rows = []
        for each in found.rows:
            by_column = {cell.column: cell for cell in each.cells}
            if all(holds(by_column[head]) for head in required) and not any(
                holds(by_column[head]) for head in excluded
            ):
                rows.append(each)
        draft = Draft(AnswerKind.FOUND if rows else AnswerKind.NOBODY)
        heads = joined([each.label for each in required], False)
        code = joined([each.label.en for each in codes], False) or "no code"
        mark = joined([each.value for each in codes], False) or "-"
        but = joined([each.label for each in excluded], False)
        numbers = [each.activity.number for each in rows]
        tell_organizations(asked, draft)
        if rows:
            listed_th = " ".join(thai_digits(number) for number in numbers)
            listed_en = ", ".join(str(number) for number in numbers)
            draft.say(
                f"{heads} เป็น {code} ({mark}) {thai_digits(len(rows))} กิจกรรม ({len(rows)} จาก 13)"
                f"{f' โดยที่ {but} ไม่เป็น' if but else ''}: แถว {listed_th}",
                f"{heads} {'are each' if len(required) > 1 else 'is'} {code} ({mark}) in "
                f"{len(rows)} of 13 activities"
                f"{f' where {but} is not' if but else ''}: rows {listed_en}.",
            )
        else:
            draft.say(
                f"{heads} ไม่เป็น {code} ({mark}) ในกิจกรรมใดเลย"
                f"{f' โดยที่ {but} ไม่เป็น' if but else ''} (0 จาก 13)",
                f"In no activity is {heads} {code} "
                f"({mark}){f' where {but} is not' if but else ''}: 0 of 13.",
            )
            for wanted in codes:
                others: dict[str, list[int]] = {}
                for each in found.rows:
                    for cell in each.cells:
                        if wanted in cell.codes:
                            others.setdefault(cell.column.label, []).append(each.activity.number)
                for label, held in others.items():
                    draft.say(
                        f"{wanted.value} อยู่ใต้ {label} แถว "
                        f"{' '.join(thai_digits(number) for number in held)}",
                        f"{wanted.value} stands under {label} in rows {', '.join(map(str, held))}.",
                    )
                    draft.columns.append(label)
                for head in required:
                    own: dict[str, int] = {}
                    for each in found.rows:
                        for cell in each.cells:
                            if cell.column is head:
                                for held_code in cell.codes:
                                    own[held_code.value] = own.get(held_code.value, 0) + 1
                    told = ", ".join(f"{name} {count}" for name, count in sorted(own.items()))
                    draft.say(f"{head.label} ถือรหัส: {told}", f"{head.label} holds: {told}.")
        for each in rows:
            draft.lines.append(
                Text(
                    f"{thai_digits(each.activity.number)}. {each.activity.name.th}: "
                    + " ".join(
                        f"{cell.column.label} {cell.printed}"
                        for cell in each.cells
                        if cell.column in columns
                    ),
                    f"{each.activity.number}. {each.activity.name.en}: "
                    + " ".join(
                        f"{cell.column.label} {cell.printed}"
                        for cell in each.cells
                        if cell.column in columns
                    ),
                )
            )
        for head in dict.fromkeys(required):
            draft.lines.append(stands_for(head))
        draft.columns = (
            [each.label for each in columns]
            if rows or not draft.columns
            else [*[each.label for each in columns], *draft.columns]
        )
        draft.activities = numbers
        draft.codes = [each.value for each in codes]
        draft.facts = [cell for each in rows for cell in each.cells if cell.column in columns]
        draft.cite([found.citations[0]])
        draft.cite(each.cells[0].citation for each in rows)
        return draft

    heads = joined([each.label for each in columns], False)
    words = Text(
        f"กิจกรรมที่ {heads} ถือรหัส {marks(codes)}",
        f"the activities in which {heads} holds {marks(codes)}",
    )
    return Plan("column", words, WholeMatrix(), {}, tell)


_OF_CODES = ("รหัส", "อักษร", "code", "letter")


def whole_column(asked: Asked) -> Plan | None:
    """All that one column holds, row by row."""
    reading = asked.reading
    if len(asked.columns) != 1 or reading.activities or reading.codes or asked.foreign:
        return None
    lower = reading.question.lower()
    if reading.organizations or not any(word in lower for word in _OF_CODES):
        return None
    if not reading.wants("what") and reading.left_over:
        return None
    head = asked.columns[0]

    def tell(found: Matrix) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        cells = [cell for each in found.rows for cell in each.cells if cell.column is head]
        draft.lines.append(stands_for(head))
        for cell in cells:
            number, name = cell.activity.number, cell.activity.name
            draft.say(
                f"{thai_digits(number)}. {name.th}: {cell.printed}",
                f"{number}. {name.en}: {cell.printed}",
            )
        draft.columns, draft.facts = [head.label], list(cells)
        draft.activities = [cell.activity.number for cell in cells]
        draft.codes = [code.value for cell in cells for code in cell.codes]
        draft.cite([found.citations[0]])
        draft.cite(cell.citation for cell in cells)
        return draft

    words = Text(f"ทุกรหัสของ {head.label}", f"every code of {head.label}")
    return Plan("whole column", words, WholeMatrix(), {}, tell)


def compared_columns(asked: Asked) -> Plan | None:
    """Two columns side by side over all rows."""
    reading = asked.reading
    if len(asked.columns) < 2 or reading.activities or not reading.wants("compare"):
        return None
    if reading.wants("define", "qualification", "composition") or asked.foreign:
        return None
    columns = asked.columns

    def tell(found: Matrix) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        for head in columns:
            counts = {
                code: [
                    each.activity.number
                    for each in found.rows
                    for cell in each.cells
                    if cell.column is head and code in cell.codes
                ]
                for code in Code
            }
            told = "; ".join(
                f"{code.label.en} ({code.value}) {len(rows)}: {', '.join(map(str, rows)) or '-'}"
                for code, rows in counts.items()
            )
            draft.say(f"{head.label}: {told}", f"{head.label}: {told}.")
            draft.lines.append(stands_for(head))
        differ = [
            each.activity.number
            for each in found.rows
            if len({cell.codes for cell in each.cells if cell.column in columns}) > 1
        ]
        draft.say(
            f"รหัสต่างกันใน {thai_digits(len(differ))} แถว: {' '.join(map(thai_digits, differ))}",
            f"Their codes differ in {len(differ)} rows: {', '.join(map(str, differ))}.",
        )
        draft.columns = [each.label for each in columns]
        draft.codes = [code.value for code in Code]
        draft.activities = differ
        draft.facts = [cell for each in found.rows for cell in each.cells if cell.column in columns]
        draft.cite(found.citations)
        for head in columns:
            draft.cite([body_of(asked.dataset, head).citation])
        return draft

    heads = joined([each.label for each in columns], False)
    words = Text(f"เทียบ {heads}", f"{heads} compared")
    return Plan("compared columns", words, WholeMatrix(), {}, tell)


_OF_CELLS = (
    "code",
    "cell",
    "row",
    "activit",
    "รหัส",
    "ช่อง",
    "แถว",
    "กิจกรรม",
    "dash",
    "ขีด",
    "blank",
    "ตาราง",
)


def over_the_matrix(asked: Asked) -> Plan | None:
    """What holds over the whole matrix: rows without a code, how often a code stands, the most."""
    reading = asked.reading
    if asked.columns or reading.activities:
        return None
    counting = reading.wants("count", "most", "least", "nobody", "what", "both", "cell_both")
    lower = reading.question.lower()
    of_cells = any(word in lower for word in _OF_CELLS)
    if not (counting and (reading.codes or (reading.wants("nobody") and of_cells))):
        return None
    if asked.foreign:
        return None
    if reading.codes and not (reading.codes_by_letter or is_plain_code(reading)):
        return None
    codes = reading.codes

    def tell(found: Matrix) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        cells = [cell for each in found.rows for cell in each.cells]
        if not codes:
            held = [cell for cell in cells if not cell.codes]
            draft.say(
                f"มี {thai_digits(len(held))} ช่อง ({len(held)}) ที่พิมพ์ขีด คือไม่มีรหัส",
                f"{len(held)} cells print a dash, that is no code.",
            )
        elif len(codes) > 1 and reading.wants("both", "cell_both", "what", "count"):
            held = [cell for cell in cells if all(code in cell.codes for code in codes)]
            draft.say(
                f"มี {thai_digits(len(held))} ช่อง ({len(held)}) ที่มี {marks(codes)} อยู่ด้วยกัน",
                f"{len(held)} cells hold {joined([code.value for code in codes], False)} together.",
            )
        else:
            held = [cell for cell in cells if codes[0] in cell.codes]
            rows = {cell.activity.number for cell in held}
            missing = [
                each.activity.number for each in found.rows if each.activity.number not in rows
            ]
            code = codes[0]
            if reading.wants("nobody"):
                draft.say(
                    f"แถวที่ไม่มี {code.value} เลย: "
                    f"{' '.join(map(thai_digits, missing)) or 'ไม่มี ทุกแถวมี'} ({len(missing)})",
                    f"Rows without any {code.value}: "
                    f"{', '.join(map(str, missing)) or 'none, every row has one'} "
                    f"({len(missing)}).",
                )
                if missing:
                    draft.activities = missing
            counts = {
                head.label: sum(cell.column is head for cell in held) for head in found.columns
            }
            most, least = max(counts.values()), min(counts.values())
            told = ", ".join(f"{label} {count}" for label, count in counts.items())
            draft.say(
                f"{code.label.en} ({code.value}) อยู่ใน {thai_digits(len(held))} ช่อง ({len(held)}) "
                f"ของ {thai_digits(len(rows))} แถว: {told}",
                f"{code.label.en} ({code.value}) stands in {len(held)} cells of {len(rows)} rows: "
                f"{told}.",
            )
            best = most if not reading.wants("least") else least
            chosen = [label for label, count in counts.items() if count == best]
            if reading.wants("most", "least"):
                draft.say(
                    f"{'มากที่สุด' if best == most else 'น้อยที่สุด'}: {joined(chosen, True)} "
                    f"({thai_digits(best)})",
                    f"{'The most' if best == most else 'The fewest'}: {joined(chosen, False)} "
                    f"({best}).",
                )
                draft.columns = chosen
        for cell in held[:30]:
            draft.say(
                f"แถว {thai_digits(cell.activity.number)} {cell.column.label} {cell.printed}",
                f"row {cell.activity.number} {cell.column.label} {cell.printed}",
            )
        if not draft.columns:
            draft.columns = [cell.column.label for cell in held]
        if not draft.activities:
            draft.activities = [cell.activity.number for cell in held]
        draft.codes = [code.value for code in codes]
        draft.facts = list(held)
        draft.asked_cells = list(held)
        draft.cite([found.citations[0]])
        for number in draft.activities[:5]:
            draft.cite([found.rows[number - 1].cells[0].citation])
        return draft

    words = Text(f"{marks(codes)} ทั้งตาราง", f"{marks(codes)} over the whole matrix")
    return Plan("over the matrix", words, WholeMatrix(), {}, tell)
