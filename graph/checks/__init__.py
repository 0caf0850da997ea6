"""Rules that a dataset keeps: each gives findings, and no finding means the rule is kept."""

from collections.abc import Callable, Iterator

from graph.checks import annex, bodies, matrix, words
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
    words.amounts_are_printed,
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
    annex.qualifications_are_whole,
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
