"""The API: what it answers, how it refuses, and that its schema is the printed one."""

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.graphql.schema import SCHEMA
from app.queries import stored_queries
from tests.conftest import Ask
from tests.oracle import COLUMNS, printed_rows

PRINTED = Path(__file__).parents[2] / "app" / "graphql" / "schema.graphql"


def data(answer: dict[str, Any]) -> dict[str, Any]:
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"]
    return found


def refused(answer: dict[str, Any]) -> tuple[str, str]:
    """Give the code and the message of the one error of an answer."""
    (error,) = answer["errors"]
    return error["extensions"]["code"], error["message"]


def test_the_schema_is_the_printed_one() -> None:
    assert PRINTED.read_text(encoding="utf-8") == SCHEMA.as_str() + "\n"


def test_everything_in_the_schema_is_described() -> None:
    schema = SCHEMA._schema
    bare = []
    for name, kind in schema.type_map.items():
        if name.startswith("__") or name in ("Int", "String", "Boolean", "ID"):
            continue
        if not kind.description:
            bare.append(name)
        for field, each in getattr(kind, "fields", {}).items():
            if not each.description:
                bare.append(f"{name}.{field}")
            for argument, given in each.args.items():
                if not given.description:
                    bare.append(f"{name}.{field}({argument})")
        for value, each in getattr(kind, "values", {}).items():
            if not each.description:
                bare.append(f"{name}.{value}")
    assert bare == []


@pytest.mark.parametrize("query", stored_queries(), ids=lambda query: query.stem)
def test_a_stored_question_runs_as_it_is(ask: Ask, query: Any) -> None:
    answer = data(ask(query.document))
    assert answer
    assert all(value not in (None, [], {}) for value in answer.values())


def test_every_root_field_has_a_stored_question() -> None:
    asked = " ".join(query.document for query in stored_queries())
    for name in SCHEMA._schema.query_type.fields:  # type: ignore[union-attr]
        assert f"  {name}" in asked, name


def test_the_headline_over_http(ask: Ask) -> None:
    query = next(each for each in stored_queries() if each.stem == "who_holds")
    holding = data(ask(query.document))["whoHolds"]
    assert holding["outcome"] == "NOBODY"
    assert holding["holders"] == []
    assert [each["body"]["id"] for each in holding["alsoAtLevel"]] == ["post:dcio"]
    assert [each["body"]["name"]["th"] for each in holding["heldElsewhere"]] == [
        "คณะกรรมการพัฒนารัฐบาลดิจิทัล",
        "คณะกรรมการดิจิทัลเพื่อเศรษฐกิจและสังคมแห่งชาติ",
    ]
    assert holding["citations"][0]["place"] == "figure 2 row 11"


def test_the_whole_matrix_is_figure_2(ask: Ask) -> None:
    query = next(each for each in stored_queries() if each.stem == "matrix")
    rows = data(ask(query.document))["matrix"]["rows"]
    shown = {
        row["activity"]["number"]: {
            cell["column"]["label"]: cell["printed"] for cell in row["cells"]
        }
        for row in rows
    }
    assert shown == {row.number: row.cells for row in printed_rows()}
    assert [cell["column"]["label"] for cell in rows[0]["cells"]] == list(COLUMNS)


def test_the_path_from_the_pcio_to_the_gcio_committee_is_told_with_its_words(ask: Ask) -> None:
    query = next(each for each in stored_queries() if each.stem == "path")
    path = data(ask(query.document))["path"]
    (step,) = path["steps"]
    places = {each["citation"]["place"] for each in step["relationships"]}
    assert places == {"3", "OCSC annex GCIO composition 8", "OCSC annex PCIO duties 2"}
    assert all(each["citation"]["quote"] for each in step["relationships"])


def test_no_way_is_told_and_not_an_error(ask: Ask) -> None:
    document = """{ path(from: "DCIO", to: "organization:reform-group") {
      found steps { __typename } answer { th en } } }"""
    path = data(ask(document))["path"]
    assert (path["found"], path["steps"]) == (False, [])
    assert "states nothing that ties" in path["answer"]["en"]
    assert "ภาพที่ ๑" in path["answer"]["th"]
    same = data(ask('{ path(from: "DCIO", to: "post:dcio") { found steps { __typename } } }'))
    assert same["path"] == {"found": True, "steps": []}


def test_the_neighbourhood_counts_what_it_leaves_out(ask: Ask) -> None:
    document = """query($first: Int!) { neighbourhood(body: "DCIO", depth: 2, first: $first) {
      totalEnds totalRelationships ends { id } relationships { id } } }"""
    few = data(ask(document, first=3))["neighbourhood"]
    all_of_it = data(ask(document, first=100))["neighbourhood"]
    assert len(few["ends"]) == 3
    assert few["ends"][0]["id"] == "post:dcio"
    assert few["totalEnds"] == all_of_it["totalEnds"] == len(all_of_it["ends"])
    assert len(all_of_it["relationships"]) == all_of_it["totalRelationships"]


@pytest.mark.parametrize(
    ("field", "total"),
    [
        ("activities", 13),
        ("bodies", 101),
        ("clauses", 360),
        ("assignments", 65),
        ("duties", 84),
        ("actions", 22),
        ("rules", 27),
        ("provisions", 13),
        ("organizations", 325),
        ("relationships", 258),
        ("instruments", 36),
        ("qualifications", 8),
        ("memberships", 29),
    ],
)
def test_pages_put_together_are_the_whole_list(ask: Ask, field: str, total: int) -> None:
    document = f"""query($after: String) {{ {field}(first: 9, after: $after) {{
      totalCount edges {{ cursor node {{ id }} }}
      pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}"""
    seen: list[str] = []
    after = None
    while True:
        page = data(ask(document, after=after))[field]
        assert page["totalCount"] == total
        assert page["pageInfo"]["hasPreviousPage"] is bool(seen)
        ids = [edge["node"]["id"] for edge in page["edges"]]
        assert ids == [edge["cursor"] for edge in page["edges"]]
        assert [ids[0], ids[-1]] == [page["pageInfo"][f"{end}Cursor"] for end in ("start", "end")]
        seen += ids
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["pageInfo"]["endCursor"]
    assert len(seen) == len(set(seen)) == total


@pytest.mark.parametrize("first", [0, -1, 101, 10**9])
def test_first_is_one_to_a_hundred_on_every_connection(ask: Ask, first: int) -> None:
    fields = [
        *(f"{name}(first: {first})" for name in ("activities", "bodies", "clauses")),
        *(f"{name}(first: {first})" for name in ("assignments", "relationships")),
    ]
    documents = [f"{{ {field} {{ totalCount }} }}" for field in fields]
    documents += [
        f'{{ search(text: "DCIO", first: {first}) {{ suggestions }} }}',
        f'{{ neighbourhood(body: "DCIO", first: {first}) {{ totalEnds }} }}',
        f'{{ body(id: "DCIO") {{ relationships(first: {first}) {{ totalCount }} }} }}',
    ]
    for document in documents:
        code, message = refused(ask(document))
        assert code == "BAD_ARGUMENT"
        assert "1 to 100" in message


@pytest.mark.parametrize(
    ("document", "code", "words"),
    [
        ('{ activity(id: "cyber secrity") { id } }', "UNKNOWN_ACTIVITY", "activity:11"),
        ('{ body(id: "DCOI") { id } }', "UNKNOWN_BODY", "post:dcio"),
        ('{ body(id: "GCIO") { id } }', "AMBIGUOUS_BODY", "organization:gcio-system"),
        ('{ clause(id: "99") { id } }', "UNKNOWN_CLAUSE", "Nearest"),
        ('{ node(id: "post:dico") { id } }', "UNKNOWN_NODE", "post:dcio"),
        (
            '{ relationships(relations: ["likes"]) { totalCount } }',
            "UNKNOWN_RELATION",
            "is_linked_to",
        ),
        ('{ neighbourhood(body: "DCIO", depth: 4) { totalEnds } }', "BAD_ARGUMENT", "1 to 3"),
        ('{ bodies(after: "x") { totalCount } }', "BAD_ARGUMENT", "cursor"),
        ('{ search(text: " ") { suggestions } }', "BAD_ARGUMENT", "1 to 200"),
        (
            *("{ whoHolds(code: ACOUNTABLE, activity: 11) { outcome } }",),
            *("GRAPHQL_VALIDATION_FAILED", "ACCOUNTABLE"),
        ),
        ("{ whoHolds(code: ACCOUNTABLE) { outcome } }", "GRAPHQL_VALIDATION_FAILED", "activity"),
        ('{ bodies(after: "activity:3") { totalCount } }', "BAD_ARGUMENT", "cursor"),
        ('{ bodies(after: "relationship:x") { totalCount } }', "BAD_ARGUMENT", "cursor"),
        ('{ relationships(after: "clause:1") { totalCount } }', "BAD_ARGUMENT", "cursor"),
        (
            '{ body(id: "DCIO") { relationships(after: "relationship:x") { totalCount } } }',
            *("BAD_ARGUMENT", "cursor"),
        ),
        ("{ relationships(direction: FROM) { totalCount } }", "BAD_ARGUMENT", "body"),
        ('{ node(id: "DCIO") { id } }', "UNKNOWN_NODE", "post:dcio"),
        ('{ body(id: "DCIO' + " " * 300 + '") { id } }', "UNKNOWN_BODY", "No body"),
        ('{ asOf(date: "yesterday") { date } }', "BAD_ARGUMENT", "2548"),
        ('{ asOf(date: "2005-13-01") { date } }', "BAD_ARGUMENT", "2548"),
        ('{ organization(id: "ทบ.") { id } }', "AMBIGUOUS_ORGANIZATION", "named:"),
        ('{ organization(id: "กรมชลประทาม") { id } }', "UNKNOWN_ORGANIZATION", "named:rid"),
        ("{ nothing }", "GRAPHQL_VALIDATION_FAILED", "nothing"),
        ("{ matrix { ...Z } }", "GRAPHQL_VALIDATION_FAILED", "Unknown fragment: Z"),
        ("{", "GRAPHQL_PARSE_FAILED", "Syntax Error"),
        ("mutation { x }", "GRAPHQL_VALIDATION_FAILED", "mutation"),
        (
            *("query A { dataset { version } } query B { dataset { version } }",),
            *("GRAPHQL_VALIDATION_FAILED", "operationName"),
        ),
    ],
)
def test_a_refusal_has_a_stable_code_and_says_what_next(
    ask: Ask, document: str, code: str, words: str
) -> None:
    found, message = refused(ask(document))
    assert found == code
    assert words in message


def test_an_accident_tells_the_client_nothing(
    client: TestClient, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        raise RuntimeError("/secret/path password=hunter2")

    monkeypatch.setattr("graph.stores.networkx_store.NetworkxStore.find", broken)
    answer = ask("{ dataset { version } }")
    code, message = refused(answer)
    assert (code, message) == ("INTERNAL", "Unexpected error.")
    assert "hunter2" not in str(answer)


def test_thai_is_written_as_utf_8(client: TestClient) -> None:
    raw = client.post("/graphql", json={"query": '{ body(id: "DCIO") { name { th } } }'}).content
    assert "ผู้บริหาร".encode() in raw
    assert b"\\u0e" not in raw
