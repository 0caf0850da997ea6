"""The kinds of relation of bodies and instruments. That one holds between two is a row of seeds."""

from dataclasses import dataclass
from enum import Enum

from graph.model.declare import prop
from graph.model.text import Text


class Force(Enum):
    """How binding the words are: ให้ orders, อาจ ... ก็ได้ allows, จะต้องไม่ forbids."""

    SHALL = "shall"
    MAY = "may"
    MUST_NOT = "must_not"
    STATES = "states"

    @property
    def label(self) -> Text:
        """Say it in words.

        >>> Force.MAY.label.th
        'อาจ (ทำได้)'
        """
        return _FORCES[self]


_FORCES = {
    Force.SHALL: Text("ให้ (ต้องทำ)", "shall"),
    Force.MAY: Text("อาจ (ทำได้)", "may"),
    Force.MUST_NOT: Text("จะต้องไม่", "must not"),
    Force.STATES: Text("ข้อความบอกเล่า", "states"),
}


class SeatRole(Enum):
    """As what somebody sits on a committee (annex, เป็นประธาน ... เป็นผู้ช่วยเลขานุการ)."""

    CHAIR = "chair"
    MEMBER = "member"
    MEMBER_AND_SECRETARY = "member-and-secretary"
    MEMBER_AND_JOINT_SECRETARY = "member-and-joint-secretary"
    SECRETARY = "secretary"
    ASSISTANT_SECRETARY = "assistant-secretary"

    @property
    def label(self) -> Text:
        """The role in words, as the annex prints it and in English.

        >>> SeatRole.CHAIR.label.th
        'ประธาน'
        """
        return _SEATS[self]


_SEATS = {
    SeatRole.CHAIR: Text("ประธาน", "chair"),
    SeatRole.MEMBER: Text("กรรมการ", "member"),
    SeatRole.MEMBER_AND_SECRETARY: Text("กรรมการและเลขานุการ", "member and secretary"),
    SeatRole.MEMBER_AND_JOINT_SECRETARY: Text(
        "กรรมการและเลขานุการร่วม", "member and joint secretary"
    ),
    SeatRole.SECRETARY: Text("เลขานุการ", "secretary"),
    SeatRole.ASSISTANT_SECRETARY: Text("ผู้ช่วยเลขานุการ", "assistant secretary"),
}


@dataclass(frozen=True, slots=True)
class Relation:
    """A kind of relation: a present-tense verb, its mirror and the standard it maps to.

    `verb` completes "X shall ...": the base form in English, the bare verb in Thai.
    """

    name: str = prop("Its name, a verb in the present tense.")
    inverse: str = prop("The same seen from the other end.")
    verb: Text = prop("The verb that completes a sentence.")
    about: str = prop("What it means.")
    standard: str = prop("The nearest term of a standard, or empty.", default="")
    stated: str = prop("The English of a plain statement, where the name is not it.", default="")
    source: str = prop("What acts: body, instrument or either.", default="body")
    target: str = prop("What is acted on: body, instrument or either.", default="body")
    timeless: bool = prop("Whether it holds whatever resolution is in force.", default=False)

    @property
    def is_mutual(self) -> bool:
        """Whether it holds both ways, being its own mirror.

        >>> RELATIONS["coordinates_with"].is_mutual, RELATIONS["reports_to"].is_mutual
        (True, False)
        """
        return self.name == self.inverse

    def sentence(self, source: Text, target: Text, force: Force, role: SeatRole | None) -> Text:
        """Say one relationship as a sentence in both languages.

        >>> dg, gcio = Text("กก.ก", "Committee A"), Text("กก.ข", "Committee B")
        >>> RELATIONS["establishes"].sentence(dg, gcio, Force.SHALL, None).en
        'Committee A shall establish Committee B'
        >>> RELATIONS["establishes"].sentence(dg, gcio, Force.STATES, None).en
        'Committee A establishes Committee B'
        >>> RELATIONS["sits_on"].sentence(dg, gcio, Force.STATES, SeatRole.CHAIR).th
        'กก.ก อยู่ใน กก.ข โดยเป็นประธาน'
        """
        plain = self.stated or self.name.replace("_", " ")
        verb = plain if force is Force.STATES else self.verb.en
        thai = f"{_THAI_FORCE[force].format(source=source.th, verb=self.verb.th)} {target.th}"
        english = " ".join(filter(None, (source.en, _ENGLISH_FORCE[force], verb, target.en)))
        if force is Force.MAY:
            thai += " ก็ได้"
        if role:
            thai += f" โดยเป็น{role.label.th}"
            english += f" as {role.label.en}"
        return Text(thai, english)


_THAI_FORCE = {
    Force.SHALL: "ให้ {source} {verb}",
    Force.MAY: "{source} อาจ{verb}",
    Force.MUST_NOT: "{source} จะต้องไม่{verb}",
    Force.STATES: "{source} {verb}",
}
_ENGLISH_FORCE = {
    Force.SHALL: "shall",
    Force.MAY: "may",
    Force.MUST_NOT: "must not",
    Force.STATES: "",
}

# The relations that are seats on a committee.
SEATS = ("sits_on", "is_represented_on")

RELATIONS = {
    relation.name: relation
    for relation in (
        Relation(
            "comprises",
            "part_of",
            Text("ประกอบด้วย", "comprise"),
            "A system or a group is made up of others.",
            timeless=True,
        ),
        Relation(
            "coordinates_with",
            "coordinates_with",
            Text("ประสานและทำงานร่วมกันอย่างเป็นเครือข่ายกับ", "coordinate with"),
            "Two bodies coordinate and work together as a network; it holds both ways.",
            "org:linkedTo",
        ),
        Relation(
            "gives_opinion_to",
            "receives_opinion_of",
            Text("ให้ความเห็นประกอบการพิจารณาของ", "give opinion to"),
            "A body gives its opinion to another.",
            "org:linkedTo",
        ),
        Relation(
            "establishes",
            "established_by",
            Text("ตั้ง", "establish"),
            "A body sets up another.",
        ),
        Relation(
            "is_subcommittee_of",
            "has_subcommittee",
            Text("เป็นอนุกรรมการภายใต้", "be subcommittee of"),
            "A committee stands under another as its subcommittee.",
            "org:subOrganizationOf",
            "is a subcommittee of",
        ),
        Relation(
            "provides_for",
            "provided_for_by",
            Text("กำหนดให้มี", "provide for"),
            "An organization sees to it that it has a post.",
            "org:hasPost",
        ),
        Relation(
            "serves_ex_officio_as",
            "served_ex_officio_by",
            Text("ปฏิบัติหน้าที่โดยตำแหน่งเป็น", "serve ex officio as"),
            "The holder of one post holds another by virtue of it.",
            "org:holds",
        ),
        Relation(
            "delegates_to",
            "delegated_by",
            Text("ให้ผู้อื่นปฏิบัติหน้าที่แทน ได้แก่", "delegate to"),
            "The head of an organization has another person perform the CIO's duty instead.",
        ),
        Relation(
            "sits_on",
            "has_seat_of",
            Text("อยู่ใน", "sit on"),
            "A body, its representative or its officer sits on a committee, in a role.",
            "org:Membership",
        ),
        Relation(
            "is_represented_on",
            "has_representative_of",
            Text("มีผู้แทนอยู่ใน", "be represented on"),
            "A representative of a body sits on a committee, in a role.",
            "org:Membership",
        ),
        Relation(
            "is_post_of",
            "has_post",
            Text("เป็นตำแหน่งหรือเจ้าหน้าที่ของ", "be post of"),
            "A post or an officer belongs to an organization, by its printed name.",
            "org:postIn",
            "is a post or an officer of",
            timeless=True,
        ),
        Relation(
            "acts_as",
            "acted_by",
            Text("ปฏิบัติหน้าที่แทนในฐานะ", "act as"),
            "A person performs the duty of a post instead of the one who holds it ex officio.",
            "org:holds",
        ),
        Relation(
            "appoints_several",
            "several_appointed_by",
            Text("ตั้งมากกว่า ๑ คน เป็น", "appoint more than one"),
            "A body may appoint more than one to a post; that there is one is said elsewhere.",
        ),
        Relation(
            "assists",
            "assisted_by",
            Text("เป็นผู้ช่วยของ", "assist"),
            "Somebody is another's assistant.",
        ),
        Relation(
            "is_in_support_team_of",
            "has_in_support_team",
            Text("อยู่ในทีมสนับสนุนการปฏิบัติงานของ", "be in support team of"),
            "Somebody belongs to the team that supports another's work.",
            "org:linkedTo",
        ),
        Relation(
            "advises",
            "advised_by",
            Text("ให้คำปรึกษาแก่", "advise"),
            "A body or an adviser gives advice to another.",
            "org:linkedTo",
        ),
        Relation(
            "considers_posts_for",
            "posts_considered_by",
            Text("พิจารณาสนับสนุนกรอบอัตรากำลังให้", "consider posts for"),
            "A body considers supporting another with posts.",
        ),
        Relation(
            "runs_course_for",
            "takes_course_of",
            Text("จัดการฝึกอบรมหลักสูตร GCIO ให้", "run course for"),
            "A body runs the course for those who hold a post.",
        ),
        Relation(
            "reports_to",
            "receives_reports_of",
            Text("รายงานผลต่อ", "report to"),
            "A body reports to another.",
            "org:reportsTo",
        ),
        Relation(
            "proposes_to",
            "receives_proposals_of",
            Text("เสนอต่อ", "propose to"),
            "A body puts an opinion or a request to another.",
            "org:linkedTo",
        ),
        Relation(
            "works_with",
            "works_with",
            Text("ดำเนินการร่วมกับ", "work with"),
            "Two bodies do something together; it holds both ways.",
            "org:linkedTo",
        ),
        Relation(
            "sets_work_share_of",
            "work_share_set_by",
            Text("พิจารณากำหนดสัดส่วนการปฏิบัติงานของ", "set work share of"),
            "A body considers how much of the regular and the CIO's work somebody does.",
        ),
        Relation(
            "sets_composition_of",
            "composition_set_by",
            Text("กำหนดองค์ประกอบของ", "set composition of"),
            "A body lays down who sits on a committee.",
        ),
        Relation(
            "sets_duties_of",
            "duties_set_by",
            Text("กำหนดบทบาทหน้าที่ความรับผิดชอบของ", "set duties of"),
            "A body lays down another's role and duties.",
        ),
        Relation(
            "sets_qualifications_of",
            "qualifications_set_by",
            Text("กำหนดคุณสมบัติของ", "set qualifications of"),
            "A body lays down who qualifies for a post.",
        ),
        Relation(
            "is_example_of",
            "has_example",
            Text("เป็นตัวอย่างของ", "be example of"),
            "The guideline names it as an example of a wider group.",
            "",
            "is an example of",
        ),
        Relation(
            "approves",
            "approved_by",
            Text("เห็นชอบหรืออนุมัติ", "approve"),
            "A body gives its approval to an instrument.",
            target="instrument",
            timeless=True,
        ),
        Relation(
            "runs",
            "run_by",
            Text("จัด", "run"),
            "A body runs a course.",
            target="instrument",
        ),
        Relation(
            "uses",
            "used_by",
            Text("นำมาใช้ ได้แก่", "use"),
            "A body uses an instrument in its work.",
            "prov:used",
            source="either",
            target="instrument",
        ),
        Relation(
            "lays_down",
            "laid_down_by",
            Text("กำหนดหรือวาง", "lay down"),
            "A body lays down a guideline or a standard.",
            "prov:wasGeneratedBy",
            target="instrument",
        ),
        Relation(
            "prepares",
            "prepared_by",
            Text("จัดทำ", "prepare"),
            "A body prepares an instrument.",
            "prov:wasGeneratedBy",
            target="instrument",
        ),
        Relation(
            "is_for",
            "has_means",
            Text("มีไว้สำหรับ", "be for"),
            "An instrument is there for somebody, or for another instrument.",
            "",
            "is for",
            source="instrument",
            target="either",
        ),
        Relation(
            "certifies",
            "certified_by",
            Text("รับรอง", "certify"),
            "A body certifies a curriculum.",
            target="instrument",
        ),
        Relation(
            "monitors",
            "monitored_by",
            Text("ติดตาม", "monitor"),
            "A body follows and evaluates another or an instrument.",
            target="either",
        ),
        Relation(
            "screens",
            "screened_by",
            Text("ช่วยพิจารณาและกลั่นกรอง", "screen"),
            "A body helps to consider and screen an instrument.",
            target="instrument",
        ),
        Relation(
            "recognizes",
            "recognized_by",
            Text("พิจารณากำหนดให้ใช้เสมือนหลักสูตร GCIO ซึ่ง", "recognize"),
            "A body determines that a course counts as another.",
            target="instrument",
        ),
        Relation(
            "builds",
            "built_by",
            Text("สร้าง", "build"),
            "A body builds a network.",
            target="instrument",
        ),
        Relation(
            "supports",
            "supported_by",
            Text("สนับสนุนการดำเนินงานของ", "support"),
            "Somebody or something supports another's work.",
            "org:linkedTo",
            source="either",
        ),
        Relation(
            "assigns",
            "assigned_by",
            Text("มอบหมาย", "assign"),
            "A body gives somebody a task.",
        ),
        Relation(
            "allots_posts_to",
            "allotted_posts_by",
            Text("จัดสรรกรอบอัตราให้แก่", "allot posts to"),
            "A body allots posts for a kind of work.",
        ),
        Relation(
            "serves_as",
            "served_by",
            Text("ปฏิบัติหน้าที่เป็น", "serve as"),
            "A person serves in a post or a function.",
            "org:holds",
        ),
        Relation(
            "considers",
            "considered_by",
            Text("พิจารณา", "consider"),
            "A body considers an instrument.",
            target="instrument",
        ),
        Relation(
            "gathers_needs_of",
            "needs_gathered_by",
            Text("รวบรวมและบูรณาการความต้องการของ", "gather needs of"),
            "A body puts together what others need.",
        ),
        Relation(
            "keeps",
            "kept_by",
            Text("จัดให้มี", "keep"),
            "A body keeps a register.",
            target="instrument",
        ),
        Relation(
            "lists",
            "listed_in",
            Text("มีรายชื่อของ", "list"),
            "A register holds the names of somebody.",
            source="instrument",
        ),
        Relation(
            "requests",
            "requested_by",
            Text("ขอให้ดำเนินการ ต่อ", "request"),
            "A body asks another to do something.",
            "org:linkedTo",
        ),
        Relation(
            "decides_on",
            "decided_by",
            Text("พิจารณากำหนดแนวทางหรือวินิจฉัยชี้ขาด เกี่ยวกับ", "decide on"),
            "A body decides questions of applying an instrument.",
            target="instrument",
        ),
        Relation(
            "applies",
            "applied_by",
            Text("ดำเนินการตาม", "apply"),
            "A body goes by rules or plans laid down elsewhere.",
            "prov:used",
            target="instrument",
        ),
        Relation(
            "oversees",
            "overseen_by",
            Text("กำกับดูแล", "oversee"),
            "A body oversees others.",
            target="either",
        ),
        Relation(
            "represents",
            "represented_by",
            Text("เป็นผู้แทน", "represent"),
            "A person represents an organization.",
        ),
        Relation(
            "was_renamed",
            "has_former_name",
            Text("เปลี่ยนชื่อเป็น", "be renamed"),
            "An organization has another name since.",
            "org:changedBy",
            "was renamed",
            timeless=True,
        ),
        Relation(
            "is_linked_to",
            "linked_with",
            Text("มีความเกี่ยวเนื่องกับ", "be linked to"),
            "A body has to do with another, in a way the text does not tell.",
            "org:linkedTo",
            "is linked to",
        ),
        Relation(
            "is_based_on",
            "basis_of",
            Text("ตั้งโดยอาศัย", "be based on"),
            "A post rests on a resolution.",
            "",
            "is based on",
            target="instrument",
        ),
        Relation(
            "comments_on",
            "commented_on_by",
            Text("ให้ข้อเสนอแนะหรือคำแนะนำ เกี่ยวกับ", "comment on"),
            "A body gives suggestions or advice on an instrument.",
            target="instrument",
        ),
        Relation(
            "informs",
            "informed_by",
            Text("แจ้งให้ทราบ แก่", "inform"),
            "A body lets another know.",
            "org:linkedTo",
        ),
        Relation(
            "stands_in_for",
            "replaced_meanwhile_by",
            Text("ใช้ไปพลางก่อน แทน", "stand in for"),
            "An instrument serves for the time being instead of another.",
            "",
            "stands in for",
            source="instrument",
            target="instrument",
        ),
        Relation(
            "adds_secretaries_to",
            "has_secretaries_added_by",
            Text("ตั้งเลขานุการและหรือผู้ช่วยเลขานุการเพิ่มเติมใน", "add secretaries to"),
            "A body appoints further secretaries or assistant secretaries to a committee.",
        ),
    )
}
