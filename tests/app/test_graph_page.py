"""The page of the relationship graph and its pictures, by what their addresses ask for."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from app.drawing.bench import NoDrawing
from app.drawing.families import FAMILIES
from app.drawing.workshop import Workshop
from graph.dataset import Dataset


def page(client: TestClient, query: str, status: int = 200) -> str:
    answer = client.get(f"/graph{query}")
    assert answer.status_code == status, answer.text
    return unescape(answer.text)


def shown(html: str) -> int:
    found = re.search(r"Shows (\d+) of (\d+) relationships", html)
    assert found
    hidden = [int(each) for each in re.findall(r"</a> \((\d+)\)</span>", html)]
    hidden += [int(each) for each in re.findall(r"<span>[^<]* \((\d+)\)</span>", html)]
    assert int(found[1]) + sum(hidden) == int(found[2])
    assert html.count('<tr id="r') == int(found[1])
    return int(found[1])


def test_the_list_has_what_the_picture_has(client: TestClient, dataset: Dataset) -> None:
    html = page(client, "?lang=en&focus=DCIO")
    number = shown(html)
    dcio = dataset.body("DCIO")
    own = [
        each
        for each in dataset.relationships
        if dcio in (each.source, each.target) and not each.valid_until
    ]
    assert number == len(own)
    assert all(each.sentence.en in html for each in own)
    assert 'class="node post chief focus"' in html


@pytest.mark.parametrize("family", [each.name for each in FAMILIES])
def test_each_kind_alone_shows_that_kind(family: str, client: TestClient) -> None:
    html = page(client, f"?lang=en&kind={family}&all=1&past=1")
    assert shown(html) > 0
    assert set(re.findall(r'<g class="line ([\w-]+?)(?: may)?" data', html)) == {family}


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_each_distance_shows_more(depth: int, client: TestClient) -> None:
    now = shown(page(client, f"?lang=en&focus=MCIO&depth={depth}"))
    assert depth == 1 or now > shown(page(client, f"?lang=en&focus=MCIO&depth={depth - 1}"))


def test_what_held_before_is_shown_only_when_asked_for(client: TestClient) -> None:
    now = page(client, "?lang=en&all=1&kind=assignment")
    then = page(client, "?lang=en&all=1&kind=assignment&past=1")
    assert "of before 2019" in now
    assert shown(then) > shown(now)


def test_a_path_is_told_step_by_step_with_its_sources(client: TestClient) -> None:
    html = page(client, "?lang=en&from=DCIO&to=DG")
    assert "From the Department Chief Information Officer (DCIO) to" in html
    steps = re.findall(r'<tr id="r\d+">.*?</tr>', html, re.DOTALL)
    assert steps
    assert all("<blockquote" in step for step in steps)
    back = page(client, "?lang=en&from=DG&to=DCIO")
    assert shown(back) == shown(html)


def test_two_that_nothing_ties_say_so(client: TestClient, dataset: Dataset) -> None:
    alone = next(
        body.id for body in dataset.bodies if not dataset.relationships_of_end.get(body.id)
    )
    html = page(client, f"?lang=en&from={alone}&to=DCIO")
    assert "states nothing that ties" in html
    assert shown(html) == 0


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("?focus=nobody-of-that-name", 404, "nobody-of-that-name"),
        ("?focus=DCIO&depth=4", 400, "from 1 to 3"),
        ("?focus=DCIO&depth=๒๒", 400, "from 1 to 3"),
        ("?kind=reports", 400, "reports_to"),
        ("?kind=<script>", 400, "formation"),
        ("?open=all", 400, "ministry-post"),
        ("?all=yes", 400, "1"),
        ("?past=0", 400, "1"),
        ("?fit=2", 400, "1"),
        ("?from=DCIO", 400, "two ends"),
        ("?to=DCIO", 400, "two ends"),
        ("?from=DCIO&to=nobody-of-that-name", 404, "nobody-of-that-name"),
    ],
)
def test_a_bad_value_is_told_with_what_is_allowed(
    query: str, status: int, words: str, client: TestClient
) -> None:
    html = page(client, f"{query}&lang=en", status)
    assert words in html
    assert "<script>" not in client.get(f"/graph{query}").text


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_picture_is_a_file_too(lang: str, client: TestClient) -> None:
    svg = client.get(f"/graph.svg?focus=PCIO&lang={lang}")
    assert svg.headers["content-type"].startswith("image/svg+xml")
    assert svg.headers["access-control-allow-origin"] == "*"
    assert svg.headers["content-security-policy"].startswith("default-src 'none'; style-src")
    assert "@font-face" in svg.text
    png = client.get(f"/graph.png?focus=PCIO&lang={lang}&scale=1")
    assert png.headers["content-type"] == "image/png"
    assert png.content.startswith(b"\x89PNG")
    assert client.get("/graph.png?scale=9").status_code == 400


@pytest.mark.slow
def test_a_very_large_picture_has_fewer_dots(client: TestClient) -> None:
    png = client.get("/graph.png?focus=PCIO&depth=2&scale=3").content
    width, height = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    assert 8_000_000 < width * height <= 12_100_000


def test_where_nothing_can_be_drawn_the_list_still_is_there(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object) -> None:
        raise NoDrawing("It does not work.")

    monkeypatch.setattr(Workshop, "lay_out", fails)
    html = page(client, "?lang=en&focus=DCIO")
    assert "cannot be drawn at the moment" in html
    assert html.count('<tr id="r') > 20
    assert client.get("/graph.svg?focus=DCIO").status_code == 503
