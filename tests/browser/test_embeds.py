"""Our views in pages of another origin, made of the snippets that the maker prints."""

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal
from urllib.request import Request, urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Frame, Locator, Page, expect

from app.embeds import EMBEDS
from tests.browser.conftest import ROOT, Watched
from tests.served import free_port, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]

VIEWS = [each.view for each in EMBEDS]
MAKER = "/snippets?lang=en&view="
HEAD = '<!doctype html><html lang="en"><head><title>Intranet</title><link rel="icon" href="data:,">'


@dataclass
class Host:
    """Another origin: an intranet that serves the pages put into it, under a strict policy."""

    address: str
    pages: dict[str, str] = field(default_factory=dict)
    # Where it is a proxy as well: what stands behind /gcio/.
    behind: str = ""

    def put(self, snippet: str) -> str:
        """Place a snippet in a new page and give the page's address."""
        path = f"/{len(self.pages)}.html"
        self.pages[path] = f"{HEAD}</head><body><h1>Intranet</h1>\n{snippet}\n</body></html>"
        return self.address + path

    def policy(self) -> str:
        """Allow our hosts what the documents say, and no inline style or script."""
        kinds = ("script-src", "connect-src", "font-src", "frame-src", "img-src")
        ours = "http://127.0.0.1:* http://localhost:*"
        return "default-src 'none'; " + "; ".join(f"{kind} {ours}" for kind in kinds)


@pytest.fixture(scope="module")
def host() -> Iterator[Host]:
    """A server of the tests' own, on another port and so of another origin."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.startswith("/gcio/"):
                self._pass_on()
                return
            html = intranet.pages.get(self.path, "")
            self.send_response(200 if html else 404)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.send_header("content-security-policy", f"{intranet.policy()} data:")
            self.end_headers()
            self.wfile.write(html.encode())

        def _pass_on(self) -> None:
            inner = intranet.behind + self.path.removeprefix("/gcio")
            with urlopen(Request(inner, headers={"host": self.headers["host"]})) as answer:
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    if name not in ("connection", "transfer-encoding"):
                        self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer.read())

        def log_message(self, *_: object) -> None:
            """Keep the tests' output clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    intranet = Host(f"http://127.0.0.1:{server.server_address[1]}")
    Thread(target=server.serve_forever, daemon=True).start()
    yield intranet
    server.shutdown()
    server.server_close()


def started(**settings: str) -> Iterator[str]:
    port = free_port()
    raci = str(Path(sys.executable).parent / "raci")
    with serving([raci, "serve", "--port", str(port)], port, ROOT, os.environ | settings) as base:
        yield base


@pytest.fixture(scope="module")
def allowing(host: Host) -> Iterator[str]:
    """A site of ours that lets the other origin frame it."""
    yield from started(RACI_FRAMED_BY=f"https://x.example {host.address}")


@pytest.fixture(scope="module")
def prefixed(host: Host) -> Iterator[str]:
    """A site of ours behind a prefix on a third origin, which lets everybody frame it."""
    for base in started(RACI_FRAMED_BY="*", RACI_ROOT_PATH="/gcio"):
        host.behind = base
        yield f"{host.address.replace('127.0.0.1', 'localhost')}/gcio"


@pytest.fixture
def guest(browser: Browser, host: Host, site: str) -> Iterator[Watched]:
    """A watched page that looks at the other origin."""
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    yield Watched(context.new_page(), host.address, "http://127.0.0.1:", "http://localhost:")
    context.close()


def snippets(page: Page, maker: str) -> dict[str, str]:
    """Read what the maker prints, as somebody who copies it."""
    page.goto(maker)
    found = page.locator("#snippets pre")
    return {
        (each.get_attribute("id") or "").removeprefix("snippet-"): each.text_content() or ""
        for each in found.all()
    }


def opened(guest: Watched, address: str) -> Page:
    guest.page.goto(address)
    guest.page.wait_for_load_state("networkidle")
    return guest.page


def inside(page: Page) -> Frame:
    """Give the frame of ours in a page."""
    return next(each for each in page.frames if "/embed/" in each.url)


def fits(page: Page, frame: Locator) -> None:
    """Wait until a frame is as high as what it shows."""
    high = inside(page).evaluate(
        "Math.ceil(document.documentElement.getBoundingClientRect().height)"
    )
    expect(frame).to_have_attribute("height", str(high))


@pytest.mark.parametrize("view", VIEWS)
def test_each_snippet_shows_its_view_in_a_page_of_another_origin(
    guest: Watched, host: Host, allowing: str, view: str
) -> None:
    given = snippets(guest.page, f"{allowing}{MAKER}{view}")
    assert {"iframe", "auto", "component", "link"} <= set(given)
    title = re.search(r'title="([^"]+)"', given["iframe"])
    assert title
    for name, snippet in given.items():
        page = opened(guest, host.put(snippet))
        match name:
            case "iframe" | "auto":
                heading = inside(page).get_by_role("heading", level=1)
                expect(heading).to_be_visible()
                expect(page.get_by_role("link")).to_be_visible()
                if name == "auto":
                    fits(page, page.locator("iframe"))
            case "component":
                # A locator looks into open shadow roots; the fallback is hidden by what came.
                expect(page.locator("raci-view main h1")).to_be_visible()
                expect(page.locator("raci-view > a")).to_be_hidden()
            case "svg" | "png":
                shown = page.locator("img")
                assert (
                    shown.evaluate("(image) => image.decode().then(() => image.naturalWidth)") > 100
                )
                assert shown.get_attribute("alt")
            case _:
                expect(page.get_by_role("link", name=title[1])).to_be_visible()
        assert guest.faults() == [], name


def test_a_frame_grows_with_what_is_opened_in_it(guest: Watched, host: Host, allowing: str) -> None:
    given = snippets(guest.page, f"{allowing}{MAKER}body")
    page = opened(guest, host.put(given["auto"]))
    frame = page.locator("iframe")
    fits(page, frame)
    before = int(frame.get_attribute("height") or 0)
    inside(page).get_by_text("Others' relationships to it").click()
    expect(frame).not_to_have_attribute("height", str(before))
    fits(page, frame)
    assert int(frame.get_attribute("height") or 0) > before + 100


def test_a_frame_kept_in_a_sandbox_grows_as_well(guest: Watched, host: Host, allowing: str) -> None:
    given = snippets(guest.page, f"{allowing}{MAKER}body")
    kept = given["auto"].replace("<iframe ", '<iframe sandbox="allow-scripts" ')
    page = opened(guest, host.put(kept))
    fits(page, page.locator("iframe"))
    assert guest.faults() == []


def test_a_link_of_an_embed_opens_apart_and_knows_nothing_of_its_opener(
    guest: Watched, host: Host, allowing: str
) -> None:
    given = snippets(guest.page, f"{allowing}{MAKER}body")
    for name in ("iframe", "component"):
        page = opened(guest, host.put(given[name]))
        within = inside(page) if name == "iframe" else page
        with page.context.expect_page() as found:
            within.get_by_role("link", name="OCSC annex DCIO duties 6").click()
        found.value.wait_for_load_state()
        assert found.value.url.startswith(f"{allowing}/clauses/")
        assert found.value.evaluate("window.opener") is None
        found.value.close()


def test_views_on_one_page_share_a_request_and_look_as_they_should(
    guest: Watched, host: Host, allowing: str
) -> None:
    given = snippets(guest.page, f"{allowing}{MAKER}matrix&theme=dark")
    asked = list[str]()
    guest.page.on("request", lambda request: asked.append(request.url.removeprefix(allowing)))
    page = opened(guest, host.put(given["component"] * 3))
    expect(page.locator("raci-view main table.matrix")).to_have_count(3)
    for path in ("/embed/matrix?lang=en&theme=dark", "/style.css", "/dark.css"):
        assert sum(each.endswith(path) for each in asked) == 1, asked
    first = page.locator("raci-view").first
    assert first.evaluate("(each) => getComputedStyle(each).backgroundColor") == "rgb(20, 24, 31)"
    fonts = page.evaluate(
        "[...document.fonts].filter((each) => each.status === 'loaded').map((each) => each.family)"
    )
    assert set(fonts) == {"Sarabun"}
    assert guest.faults() == []


@pytest.mark.parametrize(
    ("theme", "paper"), [("dark", "rgb(20, 24, 31)"), ("light", "rgb(255, 255, 255)")]
)
def test_the_theme_of_a_frame_is_the_one_asked_for(
    browser: Browser, site: str, theme: str, paper: str
) -> None:
    context = browser.new_context(color_scheme="light" if theme == "dark" else "dark")
    page = context.new_page()
    page.goto(f"{site}/embed/matrix?theme={theme}")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper
    context.close()


def test_a_site_that_is_not_allowed_sees_why_and_a_link(
    guest: Watched, host: Host, site: str
) -> None:
    given = snippets(guest.page, f"{site}{MAKER}body")
    guest.page.clock.install()
    page = opened(guest, host.put(given["auto"]))
    page.clock.fast_forward(5_000)
    said = page.get_by_role("alert")
    expect(said).to_contain_text("RACI_FRAMED_BY", timeout=10_000)
    expect(said.get_by_role("link")).to_have_attribute(
        "href", re.compile(r"/embed/bodies/post:dcio")
    )
    expect(page.get_by_role("link", name="(DCIO)")).to_be_visible()
    assert not shows(page)
    # The browser says in its own words that the frame was refused, and nothing else went wrong.
    assert all("frame-ancestors" in each for each in guest.faults())
    assert guest.faults()


def shows(page: Page) -> bool:
    """Tell whether any frame of a page shows a view of ours; a refused one has words of its own."""
    return any(each.locator("main#main").count() for each in page.frames)


def test_without_its_script_a_refused_frame_has_its_link_below(
    guest: Watched, host: Host, site: str
) -> None:
    given = snippets(guest.page, f"{site}{MAKER}matrix")
    page = opened(guest, host.put(given["iframe"]))
    assert not shows(page)
    expect(page.get_by_role("link")).to_be_visible()
    assert all("frame-ancestors" in each for each in guest.faults())
    assert guest.faults()


def test_the_component_needs_no_leave_to_frame(guest: Watched, host: Host, site: str) -> None:
    given = snippets(guest.page, f"{site}{MAKER}matrix")
    page = opened(guest, host.put(given["component"]))
    expect(page.locator("raci-view table.matrix")).to_be_visible()
    assert guest.faults() == []


def test_a_component_that_gets_no_view_says_so_and_keeps_its_link(
    guest: Watched, host: Host, site: str
) -> None:
    given = snippets(guest.page, f"{site}{MAKER}body")["component"]
    page = opened(guest, host.put(given.replace("post:dcio", "post:nobody")))
    expect(page.get_by_role("status")).to_contain_text('cannot be shown: No body "post:nobody".')
    expect(page.locator("raci-view > a")).to_be_visible()
    page.route("**/embed/bodies/**", lambda route: route.abort())
    page = opened(guest, host.put(given))
    expect(page.get_by_role("status")).to_have_text("This part cannot be shown")
    expect(page.locator("raci-view > a")).to_be_visible()


def test_everybody_may_frame_and_a_prefix_is_kept(
    guest: Watched, host: Host, prefixed: str
) -> None:
    given = snippets(guest.page, f"{prefixed}{MAKER}body")
    assert f'src="{prefixed}/embed/bodies/post:dcio?lang=en"' in given["iframe"]
    assert "every one" in guest.page.locator("#main .note").first.inner_text()
    page = opened(guest, host.put(given["auto"] + given["component"]))
    fits(page, page.locator("iframe"))
    expect(page.locator("raci-view main h1")).to_be_visible()
    href = page.locator("raci-view main .more a").get_attribute("href")
    assert href == f"{prefixed}/bodies/post:dcio?lang=en"
    assert guest.faults() == []


def test_without_scripts_frames_show_and_components_are_links(
    browser: Browser, host: Host, allowing: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for view in VIEWS:
        given = snippets(page, f"{allowing}{MAKER}{view}")
        page.goto(host.put(given["auto"] + given["component"]))
        expect(page.frame_locator("iframe").locator("h1")).to_be_visible()
        expect(page.locator("raci-view > a")).to_be_visible()
    context.close()


def test_the_maker_shows_the_view_though_others_may_not(watched: Watched) -> None:
    page = watched.open(f"{MAKER}answer")
    expect(page.frame_locator("iframe.preview").get_by_text("Nobody").first).to_be_visible()
    fits(page, page.locator("iframe.preview"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").nth(2).click()
    expect(page.locator("#said")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#snippet-component").text_content()
    page.get_by_label("Language").select_option("th")
    page.get_by_label("Theme").select_option("dark")
    page.get_by_label("Pin data version").check()
    page.get_by_role("button", name="Make the code").click()
    expect(page.locator("#snippet-iframe")).to_contain_text("&amp;lang=th&amp;theme=dark&amp;data=")
    assert watched.faults() == []


def test_the_maker_and_the_embeds_fit_their_windows(watched: Watched) -> None:
    for path in (
        *(f"/snippets?view={view}" for view in VIEWS),
        *("/snippets?view=answer&lang=en", "/embed/matrix", "/embed/matrix?lang=en"),
        *("/embed/bodies/organization:gcio-committee?data=0123456789ab", "/embed/answer?q=GCIO"),
    ):
        page = watched.open(path)
        for width in (1280, 390, 320):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
    assert watched.faults() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_maker_and_the_embeds_are_open_to_everybody(
    browser: Browser, site: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 390, "height": 844})
    page = context.new_page()
    for path in (
        *("/snippets?view=body", "/snippets?view=answer&lang=en", "/embed/matrix"),
        *("/embed/bodies/organization:gcio-committee?data=0123456789ab", "/embed/answer?q=GCIO"),
        "/embed/answer?theme=pink&lang=en",
    ):
        page.goto(site + path)
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
        assert found.violations_count == 0, found.generate_report()
    context.close()
