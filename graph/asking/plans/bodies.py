"""Bodies: who sits on them, what is asked of their holders, what they are to do."""

import re
from collections.abc import Sequence
from typing import Any

from graph.asking.answer import Draft
from graph.asking.plans.asked import (
    Asked,
    Plan,
    add_passages,
    is_elsewhere,
    quoted,
    tell_organizations,
)
from graph.asking.reading import Reading, body_of
from graph.model.answers import AnswerKind, Slice
from graph.model.nodes import (
    Body,
    Clause,
    Duty,
    DutyKind,
    Node,
    Qualification,
    Relationship,
    whole,
)
from graph.model.relations import SeatRole
from graph.model.text import Text, thai_digits
from graph.questions.base import MOST, WHOLE
from graph.questions.duties import Duties
from graph.questions.memberships import Memberships
from graph.questions.nodes import Nodes
from graph.questions.qualifications import Qualifications, in_words


def composition(asked: Asked) -> Plan | None:
    """Who sits on a committee, as what."""
    reading = asked.reading
    role = _seat_role(reading)
    committee = _committee(asked)
    sitting = _sitting(asked, committee) if committee else ()
    counted = reading.wants("count") and _PEOPLE.search(reading.question.lower())
    if not (role or sitting or counted or reading.wants("composition", "vice_chair")):
        return None
    if committee is None or reading.codes or is_elsewhere(asked):
        return None
    if not role and {"appoint", "request"} & set(reading.topics):
        return None
    if counted and reading.wants("duty"):
        return None

    def tell(found: Slice[Relationship]) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        seats = list(found.items)
        if not seats:
            draft.kind = AnswerKind.NOBODY
        chosen = [
            each for each in seats if each.source.id in sitting or (role and each.role in role)
        ]
        count = len({each.citation.clause.id for each in seats})
        for each in chosen:
            draft.lines.append(each.sentence)
            draft.cite([whole(each.citation.clause)])
        draft.say(
            f"{committee.called.th}: {thai_digits(count)} รายการตามองค์ประกอบที่พิมพ์ ({count})",
            f"{committee.called.en}: {count} items of its composition as printed.",
        )
        best = {each.clause.id for each in asked.fits[:3]}
        seats.sort(key=lambda each: each.citation.clause.id not in best)
        for each in chosen or seats:
            draft.lines.append(quoted(each.citation.clause))
            if not chosen:
                draft.lines.append(each.sentence)
        items = {each.citation.clause.id for each in seats}
        section = next(iter(items), "").rpartition("/composition")[0]
        for beside in asked.dataset.clauses:
            # What is said under the list, such as that more secretaries may be added.
            listed = section and beside.id.startswith(f"{section}/composition")
            if listed and beside.id not in items and not beside.no_fact:
                draft.lines.append(quoted(beside))
                draft.cite([whole(beside)])
        draft.relationships = [*chosen, *seats]
        if not chosen:
            draft.cite(whole(each.citation.clause) for each in seats)
        return draft

    words = Text(f"องค์ประกอบของ {committee.called.th}", f"who sits on the {committee.called.en}")
    variables: dict[str, Any] = {"committee": committee.id}
    return Plan(
        "composition", words, Memberships(-1, WHOLE, committee=committee.id), variables, tell
    )


def _sitting(asked: Asked, committee: Body) -> tuple[str, ...]:
    """The bodies named that sit on a committee or are represented there."""
    return tuple(
        each.source.id
        for each in asked.dataset.relationships
        if each.target is committee and each.role and each.source.id in asked.reading.bodies
    )


_PEOPLE = re.compile(r"people|persons|members|คน|กรรมการ")
_ROLES = {
    "chair": (SeatRole.CHAIR,),
    "secretary": (
        SeatRole.SECRETARY,
        SeatRole.MEMBER_AND_SECRETARY,
        SeatRole.MEMBER_AND_JOINT_SECRETARY,
    ),
    "assistant_secretary": (SeatRole.ASSISTANT_SECRETARY,),
}


def _seat_role(reading: Reading) -> tuple[SeatRole, ...]:
    """The roles asked for; the chair may be asked for beside the secretary."""
    return tuple(role for asks, roles in _ROLES.items() if reading.wants(asks) for role in roles)


def _committee(asked: Asked) -> Body | None:
    """The committee named that has seats."""
    seated = {each.target.id for each in asked.dataset.relationships if each.role is not None}
    named = [*asked.reading.bodies]
    for column in asked.columns:
        named += [standing.body.id for standing in column.stands_for]
    for identity in named:
        thing = asked.dataset.nodes[identity]
        if identity in seated and isinstance(thing, Body):
            return thing
    return None


def qualification(asked: Asked) -> Plan | None:
    """What is asked of the holder of a post."""
    reading = asked.reading
    if not reading.wants("qualification") or reading.codes or reading.clause:
        return None
    if "nearest" in reading.topics or "organization:csc" in reading.bodies:
        return None
    post = _post(asked)
    if post is None:
        return None

    def tell(found: Slice[Qualification]) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        # Asked of nothing in particular, the whole is told and no part picked out.
        narrow = asked.foreign or any(len(word) > 2 for word in reading.left_over)
        best = [each.clause.id for each in asked.fits[:6]] if narrow else []
        fitting: list[Qualification] = []
        for tree in found.items:
            for each in (tree, *asked.dataset.requirements_of(tree)):
                if each.citation.clause.id in best:
                    fitting.append(each)
        fitting.sort(key=lambda each: best.index(each.citation.clause.id))
        for each in fitting[:4]:
            draft.lines.append(quoted(each.citation.clause))
            draft.cite([each.citation])
        for tree in found.items:
            told = in_words(asked.dataset, tree)
            draft.say(f"{post.called.th}: {told.th}"[:2500], f"{post.called.en}: {told.en}"[:2500])
            draft.facts.append(tree)
            draft.cite([whole(tree.citation.clause)])
        for tree in found.items:
            for each in asked.dataset.parts_of_qualification.get(tree.id, ())[:4]:
                draft.cite([each.citation])
        if narrow:
            add_passages(asked, draft, 2)
        return draft

    words = Text(f"คุณสมบัติของ {post.called.th}", f"what is asked of the {post.called.en}")
    return Plan(
        "qualification", words, Qualifications(-1, MOST, body=post.id), {"body": post.id}, tell
    )


def support_team(asked: Asked) -> Plan | None:
    """Who may be an assistant or a member of the support staff, and what they are there for."""
    reading = asked.reading
    section = _section(asked)
    if not section or reading.codes or reading.clause or _ABOUT_OTHER & set(reading.topics):
        return None
    if not reading.wants("qualification", "who", "what", "yesno", "duty"):
        return None
    ids = tuple(
        each.id
        for each in asked.dataset.clauses
        if each.id.startswith(f"{section}/") and not each.no_fact
    )

    def tell(found: Sequence[Node]) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        best = [each.clause.id for each in asked.fits]
        clauses = [each for each in found if isinstance(each, Clause)]
        clauses.sort(key=lambda each: best.index(each.id) if each.id in best else len(best))
        draft.say(
            "ผู้ที่เป็นได้ คือผู้ที่เข้าตามข้อต่อไปนี้",
            "Who may be one is whoever meets the following.",
        )
        for each in clauses:
            draft.lines.append(quoted(each))
            draft.cite([whole(each)])
        draft.facts = list(clauses)
        return draft

    name = asked.dataset.clause(section).name
    words = Text(f"ทีมสนับสนุนตาม{name.th}", f"the support team of {name.en}")
    return Plan("support team", words, Nodes(ids), {"ids": list(ids)}, tell)


# Where assistants and staff are spoken of outside their section of the annex.
_ABOUT_OTHER = frozenset(
    (
        *("training", "skills", "hire", "quota", "round4", "first_stage", "workforce", "appoint"),
        *("certify", "report"),
    )
)


def _section(asked: Asked) -> str:
    """The section of the annex on the assistants or the staff named, or nothing."""
    topics, reading = set(asked.reading.topics), asked.reading
    group = "assistants" if "assistant" in topics else "staff" if "staff" in topics else ""
    if not group or reading.wants("secretary", "assistant_secretary", "composition", "chair"):
        return ""
    named = {column.id.partition(":")[2] for column in asked.columns}
    named |= {_NAMES[each] for each in reading.bodies if each in _NAMES}
    if "pcio" in named:
        return f"annex:{group}-pcio"
    if named & {"mcio", "dcio"}:
        return f"annex:{group}-mcio-dcio"
    return "annex:staff-gcio" if group == "staff" and "gcio" in named else ""


_NAMES = {
    "organization:ministry": "mcio",
    "organization:department": "dcio",
    "organization:province": "pcio",
    "post:mcio-dcio-assistant": "mcio",
    "post:mcio-dcio-staff": "mcio",
    "post:pcio-assistant": "pcio",
    "post:pcio-staff": "pcio",
    "post:gcio-committee-staff": "gcio",
}


# By what is spoken of, the posts by the column they belong to, and the one where none is named.
_ANY = ""
_POSTS = {
    "assistant": {
        "pcio": "post:pcio-assistant",
        "mcio": "post:mcio-dcio-assistant",
        "dcio": "post:mcio-dcio-assistant",
        _ANY: "post:gcio-assistant",
    },
    "staff": {
        "pcio": "post:pcio-staff",
        "mcio": "post:mcio-dcio-staff",
        "dcio": "post:mcio-dcio-staff",
        "gcio": "post:gcio-committee-staff",
    },
}
_OFFICERS = {"mcio": "post:mcio", "dcio": "post:dcio"}


def _post(asked: Asked) -> Body | None:
    """The post named of which something is asked: an assistant before the officer."""
    names = {column.id.partition(":")[2] for column in asked.columns}
    topics = set(asked.reading.topics)
    group = next((each for each in _POSTS if each in topics), "")
    if not group and "adviser" in topics:
        return None
    posts = _POSTS.get(group, _OFFICERS)
    wanted = [post for name, post in posts.items() if name in (*names, _ANY)]
    for identity in (*wanted, *asked.reading.bodies):
        if asked.dataset.qualifications_of_body.get(identity):
            thing = asked.dataset.nodes[identity]
            return thing if isinstance(thing, Body) else None
    return None


def duties(asked: Asked) -> Plan | None:
    """What a body is to do."""
    reading = asked.reading
    if reading.codes or not reading.wants("duty") or reading.clause:
        return None
    if reading.wants("who") and asked.foreign:
        # Whose duty it is stands in the text, not in the list of the body named beside it.
        return None
    if is_elsewhere(asked) or "nearest" in reading.topics:
        return None
    bodies = [body_of(asked.dataset, each) for each in asked.columns]
    for identity in reading.bodies:
        thing = asked.dataset.nodes[identity]
        if isinstance(thing, Body) and asked.dataset.duties_of_body.get(identity):
            bodies.append(thing)
    if not bodies:
        return None
    body = bodies[0]
    if reading.wants("implementation", "change") or reading.names_an_earlier_year:
        return None

    def tell(found: Slice[Duty]) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        listed = [each for each in found.items if each.citation.clause.id.startswith("annex:")]
        listed = [each for each in listed if each.kind is DutyKind.LISTED] or list(found.items)
        best = [each.clause.id for each in asked.fits[:6]]
        rest = [word for word in reading.left_over if len(word) > 2]
        narrow = bool(set(asked.foreign) - {body.id, "annex"} or rest or reading.activities)
        fitting = (
            [each for each in found.items if each.citation.clause.id in best] if narrow else []
        )
        fitting.sort(key=lambda each: best.index(each.citation.clause.id))
        tell_organizations(asked, draft)
        if narrow:
            add_passages(asked, draft, 3)
        for each in fitting[:2]:
            draft.lines.append(quoted(each.citation.clause))
            draft.cite([each.citation])
        if narrow and draft.lines:
            draft.facts = [*fitting]
            return draft
        draft.say(
            f"หน้าที่ของ {body.called.th} {thai_digits(len(listed))} ข้อ ({len(listed)})",
            f"Duties of the {body.called.en}: {len(listed)}",
        )
        for each in listed:
            draft.say(each.name.th, each.name.en)
        for action in asked.dataset.actions_of_body.get(body.id, ())[:6]:
            draft.say(f"ตารางการดำเนินการ: {action.name.th}", f"Table of actions: {action.name.en}")
        draft.facts = [*fitting, *listed]
        draft.cite(each.citation for each in listed)
        return draft

    words = Text(f"หน้าที่ของ {body.called.th}", f"the duties of the {body.called.en}")
    return Plan("duties", words, Duties(-1, WHOLE, body=body.id), {"body": body.id}, tell)
