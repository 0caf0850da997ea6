"""The made-up graph is a graph as the real one is, of the size asked for."""

from collections import Counter, defaultdict

import pytest

from graph.dataset import Dataset
from graph.property_graph import content_hash
from graph.questions.base import Graph
from graph.questions.lookup import OneBody
from graph.questions.memberships import Memberships
from graph.questions.neighbourhood import Around
from graph.questions.path import PathBetween
from graph.questions.relationships import Relationships
from graph.restored import restored
from graph.stores.neo4j.versions import Content
from graph.stores.networkx_store import build
from tests.bench.generated import MINISTRIES, Picks, generated
from tests.bench.neo4j_load import HEADLINE, PLAIN_BATCH, plain_batches

BODIES = 1_500


@pytest.fixture(scope="module")
def made() -> tuple[Content, Picks]:
    """A small graph, with what is worth asking about."""
    return generated(BODIES)


@pytest.fixture(scope="module")
def whole(made: tuple[Content, Picks]) -> Dataset:
    """The dataset that a store would read back."""
    content, _ = made
    return restored(content.guideline, content.ds, content.nodes, content.edges)


@pytest.fixture(scope="module")
def walked(whole: Dataset) -> Graph:
    """The same in networkx."""
    return build(whole)


def test_the_same_seed_makes_the_same_graph(made: tuple[Content, Picks]) -> None:
    assert generated(BODIES) == made
    assert generated(BODIES, seed=2)[0].ds != made[0].ds


def test_it_is_a_whole_version_by_its_hash(whole: Dataset, made: tuple[Content, Picks]) -> None:
    assert content_hash(whole) == whole.version == made[0].ds


def test_it_has_the_bodies_asked_for_and_all_of_the_real_graph(
    made: tuple[Content, Picks], dataset: Dataset
) -> None:
    content, _ = made
    real, found = Content.of(dataset).counts, content.counts
    assert found["Body"] == BODIES
    added = {name for name in found if found[name] != real.get(name, 0)}
    assert added == {
        *("Body", "Instrument", "CITES"),
        *("REPORTS_TO", "USES", "IS_POST_OF", "SITS_ON"),
        *("WORKS_WITH", "COORDINATES_WITH", "ADVISES", "ASSISTS"),
    }
    assert {node.id for node in Content.of(dataset).nodes} <= {node.id for node in content.nodes}


def test_a_body_has_two_relationships_on_average(whole: Dataset) -> None:
    assert len(whole.relationships) / BODIES == pytest.approx(2, abs=0.1)


def test_a_ministry_is_a_hub_and_a_post_is_not(walked: Graph) -> None:
    degrees = {name: degree for name, degree in walked.ties.degree if "made-" in name}
    hubs = [degree for name, degree in degrees.items() if "ministry" in name]
    assert len(hubs) == MINISTRIES
    assert min(hubs) >= BODIES // 220 - 1
    assert max(degree for name, degree in degrees.items() if "officer" in name) < 12


def test_every_node_has_the_properties_of_its_kind(whole: Dataset, dataset: Dataset) -> None:
    """A label, a property or a position that the real graph lacks would measure another graph."""
    told: dict[str, set[str]] = defaultdict(set)
    for node in Content.of(dataset).nodes:
        told[node.label] |= set(node.properties)
    for node in Content.of(whole).nodes:
        assert set(node.properties) <= told[node.label]


def test_positions_are_those_of_document_order(made: tuple[Content, Picks]) -> None:
    content, _ = made
    assert [node.properties["position"] for node in content.nodes] == list(
        range(len(content.nodes))
    )


def test_ids_are_told_once(whole: Dataset) -> None:
    assert len(whole.things) == len(whole.nodes) + len(whole.relationships)


def test_questions_answer_on_it(made: tuple[Content, Picks], whole: Dataset, walked: Graph) -> None:
    _, picks = made
    assert len(list(HEADLINE.find(walked))) == 5
    assert HEADLINE.judge(whole, list(HEADLINE.find(walked))).outcome.name == "NOBODY"
    for post in picks.posts:
        assert [row.id for row in OneBody(post).find(walked)] == [post]
        relationships = Relationships(-1, 21, post)
        assert relationships.judge(whole, list(relationships.find(walked))).total >= 2
        assert len(list(Around(post, 1, 50).find(walked))) >= 2
    assert any(
        row.total for post in picks.posts for row in Memberships(-1, 21, member=post).find(walked)
    )


def test_a_pair_is_three_steps_apart_at_most_and_a_far_one_more(
    made: tuple[Content, Picks], walked: Graph
) -> None:
    def steps(pair: tuple[str, str]) -> int:
        return len(list(PathBetween(*pair).find(walked))) - 1

    near = Counter(map(steps, made[1].pairs[:60]))
    assert set(near) <= {1, 2, 3}
    assert near[2]
    assert near[3]
    assert {steps(pair) for pair in made[1].far_pairs[:60]} <= {2, 3, 4, 5, 6}


def test_a_size_that_cannot_be_made_is_refused() -> None:
    with pytest.raises(ValueError, match="1,000 to 1,000,000"):
        generated(10)


def test_plain_writing_writes_every_row_once(made: tuple[Content, Picks]) -> None:
    content, _ = made
    batches = list(plain_batches(content))
    assert max(len(rows) for _, rows in batches) <= PLAIN_BATCH
    written = sorted(row["id"] for _, rows in batches for row in rows if "id" in row)
    assert written == sorted(node.id for node in content.nodes)
    ends = Counter(
        (row["source"], row["target"]) for _, rows in batches for row in rows if "source" in row
    )
    assert ends == Counter((edge.source, edge.target) for edge in content.edges)
