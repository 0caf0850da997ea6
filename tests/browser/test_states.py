"""The address of a page is all of what it shows: the same for whoever opens it, at any time."""

from collections.abc import Iterable
from hashlib import sha256

import pytest
from playwright.sync_api import Browser

from app.pages.routes import ROUTES
from tests.browser.conftest import Watched, await_fonts
from tests.browser.paths import FILES
from tests.browser.states import STATES

# A select that was measured before its font came keeps a width some hundredths of a px off.
LAID_OUT = """() => document.fonts.ready.then(() => {
    document.body.hidden = true;
    document.body.offsetHeight;
    document.body.hidden = false;
})"""

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def pictures(browser: Browser, site: str, states: Iterable[str]) -> dict[str, str]:
    """Open addresses as somebody who was never here, and hash what is seen of each."""
    context = browser.new_context(viewport={"width": 1000, "height": 1600})
    found = {}
    for state in states:
        page = context.new_page()
        await_fonts(page)
        page.goto(site + state)
        page.wait_for_load_state("networkidle")
        page.evaluate(LAID_OUT)
        found[state] = sha256(page.screenshot(animations="disabled")).hexdigest()
        page.close()
    context.close()
    return found


def test_thirty_states_and_every_page_are_among_them() -> None:
    assert len(STATES) >= 30
    firsts = {
        f"/{route.path[1:].split('/')[0]}" for route in ROUTES if not route.path.endswith(FILES)
    }
    assert firsts == {f"/{state[1:].split('?')[0].split('/')[0]}" for state in STATES}


def test_an_address_opened_cold_gives_the_same_picture(browser: Browser, site: str) -> None:
    first = pictures(browser, site, STATES)
    # The other way round: what another page left behind would show.
    again = pictures(browser, site, reversed(STATES))
    assert [state for state in STATES if again[state] != first[state]] == []
    # Another state is another picture: else nothing would be told apart.
    assert len(set(first.values())) == len(STATES)


def test_what_is_chosen_in_a_form_stands_in_the_address(browser: Browser, watched: Watched) -> None:
    page = watched.open("/?lang=en&digits=thai")
    page.locator("select[name=code]").select_option("R")
    page.locator("select[name=activity]").select_option("10")
    page.locator("select[name=level]").select_option("province")
    page.locator("#main").get_by_role("button", name="Ask").click()
    page.wait_for_url("**/who?*")
    for chosen in ("code=R", "activity=10", "level=province", "lang=en", "digits=thai"):
        assert chosen in page.url
    said = page.inner_text("main")
    opened = browser.new_page()
    opened.goto(page.url)
    assert opened.inner_text("main") == said
    opened.close()
    page = watched.open("/changes?era=ce")
    page.locator("input[name=date]").fill("2548")
    page.get_by_role("button", name="ดู").click()
    page.wait_for_url("**/changes?*")
    assert "era=ce" in page.url
    assert "date=2548" in page.url


def test_a_choice_of_digits_goes_along(watched: Watched) -> None:
    page = watched.open("/clauses/clause:10?lang=en")
    page.get_by_role("link", name="Thai ๑๒๓").click()
    page.wait_for_url("**digits=thai**")
    page.get_by_role("navigation", name="Main menu").get_by_role("link", name="Matrix").click()
    page.wait_for_url("**/matrix?**")
    assert "digits=thai" in page.url
    assert page.get_by_role("row", name="๑๑. Digital governance").count() == 1
