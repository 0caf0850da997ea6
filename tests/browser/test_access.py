"""Every page for everybody: by keyboard, small, dark, in few colours, without a script."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Watched
from tests.browser.paths import PATHS, REFUSALS, in_english

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = (390, 768, 1280)
# What the colours and the width of a page can change; the rest is looked at once.
BY_COLOUR = ["color-contrast"]
BY_WIDTH = ["target-size", "scrollable-region-focusable"]
# A page has the same elements in either language; these stand for the other one.
ENGLISH = ("/", "/bodies/post:dcio", "/clauses/clause:10", "/ask?q=who chairs the PCIO")
RUN = """(rules) => axe.run(document, {
    runOnly: rules.length ? { type: "rule", values: rules }
        : { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    rules: { "target-size": { enabled: true } }, resultTypes: ["violations"],
}).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`)))"""

# A link within a sentence has the height of its line: words stand beside it that are no link.
SMALL = """() => [...document.querySelectorAll("a, button, input, select, summary, textarea")]
    .filter((each) => each.checkVisibility() && each.type !== "hidden")
    .filter((each) => {
        const { width, height } = each.getBoundingClientRect();
        return width < 24 || height < 24;
    })
    // In a picture that was made to fit, every box has its full-sized link in the list.
    .filter((each) => !each.closest(".canvas.fit"))
    .filter((each) => {
        const around = each.closest("p, li, td, th, h1, h2, h3, figcaption, span.of");
        if (each.matches(":not(a), nav a") || !around) return true;
        const words = around.cloneNode(true);
        words.querySelectorAll("a, ul, ol").forEach((other) => other.remove());
        return !/[\\p{L}\\p{N}]/u.test(words.textContent);
    })
    .map((each) => each.outerHTML.slice(0, 120) + JSON.stringify(each.getBoundingClientRect()))"""

# Marks what can be reached, and after each Tab what was, if it could be seen.
LISTEN = """() => {
    window.reach = new Set([...document.querySelectorAll(
        "a[href], button, input, select, summary, textarea, [tabindex='0']")]
        .filter((each) => each.checkVisibility() && each.type !== "hidden" && !each.disabled));
    window.unseen = [];
    document.addEventListener("keyup", () => {
        const each = document.activeElement;
        // The end of the page, and a frame, in which others are at home.
        if (each === document.body || each.matches("iframe")) return;
        window.reach.delete(each);
        const { outlineStyle, outlineWidth } = getComputedStyle(each);
        // What is wider or higher than the window shows its beginning.
        const box = each.getClientRects()[0];
        const [x, y] = [Math.min(box.right, innerWidth) + Math.max(box.left, 0),
            Math.min(box.bottom, innerHeight) + Math.max(box.top, 0)].map((sum) => sum / 2);
        const top = document.elementFromPoint(x, y);
        if (outlineStyle === "none" || parseFloat(outlineWidth) < 2 || !top
            || !(each.contains(top) || top.contains(each)))
            window.unseen.push(each.outerHTML.slice(0, 120));
    });
    return window.reach.size;
}"""
LEFT = """() => [window.unseen, [...window.reach].map((each) => each.outerHTML.slice(0, 120))]"""


@pytest.fixture(scope="module", params=[*PATHS, *REFUSALS, *map(in_english, ENGLISH)])
def shown(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Watched]:
    """Each page, opened once for the tests of this file."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    watched = Watched(context.new_page(), site)
    watched.open(request.param)
    yield watched
    context.close()


def axe(page: Page, rules: list[str]) -> list[str]:
    """Give what axe finds wrong with a page as it is."""
    found: list[str] = page.evaluate(RUN, rules)
    return found


def test_axe_finds_nothing(shown: Watched) -> None:
    page = shown.page
    page.evaluate(AXE)
    wrong = axe(page, [])
    page.emulate_media(color_scheme="dark")
    wrong += [f"dark: {each}" for each in axe(page, BY_COLOUR)]
    page.emulate_media(color_scheme="light")
    for width in WIDTHS[1:]:
        page.set_viewport_size({"width": width, "height": 844})
        wrong += [f"{width}: {each}" for each in axe(page, BY_WIDTH)]
    assert wrong == []


def test_targets_are_high_enough_for_a_finger_and_nothing_is_wider_than_the_window(
    shown: Watched,
) -> None:
    page = shown.page
    for width in (320, *WIDTHS):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), width
        assert page.evaluate(SMALL) == [], width


def test_the_tab_key_reaches_everything_and_shows_where_it_is(shown: Watched) -> None:
    page = shown.page
    page.set_viewport_size({"width": 390, "height": 844})
    # In a frame, such as a preview, keys are pressed too, and not heard here.
    framed = sum(
        each.locator("a[href], summary, [tabindex='0']").count() for each in page.frames[1:]
    )
    for _ in range(page.evaluate(LISTEN) + framed):
        page.keyboard.press("Tab")
    unseen, left = page.evaluate(LEFT)
    assert (unseen, left) == ([], [])


def test_nothing_moves_where_less_motion_is_asked_for(shown: Watched) -> None:
    moving: list[Any] = shown.page.evaluate(
        "document.getAnimations().map((each) => each.effect.target.outerHTML.slice(0, 99))"
    )
    assert moving == []


def test_codes_are_told_apart_from_the_page_in_forced_colours(shown: Watched) -> None:
    page = shown.page
    page.emulate_media(forced_colors="active")
    unframed = page.evaluate(
        "[...document.querySelectorAll('.code')].filter((each) => "
        "getComputedStyle(each).borderStyle !== 'solid').map((each) => each.outerHTML)"
    )
    page.emulate_media(forced_colors="none")
    assert unframed == []


def test_it_asks_no_other_host_and_breaks_no_policy(shown: Watched) -> None:
    # A browser tells of a refused page on its console.
    told = [each for each in shown.faults() if "status of 40" not in each]
    assert told == []


def test_without_a_script_the_same_is_read(browser: Browser, shown: Watched) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(shown.page.url)
    shown.page.set_viewport_size({"width": 390, "height": 844})
    shown.page.evaluate(
        "document.querySelectorAll('button[data-copy], #snippets button')"
        ".forEach((each) => each.remove())"
    )
    if "/playground" in shown.page.url:
        assert "แบบฟอร์มนี้ไม่ต้องใช้" in page.inner_text("main")
    else:
        # What copies is a script's, and what it copies can be selected without it.
        assert page.inner_text("main") == shown.page.inner_text("main")
    context.close()
