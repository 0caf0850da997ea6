"""What holds for every page: whole languages, whole links, headers and choices."""

import gzip
import re
from html.parser import HTMLParser

import pytest
from starlette.routing import Match
from starlette.testclient import TestClient

from app.assets import version
from app.main import create_app
from app.pages.routes import ROUTES
from app.settings import Settings
from graph.dataset import Dataset
from graph.model.text import collapse
from graph.stores.networkx_store import NetworkxStore
from tests.browser.paths import APPLICATIONS, FILES, PATHS, REFUSALS, in_english, with_choice

EVERY = (*PATHS, *APPLICATIONS)
SHOWN = (*EVERY, *REFUSALS)
VOID = {"base", "meta", "link", "input", "br", "img", "hr", "rect", "path", "line", "circle", "use"}
SPOKEN = ("aria-label", "title", "alt", "placeholder")
THAI = re.compile("[\u0e01-\u0e7f]")
WORD = re.compile("[ก-๿]{2}")
LABELS = re.compile("Accountable|Responsible|Coach/Consult|Inform")


class Read(HTMLParser):
    """A page as a screen reader has it: each text with its language, and whether it is quoted."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open = [("", "", False)]
        self.texts, self.attributes = list[tuple[str, str]](), list[tuple[str, str]]()
        self.options = list[tuple[str, str]]()
        self.title, self.about = "", dict[str, str]()
        self.quotes = list[str]()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        _, lang, quoted = self.open[-1]
        lang = given.get("lang") or lang
        quoted = quoted or tag in ("blockquote", "q")
        for name in SPOKEN:
            self.attributes.append((lang, given.get(name) or ""))
        if tag == "meta":
            name = given.get("property") or given.get("name") or ""
            self.about[name] = given.get("content") or ""
        if tag not in VOID:
            self.open.append((tag, lang, quoted))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag, f"</{tag}> closes what is not open"

    def handle_data(self, data: str) -> None:
        tag, lang, quoted = self.open[-1]
        if any(each == "svg" for each, _, _ in self.open) and tag == "title":
            # A line's sentence, which the list beside the picture has with its parts marked.
            return
        if tag == "title":
            self.title += data
        elif tag == "option":
            self.options.append((lang, data))
        elif tag not in ("script", "style", "code", "pre", "textarea"):
            self.texts.append((lang, data))
        if quoted:
            self.quotes.append(data)


def test_every_page_of_the_routes_is_in_the_list() -> None:
    def leads(path: str) -> int:
        scope = {"type": "http", "method": "GET", "path": path.split("?")[0], "headers": []}
        return next(at for at, each in enumerate(ROUTES) if each.matches(scope)[0] == Match.FULL)

    files = {at for at, each in enumerate(ROUTES) if each.path.endswith(FILES)}
    assert {leads(path) for path in EVERY} == set(range(len(ROUTES))) - files


@pytest.mark.parametrize("path", SHOWN)
def test_an_english_page_has_thai_words_only_where_it_says_so(
    client: TestClient, path: str, dataset: Dataset
) -> None:
    page = Read(client.get(in_english(path)).text)
    assert [text for lang, text in page.texts if lang != "th" and THAI.search(text)] == []
    # These have no parts to be marked; no more Thai is in them than the letter of a clause, if
    # they do not repeat what was asked.
    whole = [text for lang, text in page.attributes if lang != "th"] + [page.title]
    # Some English names hold the Thai ones that are used in English too: อ.ก.พ.กระทรวง.
    named = [each.called.en for each in dataset.bodies]
    named += [each.called.en for each in dataset.instruments]
    for name in sorted(named, key=len, reverse=True):
        whole = [text.replace(name, "") for text in whole]
    whole += [text for lang, text in page.options if lang != "th" and text.strip() not in named]
    assert THAI.search(path) or [text for text in whole if WORD.search(text)] == []


@pytest.mark.parametrize("path", SHOWN)
def test_a_thai_page_says_of_the_codes_labels_that_they_are_english(
    client: TestClient, path: str
) -> None:
    page = Read(client.get(path).text)
    # An attribute and a title have no parts to be marked; a text has.
    assert [text for lang, text in page.texts if lang != "en" and LABELS.search(text)] == []


@pytest.mark.parametrize("path", SHOWN)
def test_a_page_names_both_languages_and_itself_with_the_host_it_was_asked_by(
    client: TestClient, path: str
) -> None:
    html = client.get(path, headers={"host": "gcio.example"}).text
    found = re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', html)
    assert [lang for lang, _ in found] == ["th", "en", "x-default"]
    beginning = f"http://gcio.example{path.split('?')[0]}?"
    assert all(link.startswith(beginning) for _, link in found)
    assert [lang for lang, link in found if "lang=en" in link] == ["en"]


def test_a_hostile_host_stays_within_its_attribute(client: TestClient) -> None:
    html = client.get("/", headers={"host": 'x"><script>alert(1)</script>'}).text
    assert "<script>alert" not in html


@pytest.mark.parametrize("path", PATHS)
def test_a_link_to_a_page_shows_its_title_and_its_own_words(client: TestClient, path: str) -> None:
    html = client.get(path).text
    if "og:title" not in html:
        assert path.startswith(("/embed/", "/playground"))
        return
    page = Read(html)
    assert page.title == f"{page.about['og:title']} · RACI Explorer"
    assert page.about["og:description"] == page.about["description"]
    assert 20 < len(page.about["description"]) < 700


@pytest.mark.parametrize("path", EVERY)
def test_a_page_is_sent_once_and_asked_for_again_by_its_tag(client: TestClient, path: str) -> None:
    plain = client.get(path, headers={"accept-encoding": "identity"})
    packed = client.get(path, headers={"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content
    assert int(packed.headers["content-length"]) < len(plain.content)
    for answer, coding in ((plain, "identity"), (packed, "gzip")):
        assert answer.headers["cache-control"] == "no-cache"
        assert answer.headers["vary"].lower() == "accept-encoding"
        tag = answer.headers["etag"]
        assert re.fullmatch('"[0-9a-f]{32}(-gzip)?"', tag)
        for asked in (tag, f'"other", {tag}', f"W/{tag}"):
            again = client.get(path, headers={"accept-encoding": coding, "if-none-match": asked})
            assert (again.status_code, again.content) == (304, b"")
            assert again.headers["etag"] == tag
            assert again.headers["content-security-policy"]
            assert "content-length" not in again.headers
    tags = {
        client.get(each).headers["etag"]
        for each in (path, in_english(path), with_choice(path, "era=ce"))
    }
    assert len(tags) == 3
    assert len({plain.headers["etag"], packed.headers["etag"]}) == 2


def test_what_is_refused_or_stale_is_not_kept(client: TestClient, dataset: Dataset) -> None:
    for path in REFUSALS:
        answer = client.get(path)
        assert (answer.status_code == 200) == ("etag" in answer.headers)

    class Stale(NetworkxStore):
        is_stale = True

    with TestClient(create_app(Settings(), Stale(dataset))) as late:
        tag = client.get("/rules").headers["etag"]
        answer = late.get("/rules", headers={"if-none-match": tag})
        assert answer.status_code == 200
        assert answer.headers["x-dataset-stale"] == "true"
        assert answer.headers["cache-control"] == "no-store"
        assert "etag" not in answer.headers


def test_assets_are_kept_for_ever_under_their_version_and_asked_for_under_none(
    client: TestClient,
) -> None:
    for path in SHOWN:
        html = client.get(path).text
        found = re.findall(r'(?:src|href)="(/static/[^"]+)"', html)
        assert f"/static/{version()}/style.css" in found
        assert len([link for link in found if link.endswith(".woff2")]) == 4
        for link in found:
            assert link.startswith(f"/static/{version()}/"), link
    sheet = client.get(f"/static/{version()}/style.css")
    assert sheet.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert sheet.headers["content-encoding"] == "gzip"
    for link in ("/static/style.css", "/static/v-000000000000/style.css"):
        other = client.get(link)
        assert (other.headers["cache-control"], other.content) == ("no-cache", sheet.content)
        asked = {"if-none-match": other.headers["etag"]}
        assert client.get(link, headers=asked).status_code == 304
    for link in ("/static/v-000000000000/../main.py", "/static/v-1/style.css", "/static/v-0/x.css"):
        assert client.get(link).status_code == 404
    font = client.get("/static/vendor/fonts/sarabun-thai-400-normal.woff2")
    assert "content-encoding" not in font.headers
    part = client.get("/static/style.css", headers={"range": "bytes=0-9"})
    assert (part.status_code, part.content) == (206, sheet.content[:10])


def test_what_is_packed_is_the_same_each_time(client: TestClient) -> None:
    with client.stream("GET", "/rules", headers={"accept-encoding": "gzip"}) as answer:
        first = b"".join(answer.iter_raw())
    with client.stream("GET", "/rules", headers={"accept-encoding": "gzip"}) as answer:
        assert b"".join(answer.iter_raw()) == first
    assert gzip.decompress(first).startswith(b"<!doctype html>")


@pytest.mark.parametrize("path", PATHS)
def test_digits_are_the_readers_choice_and_quotes_are_not(
    client: TestClient, dataset: Dataset, path: str
) -> None:
    thai = Read(client.get(path).text)
    arabic = Read(client.get(with_choice(path, "digits=arabic&era=ce")).text)
    assert thai.quotes == arabic.quotes
    # An answer to a sentence quotes as it goes.
    if not path.startswith(("/ask?", "/embed/answer?")):
        printed = " ".join(each.text.th for each in dataset.clauses)
        parts = {part for _, words in arabic.texts for part in re.split(" · |…", words)}
        left = [part for part in parts if re.search("[๐-๙]", part) and part != "๑๒๓"]
        assert [part for part in left if collapse(part) not in printed] == []


def test_years_are_counted_as_the_reader_chose(client: TestClient) -> None:
    for choice, shown in (
        ("", "๒๖ พ.ย. ๒๕๖๒"),
        ("?era=ce", "๒๖ พ.ย. ค.ศ. ๒๐๑๙"),
        ("?digits=arabic", "26 พ.ย. 2562"),
        ("?lang=en", "26 Nov 2019"),
        ("?lang=en&era=be", "26 Nov 2562"),
    ):
        assert shown in client.get(f"/rules{choice}").text
    html = client.get("/?lang=en&digits=thai&era=be").text
    links = re.findall(r'<a href="(/[^"]+)"', html)
    kept = "lang=en&amp;digits=thai&amp;era=be"
    turned = [link for link in links if kept not in link]
    # Only the links that turn a choice round have another one.
    assert all(link.startswith("/?") for link in turned)
    assert html.count('<input type="hidden" name="digits" value="thai">') == 2


@pytest.mark.parametrize("choice", ["digits=roman", "era=lunar", "digits="])
def test_a_choice_there_is_none_of_is_refused_readably(client: TestClient, choice: str) -> None:
    for path in ("/", "/bodies/post:dcio"):
        answer = client.get(f"{path}?{choice}")
        assert answer.status_code == 400
        assert "ใช้ได้เฉพาะ" in answer.text


@pytest.mark.parametrize(
    "path", ["/graph?focus=DCIO", "/matrix?code=R", "/bodies/post:dcio", "/graph?from=DCIO&to=DG"]
)
def test_a_link_to_what_can_be_drawn_shows_its_picture(client: TestClient, path: str) -> None:
    page = Read(client.get(in_english(path)).text)
    picture = page.about["og:image"]
    assert picture.startswith("http://testserver/")
    answer = client.get(picture)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/png"
