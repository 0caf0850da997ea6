"""The three columns around a body."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from app.drawing.around import MOST, picture, ties
from graph.dataset import Dataset

SPACE = {"s": "http://www.w3.org/2000/svg"}


def test_each_side_has_what_the_seeds_say_now(dataset: Dataset) -> None:
    for body in dataset.bodies:
        own = dataset.relationships_of_end.get(body.id, ())
        acted, acts = ties(body, own)
        listed = [each for tie in (*acted, *acts) for each in tie.relationships]
        assert sorted(map(id, listed)) == sorted(map(id, own))
        assert all(each.source is body for tie in acts for each in tie.relationships)
        assert all(each.target is body for tie in acted for each in tie.relationships)
        assert all(tie.end is not body for tie in (*acted, *acts))


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("name", ["DCIO", "GCIO Committee", "post:provincial-statistician"])
def test_every_end_is_a_box_and_a_link(name: str, lang: str, dataset: Dataset) -> None:
    body = dataset.body(name)
    own = dataset.relationships_of_end[body.id]
    acted, acts = ties(body, own)
    drawn = picture(body, own, lang, lambda end: f"/x/{end.id}")
    root = ElementTree.fromstring(drawn.document)
    links = [each.get("href") for each in root.findall(".//s:a", SPACE)]
    assert len(acted) <= MOST
    assert sorted(filter(None, links)) == sorted(
        f"/x/{end.id}" for end in (body, *(tie.end for tie in (*acted, *acts)))
    )
    boxes = [
        (float(each.get("y", 0)), float(each.get("height", 0)), each.get("x"))
        for each in root.findall(".//s:rect[@class='box']", SPACE)
    ]
    for column in {x for _, _, x in boxes}:
        ordered = sorted((y, height) for y, height, x in boxes if x == column)
        for (y, height), (below, _) in pairwise(ordered):
            assert y + height <= below
    assert all(y + height <= drawn.height for y, height, _ in boxes)


def test_a_body_that_nothing_ties_is_drawn_alone(dataset: Dataset) -> None:
    body = dataset.body("DCIO")
    alone = picture(body, (), "en", lambda end: end.id)
    assert "0 relationships to it, 0 of it" in alone.document
