"""A question as a person says it: understood, asked of the graph, answered or declined."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Iterator
from enum import Enum
from functools import lru_cache
from typing import Any

from graph.asking.answer import Draft
from graph.asking.lexicon import Lexicon
from graph.asking.passages import Passages
from graph.asking.plans import RULES, Asked, Plan
from graph.asking.plans.asked import GENERIC
from graph.asking.reading import is_thai, read
from graph.dataset import Dataset
from graph.model.answers import Answer, AnswerKind, Understood
from graph.model.nodes import Body
from graph.model.text import Text
from graph.questions.base import Question

# Rows that people ask about most, offered where a row is missing.
COMMON_ROWS = (11, 8, 3)
LONGEST_REPEATED = 60
# Shorter words that nothing explains are endings and slips.
SHORTEST_NOTED = 3
OF_THE_MATRIX = frozenset(("holder", "cell", "row", "rows", "column", "without"))
# Offices people take for columns.
OFFICES = {
    "permanent_secretary": Text("ปลัดกระทรวง", "permanent secretary"),
    "director_general": Text("อธิบดี", "director-general"),
    "governor": Text("ผู้ว่าราชการจังหวัด", "provincial governor"),
    "minister": Text("รัฐมนตรี", "minister"),
    "assistant": Text("ผู้ช่วย", "assistants"),
    "adviser": Text("ที่ปรึกษา", "advisers"),
}
# The last year the guideline speaks of: the national reform plan runs to 2022.
LAST_YEAR = 2022

# A law by its name: none is quoted in the guideline.
_ACT = re.compile(r"\b[A-Z]\w+ Act\b|\bAct B\.E\.|\bthe Act\b")
# What is offered in place of an answer: three that can be asked.
CAN_BE_ASKED = (
    Text(
        "ระดับกรม ใครเป็น Accountable เรื่องความมั่นคงปลอดภัยไซเบอร์",
        "Who is accountable for cyber security at the department level?",
    ),
    Text("DCIO มีหน้าที่อะไรบ้าง", "What are the duties of the DCIO?"),
    Text("ใครเป็นประธานคณะกรรมการ PCIO", "Who chairs the PCIO committee?"),
)

Find = Callable[[Question[Any, Any]], Awaitable[Any]]


class Language(Enum):
    """The language of an answer."""

    TH = "th"
    EN = "en"


class Understanding:
    """What it takes to understand questions of one dataset; made once, as it takes some time."""

    def __init__(self, dataset: Dataset) -> None:
        """Index the lexicon and the clauses."""
        self.dataset = dataset
        self.lexicon = Lexicon(dataset)
        self.passages = Passages(dataset, self.lexicon)

    def plan(self, question: str) -> tuple[Asked, Plan | None]:
        """Read a question and find the first rule that fits, or none."""
        reading = read(self.dataset, self.lexicon, question)
        asked = Asked(self.dataset, self.passages, reading)
        if _is_outside(asked):
            return asked, None
        for _, rule in RULES:
            if plan := rule(asked):
                return asked, plan
        return asked, None


@lru_cache(maxsize=2)
def understanding_of(dataset: Dataset) -> Understanding:
    """Give the understanding of a dataset, made when first asked for."""
    return Understanding(dataset)


async def answer(
    dataset: Dataset, find: Find, question: str, language: str | None = None
) -> Answer:
    """Answer a question; `find` has a store find and judge what it is understood as.

    The language is that of the question where none is given. The same question of the same
    dataset has the same answer.
    """
    # Made off the event loop where it is not made yet: that takes a third of a second.
    understanding = await asyncio.to_thread(understanding_of, dataset)
    asked, plan = understanding.plan(question)
    thai = is_thai(question) if language is None else language == "th"
    put_right = tuple(f"{spot.term} → {spot.slip_of}" for spot in asked.reading.slips)[:10]
    if plan is None:
        return _declined(asked).finished(thai, None)
    draft = plan.tell(await find(plan.question))
    _narrow(asked, plan, draft)
    if plan.rule in OF_THE_MATRIX:
        _leave_out(asked, draft)
    understood = Understood(
        plan.words,
        plan.rule,
        put_right,
        plan.question.stem,
        json.dumps(plan.variables, ensure_ascii=False, sort_keys=True),
    )
    return draft.finished(thai, understood)


def _is_outside(asked: Asked) -> bool:
    """Whether something is asked that no place of the guideline speaks of."""
    reading = asked.reading
    outside = set(reading.outside)
    if reading.wants("who", "holder") or (reading.activities and reading.codes):
        # An order to the machine beside a question is only text.
        outside.discard("machine")
    if outside or reading.wants("name") or not reading.folded:
        return True
    if _ACT.search(reading.question):
        return True
    # The person who holds a post now, or a year the text cannot know of.
    named = reading.wants("called") and (reading.organizations or reading.columns)
    return bool(named) or any(year > LAST_YEAR for year in reading.years)


def _leave_out(asked: Asked, draft: Draft) -> None:
    """Say which words of a question about the matrix its answer does not count."""
    words = [word for word in asked.reading.left_over if len(word) > SHORTEST_NOTED]
    if words:
        listed = ", ".join(f"“{word}”" for word in words[:5])
        draft.say(
            f"ไม่เข้าใจคำว่า {listed} คำตอบนี้ไม่ได้นับคำเหล่านี้",
            f"Not understood and left out of this answer: {listed}.",
        )
    for name in _no_columns(asked):
        draft.say(
            f"ภาพที่ ๒ ไม่มีคอลัมน์ของ{name.th}",
            f"Figure 2 has no column for the {name.en}.",
        )


def _no_columns(asked: Asked) -> Iterator[Text]:
    """The bodies and offices named that stand behind no column of the matrix."""
    data, reading = asked.dataset, asked.reading
    for identity in reading.bodies:
        thing = data.nodes[identity]
        if not isinstance(thing, Body) or identity in GENERIC:
            continue
        if not data.columns_of_body.get(identity):
            yield thing.called
    for topic in reading.topics:
        if topic in OFFICES:
            yield OFFICES[topic]


def _narrow(asked: Asked, plan: Plan, draft: Draft) -> None:
    """A word and nothing else may mean several things: show what was found, and ask."""
    reading = asked.reading
    if reading.asks or reading.left_over or draft.kind is not AnswerKind.FOUND:
        return
    words = [spot for spot in reading.spots if not spot.of("filler")]
    if plan.rule == "passage" and len(words) <= 1:
        draft.kind = AnswerKind.AMBIGUOUS
        draft.alternatives = [*_closer(asked)]
        draft.lines.insert(
            0,
            Text(
                "คำนี้หมายถึงได้หลายอย่าง โปรดระบุว่าต้องการทราบเรื่องใด",
                "This may mean several things: please say which you mean.",
            ),
        )


def _declined(asked: Asked) -> Draft:
    """Ask back where several things may be meant, and else say that it is not answered."""
    reading = asked.reading
    outside = _is_outside(asked)
    if reading.shared_names and not outside:
        return _which_organization(asked)
    draft = Draft(AnswerKind.OUT_OF_SCOPE, alternatives=[*CAN_BE_ASKED])
    if reading.no_such_clause:
        draft.say(
            f"แนวทางฯ ไม่มี “{reading.no_such_clause}”",
            f"The guideline has no “{reading.no_such_clause}”.",
        )
    elif not outside and _is_short(asked):
        draft.kind = AnswerKind.AMBIGUOUS
        draft.alternatives = [*_closer(asked)]
        draft.say(
            "คำถามนี้หมายถึงได้หลายอย่าง โปรดระบุว่าต้องการทราบเรื่องใด เช่น กิจกรรมใด ระดับใด หรือรหัสใด",
            "This may mean several things: please say which you mean, such as which activity, "
            "level or code.",
        )
    elif reading.wants("name"):
        draft.say(
            "แนวทางฯ ไม่ได้ระบุชื่อ ที่ติดต่อ หรือค่าตอบแทนของบุคคลใด จึงตอบไม่ได้",
            "The guideline does not name any person, contact or pay, so this cannot be answered.",
        )
    else:
        draft.say(
            "ข้อความของแนวทางฯ ไม่ได้กล่าวถึงเรื่องนี้ จึงตอบไม่ได้",
            "The guideline's text does not speak of this, so it cannot be answered.",
        )
    return draft


def _which_organization(asked: Asked) -> Draft:
    """Ask which of the organizations is meant that share an abbreviation."""
    draft = Draft(AnswerKind.AMBIGUOUS)
    draft.say(
        "ชื่อย่อนี้มีหลายหน่วยงานใช้ โปรดเลือก",
        "Several organizations share this abbreviation: please choose.",
    )
    draft.alternatives = [
        Text(f"{each.name.th} ใครเป็น CIO", f"Who is the CIO of {each.name.en}?")
        for each in dict.fromkeys(asked.reading.shared_names)
    ]
    return draft


def _closer(asked: Asked) -> Iterator[Text]:
    """Ask the same of what could be meant: some rows where a code is asked for, else the levels."""
    question = asked.reading.question.strip(" ?？")[:LONGEST_REPEATED]
    if asked.reading.codes or asked.reading.wants("who", "holder", "what", "code"):
        for number in COMMON_ROWS:
            activity = asked.dataset.activities[number - 1]
            thai = next(topic for topic in activity.topics if not topic.isascii())
            english = next(topic for topic in activity.topics if topic.isascii())
            yield Text(f"{question} เรื่อง{thai}", f"{question} for {english}?")
        return
    for column in asked.dataset.columns[1:]:
        yield Text(f"{question} {column.label}", f"{question} {column.label}")


def _is_short(asked: Asked) -> bool:
    """Whether a question leaves out of what it asks: a code without a row, a word alone."""
    reading = asked.reading
    words = [spot for spot in reading.spots if not spot.of("filler")]
    unknown = sum(len(word) for word in reading.left_over)
    if len(reading.left_over) == 1 and not words:
        return bool(asked.fits) and asked.fits[0].share > 0.8
    return bool(words) and unknown <= 3 and len(words) <= 4
