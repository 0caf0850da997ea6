"""The dataset as a property graph: what both stores load and exports write.

Labels, properties and edge types come from what the model declares; nothing is listed twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

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
    Rule,
    Standing,
)
from graph.model.relations import Relation
from graph.model.text import Text, key


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
        properties = {**_properties(node), "position": position, "search": search_text(node)}
        yield GraphNode(kind_of(node).label, node.id, properties)


def edges(dataset: Dataset) -> Iterator[GraphEdge]:
    """Give every edge: the references between nodes first, then the relationships of bodies."""
    for node in dataset.nodes.values():
        for member in members(type(node)):
            if member.edge:
                yield from _references(node.id, member.edge, getattr(node, member.name))
    for position, each in enumerate(dataset.relationships):
        yield GraphEdge(
            each.relation.name.upper(),
            each.source.id,
            each.target.id,
            {
                "id": each.id,
                "force": each.force.value,
                "role": each.role.value if each.role else "",
                "one_of": each.one_of,
                "note_th": each.note.th if each.note else "",
                "note_en": each.note.en if each.note else "",
                "conditions": list(each.conditions),
                "basis": each.basis.value,
                "valid_from": each.valid_from,
                "valid_until": each.valid_until,
                "clause": each.citation.clause.id,
                "quote": each.citation.quote,
                "position": position,
            },
        )


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


def _properties(node: Node) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for member in members(type(node)):
        if member.edge or member.name == "id":
            continue
        match getattr(node, member.name):
            case None:
                pass
            case Text(th, en):
                flat[f"{member.name}_th"], flat[f"{member.name}_en"] = th, en
            case (Citation(), *_) as cited:
                # citations becomes clauses and quotes, issue_citations issue_clauses, issue_quotes.
                flat[member.name.replace("citations", "clauses")] = [
                    each.clause.id for each in cited
                ]
                flat[member.name.replace("citations", "quotes")] = [each.quote for each in cited]
            case value:
                flat[member.name] = _plain(value)
    return flat


def _plain(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case tuple():
            return [_plain(each) for each in value]
        case Relation():
            return value.name
    return value


def _references(source: str, edge: str, value: Any) -> Iterator[GraphEdge]:
    match value:
        case None:
            return
        case tuple():
            for each in value:
                yield from _references(source, edge, each)
        case Citation():
            yield GraphEdge(edge, source, value.clause.id, {"quote": value.quote})
        case Charge():
            properties = {
                "basis": value.basis.value,
                "clause": value.citation.clause.id,
                "quote": value.citation.quote,
            }
            yield GraphEdge(edge, source, value.body.id, properties)
        case Interpretation():
            properties = {"basis": value.basis.value, "words": value.words}
            yield GraphEdge(edge, source, value.activity.id, properties)
        case Standing():
            yield GraphEdge(
                edge,
                source,
                value.body.id,
                {
                    "basis": value.basis.value,
                    "why_th": value.why.th,
                    "why_en": value.why.en,
                    "clause": value.citation.clause.id,
                    "quote": value.citation.quote,
                },
            )
        case _:
            yield GraphEdge(edge, source, value.id, {})
