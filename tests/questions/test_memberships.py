"""Who sits on which committee, item by printed item."""

import asyncio
from itertools import groupby
from typing import Any

from app.context import Context
from graph.model.nodes import Relationship
from graph.model.relations import SeatRole
from graph.questions.memberships import Memberships
from graph.stores.networkx_store import NetworkxStore


def put(store: NetworkxStore, **asked: Any) -> tuple[Relationship, ...]:
    return asyncio.run(Context(store).ask(Memberships(-1, 101, **asked))).items


def by_item(seats: tuple[Relationship, ...]) -> dict[str, list[str]]:
    def label(each: Relationship) -> str:
        return each.item.label if each.item else ""

    return {
        item: [each.source.id for each in group]
        for item, group in groupby(sorted(seats, key=label), label)
    }


def test_one_line_that_names_four_offices_is_four_seats_of_one_item(store: NetworkxStore) -> None:
    items = by_item(put(store, committee="organization:gcio-committee"))
    assert len(items) == 10
    assert set(items["๖."]) == {
        *("organization:opdc", "organization:ocsc"),
        *("organization:council-of-state-office", "organization:budget-bureau"),
    }
    assert items["๗."] == ["post:mcio", "post:dcio"]


def test_the_provincial_committee_has_seven_items(store: NetworkxStore) -> None:
    items = by_item(put(store, committee="organization:pcio-committee"))
    assert {item: len(seats) for item, seats in items.items()} == {
        "1.": 2,
        "2.": 1,
        "3.": 3,
        "4.": 1,
        "5.": 2,
        "6.": 1,
        "7.": 1,
    }


def test_a_representative_tells_whom_and_an_officer_sits_in_person(store: NetworkxStore) -> None:
    for seat in put(store):
        assert (seat.represents is not None) == ("ผู้แทน" in seat.citation.quote)


def test_examples_are_no_seats(store: NetworkxStore) -> None:
    assert put(store, member="organization:provincial-chamber") == ()
    examples = [
        each for each in store.dataset.relationships if each.relation.name == "is_example_of"
    ]
    assert len(examples) == 3
    assert all("เช่น" in each.citation.quote for each in examples)


def test_only_the_statistician_is_assistant_secretary(store: NetworkxStore) -> None:
    (seat,) = put(store, role=SeatRole.ASSISTANT_SECRETARY)
    assert seat.source.id == "post:provincial-statistician"
    assert seat.basis.value == "reading"
