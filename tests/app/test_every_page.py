"""What holds for every page: whole languages, whole links, headers, choices, a prefix."""

import re
from html.parser import HTMLParser

import pytest
from starlette.routing import Match
from starlette.testclient import TestClient

from app.pages.routes import ROUTES
from tests.browser.paths import APPLICATIONS, PATHS, REFUSALS, in_english

EVERY = (*PATHS, *APPLICATIONS)
SHOWN = (*EVERY, *REFUSALS)
VOID = {"meta", "link", "input", "br", "img", "hr", "rect", "path", "line", "circle", "use"}
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
        self.about = list[str]()
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
            self.about.append(given.get("content") or "")
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
        if tag in ("title", "option"):
            self.about.append(data)
        elif tag not in ("script", "style", "code", "pre"):
            self.texts.append((lang, data))
        if quoted:
            self.quotes.append(data)


def test_every_page_of_the_routes_is_in_the_list() -> None:
    def leads(path: str) -> int:
        scope = {"type": "http", "method": "GET", "path": path.split("?")[0], "headers": []}
        return next(at for at, each in enumerate(ROUTES) if each.matches(scope)[0] == Match.FULL)

    assert {leads(path) for path in EVERY} == set(range(len(ROUTES)))


@pytest.mark.parametrize("path", SHOWN)
def test_an_english_page_has_thai_words_only_where_it_says_so(
    client: TestClient, path: str
) -> None:
    page = Read(client.get(in_english(path)).text)
    assert [text for lang, text in page.texts if lang != "th" and THAI.search(text)] == []
    # These have no parts to be marked; no more Thai is in them than the letter of a clause, if
    # they do not repeat what was asked.
    whole = [text for lang, text in page.attributes if lang != "th"] + page.about
    assert THAI.search(path) or [text for text in whole if WORD.search(text)] == []


@pytest.mark.parametrize("path", SHOWN)
def test_a_thai_page_says_of_the_codes_labels_that_they_are_english(
    client: TestClient, path: str
) -> None:
    page = Read(client.get(path).text)
    # An attribute and a title have no parts to be marked; a text has.
    assert [text for lang, text in page.texts if lang != "en" and LABELS.search(text)] == []
