"""Who holds what: the headline, and every code of every row at every level against figure 2."""

import asyncio

import pytest

from app.context import Context
from graph.errors import AmbiguousName, UnknownName
from graph.model.answers import Holding, Outcome
from graph.model.codes import Code
from graph.model.levels import Level
from graph.questions.who_holds import WhoHolds
from graph.stores.networkx_store import NetworkxStore
from tests.oracle import CODES, LEVELS, holders, printed_rows


def held(store: NetworkxStore, activity: str, code: Code, level: Level | None) -> Holding:
    question = WhoHolds.of(store.dataset, activity, code, level)
    return asyncio.run(Context(store).ask(question))


def test_no_body_is_accountable_for_cyber_security_at_department_level(
    store: NetworkxStore,
) -> None:
    holding = held(store, "cyber security", Code.ACCOUNTABLE, Level.DEPARTMENT)
    assert holding.outcome is Outcome.NOBODY
    assert holding.holders == ()
    assert [(each.body.id, each.code) for each in holding.also_at_level] == [
        ("post:dcio", Code.RESPONSIBLE)
    ]
    assert [(each.body.id, each.code) for each in holding.held_elsewhere] == [
        ("organization:dg-committee", Code.ACCOUNTABLE),
        ("organization:de-committee", Code.ACCOUNTABLE),
    ]
    assert holding.citations[0].place == "figure 2 row 11"
    assert holding.citations[0].quote.endswith("A I R R I")


def test_the_headline_answer_says_so_in_both_languages(store: NetworkxStore) -> None:
    answer = held(store, "11", Code.ACCOUNTABLE, Level.DEPARTMENT).answer
    assert "ในระดับกรม ไม่มีผู้ใดเป็น Accountable (A)" in answer.th
    assert "ผู้บริหารเทคโนโลยีสารสนเทศระดับสูงระดับกรม (DCIO) เป็น Responsible (R)" in answer.th
    assert "คณะกรรมการพัฒนารัฐบาลดิจิทัล" in answer.th
    assert "คณะกรรมการดิจิทัลเพื่อเศรษฐกิจและสังคมแห่งชาติ" in answer.th
    assert "nobody is Accountable" in answer.en
    assert "There the Department Chief Information Officer (DCIO) is Responsible." in answer.en
    assert "our reading, not printed" in answer.en


@pytest.mark.parametrize("row", printed_rows(), ids=lambda row: f"row-{row.number}")
def test_every_code_at_every_level_is_as_figure_2_prints_it(store: NetworkxStore, row) -> None:  # type: ignore[no-untyped-def]
    for code in CODES:
        for level in (None, *LEVELS):
            holding = held(store, str(row.number), Code[code], Level[level] if level else None)
            found = [(each.body.id, each.level.name) for each in holding.holders]
            assert found == holders(row, code, level)
            assert (holding.outcome is Outcome.HELD) == bool(found)
            everywhere = holders(row, code, None)
            elsewhere = [(each.body.id, each.level.name) for each in holding.held_elsewhere]
            assert sorted(found + elsewhere) == sorted(everywhere)
            assert all(each.code is not Code[code] for each in holding.also_at_level)
            if not found:
                assert "ไม่มีผู้ใดเป็น" in holding.answer.th
                assert "obody is" in holding.answer.en


@pytest.mark.parametrize(
    ("activity", "code", "level", "reading"),
    [
        (
            "2",
            Code.ACCOUNTABLE,
            None,
            "the column GCIO is the Government Chief Information Officer",
        ),
        ("11", Code.RESPONSIBLE, Level.NATIONAL, "DG/DE is these two committees"),
        ("11", Code.INFORM, Level.NATIONAL, "DG/DE is these two committees"),
        ("2", Code.ACCOUNTABLE, Level.NATIONAL, "DG/DE is these two committees"),
    ],
)
def test_an_answer_says_of_each_column_it_names_what_is_our_reading(
    store: NetworkxStore, activity: str, code: Code, level: Level | None, reading: str
) -> None:
    answer = held(store, activity, code, level).answer
    assert reading in answer.en
    assert "เป็นการอ่านของเรา" in answer.th


def test_a_dash_gives_nobody_and_no_other_code(store: NetworkxStore) -> None:
    holding = held(store, "10", Code.RESPONSIBLE, Level.DEPARTMENT)
    assert holding.outcome is Outcome.NOBODY
    assert holding.also_at_level == ()
    assert "DCIO -" in holding.reason.en


@pytest.mark.parametrize(
    "name", ["11", "๑๑", " 11 ", "activity:11", "ACTIVITY:11", "Cyber  Security", "ไซเบอร์", "PDPA"]
)
def test_an_activity_is_found_by_any_of_its_names(store: NetworkxStore, name: str) -> None:
    assert held(store, name, Code.INFORM, None).activity.number == 11


def test_a_misspelt_activity_is_refused_with_the_nearest(store: NetworkxStore) -> None:
    with pytest.raises(UnknownName) as refusal:
        held(store, "cyber secrity", Code.ACCOUNTABLE, None)
    assert refusal.value.code == "UNKNOWN_ACTIVITY"
    assert refusal.value.nearest[0].startswith("activity:11")


@pytest.mark.parametrize("name", ["", "0", "14", "-1", "activity:", "1.5", "๑๔", "\0", "<script>"])
def test_what_is_no_activity_is_refused(store: NetworkxStore, name: str) -> None:
    with pytest.raises(UnknownName):
        held(store, name, Code.ACCOUNTABLE, None)


def test_gcio_alone_is_a_choice_and_never_a_guess(store: NetworkxStore) -> None:
    with pytest.raises(AmbiguousName) as refusal:
        store.dataset.body("GCIO")
    choices = " ".join(refusal.value.choices)
    assert "organization:gcio-system" in choices
    assert "organization:gcio-committee" in choices
