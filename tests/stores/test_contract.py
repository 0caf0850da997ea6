"""Neo4j finds by live Cypher what the embedded store finds: every question, nothing in between."""

from collections import defaultdict
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.queries import stored_queries
from app.settings import Settings
from graph.dataset import Dataset
from graph.questions.base import Question
from graph.stores.neo4j.statements import statement
from graph.stores.neo4j.store import Neo4jStore
from graph.stores.networkx_store import NetworkxStore
from tests.asking import judge
from tests.neo4j.server import Address
from tests.queries.test_cypher import questions
from tests.stores.asked import every_question
from tests.stores.fixtures import NO_NET, Live, link_to

pytestmark = pytest.mark.slow

KINDS = sorted(questions())


@pytest.fixture(scope="module")
def asked(dataset: Dataset) -> dict[str, list[Question[Any, Any]]]:
    """Every question, by its stem."""
    found = defaultdict(list)
    for question in every_question(dataset, most=1_500):
        found[question.stem].append(question)
    return found


def same(question: Question[Any, Any], one: Any, other: Any) -> bool:
    """Compare rows, in their order where the statement promises one."""
    if "ORDER BY" in statement(type(question)).rsplit("RETURN", 2)[1]:
        return list(one) == list(other)
    return sorted(map(repr, one)) == sorted(map(repr, other))


@pytest.mark.parametrize("stem", KINDS)
def test_both_stores_find_the_same_rows(
    stem: str, asked: dict[str, list[Question[Any, Any]]], live: Live, store: NetworkxStore
) -> None:
    assert asked[stem], "a question that nobody asks"
    before = live.store.live
    for question, found in zip(asked[stem], live.find(asked[stem]), strict=True):
        expected = list(question.find(store.graph))
        assert same(question, found, expected), f"{question}: {found} is not {expected}"
    assert live.store.live - before == len(asked[stem])
    assert live.store.from_memory == 0


PAGES = (
    *("/", "/who?code=A&activity=11&level=department", "/activities/11", "/bodies", "/rules"),
    *("/bodies/post:dcio", "/bodies/organization:pcio-committee", "/bodies/post:mcio?lang=en"),
    *("/clauses/5(ค)", "/clauses/title?lang=en", "/actions", "/changes", "/differences?lang=en"),
    *("/instruments", "/instruments/instrument:gcio-course", "/organizations"),
    *("/organizations/named:rid", "/search?q=ไซเบอร์", "/search?q=cio&lang=en", "/nothing"),
    *("/bodies/nobody", "/who?code=X&activity=11", "/ask", "/ask?q=DCIO มีหน้าที่อะไรบ้าง"),
    *("/ask?q=who chairs the PCIO&lang=en", "/embed/answer?q=weather"),
)


@pytest.fixture(scope="module")
def over_neo4j(loaded_neo4j: Address) -> Any:
    """The application over Neo4j, with its safety net off."""
    app = create_app(Settings(), Neo4jStore(link_to(loaded_neo4j), NO_NET))
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened


@pytest.mark.parametrize("stem", [query.stem for query in stored_queries()])
def test_a_stored_question_is_answered_in_the_same_bytes(
    stem: str, client: TestClient, over_neo4j: TestClient
) -> None:
    document = next(query.document for query in stored_queries() if query.stem == stem)
    body = {"query": document}
    one, other = (each.post("/graphql", json=body) for each in (client, over_neo4j))
    assert other.status_code == 200
    assert "errors" not in other.json()
    assert one.content == other.content
    assert one.headers["x-dataset-version"] == other.headers["x-dataset-version"]
    assert "x-dataset-stale" not in other.headers


ASK = """
query($q: String!, $l: Language) {
  ask(question: $q, lang: $l) {
    kind text columns activities codes alternatives citations { place quote }
    understoodAs { rule query variables } facts { id } relationships { id }
  }
}
"""


def test_sentences_are_answered_in_the_same_bytes(
    client: TestClient, over_neo4j: TestClient
) -> None:
    # Every tenth question, so that each rule is asked several times over.
    some = judge.questions()[::10]
    rules = set()
    for asked in some:
        body = {"query": ASK, "variables": {"q": asked.question, "l": asked.language.name}}
        one, other = (each.post("/graphql", json=body) for each in (client, over_neo4j))
        assert one.content == other.content, asked.question
        assert "errors" not in one.json()
        assert "x-dataset-stale" not in other.headers
        understood = one.json()["data"]["ask"]["understoodAs"]
        rules.add(understood["rule"] if understood else "declined")
    assert len(rules) > 8


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_the_same_from_both_stores(
    path: str, client: TestClient, over_neo4j: TestClient
) -> None:
    one, other = (each.get(path) for each in (client, over_neo4j))
    assert (one.status_code, one.content) == (other.status_code, other.content)


def test_ready_says_which_store_answers(over_neo4j: TestClient, dataset: Dataset) -> None:
    ready = over_neo4j.get("/readyz")
    told = ready.json()
    assert ready.status_code == 200
    assert (told["store"], told["version"], told["stale"]) == ("neo4j", dataset.version, False)
    assert told["answered"]["live"] > 0
    assert told["answered"]["from_memory"] == 0
