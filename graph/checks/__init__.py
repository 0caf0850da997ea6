"""Rules that a dataset keeps: each gives findings, and no finding means the rule is kept."""

from collections.abc import Callable, Iterator

from graph.checks import annex, bodies, matrix, qualifications, rules, words
from graph.dataset import Dataset
from graph.errors import Finding

Rule = Callable[[Dataset], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    words.clauses_are_the_guideline,
    words.quotes_stand_in_their_clauses,
    words.every_clause_is_accounted_for,
    words.readings_stand_in_their_clauses,
    words.inferences_have_their_words,
    words.forces_are_in_the_words,
    rules.amounts_are_printed,
    rules.rules_are_whole,
    rules.provisions_have_their_days,
    rules.earlier_clauses_are_provisions,
    rules.differences_differ,
    words.english_stands_beside_thai,
    matrix.the_matrix_is_whole,
    matrix.cells_are_the_printed_rows,
    matrix.printed_cells_are_their_codes,
    matrix.columns_are_their_bodies,
    bodies.names_are_whole,
    bodies.relationships_are_whole,
    bodies.relationships_are_single,
    bodies.ends_are_told_apart,
    annex.compositions_have_their_items,
    annex.the_annex_lists_its_duties,
    qualifications.joins_are_printed_or_read,
    qualifications.requirements_are_of_their_post,
    qualifications.printed_requirements_are_taken_up,
    annex.actions_are_the_closing_table,
)


def check(dataset: Dataset) -> Iterator[Finding]:
    """Put every rule to a dataset.

    >>> from graph.seeds import load
    >>> list(check(load()))
    []
    """
    for rule in RULES:
        yield from rule(dataset)
