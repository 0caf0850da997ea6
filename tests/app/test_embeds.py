"""The views for other people's pages: whole, themed, pinned, and readable by their scripts."""

import gzip
import re
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.assets import STATIC
from app.drawing.picture import Picture
from app.embeds import EMBEDS
from app.main import create_app
from app.settings import Settings
from graph.dataset import Dataset
from tests.app.test_pages import words

PATHS = ["/embed/matrix", "/embed/bodies/post:dcio", "/embed/answer?q=ใครเป็นประธาน PCIO"]
OTHER = "0123456789ab"


def also(path: str, parameters: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}{parameters}"


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("path", PATHS)
def test_an_embed_is_whole_in_either_language_and_has_no_page_around_it(
    client: TestClient, path: str, lang: str
) -> None:
    answer = client.get(also(path, f"lang={lang}"))
    assert answer.status_code == 200
    assert f'<html lang="{lang}"' in answer.text
    assert '<base target="_blank">' in answer.text
    assert "<header" not in answer.text
    assert "<form" not in answer.text
    (script,) = re.findall(r"<script[^>]*>", answer.text)
    assert re.fullmatch(r'<script type="module" src="/static/v-\w+/embed-frame\.js">', script)
    assert not re.search(r'\s(style|on\w+)="', answer.text)
    whole = unescape(re.findall(r'href="([^"]+)" rel="noopener"', answer.text)[-1])
    assert client.get(whole).status_code == 200


def test_the_matrix_embed_has_the_cells_of_the_page(client: TestClient) -> None:
    def table(path: str) -> str:
        html = client.get(path).text
        return html[
            html.index('<table class="matrix">') : html.index("</table>", html.index('"matrix">'))
        ]

    assert table("/embed/matrix?lang=en") == table("/?lang=en")


def test_a_card_tells_names_codes_and_whom_a_body_answers_to(
    client: TestClient, dataset: Dataset
) -> None:
    for body in ("organization:gcio-committee", "post:dcio", "organization:pcio-committee"):
        card = words(client.get(f"/embed/bodies/{body}?lang=en").text)
        found = dataset.body(body)
        assert found.name.th in card
        assert found.called.en in card
        for each in dataset.relationships_of_end[body]:
            assert " ".join(each.sentence.en.split()) in card
            assert each.citation.clause.name.en in card
        for cell in dataset.assignments_of_column[dataset.columns_of_body[body][0].id]:
            assert cell.activity.name.en in card
    committee = words(client.get("/embed/bodies/organization:gcio-committee?lang=en").text)
    assert committee.index("is a subcommittee of") < committee.index("coordinates with")
    assert client.get("/embed/bodies/DCIO?lang=en").url.path == "/embed/bodies/post:dcio"


@pytest.mark.parametrize(
    ("theme", "dark"),
    [
        ("auto", ['/dark.css" media="(prefers-color-scheme: dark)">']),
        ("light", []),
        ("dark", ['/dark.css">']),
    ],
)
def test_the_theme_is_the_one_asked_for(client: TestClient, theme: str, dark: list[str]) -> None:
    html = client.get(f"/embed/matrix?theme={theme}").text
    assert re.findall(r"/dark\.css.*", html) == dark
    assert f'class="{theme}"' in html


@pytest.mark.parametrize("path", PATHS)
def test_pinned_data_that_is_no_longer_current_is_said_above_the_content(
    client: TestClient, dataset: Dataset, path: str
) -> None:
    same = client.get(also(path, f"data={dataset.version}"))
    assert 'class="note pinned"' not in same.text
    thai, english = (client.get(also(path, f"data={OTHER}&lang={each}")) for each in ("th", "en"))
    for answer in (thai, english):
        assert answer.status_code == 200
        assert answer.text.index('class="note pinned"') < answer.text.index("<h1>")
        assert OTHER in words(answer.text)
        assert dataset.version in words(answer.text)
    assert f"ข้อมูลที่อ้างไว้คือรุ่น {OTHER} ปัจจุบันเป็นรุ่น {dataset.version}" in words(thai.text)


def test_a_picture_can_say_above_itself_what_its_reader_has_to_know() -> None:
    plain = Picture(100, 50, "en", "A box", "One box.", '<rect class="box"/>')
    noted = plain.noted("Placed with <other> data")
    assert noted.height > plain.height
    assert noted.width > plain.width
    assert ">Placed with &lt;other&gt; data</text>" in noted.inline
    assert noted.inline.index("Placed") < noted.inline.index("<rect")


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/embed/matrix?data=yesterday", 400, "the 12 digits of a version"),
        ("/embed/matrix?data=0123456789AB", 400, "the 12 digits of a version"),
        ("/embed/answer?theme=pink", 400, "Allowed: auto, light, dark"),
        ("/embed/bodies/nobody", 404, "No body"),
        ("/embed/nothing", 404, "no such page"),
        ("/embed/matrix?data=%3Cscript%3E", 400, "<script>"),
    ],
)
def test_what_is_refused_is_refused_as_an_embed(
    client: TestClient, path: str, status: int, told: str
) -> None:
    answer = client.get(also(path, "lang=en"))
    assert answer.status_code == status
    assert told in words(answer.text)
    assert "<header" not in answer.text
    assert "<script>" not in answer.text
    assert answer.headers["access-control-allow-origin"] == "*"


def test_other_sites_may_read_what_the_component_takes_and_nothing_else(
    client: TestClient,
) -> None:
    shared = {
        **dict.fromkeys([*PATHS, "/embed/bodies/DCIO", "/embed/nothing"], None),
        **dict.fromkeys(["/static/style.css", "/static/dark.css", "/static/picture.css"], None),
        **dict.fromkeys(["/embed.js", "/static/embed.js", "/static/embed-frame.js"], "x"),
        **dict.fromkeys(["/drawing.svg", "/bodies/x.png"], "x"),
        "/static/vendor/fonts/sarabun-thai-400-normal.woff2": "x",
    }
    for path, loaded in shared.items():
        headers = client.get(path, follow_redirects=False).headers
        assert headers["access-control-allow-origin"] == "*", path
        resource = headers.get("cross-origin-resource-policy")
        assert resource == ("cross-origin" if loaded else None), path
    for path in ("/", "/bodies/post:dcio", "/graphql?query={__typename}", "/oembed", "/snippets"):
        headers = client.get(path).headers
        assert "access-control-allow-origin" not in headers, path
        assert "cross-origin-resource-policy" not in headers, path


def test_a_prefix_changes_nothing_of_it() -> None:
    with TestClient(create_app(Settings()), root_path="/gcio") as behind:
        for path in ("/gcio/embed/matrix", "/gcio/embed.js", "/gcio/static/dark.css"):
            answer = behind.get(path)
            assert answer.status_code == 200
            assert answer.headers["access-control-allow-origin"] == "*"
        html = behind.get("/gcio/embed/matrix").text
        # What names both languages has to name the host too.
        html = re.sub(r'<link rel="alternate"[^>]*>', "", html)
        links = re.findall(r'(?:href|src)="([^"]*)"', html)
        assert links
        assert all(link.startswith("/gcio/") for link in links)
        assert (
            "frame-ancestors 'self'"
            in behind.get("/gcio/embed/matrix").headers["content-security-policy"]
        )


def test_the_script_is_one_small_file_that_names_no_host(client: TestClient) -> None:
    script = (STATIC / "embed.js").read_bytes()
    assert client.get("/embed.js").content == client.get("/static/embed.js").content == script
    assert client.get("/embed.js").headers["content-type"].startswith("text/javascript")
    assert len(gzip.compress(script)) <= 5 * 1024
    for risky in (b"innerHTML", b"insertAdjacentHTML", b"document.write", b"eval("):
        assert risky not in script


def test_every_view_has_a_frame_a_page_and_a_title(client: TestClient, dataset: Dataset) -> None:
    for embed in EMBEDS:
        given = {each.name: each.default.en for each in embed.parameters}
        assert embed.title(dataset, given).th
        assert embed.path.startswith("/embed/")
        for path in (embed.path, embed.page):
            filled = path.format(**given)
            assert client.get(filled, params=given).status_code == 200, filled
        if embed.picture:
            for kind in ("svg", "png"):
                drawn = f"{embed.picture.format(**given)}.{kind}"
                assert client.get(drawn, params=given).status_code == 200, drawn


def test_dark_colours_are_those_of_the_light_ones_by_name() -> None:
    def names(path: Path) -> set[str]:
        block = path.read_text("utf-8").split("{", 1)[1].split("}", 1)[0]
        return set(re.findall(r"--[\w-]+(?=:)", block))

    assert names(STATIC / "dark.css") == names(STATIC / "style.css")


def test_a_picture_placed_with_other_data_says_so(client: TestClient) -> None:
    now = client.get("/graph.svg?focus=DCIO&lang=en")
    pinned = client.get("/graph.svg?focus=DCIO&lang=en&data=0123456789ab")
    assert "Placed with data version 0123456789ab" in pinned.text
    assert "Placed with" not in now.text
    assert client.get("/graph.svg?data=latest").status_code == 400


def test_an_embed_carries_all_that_the_page_was_asked_with(client: TestClient) -> None:
    asked = "kind=seats&kind=rules&past=1&all=1&open=means-instrument"
    html = client.get(f"/embed/graph?{asked}&lang=en").text
    whole = unescape(re.findall(r'href="([^"]+)" rel="noopener"', html)[-1])
    page = client.get(whole).text
    shown = re.compile(r"Shows \d+ of \d+ relationships")
    assert shown.findall(page)[0] == shown.findall(html)[0]
    card = client.get("/oembed", params={"url": f"http://testserver/graph?{asked}&lang=en"}).json()
    frame = unescape(re.findall(r'src="([^"]+)"', card["html"])[0])
    assert shown.findall(client.get(frame).text)[0] == shown.findall(html)[0]


def test_the_docs_name_every_view_with_its_parameters() -> None:
    text = (STATIC.parents[1] / "docs" / "embedding.md").read_text("utf-8")
    for embed in EMBEDS:
        (row,) = re.findall(rf"^\| .*`{embed.path.replace('{id}', 'post:dcio')}`.*$", text, re.M)
        asked = {each.name for each in embed.parameters if f"{{{each.name}}}" not in embed.path}
        assert set(re.findall(r"`(\w+)`", row.split("|")[3])) == asked | set(embed.carried)
