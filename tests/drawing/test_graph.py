"""The relationship graph: what is shown and hidden adds up, and the picture can be read."""

import re
from dataclasses import replace
from html import unescape
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drawing import around
from app.drawing.families import FAMILIES, FAMILY_OF
from app.drawing.graph import counted, picture, sketch
from app.drawing.layers import Layer, arranged, layer_of
from app.drawing.layout import Cell, Wire, lay_out
from app.drawing.letters import known_letters
from app.drawing.selection import (
    MOST_BOXES,
    START,
    Selection,
    Wish,
    along,
    class_of,
    select,
    within,
)
from graph.dataset import Dataset
from graph.model.levels import Level
from graph.model.nodes import End
from graph.model.relations import RELATIONS, Force
from graph.model.text import Text
from tests.drawing import geometry

TITLE = Text("ความสัมพันธ์", "Relationships")
KINDS = [*(family.name for family in FAMILIES), *RELATIONS]


def test_every_relation_is_in_one_family() -> None:
    listed = [name for family in FAMILIES for name in family.relations]
    assert sorted(listed) == sorted(RELATIONS)


def test_every_body_is_placed_and_stands_in_its_printed_level(
    dataset: Dataset,
) -> None:
    bodies = {body.id: body for body in dataset.bodies}
    assert set(arranged()) == set(bodies)
    layers = {Level.NATIONAL: Layer.NATIONAL, Level.WHOLE_OF_GOVERNMENT: Layer.GOVERNMENT}
    for body in bodies.values():
        if body.level:
            assert layer_of(body) is (layers.get(body.level) or Layer(body.level.value))


def wishes(dataset: Dataset) -> st.SearchStrategy[Wish]:
    ends: list[End] = [*dataset.bodies, *dataset.instruments]
    return st.builds(
        Wish,
        focus=st.none() | st.sampled_from(ends),
        around=st.frozensets(st.sampled_from([end.id for end in ends]), max_size=40),
        kinds=st.lists(st.sampled_from(KINDS), max_size=4, unique=True).map(tuple),
        everywhere=st.booleans(),
        past=st.booleans(),
        opened=st.frozensets(st.sampled_from([class_of(end) for end in ends]), max_size=3),
    )


@given(data=st.data())
def test_what_is_shown_and_what_is_hidden_is_all_there_is(
    data: st.DataObject, dataset: Dataset
) -> None:
    wish = data.draw(wishes(dataset))
    found = select(dataset, wish)
    assert found.total == len(dataset.relationships)
    assert found.shown + sum(each.count for each in found.hidden) == found.total
    drawn = [each for line in found.lines for each in line.relationships]
    assert sorted(map(id, drawn)) == sorted(map(id, found.listed))
    assert all(each.count > 0 for each in found.hidden)
    assert {each.relation.name for each in found.listed} <= wish.relations
    assert all(
        FAMILY_OF[each.relation.name] is line.family
        for line in found.lines
        for each in line.relationships
    )
    if not wish.past:
        assert not any(each.valid_until for each in found.listed)


def test_more_boxes_than_can_be_read_are_folded_and_open_again(dataset: Dataset) -> None:
    whole = select(dataset, Wish(everywhere=True))
    folded = [box for box in whole.boxes if box.is_folded]
    assert len(whole.boxes) <= MOST_BOXES
    assert folded
    opened = select(dataset, Wish(everywhere=True, opened=frozenset({folded[0].id})))
    assert folded[0].id not in {box.id for box in opened.boxes}
    assert {end.id for end in folded[0].ends} <= {box.id for box in opened.boxes}
    words = counted(whole)
    assert f"Shows {whole.shown} of {whole.total}" in words.en
    assert "inside a folded box" in words.en


def test_those_of_the_matrix_are_never_folded(dataset: Dataset) -> None:
    whole = select(dataset, Wish(everywhere=True, past=True))
    apart = {box.id for box in whole.boxes if not box.is_folded}
    assert {body.id for body in dataset.bodies if body.level} <= apart


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("kinds", [START, ("seats",), ("assignment",), ("rules", "means")])
def test_no_box_overlaps_and_no_line_runs_through_one(
    kinds: tuple[str, ...], lang: str, dataset: Dataset
) -> None:
    drawn = sketch(select(dataset, Wish(kinds=kinds)), lang)
    laid = lay_out(drawn.cells, drawn.wires)
    assert geometry.overlapping(geometry.boxes(drawn.cells, laid)) == []
    assert geometry.through(drawn.cells, drawn.wires, laid) == []


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_first_picture_keeps_its_layers_and_crosses_few_lines(
    lang: str, dataset: Dataset
) -> None:
    drawn = sketch(select(dataset, Wish(kinds=START)), lang)
    laid = lay_out(drawn.cells, drawn.wires)
    bottoms: dict[int, float] = {}
    tops: dict[int, float] = {}
    for cell, box in zip(drawn.cells, geometry.boxes(drawn.cells, laid), strict=True):
        tops[cell.layer] = min(tops.get(cell.layer, box[1]), box[1])
        bottoms[cell.layer] = max(bottoms.get(cell.layer, box[3]), box[3])
    layers = sorted(tops)
    assert all(bottoms[a] < tops[b] for a, b in pairwise(layers))
    # 30 in Thai and 31 in English now; many more would be a worse picture than this one.
    assert geometry.crossings(laid) <= 35
    assert laid == lay_out(drawn.cells, drawn.wires)


def test_a_line_begins_and_ends_at_its_boxes(dataset: Dataset) -> None:
    drawn = sketch(select(dataset, Wish(kinds=START)), "th")
    laid = lay_out(drawn.cells, drawn.wires)
    rectangles = geometry.boxes(drawn.cells, laid, shrunk=-2)
    for wire, curve in zip(drawn.wires, laid.curves, strict=True):
        for (x, y), end in ((curve[0], wire.source), (curve[-1], wire.target)):
            left, top, right, bottom = rectangles[end]
            assert left <= x <= right
            assert top <= y <= bottom


def svg_of(selection: Selection, lang: str) -> str:
    drawn = sketch(selection, lang)
    laid = lay_out(drawn.cells, drawn.wires)
    return picture(drawn, laid, TITLE, lambda box: f"/graph?focus={box.id}").document


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_picture_is_whole_xml_and_says_what_the_list_says(lang: str, dataset: Dataset) -> None:
    chosen = select(dataset, Wish(kinds=START))
    text = svg_of(chosen, lang)
    root = ElementTree.fromstring(text)
    space = {"s": "http://www.w3.org/2000/svg"}
    told = " · ".join(
        each.text or "" for each in root.findall(".//s:g[@data-source]/s:title", space)
    )
    for each in chosen.listed:
        ours = "" if each.basis.value == "stated" else f" ({each.basis.label.said(lang)})"
        assert f"{each.sentence.said(lang)}{ours} [" in told
    assert len(root.findall(".//s:a", space)) == len(chosen.boxes)
    assert not re.search(r'(href|src)="https?:', text)
    assert "style=" not in text


def test_what_is_ours_is_marked_in_the_picture(dataset: Dataset) -> None:
    chosen = select(dataset, Wish(kinds=("support",)))
    ours = [number for number, each in enumerate(chosen.listed, 1) if each.basis.value != "stated"]
    text = svg_of(chosen, "en")
    assert ours
    for number in range(1, chosen.shown + 1):
        assert bool(re.search(rf">([^<]*, )?{number}\*", text)) is (number in ours)


def test_a_path_shows_its_steps_only(dataset: Dataset) -> None:
    two = dataset.relationships[:2]
    ends = {end.id: end for each in two for end in (each.source, each.target)}
    found = along(dataset, ends.values(), two)
    assert found.shown == 2
    assert [each.count for each in found.hidden] == [len(dataset.relationships) - 2]


def test_a_large_graph_is_laid_out_without_a_fault() -> None:
    cells = [Cell(120, 60, number % 5) for number in range(200)]
    wires = [Wire(number, (number * 7 + 3) % 200, 30, 16) for number in range(0, 200, 2)]
    laid = lay_out(cells, wires)
    assert geometry.overlapping(geometry.boxes(cells, laid)) == []
    assert all(laid.curves)


def test_what_is_allowed_is_never_drawn_with_what_is_ordered(dataset: Dataset) -> None:
    for wish in (Wish(everywhere=True, past=True), Wish(kinds=("assignment",), everywhere=True)):
        for line in select(dataset, wish).lines:
            assert {each.force is Force.MAY for each in line.relationships} == {line.is_may}


def test_what_held_before_says_so_at_its_line(dataset: Dataset) -> None:
    past = [each for each in dataset.relationships if each.valid_until]
    assert past
    ends = {end.id: end for each in past for end in (each.source, each.target)}
    drawn = svg_of(along(dataset, ends.values(), past), "en")
    assert drawn.count("2019)") >= len(past) / 2
    assert drawn.count(" past") > 0


def test_steps_are_not_walked_along_what_is_hidden(dataset: Dataset) -> None:
    for end in dataset.bodies:
        for depth in (2, 3):
            wish = Wish(focus=end)
            inner = within(dataset, wish, end, depth - 1)
            shown = select(dataset, replace(wish, around=inner)).listed
            reached, grown = {end.id}, True
            while grown:
                near = {
                    each.id
                    for r in shown
                    for each in (r.source, r.target)
                    if {r.source.id, r.target.id} & reached
                }
                grown = not near <= reached
                reached |= near
            assert all({r.source.id, r.target.id} <= reached for r in shown)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_our_font_has_every_letter_of_the_pictures(lang: str, dataset: Dataset) -> None:
    drawn = svg_of(select(dataset, Wish(everywhere=True, past=True)), lang)
    for body in dataset.bodies:
        own = dataset.relationships_of_end.get(body.id, ())
        drawn += around.picture(body, own, lang, lambda end: end.id).document
    written = "".join(re.findall(r"<(?:text|tspan)[^>]*>([^<]*)", drawn))
    assert {letter for letter in unescape(written) if letter not in known_letters()} == set()
