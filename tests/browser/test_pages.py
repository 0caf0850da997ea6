"""What a person sees and does, in a real browser."""

import os

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import ROOT, Watched, await_fonts

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATHS = [
    *("/", "/?lang=en", "/activities/activity:11?column=DCIO", "/bodies/post:dcio?lang=en"),
    *("/clauses/clause:10", "/search?q=DCIO", "/who?code=A&activity=10&level=province&lang=en"),
    *("/playground", "/playground?lang=en&mode=form"),
    *("/ask", "/ask?q=ระดับกรม ใครเป็น A เรื่องไซเบอร์", "/ask?q=weather&lang=en"),
    *("/ask?q=what are the duties of the DCIO&lang=en", "/embed/answer?q=ใครเป็นประธาน PCIO"),
]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_asks_no_other_host_and_breaks_no_policy(watched: Watched, path: str) -> None:
    watched.open(path)
    assert watched.faults() == []


@pytest.mark.parametrize("path", PATHS)
def test_a_page_fits_a_phone(phone: Watched, path: str) -> None:
    page = phone.open(path)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert phone.faults() == []


def test_the_headline_is_answered_on_the_first_screen(watched: Watched) -> None:
    page = watched.open("/?lang=en")
    for words in ("Nobody is Accountable at the department level", "National Digital Economy"):
        box = page.get_by_text(words).first.bounding_box()
        assert box
        assert box["y"] + box["height"] < 900


def test_a_cell_leads_to_its_answer_and_its_printed_row(watched: Watched) -> None:
    page = watched.open("/?lang=en")
    page.locator("table.matrix").get_by_label("Row 11 DCIO: R").click()
    expect(page.get_by_role("heading", name="The cell asked for: DCIO = R")).to_be_visible()
    expect(page.locator("td.asked").first).to_be_visible()
    expect(page.locator("blockquote", has_text="11. การกำกับดูแล").last).to_be_visible()


def test_a_question_is_asked_from_any_page_without_a_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/clauses/clause:10?lang=en")
    page.get_by_role("searchbox").fill(
        "who is accountable for cyber security at the department level"
    )
    page.get_by_role("banner").get_by_role("button", name="Ask").click()
    expect(page.get_by_text("nobody is Accountable for activity 11").first).to_be_visible()
    expect(page.locator("blockquote", has_text="11. การกำกับดูแล").first).to_be_visible()
    page.get_by_text("Understood as").click()
    expect(page.locator("pre.variables")).to_contain_text("DEPARTMENT")
    context.close()


def test_the_form_answers_without_a_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/?lang=en")
    page.locator("select[name=code]").select_option("R")
    page.locator("select[name=activity]").select_option("10")
    page.locator("select[name=level]").select_option("province")
    page.locator("#main").get_by_role("button", name="Ask").click()
    expect(page.get_by_text("Nobody is Responsible at the province level")).to_be_visible()
    context.close()


def test_the_fonts_are_ours(watched: Watched) -> None:
    page = watched.open("/")
    loaded = page.evaluate(
        "document.fonts.ready.then(() => [...document.fonts]"
        ".filter((face) => face.status === 'loaded').map((face) => face.family))"
    )
    assert set(loaded) == {"Sarabun"}


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_picture_of_the_readme_is_of_the_page_as_it_is(watched: Watched, lang: str) -> None:
    """`make pictures` keeps what is seen here; the README shows it."""
    await_fonts(watched.page)
    page = watched.open(f"/?lang={lang}")
    picture = page.screenshot(clip={"x": 80, "y": 0, "width": 1120, "height": 1180}, full_page=True)
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 20_000
    if folder := os.environ.get("PICTURES"):
        (ROOT / folder / f"matrix-{lang}.png").write_bytes(picture)


@pytest.mark.parametrize("width", [320, 719, 720, 768])
def test_no_page_is_wider_than_its_window(watched: Watched, width: int) -> None:
    watched.page.set_viewport_size({"width": width, "height": 900})
    for path in (
        *("/", "/playground", "/differences?lang=en", "/actions", "/changes?lang=en"),
        *("/bodies/post:dcio", "/bodies/organization:pcio-committee?lang=en", "/rules"),
        *("/bodies?lang=en", "/instruments", "/clauses/clause:11"),
    ):
        page = watched.open(path)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
    assert watched.faults() == []
