"""The graph in memory, in networkx: the default store, built from the seeds at start."""

from collections.abc import Sequence
from typing import TypeVar

import networkx as nx

from graph.dataset import Dataset
from graph.property_graph import edges, nodes
from graph.questions.base import Graph, Question

R = TypeVar("R")
A = TypeVar("A")


class NetworkxStore:
    """Answers from memory; nothing in it waits."""

    def __init__(self, dataset: Dataset) -> None:
        """Build the graph of a dataset."""
        self.dataset = dataset
        self.graph = build(dataset)

    async def find(self, question: Question[R, A]) -> Sequence[R]:
        """Find the rows of a question."""
        return list(question.find(self.graph))


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
        # A relationship has an id; two of them between the same bodies stay apart.
        identity = edge.properties.get("id", edge.type)
        whole.add_edge(
            edge.source,
            edge.target,
            key=identity,
            **{**edge.properties, "type": edge.type, "source": edge.source, "target": edge.target},
        )
        if identity != edge.type:
            order.setdefault("relationships", []).append(identity)
            ends[identity] = (edge.source, edge.target)
    whole.graph["ends"] = ends
    return Graph(whole, order)
