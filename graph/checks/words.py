"""Clauses, quotes and readings are the guideline's words, and forces are in them."""

import re
from collections.abc import Iterator

from graph.checks.told import finding
from graph.dataset import Dataset, given_words
from graph.errors import Finding
from graph.model.nodes import Duty, DutyKind, Relationship, Rule
from graph.model.relations import Force
from graph.model.text import collapse, key

FORCE_WORDS: dict[Force, tuple[str, ...]] = {
    Force.SHALL: ("ให้", "กำหนด", "จะต้อง"),
    Force.MAY: ("อาจ", "ได้$"),
    Force.MUST_NOT: ("จะต้องไม่",),
    Force.STATES: (),
}


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
    """Each fact's words stand in the clause it cites; so do its condition and other given words."""
    for fact, citation in dataset.citations:
        text = collapse(citation.clause.text.th)
        for column, part in (("quote_th", citation.quote), *given_words(fact)):
            if collapse(part) in text:
                continue
            alike = key(part) in key(text)
            yield finding(
                dataset,
                fact,
                column,
                f'"{part[:60]}" does not stand in {citation.clause.id}'
                + (", though it looks alike (SARA AM in two letters?)" if alike else ""),
                "Quote the clause as printed, damaged words too.",
            )


def every_clause_is_accounted_for(dataset: Dataset) -> Iterator[Finding]:
    """A clause has a fact that cites it, or says why it has none; never both."""
    for number, clause in enumerate(dataset.clauses, 2):
        facts = len({fact for fact, _ in dataset.citations_of_clause.get(clause.id, ())})
        if not facts and clause.no_fact is None:
            yield Finding(
                "seeds/clauses.csv",
                number,
                "no_fact",
                f"{clause.id} has no fact and no reason",
                "Take its facts into the seeds, or say why there are none.",
            )
        if facts and clause.no_fact:
            yield Finding(
                "seeds/clauses.csv",
                number,
                "no_fact",
                f"{clause.id} is {clause.no_fact.value}, yet {facts} facts cite it",
                "Leave the reason out.",
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
        if not (reading.why.th and reading.why.en):
            yield Finding(
                "seeds/readings.csv",
                0,
                "why_th",
                f'"{reading.printed}" is read without a reason',
                "Say why in both languages.",
            )


def inferences_have_their_words(dataset: Dataset) -> Iterator[Finding]:
    """Each link of a duty to a row rests on words of the duty."""
    for duty in dataset.duties:
        rows = [link.activity for link in duty.speaks_of]
        for link in duty.speaks_of:
            told_twice = rows.count(link.activity) > 1
            if not link.words or link.words not in duty.citation.quote or told_twice:
                yield Finding(
                    "seeds/duty_activities.csv",
                    0,
                    "words_th",
                    f'{duty.id}: "{link.words[:60]}" are not words of the duty',
                    "Give the words of the duty that speak of the row, once for each row.",
                )


def forces_are_in_the_words(dataset: Dataset) -> Iterator[Finding]:
    """Shall rests on ให้, กำหนด or จะต้อง, may on อาจ or ได้ at the end, must not on จะต้องไม่."""
    facts: tuple[Relationship | Rule | Duty, ...] = (
        *dataset.relationships,
        *dataset.rules,
        *dataset.duties,
    )
    for fact in facts:
        if isinstance(fact, Duty) and fact.kind is not DutyKind.CLAUSE:
            if fact.force is not Force.STATES:
                allowed = "A role and the annex's list are plain statements: states."
                yield finding(dataset, fact, "force", fact.force.value, allowed)
            continue
        for against, remedy in _against(fact.force, fact.citation.quote):
            found = f"{fact.force.value}, but its words {against}"
            yield finding(dataset, fact, "force", found, remedy)


def _against(force: Force, words: str) -> Iterator[tuple[str, str]]:
    """What in the words speaks against their force, and what to do about it."""
    marks = FORCE_WORDS[force]
    if marks and not any(re.search(mark, words) for mark in marks):
        yield "are not", f"The quote would hold {' or '.join(marks).replace('$', ' at its end')}."
    if force is not Force.MUST_NOT and "จะต้องไม่" in words:
        yield "forbid (จะต้องไม่)", "Then it is must_not."
    if force is not Force.MAY and "อาจ" in words:
        yield "allow (อาจ)", "Then it is may."
    if force is not Force.SHALL and words.startswith("ให้") and not words.endswith("ได้"):
        yield "order (ให้)", "Then it is shall."


def english_stands_beside_thai(dataset: Dataset) -> Iterator[Finding]:
    """Every clause has its English gloss."""
    for number, clause in enumerate(dataset.clauses, 2):
        if not clause.text.en:
            yield Finding(
                "seeds/clauses.csv", number, "gloss_en", f"{clause.id} has none", "Write one."
            )


def _letters(text: str) -> str:
    return re.sub(r"\s", "", collapse(text))
