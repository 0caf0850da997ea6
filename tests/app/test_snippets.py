"""The snippet maker: what it is asked with, what it gives, and what it says of being closed."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from app.embeds import EMBEDS
from app.main import create_app
from app.settings import Settings
from graph.dataset import Dataset
from tests.app.test_pages import words

SITE = "http://testserver"


def snippets(html: str) -> dict[str, str]:
    found = re.findall(r'<pre id="snippet-(\w+)"[^>]*>(.*?)</pre>', html, re.DOTALL)
    return {name: unescape(text) for name, text in found}


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("view", [each.view for each in EMBEDS])
def test_every_view_has_its_snippets_in_either_language(
    client: TestClient, view: str, lang: str
) -> None:
    answer = client.get(f"/snippets?view={view}&lang={lang}")
    assert answer.status_code == 200
    assert f'<html lang="{lang}">' in answer.text
    assert not re.search(r'\s(style|on\w+)="', answer.text)
    assert not re.search(r'(src|action)="(https?:)?//', answer.text)
    given = snippets(answer.text)
    assert {"iframe", "auto", "component", "link"} <= set(given)
    (source,) = re.findall(r'<iframe src="([^"]+)"', given["iframe"])
    assert f"lang={lang}" in source
    assert client.get(unescape(source)).status_code == 200
    # A link that is seen where the frame is refused.
    assert f'</iframe>\n<p><a href="{SITE}/' in given["iframe"]
    assert "<script" not in given["iframe"]
    assert f'<script type="module" src="{SITE}/embed.js"></script>' in given["auto"]
    assert '<raci-view view="' in given["component"]
    (preview,) = re.findall(r'<iframe class="preview" src="([^"]+)"', answer.text)
    assert SITE + unescape(preview) == unescape(source)


def test_what_is_chosen_is_in_the_snippets(client: TestClient, dataset: Dataset) -> None:
    asked = {"view": "body", "id": "post:mcio", "shown": "en", "theme": "dark", "width": "640"}
    given = snippets(client.get("/snippets", params={**asked, "pin": "1"}).text)
    frame = f"{SITE}/embed/bodies/post:mcio?lang=en&amp;theme=dark&amp;data={dataset.version}"
    assert f'src="{frame}"' in given["iframe"]
    assert 'width="640"' in given["iframe"]
    assert (
        f'view="bodies/post:mcio" lang="en" theme="dark" data="{dataset.version}"'
        in (given["component"])
    )
    assert given["link"] == (
        f'<a href="{SITE}/bodies/post:mcio?lang=en">Ministry Chief Information Officer (MCIO)</a>'
    )


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        *(("view=zzz", 400), ("theme=pink", 400), ("shown=fr", 400), ("width=1", 400)),
        *(("width=x", 400), ("width=99999", 400), ("view=body&id=nobody", 404)),
    ],
)
def test_what_is_not_allowed_is_refused_readably(
    client: TestClient, asked: str, status: int
) -> None:
    answer = client.get(f"/snippets?{asked}")
    assert answer.status_code == status
    assert "<h1>" in answer.text


@pytest.mark.parametrize(
    "given",
    [
        *("graph?from=post:dcio", "graph?depth=9", "graph?kind=zzz", "graph?focus=nobody"),
        *("matrix?code=X", "matrix?level=moon", "matrix?body=nobody", "matrix?compare=MCIO"),
        f"matrix?text={'x' * 400}",
    ],
)
def test_no_snippet_is_made_of_what_its_frame_refuses(client: TestClient, given: str) -> None:
    view, query = given.split("?")
    frame = client.get(f"/embed/{given}&lang=en")
    made = client.get(f"/snippets?view={view}&{query}&lang=en")
    card = client.get("/oembed", params={"url": f"{SITE}/{given}"})
    assert frame.status_code == made.status_code == card.status_code
    assert frame.status_code in (400, 404)
    assert "<h1>" in made.text
    assert not snippets(made.text)
    assert "html" not in card.json()


def test_hostile_words_stay_words_on_the_page_and_in_the_snippets(client: TestClient) -> None:
    hostile = "\"><script>alert('x')</script>"
    html = client.get("/snippets", params={"view": "answer", "q": hostile}).text
    assert "<script>alert" not in html
    for name, snippet in snippets(html).items():
        assert "<script>alert" not in snippet, name
        assert hostile not in snippet, name


def test_the_page_says_whether_other_sites_may_frame(client: TestClient) -> None:
    assert "Frames (iframe) are closed to other sites" in words(
        client.get("/snippets?lang=en").text
    )
    for framed_by in ("https://intranet.example.go.th", "*"):
        with TestClient(create_app(Settings(framed_by=framed_by))) as opened:
            page = words(opened.get("/snippets?lang=en").text)
            assert "closed to other sites" not in page
            assert (framed_by if framed_by != "*" else "every one") in page


def test_only_the_maker_frames_and_only_us(client: TestClient) -> None:
    policy = client.get("/snippets").headers["content-security-policy"]
    assert policy.endswith("frame-ancestors 'none'; frame-src 'self'")
    assert "frame-src" not in client.get("/").headers["content-security-policy"]


def test_every_page_leads_to_the_maker(client: TestClient) -> None:
    for path in ("/", "/bodies/post:dcio?lang=en", "/nothing"):
        assert re.search(r'<a href="/snippets[^"]*">', client.get(path).text)
