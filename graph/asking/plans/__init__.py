"""From a reading to a typed question of the graph, and from what it finds to an answer.

The rules stand in `RULES`; the first that fits is taken, and the answer says which. A rule names
the stored question that gives the same facts, so that whoever doubts an answer can ask again.
"""

from graph.asking.plans.asked import Asked, Plan, Rule
from graph.asking.plans.bodies import composition, duties, qualification, support_team
from graph.asking.plans.clauses import actions, changes, clause, passage, resolution
from graph.asking.plans.columns import (
    column,
    compared_columns,
    over_the_matrix,
    whole_column,
    whole_matrix,
)
from graph.asking.plans.counts import counted_things
from graph.asking.plans.names import definition, of_an_organization, of_other_agencies
from graph.asking.plans.relations import by_relation, path, ties, to_whom
from graph.asking.plans.rows import cell, holder, row, several, without

__all__ = ["RULES", "Asked", "Plan", "Rule"]

RULES: tuple[tuple[str, Rule], ...] = (
    ("definition", definition),
    ("clause", clause),
    ("without", without),
    ("rows", several),
    ("holder", holder),
    ("cell", cell),
    ("count", counted_things),
    ("resolution", resolution),
    ("changes", changes),
    ("actions", actions),
    ("column", column),
    ("whole column", whole_column),
    ("compared columns", compared_columns),
    ("over the matrix", over_the_matrix),
    ("matrix", whole_matrix),
    ("organization", of_an_organization),
    ("other agencies", of_other_agencies),
    ("to whom", to_whom),
    ("relation", by_relation),
    ("composition", composition),
    ("support team", support_team),
    ("qualification", qualification),
    ("path", path),
    ("ties", ties),
    ("duties", duties),
    ("row", row),
    ("passage", passage),
)
