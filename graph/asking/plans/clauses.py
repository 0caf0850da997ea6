"""What a clause says, and the places of the text that speak of what is asked."""

import re
from collections.abc import Iterable, Sequence

from graph.asking.answer import Draft, joined
from graph.asking.passages import Found
from graph.asking.plans.asked import Asked, Plan, quoted
from graph.dataset import Dataset
from graph.model.answers import AnswerKind, DatasetInfo, Slice
from graph.model.nodes import Action, Clause, Node, Provision, whole
from graph.model.text import Text, day_in_words
from graph.questions.actions import Actions
from graph.questions.base import WHOLE
from graph.questions.dataset import WhatIsLoaded
from graph.questions.lookup import OneClause
from graph.questions.nodes import Nodes
from graph.questions.provisions import Provisions


def clause(asked: Asked) -> Plan | None:
    """What a clause or a part says."""
    reading = asked.reading
    found_clause = reading.clause or reading.part
    if found_clause is None:
        return None
    identity = found_clause.id

    def tell(found: Clause) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        parts = _with_parts(asked.dataset, found)
        if found.id == "figure:1":
            draft.say(
                "ภาพที่ ๑ ไม่มีอยู่ในข้อความที่ได้มา มีเพียงชื่อภาพ จึงบอกไม่ได้ว่าภาพแสดงความสัมพันธ์ใด",
                "Figure 1 is not in the text that came to us, only its caption; what relations "
                "it drew cannot be told.",
            )
        for each in parts[:14]:
            draft.lines.append(quoted(each))
            draft.cite([whole(each)])
        draft.facts = list(parts)
        return draft

    words = Text(f"ข้อความของ{found_clause.name.th}", f"the words of {found_clause.name.en}")
    return Plan("clause", words, OneClause(identity), {"id": identity}, tell)


def _with_parts(dataset: Dataset, found: Clause) -> list[Clause]:
    """A clause, its paragraphs and its parts; of a part of the document the clauses in it."""
    if found.id.startswith("part:"):
        at = dataset.clauses.index(found)
        gathered = [found]
        for each in dataset.clauses[at + 1 :]:
            if each.id.startswith(("part:", "annex", "changes", "actions")):
                break
            if each.id.startswith("clause:"):
                gathered.append(each)
        return gathered
    base = found.id
    return [
        each
        for each in dataset.clauses
        if each is found
        or each.id.startswith(f"{base}.")
        or (each.id.startswith(f"{base}/") and "/p" not in base)
        or each.parent is found
    ]


def changes(asked: Asked) -> Plan | None:
    """What has changed since 1998, topic by topic, where nothing in particular is asked."""
    reading = asked.reading
    if not reading.wants("change") or not _is_general(asked):
        return None

    def tell(found: Slice[Provision]) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        for each in found.items:
            since = day_in_words(each.valid_from)
            draft.say(
                f"{each.topic.th} ({since.th}): {each.name.th}",
                f"{each.topic.en} ({since.en}): {each.name.en}",
            )
            draft.cite(each.citations)
        draft.facts = list(found.items)
        return draft

    words = Text("สิ่งที่เปลี่ยนไปตั้งแต่ปี ๒๕๔๑", "what has changed since 1998")
    return Plan("changes", words, Provisions(-1, WHOLE), {}, tell)


def actions(asked: Asked) -> Plan | None:
    """Who must do what to put the guideline into effect, where nothing in particular is asked."""
    reading = asked.reading
    if not reading.wants("implementation") or not _is_general(asked):
        return None

    def tell(found: Slice[Action]) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        for each in found.items:
            names = [charge.body.called for charge in each.responsible]
            draft.say(
                f"{each.issue.th} — {joined([name.th for name in names], True)}",
                f"{each.issue.en}: {joined([name.en for name in names], False)}",
            )
            draft.cite(each.citations[:1])
        draft.facts = list(found.items)
        return draft

    words = Text("ใครต้องทำอะไรเพื่อนำแนวทางฯ ไปปฏิบัติ", "who must do what to put it into effect")
    return Plan("actions", words, Actions(-1, WHOLE), {}, tell)


def _is_general(asked: Asked) -> bool:
    """Whether no body, row or topic is named, only the guideline."""
    reading = asked.reading
    named = set(reading.bodies) - {"instrument:guideline"}
    unknown = [word for word in reading.left_over if len(word) > 4]
    topics = set(asked.topics) - {"earlier", "resolution"}
    return not (named or topics or unknown or reading.columns or reading.activities)


def resolution(asked: Asked) -> Plan | None:
    """When the guideline was approved."""
    reading = asked.reading
    topics = {"approve", "effect", "resolution"} & set(reading.topics)
    if not (reading.wants("when") and topics) or reading.years or reading.columns:
        return None
    if set(asked.topics) - {"approve", "effect", "resolution"}:
        return None

    def tell(found: DatasetInfo) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        day = day_in_words(found.resolution_date)
        draft.say(
            f"คณะรัฐมนตรีเห็นชอบเมื่อ {day.th} แนวทางฯ ไม่ได้พิมพ์วันใช้บังคับ",
            f"The cabinet approved it on {day.en}; no date of effect is printed.",
        )
        clause = found.resolution.clause
        draft.lines.append(quoted(clause))
        draft.facts = [clause]
        draft.cite([found.resolution])
        return draft

    words = Text("วันที่คณะรัฐมนตรีเห็นชอบ", "when the cabinet approved it")
    return Plan("resolution", words, WhatIsLoaded(), {}, tell)


def passage(asked: Asked) -> Plan | None:
    """The places of the text that speak of what is asked."""
    fits, reading = asked.fits, asked.reading
    if not fits or not _is_covered(asked):
        return None
    chosen = [each for each in fits[:4] if each.score >= fits[0].score * 0.62]
    ids = tuple(each.clause.id for each in chosen)

    def tell(found: Sequence[Node]) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        may = reading.wants("qualification") or _MAY.search(reading.question.lower())
        if may and "qualifications" in chosen[0].clause.id:
            draft.say("ข้อที่บอกว่าใครเป็นได้:", "The places that say who may be one:")
        for each in found:
            if isinstance(each, Clause):
                _tell_clause(asked, draft, each)
        if reading.wants("change") or reading.years:
            _tell_then_and_now(asked, draft, chosen)
        for each in _around(asked.dataset, fits[0].clause):
            draft.lines.append(quoted(each))
            draft.cite([whole(each)])
        draft.facts = list(found)
        return draft

    names = [each.clause.name for each in chosen]
    words = Text(
        f"ที่ที่พูดถึงเรื่องนี้: {', '.join(each.th for each in names)}",
        f"the places that speak of it: {', '.join(each.en for each in names)}",
    )
    return Plan("passage", words, Nodes(ids), {"ids": list(ids)}, tell)


# How well a passage must fit: better, the less of the question is known.
_LEAST_SCORE, _LEAST_SHARE = 19.0, 0.5


_DAY = re.compile(
    r"\d+|jan\w*|feb\w*|mar\w*|apr\w*|may|jun\w*|jul\w*|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*"
)


_MAY = re.compile(r"ได้ไหม|ได้หรือไม่|ได้มั้ย|\bcan\b|\bmay\b|\bcould\b")


def _is_covered(asked: Asked) -> bool:
    """Whether the best passage speaks of what is asked, and not of a word or two of it."""
    reading = asked.reading
    known = sum(len(spot.term) for spot in reading.spots if _tells(spot.concepts))
    # A day that is printed is matter enough.
    known += 8 * len(reading.years)
    unknown = sum(len(word) for word in reading.left_over if not _DAY.fullmatch(word))
    best = asked.fits[0]
    told = [each.clause for each in asked.fits[:3] if each.score > best.score * 0.62]
    measured = reading.wants("when", "count") and asked.topics
    if measured and not any(
        asked.passages.speaks_of(clause, f"topic:{topic}")
        for clause in told
        for topic in asked.topics
    ):
        # The body named is spoken of, but not what is asked of it.
        return False
    if not known:
        return False
    if unknown > 2.2 * known:
        return best.share >= _LEAST_SHARE and best.score >= _LEAST_SCORE
    return best.score >= _LEAST_SCORE or best.share >= 0.7


def _tells(concepts: Iterable[str]) -> bool:
    return any(not name.startswith(("filler:", "asks:", "outside:", "code:")) for name in concepts)


def _tell_clause(asked: Asked, draft: Draft, clause: Clause) -> None:
    for action in asked.dataset.resting_on(clause, Action):
        if all(each.clause is not clause for each in action.citations):
            # It names who is responsible, and says so itself.
            continue
        names = [charge.body.called for charge in action.responsible]
        draft.say(
            f"ผู้รับผิดชอบตามตารางการดำเนินการ: {joined([each.th for each in names], True)}",
            f"Responsible by the table of actions: {joined([each.en for each in names], False)}.",
        )
        draft.facts.append(action)
    draft.lines.append(quoted(clause))
    draft.cite([whole(clause)])
    above = clause.parent
    if (
        above
        and not above.no_fact
        and above.id.startswith(("clause:", "actions:", "changes:"))
        and len(above.text.th) < 400
    ):
        draft.lines.append(quoted(above))
        draft.cite([whole(above)])


def _tell_then_and_now(asked: Asked, draft: Draft, chosen: Sequence[Found]) -> None:
    """Of each topic a passage lays something down on, what was laid down before and since."""
    shown = {each.clause.id for each in chosen}
    topics = {
        each.topic
        for each in asked.dataset.provisions
        if shown & {citation.clause.id for citation in each.citations}
    }
    for provision in asked.dataset.provisions:
        if provision.topic in topics:
            since = day_in_words(provision.valid_from)
            draft.say(
                f"{provision.topic.th} ({since.th}): {provision.name.th}",
                f"{provision.topic.en} ({since.en}): {provision.name.en} “{provision.name.th}”",
            )
            draft.cite(provision.citations)
            draft.facts.append(provision)


def _around(dataset: Dataset, clause: Clause) -> list[Clause]:
    """The rest of a short list that a clause is an item of: one item alone would mislead."""
    section = clause.id.split("/")[0]
    if not section.startswith(("annex:assistants-", "annex:staff-", "changes:")):
        return []
    rest = [
        each
        for each in dataset.clauses
        if (each.id == section or each.id.startswith(f"{section}/")) and each.no_fact is None
    ]
    return rest if sum(len(each.text.th) for each in rest) < 3_000 else []
