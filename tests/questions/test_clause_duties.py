"""What clauses lay on bodies, the instruments they name, and where text differs from text."""

import asyncio
from typing import Any

import pytest

from app.context import Context
from graph.model.nodes import Duty, DutyKind
from graph.model.relations import Force
from graph.questions.differences import WhereTheyDiffer
from graph.questions.duties import Duties
from graph.questions.path import PathBetween
from graph.stores.networkx_store import NetworkxStore


def put(store: NetworkxStore, question: Any) -> Any:
    return asyncio.run(Context(store).ask(question))


def duties(store: NetworkxStore, **asked: Any) -> list[Duty]:
    return list(put(store, Duties(-1, 101, **asked)).items)


@pytest.mark.parametrize(
    ("clause", "body", "force"),
    [
        ("7", "organization:dga", "shall"),
        ("7 paragraph 4", "organization:mdes", "shall"),
        ("7 paragraph 5", "organization:mdes", "shall"),
        ("8", "organization:mdes", "may"),
        ("10 paragraph 2", "organization:government-agency", "must_not"),
        ("11 paragraph 2", "organization:mdes", "may"),
        ("13 paragraph 2", "organization:government-agency", "may"),
        ("14", "post:former-cio", "shall"),
        ("17", "organization:gcio-committee", "shall"),
    ],
)
def test_a_clause_lays_a_duty_on_a_body(
    store: NetworkxStore, clause: str, body: str, force: str
) -> None:
    found = duties(store, body=body, kind=DutyKind.CLAUSE, force=Force(force))
    assert clause in {each.citation.place for each in found}


def test_where_no_body_is_named_the_duty_is_marked_as_our_reading(store: NetworkxStore) -> None:
    """อาจจัดให้มี ... ก็ได้ in clauses 7, 8 and 11 names nobody who may."""
    unnamed = [each for each in duties(store, force=Force.MAY) if each.name.th.startswith("อาจ")]
    assert len(unnamed) >= 4
    named = [each.id for each in unnamed if each.basis.value == "stated"]
    assert named == []


def test_clause_duties_are_not_compared_with_the_matrix(store: NetworkxStore) -> None:
    found = put(store, WhereTheyDiffer())
    compared = {duty.kind for cell in found.cells for duty in cell.duties}
    assert compared == {DutyKind.LISTED}


def test_two_places_that_differ_are_both_shown(store: NetworkxStore) -> None:
    texts = {each.id: each for each in put(store, WhereTheyDiffer()).texts}
    one = texts["difference:subcommittee-or-committee"]
    assert "คณะอนุกรรมการ" in one.citation.quote
    assert "คณะกรรมการภายใต้" in one.beside.quote
    provinces = texts["difference:pcio-set-up-by"]
    assert (provinces.citation.place, "ผู้ว่าราชการจังหวัด" in provinces.beside.quote) == ("5(ง)", True)
    for each in texts.values():
        assert each.citation.clause is not each.beside.clause
        for citation in (each.citation, each.beside):
            assert citation.quote in " ".join(citation.clause.text.th.split())


def test_the_course_ties_who_runs_it_to_who_certifies_its_curriculum(store: NetworkxStore) -> None:
    path = put(store, PathBetween.of(store.dataset, "หลักสูตร GCIO", "กรอบหลักสูตร"))
    assert [step.relationships[0].relation.name for step in path.steps] == ["is_for"]
    told = {
        (each.relation.name, each.source.id)
        for each in store.dataset.relationships_of_end["instrument:course-framework"]
    }
    assert ("certifies", "organization:mdes") in told


def test_a_course_and_a_register_are_no_bodies(store: NetworkxStore) -> None:
    bodies = {body.id for body in store.dataset.bodies}
    for each in store.dataset.instruments:
        assert each.id not in bodies
        assert store.dataset.relationships_of_end.get(each.id), each.id
