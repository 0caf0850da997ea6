"""What a query may ask for, and that the count of its nodes is never too low."""

import json
from types import SimpleNamespace
from typing import Any

import pytest
from graphql import parse
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from app.graphql import types
from app.graphql.limits import NODES, nodes, selections
from app.graphql.schema import SCHEMA
from app.queries import stored_queries
from graph.model.declare import members
from graph.seeds import load
from tests.conftest import Ask

BOMB = "fragment F0 on Matrix { title { th } } " + " ".join(
    f"fragment F{n} on Matrix {{ ...F{n - 1} ...F{n - 1} }}" for n in range(1, 60)
)
ATTACKS = {
    "depth": (
        "{ body(id: 1) { relationships { nodes { source { relationships { nodes { source "
        "{ relationships { nodes { id } } } } } } } } } }",
        "LIMIT_DEPTH",
    ),
    "depth through fragments": (
        "{ body(id: 1) { ...A } } "
        "fragment A on Body { relationships { nodes { source { ...B } } } } "
        "fragment B on Body { relationships { nodes { source { relationships "
        "{ nodes { id } } } } } }",
        "LIMIT_DEPTH",
    ),
    "aliases": (
        "{ " + " ".join(f"a{n}: dataset {{ version }}" for n in range(16)) + " }",
        "LIMIT_ALIASES",
    ),
    "tokens": ("{ " + "dataset { version } " * 300 + "}", "LIMIT_TOKENS"),
    "directives": ("{ dataset { version " + "@skip(if: false) " * 300 + "} }", "LIMIT_TOKENS"),
    "a fragment bomb": ("{ matrix { ...F59 } } " + BOMB, "LIMIT_SELECTIONS"),
    "a circle of fragments": (
        "{ matrix { ...A } } fragment A on Matrix { ...B } fragment B on Matrix { ...A }",
        "GRAPHQL_VALIDATION_FAILED",
    ),
    "lists within lists": (
        "{ bodies(first: 100) { nodes { relationships(first: 100) "
        "{ nodes { source { id } } } } } }",
        "LIMIT_NODES",
    ),
    "the schema again and again": (
        "{ a: __schema { types { name } } b: __schema { types { name } } }",
        "LIMIT_INTROSPECTION",
    ),
    "searches side by side": (
        "{" + " ".join(f's{n}: search(text: "a") {{ suggestions }}' for n in range(12)) + "}",
        "LIMIT_NODES",
    ),
    "nested introspection": (
        "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } "
        "} } } } } } } }",
        "LIMIT_DEPTH",
    ),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_refused_by_name(ask: Ask, attack: str) -> None:
    document, code = ATTACKS[attack]
    answer = ask(document)
    assert answer["data"] is None
    assert code in {error["extensions"]["code"] for error in answer["errors"]}


def test_the_query_of_a_playground_for_the_schema_is_allowed(ask: Ask) -> None:
    from graphql import get_introspection_query

    answer = ask(get_introspection_query(descriptions=True, input_value_deprecation=True))
    assert "errors" not in answer


def test_a_variable_counts_as_what_it_is(ask: Ask) -> None:
    document = """query($n: Int!) { bodies(first: $n) { nodes {
      relationships(first: $n) { nodes { source { id } } } } } }"""
    small, large = ask(document, n=5), ask(document, n=100)
    assert small["extensions"]["cost"]["nodes"] < NODES
    assert large["errors"][0]["extensions"]["code"] == "LIMIT_NODES"


def objects(value: Any) -> int:
    """Count the JSON objects of an answer, itself left out."""
    if isinstance(value, dict):
        return sum(isinstance(each, dict) + objects(each) for each in value.values())
    if isinstance(value, list):
        return sum(isinstance(each, dict) + objects(each) for each in value)
    return 0


@pytest.mark.parametrize("query", stored_queries(), ids=lambda query: query.stem)
def test_the_count_is_never_below_what_comes_back(ask: Ask, query: Any) -> None:
    answer = ask(query.document)
    assert objects(answer["data"]) <= answer["extensions"]["cost"]["nodes"] <= NODES


@given(first=st.integers(1, 100), inner=st.integers(1, 100))
def test_a_page_of_pages_counts_as_their_product(first: int, inner: int) -> None:
    document = parse(
        f"{{ bodies(first: {first}) {{ nodes {{ relationships(first: {inner}) "
        "{ nodes { id } } } } }"
    )
    counted = nodes(SCHEMA._schema, document, None, {})
    assert counted == 1 + first * (1 + 1 + inner)


@given(st.integers(1, 12))
def test_spread_fragments_count_each_time(depth: int) -> None:
    document = parse(
        f"{{ matrix {{ ...F{depth} }} }} fragment F0 on Matrix {{ title {{ th }} }} "
        + " ".join(
            f"fragment F{n} on Matrix {{ ...F{n - 1} ...F{n - 1} }}" for n in range(1, depth + 1)
        )
    )
    assert selections(document) >= 2**depth * 2


RAW = [
    *(b"null", b"5", b'"x"', b"true", b"[1]", b"[]", b"[null]", b"", b"   ", b"{", b"}", b"nan"),
    *(b"[" * 30_000, b'{"a":' * 5_000, b"\xff\xfe", b"\xef\xbb\xbf{}", b"\0", b"{}" * 2),
    *(b'{"query": null}', b'{"query": 5}', b'{"query": []}', b'{"query": {}}', b'{"query": ""}'),
    b'[{"query": "{dataset{version}}"}]',
    b'{"query": "{dataset{version}}", "variables": []}',
    b'{"query": "{dataset{version}}", "variables": "x"}',
    b'{"query": "{dataset{version}}", "variables": 5}',
    b'{"query": "{dataset{version}}", "extensions": 5}',
    b'{"query": "{dataset{version}}", "operationName": "nobody"}',
    b'{"query": "{dataset{version}}", "operationName": 5}',
    b'{"query": "\\ud800"}',
    b'{"variables": {}}',
    b'{"QUERY": "{dataset{version}}"}',
]


@pytest.mark.parametrize("body", RAW, ids=lambda body: repr(body[:40]))
def test_a_malformed_body_is_a_400_in_the_shape_of_an_error(
    client: TestClient, body: bytes
) -> None:
    answer = client.post("/graphql", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 400, answer.text
    assert json.loads(answer.content)["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


@given(st.binary(max_size=200))
def test_no_body_whatever_breaks_the_server(body: bytes) -> None:
    from app.main import create_app
    from app.settings import Settings

    client = _open(create_app, Settings)
    answer = client.post("/graphql", content=body, headers={"content-type": "application/json"})
    assert answer.status_code in (200, 400)


_opened: list[TestClient] = []


def _open(create_app: Any, settings: Any) -> TestClient:
    # hypothesis does not mix with function fixtures; one application serves all examples.
    if not _opened:
        client = TestClient(create_app(settings()), raise_server_exceptions=False)
        client.__enter__()
        _opened.append(client)
    return _opened[0]


def test_a_body_over_the_limit_is_a_413_declared_or_chunked(client: TestClient) -> None:
    json_type = {"content-type": "application/json"}
    declared = client.post("/graphql", content=b"x" * 70_000, headers=json_type)
    chunked = client.post("/graphql", content=iter([b"x" * 40_000] * 2), headers=json_type)
    assert declared.status_code == chunked.status_code == 413


def test_other_content_types_and_methods_are_refused(client: TestClient) -> None:
    body = b'{"query": "{dataset{version}}"}'
    for kind in ("text/plain", "multipart/form-data", "application/x-www-form-urlencoded"):
        answer = client.post("/graphql", content=body, headers={"content-type": kind})
        assert answer.status_code == 400
    for method in ("PUT", "DELETE", "PATCH"):
        assert client.request(method, "/graphql").status_code == 405


def test_a_get_answers_queries_only(client: TestClient) -> None:
    answer = client.get("/graphql", params={"query": "{ dataset { version } }"})
    assert answer.json()["data"]["dataset"]["version"]
    assert client.get("/graphql", params={"query": "mutation { x }"}).status_code == 400
    assert client.get("/graphql", params={"query": "{a}", "variables": "5"}).status_code == 400
    browser = client.get("/graphql", headers={"accept": "text/html"}, follow_redirects=False)
    assert (browser.status_code, browser.headers["location"]) == (303, "/playground")


def test_a_document_seen_before_is_not_validated_again(ask: Ask) -> None:
    from strawberry.extensions.validation_cache import DEFAULT_MAXSIZE, _get_validate_cache

    document = "{ dataset { version title { th } } }"
    ask(document)
    before = _get_validate_cache(DEFAULT_MAXSIZE).cache_info()  # type: ignore[attr-defined]
    ask(document)
    after = _get_validate_cache(DEFAULT_MAXSIZE).cache_info()  # type: ignore[attr-defined]
    assert (after.hits, after.misses) == (before.hits + 1, before.misses)


def test_no_list_is_longer_than_the_schema_counts_it() -> None:
    """A list that outgrew its declared bound would let a query yield more than was counted."""
    dataset = load()
    for thing in dataset.things.values():
        for member in members(type(thing)):
            value = getattr(thing, member.name)
            if member.most:
                assert len(value) <= member.most, (thing.id, member.name)
    info = SimpleNamespace(context=SimpleNamespace(dataset=dataset))
    for kind in (types.Clause, types.Body, types.Qualification, types.Activity, types.Instrument):
        declared = [
            (field, field.metadata["most"])
            for field in kind.__strawberry_definition__.fields
            if field.base_resolver and field.metadata.get("most")
        ]
        assert declared or kind is types.Instrument
        things = [each for each in dataset.nodes.values() if kind.is_type_of(each, None)]
        for field, most in declared:
            for thing in things:
                given = field.base_resolver(thing, info)
                assert len(given) <= most, (thing.id, field.name, len(given))
