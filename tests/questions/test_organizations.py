"""Named ministries, departments and provinces take their CIO from their level."""

import pytest

from graph.dataset import Dataset
from graph.errors import AmbiguousName, UnknownName


@pytest.mark.parametrize(
    ("name", "post"),
    [
        *(("กรมชลประทาน", "post:dcio"), ("ชลประทาน", "post:dcio"), ("RID", "post:dcio")),
        *(("Royal Irrigation Department", "post:dcio"), ("กระทรวงการคลัง", "post:mcio")),
        *(("Ministry of Finance", "post:mcio"), ("เชียงใหม่", "organization:pcio-committee")),
        *(
            ("จังหวัดเชียงใหม่", "organization:pcio-committee"),
            ("chiang mai", "organization:pcio-committee"),
        ),
    ],
)
def test_an_organization_is_found_by_name_and_has_the_cio_of_its_level(
    dataset: Dataset, name: str, post: str
) -> None:
    found = dataset.post_of(dataset.organization(name))
    assert found
    assert found.id == post


@pytest.mark.parametrize("kind", ["independent", "public_organization", "state_agency"])
def test_where_equivalence_is_open_nobody_is_named(dataset: Dataset, kind: str) -> None:
    some = [each for each in dataset.organizations if each.kind.value == kind]
    assert len(some) > 10
    for each in some:
        assert dataset.post_of(each) is None
        assert each.note
        assert "does not say" in each.note.en


def test_bangkok_is_not_called_a_province(dataset: Dataset) -> None:
    bangkok = dataset.organization("กรุงเทพมหานคร")
    assert bangkok.level is None
    assert dataset.post_of(bangkok) is None


@pytest.mark.parametrize("short", ["ทบ.", "ทช.", "สค.", "สผ.", "อส.", "กพร."])
def test_a_shared_abbreviation_is_a_choice_and_never_a_guess(dataset: Dataset, short: str) -> None:
    with pytest.raises(AmbiguousName) as refusal:
        dataset.organization(short)
    assert len(refusal.value.choices) >= 2


def test_an_organization_that_is_not_there_is_refused_with_the_nearest(dataset: Dataset) -> None:
    with pytest.raises(UnknownName) as refusal:
        dataset.organization("กรมชลประทาม")
    assert refusal.value.nearest[0].startswith("named:rid")


def test_whole_names_belong_to_one_organization_each(dataset: Dataset) -> None:
    for each in dataset.organizations:
        assert dataset.organization(each.name.th) is each
        assert dataset.organization(each.id) is each
