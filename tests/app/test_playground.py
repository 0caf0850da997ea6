"""The playground's form: what it asks, how it answers, and what it refuses, without a script."""

import json
import re
from html import unescape
from typing import Any

import pytest
from graphql import parse, strip_ignored_characters
from starlette.testclient import TestClient

from app.graphql.schema import SCHEMA
from app.pages.inputs import LABELS, inputs_of
from app.pages.readable import Fields, Items, Leaf, Table, laid_out
from app.queries import stored_queries
from app.settings import Settings
from tests.conftest import Ask

STORED = stored_queries()
BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


def form(client: TestClient, **given: Any) -> tuple[int, str]:
    """Open the form; give its status and its text."""
    answer = client.get("/playground", params={"mode": "form", **given})
    return answer.status_code, answer.text


def printed(html: str) -> Any:
    """Give the answer that a form shows as JSON."""
    found = re.search(r'<pre id="json"[^>]*>(.*?)</pre>', html, re.DOTALL)
    assert found
    return json.loads(unescape(found[1]))


@pytest.mark.parametrize("query", STORED, ids=lambda query: query.stem)
def test_a_stored_question_is_told_in_both_languages(query: Any) -> None:
    thai, english = query.document.splitlines()[:2]
    assert re.match(r"# .*[ก-๛]", thai)
    assert re.match(r"# [A-Z][^ก-๛]*$", english)
    assert (query.title.th, query.title.en) == (thai[2:], english[2:])


@pytest.mark.parametrize("query", STORED, ids=lambda query: query.stem)
def test_the_form_answers_a_stored_question_as_the_api_does(
    client: TestClient, ask: Ask, query: Any
) -> None:
    status, html = form(client, stem=query.stem)
    assert status == 200
    assert printed(html) == ask(query.document)
    assert '<div class="shown">' in html
    # A link to it is short, and so is one to what was changed in it.
    assert len(str(client.get("/playground", params={"stem": query.stem}).url)) < 2000
    changed = strip_ignored_characters(query.document + "\nfragment Mine on Text { th }")
    address = str(client.build_request("GET", "/playground", params={"query": changed}).url)
    assert len(address) < 1900


@pytest.mark.parametrize("query", STORED, ids=lambda query: query.stem)
def test_every_variable_of_a_stored_question_has_words_in_both_languages(query: Any) -> None:
    inputs = inputs_of(SCHEMA._schema, query.document, {}, {})
    definitions = parse(query.document).definitions[0].variable_definitions or ()  # type: ignore[attr-defined]
    assert [each.name for each in inputs] == [each.variable.name.value for each in definitions]
    for each in inputs:
        assert each.name in LABELS
        assert all(words.th != name for name, words in each.choices.items())


def test_the_variables_are_labelled_fields(client: TestClient) -> None:
    _, html = form(client, stem="who_holds", lang="en")
    assert re.search(r'<label for="v-activity">Activity.*?\(required\)', html)
    assert re.search(r'<input id="v-activity" name="v\.activity" value="11"[^>]* required>', html)
    assert re.search(
        r'<select id="v-code".*?<option value="ACCOUNTABLE" selected>Account', html, re.S
    )
    level = re.search(r'<select id="v-level".*?</select>', html, re.DOTALL)
    assert level
    assert '<option value="">any</option>' in level[0]
    assert "ระดับกรม" in form(client, stem="who_holds")[1]


def test_what_is_typed_is_what_is_asked(client: TestClient, ask: Ask) -> None:
    document = {each.stem: each.document for each in STORED}
    for stem, typed, variables in (
        ("who_holds", {"v.activity": "๑๐", "v.level": ""}, {"activity": "๑๐", "level": None}),
        ("search", {"v.text": "DCIO", "v.kinds": ["", "BODY", "COLUMN"], "v.first": "๓"},
         {"text": "DCIO", "kinds": ["BODY", "COLUMN"], "first": 3}),
        ("relationships", {"v.relations": "establishes\r\n sits_on \r\n"},
         {"relations": ["establishes", "sits_on"]}),
        ("actions", {"v.body": "", "v.after": ""}, {"body": None}),
    ):  # fmt: skip
        status, html = form(client, stem=stem, **typed)
        assert status == 200
        assert printed(html) == ask(document[stem], **variables)
        # Written as JSON the same is asked.
        again = form(client, stem=stem, variables=json.dumps(variables))
        assert printed(again[1]) == printed(html)


def test_line_ends_are_those_that_were_written(client: TestClient, ask: Ask) -> None:
    lines = "who chairs\nthe PCIO?"
    _, html = form(client, stem="ask", **{"v.question": lines.replace("\n", "\r\n")})
    assert f">\n{lines}</textarea>" in html
    document = next(each.document for each in STORED if each.stem == "ask")
    _, again = form(client, query=document.replace("\n", "\r\n"))
    assert '<input type="hidden" name="stem" value="ask">' in again


def test_a_query_of_ones_own_has_fields_for_its_variables(client: TestClient) -> None:
    own = (
        "query($n: Int = 2, $deep: [[Int]], $mine: Boolean) "
        "{ bodies(first: 1) { nodes { name { th @include(if: $mine) en } } } }"
    )
    _, html = form(client, query=own, variables='{"n": 5, "mine": true}')
    assert 'name="v.n" value="5"' in html
    assert '<option value="true" selected>' in html
    assert '<textarea id="v-deep"' in html
    assert '<input type="hidden" name="query" value="query($n: Int = 2' in html


def test_the_choices_of_graphqls_own_enums_are_called_by_their_names(client: TestClient) -> None:
    own = "query($k: __TypeKind) { __typename }"
    assert client.get("/playground", params={"query": own}).status_code == 200
    status, html = form(client, query=own)
    assert status == 400, "the variable is not used"
    assert '<option value="SCALAR">SCALAR</option>' in html


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"stem": "who_holds", "v.activity": "cyber secrity"}, "UNKNOWN_ACTIVITY"),
        ({"stem": "body", "v.id": "GCIO"}, "AMBIGUOUS_BODY"),
        ({"stem": "activities", "v.first": "many"}, "BAD_ARGUMENT"),
        ({"stem": "activities", "v.first": "101"}, "BAD_ARGUMENT"),
        ({"stem": "activities", "v.first": ""}, "BAD_ARGUMENT"),
        ({"stem": "who_holds", "v.code": "X"}, "BAD_ARGUMENT"),
        ({"query": "{ nothing }"}, "GRAPHQL_VALIDATION_FAILED"),
        ({"query": "{ bodies("}, "GRAPHQL_PARSE_FAILED"),
        ({"query": "{" + "a " * 1000 + "}"}, "LIMIT_TOKENS"),
        ({"query": "{a" * 300}, "GRAPHQL_PARSE_FAILED"),
        ({"query": "query A {dataset{version}} query B {dataset{version}}"}, "GRAPHQL_VALIDATION"),
        ({"query": f"query($n: Int = {'9' * 30}) {{ nodes(ids: []) {{ id }} }}"}, "GRAPHQL_VAL"),
        ({"query": f"query($n: Int = {'9' * 5000}) {{ nodes(ids: []) {{ id }} }}"}, "GRAPHQL_VAL"),
        ({"query": f"query($n: Int = {'[' * 99}1{']' * 99}) {{ a }}"}, "GRAPHQL_VALIDATION"),
        ({"query": "mutation { x }"}, "GRAPHQL_VALIDATION_FAILED"),
        ({"stem": "body", "variables": "[1]"}, "BAD_REQUEST"),
        ({"stem": "body", "variables": '{"id": '}, "BAD_REQUEST"),
    ],
)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_what_cannot_be_asked_is_refused_readably_with_its_code(
    client: TestClient, given: dict[str, str], code: str, lang: str
) -> None:
    status, html = form(client, lang=lang, **given)
    assert status == 400
    refusal = re.search(r'<div class="answer nobody">(.*?)</div>', html, re.DOTALL)
    assert refusal
    assert code in refusal[1]
    assert ("COACH_CONSULT" in refusal[1]) == ("v.code" in given)
    assert bool(re.search("[ก-๛]{3}", refusal[1].split("<ul>")[0])) == (lang == "th")


@pytest.mark.parametrize(
    "given", [{"stem": "nothing"}, {"mode": "card"}, {"mode": "form", "query": " "}]
)
def test_what_the_page_does_not_know_is_a_400_that_says_what_it_does(
    client: TestClient, given: dict[str, str]
) -> None:
    for lang, said in (("th", "ใช้ได้เฉพาะ"), ("en", "Allowed:")):
        answer = client.get("/playground", params={**given, "lang": lang})
        assert answer.status_code == 400
        assert said in answer.text


def test_hostile_words_stay_words(client: TestClient) -> None:
    hostile = "\"></textarea></script><script>alert('x')</script>"
    for given in (
        {"query": hostile, "variables": hostile},
        {"stem": "search", "v.text": hostile},
        {"query": f'query($a: String = "{"x"}") {{ a }}', "v.a": hostile, "v." + hostile: "1"},
    ):
        _, html = form(client, **given)
        assert "<script>alert" not in html
        assert "</textarea></script>" not in html


def test_variables_nested_without_end_are_refused(client: TestClient) -> None:
    for depth in (300, 1000, 9000):
        nested = '{"id":' + "[" * depth + "]" * depth + "}"
        assert form(client, stem="body", variables=nested)[0] == 400


@pytest.mark.parametrize("depth", [300, 1000, 9000])
def test_a_value_nested_without_end_is_refused_and_stays_as_typed(
    client: TestClient, depth: int
) -> None:
    query = "query($deep: [[Int]]) { nodes(ids: []) { id @include(if: $deep) } }"
    nested = "[" * depth + "]" * depth
    status, html = form(client, query=query, **{"v.deep": nested})
    assert status == 400
    assert "GRAPHQL_VALIDATION_FAILED" in html
    assert f"{nested}</textarea>" in html
    editor = client.get("/playground", params={"query": query, "v.deep": nested})
    assert editor.status_code == 200


def test_without_a_question_nothing_is_asked(client: TestClient) -> None:
    for path in ("/playground", "/playground?mode=form", "/playground?stem=body"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert 'id="answer"' not in answer.text
    assert "ไม่ต้องใช้" in answer.text


def test_a_browser_is_led_from_the_api_to_the_playground_its_query_kept(
    client: TestClient,
) -> None:
    query = "query=%7Bdataset%7Bversion%7D%7D&variables=%7B%7D&lang=en"
    led = client.get(f"/graphql?{query}", headers=BROWSER, follow_redirects=False)
    assert (led.status_code, led.headers["location"]) == (303, f"/playground?{query}")
    bare = client.get("/graphql", headers=BROWSER, follow_redirects=False)
    assert bare.headers["location"] == "/playground"
    for accept in ("*/*", "application/json", "application/graphql-response+json"):
        answer = client.get(f"/graphql?{query}", headers={"accept": accept})
        assert answer.json()["data"]["dataset"]["version"]
        nothing = client.get("/graphql", headers={"accept": accept}, follow_redirects=False)
        assert nothing.status_code == 400
        assert nothing.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
        # A cache must not give the one what was made for the other.
        assert answer.headers["vary"] == led.headers["vary"] == "accept"


def test_the_playground_keeps_a_proxys_prefix() -> None:
    from app.main import create_app

    with TestClient(create_app(Settings()), root_path="/gcio") as behind:
        led = behind.get(
            "/gcio/graphql?query={dataset{version}}", headers=BROWSER, follow_redirects=False
        )
        assert led.headers["location"].startswith("/gcio/playground?query=")
        html = behind.get("/gcio/playground?mode=form&stem=body").text
        assert '"endpoint":"/gcio/graphql"' in html
        named = re.sub(r'<link rel="alternate"[^>]*>', "", html)
        links = re.findall(r'(?:href|src|action)="([^"#]+)', named)
        assert all(link.startswith("/gcio/") for link in links)


def test_a_thing_an_alias_calls_by_a_language_is_laid_out_as_a_thing(client: TestClient) -> None:
    _, html = form(client, query="{ th: matrix { title { th } } }", lang="en")
    said = html[html.index('<div class="shown">') : html.index('<pre id="json"')]
    assert "{&#39;" not in said
    assert '<dt lang="en">th.title</dt>' in said or '<dt lang="en">title</dt>' in said


def test_an_answer_is_laid_out_as_fields_and_tables() -> None:
    text = {"th": "กรม", "en": "department"}
    shown = laid_out(
        {
            "bodies": {
                "totalCount": 2,
                "pageInfo": {"hasNextPage": False},
                "nodes": [
                    {"id": "a", "name": text, "in": {"id": "b"}, "words": ["x", "y"]},
                    {"id": "c", "name": None, "in": None, "words": []},
                ],
            },
            "tree": [{"parts": [{"id": "d"}]}],
        }
    )
    assert isinstance(shown, Fields)
    bodies, tree = shown.named["bodies"], shown.named["tree"]
    assert isinstance(bodies, Fields)
    assert list(bodies.named) == ["totalCount", "pageInfo.hasNextPage", "nodes"]
    nodes = bodies.named["nodes"]
    assert isinstance(nodes, Table)
    assert nodes.path == "bodies.nodes"
    assert nodes.columns == ["id", "name", "in.id", "words"]
    assert [cell.said("en") for row in nodes.rows for cell in row if isinstance(cell, Leaf)] == [
        *("a", "department", "b"),
        *("c", None, None),
    ]
    assert isinstance(tree, Items)
