"""oEmbed: an address of ours becomes a frame; nobody else's does."""

import re
from html import unescape
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from app.embeds import EMBEDS
from app.main import create_app
from app.settings import Settings

SITE = "http://testserver"
CARD = f"{SITE}/bodies/post:dcio"


@pytest.mark.parametrize(
    ("path", "frame", "title"),
    [
        ("/matrix?lang=en", "/embed/matrix?lang=en", "RACI matrix"),
        ("/matrix?code=A&lang=en", "/embed/matrix?code=A&lang=en", "RACI matrix"),
        ("/graph?focus=DCIO&lang=en", "/embed/graph?focus=DCIO&lang=en", "(DCIO)"),
        ("/bodies/post:dcio", "/embed/bodies/post:dcio?lang=th", "(DCIO)"),
        ("/embed/bodies/post:dcio?lang=en", "/embed/bodies/post:dcio?lang=en", "(DCIO)"),
        ("/ask?q=who+chairs&lang=en&x=1", "/embed/answer?q=who+chairs&lang=en", "who chairs"),
        (
            "/embed/answer?q=x&theme=dark&data=0123456789ab",
            "/embed/answer?q=x&lang=th&theme=dark&data=0123456789ab",
            "x",
        ),
    ],
)
def test_a_page_and_its_embed_have_the_same_frame(
    client: TestClient, path: str, frame: str, title: str
) -> None:
    card = client.get("/oembed", params={"url": SITE + path, "format": "json"}).json()
    assert (card["version"], card["type"]) == ("1.0", "rich")
    assert card["provider_name"] == "RACI Explorer"
    assert title in card["title"]
    source = unescape(re.search(r'<iframe src="([^"]+)"', card["html"])[1])  # type: ignore[index]
    assert source == SITE + frame
    assert client.get(source).status_code == 200
    assert f'width="{card["width"]}" height="{card["height"]}"' in card["html"]
    assert 'loading="lazy"' in card["html"]
    assert re.search(r' title="[^"]+"', card["html"])


def test_the_bounds_are_kept(client: TestClient) -> None:
    card = client.get("/oembed", params={"url": CARD, "maxwidth": 320, "maxheight": 200}).json()
    assert (card["width"], card["height"]) == (320, 200)
    wide = client.get("/oembed", params={"url": CARD, "maxwidth": 9_999}).json()
    assert wide["width"] == 800


@pytest.mark.parametrize("bound", ["0", "-1", "ten", "1e3", "99999", "9" * 5_000, "๑๐๐", "10.5"])
@pytest.mark.parametrize("name", ["maxwidth", "maxheight"])
def test_a_bound_that_is_none_is_refused(client: TestClient, name: str, bound: str) -> None:
    answer = client.get("/oembed", params={"url": CARD, name: bound})
    assert answer.status_code == 400
    assert "Allowed: a whole number from 1 to 10000" in answer.json()["error"]


@pytest.mark.parametrize(
    "address",
    [
        *("http://evil.example/bodies/post:dcio", "//testserver/bodies/post:dcio"),
        *("http://testserver@evil.example/", "http://evil.example#@testserver/"),
        *("http://testserver:81/", "ftp://testserver/", "javascript:alert(1)//testserver/"),
        *(f"{SITE}/graphql", f"{SITE}/bodies/nobody", f"{SITE}/embed/nothing", "testserver/"),
        *(f"{SITE}/bodies", f"{SITE}", f"{SITE}/bodies/%00", f"{SITE}//evil.example/"),
    ],
)
def test_what_is_no_view_of_ours_is_a_404(client: TestClient, address: str) -> None:
    answer = client.get("/oembed", params={"url": address}, follow_redirects=False)
    assert answer.status_code == 404, answer.text
    assert "html" not in answer.json()
    assert "location" not in answer.headers


@pytest.mark.parametrize(
    "address", ["", "x" * 6_000, "http://[", f"{CARD}?data=x", f"{CARD}?theme=x"]
)
def test_what_is_no_address_is_a_400(client: TestClient, address: str) -> None:
    assert client.get("/oembed", params={"url": address}).status_code == 400


def test_xml_is_not_implemented(client: TestClient) -> None:
    assert client.get("/oembed", params={"url": CARD, "format": "xml"}).status_code == 501


def test_hostile_words_stay_words(client: TestClient) -> None:
    hostile = "\"><script>alert('x')</script>"
    card = client.get("/oembed", params={"url": f"{SITE}/ask?q={quote(hostile)}"}).json()
    assert card["title"] == hostile
    assert "<script" not in card["html"]
    assert card["html"].count(">") == 2
    refused = client.get("/oembed", params={"url": hostile})
    assert refused.headers["content-type"] == "application/json"


def test_a_host_that_is_made_up_gets_no_further(client: TestClient) -> None:
    answer = client.get("/", headers={"host": 'x"><script>alert(1)</script>'})
    assert "<script>alert" not in answer.text


def test_the_pages_that_can_be_embedded_say_where_to_ask(client: TestClient) -> None:
    for embed in EMBEDS:
        given = {each.name: each.default.en for each in embed.parameters}
        html = client.get(embed.page.format(**given), params={**given, "lang": "en"}).text
        (address,) = re.findall(r'type="application/json\+oembed" href="([^"]+)"', html)
        assert address.startswith(f"{SITE}/oembed?")
        assert "/embed/" in client.get(unescape(address)).json()["html"]
    for path in ("/rules", "/bodies", "/bodies/nobody", "/nothing"):
        assert "json+oembed" not in client.get(path).text


def test_a_prefix_is_kept() -> None:
    with TestClient(create_app(Settings()), root_path="/gcio") as behind:
        html = behind.get("/gcio/bodies/post:dcio").text
        (address,) = re.findall(r'type="application/json\+oembed" href="([^"]+)"', html)
        assert address.startswith(f"{SITE}/gcio/oembed?")
        card = behind.get(unescape(address)).json()
        assert f'src="{SITE}/gcio/embed/bodies/post:dcio?lang=th"' in card["html"]
        outside = behind.get("/gcio/oembed", params={"url": f"{SITE}/bodies/post:dcio"})
        assert outside.status_code == 404
