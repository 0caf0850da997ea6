"""Widths and line breaks of the words in pictures."""

import pytest

from app.drawing.graph import LABEL_WIDE
from app.drawing.letters import width
from app.drawing.shapes import LABEL, NAME, PAD, WIDE, forced
from app.drawing.words import lines, pieces
from graph.dataset import Dataset
from graph.model.relations import RELATIONS, Force

NEVER_FIRST = "ๆฯ)ะาำิีึืุูั็่้๊๋์ๅ/"


def names(dataset: Dataset) -> list[str]:
    found = [each.name.th for each in dataset.bodies]
    found += [each.name.th for each in dataset.instruments]
    return found + [each.name.th for each in dataset.activities]


def test_every_name_breaks_between_listed_words_only(dataset: Dataset) -> None:
    inner = WIDE - 2 * PAD
    too_wide = {
        piece
        for name in names(dataset)
        for piece in pieces(name)
        if width(piece.strip(), NAME) > inner
    }
    assert too_wide == set()


def test_every_verb_breaks_between_listed_words_only() -> None:
    verbs = [forced(each, force, "th") for each in RELATIONS.values() for force in Force]
    assert [
        each for each in verbs for piece in pieces(each) if width(piece, LABEL) > LABEL_WIDE
    ] == []


@pytest.mark.parametrize("most", [90, 120, 156, 300])
def test_lines_hold_every_letter_and_begin_with_none_that_may_not(
    most: int, dataset: Dataset
) -> None:
    for name in names(dataset):
        found = lines(name, most, NAME)
        assert "".join(found).replace(" ", "") == name.replace(" ", "")
        assert all(line[0] not in NEVER_FIRST for line in found), found
        assert all(width(line, NAME) <= most for line in found), found


def test_a_word_nobody_listed_is_broken_between_letters_and_not_before_a_mark() -> None:
    found = lines("ฮโลกุ้งน้ำ" * 8, 60, 14)
    assert len(found) > 3
    assert all(line[0] not in NEVER_FIRST for line in found)


@pytest.mark.parametrize("text", ["", " ", "   "])
def test_no_words_are_one_empty_line(text: str) -> None:
    assert lines(text, 100, 14) == [""]
