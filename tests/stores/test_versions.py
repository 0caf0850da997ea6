"""Versions are staged beside the current one, switched at once, and never mixed or torn."""

import asyncio
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import neo4j
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.dataset import Dataset
from graph.errors import AnotherLoad, NothingKept, StoreUnavailable
from graph.model.codes import Code
from graph.model.nodes import NODE_KINDS
from graph.property_graph import MODEL, GraphNode
from graph.questions.base import Question
from graph.questions.matrix import WholeMatrix
from graph.questions.who_holds import WhoHolds
from graph.restored import NotWhole
from graph.stores.neo4j import schema
from graph.stores.neo4j.store import Neo4jStore, Patience
from graph.stores.neo4j.versions import Content, Versions
from graph.stores.networkx_store import NetworkxStore
from tests.neo4j.server import Server
from tests.stores.asked import every_question
from tests.stores.fixtures import link_to
from tests.stores.random_datasets import datasets
from tests.stores.variants import slim, variant

SWAPS = 50

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def driver(spare_neo4j: Server) -> Iterator[neo4j.Driver]:
    """A driver for loads."""
    with link_to(spare_neo4j).open_for_loading() as opened:
        yield opened


@pytest.fixture
def versions(driver: neo4j.Driver, dataset: Dataset) -> Versions:
    """The versions of a database in which the guideline is the only one."""
    found = Versions(driver, "neo4j")
    found.load(Content.of(dataset))
    found.retire(keep_previous=False)
    assert [each.ds for each in found.known()] == [dataset.version]
    return found


@pytest.fixture(scope="module")
def other(dataset: Dataset) -> Dataset:
    """A dataset that differs in every cell."""
    return variant(dataset, Code.COACH_CONSULT)


def count(driver: neo4j.Driver, statement: str, **given_: Any) -> int:
    """Run a statement that gives one number."""
    records, _, _ = driver.execute_query(statement, given_, database_="neo4j")
    found: int = records[0][0]
    return found


def test_a_load_leaves_one_version_so_that_an_analyst_counts_13(
    versions: Versions, driver: neo4j.Driver, other: Dataset
) -> None:
    assert versions.load(Content.of(other)).written
    assert count(driver, "MATCH (a:Activity) RETURN count(a)") == 13
    assert count(driver, "MATCH (a:Assignment) WHERE a.codes <> ['C'] RETURN count(a)") == 0
    assert versions.pointer().ds == other.version
    assert versions.read(other.version).version == other.version


def test_the_same_data_again_writes_nothing(
    versions: Versions, spare_neo4j: Server, dataset: Dataset
) -> None:
    before = len(spare_neo4j.statements)
    done = versions.load(Content.of(dataset))
    assert not done.written
    asked = spare_neo4j.statements[before:]
    assert asked
    assert {each.mode for each in asked} == {"READ"}


def test_nothing_but_the_model_s_names_becomes_a_label_or_a_type(dataset: Dataset) -> None:
    for names in (
        ("Star", "", ""),
        ("CITES", "Clause) DELETE (n", "Clause"),
        ("X", "Body", "Body"),
    ):
        with pytest.raises(ValueError, match="no name of the model"):
            schema.merge_edges(*names)
    with pytest.raises(ValueError, match="no name of the model"):
        schema.merge_nodes("Clause {}) DETACH DELETE n //")


def test_every_label_is_unique_by_version_and_id(versions: Versions, driver: neo4j.Driver) -> None:
    label = "Activity"
    with pytest.raises(neo4j.exceptions.ConstraintError):
        count(
            driver,
            f"MATCH (n:{label}) WITH n LIMIT 1 CREATE (m:{label} {{ds: n.ds, id: n.id}}) RETURN 1",
        )
    kept = count(
        driver,
        "SHOW CONSTRAINTS YIELD labelsOrTypes, properties WHERE properties = ['ds', 'id'] "
        "RETURN count(*)",
    )
    assert kept == len(NODE_KINDS)


def test_what_does_not_arrive_whole_never_becomes_current(
    versions: Versions, driver: neo4j.Driver, dataset: Dataset, other: Dataset
) -> None:
    whole = Content.of(other)
    twice = GraphNode("Activity", "activity:13", whole.nodes[-1].properties)
    for wrong in (
        replace(whole, nodes=(*whole.nodes, twice)),
        replace(whole, edges=whole.edges[1:]),
        replace(whole, guideline="another text"),
    ):
        with pytest.raises(NotWhole):
            versions.load(wrong)
        assert versions.pointer().ds == dataset.version
    versions.load(Content.of(dataset))
    assert [each.ds for each in versions.known()] == [dataset.version]
    assert count(driver, "MATCH (a:Activity) RETURN count(a)") == 13


def test_what_something_else_has_written_to_is_loaded_anew(
    versions: Versions, driver: neo4j.Driver, dataset: Dataset
) -> None:
    content = Content.of(dataset)
    for damage in (
        "MATCH (a:Activity {number: 11}) SET a.name_en = 'Nothing' RETURN 1",
        "MATCH (a:Assignment {id: 'assignment:11-dcio'}) SET a.codes = ['A'] RETURN 1",
        "MATCH (:Duty)-[e:BINDS]->() WITH e LIMIT 1 DELETE e RETURN 1",
        "MATCH (p:Provision) WITH p LIMIT 1 DETACH DELETE p RETURN 1",
        "MATCH (a:Activity), (b:Body) WITH a, b LIMIT 1 CREATE (a)-[:LIKES]->(b) RETURN 1",
        "MATCH (d:Dataset) SET d.guideline = d.guideline + 'x' RETURN 1",
        "MATCH (c:Assignment {id: 'assignment:11-dg-de'})-[e:FOR_ACTIVITY]->(a) "
        "MATCH (o:Assignment {id: 'assignment:11-dcio'}) DELETE e "
        "CREATE (o)-[:FOR_ACTIVITY {position: 0}]->(a) RETURN 1",
    ):
        count(driver, damage)
        with pytest.raises(NotWhole):
            versions.read(dataset.version)
        assert versions.compare(content)
        assert versions.load(content).written
        versions.read(dataset.version)
        assert [each.ds for each in versions.known()] == [dataset.version]
        assert not versions.load(content).written


@pytest.mark.parametrize(
    "damage",
    [
        "MATCH (:Pointer)-[e:POINTS_TO]->() DELETE e RETURN 1",
        "MATCH (d:Dataset) SET d.schema = 'abc' RETURN 1",
        "MATCH (p:Pointer) SET p.ds = 'ffffffffffff' RETURN 1",
        "MATCH (p:Pointer) CREATE (p)-[:POINTS_TO]->(:Dataset {ds: '0', state: 'x', schema: '', "
        "nodes: 0, edges: 0, loaded: datetime()}) RETURN 1",
        "MATCH (p:Pointer) DETACH DELETE p RETURN 1",
        "MATCH (d:Dataset) DETACH DELETE d RETURN 1",
    ],
    ids=["no way", "another model", "a lost pointer", "two ways", "no pointer", "no version"],
)
def test_a_load_mends_the_pointer_and_the_version(
    damage: str, versions: Versions, driver: neo4j.Driver, dataset: Dataset
) -> None:
    count(driver, damage)
    versions.load(Content.of(dataset))
    versions.read(dataset.version)
    (known,) = versions.known()
    assert (known.ds, known.is_current, known.schema) == (dataset.version, True, MODEL)
    assert count(driver, "MATCH (:Pointer)-[e:POINTS_TO]->(d {state: 'complete'}) RETURN count(e)")
    assert count(driver, "MATCH (a:Activity) RETURN count(a)") == 13


def test_a_kept_version_is_current_again_at_once(
    versions: Versions, dataset: Dataset, other: Dataset
) -> None:
    with pytest.raises(NothingKept):
        versions.rollback()
    versions.load(Content.of(other), keep_previous=True)
    assert versions.rollback() == dataset.version
    assert [(each.ds, each.is_current, each.is_previous) for each in versions.known()] == [
        (dataset.version, True, False),
        (other.version, False, True),
    ]
    assert versions.rollback() == other.version


def test_a_comparison_names_what_would_change_and_writes_nothing(
    versions: Versions, spare_neo4j: Server, dataset: Dataset, other: Dataset
) -> None:
    before = len(spare_neo4j.statements)
    assert not versions.compare(Content.of(dataset))
    changes = versions.compare(Content.of(other))
    different = [each.id for each in dataset.assignments if each.codes != (Code.COACH_CONSULT,)]
    assert sorted(changes.changed) == sorted(different)
    assert not changes.added
    assert not changes.removed
    less = versions.compare(Content.of(replace(dataset, provisions=dataset.provisions[1:])))
    assert dataset.provisions[0].id in less.removed
    assert {each.mode for each in spare_neo4j.statements[before:]} == {"READ"}


def test_of_two_loads_at_once_exactly_one_wins_twenty_times(
    versions: Versions, driver: neo4j.Driver, dataset: Dataset
) -> None:
    contents = [Content.of(variant(dataset, code)) for code in Code]
    for race in range(20):
        pair = [contents[race % 4], contents[(race + 1) % 4]]
        if versions.pointer().ds in (pair[0].ds, pair[1].ds):
            versions.load(Content.of(dataset))
        line = threading.Barrier(2)
        ended: list[str] = []

        def run(content: Content, line: threading.Barrier, ended: list[str]) -> None:
            line.wait()
            try:
                Versions(driver, "neo4j").load(content)
                ended.append(content.ds)
            except AnotherLoad:
                ended.append("lost")

        runs = [threading.Thread(target=run, args=(each, line, ended)) for each in pair]
        for each in runs:
            each.start()
        for each in runs:
            each.join()
        assert sorted(ended).count("lost") == 1, (race, ended)
        (winner,) = (each for each in ended if each != "lost")
        assert versions.pointer().ds == winner
        versions.retire(keep_previous=False)
        assert [each.ds for each in versions.known()] == [winner]


class Readers:
    """Readers that ask without pause and hold every answer against the seeds."""

    def __init__(self, server: Server, datasets_: list[Dataset], patience: Patience) -> None:
        self.stores = [Neo4jStore(link_to(server), patience) for _ in range(2)]
        self.counted: Counter[str] = Counter()
        self.expected = {
            (each.version, question): sorted(map(repr, question.find(NetworkxStore(each).graph)))
            for each in datasets_
            for question in self.questions
        }

    questions: tuple[Question[Any, Any], ...] = (
        WholeMatrix(),
        WhoHolds(11, Code.ACCOUNTABLE),
        WhoHolds(10, Code.RESPONSIBLE),
    )

    async def read(self, store: Neo4jStore, ended: threading.Event) -> None:
        """Ask until the end, and open and close the store around."""
        await store.open()
        while not ended.is_set():
            for question in self.questions:
                # What is answered from memory waits for nothing; the others must have their turn.
                await asyncio.sleep(0.002)
                try:
                    pinned = store.version()
                    rows = await pinned.find(question)
                except StoreUnavailable:
                    self.counted["refused"] += 1
                    continue
                expected = self.expected[pinned.dataset.version, question]
                right = sorted(map(repr, rows)) == expected
                self.counted["right" if right else "wrong" if rows else "empty"] += 1
                self.counted["stale"] += pinned.is_stale
        await store.close()

    def run(self, ended: threading.Event) -> None:
        """Read in all stores at once."""

        async def every() -> None:
            await asyncio.gather(*(self.read(store, ended) for store in self.stores))

        asyncio.run(every())


@pytest.mark.parametrize("net", ["with memory", "without"])
def test_readers_during_fifty_swaps_see_whole_versions_only(
    versions: Versions, spare_neo4j: Server, dataset: Dataset, net: str
) -> None:
    """No grace at all: the version before goes while it is read, which is the worst case."""
    kinds = [variant(slim(dataset), code) for code in (Code.COACH_CONSULT, Code.INFORM)]
    patience = Patience(answer=2.0, poll=0.1, most_nodes=50_000 if net == "with memory" else 0)
    readers = Readers(spare_neo4j, [dataset, *kinds], patience)
    ended = threading.Event()
    thread = threading.Thread(target=readers.run, args=(ended,))
    thread.start()
    contents = [Content.of(each) for each in kinds]
    # A process that has no version yet has nothing to answer from.
    begun = time.monotonic()
    while any(each.held is None for each in readers.stores) and time.monotonic() - begun < 60:
        time.sleep(0.05)
    try:
        for swap in range(SWAPS if net == "with memory" else SWAPS // 5):
            versions.load(contents[swap % 2])
    finally:
        ended.set()
        thread.join(60)
    assert not thread.is_alive()
    print(f"{net}: {dict(readers.counted)}")
    assert readers.counted["wrong"] == readers.counted["empty"] == 0
    assert readers.counted["right"] > 200
    if net == "with memory":
        assert readers.counted["refused"] == 0


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(drawn=datasets(), choice=st.randoms(use_true_random=False))
def test_random_graphs_answer_the_same_from_both_stores(
    versions: Versions, spare_neo4j: Server, drawn: Dataset, choice: Any
) -> None:
    versions.load(Content.of(drawn))
    memory = NetworkxStore(drawn)
    everything = list(every_question(drawn, most=60))
    asked = choice.sample(everything, min(len(everything), 250))

    async def compare() -> None:
        store = Neo4jStore(link_to(spare_neo4j), Patience(query=30.0, poll=60.0, look=30.0))
        await store.open()
        try:
            for question in asked:
                rows = await store.ask(question, drawn.version)
                assert rows is not None
                expected = question.find(memory.graph)
                assert sorted(map(repr, rows)) == sorted(map(repr, expected)), question
        finally:
            await store.close()

    asyncio.run(compare())
