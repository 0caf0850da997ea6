"""The dataset as a property graph: what both stores load and exports write.

Labels, properties and edge types come from what the model declares; nothing is listed twice.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from typing import Any

import orjson

from graph.dataset import Dataset
from graph.model.declare import members
from graph.model.nodes import (
    NODE_KINDS,
    Activity,
    Body,
    Charge,
    Citation,
    Clause,
    Column,
    Instrument,
    Interpretation,
    NamedOrganization,
    Node,
    NodeKind,
    Provision,
    Reading,
    Relationship,
    Rule,
    Standing,
)
from graph.model.relations import RELATIONS, Relation
from graph.model.text import Text, key

Fact = Relationship | Standing | Interpretation | Charge


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A node as a store keeps it: one label, an id, flat properties (text, number, list)."""

    label: str
    id: str
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """An edge as a store keeps it: a type, the ids of its ends, flat properties."""

    type: str
    source: str
    target: str
    properties: dict[str, Any]


def nodes(dataset: Dataset) -> Iterator[GraphNode]:
    """Give every node in document order; `position` keeps that order in a store."""
    for position, node in enumerate(dataset.nodes.values()):
        properties = {**_flat(node), "position": position, "search": search_text(node)}
        yield GraphNode(kind_of(node).label, node.id, properties)


def edges(dataset: Dataset) -> Iterator[GraphEdge]:
    """Give every edge: the references between nodes first, then the relationships of bodies.

    `position` keeps the order: of a reference among its like, of a relationship among all.
    """
    for node in dataset.nodes.values():
        for member in members(type(node)):
            if member.edge:
                yield from _references(node.id, member.edge, getattr(node, member.name))
    for position, each in enumerate(dataset.relationships):
        properties = {"id": each.id, **_flat(each), "position": position}
        name = each.relation.name.upper()
        yield GraphEdge(name, each.source.id, each.target.id, properties)


def _fingerprint() -> str:
    kinds = [(kind.label, kind.type) for kind in NODE_KINDS] + [("", Relationship)]
    declared = [
        (label, [(each.name, str(each.type), each.edge) for each in members(kind)])
        for label, kind in kinds
    ]
    return sha256(repr((declared, sorted(RELATIONS))).encode()).hexdigest()[:8]


# What the model declares, as 8 hexadecimal digits: a change of a kind, a property or an edge type
# is another model, and a program reads what was written by its own.
MODEL = _fingerprint()


def content_hash(dataset: Dataset) -> str:
    """Hash the model, the guideline's text and the whole graph: 12 digits of a SHA-256.

    The same facts, told in the same model, have the same hash wherever they are kept.
    """
    return hash_of(dataset.guideline_sha256, nodes(dataset), edges(dataset))


def hash_of(
    guideline_sha256: str, found_nodes: Iterable[GraphNode], found_edges: Iterable[GraphEdge]
) -> str:
    """Do the same with a graph that is no dataset, piece by piece."""
    hashed = sha256(f"{MODEL} {guideline_sha256}".encode())
    for node in found_nodes:
        hashed.update(_canonical([node.label, node.id, node.properties]))
    for edge in found_edges:
        hashed.update(_canonical([edge.type, edge.source, edge.target, edge.properties]))
    return hashed.hexdigest()[:12]


def _canonical(thing: list[Any]) -> bytes:
    return orjson.dumps(thing, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)


def names_of(node: Node) -> tuple[str, ...]:
    """Give the words a node is searched by; cells and duties are found through their clause."""
    match node:
        case Activity():
            return (node.name.th, node.name.en, *node.topics)
        case Body():
            return tuple(filter(None, (node.name.th, node.name.en, node.short, *node.aliases)))
        case Column():
            return (node.label,)
        case Reading():
            return (node.read, node.printed)
        case Rule():
            return (node.name.th, node.name.en, node.kind.label.th, node.kind.label.en)
        case Provision():
            return (node.topic.th, node.topic.en)
        case Instrument():
            return (node.name.th, node.name.en, *node.aliases)
        case NamedOrganization():
            return (node.name.th, node.name.en, *node.abbreviations)
        case Clause():
            return (node.place, node.name.th, node.text.th, node.text.en)
    return ()


def search_text(node: Node) -> str:
    """Give those words folded for comparing, one to a line."""
    return "\n".join(key(name) for name in names_of(node))


def kind_of(node: Node) -> NodeKind:
    """Give the kind of a node.

    >>> from graph.seeds import load
    >>> kind_of(load().bodies[0]).label
    'Body'
    """
    return next(kind for kind in NODE_KINDS if isinstance(node, kind.type))


def _flat(thing: Node | Fact) -> dict[str, Any]:
    """Give what a node or a fact holds as flat properties; its ends and references are edges."""
    flat: dict[str, Any] = {}
    for member in members(type(thing)):
        if member.edge or member.name == "id":
            continue
        match getattr(thing, member.name):
            case None | Relation():
                pass
            case Text(th, en):
                flat[f"{member.name}_th"], flat[f"{member.name}_en"] = th, en
            case Citation(clause=clause, quote=quote):
                flat["clause"], flat["quote"] = clause.id, quote
            case value if not isinstance(value, Node):
                flat[member.name] = _plain(value)
    return flat


def _plain(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case tuple():
            return [_plain(each) for each in value]
    return value


def _references(source: str, edge: str, value: Any, position: int = 0) -> Iterator[GraphEdge]:
    end: Node
    match value:
        case None:
            return
        case tuple():
            for at, each in enumerate(value):
                yield from _references(source, edge, each, at)
            return
        case Citation():
            end, flat = value.clause, {"quote": value.quote}
        case Standing() | Charge():
            end, flat = value.body, _flat(value)
        case Interpretation():
            end, flat = value.activity, _flat(value)
        case _:
            end, flat = value, {}
    yield GraphEdge(edge, source, end.id, {**flat, "position": position})
