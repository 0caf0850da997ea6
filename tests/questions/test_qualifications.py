"""What is asked of the holders of posts, with and/or kept as the annex prints it."""

import asyncio
from typing import Any

import pytest

from app.context import Context
from graph.dataset import Dataset
from graph.model.nodes import Basis, Join, Qualification
from graph.questions.qualifications import Qualifications, in_words
from graph.stores.networkx_store import NetworkxStore


def put(store: NetworkxStore, **asked: Any) -> tuple[Qualification, ...]:
    return asyncio.run(Context(store).ask(Qualifications(-1, 101, **asked))).items


def whole(store: NetworkxStore, post: str) -> Qualification:
    (found,) = put(store, body=post)
    return found


def parts(dataset: Dataset, of: Qualification) -> tuple[Qualification, ...]:
    return dataset.parts_of_qualification.get(of.id, ())


def test_eight_posts_have_qualifications(store: NetworkxStore) -> None:
    assert [each.body.id for each in put(store)] == [
        *(
            "post:gcio-qualified-member",
            "post:mcio",
            "post:dcio",
            "post:mcio-dcio-assistant",
            "post:pcio-assistant",
        ),
        *("post:gcio-committee-staff", "post:mcio-dcio-staff", "post:pcio-staff"),
    ]


def test_an_mcio_qualifies_by_either_of_two_routes(store: NetworkxStore, dataset: Dataset) -> None:
    mcio = whole(store, "post:mcio")
    assert (mcio.join, mcio.join_basis) == (Join.ANY, Basis.STATED)
    head, assigned = parts(dataset, mcio)
    assert [body.id for body in head.met_by] == ["post:ministry-head"]
    # No word joins 2.1, 2.2 and 2.3: that all are asked is our reading, and says so.
    assert (assigned.join, assigned.join_basis) == (Join.ALL, Basis.READING)
    assert assigned.note is not None
    # The course stands under the assigned person's route only.
    course = [each for each in dataset.qualifications if each.id == "qualification:mcio-2-3"]
    assert [each.parent for each in course] == [assigned]


def test_a_dcio_qualifies_by_any_of_three_routes_and_the_course_for_all(
    store: NetworkxStore, dataset: Dataset
) -> None:
    dcio = whole(store, "post:dcio")
    assert (dcio.join, dcio.join_basis) == (Join.ALL, Basis.STATED)
    assert dcio.join_words == "ผู้มีคุณสมบัติตามข้อ ๑ ข้อ ๒ และข้อ ๓ จะต้องเป็น"
    routes, course = parts(dataset, dcio)
    assert (routes.join, routes.join_words) == (Join.ANY, "อย่างหนึ่งอย่างใด")
    assert [each.join for each in parts(dataset, routes)] == [None, Join.ALL, Join.ALL]
    assert course.citation.place == "OCSC annex DCIO qualifications paragraph 2"
    had, later = parts(dataset, course)
    # The grace is not joined by a printed word; the equivalent course is (หรือ).
    assert (course.join, course.join_basis) == (Join.ANY, Basis.READING)
    assert (had.join, had.join_words) == (Join.ANY, "หรือ")
    assert "๑ ปี" in later.citation.quote


def test_route_three_asks_for_fifty_million_baht_and_five_years(dataset: Dataset) -> None:
    (asked,) = (each for each in dataset.qualifications if each.id == "qualification:dcio-3-2-1")
    rules = {
        rule.unit: rule for rule in dataset.rules if rule.citation.clause is asked.citation.clause
    }
    values = {unit.value: rule.amount for unit, rule in rules.items() if unit}
    assert values == {"baht": 50_000_000, "years": 5}


def test_the_stray_and_among_the_dcios_positions_is_told(dataset: Dataset) -> None:
    (positions,) = (each for each in dataset.qualifications if each.id == "qualification:dcio-2-1")
    assert positions.join is Join.ANY
    assert positions.note is not None
    assert "และ" in positions.note.th


@pytest.mark.parametrize(
    ("post", "qualifies_for"),
    [
        ("post:it-centre-director", {"post:dcio"}),
        ("post:ministry-inspector", {"post:mcio"}),
        ("post:department-inspector", {"post:dcio"}),
        ("post:bureau-director", {"post:dcio", "post:mcio-dcio-assistant"}),
        ("post:provincial-statistician", {"post:pcio-assistant"}),
        ("post:mcio", set()),
    ],
)
def test_a_post_tells_what_it_may_qualify_for(
    store: NetworkxStore, post: str, qualifies_for: set[str]
) -> None:
    assert {each.body.id for each in put(store, met_by=post)} == qualifies_for


def test_who_assigns_or_runs_the_course_does_not_qualify_by_being_named(
    store: NetworkxStore, dataset: Dataset
) -> None:
    for named in ("organization:mdes", "organization:dga", "post:governor", "post:dga-director"):
        assert any(named in [body.id for body in each.names] for each in dataset.qualifications)
        assert put(store, met_by=named) == ()


def test_a_route_says_who_assigns(dataset: Dataset) -> None:
    for route, head in (("mcio-2", "ministry"), ("dcio-2", "department"), ("dcio-3", "department")):
        (lead,) = (
            each for each in dataset.qualifications if each.id == f"qualification:{route}-assigned"
        )
        assert f"post:{head}-head" in [body.id for body in lead.names]
        assert "มอบหมาย" in lead.name.th


def test_a_rule_of_one_route_stands_under_that_route(dataset: Dataset) -> None:
    under = {rule.id: rule.under.id for rule in dataset.rules if rule.under}
    assert under["rule:mcio-training"] == "qualification:mcio-2"
    assert under["rule:dcio-training"] == "qualification:dcio"
    assert under["rule:dcio-project-value"] == "qualification:dcio-3"


def test_support_staff_are_joined_by_and_or(store: NetworkxStore, dataset: Dataset) -> None:
    for post, items in (("post:mcio-dcio-staff", 3), ("post:pcio-staff", 4)):
        staff = whole(store, post)
        assert (staff.join, staff.join_words) == (Join.AND_OR, "และหรือ")
        assert len(parts(dataset, staff)) == items


def test_a_requirement_is_said_whole_and_without_the_printed_numbers(
    store: NetworkxStore, dataset: Dataset
) -> None:
    said = in_words(dataset, whole(store, "post:pcio-assistant"))
    assert said.en.startswith("any one of these: Head of the provincial office; ")
    assert said.th.startswith("อย่างใดอย่างหนึ่ง: หัวหน้าสำนักงานจังหวัด; ")
    assert not said.en.endswith("or")


def test_every_printed_item_of_the_annex_is_asked_of_the_post_it_stands_under(
    dataset: Dataset,
) -> None:
    posts = {
        "annex:gcio": "post:gcio-qualified-member",
        "annex:mcio": "post:mcio",
        "annex:dcio": "post:dcio",
        "annex:assistants-mcio-dcio": "post:mcio-dcio-assistant",
        "annex:assistants-pcio": "post:pcio-assistant",
        "annex:staff-gcio": "post:gcio-committee-staff",
        "annex:staff-mcio-dcio": "post:mcio-dcio-staff",
        "annex:staff-pcio": "post:pcio-staff",
    }
    for each in dataset.qualifications:
        assert posts[each.citation.clause.id.partition("/")[0]] == each.body.id
