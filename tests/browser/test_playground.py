"""The playground in a real browser: the editor, the form, and what leaves them."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect

from app.queries import stored_queries
from tests.browser.conftest import ROOT, Watched

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What GraphiQL does and no option, attribute or style of ours mends; the form has none of it.
GRAPHIQL = {
    "nested-interactive": "a tab is a role=tab around two buttons of its own, each reached by Tab",
    "scrollable-region-focusable": "the editor scrolls with the caret of the field beside its text",
}
BUILDER = {
    "label": "the query builder's fields stand beside the names of their arguments, without labels",
    "select-name": "its list of what to add has one choice and no name",
}
DOCUMENTS = {each.stem: each.document for each in stored_queries()}


def violations(page: Page) -> set[str]:
    """Give the rules of accessibility that a page breaks."""
    # By evaluation: the policy allows no other script.
    page.evaluate(AXE)
    found: list[str] = page.evaluate(
        "(rules) => axe.run({runOnly: rules, resultTypes: ['violations']})"
        ".then(({violations}) => violations.map(({id, nodes}) =>"
        " id + ' ' + (nodes.length && '')))",
        RULES,
    )
    return {each.strip() for each in found}


def written(page: Page, editor: str) -> str:
    """Give the text of one of the editors."""
    text: str = page.evaluate(
        "(name) => document.querySelector(`${name} .CodeMirror`).CodeMirror.getValue()", editor
    )
    return text


QUERY, VARIABLES, RESULT = ".graphiql-query-editor", ".graphiql-editor-tool", ".graphiql-response"


def run(page: Page) -> Any:
    """Press Run and give what the page shows."""
    # Not the answer that brings the schema.
    with page.expect_response(
        lambda answer: "IntrospectionQuery" not in (answer.request.post_data or "")
    ) as answered:
        page.locator(".graphiql-execute-button").click()
    answer = answered.value.json()
    page.wait_for_function(_SHOWN, arg=RESULT)
    assert json.loads(written(page, RESULT)) == answer
    return answer


# A long answer is not wholly in the page; every one ends with what it could have cost.
_SHOWN = """(name) =>
  document.querySelector(`${name} .CodeMirror`).CodeMirror.getValue().includes('"extensions"')"""


def copied(page: Page, button: str) -> str:
    """Press a button that copies, and give what is in the clipboard then."""
    page.get_by_role("button", name=button).click()
    expect(page.locator("#said")).to_contain_text("Copied")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.fixture
def editor(watched: Watched) -> Iterator[Watched]:
    """A watched page that may read its clipboard; it did nothing it must not do."""
    watched.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield watched
    assert watched.faults() == []


def test_the_playground_runs_the_headline(editor: Watched) -> None:
    page = editor.open("/playground?lang=en")
    expect(page.locator(".graphiql-tab")).to_have_count(5)
    assert run(page)["data"]["whoHolds"]["outcome"] == "NOBODY"


def test_the_playground_opens_every_stored_question(editor: Watched) -> None:
    page = editor.open("/playground?lang=en")
    page.get_by_text("Stored questions").click()
    links = page.locator(".stored a")
    assert links.count() == len(list((ROOT / "queries").glob("*.graphql")))
    links.filter(has_text="How is the PCIO tied").click()
    page.wait_for_load_state("networkidle")
    assert written(page, QUERY) == DOCUMENTS["path"]
    run(page)
    expect(page.locator(RESULT)).to_contain_text("ประสานและทำงานร่วมกันอย่างเป็นเครือข่ายกับ")


def test_a_link_opens_its_own_tab_beside_the_examples_and_those_come_back(editor: Watched) -> None:
    page = editor.open("/playground?lang=en&query=%7B%20dataset%20%7B%20version%20%7D%20%7D")
    assert list(run(page)["data"]) == ["dataset"]
    tabs = page.locator(".graphiql-tab")
    expect(tabs).to_have_count(6)
    page.locator(".graphiql-tab-active").get_by_label("Close Tab").click()
    expect(tabs).to_have_count(5)
    duties = tabs.filter(has_text="Duties")
    # GraphiQL lays its tabs out anew after one is closed, and loses a click meanwhile.
    for _ in range(20):
        duties.get_by_role("button", name="Duties").click()
        if duties.get_attribute("aria-selected") == "true":
            break
        page.wait_for_timeout(100)
    expect(duties).to_have_attribute("aria-selected", "true")
    page.locator(".graphiql-tab-active").get_by_label("Close Tab").click()
    expect(tabs).to_have_count(4)
    page.wait_for_function(_OF_TABS, arg=4)
    editor.open("/playground?lang=en&stem=columns")
    expect(tabs).to_have_count(5)
    assert written(page, QUERY) == DOCUMENTS["columns"]
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Reset to the examples").click()
    expect(tabs).to_have_count(5)
    page.once("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        page.get_by_role("button", name="Reset to the examples").click()
    page.wait_for_load_state("networkidle")
    assert page.url.endswith("/playground?lang=en")
    expect(page.locator(f"{QUERY} .CodeMirror")).to_contain_text("query WhoHolds(")
    assert written(page, QUERY) == DOCUMENTS["who_holds"]
    expect(page.locator(".graphiql-tab-button")).to_have_text(
        ["WhoHolds", "Ask", "WholeMatrix", "OneBody", "Duties"]
    )
    # What was run is not lost.
    page.get_by_label("Show History").click()
    expect(page.locator(".graphiql-history-items li")).to_have_count(1)


_OF_TABS = """(count) =>
  JSON.parse(window.localStorage.getItem("graphiql:tabState")).tabs.length === count"""


def test_no_action_in_the_editor_breaks_the_policy(editor: Watched) -> None:
    page = editor.open("/playground?lang=en")
    page.locator(f"{QUERY} .CodeMirror").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("{ bodie")
    page.keyboard.press("Control+Space")
    hints = page.locator(".CodeMirror-hints")
    expect(hints).to_contain_text("bodies")
    page.keyboard.press("Enter")
    page.keyboard.type("(first: 2) { nodes { ...One } } } fragment One on Body { id nme }")
    page.locator(".CodeMirror-lint-mark-error").first.hover()
    expect(page.locator(".CodeMirror-lint-tooltip")).to_contain_text("Cannot query field")
    page.mouse.move(0, 0)
    page.locator(f"{QUERY} .CodeMirror").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(
        "{ bodies(first: 2) { nodes { ...One } } } fragment One on Body { id }"
    )
    assert len(run(page)["data"]["bodies"]["nodes"]) == 2
    for name in ("Prettify query", "Merge fragments", "Copy query"):
        page.get_by_label(name).click()
    expect(page.locator(QUERY)).not_to_contain_text("fragment")
    # The docs: opened, searched, walked.
    page.get_by_label("Show Documentation Explorer").click()
    page.get_by_role("combobox").fill("clause")
    page.get_by_role("option").first.click()
    expect(page.locator(".graphiql-doc-explorer")).to_contain_text("Clause")
    page.get_by_label("Hide Documentation Explorer").click()
    page.get_by_label("Show History").click()
    expect(page.locator(".graphiql-history-items li").first).to_be_visible()
    # The query builder: a field added by a click.
    page.get_by_label("Show GraphiQL Explorer").click()
    builder = page.locator(".graphiql-explorer-root")
    builder.get_by_text("columns", exact=True).first.click()
    builder.get_by_text("label", exact=True).first.click()
    assert "columns" in written(page, QUERY)
    for dialog in ("Open settings dialog", "Open short keys dialog"):
        page.get_by_label(dialog).click()
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_label("New tab").click()
    expect(page.locator(".graphiql-tab")).to_have_count(6)
    page.get_by_label("Close Tab").last.click()
    page.get_by_label("Re-fetch GraphQL schema").click()
    # The panes are made wider by the mouse.
    bar = page.locator(".graphiql-horizontal-drag-bar").last.bounding_box()
    assert bar
    page.mouse.move(bar["x"] + 2, bar["y"] + 200)
    page.mouse.down()
    page.mouse.move(bar["x"] - 100, bar["y"] + 200)
    page.mouse.up()
    page.get_by_label("Show editor tools").click()
    page.locator(f"{VARIABLES} .CodeMirror").click()
    page.keyboard.type("{")
    page.emulate_media(color_scheme="dark")
    page.get_by_label("Show Documentation Explorer").click()
    expect(page.locator(".graphiql-doc-explorer")).to_be_visible()


def test_a_link_is_short_and_brings_back_query_variables_and_language(editor: Watched) -> None:
    page = editor.page
    for stem, variables, edit in (
        ("who_holds", '{"activity": "๑๑"}', ""),
        ("relationships", "", ""),
        # What was changed in it is in the link; the comments of a long one are not.
        ("who_holds", '{"activity": "๑๐"}', "\n# mine\n"),
        ("relationships", "", "\n# ของฉัน\n"),
    ):
        document = DOCUMENTS[stem] + edit
        given = {"lang": "en", "query": document, "variables": variables}
        editor.open(f"/playground?{urlencode(given)}")
        link = copied(page, "Copy the URL")
        assert len(link) < 2_000
        assert parse_qs(urlsplit(link).query)["lang"] == ["en"]
        assert ("stem=" in link) == (not edit)
        page.evaluate("window.localStorage.clear()")
        editor.open(link.removeprefix(editor.site))
        if not edit:
            assert written(page, QUERY) == document
        assert written(page, VARIABLES) == variables
        assert run(page)["data"]


SAID = {"question": 'who\'s the "chair"\nof the PCIO? ใครเป็นประธาน PCIO $HOME `id` \\ %s'}
QUOTED = '''{
  # it's "quoted", in '"three"' ways \\
  ask(question: """who's the "chair" of PCIO\\""" """) { kind text }
}'''


@pytest.mark.parametrize(
    ("document", "variables"),
    [
        (DOCUMENTS["who_holds"], {"activity": "ความมั่นคงปลอดภัยไซเบอร์"}),
        (DOCUMENTS["ask"], SAID),
        (DOCUMENTS["search"], {"text": "ก.พ.", "kinds": ["BODY"], "first": 2}),
        (DOCUMENTS["instrument"], {}),
        (QUOTED, {}),
    ],
    ids=["who_holds", "ask", "search", "instrument", "own"],
)
def test_what_is_copied_runs_elsewhere_and_answers_the_same(
    editor: Watched, document: str, variables: dict[str, Any], tmp_path: Path
) -> None:
    given = {"lang": "en", "query": document, "variables": json.dumps(variables)}
    page = editor.open(f"/playground?{urlencode(given)}")
    shown = run(page)
    assert shown["data"]
    assert by_shell(copied(page, "Copy as curl"), tmp_path) == shown
    assert by_python(copied(page, "Copy as Python"), tmp_path) == shown
    # The form makes the same of it.
    page.get_by_role("link", name="Form", exact=True).click()
    page.wait_for_load_state("networkidle")
    assert "mode=form" in page.url
    page.get_by_role("button", name="Run", exact=True).click()
    page.wait_for_load_state("networkidle")
    page.get_by_text("The answer as JSON").click()
    assert json.loads(page.locator("#json").inner_text()) == shown
    assert by_shell(copied(page, "Copy as curl"), tmp_path) == shown
    assert by_python(copied(page, "Copy as Python"), tmp_path) == shown


def by_shell(text: str, folder: Path) -> Any:
    """Run a command as it was copied."""
    ran = subprocess.run(
        ["bash"], input=text, capture_output=True, text=True, cwd=folder, timeout=30, check=True
    )
    return json.loads(ran.stdout)


def by_python(text: str, folder: Path) -> Any:
    """Run a program as it was copied."""
    program = folder / "copied.py"
    program.write_text(text, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, program], capture_output=True, text=True, timeout=30, check=True
    )
    return json.loads(ran.stdout)


def test_of_several_operations_the_copies_name_the_one_meant(
    editor: Watched, tmp_path: Path
) -> None:
    several = "query One { dataset { version } }\nquery Two { columns { label } }"
    page = editor.open(f"/playground?{urlencode({'lang': 'en', 'query': several})}")
    page.locator(f"{QUERY} .CodeMirror").click()
    page.keyboard.press("Control+End")
    for answer in (
        by_shell(copied(page, "Copy as curl"), tmp_path),
        by_python(copied(page, "Copy as Python"), tmp_path),
    ):
        assert list(answer["data"]) in (["dataset"], ["columns"])


def test_what_cannot_be_copied_is_said(editor: Watched) -> None:
    page = editor.open("/playground?lang=en&stem=body&variables=%7B")
    page.get_by_role("button", name="Copy as curl").click()
    expect(page.locator("#said")).to_contain_text("Check that the variables are JSON")


def test_escape_leaves_each_editor_and_tab_goes_on(editor: Watched) -> None:
    page = editor.open("/playground?lang=en&stem=body&variables=%7B%7D")
    expect(page.get_by_text("Esc leaves the editor").first).to_be_visible()
    button = page.locator(".graphiql-execute-button")
    run(page)
    for place in (QUERY, VARIABLES, RESULT):
        page.locator(f"{place} .CodeMirror").click()
        expect(page.locator(f"{place} .CodeMirror-focused")).to_have_count(1)
        before = written(page, place)
        page.keyboard.press("Tab")
        # Tab belongs to what is written; to leave is Escape.
        if place != RESULT:
            assert written(page, place) != before
        page.locator(f"{place} .CodeMirror").click()
        page.keyboard.press("Escape")
        expect(button).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Prettify query")).to_be_focused()
    # Nothing here reads headers, so there is no editor for them.
    assert page.get_by_role("button", name="Headers").count() == 0


def test_escape_closes_the_completions_first(editor: Watched) -> None:
    page = editor.open("/playground?lang=en")
    page.locator(f"{QUERY} .CodeMirror").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("{ bodie")
    expect(page.locator(".CodeMirror-hints")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".CodeMirror-hints")).to_have_count(0)
    expect(page.locator(f"{QUERY} .CodeMirror-focused")).to_have_count(1)


def test_the_stored_questions_close_by_escape(editor: Watched) -> None:
    page = editor.open("/playground")
    summary = page.locator(".stored summary")
    summary.press("Enter")
    expect(page.locator(".stored a").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".stored a").first).to_be_hidden()
    expect(summary).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_editor_is_as_accessible_as_graphiql_lets_it_be(editor: Watched, scheme: Any) -> None:
    editor.page.emulate_media(color_scheme=scheme)
    page = editor.open("/playground?lang=en&stem=body&variables=%7B%7D")
    run(page)
    assert violations(page) == set(GRAPHIQL)
    page.get_by_label("Show Documentation Explorer").click()
    assert violations(page) == set(GRAPHIQL)
    page.get_by_label("Show GraphiQL Explorer").click()
    assert violations(page) == set(GRAPHIQL) | set(BUILDER)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 768, 1280])
def test_the_form_breaks_no_rule_of_accessibility(
    watched: Watched, width: int, scheme: Any
) -> None:
    page = watched.page
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    for path in (
        "/playground?mode=form&stem=search",
        "/playground?mode=form&stem=relationships&lang=en",
        "/playground?mode=form",
    ):
        watched.open(path)
        for summary in page.locator("#form summary").all():
            summary.click()
        assert violations(page) == set()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert watched.faults() == []
    watched.open("/playground?mode=form&stem=body&v.id=GCIO")
    assert violations(page) == set()


def test_a_phone_gets_the_form_and_answers_by_keyboard(phone: Watched) -> None:
    page = phone.open("/playground?lang=en")
    expect(page.locator("#editor")).to_be_hidden()
    field = page.get_by_label("Activity: number, id, name or topic")
    field.fill("cyber security")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Run", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".shown")).to_contain_text("At the province level, nobody")
    assert "v.level=PROVINCE" in page.url
    expect(page.get_by_label("Level", exact=True)).to_have_value("PROVINCE")
    # The address is the state: opened cold it shows the same.
    expect(page.get_by_role("button", name="Copy the link")).to_be_visible()
    told = page.locator("#form").inner_text()
    cold = phone.open(urlsplit(page.url)._replace(scheme="", netloc="", fragment="").geturl())
    expect(page.get_by_role("button", name="Copy the link")).to_be_visible()
    assert cold.locator("#form").inner_text() == told
    assert phone.faults() == []


def test_the_form_copies_a_link_to_its_state(phone: Watched) -> None:
    phone.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = phone.open("/playground?mode=form&stem=columns&lang=en")
    assert copied(page, "Copy the link") == page.url
    page.get_by_text("The answer as JSON").click()
    assert len(json.loads(page.locator("#json").inner_text())["data"]["columns"]) == 5
    assert phone.faults() == []


def test_a_link_that_some_programs_cut_is_said_to_be_long(phone: Watched) -> None:
    phone.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    query = "{ dataset { version } } #" + "x" * 2000
    page = phone.open("/playground?" + urlencode({"mode": "form", "query": query, "lang": "en"}))
    assert copied(page, "Copy the link") == page.url
    expect(page.locator("#said")).to_contain_text("longer than 2,000")
    copied(page, "Copy as curl")
    expect(page.locator("#said")).to_have_text("Copied.")


def test_from_the_form_to_the_editor_and_back_the_question_is_kept(editor: Watched) -> None:
    page = editor.open("/playground?mode=form&stem=body&v.id=PCIO&lang=en")
    page.get_by_role("link", name="Editor", exact=True).click()
    page.wait_for_load_state("networkidle")
    assert written(page, QUERY) == DOCUMENTS["body"]
    assert json.loads(written(page, VARIABLES)) == {"id": "PCIO"}
    page.get_by_role("link", name="Form", exact=True).click()
    expect(page.get_by_label("Id or name")).to_have_value("PCIO")


def test_without_a_script_the_form_is_the_playground(browser: Browser, site: str) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.goto(f"{site}/playground?lang=en")
    expect(page.get_by_text("The editor needs JavaScript")).to_be_visible()
    page.get_by_label("Stored question").select_option("body")
    page.get_by_role("button", name="Open it").click()
    page.get_by_label("Id or name").fill("PCIO")
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.locator(".shown")).to_contain_text("Provincial Chief Information Officer")
    # What only a script can do is not offered.
    expect(page.get_by_role("button", name="Copy as curl")).to_be_hidden()
    expect(page.get_by_role("link", name="Editor", exact=True)).to_be_hidden()
    context.close()


def test_a_browser_at_the_api_comes_to_the_playground(editor: Watched) -> None:
    page = editor.open("/graphql?lang=en&query=%7B%20dataset%20%7B%20version%20%7D%20%7D")
    assert "/playground?" in page.url
    assert written(page, QUERY) == "{ dataset { version } }"
