"""What ties bodies to one another, and who does something to one."""

import re
from collections.abc import Sequence

from graph.asking.answer import Draft
from graph.asking.plans.asked import Asked, Plan, add_passages, quoted
from graph.asking.reading import body_of
from graph.model.answers import AnswerKind, Path, Slice
from graph.model.nodes import Column, Relationship
from graph.model.text import Text
from graph.questions.base import WHOLE
from graph.questions.path import PathBetween
from graph.questions.relationships import Direction, Relationships


def _tell_relationships(draft: Draft, found: Sequence[Relationship]) -> None:
    for each in found:
        draft.lines.append(each.sentence)
        draft.cite([each.citation])
        draft.lines.append(quoted(each.citation.clause))
    draft.relationships = list(found)


def path(asked: Asked) -> Plan | None:
    """How two bodies are tied."""
    reading = asked.reading
    if not reading.wants("relation"):
        return None
    ends: dict[str, None] = {}
    for spot in reading.spots:
        for name in spot.concepts:
            thing = asked.dataset.nodes.get(name)
            if isinstance(thing, Column):
                ends[body_of(asked.dataset, thing).id] = None
                break
            if name.startswith(("organization:", "post:", "instrument:")):
                ends[name] = None
                break
    if _PCIO in ends and len(ends) > 2:
        # "The PCIO of a province" is one body and no tie.
        ends.pop("organization:province", None)
    if len(ends) < 2:
        return None
    source, target = list(ends)[:2]

    def tell(found: Path) -> Draft:
        told = asked.fits and asked.fits[0].score > 30
        draft = Draft(AnswerKind.FOUND if found.found or told else AnswerKind.NOBODY)
        draft.lines.append(found.answer)
        for step in found.steps:
            for each in step.relationships:
                draft.lines.append(each.sentence)
                draft.relationships.append(each)
                draft.cite([each.citation])
        draft.facts = [found.source, found.target]
        add_passages(asked, draft, 3)
        return draft

    words = Text(f"{source} ผูกกับ {target} อย่างไร", f"how {source} is tied to {target}")
    return Plan("path", words, PathBetween(source, target), {"from": source, "to": target}, tell)


def to_whom(asked: Asked) -> Plan | None:
    """Whom a body reports or proposes to."""
    reading = asked.reading
    if not _TO_WHOM.search(reading.question.lower()) or (reading.activities and reading.codes):
        return None
    relations = [name for topic in reading.topics for name in _ONWARD.get(topic, ())]
    named = [
        # What comes from a province goes on by its committee.
        *(_PCIO for each in reading.bodies if each == "organization:province"),
        *(body_of(asked.dataset, each).id for each in reading.columns),
        *reading.bodies,
    ]
    onward = [
        each
        for identity in named
        for each in asked.dataset.relationships_of_end.get(identity, ())
        if each.source.id == identity and each.relation.name in relations
    ]
    if not onward:
        return None
    # "How do needs reach the GCIO Committee?" names where they go beside whence.
    body = min(onward, key=lambda each: each.target.id not in named).source

    def tell(found: Slice[Relationship]) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        _tell_relationships(draft, found.items)
        add_passages(asked, draft, 2)
        return draft

    words = Text(f"{body.name.th} ส่งต่อถึงใคร", f"whom the {body.name.en} turns to")
    question = Relationships(
        -1, WHOLE, body=body.id, direction=Direction.FROM, relations=tuple(relations)
    )
    variables = {"body": body.id, "direction": "FROM", "relations": relations}
    return Plan("to whom", words, question, variables, tell)


_TO_WHOM = re.compile(
    r"ต่อใคร|ให้ใคร|ถึงใคร|กับใคร|ทางไหน|ทางใด|ไปถึง|"
    r"\bwhom\b|\bwho\b.*\bto\W*$|\bto who\b|\broute\b|\breach(?:es)?\b|\btheir way\b"
)
_PCIO = "organization:pcio-committee"
_ONWARD = {
    "report": ("reports_to", "informs"),
    "propose": ("proposes_to", "gives_opinion_to"),
    "needs": ("proposes_to",),
    "delegate": ("delegates_to", "assigns"),
}


def by_relation(asked: Asked) -> Plan | None:
    """Who does something to a body, where the verb is a relation of the graph."""
    reading = asked.reading
    whether = reading.wants("yesno") or _WHETHER.match(reading.question.lower())
    if not (whether or reading.wants("who", "holder")) or reading.activities or reading.codes:
        return None
    if reading.wants("implementation", "change", "only", "when") or "request" in reading.topics:
        return None
    relations = [name for topic in reading.topics for name in _RELATIONS_OF.get(topic, ())]
    if _SETS.search(reading.question.lower()) and not set(asked.topics) - {"appoint"}:
        relations += [name for asks, name in _SET.items() if reading.wants(asks)]
    named = asked.named_bodies
    targets = [
        identity
        for identity in named
        if any(
            each.target.id == identity and each.relation.name in relations
            for each in asked.dataset.relationships_of_end.get(identity, ())
        )
    ]
    # "Does the OCSC set up the GCIO Committee?" names another body and asks whether it is the one;
    # who is delegated to names the post that is delegated.
    may_be_another = bool(whether) and "delegate" not in reading.topics
    if len(targets) != 1 or len(named) > 1 + may_be_another:
        return None
    target = targets[0]
    others = [identity for identity in named if identity != target]
    body = asked.dataset.end(target)

    def tell(found: Slice[Relationship]) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        sources = {each.source.id for each in found.items}
        for other in others:
            if other not in sources:
                called = asked.dataset.end(other).called
                draft.say(f"ไม่ใช่ {called.th}", f"Not the {called.en}.")
        _tell_relationships(draft, found.items)
        add_passages(asked, draft, 2)
        return draft

    names = ", ".join(relations)
    words = Text(f"ใคร ({names}) {body.called.th}", f"who {names} the {body.called.en}")
    question = Relationships(
        -1, WHOLE, body=body.id, direction=Direction.TO, relations=tuple(relations)
    )
    variables = {"body": body.id, "direction": "TO", "relations": relations}
    return Plan("relation", words, question, variables, tell)


_WHETHER = re.compile(r"(?:does|do|did)\b")
_SETS = re.compile(r"กำหนด|\bsets?\b|\bdetermines?\b|\blays? down\b|\bdefines?\b|\bdecides?\b")
_SET = {
    "qualification": "sets_qualifications_of",
    "duty": "sets_duties_of",
    "composition": "sets_composition_of",
}
_RELATIONS_OF = {
    "appoint": ("establishes", "appoints"),
    "certify": ("certifies",),
    "work_share": ("sets_work_share_of",),
    "screen": ("screens",),
    "delegate": ("delegates_to", "assigns"),
}


def ties(asked: Asked) -> Plan | None:
    """What one body is tied to, where only one is named."""
    reading = asked.reading
    if (
        not reading.wants("relation")
        or reading.activities
        or reading.codes
        or (asked.fits and asked.foreign)
    ):
        return None
    if len(asked.named_bodies) != 1:
        return None
    body = asked.dataset.end(asked.named_bodies[0])

    def tell(found: Slice[Relationship]) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        for each in found.items[:12]:
            draft.lines.append(each.sentence)
        draft.relationships = list(found.items)
        draft.cite(each.citation for each in found.items)
        return draft

    words = Text(f"ความสัมพันธ์ของ {body.called.th}", f"what the {body.called.en} is tied to")
    question = Relationships(-1, WHOLE, body=body.id)
    return Plan("ties", words, question, {"body": body.id}, tell)
