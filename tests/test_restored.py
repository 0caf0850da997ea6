"""What a store keeps is the whole dataset: nothing of the model is lost on the way."""

import random
from dataclasses import replace

import pytest

from graph.dataset import Dataset
from graph.property_graph import GraphEdge, GraphNode, content_hash, edges, nodes
from graph.restored import NotWhole, restored


def test_a_dataset_comes_back_from_its_graph_in_whatever_order(dataset: Dataset) -> None:
    found_nodes, found_edges = list(nodes(dataset)), list(edges(dataset))
    random.Random(1).shuffle(found_nodes)
    random.Random(2).shuffle(found_edges)
    again = restored(dataset.guideline, dataset.version, found_nodes, found_edges)
    assert content_hash(again) == dataset.version
    assert [each.sentence for each in again.relationships] == [
        each.sentence for each in dataset.relationships
    ]
    assert list(again.nodes) == list(dataset.nodes)


def without(dataset: Dataset, kind: str) -> tuple[list[GraphNode], list[GraphEdge]]:
    """Spoil a graph in one place."""
    found_nodes, found_edges = list(nodes(dataset)), list(edges(dataset))
    match kind:
        case "a node":
            del found_nodes[-1]
        case "an edge":
            del found_edges[-1]
        case "a word":
            has = {**found_nodes[0].properties, "text_th": "อื่น"}
            found_nodes[0] = replace(found_nodes[0], properties=has)
        case "an end":
            found_edges[-1] = replace(found_edges[-1], target=found_edges[0].target)
        case "a label":
            found_nodes[-1] = replace(found_nodes[-1], label="Star")
        case "a type":
            found_edges[-1] = replace(found_edges[-1], type="ADMIRES")
    return found_nodes, found_edges


@pytest.mark.parametrize("kind", ["a node", "an edge", "a word", "an end", "a label", "a type"])
def test_a_graph_that_lacks_or_alters_anything_is_no_dataset(dataset: Dataset, kind: str) -> None:
    with pytest.raises(NotWhole):
        restored(dataset.guideline, dataset.version, *without(dataset, kind))


def test_the_version_tells_one_fact_from_another(dataset: Dataset) -> None:
    first = dataset.bodies[0]
    other = replace(dataset, bodies=(replace(first, short="X"), *dataset.bodies[1:]))
    assert content_hash(other) != dataset.version
    assert content_hash(replace(dataset, guideline=dataset.guideline + " ")) != dataset.version
