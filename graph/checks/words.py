"""Clauses, quotes and readings are the guideline's words; every amount and force is in them."""

import re
from collections.abc import Iterator

from graph.dataset import Dataset
from graph.errors import Finding
from graph.model.nodes import Citation, RuleKind
from graph.model.relations import Force
from graph.model.text import collapse, thai_digits

FORCE_WORDS: dict[Force, tuple[str, ...]] = {
    Force.SHALL: ("ให้", "กำหนด", "จะต้อง"),
    Force.MAY: ("อาจ", "ได้"),
    Force.MUST_NOT: ("ไม่",),
    Force.STATES: (),
}

# รายไตรมาส: four times a year, printed as a word.
QUARTERLY = 4


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


def forces_are_in_the_words(dataset: Dataset) -> Iterator[Finding]:
    """Shall rests on ให้ or กำหนด, may on อาจ or ได้; must not on ไม่; a plain statement on none."""
    for file, identity, force, words in _forces(dataset):
        for against, remedy in _against(force, words):
            yield Finding(
                f"seeds/{file}",
                0,
                "force",
                f"{identity} is {force.value}, but its words {against}",
                remedy,
            )


def _against(force: Force, words: str) -> Iterator[tuple[str, str]]:
    """What in the words speaks against their force, and what to do about it."""
    marks = FORCE_WORDS[force]
    if marks and not any(mark in words for mark in marks):
        yield "are not", f"The quote would hold {' or '.join(marks)}."
    if force is not Force.MAY and "อาจ" in words:
        yield "allow (อาจ)", "Then it is may."
    if force is not Force.SHALL and words.startswith("ให้") and not words.endswith("ได้"):
        yield "order (ให้)", "Then it is shall."


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
