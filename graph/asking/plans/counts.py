"""How many parts, levels, activities, groups and clauses there are."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.asking.answer import Draft
from graph.asking.plans.asked import Asked, Plan, quoted
from graph.dataset import Dataset
from graph.model.answers import AnswerKind
from graph.model.nodes import Clause, Node, Rule, whole
from graph.model.text import Text, key, thai_digits
from graph.questions.nodes import Nodes


@dataclass(frozen=True, slots=True)
class Countable:
    """Something that can be counted: how it is asked for, what is counted, where it is printed."""

    words: tuple[str, ...]
    counted: Callable[[Dataset], int]
    places: Callable[[Dataset], tuple[str, ...]]
    name: Text


_NUMBER = re.compile(r"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b")


def counted_things(asked: Asked) -> Plan | None:
    """How many parts, clauses, levels, activities or columns there are."""
    reading = asked.reading
    spaced = reading.question.lower()
    # "GCIO has five levels, doesn't it?" asks how many there are.
    told = reading.wants("yesno") and not reading.wants("what") and _NUMBER.search(spaced)
    if not (reading.wants("count") or told) or reading.codes:
        return None
    if asked.columns and reading.activities:
        return None
    if asked.foreign or reading.wants(
        "duty", "qualification", "composition", "nobody", "cell_both", "both"
    ):
        return None
    close = re.sub(r"\d+", "กี่", key(reading.question).replace(" ", ""))
    for each in COUNTABLE:
        if any(word in (close if "กี่" in word else spaced) for word in each.words):
            return _plan(asked.dataset, each)
    return None


def _plan(dataset: Dataset, countable: Countable) -> Plan:
    count = countable.counted(dataset)
    ids = countable.places(dataset)

    def tell(found: Sequence[Node]) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        name = countable.name
        draft.say(f"{name.th}: {thai_digits(count)} ({count})", f"{name.en}: {count}.")
        for each in found:
            if isinstance(each, Clause):
                draft.lines.append(quoted(each))
                draft.cite([whole(each)])
        draft.facts = list(found)
        return draft

    return Plan("count", countable.name, Nodes(ids), {"ids": list(ids)}, tell)


def _parts(dataset: Dataset) -> tuple[str, ...]:
    return tuple(each.id for each in dataset.clauses if each.id.startswith("part:"))


def _clauses(dataset: Dataset) -> tuple[str, ...]:
    return tuple(
        each.id
        for each in dataset.clauses
        if each.id.startswith("clause:") and each.id.removeprefix("clause:").isdigit()
    )


def _team(dataset: Dataset) -> tuple[str, ...]:
    """The groups of the support team: the items of clause 9."""
    return tuple(each.id for each in dataset.clauses if each.id.startswith("clause:9."))


def _levels(dataset: Dataset) -> int:
    """The levels of GCIO, as clause 2 prints their number."""
    rule = dataset.nodes["rule:gcio-levels"]
    assert isinstance(rule, Rule)
    return int(rule.amount or 0)


COUNTABLE = (
    Countable(
        ("กี่ส่วน", "parts"),
        lambda data: len(_parts(data)),
        _parts,
        Text("จำนวนส่วนของแนวทาง", "Parts of the guideline"),
    ),
    Countable(
        (
            "กี่กิจกรรม",
            "กิจกรรมกี่",
            "กิจกรรมทั้งหมดกี่",
            "งานทั้งหมดกี่",
            "กี่งาน",
            "กี่ภารกิจ",
            "activities",
            "กี่แถว",
            "rows",
            "กี่เรื่อง",
            "ขอบเขตหน้าที่",
        ),
        lambda data: len(data.activities),
        lambda data: ("figure:2",),
        Text("จำนวนกิจกรรม (แถว) ของภาพที่ ๒", "Activities (rows) of figure 2"),
    ),
    Countable(
        ("กี่คอลัมน์", "columns"),
        lambda data: len(data.columns),
        lambda data: ("figure:2/header",),
        Text("จำนวนคอลัมน์ของภาพที่ ๒", "Columns of figure 2"),
    ),
    Countable(
        ("กี่ช่อง", "cells"),
        lambda data: len(data.assignments),
        lambda data: ("figure:2",),
        Text("จำนวนช่องของภาพที่ ๒", "Cells of figure 2"),
    ),
    Countable(
        ("กี่ระดับ", "กี่ชั้น", "levels", "tiers", "layers"),
        _levels,
        lambda data: ("clause:2",),
        Text("จำนวนระดับของ GCIO", "Levels of GCIO"),
    ),
    Countable(
        ("กี่กลุ่ม", "กี่พวก", "กี่ประเภท", "groups", "kinds"),
        lambda data: len(_team(data)),
        lambda data: ("clause:9", *_team(data)),
        Text("กลุ่มของทีมสนับสนุน GCIO", "Groups of the GCIO support team"),
    ),
    Countable(
        ("กี่ข้อ", "clauses", "provisions"),
        lambda data: len(_clauses(data)),
        lambda data: ("part:6",),
        Text("จำนวนข้อของแนวทาง", "Numbered clauses of the guideline"),
    ),
)
