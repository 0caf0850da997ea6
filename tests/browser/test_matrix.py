"""The matrix in a real browser: as a form, by keyboard, on paper, as a picture, on a phone."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STATES = [
    *("/matrix", "/matrix?lang=en", "/matrix?code=A&level=department"),
    *("/matrix?compare=MCIO&with=DCIO&code=R&lang=en", "/matrix?code=-", "/matrix?text=zzzz"),
    *("/matrix?code=A&level=province&text=11&lang=en", "/matrix?body=DG/DE", "/matrix?code=X"),
]
# Of each label of a picture that leaves the picture or the box it begins in: what it says.
OUTSIDE = """() => {
  const view = document.documentElement.viewBox.baseVal
  const boxes = [...document.querySelectorAll('.line-box')].map((box) => box.getBBox())
  const holds = (box, x, y) =>
    box.x <= x && x <= box.x + box.width && box.y <= y && y <= box.y + box.height
  return [...document.querySelectorAll('text')].filter((text) => {
    const at = text.getBBox()
    const middle = [at.x + at.width / 2, at.y + at.height / 2]
    const around = boxes.filter((box) => holds(box, at.x, middle[1]) || holds(box, ...middle))
      .sort((one, other) => one.width - other.width)[0]
    const [left, right] = around ? [around.x, around.x + around.width] : [0, view.width]
    return at.x < left || at.x + text.getComputedTextLength() > right || at.y < 0
      || at.y + at.height > view.height
  }).map((text) => text.textContent)
}"""


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page without scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", STATES)
def test_the_matrix_keeps_the_policy_and_fits_every_width(watched: Watched, path: str) -> None:
    page = watched.open(path)
    for width in (1280, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), width
    faults = [each for each in watched.faults() if "400" not in each]
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [STATES[0], *STATES[2:4]])
def test_the_matrix_has_no_barrier_that_a_machine_finds(
    watched: Watched, path: str, scheme: str
) -> None:
    watched.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page = watched.open(path)
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        found = Axe().run(page, options={"runOnly": rules})
        assert found.violations_count == 0, found.generate_report()


def test_the_filters_are_a_form_without_a_script(plain: Page, site: str) -> None:
    plain.goto(f"{site}/matrix?lang=en")
    plain.get_by_text("Filter, or compare two columns").click()
    plain.locator("select[name=code]").select_option("R")
    plain.get_by_label("Compare column").select_option("MCIO")
    plain.get_by_label("with column").select_option("DCIO")
    plain.get_by_role("button", name="Show").click()
    expect(plain.get_by_text("Shows 12 of 13 rows; hidden: 1.")).to_be_visible()
    expect(plain.get_by_text("hold different codes in 6 of the 12 rows shown")).to_be_visible()
    expect(plain.get_by_label("Compare column")).to_have_value("MCIO")
    assert "lang=en" in plain.url
    plain.get_by_role("link", name="Clear").click()
    expect(plain.locator("table.matrix tbody tr")).to_have_count(13)


def test_what_has_the_focus_is_never_under_the_heads(watched: Watched) -> None:
    watched.page.set_viewport_size({"width": 768, "height": 500})
    page = watched.open("/matrix?lang=en")
    page.locator("table.matrix tbody tr").last.locator("a").last.focus()
    covered = """() => {
      const at = document.activeElement.getBoundingClientRect()
      return at.top < document.querySelector('.matrix thead th').getBoundingClientRect().bottom
    }"""
    for _ in range(13 * 6):
        page.keyboard.press("Shift+Tab")
        if not page.evaluate("!!document.activeElement.closest('.matrix tbody')"):
            break
        assert not page.evaluate(covered), page.evaluate("document.activeElement.outerHTML")
    else:
        pytest.fail("the focus never left the table")


def test_the_heads_stay_while_the_rows_go_by(watched: Watched) -> None:
    watched.page.set_viewport_size({"width": 768, "height": 500})
    page = watched.open("/matrix")
    page.locator("#row-13").scroll_into_view_if_needed()
    head = page.locator(".matrix thead th", has_text="DCIO")
    expect(head).to_be_in_viewport()
    page.set_viewport_size({"width": 320, "height": 800})
    page.locator(".sheet").evaluate("sheet => { sheet.scrollLeft = 60 }")
    name = page.locator("#row-1 th").bounding_box()
    assert name
    assert name["x"] < 24


def test_a_check_leads_to_its_row(watched: Watched) -> None:
    page = watched.open("/matrix?code=A&level=department&lang=en")
    page.locator("#dashes a", has_text="10").click()
    row = page.locator("#row-10")
    expect(row).to_be_in_viewport()
    head, top = page.locator(".matrix thead th").first.bounding_box(), row.bounding_box()
    assert head
    assert top
    assert top["y"] >= head["y"] + head["height"] - 1


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_matrix_stands_on_one_sheet_with_its_checks_on_the_next(
    watched: Watched, lang: str
) -> None:
    page = watched.open(f"/matrix?lang={lang}")
    paper = page.pdf(format="A4")
    assert len(re.findall(rb"/Type /Page\b", paper)) == 2
    # 12 mm of margin on either side leave 186 mm by 273 mm, 703 by 1032 px.
    page.set_viewport_size({"width": 703, "height": 1032})
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth <= 703")
    cut = page.evaluate(
        "[...document.querySelectorAll('.matrix *')]"
        ".filter((each) => each.getBoundingClientRect().right > 703).length"
    )
    assert cut == 0
    bottom = page.locator("table.matrix").evaluate("at => at.getBoundingClientRect().bottom")
    assert bottom < 1032
    display = "(at) => getComputedStyle(at).display"
    assert page.locator(".matrix thead").evaluate(display) == "table-header-group"
    foot = page.locator(".matrix tfoot")
    assert foot.evaluate(display) == "table-footer-group"
    assert f"/matrix?lang={lang}" in foot.inner_text()
    assert re.search("[0-9a-f]{12}", foot.inner_text())
    # Without the colours, which printers leave out, the letters are still there.
    code = page.locator(".matrix td .code").first
    assert code.evaluate("at => getComputedStyle(at).color") == "rgb(0, 0, 0)"
    expect(page.locator(".filters")).to_be_hidden()


@pytest.mark.parametrize(
    "query", ["lang=th", "lang=en", "compare=DCIO,DG/DE&code=R&lang=th", "code=A&level=ministry"]
)
def test_no_label_of_the_picture_is_wider_than_its_box(watched: Watched, query: str) -> None:
    page = watched.open(f"/matrix.svg?{query}")
    page.evaluate("document.fonts.ready.then(() => null)")
    loaded = page.evaluate(
        "[...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family)"
    )
    assert set(loaded) == {"Sarabun"}
    assert page.evaluate("document.querySelectorAll('text').length") > 10
    assert page.evaluate(OUTSIDE) == []
    assert watched.faults() == []


def test_the_pictures_open_where_the_page_offers_them(watched: Watched) -> None:
    page = watched.open("/matrix?code=R&lang=en")
    wide = """(address) => new Promise((done, failed) => {
      const image = new Image()
      image.onload = () => done(image.naturalWidth)
      image.onerror = failed
      image.src = address
    })"""
    links = page.locator(".save a")
    addresses = [links.nth(at).get_attribute("href") for at in range(2)]
    assert [page.evaluate(wide, each) for each in addresses] == [1068, 2136]
    assert watched.faults() == []


def test_the_filters_are_no_wall_on_a_phone(phone: Watched) -> None:
    page = phone.open("/matrix")
    expect(page.locator(".filters form")).to_be_hidden()
    expect(page.locator("#row-1")).to_be_in_viewport()
    phone.open("/matrix?code=R")
    expect(page.locator(".filters form")).to_be_visible()
    small = page.evaluate(
        "[...document.querySelectorAll('.matrix a, .filters *, .filtered a, .save a, .rows a')]"
        ".filter((each) => each.matches('a, button, select, input:not([type=hidden]), summary'))"
        ".filter((each) => { const at = each.getBoundingClientRect();"
        " return at.height < 24 || at.width < 24 }).map((each) => each.outerHTML)"
    )
    assert small == []
    assert phone.faults() == []
