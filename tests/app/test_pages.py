"""The pages: what a reader sees without a script, in both languages."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from app.settings import Settings
from tests.oracle import printed_rows

PAGES = [
    *("/matrix", "/matrix?code=A&level=department", "/matrix?compare=MCIO&with=DCIO"),
    *("/", "/who?code=R&activity=3&level=ministry", "/search?q=ไซเบอร์", "/search"),
    *("/activities/activity:11?column=DCIO", "/activities/activity:10?column=PCIO"),
    *("/bodies/post:dcio", "/bodies/organization:dg-committee", "/clauses/clause:5.3/p2"),
    *("/organizations/named:rid", "/organizations/named:prov-10", "/search?q=ชลประทาน"),
    *("/ask", "/ask?q=ใครเป็นประธาน PCIO", "/ask?q=who chairs the PCIO", "/ask?q=ฝนจะตกไหม"),
    *("/changes", "/changes?date=2548", "/changes?date=1990"),
    *("/differences", "/actions", "/actions?body=MDES", "/bodies/organization:mdes"),
    *("/clauses/figure:2/row-11", "/clauses/clause:10", "/playground"),
    *("/bodies", "/rules", "/instruments", "/organizations", "/instruments/instrument:gcio-course"),
    *("/bodies/organization:pcio-committee", "/bodies/post:pcio-assistant", "/search?q=quota"),
]


def words(html: str) -> str:
    """Give the words of a page without its tags, white space collapsed."""
    html = re.sub(r'<span lang="(?:th|en)">([^<]*)</span>', r"\1", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_in_either_language(client: TestClient, path: str, lang: str) -> None:
    mark = "&" if "?" in path else "?"
    answer = client.get(f"{path}{mark}lang={lang}")
    assert answer.status_code == 200
    assert f'<html lang="{lang}">' in answer.text
    assert answer.headers["content-language"] == lang
    assert "<script>" not in answer.text
    assert not re.search(r'\s(style|on\w+)="', answer.text)
    named = re.sub(r"<link rel=\"alternate\"[^>]*>", "", answer.text)
    assert not re.search(r'(src|href|action)="(https?:)?//', named)


def test_the_first_page_answers_the_headline_in_thai_and_in_english(client: TestClient) -> None:
    thai, english = words(client.get("/").text), words(client.get("/?lang=en").text)
    assert "ไม่มีผู้ใดเป็น Accountable ในระดับกรม" in thai
    assert "Nobody is Accountable at the department level" in english
    for page in (thai, english):
        assert "DCIO" in page
        assert "คณะกรรมการพัฒนารัฐบาลดิจิทัล" in page
    assert "Digital Government Development Committee" in english
    assert "our reading" in english


def test_the_matrix_is_a_table_of_65_cells_that_lead_to_their_answers(client: TestClient) -> None:
    html = client.get("/").text
    table = html[html.index('<table class="matrix">') :]
    table = table[: table.index("</table>")]
    lines = re.findall(r"<tr id=\"row-\d+\"><th scope=\"row\">.*?</tr>", table, re.DOTALL)
    assert len(lines) == 13
    for row, line in zip(printed_rows(), lines, strict=True):
        cells = re.findall(r"<td>(.*?)</td>", line, re.DOTALL)
        assert [words(cell).replace(" ", "") for cell in cells] == list(row.cells.values())
    links = re.findall(r'<td><a href="([^"]+)"', table)
    assert len(links) == len(set(links)) == 65
    for link in links:
        answer = client.get(unescape(link))
        assert answer.status_code == 200
        number = int(re.search(r"activity:(\d+)", link)[1])  # type: ignore[index]
        row = printed_rows()[number - 1]
        assert " ".join([f"{number}.", row.words, *row.cells.values()]) in words(answer.text)


def test_a_dash_is_said_to_be_no_code(client: TestClient) -> None:
    page = words(client.get("/activities/activity:10?column=DCIO&lang=en").text)
    assert "A dash is printed: no code." in page


def test_a_name_leads_to_its_page(client: TestClient) -> None:
    for path, target in (
        ("/activities/๑๑", "/activities/activity:11"),
        ("/bodies/DCIO", "/bodies/post:dcio"),
        ("/organizations/กรมชลประทาน", "/organizations/named:rid"),
        ("/clauses/5(ค)", "/clauses/clause:5.3"),
    ):
        answer = client.get(path, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, target)


@pytest.mark.parametrize(
    "path",
    [
        *("/activities/99", "/bodies/nobody", "/clauses/99", "/nothing", "/bodies/GCIO"),
        *("/who?activity=zzz", "/static/../main.py"),
        "/activities/activity:11?column=XXX",
        "/bodies/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    ],
)
def test_what_is_not_there_is_refused_readably(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text
    assert "Traceback" not in answer.text
    assert "<h1>" in answer.text


@pytest.mark.parametrize("path", ["/who?code=X", "/who?level=federal", "/search?q=" + "a" * 201])
def test_what_is_not_allowed_is_a_400_in_the_readers_language(
    client: TestClient, path: str
) -> None:
    thai, english = client.get(path), client.get(f"{path}&lang=en")
    assert thai.status_code == english.status_code == 400
    assert "ใช้ได้เฉพาะ" in thai.text
    assert "Allowed:" in english.text


def test_a_choice_and_the_nearest_are_links(client: TestClient) -> None:
    choice = client.get("/bodies/GCIO").text
    for identity in ("organization:gcio-system", "organization:gcio-committee"):
        assert f'href="/bodies/{identity}"' in choice
    assert "โปรดเลือก" in choice
    assert (
        'href="/activities/activity:11?lang=en"'
        in client.get("/activities/cyber%20secrity?lang=en").text
    )


def test_a_link_never_names_another_host(client: TestClient) -> None:
    assert 'href="//' not in client.get("//evil.example/x").text


def test_hostile_words_are_shown_as_words(client: TestClient) -> None:
    hostile = "\"><script>alert('x')</script>"
    answer = client.get("/search", params={"q": hostile})
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;" in answer.text


def test_every_answer_carries_the_policy_and_the_version(client: TestClient) -> None:
    for path in ("/", "/graphql?query={dataset{version}}", "/healthz", "/nothing"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert re.fullmatch("[0-9a-f]{12}", headers["x-dataset-version"])


def test_links_keep_a_proxys_prefix() -> None:
    from app.main import create_app

    with TestClient(create_app(Settings()), root_path="/gcio") as behind:
        html = behind.get("/gcio/").text
        links = re.findall(r'(?:href|src|action)="(/[^"]*)"', html)
        assert links
        assert all(link.startswith("/gcio/") for link in links)
        assert behind.get("/gcio/static/style.css").status_code == 200
        redirect = behind.get("/gcio/bodies/DCIO", follow_redirects=False)
        assert redirect.headers["location"] == "/gcio/bodies/post:dcio"


def test_health_and_readiness(client: TestClient) -> None:
    from app.main import create_app

    assert client.get("/healthz").json() == {"status": "alive"}
    ready = client.get("/readyz")
    assert ready.status_code == 200
    assert ready.json()["status"] == "ready"
    # Before its lifespan has run, an application has loaded nothing.
    cold = TestClient(create_app(Settings()))
    assert cold.get("/healthz").status_code == 200
    assert cold.get("/readyz").status_code == 503
    assert cold.get("/").status_code == 503


def test_broken_seeds_stop_the_start(tmp_path) -> None:  # type: ignore[no-untyped-def]
    from app.main import create_app
    from graph.errors import SeedsError

    with pytest.raises(SeedsError), TestClient(create_app(Settings(seeds=tmp_path))):
        pass
