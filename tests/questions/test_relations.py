"""Paths, neighbourhoods and search over the real relations."""

import asyncio
from collections import deque
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.context import Context
from graph.dataset import Dataset
from graph.model.nodes import Relationship
from graph.model.relations import RELATIONS
from graph.questions.base import Question
from graph.questions.neighbourhood import Around
from graph.questions.path import PathBetween
from graph.questions.relationships import Direction, Relationships
from graph.questions.search import SearchFor, SearchKind
from graph.seeds import load
from graph.stores.networkx_store import NetworkxStore

A = TypeVar("A")
STORE = NetworkxStore(load())
DATA = STORE.dataset
bodies = st.sampled_from([each.id for each in DATA.bodies] + [each.id for each in DATA.instruments])


def put(question: Question[Any, A]) -> A:
    return asyncio.run(Context(STORE).ask(question))


def distances(start: str) -> dict[str, int]:
    """Walk outwards over the rows of the seeds, without the store."""
    far, waiting = {start: 0}, deque([start])
    while waiting:
        at = waiting.popleft()
        for each in DATA.relationships:
            ends = {each.source.id, each.target.id}
            if at in ends:
                (other,) = ends - {at} or {at}
                if other not in far:
                    far[other] = far[at] + 1
                    waiting.append(other)
    return far


@given(source=bodies, target=bodies)
def test_a_path_is_as_short_as_can_be_and_each_step_is_stated(source: str, target: str) -> None:
    path = put(PathBetween.of(DATA, source, target))
    far = distances(source)
    assert path.found == (target in far)
    if path.found:
        assert len(path.steps) == far[target]
        way = [source, *(step.target.id for step in path.steps)]
        assert way[-1] == target
        for step, near, far_end in zip(path.steps, way, way[1:], strict=False):
            assert step.source.id == near
            assert step.relationships
            for each in step.relationships:
                assert {each.source.id, each.target.id} == {near, far_end}
                assert each.citation.quote


@given(body=bodies, depth=st.integers(1, 3))
def test_a_neighbourhood_is_who_is_within_reach(body: str, depth: int) -> None:
    around = put(Around.of(DATA, body, depth, 100, ()))
    within = {each for each, steps in distances(body).items() if steps <= depth}
    assert {each.id for each in around.ends} <= within
    assert len(around.ends) == min(100, len(within))
    assert around.total_ends == len(within)


def test_a_neighbourhood_along_one_kind_follows_only_that_kind() -> None:
    around = put(Around.of(DATA, "organization:gcio-committee", 1, 100, ["sits_on"]))
    assert {each.relation.name for each in around.relationships} == {"sits_on"}
    assert len(around.ends) == 1 + 5


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_relation_reads_as_a_sentence_both_ways(relation: str) -> None:
    stated = [each for each in DATA.relationships if each.relation.name == relation]
    assert stated
    for each in stated:
        sentence = each.sentence
        assert sentence.en.startswith(each.source.called.en)
        assert each.target.called.en in sentence.en
        assert each.source.called.th in sentence.th
        assert each.target.called.th in sentence.th
    assert RELATIONS[relation].inverse != ""


def test_a_conditional_fact_is_told_with_its_condition() -> None:
    for each in DATA.relationships:
        for part in each.conditions:
            assert part in each.sentence.th
            assert part in each.sentence.en


def test_the_nearest_qualified_may_be_assigned_and_act_for_the_time_being() -> None:
    forces = {
        (each.relation.name, each.force.value)
        for each in DATA.relationships
        if "post:nearest-qualified-person" in (each.source.id, each.target.id)
    }
    assert forces == {("delegates_to", "may"), ("acts_as", "may")}


def test_what_the_law_allows_is_not_told_as_what_it_orders() -> None:
    allowed = [each for each in DATA.relationships if each.force.value == "may"]
    assert {each.relation.name for each in allowed} == {
        *(
            "establishes",
            "delegates_to",
            "acts_as",
            "appoints_several",
            "allots_posts_to",
            "works_with",
        ),
        *("runs", "keeps", "lists", "is_for", "requests"),
        "adds_secretaries_to",
    }
    assert all(" may " in each.sentence.en for each in allowed)
    assert all("อาจ" in each.sentence.th for each in allowed)


def test_the_gcio_committee_has_fourteen_seats_of_ten_printed_items() -> None:
    question = Relationships(-1, 101, body="organization:gcio-committee", direction=Direction.TO)
    seats = [each for each in put(question).items if each.role]
    assert len(seats) == 14
    chairs = [each.source.id for each in seats if each.role and each.role.value == "chair"]
    assert chairs == ["post:mdes-minister"]


def test_all_relationships_of_clause_4_are_allowed_or_plain() -> None:
    stated = DATA.resting_on(DATA.clause("clause:4"), Relationship)
    forces = {each.relation.name: each.force.value for each in stated}
    assert forces == {"establishes": "may", "supports": "states"}


def found(words: str, *kinds: SearchKind) -> list[str]:
    hits = put(SearchFor.of(DATA, words, kinds, 100, None)).hits
    return [hit.node.id for hit in hits.items]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        *(("cyber security", "activity:11"), ("CYBER  Security", "activity:11")),
        *(("ไซเบอร์", "activity:11"), ("DCIO", "post:dcio"), ("ก.พ.", "organization:csc")),
        *(("งบประมาณ", "activity:1"), ("๑๓", "figure:2/row-13"), ("big data", "activity:8")),
    ],
)
def test_a_search_puts_the_nearest_first(words: str, first: str) -> None:
    assert first in found(words)[:3]


def test_a_search_among_one_kind_gives_only_that_kind() -> None:
    assert all(
        each.startswith(("post:", "organization:")) for each in found("CIO", SearchKind.BODY)
    )


def test_a_search_that_finds_nothing_suggests_what_could_be_meant() -> None:
    answer = put(SearchFor.of(DATA, "cyber secrity", (), 10, None))
    assert answer.hits.total == 0
    assert "cyber security" in answer.suggestions


@given(st.text(min_size=1, max_size=30))
def test_a_search_for_anything_finds_only_what_holds_it(words: str) -> None:
    from graph.errors import BadArgument
    from graph.model.text import key
    from graph.property_graph import search_text

    try:
        hits = put(SearchFor.of(DATA, words, (), 100, None)).hits
    except BadArgument:
        assert not key(words).split()
        return
    for hit in hits.items:
        assert all(word in search_text(hit.node) for word in key(words).split())


def test_the_version_is_the_hash_of_the_content(dataset: Dataset) -> None:
    assert dataset.version == load().version
    assert len(dataset.version) == 12
