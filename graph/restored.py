"""The dataset out of a property graph: the way back from what a store keeps to typed facts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

from graph.dataset import Dataset
from graph.model.declare import Member, members
from graph.model.nodes import (
    NODE_KINDS,
    Charge,
    Citation,
    Clause,
    Interpretation,
    Relationship,
    Standing,
)
from graph.model.relations import RELATIONS, Relation
from graph.model.text import Text
from graph.property_graph import GraphEdge, GraphNode, content_hash

_KINDS = {kind.label: kind.type for kind in NODE_KINDS}
# The field of a dataset that holds the nodes of a kind.
_FIELDS: dict[type, str] = {
    get_args(each.type)[0]: each.name for each in fields(Dataset) if not isinstance(each.type, type)
}


class NotWhole(Exception):
    """What a store gave is no whole dataset: something is missing, altered or unknown."""


def restored(
    guideline: str, version: str, nodes: Iterable[GraphNode], edges: Iterable[GraphEdge]
) -> Dataset:
    """Make the dataset of its text and its graph, whatever order the graph comes in.

    Raises NotWhole where the graph is not what `version` was the hash of.

    >>> from graph.property_graph import edges, nodes
    >>> from graph.seeds import load
    >>> data = load()
    >>> restored(data.guideline, data.version, nodes(data), edges(data)).body("DCIO").short
    'DCIO'
    """
    try:
        dataset = _Restorer(nodes, edges).dataset(guideline, version)
        found = content_hash(dataset)
    except (LookupError, ValueError, TypeError, AttributeError, StopIteration) as fault:
        raise NotWhole(
            f"The graph of version {version} cannot be read back: load it anew."
        ) from fault
    if found != version:
        raise NotWhole(
            f"The graph of version {version} is not what was loaded (it is {found}): load it anew."
        )
    return dataset


class _Restorer:
    """Builds nodes in document order, so that what they refer to is there before them."""

    def __init__(self, nodes: Iterable[GraphNode], edges: Iterable[GraphEdge]) -> None:
        self.nodes = sorted(nodes, key=lambda node: node.properties["position"])
        self.references: dict[tuple[str, str], list[GraphEdge]] = defaultdict(list)
        self.relationships: list[GraphEdge] = []
        for edge in sorted(edges, key=lambda edge: edge.properties["position"]):
            if "id" in edge.properties:
                self.relationships.append(edge)
            else:
                self.references[edge.source, edge.type].append(edge)
        self.built: dict[str, Any] = {}

    def dataset(self, guideline: str, version: str) -> Dataset:
        groups: dict[type, list[Any]] = {kind: [] for kind in _FIELDS}
        for node in self.nodes:
            kind = _KINDS[node.label]
            self.built[node.id] = self._node(kind, node)
            groups[kind].append(self.built[node.id])
        groups[Relationship] = [self._relationship(edge) for edge in self.relationships]
        lists = {name: tuple(groups[kind]) for kind, name in _FIELDS.items()}
        return Dataset(**lists, guideline=guideline, version=version)

    def _node(self, kind: type, node: GraphNode) -> Any:
        has = {"id": node.id, **node.properties}
        return kind(
            **{
                member.name: self._referred(node.id, member)
                if member.edge
                else self._value(member.name, member.type, has)
                for member in members(kind)
            }
        )

    def _referred(self, source: str, member: Member) -> Any:
        """Follow the edges that a member became."""
        kind = _inner(member.type)
        found = [self._end(kind, edge) for edge in self.references[source, member.edge]]
        if get_origin(member.type) is tuple:
            return tuple(found)
        return found[0] if found or NoneType not in get_args(member.type) else None

    def _end(self, kind: Any, edge: GraphEdge) -> Any:
        if kind in (Standing, Interpretation, Charge):
            return self._fact(kind, edge.properties, {"body": edge.target, "activity": edge.target})
        end = self.built[edge.target]
        return self._citation(end, edge.properties["quote"]) if kind is Citation else end

    def _relationship(self, edge: GraphEdge) -> Relationship:
        ends = {"source": edge.source, "target": edge.target}
        relation = RELATIONS[edge.type.lower()]
        made: Relationship = self._fact(Relationship, edge.properties, ends, relation)
        return made

    def _fact(
        self,
        kind: type,
        has: Mapping[str, Any],
        ends: Mapping[str, str],
        relation: Relation | None = None,
    ) -> Any:
        """Make a fact that is an edge: its ends and kind of relation, the rest its properties."""
        made: dict[str, Any] = {}
        for member in members(kind):
            if member.name in ends:
                made[member.name] = self.built[ends[member.name]]
            elif member.type is Relation:
                made[member.name] = relation
            else:
                made[member.name] = self._value(member.name, member.type, has)
        return kind(**made)

    def _value(self, name: str, hint: Any, has: Mapping[str, Any]) -> Any:
        """Read a property as its declared type."""
        if hint is Citation:
            return self._citation(self.built[has["clause"]], has["quote"])
        kind = _inner(hint)
        if kind is Text:
            if f"{name}_th" not in has and hint is not Text:
                return None
            return Text(has[f"{name}_th"], has[f"{name}_en"])
        value = has.get(name)
        if get_origin(hint) is tuple:
            return tuple(_read(kind, each) for each in value or ())
        return None if value is None else _read(kind, value)

    def _citation(self, clause: Clause, quote: str) -> Citation:
        return Citation(clause.place, quote, clause)


def _read(kind: Any, value: Any) -> Any:
    return kind(value) if isinstance(kind, type) and issubclass(kind, Enum) else value


def _inner(hint: Any) -> Any:
    """Give the type within a tuple or an option; a union of nodes stays as it is."""
    if get_origin(hint) is tuple:
        return get_args(hint)[0]
    inner = [each for each in get_args(hint) if each is not NoneType]
    return inner[0] if isinstance(hint, UnionType) and len(inner) == 1 else hint
