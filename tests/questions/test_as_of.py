"""What was laid down on a day."""

import asyncio

import pytest

from app.context import Context
from graph.errors import BadArgument
from graph.model.answers import AsOf
from graph.model.nodes import Duty, Relationship, Rule
from graph.questions.as_of import LaidDownOn
from graph.stores.networkx_store import NetworkxStore


def on(store: NetworkxStore, day: str) -> AsOf:
    return asyncio.run(Context(store).ask(LaidDownOn.of(day)))


@pytest.mark.parametrize("day", ["2005", "2548", "๒๕๔๘", "2005-06-30", "2548-06-30"])
def test_a_ministrys_cio_in_2005_was_a_deputy_by_the_resolution_of_1998(
    store: NetworkxStore, day: str
) -> None:
    answer = on(store, day)
    assert answer.found
    assert "provision:cio-1998" in [each.id for each in answer.provisions]
    assert "รองปลัดกระทรวงหนึ่งคน" in answer.answer.th
    assert not [each for each in answer.provisions if each.valid_from.startswith("2019")]


def test_the_course_came_with_the_resolution_of_2013(store: NetworkxStore) -> None:
    ids = {day: {each.id for each in on(store, day).provisions} for day in ("2012", "2014")}
    assert ids["2014"] - ids["2012"] == {"provision:support-2013"}


def test_on_the_day_of_the_resolution_the_new_provisions_stand_and_the_old_do_not(
    store: NetworkxStore,
) -> None:
    before, after = on(store, "2019-11-25"), on(store, "2019-11-26")
    assert all(each.valid_from < "2019" for each in before.provisions)
    assert all(each.valid_from == "2019-11-26" for each in after.provisions)
    assert "14" in [citation.place for citation in after.citations]
    assert any("No date of effect" in caveat.en for caveat in after.caveats)


@pytest.mark.parametrize(
    ("year", "regimes"),
    [("2562", {"1998", "2013", "2019"}), ("1998", {"1998"}), ("2018", {"1998", "2013"})],
)
def test_a_year_of_change_tells_both_regimes_with_their_days(
    store: NetworkxStore, year: str, regimes: set[str]
) -> None:
    answer = on(store, year)
    assert {each.valid_from[:4] for each in answer.provisions} == regimes
    if year == "2562":
        assert "(๙ มิ.ย. ๒๕๔๑ – ๒๕ พ.ย. ๒๕๖๒)" in answer.answer.th
        assert "(from 26 Nov 2019)" in answer.answer.en


def test_what_the_earlier_resolutions_laid_down_is_told_with_its_days(
    store: NetworkxStore,
) -> None:
    data = store.dataset
    facts: tuple[Relationship | Rule | Duty, ...] = (
        *data.relationships,
        *data.rules,
        *data.duties,
    )
    earlier = [each for each in facts if each.valid_until]
    assert len(earlier) > 10
    assert {each.citation.clause.id.partition(":")[0] for each in earlier} == {"changes"}
    deputy = store.dataset.relationships_of_end["post:deputy-permanent-secretary"]
    told = [each for each in deputy if each.relation.name == "serves_as"]
    assert (
        "(9 Jun 1998 – 25 Nov 2019, our reading; clause 14 keeps earlier CIOs"
        in told[0].sentence.en
    )


def test_before_1998_the_text_tells_nothing_and_says_so(store: NetworkxStore) -> None:
    answer = on(store, "1990")
    assert not answer.found
    assert answer.provisions == ()
    assert "does not tell of the time before 9 June 1998" in answer.answer.en


@pytest.mark.parametrize("day", ["", "yesterday", "2005-13-01", "20055", "2005-6-1", "\0"])
def test_what_is_no_day_is_refused(day: str) -> None:
    with pytest.raises(BadArgument):
        LaidDownOn.of(day)
