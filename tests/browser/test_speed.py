"""What a cold browser has to fetch, and that nothing moves once it is shown."""

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.paths import PATHS, in_english

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MOST = 120_000
READ = [path for path in PATHS if not path.startswith("/playground")]
# Sizes are those over the wire, with the headers.
MEASURE = """async () => {
    const pages = [...performance.getEntriesByType("navigation"),
        ...performance.getEntriesByType("resource")];
    return pages.map(({ name, transferSize }) => [name, transferSize]);
}"""
SHIFTS = """new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
        window.shifts.push([value, ...sources.map(({ node }) => node?.nodeName)]);
}).observe({ type: "layout-shift", buffered: true });"""


PAINTED = """new Promise((done) => new PerformanceObserver(done)
    .observe({ type: "paint", buffered: true }))"""


@pytest.mark.parametrize("path", READ)
def test_a_page_weighs_little_in_a_cold_browser(browser: Browser, site: str, path: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(site + path)
    page.wait_for_load_state("networkidle")
    sizes = page.evaluate(MEASURE)
    assert len(sizes) >= 3
    assert all(size > 0 for _, size in sizes), sizes
    assert sum(size for _, size in sizes) <= MOST, sizes
    # The second time only the page is asked for, and has not changed.
    page.goto(site + path)
    page.wait_for_load_state("networkidle")
    again = page.evaluate(MEASURE)
    assert sum(size for _, size in again) < 1_000, again
    context.close()


@pytest.mark.parametrize("path", ["/", in_english("/bodies/post:dcio"), "/actions"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_fonts_come_late(
    browser: Browser, site: str, path: str, width: int
) -> None:
    held = list[Route]()
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    page.route("**/*.woff2", lambda route: held.append(route))
    page.add_init_script(f"window.shifts = []; {SHIFTS}")
    page.goto(site + path, wait_until="domcontentloaded")
    page.evaluate(PAINTED)
    assert len(held) >= 3
    for each in held:
        each.continue_()
    page.wait_for_load_state("networkidle")
    # Two frames after all is there, what moves has moved.
    page.evaluate(
        "document.fonts.ready.then(() => new Promise((done) => "
        "requestAnimationFrame(() => requestAnimationFrame(done))))"
    )
    assert page.evaluate("window.shifts") == []
    context.close()
