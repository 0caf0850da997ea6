"""Columns of the matrix, and the matrix over all: in which rows a code is held, and how often."""

import re
from dataclasses import dataclass, replace

from graph.asking.answer import Draft, joined
from graph.asking.plans.asked import Asked, Plan, stands_for, tell_organizations
from graph.asking.plans.rows import NEGATED, is_of_the_past, is_plain_code
from graph.asking.reading import body_of
from graph.dataset import marks
from graph.model.answers import AnswerKind, Matrix, MatrixRow
from graph.model.codes import Code
from graph.model.nodes import Assignment, Column
from graph.model.text import Text, thai_digits
from graph.questions.matrix import WholeMatrix


@dataclass(frozen=True, slots=True)
class Condition:
    """That a column holds a code in a row, or does not; without a code, that it holds any."""

    column: Column
    codes: tuple[Code, ...]
    holds: bool = True
    alone: bool = False

    def fits(self, cell: Assignment) -> bool:
        """Tell whether a cell of the column is so."""
        if not self.codes:
            return bool(cell.codes) is self.holds
        if self.alone:
            return set(cell.codes) == set(self.codes)
        return all(code in cell.codes for code in self.codes) is self.holds

    @property
    def words(self) -> Text:
        """Say it."""
        code = joined([each.label.en for each in self.codes], False) or "any code"
        mark = "/".join(each.value for each in self.codes) or "-"
        alone = Text(" อย่างเดียว", " alone") if self.alone else Text("", "")
        thai = f"{self.column.label} {'เป็น' if self.holds else 'ไม่เป็น'} {code} ({mark}){alone.th}"
        verb = "holds" if self.holds else "does not hold"
        return Text(thai, f"{self.column.label} {verb} {code} ({mark}){alone.en}")


def column(asked: Asked) -> Plan | None:
    """In which rows a column holds a code, or does not; or several columns at once."""
    reading = asked.reading
    if not _is_on_columns(asked):
        return None
    conditions = _conditions(asked)
    columns = tuple(dict.fromkeys(each.column for each in conditions))

    def tell(found: Matrix) -> Draft:
        rows = [
            row
            for row in found.rows
            if all(each.fits(_under(row, each.column)) for each in conditions)
        ]
        draft = Draft(AnswerKind.FOUND if rows else AnswerKind.NOBODY)
        numbers = [row.activity.number for row in rows]
        tell_organizations(asked, draft)
        said = [each.words for each in conditions]
        thai, english = (
            joined([each.th for each in said], True),
            joined([each.en for each in said], False),
        )
        listed = ", ".join(map(str, numbers))
        if rows:
            counted = "activity: row" if len(rows) == 1 else "of 13 activities: rows"
            draft.say(
                f"{thai} {thai_digits(len(rows))} กิจกรรม ({len(rows)} จาก 13): "
                f"แถว {' '.join(map(thai_digits, numbers))}",
                f"{english}, in {len(rows)} {counted} {listed}.",
            )
        else:
            _tell_none(draft, conditions)
            _tell_elsewhere(draft, found, conditions)
        for row in rows:
            cells = " ".join(
                f"{cell.column.label} {cell.printed}"
                for cell in row.cells
                if cell.column in columns
            )
            draft.say(
                f"{thai_digits(row.activity.number)}. {row.activity.name.th}: {cells}",
                f"{row.activity.number}. {row.activity.name.en}: {cells}",
            )
        for head in columns:
            draft.lines.append(stands_for(head))
        draft.columns = [head.label for head in columns] + draft.columns
        draft.activities = numbers
        draft.codes = [code.value for each in conditions for code in each.codes if each.holds]
        draft.codes = draft.codes or [code.value for code in reading.codes]
        draft.facts = [cell for row in rows for cell in row.cells if cell.column in columns]
        draft.asked_cells = [each for each in draft.facts if isinstance(each, Assignment)]
        draft.cite([found.citations[0]])
        draft.cite(row.cells[0].citation for row in rows)
        return draft

    heads = joined([each.words.th for each in conditions], True)
    words = Text(f"แถวที่ {heads}", f"where {joined([e.words.en for e in conditions], False)}")
    return Plan("column", words, WholeMatrix(), {}, tell)


def _is_on_columns(asked: Asked) -> bool:
    """Whether rows are asked for by what columns hold in them."""
    reading = asked.reading
    lower = reading.question.lower()
    if not asked.columns or reading.activities or _MORE.search(lower) or is_of_the_past(reading):
        return False
    if _WHOM.search(lower) and not reading.codes_by_letter:
        # Who coaches or informs a column is not in the table: it says who coaches, not whom.
        return False
    if not (reading.codes or (reading.wants("nobody") and any(w in lower for w in _OF_CELLS))):
        return False
    plain = reading.codes_by_letter or is_plain_code(reading)
    unknown = sum(len(word) for word in reading.left_over)
    of_all = reading.wants(*_OF_ALL)
    if unknown > 5 and not (of_all and plain):
        # A code and a level, but for something that is no row.
        return False
    # A topic may be a manner of speaking ("as consultant"); a course or an agency is no such.
    others = [each for each in asked.foreign if ":" in each or not plain]
    if others and not reading.codes_by_letter:
        return False
    return plain or reading.wants("yesno", *_OF_ALL)


_OF_ALL = ("where", "what", "count", "nobody", "both", "compare", "most", "least", "not")
_MORE = re.compile(r"\bmore\b|\bfewer\b|มากกว่า|น้อยกว่า")
_WHOM = re.compile(
    r"\bwho(?:m)? (?:coach|consult|advis|inform|mentor|notif)\w*\s+(?:the )?"
    r"(?:dg|gcio|mcio|dcio|pcio)"
)
_PAIR = re.compile(
    r"\b(DG/DE|GCIO|MCIO|DCIO|PCIO)\s*(not|isn't|is not|does not hold|ไม่ใช่|ไม่ได้เป็น|ไม่เป็น|ไม่ถือ)?"
    r"\s*(?:is|are|holds?|has|have|=|เป็น|ถือ|ได้|คือ)?\s*(not|no|ไม่ใช่)?\s*(?:an?\s)?([ARCI])(?![A-Za-z])"
)
_ONLY_IT = re.compile(
    r"\bonly (?:the )?(?:dg/de|gcio|mcio|dcio|pcio)\b|เฉพาะ\s*(?:dg|gcio|mcio|dcio|pcio)"
    r"|(?:dg/de|gcio|mcio|dcio|pcio)\s*(?:คนเดียว|ฝ่ายเดียว|เพียงผู้เดียว|เพียงฝ่ายเดียว)"
)
_NEITHER = re.compile(r"\bneither\b|ทั้งคู่ไม่|ทั้งสองไม่|ไม่มีทั้ง|ต่างไม่")


def _conditions(asked: Asked) -> list[Condition]:
    """Read what is asked of which column."""
    reading = asked.reading
    columns, codes = asked.columns, reading.codes
    by_label = {head.label: head for head in columns}
    pairs = [
        Condition(by_label[label], (Code(letter),), not (before or after))
        for label, before, after, letter in _PAIR.findall(reading.question)
        if label in by_label
    ]
    if len({each.column for each in pairs}) > 1:
        return pairs
    lower = reading.question.lower()
    if len(columns) == 1 and codes and _ONLY_IT.search(lower):
        rest = [head for head in asked.dataset.columns if head not in columns]
        return [
            Condition(columns[0], codes),
            *(Condition(head, codes, holds=False) for head in rest),
        ]
    if _NEITHER.search(lower):
        return [Condition(head, codes, holds=False) for head in columns]
    negated = NEGATED.search(lower)
    if not codes:
        return [Condition(head, (), holds=False) for head in columns]
    if len(columns) == 1 and negated and not reading.wants("only"):
        if len(codes) == 1:
            return [Condition(columns[0], codes, holds=False)]
        # "Informed but not responsible".
        return [
            Condition(columns[0], codes[:1]),
            *(Condition(columns[0], (code,), holds=False) for code in codes[1:]),
        ]
    if len(columns) > 1 and (negated or reading.wants("not", "nobody")):
        first, *others = columns
        return [
            Condition(first, codes),
            *(Condition(head, codes, holds=False) for head in others),
        ]
    return [Condition(head, codes, alone=reading.wants("only")) for head in columns]


def _under(row: MatrixRow, head: Column) -> Assignment:
    return next(cell for cell in row.cells if cell.column is head)


def _tell_none(draft: Draft, conditions: list[Condition]) -> None:
    """Say that no row is so; of one column plainly that it does not hold the code."""
    if len(conditions) == 1 and conditions[0].holds:
        denied = replace(conditions[0], holds=False).words
        draft.say(f"{denied.th} ในแถวใดเลย (0 จาก 13)", f"{denied.en} in any activity: 0 of 13.")
        return
    said = [each.words for each in conditions]
    draft.say(
        f"ไม่มีแถวใดที่เป็นเช่นนี้ (0 จาก 13): {joined([each.th for each in said], True)}",
        f"In no activity is it so (0 of 13): {joined([each.en for each in said], False)}.",
    )


def _tell_elsewhere(draft: Draft, found: Matrix, conditions: list[Condition]) -> None:
    """Where no row is so: who does hold the codes, and what the columns do hold."""
    cells = [cell for row in found.rows for cell in row.cells]
    for code in dict.fromkeys(code for each in conditions for code in each.codes):
        held: dict[str, list[int]] = {}
        for cell in cells:
            if code in cell.codes:
                held.setdefault(cell.column.label, []).append(cell.activity.number)
        for label, rows in held.items():
            draft.say(
                f"{code.value} อยู่ใต้ {label} แถว {' '.join(map(thai_digits, rows))}",
                f"{code.value} stands under {label} in rows {', '.join(map(str, rows))}.",
            )
            draft.columns.append(label)
    for head in dict.fromkeys(each.column for each in conditions):
        counts = {
            code: sum(code in cell.codes for cell in cells if cell.column is head) for code in Code
        }
        told = ", ".join(f"{code.value} {count}" for code, count in counts.items() if count)
        draft.say(f"{head.label} ถือรหัส: {told}", f"{head.label} holds: {told}.")


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
    more = bool(reading.codes) and _MORE.search(reading.question.lower())
    if len(asked.columns) < 2 or reading.activities or not (reading.wants("compare") or more):
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


_TIMES = re.compile(
    r"(exactly|only|just|more than|at least) (one|two|1|2|3|three) (?:of )?(?:the )?[arci]\b"
)
_NUMBERS = {"one": 1, "1": 1, "two": 2, "2": 2, "three": 3, "3": 3}


def _held_times(found: Matrix, code: Code, how: str, number: str) -> list[Assignment]:
    """The cells with a code in the rows that have it so many times."""
    wanted = _NUMBERS[number]
    cells: list[Assignment] = []
    for row in found.rows:
        here = [cell for cell in row.cells if code in cell.codes]
        more = {"more than": len(here) > wanted, "at least": len(here) >= wanted}
        if more.get(how, len(here) == wanted):
            cells += here
    return cells


_OF_LEVELS = re.compile(r"level|column|who\b|ระดับ|คอลัมน์|ใคร")


def _tell_code(asked: Asked, draft: Draft, found: Matrix, code: Code) -> list[Assignment]:
    """Tell in how many cells of which columns a code stands, and where it does not."""
    reading = asked.reading
    cells = [cell for row in found.rows for cell in row.cells]
    held = [cell for cell in cells if code in cell.codes]
    rows = {cell.activity.number for cell in held}
    missing = [each.activity.number for each in found.rows if each.activity.number not in rows]
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
    counts = {head.label: sum(cell.column is head for cell in held) for head in found.columns}
    most, least = max(counts.values()), min(counts.values())
    told = ", ".join(f"{label} {count}" for label, count in counts.items())
    draft.say(
        f"{code.label.en} ({code.value}) อยู่ใน {thai_digits(len(held))} ช่อง ({len(held)}) "
        f"ของ {thai_digits(len(rows))} แถว: {told}",
        f"{code.label.en} ({code.value}) stands in {len(held)} cells of {len(rows)} rows: {told}.",
    )
    if reading.wants("nobody") and _OF_LEVELS.search(reading.question.lower()):
        none = [label for label, count in counts.items() if not count]
        draft.lines.clear()
        draft.say(
            f"คอลัมน์ที่ไม่มี {code.value} เลย: {joined(none, True) or 'ไม่มี'}",
            f"Columns without any {code.value}: {joined(none, False) or 'none'}.",
        )
        draft.columns = none
    best = most if not reading.wants("least") else least
    chosen = [label for label, count in counts.items() if count == best]
    if reading.wants("most", "least"):
        draft.say(
            f"{'มากที่สุด' if best == most else 'น้อยที่สุด'}: {joined(chosen, True)} "
            f"({thai_digits(best)})",
            f"{'The most' if best == most else 'The fewest'}: {joined(chosen, False)} ({best}).",
        )
        draft.columns = chosen
    return held


def over_the_matrix(asked: Asked) -> Plan | None:
    """What holds over the whole matrix: rows without a code, how often a code stands, the most."""
    reading = asked.reading
    if asked.columns or reading.activities:
        return None
    counting = reading.wants("count", "most", "least", "nobody", "what", "both", "cell_both")
    lower = reading.question.lower()
    of_cells = any(word in lower for word in _OF_CELLS)
    bare = of_cells and reading.wants("nobody", "cell_both")
    if not (counting and (reading.codes or bare)):
        return None
    if asked.foreign or is_of_the_past(reading):
        return None
    if reading.codes and not (reading.codes_by_letter or is_plain_code(reading)):
        return None
    codes = reading.codes

    def tell(found: Matrix) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        cells = [cell for each in found.rows for cell in each.cells]
        if times := _TIMES.search(lower) if codes else None:
            held = _held_times(found, codes[0], times[1], times[2])
            numbers = list(dict.fromkeys(cell.activity.number for cell in held))
            draft.kind = AnswerKind.FOUND if numbers else AnswerKind.NOBODY
            draft.say(
                f"แถวที่มี {codes[0].value} ตามจำนวนที่ถาม: {', '.join(map(str, numbers)) or 'ไม่มี'}",
                f"Rows with so many {codes[0].value}: {', '.join(map(str, numbers)) or 'none'}.",
            )
        elif not codes and reading.wants("cell_both"):
            held = [cell for cell in cells if len(cell.codes) > 1]
            draft.say(
                f"มี {thai_digits(len(held))} ช่อง ({len(held)}) ที่มีสองรหัส",
                f"{len(held)} cells hold two codes.",
            )
        elif not codes:
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
            held = _tell_code(asked, draft, found, codes[0])
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


def whole_matrix(asked: Asked) -> Plan | None:
    """The whole table, row by row, where nothing of it is picked out."""
    reading = asked.reading
    lower = reading.question.lower()
    if asked.columns or reading.activities or reading.bodies or not _WHOLE.search(lower):
        return None
    if reading.codes or reading.wants("count", "define", "when", "name") or asked.topics:
        return None

    def tell(found: Matrix) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        draft.lines.append(found.title)
        for row in found.rows:
            cells = " ".join(f"{cell.column.label} {cell.printed}" for cell in row.cells)
            number, name = row.activity.number, row.activity.name
            draft.say(f"{thai_digits(number)}. {name.th}: {cells}", f"{number}. {name.en}: {cells}")
        draft.lines.extend(found.remarks)
        draft.activities = [row.activity.number for row in found.rows]
        draft.facts = [cell for row in found.rows for cell in row.cells]
        draft.cite(found.citations)
        return draft

    return Plan("matrix", Text("ทั้งตาราง", "the whole matrix"), WholeMatrix(), {}, tell)


_WHOLE = re.compile(
    r"^\W*(?:what is |show (?:me )?)?(?:the )?(?:raci|figure 2|matrix|ภาพที่ 2|ภาพที่ ๒|ตาราง)"
    r"(?: (?:table|matrix|chart))?\W*$|(?:13|thirteen|สิบสาม|๑๓).*(?:activit|row|กิจกรรม|แถว)"
)
