"""What is searched for in another spelling, in other digits, in the other era, or with a slip."""

import asyncio

import pytest
from starlette.testclient import TestClient

from graph.dataset import Dataset
from graph.questions.search import SearchFor
from graph.stores.networkx_store import NetworkxStore


def found(store: NetworkxStore, words: str) -> list[str]:
    """The ids that a search finds, in order."""
    question = SearchFor.of(store.dataset, words, (), 100, None)
    hits = question.judge(store.dataset, asyncio.run(store.find(question))).hits
    return [hit.node.id for hit in hits.items]


@pytest.mark.parametrize(
    ("one", "other"),
    [("๑๓", "13"), ("๒๕๖๒", "2562"), ("2562", "2019"), ("ทํา", "ทำ"), ("คพร", "คพร.")],
)
def test_another_spelling_finds_the_same(store: NetworkxStore, one: str, other: str) -> None:
    assert found(store, one)
    assert found(store, one) == found(store, other)


@pytest.mark.parametrize("words", ["กพ", "ก.พ.", "สพร", "สพร."])
def test_an_abbreviation_is_found_with_its_stops_and_without(
    store: NetworkxStore, words: str
) -> None:
    first = {"กพ": "organization:csc", "ก.": "organization:csc", "สพ": "organization:dga"}
    assert (found(store, words))[0] == first[words[:2]]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("cyber securty", "cyber security"),
        ("ciber security", "cyber security"),
        ("DCOI", "dcio"),
        ("DICO", "dcio"),
        ("MCI0", "mcio"),
        ("GICO", "gcio"),
        ("budjet", "budget"),
        ("govenance", "governance"),
        ("qualifcation", "qualification"),
        ("enterprise architcture", "enterprise architecture"),
        ("Irigation department", "irrigation department"),
        ("audti", "audit"),
        ("คณะกรรมกาน", "คณะกรรมการ"),
        ("คณะกรรมการพัฒนารัฐบาลดิจิตัล", "คณะกรรมการพัฒนารัฐบาลดิจิทัล"),
        ("ผู้ว่าราชการจังหวัต", "ผู้ว่าราชการจังหวัด"),
        ("กระทรวงดิจิตัล", "กระทรวงดิจิทัล"),
        ("กรมชลประธาน", "กรมชลประทาน"),
        ("สำนักงบประมาน", "สำนักงบประมาณ"),
        ("ธรรมาภิบาน", "ธรรมาภิบาล"),
        ("งบประมาน", "งบประมาณ"),
        ("ที่ปรึกสา", "ที่ปรึกษา"),
        ("ทรัพยากน", "ทรัพยากร"),
    ],
)
def test_one_wrong_letter_is_put_right(
    dataset: Dataset, store: NetworkxStore, typed: str, right: str
) -> None:
    assert found(store, typed) == []
    assert dataset.put_right(typed) == right
    assert found(store, right)


@pytest.mark.parametrize(
    "words",
    [
        *("weather", "kitten", "coffee", "hospital", "banks", "zzzz", "JCIO", "xy", "x" * 200),
        *(
            "2563",
            "1999",
            "ฝนตก",
            "ฝนตกไหม",
            "ประทานาธิบดี",
            "cyber wether",
            "budjet audti securty",
            "ก" * 200,
        ),
    ],
)
def test_what_is_no_slip_of_one_name_is_left_alone(dataset: Dataset, words: str) -> None:
    assert dataset.put_right(words) is None


def test_the_page_says_what_it_read(client: TestClient) -> None:
    page = client.get("/search?q=cyber securty&lang=en").text
    assert "Nothing holds these words as typed. Shown is what holds <b>cyber security</b>" in page
    assert 'href="/activities/activity:11?lang=en"' in page
    assert "<b>" not in client.get("/search?q=cyber security&lang=en").text
