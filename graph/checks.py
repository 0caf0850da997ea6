"""Rules that a dataset keeps: each gives findings, and no finding means the rule is kept."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from graph.dataset import Dataset, marks
from graph.errors import Finding
from graph.model.codes import Code
from graph.model.nodes import Basis, Citation, RuleKind
from graph.model.relations import Force
from graph.model.text import collapse, key, thai_digits

# The duties of the annex by the body they bind: where they stand and how many are printed.
ANNEX_DUTIES = {
    "organization:gcio-committee": ("annex:gcio/duties", 8),
    "post:mcio": ("annex:mcio/duties", 8),
    "post:dcio": ("annex:dcio/duties", 8),
    "organization:pcio-committee": ("annex:pcio/duties", 7),
}

SEATS = ("sits_on", "is_represented_on")
SHORTEST = 8
FORCE_WORDS: dict[Force, tuple[str, ...]] = {
    Force.SHALL: ("ให้", "กำหนด", "จะต้อง"),
    Force.MAY: ("อาจ", "ได้"),
    Force.MUST_NOT: ("ไม่",),
    Force.STATES: (),
}

# รายไตรมาส: four times a year, printed as a word.
QUARTERLY = 4

Rule = Callable[[Dataset], Iterator[Finding]]

# Seats by printed item of the two compositions of the annex.
COMPOSITIONS = {"annex:gcio/composition": 10, "annex:pcio/composition": 7}


def check(dataset: Dataset) -> Iterator[Finding]:
    """Put every rule to a dataset.

    >>> from graph.seeds import load
    >>> list(check(load()))
    []
    """
    for rule in RULES:
        yield from rule(dataset)


def clauses_are_the_guideline(dataset: Dataset) -> Iterator[Finding]:
    """The clauses, one after another, are the guideline's words: nothing left out or changed."""
    printed = _letters(dataset.guideline)
    at = 0
    for number, clause in enumerate(dataset.clauses, 2):
        words = _letters(clause.text.th)
        if not printed.startswith(words, at):
            yield Finding(
                "seeds/clauses.csv",
                number,
                "text_th",
                f"{clause.id} is not what the guideline prints after {at} letters",
                "Clauses follow one another as in guideline.txt, word for word.",
            )
            return
        at += len(words)
    if at < len(printed):
        yield Finding(
            "seeds/clauses.csv",
            0,
            "",
            f"the guideline goes on for {len(printed) - at} letters after the last clause",
            "Every word of guideline.txt stands in a clause.",
        )


def quotes_stand_in_their_clauses(dataset: Dataset) -> Iterator[Finding]:
    """Each fact's words, and each part of its condition, stand in the clause it cites."""
    for file, identity, citation, parts in _cited(dataset):
        for part in parts:
            if collapse(part) not in collapse(citation.clause.text.th):
                yield Finding(
                    f"seeds/{file}",
                    0,
                    "quote_th",
                    f'{identity}: "{part[:60]}" does not stand in {citation.clause.id}',
                    "Quote the clause as printed, damaged words too.",
                )


def readings_stand_in_their_clauses(dataset: Dataset) -> Iterator[Finding]:
    """Each damaged word stands in its clause as printed."""
    for reading in dataset.readings:
        if collapse(reading.printed) not in collapse(reading.clause.text.th):
            yield Finding(
                "seeds/readings.csv",
                0,
                "printed",
                f'"{reading.printed}" does not stand in {reading.clause.id}',
                "Give the word as it is printed there.",
            )


def cells_are_the_printed_rows(dataset: Dataset) -> Iterator[Finding]:
    """The 13 rows, put together again, are the rows of figure 2."""
    for activity in dataset.activities:
        cells = dataset.assignments_of_activity[activity.id]
        row = f"{activity.number}. {activity.name.th} {' '.join(cell.printed for cell in cells)}"
        printed = cells[0].citation.clause.text.th
        if row != printed:
            yield Finding(
                "seeds/raci.csv",
                activity.number + 1,
                "",
                f"the row is not as figure 2 prints it ({printed[-40:]})",
                "Keep the row exactly as printed.",
            )


def the_matrix_is_whole(dataset: Dataset) -> Iterator[Finding]:
    """There are 13 rows of 5 cells, and in each row one column is accountable."""
    numbers = [activity.number for activity in dataset.activities]
    if numbers != list(range(1, 14)) or len(dataset.assignments) != 65:
        yield Finding(
            "seeds/raci.csv",
            0,
            "row",
            f"rows {numbers} with {len(dataset.assignments)} cells",
            "Figure 2 has rows 1 to 13 in order, five cells each.",
        )
    for activity in dataset.activities:
        cells = dataset.assignments_of_activity.get(activity.id, ())
        accountable = [cell.column.label for cell in cells if Code.ACCOUNTABLE in cell.codes]
        if len(accountable) != 1:
            yield Finding(
                "seeds/raci.csv",
                activity.number + 1,
                "",
                f"accountable columns: {', '.join(accountable) or 'none'}",
                "Each printed row has exactly one A.",
            )


def printed_cells_are_their_codes(dataset: Dataset) -> Iterator[Finding]:
    """A cell's codes, written again, are the cell."""
    for cell in dataset.assignments:
        if marks(cell.codes) != cell.printed:
            yield Finding("seeds/raci.csv", 0, cell.column.label, cell.printed, "Write it as A/R.")


def compositions_have_their_items(dataset: Dataset) -> Iterator[Finding]:
    """Each printed item of a committee's composition seats somebody."""
    for place, items in COMPOSITIONS.items():
        seated = Counter(
            each.citation.clause.id
            for each in dataset.relationships
            if each.role and each.citation.clause.id.startswith(f"{place}-")
        )
        missing = [n for n in range(1, items + 1) if not seated[f"{place}-{n}"]]
        if missing:
            yield Finding(
                "seeds/relationships.csv",
                0,
                "cites",
                f"{place} seats nobody by items {missing}",
                f"It prints {items} items; give each a row with its role.",
            )


def inferences_have_their_words(dataset: Dataset) -> Iterator[Finding]:
    """Each link of a duty to a row rests on words of the duty."""
    for duty in dataset.duties:
        for link in duty.speaks_of:
            if link.words not in duty.citation.quote:
                yield Finding(
                    "seeds/duty_activities.csv",
                    0,
                    "words_th",
                    f'{duty.id}: "{link.words[:60]}" are not words of the duty',
                    "Give the words of the duty that speak of the row.",
                )


def the_annex_lists_its_duties(dataset: Dataset) -> Iterator[Finding]:
    """The annex prints 8, 8, 8 and 7 duties; each is a row."""
    for body, (place, items) in ANNEX_DUTIES.items():
        cited = {
            duty.citation.clause.id
            for duty in dataset.duties
            if duty.body.id == body and duty.citation.clause.id.startswith(f"{place}-")
        }
        missing = {f"{place}-{number}" for number in range(1, items + 1)} - cited
        if missing:
            yield Finding(
                "seeds/duties.csv",
                0,
                "cites",
                f"{body} has no duty by {', '.join(sorted(missing))}",
                "Give each printed item a row.",
            )


def actions_are_the_closing_table(dataset: Dataset) -> Iterator[Finding]:
    """Each printed row of the closing table is an action, and no body is named by other words."""
    rows = {
        clause.id.partition("/")[0].partition(":")[2]
        for clause in dataset.clauses
        if clause.id.startswith("actions:") and clause.id[8].isdigit()
    }
    missing = rows - {action.id.partition(":")[2] for action in dataset.actions}
    if missing:
        yield Finding(
            "seeds/actions.csv",
            0,
            "id",
            f"no action for the printed rows {', '.join(sorted(missing))}",
            "Give each printed row an action.",
        )
    readings = {reading.clause.id: reading.read for reading in dataset.readings}
    for action in dataset.actions:
        for charge in action.responsible:
            words = "".join(charge.citation.quote.split())
            name = "".join((charge.body.short or charge.body.name.th).split())
            read = "".join(readings.get(charge.citation.clause.id, "").split())
            if name not in words and name not in read:
                yield Finding(
                    "seeds/actions.csv",
                    0,
                    "responsible",
                    f"{action.id}: {charge.body.id} is not named in {charge.citation.clause.id}",
                    "Name the body that the cell prints, or give a reading of it.",
                )


def amounts_are_printed(dataset: Dataset) -> Iterator[Finding]:
    """The amount of a rule stands in its words, in Thai digits."""
    for rule in dataset.rules:
        if rule.amount is None or (rule.kind is RuleKind.FREQUENCY and rule.amount == QUARTERLY):
            continue
        millions, rest = divmod(rule.amount, 1_000_000)
        printed = (
            f"{thai_digits(millions)} ล้าน" if millions and not rest else thai_digits(rule.amount)
        )
        if printed not in rule.citation.quote:
            yield Finding(
                "seeds/rules.csv",
                0,
                "amount",
                f"{rule.id}: {rule.amount} is not printed in its quote",
                f"The words would hold {printed}.",
            )


def english_stands_beside_thai(dataset: Dataset) -> Iterator[Finding]:
    """Every clause has its English gloss."""
    for number, clause in enumerate(dataset.clauses, 2):
        if not clause.text.en:
            yield Finding(
                "seeds/clauses.csv", number, "gloss_en", f"{clause.id} has none", "Write one."
            )


def columns_are_their_bodies(dataset: Dataset) -> Iterator[Finding]:
    """A column stands at the level of its bodies; a body stands behind one column."""
    seen: dict[str, str] = {}
    printed = {cell.column.id for cell in dataset.assignments}
    for column in dataset.columns:
        if column.id not in printed:
            yield Finding(
                *("seeds/columns.csv", 0, "column", f"{column.id} is no column of raci.csv"),
                "Figure 2 prints five columns.",
            )
        for standing in column.stands_for:
            body = standing.body
            if body.level is not column.level:
                level = body.level.value if body.level else "none"
                yield Finding(
                    *("seeds/columns.csv", 0, "level"),
                    f"{column.id} is {column.level.value}, {body.id} is {level}",
                    "A column and its bodies stand at one level.",
                )
            if body.id in seen:
                yield Finding(
                    *("seeds/columns.csv", 0, "body"),
                    f"{body.id} stands behind {seen[body.id]} and {column.id}",
                    "A body stands behind one column, once.",
                )
            seen[body.id] = column.id
            if body.short and body.short not in (column.label, f"{column.label} Committee"):
                yield Finding(
                    *("seeds/columns.csv", 0, "body"),
                    f"{column.id} is printed {column.label}, {body.id} is called {body.short}",
                    "A column stands for the body its head abbreviates.",
                )
            if not body.short and standing.basis is not Basis.READING:
                yield Finding(
                    *("seeds/columns.csv", 0, "basis"),
                    f"{column.id} is not an abbreviation the guideline gives {body.id}",
                    "Then it is a reading.",
                )


def forces_are_in_the_words(dataset: Dataset) -> Iterator[Finding]:
    """Shall rests on ให้ or กำหนด, may on อาจ or ได้; must not on ไม่; a plain statement on none."""
    for file, identity, force, words in _forces(dataset):
        marks = FORCE_WORDS[force]
        if marks and not any(mark in words for mark in marks):
            yield Finding(
                *(
                    f"seeds/{file}",
                    0,
                    "force",
                    f"{identity} is {force.value}, but its words are not",
                ),
                f"The quote would hold {' or '.join(marks)}.",
            )
        if force is not Force.MAY and "อาจ" in words:
            yield Finding(
                *(
                    f"seeds/{file}",
                    0,
                    "force",
                    f"{identity} is {force.value}, but its words allow (อาจ)",
                ),
                "Then it is may.",
            )
        if force is not Force.SHALL and words.startswith("ให้") and not words.endswith("ได้"):
            yield Finding(
                *(
                    f"seeds/{file}",
                    0,
                    "force",
                    f"{identity} is {force.value}, but its words order (ให้)",
                ),
                "Then it is shall.",
            )


def relationships_are_whole(dataset: Dataset) -> Iterator[Finding]:
    """A seat has a role and nothing else has; nobody is related to itself; words are words."""
    for number, each in enumerate(dataset.relationships, 2):
        seat = each.relation.name in SEATS
        faults = (
            (seat != bool(each.role), "role", "A seat on a committee has a role, no other has."),
            (each.source is each.target, "target", "A relation joins two bodies."),
            (len(each.citation.quote) < SHORTEST, "quote_th", "Quote the words that say so."),
        )
        for wrong, column, allowed in faults:
            if wrong:
                yield Finding(
                    *("seeds/relationships.csv", number, column),
                    f"{each.source.id} {each.relation.name} {each.target.id}",
                    allowed,
                )


def names_are_whole(dataset: Dataset) -> Iterator[Finding]:
    """Everything has a Thai and an English name, and no name is another thing's id."""
    ids = {key(identity) for identity in dataset.nodes}
    for body in dataset.bodies:
        if not (body.name.th and body.name.en):
            yield Finding("seeds/bodies.csv", 0, "name_en", f"{body.id} lacks a name", "Give both.")
        if body.note and not (body.note.th and body.note.en):
            yield Finding("seeds/bodies.csv", 0, "note_en", f"{body.id} lacks a note", "Give both.")
        for alias in body.aliases:
            if key(alias) in ids:
                yield Finding(
                    *("seeds/bodies.csv", 0, "aliases", f'{body.id} is called "{alias}"'),
                    "An id is no alias.",
                )
    for activity in dataset.activities:
        if not activity.name.en:
            yield Finding(
                *("seeds/activities.csv", activity.number + 1, "name_en", "it is empty"),
                "Give the English of the row.",
            )
    for column in dataset.columns:
        for standing in column.stands_for:
            if not (standing.why.th and standing.why.en):
                yield Finding(
                    *("seeds/columns.csv", 0, "why_en", f"{column.id} does not say why"),
                    "Say why in both languages.",
                )


def relationships_are_single(dataset: Dataset) -> Iterator[Finding]:
    """The same relationship is not told twice from the same place."""
    seen: set[tuple[str, ...]] = set()
    for number, each in enumerate(dataset.relationships, 2):
        role = each.role.value if each.role else ""
        told = (each.source.id, each.relation.name, each.target.id, role, each.citation.clause.id)
        if told in seen:
            yield Finding(
                "seeds/relationships.csv", number, "", f"{told} stands twice", "Take one out."
            )
        seen.add(told)


RULES: tuple[Rule, ...] = (
    clauses_are_the_guideline,
    quotes_stand_in_their_clauses,
    readings_stand_in_their_clauses,
    the_matrix_is_whole,
    cells_are_the_printed_rows,
    printed_cells_are_their_codes,
    compositions_have_their_items,
    inferences_have_their_words,
    the_annex_lists_its_duties,
    actions_are_the_closing_table,
    amounts_are_printed,
    english_stands_beside_thai,
    relationships_are_single,
    relationships_are_whole,
    columns_are_their_bodies,
    forces_are_in_the_words,
    names_are_whole,
)


def _cited(dataset: Dataset) -> Iterator[tuple[str, str, Citation, list[str]]]:
    for body in dataset.bodies:
        yield "bodies.csv", body.id, body.citation, [body.citation.quote]
    for column in dataset.columns:
        for standing in column.stands_for:
            yield "columns.csv", column.id, standing.citation, [standing.citation.quote]
    for each in dataset.relationships:
        conditions = [part for part in each.condition.split(";") if part]
        words = [each.citation.quote, *conditions]
        yield "relationships.csv", f"row {each.id.split(':')[1]}", each.citation, words
    for duty in dataset.duties:
        conditions = [part for part in duty.condition.split(";") if part]
        yield "duties.csv", duty.id, duty.citation, [duty.citation.quote, *conditions]
    for rule in dataset.rules:
        words = [part for part in (rule.condition, rule.counted_from) if part]
        yield "rules.csv", rule.id, rule.citation, [rule.citation.quote, *words]
    for cell in dataset.assignments:
        yield "raci.csv", cell.id, cell.citation, [cell.citation.quote]


def _forces(dataset: Dataset) -> Iterator[tuple[str, str, Force, str]]:
    for each in dataset.relationships:
        told = f"{each.source.id} {each.relation.name} {each.target.id}"
        yield "relationships.csv", told, each.force, each.citation.quote
    for rule in dataset.rules:
        yield "rules.csv", rule.id, rule.force, rule.citation.quote


def _letters(text: str) -> str:
    return re.sub(r"\s", "", collapse(text))
