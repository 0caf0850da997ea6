"""The graph in memory, in networkx: the default store, built from the seeds at start."""

import asyncio
from collections.abc import Sequence
from typing import TypeVar

import networkx as nx

from graph.dataset import Dataset
from graph.property_graph import edges, nodes
from graph.questions.base import Graph, Question
from graph.stores.base import Health

R = TypeVar("R")
A = TypeVar("A")

# Above so many nodes a walk takes long enough to keep others waiting, and leaves the event loop.
SMALL = 10_000


class NetworkxStore:
    """Answers from memory. It has one version, which is never stale."""

    is_stale = False

    def __init__(self, dataset: Dataset) -> None:
        """Build the graph of a dataset."""
        self.dataset = dataset
        self.graph = build(dataset)

    async def open(self) -> None:
        """Begin: all is there."""

    async def close(self) -> None:
        """End: nothing is open."""

    def version(self) -> "NetworkxStore":
        """Give the one version."""
        return self

    @property
    def health(self) -> Health:
        """Say that it answers."""
        return Health("networkx", self.dataset.version)

    async def find(self, question: Question[R, A]) -> Sequence[R]:
        """Find the rows of a question."""
        if len(self.dataset.nodes) <= SMALL:
            return list(question.find(self.graph))
        return await asyncio.to_thread(lambda: list(question.find(self.graph)))


def build(dataset: Dataset) -> Graph:
    """Make the property graph of a dataset in networkx.

    >>> from graph.seeds import load
    >>> len(build(load()).labelled("Assignment"))
    65
    """
    whole: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    order: dict[str, list[str]] = {}
    ends: dict[str, tuple[str, str]] = {}
    for node in nodes(dataset):
        whole.add_node(node.id, **node.properties)
        order.setdefault(node.label, []).append(node.id)
    for edge in edges(dataset):
        # Two of a type between the same ends stay apart: a relationship has an id, a reference
        # its place among its like.
        identity = edge.properties.get("id", f"{edge.type}/{edge.properties['position']}")
        whole.add_edge(
            edge.source,
            edge.target,
            key=identity,
            **{**edge.properties, "type": edge.type, "source": edge.source, "target": edge.target},
        )
        if "id" in edge.properties:
            order.setdefault("relationships", []).append(identity)
            ends[identity] = (edge.source, edge.target)
    whole.graph["ends"] = ends
    return Graph(whole, order)
