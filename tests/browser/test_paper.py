"""Every page on paper: what is to be read, and where it is from."""

import re

import pytest

from tests.browser.conftest import Watched
from tests.browser.paths import PATHS, in_english

pytestmark = [pytest.mark.browser, pytest.mark.slow]

READ = [path for path in PATHS if not path.startswith(("/playground", "/embed/"))]
# What is on paper that is only of use on a screen, and what is closed there.
WRONG = """() => [...document.querySelectorAll(
        "nav, form, .skip, details:not(.choose, form *) > :not(summary)")]
    .filter((each) => each.matches("nav, form, .skip") === each.checkVisibility({
        contentVisibilityAuto: true, visibilityProperty: true }))
    .map((each) => each.outerHTML.slice(0, 99))"""


@pytest.mark.parametrize("path", READ)
def test_paper_has_no_menu_and_nothing_closed_and_says_where_it_is_from(
    watched: Watched, path: str
) -> None:
    page = watched.open(path)
    page.emulate_media(media="print")
    assert page.evaluate(WRONG) == []
    foot = page.locator("footer").inner_text()
    assert page.url.split("?")[0] in foot
    assert re.search("รุ่นข้อมูล [0-9a-f]{12}", foot)
    assert "ที่มา: แนวทาง" in foot


@pytest.mark.parametrize(("path", "most"), [("/bodies/post:dcio", 18), ("/actions", 12)])
def test_a_page_takes_few_sheets(watched: Watched, path: str, most: int) -> None:
    for each in (path, in_english(path)):
        paper = watched.open(each).pdf(format="A4")
        sheets = len(re.findall(rb"/Type ?/Page\b", paper))
        assert 2 <= sheets <= most, sheets
