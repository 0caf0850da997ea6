"""Every fact's words stand in the guideline file, and the clauses are the file."""

import hashlib
import re
from pathlib import Path

from graph.checks import check
from graph.coverage import covered
from graph.dataset import Dataset
from tests.oracle import GUIDELINE


def letters(text: str) -> str:
    """Drop tags, emphasis and white space, as the conventions allow and nothing else."""
    return re.sub(r"<[^<>]*>|\*\*|\s", "", text)


FILE = letters(GUIDELINE.read_text(encoding="utf-8"))


def test_the_guideline_is_the_text_that_came_to_us() -> None:
    digest = hashlib.sha256(GUIDELINE.read_bytes()).hexdigest()
    assert digest == "be7db639425ca9b6f4dd26f72fbef2adb6da116ac93de59e8ea6d94167e64300"


def test_the_clauses_together_are_the_whole_file(dataset: Dataset) -> None:
    assert "".join(letters(clause.text.th) for clause in dataset.clauses) == FILE


def test_every_quote_stands_in_the_file(dataset: Dataset) -> None:
    quotes = [citation.quote for _, citation in dataset.citations]
    assert len(quotes) > 700
    assert [quote for quote in quotes if letters(quote) not in FILE] == []


def test_a_relation_from_a_damaged_word_or_a_title_is_marked_as_ours(dataset: Dataset) -> None:
    for each in dataset.relationships:
        damaged = [
            reading.printed
            for reading in dataset.readings_of_clause.get(each.citation.clause.id, ())
            if letters(reading.printed) in letters(each.citation.quote)
        ]
        if damaged and each.relation.name not in ("is_post_of", "sits_on", "assigns"):
            assert each.basis.value in ("reading", "inferred"), (each.id, damaged)
        if each.basis.value == "inferred":
            assert each.relation.name in ("is_post_of", "advises", "comprises", "supports")


def test_every_clause_has_a_fact_or_a_reason_and_coverage_shows_it(
    dataset: Dataset,
) -> None:
    every = [covered(dataset, clause) for clause in dataset.clauses]
    for each in every:
        assert bool(each.facts) != bool(each.clause.no_fact), each.clause.id
        assert letters("".join(words for words, _ in each.pieces)) == letters(each.clause.text.th)
    letters_of = {each.clause.id: len(each.clause.text.th) for each in every}
    taken = sum(each.quoted for each in every)
    assert taken / sum(letters_of.values()) > 0.8
    # What no fact quotes is told clause by clause in docs/coverage.md.
    shown = (Path(__file__).parents[2] / "docs" / "coverage.md").read_text(encoding="utf-8")
    assert all(f"## {each.clause.place}\n" in shown for each in every)


def test_the_shipped_seeds_have_no_findings(dataset: Dataset) -> None:
    assert list(check(dataset)) == []


def test_the_compositions_have_ten_and_seven_items(dataset: Dataset) -> None:
    for committee, items in (("gcio", 10), ("pcio", 7)):
        seats = {
            each.citation.clause.id.rpartition("-")[2]
            for each in dataset.relationships
            if each.role and each.citation.clause.id.startswith(f"annex:{committee}/composition-")
        }
        assert seats == {str(number) for number in range(1, items + 1)}
