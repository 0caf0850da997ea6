"""A real Chromium against a real server; every page is watched for what it must not do."""

import os
import shutil
import sys
from collections.abc import Iterator
from ctypes.util import find_library
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.served import free_port, serving

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of a started server."""
    port = free_port()
    raci = str(Path(sys.executable).parent / "raci")
    with serving([raci, "serve", "--port", str(port)], port, ROOT) as base:
        yield base


# No longer than these tests need it: while it is open, its event loop runs in this thread.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The machine's Chromium; without one these tests are skipped, by name."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chrome")
    if not path:
        pytest.skip("no Chromium here: apt install chromium, or name one in CHROMIUM")
    if sys.platform == "linux" and not find_library("atomic"):
        pytest.skip("the browser's driver lacks a library: apt install libatomic1")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=path,
            args=["--disable-dev-shm-usage", "--disable-background-networking", "--disable-sync"],
        )
        yield opened
        opened.close()


def await_fonts(page: Page) -> None:
    """Have a page wait for its fonts, however late: else a busy machine shows it in another one."""

    def patient(route: Route) -> None:
        sheet = route.fetch()
        body = sheet.text().replace("font-display: optional", "font-display: block")
        route.fulfill(response=sheet, body=body)

    page.route("**/style.css", patient)


class Watched:
    """A page, and what went wrong on it."""

    def __init__(self, page: Page, site: str, *others: str) -> None:
        """Refuse and note every request to another host, and note every complaint."""
        self.page, self.site, self.wrong = page, site, list[str]()
        self.known = (site, *others, "data:", "blob:")
        page.route("**/*", self._route)
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on(
            "console",
            lambda said: (
                self.wrong.append(f"console: {said.text}")
                if said.type in ("error", "warning")
                else None
            ),
        )
        page.add_init_script(
            "window.refused = []; document.addEventListener('securitypolicyviolation',"
            " (event) => window.refused.push(event.violatedDirective + ' ' + event.blockedURI))"
        )

    def _route(self, route: Route) -> None:
        address = route.request.url
        if address.startswith(self.known):
            route.continue_()
        else:
            self.wrong.append(f"another host: {address}")
            route.abort()

    def open(self, path: str) -> Page:
        """Open a path of the site and wait until it is quiet."""
        self.page.goto(self.site + path)
        self.page.wait_for_load_state("networkidle")
        return self.page

    def faults(self) -> list[str]:
        """Give all that went wrong."""
        refused = [f"policy: {each}" for each in self.page.evaluate("window.refused")]
        return self.wrong + refused


@pytest.fixture
def watched(browser: Browser, site: str) -> Iterator[Watched]:
    """A watched page of desktop width."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Watched(context.new_page(), site)
    context.close()


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Watched]:
    """A watched page of a phone's width."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield Watched(context.new_page(), site)
    context.close()
