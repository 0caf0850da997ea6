"""910 questions as people say them, of which 755 were scored before anything was fitted to them."""

from pathlib import Path

import pytest

from graph.asking.plans import RULES
from tests.asking.conftest import Say
from tests.asking.judge import Asked, is_at, judge, questions
from tests.asking.report import main

# Not answered rightly yet; what they lack is in docs/ask.md. One that is mended leaves the list.
MISSED = {
    *("a138", "b075", "b062", "b102", "b142", "r061", "s050", "s055", "s074"),
    *("u057", "u064", "u100", "w029", "w043", "w087", "w100"),
}


@pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.id)
def test_a_question_is_answered_as_it_was(asked: Asked, say: Say) -> None:
    verdict = judge(asked, say(asked.question, asked.language.value))
    assert not verdict.harmful, verdict.lacks
    assert verdict.right == (asked.id not in MISSED), verdict.lacks


def test_at_least_nine_of_ten_are_right() -> None:
    assert len(MISSED) <= len(questions()) / 10


def test_the_page_names_every_rule() -> None:
    page = (Path(__file__).parents[2] / "docs" / "ask.md").read_text(encoding="utf-8")
    assert [name for name, _ in RULES if f"`{name}`" not in " ".join(page.split())] == []


def test_there_are_as_many_questions_as_are_told() -> None:
    sets = [each.set for each in questions()]
    assert {name: sets.count(name) for name in sets} == {
        "development": 155,
        "set aside": 155,
        "first reader": 100,
        "second reader": 100,
        "third reader": 100,
        "fourth reader": 100,
        "fifth reader": 100,
        "sixth reader": 100,
    }
    assert len({each.id for each in questions()}) == len(sets)


def test_the_judge_refuses_what_is_wrong(say: Say) -> None:
    asked = next(each for each in questions() if each.id == "a002")
    other = next(each for each in questions() if each.category == "composition")
    assert not judge(asked, say("ฝนจะตกไหม")).right
    assert not judge(other, say("who is accountable for cyber security", "en")).right
    assert not is_at("figure 2 row 11", "figure 2 row 1")
    assert is_at("OCSC annex assistants MCIO/DCIO role", "OCSC annex assistants MCIO")


def test_the_page_tells_what_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0, capsys.readouterr().out
