"""The guideline's dataset made other than it is, so that one version is told from another."""

from collections.abc import Iterator
from dataclasses import replace

from graph.dataset import Dataset
from graph.model.codes import Code
from graph.model.nodes import Assignment, Body, Clause, Standing
from graph.property_graph import content_hash


def variant(dataset: Dataset, code: Code) -> Dataset:
    """Give every cell of the matrix one code, and no other."""
    cells = tuple(replace(each, printed=code.value, codes=(code,)) for each in dataset.assignments)
    return versioned(replace(dataset, assignments=cells))


def slim(dataset: Dataset) -> Dataset:
    """Leave the matrix and what it rests on: a tenth of the nodes, loaded the sooner."""
    standings = [each for column in dataset.columns for each in column.stands_for]
    bodies = tuple({each.body.id: each.body for each in standings}.values())
    facts: list[Standing | Body | Assignment] = [*standings, *bodies, *dataset.assignments]
    cited = [each.citation.clause for each in facts]
    needed = {each.id for clause in cited for each in _with_parents(clause)}
    kept = Dataset(
        clauses=tuple(each for each in dataset.clauses if each.id in needed),
        bodies=bodies,
        activities=dataset.activities,
        columns=dataset.columns,
        assignments=dataset.assignments,
        readings=(),
        instruments=(),
        relationships=(),
        duties=(),
        actions=(),
        qualifications=(),
        rules=(),
        text_differences=(),
        provisions=(),
        organizations=(),
        concepts=(),
        guideline=dataset.guideline,
        version="",
    )
    return versioned(kept)


def _with_parents(clause: Clause) -> Iterator[Clause]:
    at: Clause | None = clause
    while at is not None:
        yield at
        at = at.parent


def versioned(dataset: Dataset) -> Dataset:
    """Give a dataset the version of what it holds."""
    return replace(dataset, version=content_hash(dataset))
