"""Duties of the annex, and the matrix beside them."""

import asyncio
import re
from typing import Any

import pytest

from app.context import Context
from graph.model.answers import Agreement, Compared
from graph.model.nodes import DutyKind
from graph.questions.differences import WhereTheyDiffer
from graph.questions.duties import Duties
from graph.stores.networkx_store import NetworkxStore
from tests.oracle import GUIDELINE, printed_rows

HEADINGS = {
    "organization:gcio-committee": "Officer Committee : GCIO Committee",
    "post:mcio": "Ministry Chief Information Officer : MCIO",
    "post:dcio": "Department Chief Information Officer : DCIO",
    "organization:pcio-committee": "Provincial Chief Information Officer Committee : PCIO",
}


def put(store: NetworkxStore, question: Any) -> Any:
    return asyncio.run(Context(store).ask(question))


def printed_duties(heading: str) -> list[str]:
    """Read the numbered duties under a heading of the annex from the file, page breaks closed."""
    text = GUIDELINE.read_text(encoding="utf-8")
    body = text[text.rindex(heading) :]
    body = body[body.index("หน้าที่ความรับผิดชอบ\n") :]
    found = re.findall(r"^(?:- )?\(([๑-๘])\) (.*(?:\n(?!\n|- \().+)*)", body, re.MULTILINE)
    duties: list[str] = []
    for number, words in found:
        if "๑๒๓๔๕๖๗๘".index(number) != len(duties):
            break
        duties.append(" ".join(words.split()))
    return duties


@pytest.mark.parametrize("body", HEADINGS)
def test_every_printed_duty_of_the_annex_is_a_duty(store: NetworkxStore, body: str) -> None:
    loaded = put(store, Duties(-1, 101, body=body, kind=DutyKind.LISTED)).items
    printed = printed_duties(HEADINGS[body])
    assert len(printed) == (7 if body.endswith("pcio-committee") else 8)
    assert [duty.name.th for duty in loaded] == printed
    assert all(duty.name.en for duty in loaded)


def compared(store: NetworkxStore) -> dict[tuple[int, str], Compared]:
    found = put(store, WhereTheyDiffer()).cells
    return {(each.assignment.activity.number, each.assignment.column.label): each for each in found}


def test_the_gcio_committee_is_only_informed_of_cyber_security_yet_a_duty_has_it_advise(
    store: NetworkxStore,
) -> None:
    cell = compared(store)[11, "GCIO"]
    assert cell.agreement is Agreement.INFORM_YET_DUTY
    assert [duty.id for duty in cell.duties] == ["duty:gcio-5"]


def test_the_dcio_is_only_informed_of_skills_yet_a_duty_has_it_direct_their_development(
    store: NetworkxStore,
) -> None:
    cell = compared(store)[7, "DCIO"]
    assert cell.agreement is Agreement.INFORM_YET_DUTY
    assert [duty.id for duty in cell.duties] == ["duty:dcio-7"]


def test_the_mcio_has_a_dash_for_standards_yet_a_duty_has_it_set_their_use(
    store: NetworkxStore,
) -> None:
    cell = compared(store)[10, "MCIO"]
    assert cell.agreement is Agreement.DASH_YET_DUTY
    assert [duty.id for duty in cell.duties] == ["duty:mcio-5"]


def test_every_cell_of_four_columns_is_compared_with_what_is_printed(store: NetworkxStore) -> None:
    cells = compared(store)
    assert len(cells) == 13 * 4
    for (number, label), each in cells.items():
        printed = printed_rows()[number - 1].cells[label]
        expected = {
            (True, True): Agreement.DASH_YET_DUTY,
            (True, False): Agreement.NEITHER,
            (False, False): Agreement.NO_DUTY,
            (False, True): Agreement.INFORM_YET_DUTY if printed == "I" else Agreement.BACKED,
        }
        assert each.agreement is expected[printed == "-", bool(each.duties)]


def test_a_duty_speaks_of_a_row_only_by_inference_and_by_its_own_words(
    store: NetworkxStore,
) -> None:
    links = [(duty, link) for duty in store.dataset.duties for link in duty.speaks_of]
    assert len(links) > 50
    for duty, link in links:
        assert link.basis.value == "inferred"
        assert link.words in duty.citation.quote


def test_other_tasks_as_assigned_speak_of_no_row(store: NetworkxStore) -> None:
    without = put(store, WhereTheyDiffer()).duties_without_row
    assert [duty.name.th for duty in without] == ["ปฏิบัติภารกิจอื่นตามที่กำหนดหรือตามที่ได้รับมอบหมาย"] * 4
