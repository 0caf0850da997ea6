"""Questions in sentences over GraphQL, on a page, in a frame and on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from starlette.testclient import TestClient
from typer.testing import CliRunner

from app.cli import app
from app.main import create_app
from app.queries import document_of, stored_queries
from app.settings import Settings
from tests.asking.judge import questions
from tests.conftest import Ask

run = CliRunner()
HEADLINE = "who is accountable for cyber security at the department level"
DOCUMENT = next(each.document for each in stored_queries() if each.stem == "ask")


def answer(ask: Ask, question: str, **more: Any) -> dict[str, Any]:
    found = ask(DOCUMENT, question=question, **more)
    assert "errors" not in found, found
    told: dict[str, Any] = found["data"]["ask"]
    return told


def test_the_headline_is_answered_with_its_places(ask: Ask) -> None:
    found = answer(ask, HEADLINE)
    assert (found["kind"], found["activities"]) == ("NOBODY", [11])
    assert found["columns"] == ["DCIO", "DG/DE"]
    assert found["codes"] == ["A", "R"]
    places = [citation["place"] for citation in found["citations"]]
    assert places[:2] == ["figure 2 row 11", "figure 2 legend"]


def test_the_language_is_the_questions_or_the_one_asked_for(ask: Ask) -> None:
    assert answer(ask, HEADLINE)["text"].startswith("At the department level")
    assert answer(ask, HEADLINE, lang="TH")["text"].startswith("ในระดับกรม")
    assert answer(ask, "ใครเป็นประธาน PCIO")["text"].startswith("ผู้ว่าราชการจังหวัด")


@pytest.mark.parametrize("asked", questions()[::7], ids=lambda asked: asked.id)
def test_what_was_understood_is_a_document_that_runs(asked: Any, ask: Ask) -> None:
    understood = answer(ask, asked.question)["understoodAs"]
    if understood is None:
        return
    again = ask(understood["document"], **json.loads(understood["variables"]))
    assert "errors" not in again, again
    assert again["data"]


def test_nodes_are_given_in_the_order_asked(ask: Ask) -> None:
    document = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    ids = ["post:dcio", "clause:5", "activity:11", "post:dcio"]
    assert [each["id"] for each in ask(document, ids=ids)["data"]["nodes"]] == ids[:3]
    (fault,) = ask(document, ids=["post:dico"])["errors"]
    assert fault["extensions"]["code"] == "UNKNOWN_NODE"
    (fault,) = ask(document, ids=["post:dcio"] * 101)["errors"]
    assert fault["extensions"]["code"] == "BAD_ARGUMENT"


def test_the_page_answers_and_keeps_what_was_asked(client: TestClient) -> None:
    page = client.get("/ask", params={"q": HEADLINE, "lang": "en"}).text
    assert "nobody is Accountable for activity 11" in page
    assert f'value="{HEADLINE}"' in page
    assert 'href="/clauses/figure:2/row-11?lang=en"' in page
    assert 'ระดับกรม ใครเป็น <span lang="en">Accountable</span>' in client.get("/ask").text


def test_every_page_asks(client: TestClient) -> None:
    for path in ("/", "/bodies/post:dcio", "/clauses/clause:5", "/nothing"):
        assert '<form class="search" action="/ask"' in client.get(path).text


@pytest.mark.parametrize("path", ["/ask", "/embed/answer"])
def test_hostile_questions_are_shown_as_words(client: TestClient, path: str) -> None:
    page = client.get(path, params={"q": "\"><script>alert('x')</script> {{ 7 * 7 }}"})
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;" in page.text
    assert client.get(path, params={"q": "ก" * 5_000}).status_code == 200


def test_an_embed_is_framed_only_by_us_and_by_whom_the_setting_names() -> None:
    def policy(framed_by: str, path: str) -> str:
        with TestClient(create_app(Settings(framed_by=framed_by))) as opened:
            return opened.get(path).headers["content-security-policy"]

    framed = "https://intranet.example.go.th https://*.example.org:8443"
    assert policy("", "/embed/answer").endswith("frame-ancestors 'self'")
    assert policy(framed, "/embed/answer").endswith(f"frame-ancestors 'self' {framed}")
    assert policy(framed, "/ask").endswith("frame-ancestors 'none'")


@pytest.mark.parametrize("framed_by", ["example.org", "https://a.example; script-src *", "'self'"])
def test_what_is_no_origin_is_refused(framed_by: str) -> None:
    with pytest.raises(ValidationError):
        Settings(framed_by=framed_by)


def test_unanswered_questions_are_kept_only_where_that_is_set(tmp_path: Path) -> None:
    kept = tmp_path / "unanswered.jsonl"
    asked = ("ใครดูแลเรื่องจรวด", HEADLINE, "call me at 081-234-5678 or a@b.th about rockets")
    with TestClient(create_app(Settings(log_unanswered=kept))) as opened:
        for question in asked:
            opened.get("/ask", params={"q": question})
        opened.post("/graphql", json={"query": DOCUMENT, "variables": {"question": "rockets?"}})
    rows = [json.loads(line) for line in kept.read_text("utf-8").splitlines()]
    assert [row["question"] for row in rows] == [
        *(asked[0], "call me at … or … about rockets", "rockets?"),
    ]
    assert {tuple(row) for row in rows} == {("day", "kind", "question")}
    review = run.invoke(app, ["ask", "--review", str(kept)])
    assert review.exit_code == 0
    assert "rocket" in review.stdout
    assert Settings().log_unanswered is None


def test_a_disk_that_cannot_be_written_costs_no_answer(tmp_path: Path) -> None:
    with TestClient(create_app(Settings(log_unanswered=tmp_path))) as opened:
        assert opened.get("/ask", params={"q": "rockets"}).status_code == 200


def test_the_command_answers_explains_and_declines() -> None:
    found = run.invoke(app, ["ask", HEADLINE, "--explain"])
    assert found.exit_code == 0
    for words in ("nobody is Accountable", "figure 2 row 11", "Rule: holder", "column:dcio"):
        assert words in found.stdout
    assert run.invoke(app, ["ask", HEADLINE, "--lang", "th"]).stdout.startswith("ในระดับกรม")
    declined = run.invoke(app, ["ask", "weather tomorrow"])
    assert declined.exit_code == 3
    assert "cannot be answered" in declined.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["ask"], "Ask something"),
        (["ask", "x", "--lang", "fr"], "Allowed: th, en."),
        (["ask", "--review", "/nowhere/at-all"], "There is no file"),
    ],
)
def test_a_wrong_command_is_told_in_one_line(words: list[str], told: str) -> None:
    refused = run.invoke(app, words)
    assert refused.exit_code == 2
    assert told in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_a_document_has_no_title_lines() -> None:
    assert document_of("who_holds").startswith("query WhoHolds")
