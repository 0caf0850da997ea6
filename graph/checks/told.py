"""Where in the seeds a fact is told, for saying where to mend it."""

from graph.dataset import Dataset, Fact
from graph.errors import Finding
from graph.model.nodes import Relationship

_FILES = {
    "action": "actions.csv",
    "assignment": "raci.csv",
    "column": "columns.csv",
    "difference": "text_differences.csv",
    "duty": "duties.csv",
    "instrument": "instruments.csv",
    "organization": "bodies.csv",
    "post": "bodies.csv",
    "provision": "provisions.csv",
    "qualification": "qualifications.csv",
    "relationship": "relationships.csv",
    "rule": "rules.csv",
}


def finding(dataset: Dataset, fact: Fact, column: str, found: str, allowed: str) -> Finding:
    """Report a fact at its row.

    >>> from graph.seeds import load
    >>> data = load()
    >>> print(finding(data, data.rules[0], "amount", "x", "A number."))
    seeds/rules.csv, row 2, column amount: rule:gcio-levels: x. A number.
    """
    name = fact.id
    if isinstance(fact, Relationship):
        name = f"{fact.source.id} {fact.relation.name} {fact.target.id}"
    return Finding(f"seeds/{_file(fact)}", _row(dataset, fact), column, f"{name}: {found}", allowed)


def _file(fact: Fact) -> str:
    return _FILES[fact.id.partition(":")[0]]


def _row(dataset: Dataset, fact: Fact) -> int:
    """Give the row of a fact that has one of its own; facts stand in the order of their rows."""
    lists: tuple[tuple[Fact, ...], ...] = (
        dataset.bodies,
        dataset.instruments,
        dataset.relationships,
        dataset.duties,
        dataset.actions,
        dataset.qualifications,
        dataset.rules,
        dataset.text_differences,
        dataset.provisions,
    )
    for facts in lists:
        if fact in facts:
            return facts.index(fact) + 2
    return 0
