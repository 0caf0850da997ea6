"""What reaches the server: one statement a question, reading only, bounded in time."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import neo4j
import pytest
from graphql import OperationDefinitionNode, parse
from starlette.testclient import TestClient

from app.main import create_app
from app.queries import stored_queries
from app.settings import Settings
from graph.dataset import Dataset
from graph.errors import StoreUnavailable
from graph.property_graph import edges, nodes
from graph.questions.matrix import WholeMatrix
from graph.restored import restored
from graph.stores import networkx_store as networkx_module
from graph.stores.neo4j import store as store_module
from graph.stores.neo4j.store import Neo4jStore, Patience
from graph.stores.networkx_store import NetworkxStore
from tests.neo4j.server import Server
from tests.neo4j.statements import Statement
from tests.stores.fixtures import NO_NET, link_to, load_into, opened

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server(spare_neo4j: Server, dataset: Dataset) -> Server:
    """A server of our own whose log can be read, loaded."""
    load_into(spare_neo4j, dataset)
    return spare_neo4j


@pytest.fixture(scope="module")
def client(server: Server) -> Iterator[TestClient]:
    """The application over it, with the safety net off."""
    with TestClient(create_app(Settings(), Neo4jStore(link_to(server), NO_NET))) as opened_client:
        yield opened_client


def questions_asked(server: Server, since: int) -> list[Statement]:
    """Give what was asked for readers since then; not what the process asks for itself."""
    own = ("current version", "all text", "all nodes", "all edges", "")
    return [each for each in server.statements[since:] if each.metadata.get("question") not in own]


def root_fields(document: str) -> int:
    """Count what a document asks for at its root."""
    operation = parse(document).definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    return len(operation.selection_set.selections)


@pytest.mark.parametrize("query", stored_queries(), ids=lambda query: query.stem)
def test_a_document_is_one_statement_a_root_field(
    query: object, client: TestClient, server: Server
) -> None:
    document = query.document  # type: ignore[attr-defined]
    since = len(server.statements)
    before = client.get("/readyz").json()["answered"]
    answer = client.post("/graphql", json={"query": document})
    assert "errors" not in answer.json()
    asked = questions_asked(server, since)
    assert len(asked) == root_fields(document)
    for each in asked:
        assert (each.mode, each.database, each.timeout) == ("READ", "neo4j", "PT30S")
        assert "$ds" in each.text
    after = client.get("/readyz").json()["answered"]
    assert after["live"] - before["live"] == len(asked)
    assert after["from_memory"] == 0


def test_the_headline_reaches_the_server_as_its_stored_statement(
    client: TestClient, server: Server, dataset: Dataset
) -> None:
    since = len(server.statements)
    document = (
        '{ whoHolds(code: ACCOUNTABLE, activity: "cyber security", level: DEPARTMENT) '
        "{ outcome alsoAtLevel { body { id } } heldElsewhere { body { id } } } }"
    )
    answer = client.post("/graphql", json={"query": document}).json()["data"]["whoHolds"]
    assert answer["outcome"] == "NOBODY"
    assert [each["body"]["id"] for each in answer["alsoAtLevel"]] == ["post:dcio"]
    assert [each["body"]["id"] for each in answer["heldElsewhere"]] == [
        "organization:dg-committee",
        "organization:de-committee",
    ]
    (asked,) = questions_asked(server, since)
    assert asked.metadata == {"app": "raci", "question": "who_holds"}
    assert "<-[:FOR_ACTIVITY]-(printed:Assignment)-[:IN_COLUMN]->" in asked.text
    assert dataset.version in asked.parameters


def test_a_question_is_asked_of_who_has_seen_what_the_last_look_saw(server: Server) -> None:
    """In a cluster no member answers that is behind the look at the current version."""
    with opened(server, NO_NET) as live:
        since = len(server.statements)
        live.find([WholeMatrix()])
        seen = live.store.bookmarks
    (asked,) = questions_asked(server, since)
    assert seen
    assert asked.bookmarks
    assert set(asked.bookmarks) == seen.raw_values


@pytest.mark.parametrize(
    "statement",
    [
        *("CREATE (n:Body) RETURN n", "MATCH (n:Activity) DETACH DELETE n RETURN 1 AS n"),
        *("MATCH (n:Activity) SET n.name_en = '' RETURN 1 AS n", "DROP INDEX words_th"),
    ],
)
def test_a_write_on_the_way_of_reading_is_refused(
    statement: str, server: Server, dataset: Dataset
) -> None:
    with opened(server, NO_NET) as live:
        with pytest.raises(neo4j.exceptions.ClientError, match="AccessMode"):
            live.runner.run(live.store._read(statement, {}, "a write"))
        (rows,) = live.find([WholeMatrix()])
    assert len(rows) == len(dataset.assignments)


def test_a_statement_that_takes_too_long_is_ended_by_the_server(server: Server) -> None:
    endless = "UNWIND range(1, 100000000) AS a UNWIND range(1, 100000) AS b RETURN max(a * b) AS n"
    with opened(server, Patience(query=1.0)) as live:
        begun = time.monotonic()
        # Said by the server: a client that goes away is no limit.
        with pytest.raises(neo4j.exceptions.Neo4jError, match="TransactionTimedOut"):
            live.runner.run(live.store._read(endless, {}, "endless"))
        assert time.monotonic() - begun < 4
        time.sleep(2)
        with link_to(server).open_for_loading() as driver:
            running, _, _ = driver.execute_query(
                "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'UNWIND range' "
                "AND NOT currentQuery CONTAINS 'SHOW' RETURN currentQuery",
                database_="neo4j",
            )
    assert running == []


def test_what_takes_time_is_done_beside_the_event_loop(
    server: Server, dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A version is built, and a large graph walked, in threads that keep no request waiting."""
    threads: dict[str, int] = {}

    def noting(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*given: Any) -> Any:
            threads[name] = threading.get_ident()
            return work(*given)

        return noted

    monkeypatch.setattr(store_module, "restored", noting("restored", restored))
    monkeypatch.setattr(store_module, "NetworkxStore", noting("graph", NetworkxStore))
    monkeypatch.setattr(WholeMatrix, "find", noting("walk", WholeMatrix.find))
    with opened(server, Patience()) as live:
        assert live.store.held
        monkeypatch.setattr(networkx_module, "SMALL", 0)
        live.runner.run(NetworkxStore(dataset).find(WholeMatrix()))
    assert set(threads) == {"restored", "graph", "walk"}
    assert threading.get_ident() not in threads.values()


def test_without_a_net_what_neo4j_does_not_answer_is_refused(server: Server) -> None:
    with opened(server, Patience(most_nodes=0)) as live:
        live.store.trouble = "Neo4j cannot be reached (STORE_URL)."
        with pytest.raises(StoreUnavailable, match="cannot be reached"):
            live.find([WholeMatrix()])
        assert live.store.from_memory == 0


def test_the_server_holds_each_node_and_edge_of_the_guideline(
    server: Server, dataset: Dataset
) -> None:
    with link_to(server).open_for_loading() as driver:
        labels, _, _ = driver.execute_query(
            "MATCH (n {ds: $ds}) WHERE n.id IS NOT NULL UNWIND labels(n) AS label "
            "RETURN label, count(*) AS count",
            ds=dataset.version,
            database_="neo4j",
        )
        types, _, _ = driver.execute_query(
            "MATCH (s {ds: $ds})-[e]->(t {ds: $ds}) WHERE s.id IS NOT NULL "
            "RETURN type(e) AS type, count(*) AS count",
            ds=dataset.version,
            database_="neo4j",
        )
    assert {row["label"]: row["count"] for row in labels} == Counter(
        each.label for each in nodes(dataset)
    )
    assert {row["type"]: row["count"] for row in types} == Counter(
        each.type for each in edges(dataset)
    )
