"""What letters, abbreviations and names stand for, and who is the CIO of a named organization."""

import re
from collections.abc import Sequence

from graph.asking.answer import Draft
from graph.asking.plans.asked import (
    Asked,
    Plan,
    is_bare,
    mentions_cio,
    quoted,
    stands_for,
    tell_organizations,
)
from graph.asking.plans.rows import is_plain_code
from graph.asking.reading import column_of
from graph.model.answers import AnswerKind
from graph.model.codes import Code
from graph.model.levels import Level
from graph.model.nodes import (
    Body,
    BodyKind,
    Clause,
    Column,
    NamedOrganization,
    Node,
    whole,
)
from graph.model.text import Text
from graph.questions.lookup import OneOrganization
from graph.questions.nodes import Nodes


def definition(asked: Asked) -> Plan | None:
    """What a letter, a column's head or an abbreviation stands for."""
    reading = asked.reading
    person = bool(reading.columns and _PERSON.search(reading.question.lower()))
    if not (reading.wants("define", "senses") or person or _asks_what_it_is(asked)):
        return None
    if reading.activities or reading.clause:
        return None
    if reading.wants(*_OF_A_BODY) and not reading.codes:
        return None
    if reading.wants("change") or reading.names_an_earlier_year:
        return None
    ids: list[str] = []
    codes = reading.codes or (tuple(Code) if _FOUR.fullmatch(reading.question.strip()) else ())
    if codes:
        ids.append("figure:2/legend")
    ids += [column.id for column in reading.columns]
    ids += [body for body in reading.bodies if body not in ids]
    if not ids or set(asked.foreign) - set(ids) - {"annex"}:
        return None
    if ids == ["instrument:guideline"] and reading.topics:
        # What the guideline means by something is said where it speaks of that.
        return None

    def tell(found: Sequence[Node]) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        for code in codes:
            draft.say(
                f"{code.value} = {code.label.en} ตามคำอธิบายรหัสใต้ภาพที่ ๒ · {_MEANINGS[code].th}",
                f"{code.value} = {code.label.en}, by the legend under figure 2. "
                f"{_MEANINGS[code].en}",
            )
            draft.codes.append(code.value)
        if "gcio" in [column.id.partition(":")[2] for column in reading.columns]:
            _tell_two_senses(asked, draft)
        for each in found:
            _tell_thing(asked, draft, each)
        draft.facts = list(found)
        return draft

    words = Text(f"ความหมายของ {', '.join(ids)}", f"what {', '.join(ids)} means")
    return Plan("definition", words, Nodes(tuple(ids)), {"ids": ids}, tell)


_FOUR = re.compile(r"A[ ,/]*R[ ,/]*C[ ,/]*I\W*")
_PERSON = re.compile(
    r"\b(?:person|individual|post) or (?:an? )?(?:committee|board|body)\b"
    r"|\b(?:committee|board|body) or (?:an? )?(?:person|individual|post)\b"
    r"|\b(?:is|are)\b.*\ban? (?:person|individual|committee|post)\b"
    r"|คนหรือ|บุคคลหรือ|เป็นบุคคล|คนเดียวหรือคณะ|ตำแหน่งหรือ"
)
# What is asked of a body and not of its name.
_OF_A_BODY = (
    *("chair", "vice_chair", "secretary", "assistant_secretary", "composition"),
    *("duty", "qualification"),
)


def _asks_what_it_is(asked: Asked) -> bool:
    """Tell whether a question is "what is" with a name and nothing else."""
    reading = asked.reading
    telling = [spot for spot in reading.spots if not spot.of("filler")]
    if _FOUR.fullmatch(reading.question.strip()):
        return True
    if len(telling) == 1 and reading.bodies and not (reading.left_over or reading.topics):
        return not reading.columns
    if reading.codes and not (telling or reading.left_over):
        return True
    named = reading.folded.startswith(("what is ", "what are ", "what s ", "who is the "))
    return named and not reading.left_over and reading.asks <= {"what", "who", "yesno"}


_MEANINGS = {
    Code.ACCOUNTABLE: Text(
        "ผู้รับผิดรับชอบขั้นสุดท้าย (คำอธิบายของเรา)", "The one finally answerable (our words)."
    ),
    Code.RESPONSIBLE: Text(
        "ผู้ลงมือดำเนินการ รับผิดชอบดำเนินงาน (คำอธิบายของเรา)", "Whoever carries it out (our words)."
    ),
    Code.COACH_CONSULT: Text(
        "ผู้ให้คำแนะนำหรือคำปรึกษา แนวทางฯ พิมพ์ว่า Coach/Consult ไม่ใช่ Consulted (คำอธิบายของเรา)",
        "Whoever coaches or is consulted; the guideline prints Coach/Consult (our words).",
    ),
    Code.INFORM: Text("ผู้รับทราบหรือแจ้งให้ทราบ (คำอธิบายของเรา)", "Whoever is informed (our words)."),
}


def _tell_two_senses(asked: Asked, draft: Draft) -> None:
    draft.say(
        "GCIO มีสองความหมาย: ในข้อ ๑ และข้อ ๒ คือทั้งระบบสี่ระดับ (GCIO Committee, MCIO, DCIO, PCIO) "
        "ส่วนคอลัมน์ GCIO ของภาพที่ ๒ อ่านว่า GCIO Committee (การอ่านของเรา)",
        "GCIO has two senses: in clauses 1 and 2 it is the whole four-level system (GCIO "
        "Committee, "
        "MCIO, DCIO, PCIO); as a column of figure 2 it is read as the GCIO Committee (our "
        "reading).",
    )
    for identity in ("clause:1", "clause:2", "clause:2.1"):
        draft.cite([whole(asked.dataset.clause(identity))])


def _tell_thing(asked: Asked, draft: Draft, thing: Node) -> None:
    match thing:
        case Column():
            draft.lines.append(stands_for(thing))
            for standing in thing.stands_for:
                draft.lines.append(standing.why)
                _tell_thing(asked, draft, standing.body)
                draft.cite([standing.citation])
            draft.columns.append(thing.label)
        case Body():
            kind = _KINDS[thing.kind]
            draft.say(
                f"{thing.called.th} ({thing.name.en}) เป็น{kind.th}",
                f"{thing.called.en} ({thing.name.th}) is {kind.en}.",
            )
            if thing.note:
                draft.lines.append(thing.note)
            draft.say(
                f"{thing.citation.clause.name.th}: “{thing.citation.clause.text.th}”",
                f"{thing.citation.clause.name.en}: {thing.citation.clause.text.en}",
            )
            draft.cite([thing.citation])
        case Clause():
            draft.lines.append(quoted(thing))
            draft.cite([whole(thing)])


def of_an_organization(asked: Asked) -> Plan | None:
    """Who is the CIO of a named ministry, department or province."""
    reading = asked.reading
    named = reading.organizations or (_named_so(asked) if reading.wants("who") else ())
    if not named or reading.activities:
        return None
    if reading.codes and is_plain_code(reading):
        return None
    each = named[0]
    known = set(reading.bodies)
    # The digital ministry and others stand in the guideline itself, with work of their own.
    if known and not mentions_cio(reading):
        return None
    if not mentions_cio(reading) and not is_bare(asked):
        return None
    if set(asked.foreign) - set(reading.bodies) or reading.wants(*_OF_A_BODY, "relation"):
        return None
    if any(column.level is not each.level for column in reading.columns):
        return None

    def tell(found: NamedOrganization) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        column = column_of(asked.dataset, found.level)
        tell_organizations(asked, draft, named)
        if column is None:
            draft.kind = AnswerKind.AMBIGUOUS
            draft.say(
                f"แนวทางฯ ไม่ได้บอกว่า{found.name.th} เทียบเท่าระดับใด โปรดดูว่าเทียบเท่ากระทรวง (MCIO) "
                "หรือกรม (DCIO)",
                f"The guideline does not say at which level {found.name.en} stands; please see "
                "whether it is equivalent to a ministry (MCIO) or a department (DCIO).",
            )
        post = asked.dataset.post_of(found)
        if post and column:
            draft.say(
                f"CIO ของ{found.name.th} คือ {post.called.th} แนวทางฯ ไม่ได้ระบุชื่อบุคคล",
                f"The CIO of {found.name.en} is the {post.called.en}; the guideline names no "
                "persons.",
            )
            draft.columns = [column.label]
            draft.facts = [found, post]
        for identity in _OFFICE.get(column.id if column else "", ("clause:5.2", "clause:5.3")):
            clause = asked.dataset.clause(identity)
            draft.lines.append(quoted(clause))
            draft.cite([whole(clause)])
        return draft

    words = Text(f"CIO ของ{each.name.th}", f"the CIO of {each.name.en}")
    return Plan("organization", words, OneOrganization(each.id), {"id": each.id}, tell)


def of_other_agencies(asked: Asked) -> Plan | None:
    """Whether state enterprises, courts and others have a CIO: who is equivalent is not said."""
    reading = asked.reading
    if "other_agency" not in reading.topics or reading.activities or reading.codes:
        return None
    if not (reading.columns or mentions_cio(reading)) or reading.bodies:
        return None
    if any(column.level is Level.PROVINCE for column in reading.columns):
        # Some of these sit on the province's committee.
        return None
    ids = ("clause:5.2", "clause:5.3")

    def tell(found: Sequence[Node]) -> Draft:
        draft = Draft(AnswerKind.FOUND)
        draft.say(
            "แนวทางฯ พูดถึงหน่วยงานของรัฐที่ “เทียบเท่า” กระทรวงหรือกรม แต่ไม่ได้บอกว่าหน่วยงานใดเทียบเท่า",
            "The guideline speaks of state agencies equivalent to a ministry or a department, and "
            "does not say which are.",
        )
        for each in found:
            _tell_thing(asked, draft, each)
        draft.facts = list(found)
        return draft

    words = Text("หน่วยงานที่อาจเทียบเท่า", "agencies that may be equivalent")
    return Plan("other agencies", words, Nodes(ids), {"ids": list(ids)}, tell)


def _named_so(asked: Asked) -> tuple[NamedOrganization, ...]:
    """The named organizations that are bodies of the guideline too: the digital ministry."""
    names = {asked.dataset.end(each).name.th for each in asked.reading.bodies}
    return tuple(each for each in asked.dataset.organizations if each.name.th in names)


_KINDS = {
    BodyKind.ORGANIZATION: Text(
        "องค์กรหรือองค์คณะ ไม่ใช่ตัวบุคคล", "an organization or a committee, no person"
    ),
    BodyKind.POST: Text("ตำแหน่ง", "a post"),
}
_OFFICE = {
    "column:mcio": ("clause:5.2", "clause:5.2/p2", "annex:mcio/qualifications-1"),
    "column:dcio": ("clause:5.3", "clause:5.3/p2", "annex:dcio/qualifications-1"),
    "column:pcio": ("clause:5.4", "annex:pcio/composition-1", "clause:2.4"),
}
