"""How the model declares itself: what a property means and which edge a reference becomes.

The words given here are the only ones: seeds, stores, GraphQL, exports and docs read them back.
"""

from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, get_type_hints


def prop(about: str, most: int = 0, **options: Any) -> Any:
    """Declare a property of a node or of a fact, with what it means.

    `most` bounds a list of nodes or facts, for counting what a query may ask for at the worst.
    """
    return field(metadata={"about": about, "most": most}, **options)


def link(edge: str, about: str, most: int = 0, **options: Any) -> Any:
    """Declare a reference to another node, and the edge type it becomes in a store."""
    return field(metadata={"about": about, "edge": edge, "most": most}, **options)


@dataclass(frozen=True, slots=True)
class Member:
    """One declared property or reference: `edge` names the edge type, or is empty."""

    name: str
    type: Any
    about: str
    edge: str
    most: int


def members(kind: type) -> tuple[Member, ...]:
    """Read back what a kind declares, in the order written.

    >>> from graph.model.nodes import Activity
    >>> [member.name for member in members(Activity)]
    ['id', 'number', 'name', 'topics']
    """
    return _members(kind)


# Apart, for a type checker takes a class with its own __eq__ for one that cannot be hashed.
@cache
def _members(kind: type) -> tuple[Member, ...]:
    hints = get_type_hints(kind)
    return tuple(
        Member(
            each.name,
            hints[each.name],
            each.metadata["about"],
            each.metadata.get("edge", ""),
            each.metadata["most"],
        )
        for each in fields(kind)
        if "about" in each.metadata
    )


def about(kind: type) -> str:
    """Give the first paragraph of what a kind says of itself, on one line."""
    return " ".join((kind.__doc__ or "").split("\n\n")[0].split())
