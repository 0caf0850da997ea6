"""The relationship graph in a real browser."""

import os
import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import ROOT, Watched

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("lang", ["th", "en"])
def test_no_word_stands_out_of_its_box(watched: Watched, lang: str) -> None:
    page = watched.open(f"/graph?lang={lang}&all=1&kind=formation&kind=seats&kind=support")
    page.evaluate("document.fonts.ready")
    outside = page.evaluate(
        """[...document.querySelectorAll('a.node')].flatMap((node) => {
          const box = node.querySelector('rect').getBBox();
          return [...node.querySelectorAll('tspan')].filter((line) => {
            const long = line.getComputedTextLength();
            return long > box.width - 8;
          }).map((line) => line.textContent);
        })"""
    )
    assert outside == []
    clipped = page.evaluate(
        """[...document.querySelectorAll('a.node')].filter((node) => {
          const box = node.querySelector('rect').getBBox();
          return [...node.querySelectorAll('text')].some((text) => {
            const own = text.getBBox();
            return own.y < box.y - 1 || own.y + own.height > box.y + box.height + 1;
          });
        }).map((node) => node.dataset.id)"""
    )
    assert clipped == []
    assert watched.faults() == []


def test_a_box_comes_into_the_middle_and_leads_to_its_page(watched: Watched) -> None:
    page = watched.open("/graph?lang=en")
    page.locator('a.node[data-id="post:dcio"]').click()
    expect(page).to_have_url(f"{watched.site}/graph?focus=post%3Adcio&lang=en")
    middle = page.locator("a.node.focus")
    expect(middle).to_be_in_viewport()
    middle.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("(DCIO)")
    expect(page).to_have_url(f"{watched.site}/bodies/post:dcio?lang=en")
    page.go_back()
    expect(page.locator("a.node.focus")).to_have_count(1)
    assert watched.faults() == []


def test_keys_move_along_relationships(watched: Watched) -> None:
    page = watched.open("/graph?lang=en&focus=DCIO")
    page.locator("a.node.focus").focus()
    page.keyboard.press("ArrowRight")
    told = page.locator("#told")
    expect(told).to_contain_text("1 of ")
    expect(told).to_contain_text("DCIO")
    expect(page.locator("g.line.chosen")).to_have_count(1)
    line = page.locator("g.line.chosen")
    ends = {line.get_attribute("data-source"), line.get_attribute("data-target")}
    page.keyboard.press("ArrowDown")
    there = page.evaluate("document.activeElement.dataset.id")
    assert there in ends - {"post:dcio"}
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.dataset.id") == "post:dcio"
    page.keyboard.press("ArrowLeft")
    own = page.locator("g.line[data-source='post:dcio'], g.line[data-target='post:dcio']").count()
    expect(told).to_contain_text(f"{own} of {own}")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{watched.site}/bodies/post:dcio?lang=en")
    assert watched.faults() == []


def test_the_form_chooses_without_a_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/graph?lang=en")
    page.get_by_text("Choose what is shown").click()
    page.get_by_label("Around").fill("PCIO")
    page.get_by_label("Distance").select_option("2")
    for name in ("Formation and structure", "Reporting and oversight"):
        page.get_by_label(name).uncheck()
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page).to_have_url(f"{site}/graph?lang=en&focus=PCIO&depth=2&kind=support")
    expect(page.locator("a.node.focus")).to_have_attribute("data-id", "organization:pcio-committee")
    expect(page.locator("g.line[data-source]").first).to_have_class("line support")
    expect(page.locator("#counted")).to_contain_text("Formation and structure")
    context.close()


def test_on_a_phone_the_list_comes_first(phone: Watched) -> None:
    page = phone.open("/graph?focus=DCIO")
    listed = page.locator("#list").bounding_box()
    drawing = page.locator(".drawing").bounding_box()
    assert listed
    assert drawing
    assert listed["y"] < drawing["y"]
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert phone.faults() == []


def test_the_files_are_pictures(watched: Watched) -> None:
    page = watched.open("/who?lang=en")
    for form in ("svg", "png"):
        size = page.evaluate(
            """(address) => new Promise((done) => {
              const image = new Image();
              image.onload = () => done([image.naturalWidth, image.naturalHeight]);
              image.onerror = () => done(null);
              image.src = address;
            })""",
            f"{watched.site}/graph.{form}?focus=DCIO&lang=en",
        )
        assert size
        assert min(size) > 300
    assert watched.faults() == []


def test_on_paper_the_picture_is_one_a3_sheet_and_the_list_follows(watched: Watched) -> None:
    page = watched.open("/graph?lang=en")
    paper = page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)
    wide = [size for size in sizes if float(size[0]) > 1_100]
    # 420 mm are 1190.55 points.
    assert len(wide) == 1
    assert 2 <= len(sizes) <= 8


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_picture_of_the_readme_is_of_the_graph_as_it_is(watched: Watched, lang: str) -> None:
    """`make pictures` keeps what is seen here; the README shows it."""
    picture = watched.page.request.get(f"{watched.site}/graph.png?scale=1&lang={lang}").body()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 100_000
    if folder := os.environ.get("PICTURES"):
        (ROOT / folder / f"graph-{lang}.png").write_bytes(picture)
