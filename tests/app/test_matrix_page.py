"""The matrix page and its pictures: every filter against figure 2 as it is printed."""

import asyncio
import re
from collections.abc import Callable
from html import unescape
from itertools import permutations
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from app.context import Context
from app.drawing.letters import width
from app.drawing.matrix import draw
from app.excerpt import Excerpt, Filter, excerpt
from graph.dataset import Dataset
from graph.questions.search import LONGEST
from graph.stores.networkx_store import NetworkxStore
from tests.app.test_pages import words
from tests.oracle import BODIES, COLUMNS, LEVELS, PrintedRow, printed_rows

MARKS = ("A", "R", "C", "I", "-")
LEVEL_OF = {column: name.lower().replace("_", "-") for name, column in LEVELS.items()}


def shown(html: str) -> list[int]:
    """Give the numbers of the rows a page shows."""
    return [int(number) for number in re.findall(r'<tr id="row-(\d+)"', html)]


def framed(html: str) -> set[tuple[int, str]]:
    """Give the cells a page marks as matching, by row and column."""
    found = re.findall(r'<td class="match"><a href="([^"]+)"', html)
    return {
        (int(number), unescape(column).replace("%2F", "/"))
        for number, column in re.findall(
            r"activity:(\d+)\?column=([^ &]+)", " ".join(map(unescape, found))
        )
    }


def cells(where: Callable[[PrintedRow, str], bool]) -> set[tuple[int, str]]:
    """Give the printed cells that are so."""
    return {
        (row.number, column) for row in printed_rows() for column in COLUMNS if where(row, column)
    }


def look(store: NetworkxStore, **given: str) -> Excerpt:
    asked = Filter.of(store.dataset, given)
    return asyncio.run(excerpt(Context(store), asked))


def check(client: TestClient, expected: set[tuple[int, str]], **given: str) -> None:
    """Hold a filtered page to the cells that are to match."""
    html = client.get("/matrix", params={**given, "lang": "en"}).text
    rows = sorted({row for row, _ in expected})
    assert shown(html) == rows
    assert framed(html) == expected
    assert f"Shows {len(rows)} of 13 rows; hidden: {13 - len(rows)}." in words(html)
    assert 'href="/matrix?lang=en">Clear</a>' in html


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_whole_matrix_is_shown_and_each_cell_leads_to_its_source(
    client: TestClient, dataset: Dataset, lang: str
) -> None:
    html = client.get(f"/matrix?lang={lang}").text
    assert shown(html) == list(range(1, 14))
    links = re.findall(r'<td><a href="([^"]+)"', html)
    assert len(set(links)) == 65
    of_row = {row.number: row for row in printed_rows()}
    for link in links:
        answer = client.get(unescape(link))
        page = words(answer.text)
        number = int(re.search(r"activity:(\d+)", link)[1])  # type: ignore[index]
        row = of_row[number]
        assert answer.status_code == 200
        assert " ".join([f"{number}.", row.words, *row.cells.values()]) in page
        assert f"figure 2 row {number}" in page if lang == "en" else "ภาพที่ ๒ แถว" in page
        assert ("26 Nov 2019" if lang == "en" else "๒๖ พ.ย. ๒๕๖๒") in page
        assert "๒๖ พฤศจิกายน ๒๕๖๒" in answer.text
        citation = dataset.assignments_of_activity[f"activity:{number}"][0].citation
        for reading in dataset.readings_in(citation):
            assert reading.read in answer.text


@pytest.mark.parametrize("mark", MARKS)
def test_a_code_picks_its_cells(client: TestClient, mark: str) -> None:
    check(client, cells(lambda row, column: mark in row.cells[column]), code=mark)


@pytest.mark.parametrize("column", COLUMNS)
def test_a_column_and_each_body_behind_it_pick_its_cells(client: TestClient, column: str) -> None:
    expected = cells(lambda _, each: each == column)
    for name in (column, *BODIES[column]):
        check(client, expected, body=name)


@pytest.mark.parametrize("column", COLUMNS)
def test_a_level_picks_its_column_with_any_code(client: TestClient, column: str) -> None:
    check(client, cells(lambda _, each: each == column), level=LEVEL_OF[column])


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("mark", MARKS)
def test_a_code_at_a_level_is_found_or_said_to_be_held_by_nobody(
    client: TestClient, store: NetworkxStore, mark: str, column: str
) -> None:
    level = LEVEL_OF[column]
    expected = cells(lambda row, each: each == column and mark in row.cells[each])
    if expected:
        check(client, expected, code=mark, level=level)
        return
    page = words(client.get("/matrix", params={"code": mark, "level": level, "lang": "en"}).text)
    assert "Shows 0 of 13 rows; hidden: 13." in page
    found = look(store, code=mark, level=level)
    if mark == "-":
        assert "No row matches a dash (-): no code" in page
        return
    assert "Nobody is" in page
    assert "in any row." in page
    assert len(found.nobody) == 13
    for row, holding in zip(printed_rows(), found.nobody, strict=True):
        held = [each.body.id for each in (*holding.holders, *holding.held_elsewhere)]
        assert held == [
            body for each in COLUMNS if mark in row.cells[each] for body in BODIES[each]
        ]
        assert holding.reason.en in page


def test_no_a_stands_below_and_the_page_says_who_is_accountable(client: TestClient) -> None:
    for level, thai in (("ministry", "กระทรวง"), ("department", "กรม"), ("province", "จังหวัด")):
        html = client.get("/matrix", params={"code": "A", "level": level}).text
        page = words(html)
        assert f"ไม่มีผู้ใดเป็น Accountable (A) ในระดับ{thai} ในแถวใดเลย" in page
        assert "แสดง ๐ จาก ๑๓ แถว ซ่อนไว้ ๑๓ แถว" in page
        assert "คณะกรรมการพัฒนารัฐบาลดิจิทัล" in page
        assert 'href="/bodies/organization:gcio-committee"' in html


def test_nobody_in_one_row_is_answered_as_the_question_is(client: TestClient) -> None:
    page = words(client.get("/matrix?code=A&level=department&text=11&lang=en").text)
    assert "Nobody is Accountable at the department level in row 11." in page
    assert "Accountable at other levels" in page
    assert "A stands only under DG/DE." in page


def test_choices_that_exclude_one_another_are_never_said_to_be_nobody(client: TestClient) -> None:
    for query in (
        "code=R&body=DCIO&level=ministry",
        "code=R&compare=MCIO&with=PCIO&body=DCIO",
        "code=R&compare=MCIO&with=PCIO&level=department",
    ):
        page = words(client.get(f"/matrix?{query}&lang=en").text)
        assert "These choices exclude one another" in page
        assert "Nobody" not in page


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        *(("11", [11]), ("๑๑", [11]), ("1", [1]), ("๓", [3]), (" 13 ", [13])),
        *(("ไซเบอร์", [11]), ("CYBER", [11]), ("PDPA", [11]), ("งบประมาณ", [1])),
        # Printed with a space, typed without one; and with a wrong letter.
        *(("การประสานพัฒนาความร่วมมือ", [5]), ("cyber secrity", [11])),
        *(("big data", [8]), ("risk law", [12]), ("ข้อมูล", [8, 9, 11])),
    ],
)
def test_words_or_a_number_pick_rows(client: TestClient, text: str, rows: list[int]) -> None:
    html = client.get("/matrix", params={"text": text}).text
    assert shown(html) == rows
    assert framed(html) == set()


def test_every_topic_and_both_names_find_their_row(store: NetworkxStore) -> None:
    async def every() -> None:
        for activity in store.dataset.activities:
            for name in (activity.name.th, activity.name.en, *activity.topics):
                if len(name) <= LONGEST:
                    found = await excerpt(Context(store), Filter(text=name))
                    assert activity in [row.activity for row in found.rows], name

    asyncio.run(every())


def test_words_of_no_row_say_so_and_offer_the_nearest(client: TestClient) -> None:
    html = client.get("/matrix", params={"text": "มาตราฐาน"}).text
    assert "ไม่มีแถวใดตรงกับ คำว่า “มาตราฐาน”" in words(html)
    assert 'href="/matrix?text=10"' in html
    for text in ("14", "0", "zzzz", "<script>alert(1)</script>"):
        answer = client.get("/matrix", params={"text": text})
        assert answer.status_code == 200
        assert shown(answer.text) == []
        assert "<script>alert" not in answer.text


@pytest.mark.parametrize(("one", "other"), list(permutations(COLUMNS, 2)))
def test_two_columns_stand_side_by_side(client: TestClient, one: str, other: str) -> None:
    html = client.get("/matrix", params={"compare": one, "with": other, "lang": "en"}).text
    heads = re.findall(r'<th scope="col">([^<]+)<small>', html)
    assert heads == [one, other]
    differing = [
        row.number
        for row in printed_rows()
        if set(row.cells[one].split("/")) != set(row.cells[other].split("/"))
    ]
    marked = [int(number) for number in re.findall(r'<tr id="row-(\d+)" class="differs"', html)]
    assert marked == differing
    assert html.count("<b>differ</b>") == len(differing)
    assert shown(html) == list(range(1, 14))
    said = f"{one} and {other} hold different codes in {len(differing)} of the 13 rows shown."
    assert said in words(html)
    joined = client.get("/matrix", params={"compare": f"{one},{other}", "lang": "en"}).text
    assert said in words(joined)


def test_a_comparison_may_be_filtered(client: TestClient) -> None:
    check(
        client,
        cells(lambda row, each: each in ("MCIO", "DCIO") and "R" in row.cells[each]),
        **{"code": "R", "compare": "MCIO", "with": "DCIO"},
    )
    page = words(client.get("/matrix?code=A&compare=MCIO,DCIO&lang=en").text)
    assert "Nobody is Accountable under MCIO, DCIO in any row." in page


@pytest.mark.parametrize(
    "query",
    [
        *("code=X", "level=federal", "body=nobody", "body=post:ceo", "compare=MCIO"),
        *("compare=MCIO&with=MCIO", "compare=MCIO,XCIO", "compare=MCIO,DCIO,PCIO", "with=DCIO"),
        *("text=" + "ก" * (LONGEST + 1), "body=organization:gcio-system", "code=" + "A" * 5000),
        *("compare=" + "a," * 900, "body=" + "b" * 5000),
    ],
)
@pytest.mark.parametrize("path", ["/matrix", "/matrix.svg", "/matrix.png"])
def test_what_is_not_allowed_is_said_with_what_is(
    client: TestClient, path: str, query: str
) -> None:
    thai, english = client.get(f"{path}?{query}"), client.get(f"{path}?{query}&lang=en")
    assert thai.status_code == english.status_code == 400
    assert "ใช้ได้เฉพาะ" in thai.text
    assert "Allowed:" in english.text
    assert len(words(english.text)) < 1_500
    if query.startswith(("body", "compare", "with")):
        assert "DG/DE, GCIO, MCIO, DCIO, PCIO" in words(english.text)


def test_the_form_keeps_what_was_chosen(client: TestClient) -> None:
    html = client.get(
        '/matrix?code=-&body=DCIO&level=department&text=๑๐"&compare=DCIO&with=PCIO&lang=en'
    ).text
    assert '<details class="filters" open>' in html
    for chosen in ('value="-" selected', 'value="DCIO" selected', 'value="department" selected'):
        assert chosen in html
    assert html.count("<option selected>") == 2
    assert 'value="๑๐&#34;"' in html
    assert '<input type="hidden" name="lang" value="en">' in html
    assert '<details class="filters">' in client.get("/matrix").text


def test_the_other_language_and_the_pictures_keep_the_filter(client: TestClient) -> None:
    html = unescape(client.get("/matrix?code=R&compare=MCIO&with=DCIO&lang=en").text)
    kept = "code=R&compare=MCIO&with=DCIO"
    assert f'href="/matrix?{kept}&lang=th"' in html
    for form in ("svg", "png"):
        assert f'href="/matrix.{form}?{kept}&lang=en"' in html


@pytest.mark.parametrize("query", ["", "?code=A&level=department"])
def test_the_checks_stand_with_the_matrix_and_lead_to_their_rows(
    client: TestClient, query: str
) -> None:
    thai = client.get(f"/matrix{query}").text
    english = client.get(f"/matrix{query}{'&' if query else '?'}lang=en").text
    for name, said, rows in (
        (
            "one-accountable-column",
            "Each of the 13 rows has A in exactly one column.",
            range(1, 14),
        ),
        ("shared-accountable", "In 7 rows two committees", [1, 6, 7, 9, 10, 11, 13]),
        ("no-accountable-below", "No A stands at ministry, department or province", []),
        ("dashes", "Row 10 prints a dash under MCIO, DCIO, PCIO", [10]),
    ):
        for html in (thai, english):
            listed = html[html.index(f'id="{name}"') :]
            listed = listed[: listed.index("</li>")]
            assert [int(each) for each in re.findall(r"#row-(\d+)", listed)] == list(rows)
            reading = "การอ่านของเรา" in listed or "our reading" in listed
            assert reading == (name == "shared-accountable")
            assert ("DG/DE" in listed) == reading
            levels = re.findall(r"code=A&amp;level=([\w-]+)", listed)
            below = ["ministry", "department", "province"]
            assert levels == (below if name == "no-accountable-below" else [])
        assert said in words(english)
    assert "คำนวณจาก ๖๕ ช่อง" in thai
    assert "Computed from all 65 cells" in english


def test_the_page_is_light(client: TestClient) -> None:
    answers = [client.get(f"/matrix?code={mark}&lang=th") for mark in "ARCI"]
    assert max(len(answer.content) for answer in answers) < 60_000


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_picture_shows_what_the_page_does(store: NetworkxStore, lang: str) -> None:
    picture = draw(look(store), lang, "0123456789ab")
    for row in printed_rows():
        written = ", ".join(f"{column} {row.cells[column]}" for column in COLUMNS)
        assert written in picture.description
    printed = "".join(mark for row in printed_rows() for mark in "".join(row.cells.values()))
    drawn = re.findall(r'on-code" [^>]*>([ARCI])<', picture.body)
    # The legend has each letter once.
    assert drawn == [*"ARCI", *(mark for mark in printed if mark in "ARCI")]
    assert "0123456789ab" in picture.body
    filtered = draw(look(store, code="R", compare="MCIO,DCIO"), lang, "0123456789ab")
    assert filtered.body.count('class="mark"') == 1 + len(
        cells(lambda row, each: each in ("MCIO", "DCIO") and "R" in row.cells[each])
    )
    assert ("ซ่อนไว้ ๑ แถว" if lang == "th" else "hidden: 1.") in filtered.body
    assert "DG/DE" not in filtered.body


def test_a_picture_of_nobody_says_so_and_shows_who_instead(store: NetworkxStore) -> None:
    for given in ({"level": "department"}, {"compare": "MCIO,DCIO"}):
        picture = draw(look(store, code="A", **given), "en", "0123456789ab")
        assert "Nobody is Accountable" in picture.description
        assert "Shows 0 of 13 rows" not in picture.description
        assert "cells that hold it instead" in picture.body
        assert picture.body.count('class="mark"') == 1 + 13
        assert "DG/DE A, GCIO I, MCIO R, DCIO R, PCIO I" in picture.description


def test_a_picture_of_nothing_says_so(store: NetworkxStore) -> None:
    picture = draw(look(store, text="zzzz"), "en", "0123456789ab")
    assert "No row matches the words “zzzz”." in picture.description
    hostile = draw(look(store, text="<script>"), "en", "0123456789ab")
    assert "<script>" not in hostile.body + hostile.document


@pytest.mark.parametrize(
    ("path", "kind", "start"),
    [
        ("/matrix.svg", "image/svg+xml", b"<svg "),
        ("/matrix.png", "image/png", b"\x89PNG"),
    ],
)
def test_a_picture_may_stand_on_other_sites_and_is_kept(
    client: TestClient, path: str, kind: str, start: bytes
) -> None:
    answer = client.get(path)
    headers = answer.headers
    assert answer.content.startswith(start)
    assert headers["content-type"].split(";")[0] == kind
    assert headers["access-control-allow-origin"] == "*"
    assert headers["cross-origin-resource-policy"] == "cross-origin"
    assert headers["content-security-policy"] == (
        "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
    )
    assert headers["cache-control"] == "public, max-age=300"
    assert headers["x-content-type-options"] == "nosniff"
    tag = headers["etag"]
    assert re.fullmatch('"[0-9a-f]{32}(-gzip)?"', tag)
    assert client.get(path).headers["etag"] == tag
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get(path, headers={"if-none-match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
    assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200
    others = [client.get(f"{path}?{query}").headers["etag"] for query in ("lang=en", "code=A")]
    assert len({tag, *others}) == 3
    head = client.head(path)
    assert (head.status_code, head.headers["etag"]) == (200, tag)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "\0",
            "a\x01\x1fb",
            "\ufffe\uffff",
            "\u202eabc",
            "]]>&lt;!--",
            "é" * LONGEST,
            "9" * LONGEST,
        ),
        *("W" * LONGEST, "ก" * LONGEST, "\U0001f600", "a\nb"),
    ],
)
def test_hostile_words_make_no_broken_picture(client: TestClient, text: str) -> None:
    for lang in ("th", "en"):
        answer = client.get(
            "/matrix.svg", params={"text": text, "compare": "MCIO,DCIO", "lang": lang}
        )
        assert answer.status_code == 200
        root = ElementTree.fromstring(answer.content)
        room = float(root.attrib["width"])
        for each in root.iter("{http://www.w3.org/2000/svg}text"):
            assert width(each.text or "", 14) < room
    png = client.get("/matrix.png", params={"text": text[:3], "scale": 1})
    assert png.content.startswith(b"\x89PNG")


def test_dots_come_in_three_sizes(client: TestClient) -> None:
    wide = []
    for scale in (1, 2, 3):
        png = client.get(f"/matrix.png?code=-&scale={scale}").content
        wide.append(int.from_bytes(png[16:20], "big"))
    assert wide == [1068, 2136, 3204]
    for bad in ("0", "4", "-1", "1.5", "x", "٢", "1" * 400):
        answer = client.get("/matrix.png", params={"scale": bad, "lang": "en"})
        assert answer.status_code == 400
        assert "Allowed: a whole number from 1 to 3" in words(answer.text)
