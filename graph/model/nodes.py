"""The kinds of node: what the guideline speaks of, each declared once.

A reference to another node is an edge in a store; `declare.link` names its type.
"""

from dataclasses import dataclass
from enum import Enum

from graph.model.codes import Code
from graph.model.declare import link, prop
from graph.model.levels import Level
from graph.model.relations import Force, Relation, SeatRole
from graph.model.text import Text, day_in_words


class NoFact(Enum):
    """Why no fact is taken from a clause."""

    HEADING = "heading"
    LEAD_IN = "lead-in"
    CONTENTS = "contents"
    TABLE_HEAD = "table-head"
    LEGEND = "legend"
    LOST_FIGURE = "lost-figure"
    SETTING = "setting"

    @property
    def label(self) -> Text:
        """Say it in words.

        >>> NoFact.HEADING.label.en
        'A heading: what it announces stands in the clauses that follow'
        """
        return _NO_FACTS[self]


_NO_FACTS = {
    NoFact.HEADING: Text(
        "เป็นหัวข้อ เนื้อหาอยู่ในข้อที่ตามมา",
        "A heading: what it announces stands in the clauses that follow",
    ),
    NoFact.LEAD_IN: Text(
        "เป็นข้อความนำรายการ ข้อเท็จจริงอยู่ในแต่ละรายการ", "It leads in a list: the items hold the facts"
    ),
    NoFact.CONTENTS: Text(
        "เป็นสารบัญ ข้อเท็จจริงอยู่ในส่วนที่อ้างถึง", "A table of contents: the parts it names hold the facts"
    ),
    NoFact.LEGEND: Text(
        "เป็นคำอธิบายรหัสของตาราง ใช้เป็นความหมายของรหัส A R C I",
        "The legend of the table: it is the meaning of the codes A, R, C and I",
    ),
    NoFact.TABLE_HEAD: Text("เป็นหัวตาราง", "The head of a table"),
    NoFact.LOST_FIGURE: Text(
        "เป็นชื่อภาพที่ไม่มีอยู่ในข้อความที่ได้มา", "The caption of a figure that did not come with the text"
    ),
    NoFact.SETTING: Text(
        "เป็นที่มาและเป้าหมาย ไม่ได้กำหนดสิ่งใดแก่ผู้ใด", "Setting and aims: it lays nothing on anybody"
    ),
}


@dataclass(frozen=True, eq=False, slots=True)
class Clause:
    """A numbered provision, a paragraph of one, an annex item or a row of a printed table."""

    id: str = prop("The id, such as clause:5.3/p2 or figure:2/row-11.")
    place: str = prop("The place as citations print it, such as 5(ค) paragraph 2.")
    name: Text = prop("The place in words, Thai and English.")
    label: str = prop("The label as printed (๕., ค., (๕)); in brackets where it is ours.")
    text: Text = prop("Its own words as printed, without those of its parts; English is a gloss.")
    no_fact: NoFact | None = prop("Why no fact is taken from it; none where facts cite it.")
    parent: "Clause | None" = link("PART_OF", "The provision it is a part of.")


@dataclass(frozen=True, eq=False, slots=True)
class Reading:
    """How we read words that the scan damaged; the quotes keep them as printed."""

    id: str = prop("The id: reading: and the place with a number.")
    printed: str = prop("The words as printed.")
    read: str = prop("The words as we read them.")
    certain: bool = prop("Whether we are sure of it; else another reading is possible.")
    why: Text = prop("Why we read them so.")
    clause: Clause = link("READS", "Where the words stand.")


@dataclass(frozen=True, eq=False, slots=True)
class Citation:
    """A pointer to a place of the guideline with its words, verbatim."""

    place: str = prop("The place as citations print it.")
    quote: str = prop("The words as printed, tags dropped and white space collapsed.")
    clause: Clause = link("CITES", "The clause the words stand in.")


def whole(clause: Clause) -> Citation:
    """Cite a whole clause."""
    return Citation(clause.place, clause.text.th, clause)


# Beside the days of what held before 2019: no day is printed on which a CIO's work ended.
KEPT = Text(
    "ข้อ ๑๔ ให้ CIO เดิมปฏิบัติหน้าที่ต่อไปจนกว่าจะมีการตั้งและมอบหมาย GCIO",
    "clause 14 keeps earlier CIOs in office until GCIOs are set up and assigned",
)


class BodyKind(Enum):
    """What a body is, in the terms of W3C ORG."""

    ORGANIZATION = "organization"
    POST = "post"


@dataclass(frozen=True, eq=False, slots=True)
class Body:
    """Whoever can hold a code or stand in a relation: an organization or a post."""

    id: str = prop("The id, such as post:dcio or organization:dg-committee.")
    kind: BodyKind = prop("Whether it is an organization (a committee too) or a post.")
    name: Text = prop("The full name, Thai as the guideline spells it.")
    short: str = prop("The abbreviation the guideline itself gives it, or empty.")
    aliases: tuple[str, ...] = prop("Other abbreviations and other spellings it is searched by.")
    level: Level | None = prop("The level of government, for the bodies of the matrix only.")
    note: Text | None = prop("What must be known so as not to mistake it for another.")
    citation: Citation = link("CITES", "Where the guideline names it.")

    @property
    def called(self) -> Text:
        """Give the name with the guideline's own abbreviation behind it."""
        if not self.short:
            return self.name
        return Text(f"{self.name.th} ({self.short})", f"{self.name.en} ({self.short})")


class InstrumentForm(Enum):
    """What form of means an instrument is."""

    COURSE = "course"
    STANDARD = "standard"
    GUIDELINE = "guideline"
    REGISTER = "register"
    NETWORK = "network"
    PROGRAMME = "programme"
    POSTS = "posts"
    RESOLUTION = "resolution"

    @property
    def label(self) -> Text:
        """Say it in words.

        >>> InstrumentForm.REGISTER.label.th
        'บัญชีรายชื่อ'
        """
        return _FORMS[self]


_FORMS = {
    InstrumentForm.COURSE: Text("หลักสูตร", "course"),
    InstrumentForm.STANDARD: Text("มาตรฐานหรือหลักเกณฑ์", "standard"),
    InstrumentForm.GUIDELINE: Text("แนวทาง", "guideline"),
    InstrumentForm.REGISTER: Text("บัญชีรายชื่อ", "register"),
    InstrumentForm.NETWORK: Text("เครือข่าย", "network"),
    InstrumentForm.PROGRAMME: Text("แผนหรือโครงการ", "plan or programme"),
    InstrumentForm.POSTS: Text("กรอบอัตรากำลัง", "posts"),
    InstrumentForm.RESOLUTION: Text("มติ กฎหมาย หรือหนังสือ", "resolution, law or letter"),
}


@dataclass(frozen=True, eq=False, slots=True)
class Instrument:
    """What bodies lay down, run, certify or keep and that is no body: a course, a register."""

    id: str = prop("The id, such as instrument:gcio-course.")
    form: InstrumentForm = prop("What form of means it is.")
    name: Text = prop("The full name, Thai as the guideline prints it.")
    aliases: tuple[str, ...] = prop("Other names it is searched by.")
    note: Text | None = prop("What must be known so as not to mistake it for another.")
    citation: Citation = link("CITES", "Where the guideline names it.")

    @property
    def called(self) -> Text:
        """Give the name it is called by in a sentence."""
        return self.name


End = Body | Instrument


@dataclass(frozen=True, eq=False, slots=True)
class Activity:
    """One of the 13 areas of duty and responsibility: a row of the matrix of figure 2."""

    id: str = prop("The id, activity: and the row's number.")
    number: int = prop("The row's number, 1 to 13.")
    name: Text = prop("The row's words as printed; English is a gloss.")
    topics: tuple[str, ...] = prop("Words people search this activity by, in either language.")


class Basis(Enum):
    """Whether the guideline says it, we read it so, or we infer it from its words."""

    STATED = "stated"
    READING = "reading"
    INFERRED = "inferred"

    @property
    def label(self) -> Text:
        """Say it in words.

        >>> Basis.READING.label.en
        'our reading'
        """
        return _BASES[self]


_BASES = {
    Basis.STATED: Text("ตามที่พิมพ์", "as printed"),
    Basis.READING: Text("เป็นการอ่านของเรา", "our reading"),
    Basis.INFERRED: Text("เป็นการอนุมานของเรา", "our inference"),
}


@dataclass(frozen=True, eq=False, slots=True)
class Standing:
    """What a column stands for, and whether that is printed or read."""

    body: Body = prop("The body the column stands for.")
    basis: Basis = prop("Whether the guideline says so or it is our reading.")
    why: Text = prop("Why it is read so.")
    citation: Citation = prop("The words it rests on.")


@dataclass(frozen=True, eq=False, slots=True)
class Column:
    """A column of the matrix as printed; the bodies behind it are read in a second step."""

    id: str = prop("The id, such as column:dg-de.")
    label: str = prop("The column's head as printed.")
    level: Level = prop("The level of the bodies behind it.")
    stands_for: tuple[Standing, ...] = link("STANDS_FOR", "The bodies behind it.", 2)


@dataclass(frozen=True, eq=False, slots=True)
class Assignment:
    """One printed cell of the matrix: an activity, a column and no, one or two codes."""

    id: str = prop("The id, such as assignment:11-dcio.")
    printed: str = prop("The cell as printed, such as A/R or -.")
    codes: tuple[Code, ...] = prop("The codes in the order printed; none for a dash.")
    activity: Activity = link("FOR_ACTIVITY", "The row.")
    column: Column = link("IN_COLUMN", "The column.")
    citation: Citation = link("CITES", "The printed row.")


@dataclass(frozen=True, eq=False, slots=True)
class Relationship:
    """A relation of two bodies, or of one and an instrument, how binding, and the words for it."""

    id: str = prop("The id: relationship: with who, what, to whom and where it is printed.")
    relation: Relation = prop("The kind of relation.")
    force: Force = prop("How binding the words are.")
    role: SeatRole | None = prop("As what, where somebody sits on a committee.")
    one_of: bool = prop("Whether the printed item gives the seat to one of several (หรือ).")
    conditions: tuple[str, ...] = prop("On what conditions, each as printed; all of them hold.")
    basis: Basis = prop("Whether the words say so, we read damaged or short words so, or infer it.")
    valid_from: str = prop("The date of what laid it down, where not that of 2019; else empty.")
    valid_until: str = prop("The last day, where the resolution of 2019 ended it: our reading.")
    note: Text | None = prop("What the words leave open, or how they are read.")
    source: End = prop("The body that acts, or the instrument that serves.")
    target: End = prop("The body or instrument acted on.")
    citation: Citation = prop("The words that say so.")

    @property
    def item(self) -> Clause | None:
        """The printed item of a committee's composition in the annex that it is a seat of."""
        clause = self.citation.clause
        return clause if self.role and "/composition-" in clause.id else None

    @property
    def represents(self) -> "Body | None":
        """Whom a seat represents, where a representative sits."""
        represented = self.relation.name == "is_represented_on"
        return self.source if represented and isinstance(self.source, Body) else None

    @property
    def sentence(self) -> Text:
        """Say it in one sentence, Thai and English, with its condition as printed."""
        said = self.relation.sentence(self.source.called, self.target.called, self.force, self.role)
        if self.one_of:
            said = Text(f"{said.th} (คนใดคนหนึ่งในข้อเดียวกัน)", f"{said.en} (one of those of the item)")
        if self.valid_until:
            first, last = day_in_words(self.valid_from), day_in_words(self.valid_until)
            # The course of 2013 is no office that somebody could be kept in.
            office = self.valid_from.startswith("1998")
            kept = Text(f"; {KEPT.th}", f"; {KEPT.en}") if office else Text("", "")
            said = Text(
                f"{said.th} (ใช้ {first.th} – {last.th} ตามการอ่านของเรา{kept.th})",
                f"{said.en} ({first.en} – {last.en}, our reading{kept.en})",
            )
        if not self.conditions:
            return said
        words = " · ".join(self.conditions)
        return Text(f"{said.th} (เงื่อนไข: “{words}”)", f"{said.en} (condition: “{words}”)")


@dataclass(frozen=True, eq=False, slots=True)
class Interpretation:
    """That a duty speaks of a row of the matrix: our inference, with the words that carry it."""

    activity: Activity = prop("The row it speaks of.")
    words: str = prop("The words of the duty that say so.")
    basis: Basis = prop("Always inferred: the guideline itself does not tie duties to rows.")


class DutyKind(Enum):
    """Where a duty comes from: the annex's list, a clause, or the role (บทบาท) of a body."""

    LISTED = "listed"
    CLAUSE = "clause"
    ROLE = "role"

    @property
    def label(self) -> Text:
        """Say it in words.

        >>> DutyKind.ROLE.label.th
        'บทบาท'
        """
        return _DUTY_KINDS[self]


_DUTY_KINDS = {
    DutyKind.LISTED: Text("หน้าที่ตามภาคผนวก", "Duties listed in the annex"),
    DutyKind.CLAUSE: Text("หน้าที่ตามข้อต่าง ๆ", "Duties laid down by clauses"),
    DutyKind.ROLE: Text("บทบาท", "Role"),
}


@dataclass(frozen=True, eq=False, slots=True)
class Duty:
    """Something a body is to do or may do, by the annex or by a clause."""

    id: str = prop("The id, such as duty:dcio-5.")
    kind: DutyKind = prop("Whether the annex lists it, a clause lays it down, or it is a role.")
    name: Text = prop("The duty as printed; English is a gloss.")
    force: Force = prop("How binding the words are; the annex lists duties as plain statements.")
    conditions: tuple[str, ...] = prop("On what conditions, each as printed; all of them hold.")
    basis: Basis = prop("Stated where the words name the body; a reading where the body is read.")
    valid_from: str = prop("The date of what laid it down, where not that of 2019; else empty.")
    valid_until: str = prop("The last day, where the resolution of 2019 ended it: our reading.")
    body: Body = link("BINDS", "Who is to do it.")
    citation: Citation = link("CITES", "Where it is printed.")
    speaks_of: tuple[Interpretation, ...] = link(
        "SPEAKS_OF", "The rows of the matrix it speaks of, by our inference.", 5
    )


@dataclass(frozen=True, eq=False, slots=True)
class Charge:
    """That a body is named as responsible for an action, with the printed words."""

    body: Body = prop("The body named.")
    basis: Basis = prop(
        "Stated where its name is printed beside the action; a reading where the name is "
        "damaged or which paragraph it stands for is read."
    )
    citation: Citation = prop("The words that name it.")


@dataclass(frozen=True, eq=False, slots=True)
class Action:
    """A row of the closing table: what is to be done to put the guideline into effect, by whom.

    A row that a page break cuts in two is one action; one that holds two issues is two.
    """

    id: str = prop("The id, action: and the printed row's number, of the first where it is cut.")
    name: Text = prop("What is to be done, as printed; English is a gloss.")
    issue: Text = prop("The issue it belongs to, as printed.")
    issue_basis: Basis = prop("Stated in its row, or read from another (an empty or wrong cell).")
    issue_citations: tuple[Citation, ...] = link("CITES_ISSUE", "Where the issue is printed.", 2)
    citations: tuple[Citation, ...] = link(
        "CITES", "Where it is printed, paragraph by paragraph.", 6
    )
    responsible: tuple[Charge, ...] = link(
        "CHARGES", "Who is named as responsible; the table does not divide a row among them.", 3
    )


class Join(Enum):
    """How the parts of a qualification stand together."""

    ALL = "all"
    ANY = "any"
    AND_OR = "and-or"

    @property
    def label(self) -> Text:
        """Say it in words.

        >>> Join.AND_OR.label.th
        'ข้อใดข้อหนึ่งหรือหลายข้อ (และหรือ)'
        """
        return _JOINS[self]


_JOINS = {
    Join.ALL: Text("ครบทุกข้อ", "all of these"),
    Join.ANY: Text("อย่างใดอย่างหนึ่ง", "any one of these"),
    Join.AND_OR: Text("ข้อใดข้อหนึ่งหรือหลายข้อ (และหรือ)", "one or more of these (and/or)"),
}


@dataclass(frozen=True, eq=False, slots=True)
class Qualification:
    """What somebody must be or have to be assigned to a post: a requirement, or several joined.

    The tree keeps the annex's และ, หรือ and และหรือ. A requirement without parts is a leaf.
    """

    id: str = prop("The id, such as qualification:dcio-3-2-1.")
    name: Text = prop("The requirement as printed; English is a gloss.")
    join: Join | None = prop("How its parts stand together; none for a single requirement.")
    join_words: str = prop("The printed words that join them, or empty where none are printed.")
    join_basis: Basis | None = prop("Stated where those words say it; else our reading.")
    note: Text | None = prop("What is read there and why, or what the words leave open.")
    body: Body = link("QUALIFIES_FOR", "The post it is asked of.")
    met_by: tuple[Body, ...] = link(
        "MET_BY", "The posts it speaks of: their holders may meet it, with all else it asks.", 2
    )
    names: tuple[Body, ...] = link(
        "NAMES", "Others it names: who assigns, who runs the course, where somebody works.", 2
    )
    parent: "Qualification | None" = link("PART_OF", "The requirement it is a part of.")
    citation: Citation = link("CITES", "Where it is printed.")


class RuleKind(Enum):
    """What a rule bounds."""

    FREQUENCY = "frequency"
    DEADLINE = "deadline"
    QUOTA = "quota"
    THRESHOLD = "threshold"
    RANK = "rank"
    COUNT = "count"
    PROHIBITION = "prohibition"

    @property
    def label(self) -> Text:
        """Say it in words people search by.

        >>> RuleKind.DEADLINE.label.en
        'deadline'
        """
        return _RULE_KINDS[self]


_RULE_KINDS = {
    RuleKind.FREQUENCY: Text("ความถี่", "frequency"),
    RuleKind.DEADLINE: Text("กำหนดเวลา", "deadline"),
    RuleKind.QUOTA: Text("โควตา จำนวนอย่างมากหรืออย่างน้อย", "quota"),
    RuleKind.THRESHOLD: Text("เกณฑ์ขั้นต่ำหรือขั้นสูง", "threshold"),
    RuleKind.RANK: Text("ระดับตำแหน่ง", "rank"),
    RuleKind.COUNT: Text("จำนวน", "count"),
    RuleKind.PROHIBITION: Text("ข้อห้าม", "prohibition"),
}


class Comparison(Enum):
    """How a value stands to the amount printed."""

    EXACTLY = "exactly"
    AT_MOST = "at-most"
    AT_LEAST = "at-least"
    LESS_THAN = "less-than"
    MORE_THAN = "more-than"


class Unit(Enum):
    """What an amount counts."""

    YEARS = "years"
    TIMES_A_YEAR = "times-a-year"
    POSTS = "posts"
    PERSONS = "persons"
    BAHT = "baht"
    LEVELS_BELOW = "levels-below"
    LEVELS = "levels"
    COMMITTEES = "committees"
    GROUPS = "groups"


@dataclass(frozen=True, eq=False, slots=True)
class Rule:
    """A number, period, quota, threshold or prohibition of the guideline, as a typed value."""

    id: str = prop("The id, such as rule:mcio-training.")
    name: Text = prop("The rule as printed; English says who is bound and how.")
    kind: RuleKind = prop("What it bounds.")
    force: Force = prop("How binding the words are.")
    comparison: Comparison | None = prop("How a value stands to the amount; none without one.")
    amount: int | None = prop("The amount printed, in the unit; none where none is.")
    unit: Unit | None = prop("What the amount counts.")
    alternative: str = prop("What may stand instead of the amount, as printed, or empty.")
    counted_from: str = prop("From when it counts, as printed, or empty.")
    until: str = prop("Until when it holds or by when it is due, as printed, or empty.")
    conditions: tuple[str, ...] = prop("On what conditions, each as printed; all of them hold.")
    basis: Basis = prop("Stated where the words name who is bound and the amount; else a reading.")
    valid_from: str = prop("The date of what laid it down, where not that of 2019; else empty.")
    valid_until: str = prop("The last day, where the resolution of 2019 ended it: our reading.")
    bound: Body = link("BINDS", "Who or what is bound.")
    under: Qualification | None = link(
        "UNDER", "The requirement it stands under: only who qualifies by that is bound."
    )
    towards: Body | None = link("TOWARDS", "Towards whom, if anybody.")
    citation: Citation = link("CITES", "Where it is printed.")


@dataclass(frozen=True, eq=False, slots=True)
class TextDifference:
    """Two places of the guideline that say different things of one matter; neither is repaired."""

    id: str = prop("The id, such as difference:interim-course.")
    topic: Text = prop("What it is about.")
    about: Text = prop("What the one says and what the other says.")
    citation: Citation = link("CITES", "The one place.")
    beside: Citation = link("CITES_BESIDE", "The other place.")


@dataclass(frozen=True, eq=False, slots=True)
class Provision:
    """What was or is laid down on a topic, from the resolution of 1998 to that of 2019.

    The dates are those of the resolutions and the letter; that a later one ends an earlier is our
    reading, for no date of effect is printed.
    """

    id: str = prop("The id, such as provision:cio-1998.")
    topic: Text = prop("What it is about.")
    name: Text = prop("What it says, as printed; English is a gloss.")
    valid_from: str = prop("The date of what laid it down, year-month-day of the common era.")
    valid_until: str = prop("The day before the resolution of 2019, or empty: our reading.")
    citations: tuple[Citation, ...] = link("CITES", "Where it is printed.", 5)
    decided_by: Citation = link(
        "DECIDED_BY", "The resolution or letter that laid it down, as printed."
    )


class NamedKind(Enum):
    """What kind of organization a list beside the guideline calls it."""

    MINISTRY = "ministry"
    DEPARTMENT = "department"
    OFFICE = "office"
    INDEPENDENT = "independent"
    PUBLIC_ORGANIZATION = "public_organization"
    STATE_AGENCY = "state_agency"
    PROVINCE = "province"
    SPECIAL_ADMINISTRATION = "special_administration"


@dataclass(frozen=True, eq=False, slots=True)
class NamedOrganization:
    """A ministry, department, agency or province by name, from lists beside the guideline.

    The guideline names none of them; it speaks of each ministry, department and province. What
    holds for one is computed from its level when asked and never stored for each.
    """

    id: str = prop("The id, such as named:rid or named:prov-50.")
    name: Text = prop("Its name.")
    abbreviations: tuple[str, ...] = prop("Its abbreviations; several may share one.")
    kind: NamedKind = prop("What kind the list calls it.")
    level: Level | None = prop("The level it stands at, where that is known.")
    basis: Basis = prop("Stated for ministries, departments and provinces; else our reading.")
    note: Text | None = prop("What the guideline leaves open about it.")
    verified: bool = prop("Whether its names were seen so in a source of the list.")
    parent: "NamedOrganization | None" = link("PART_OF", "The ministry it belongs to.")

    @property
    def short_names(self) -> tuple[str, ...]:
        """Give the names people use: without กระทรวง, กรม, จังหวัด, Ministry of, Department of."""
        thai, english = self.name.th, self.name.en
        for prefix in ("กระทรวง", "กรม", "จังหวัด"):
            thai = thai.removeprefix(prefix)
        for prefix in ("The ", "Ministry of ", "Department of "):
            english = english.removeprefix(prefix)
        return thai, english


@dataclass(frozen=True, eq=False, slots=True)
class Concept:
    """What words of a question stand for, with the words people say for it.

    It is no fact of the guideline but of the language it is asked in.
    """

    id: str = prop("The id: concept: and what it stands for, such as concept:asks-chair.")
    stands_for: str = prop("An id of the graph, or what is asked, spoken of or outside it.")
    thai: tuple[str, ...] = prop("Thai words for it.")
    english: tuple[str, ...] = prop("English words for it.")
    note: str = prop("What must be known of it, or empty.")


Node = (
    Clause
    | Reading
    | Body
    | Instrument
    | Activity
    | Column
    | Assignment
    | Duty
    | Action
    | Qualification
    | Rule
    | TextDifference
    | Provision
    | NamedOrganization
    | Concept
)


@dataclass(frozen=True, slots=True)
class NodeKind:
    """A label of the property graph, the type that declares it and the standard it maps to."""

    label: str
    type: type
    standard: str


NODE_KINDS = (
    NodeKind("Clause", Clause, "eli:LegalResourceSubdivision"),
    NodeKind("Reading", Reading, "oa:Annotation"),
    NodeKind("Body", Body, "org:Organization, org:Post"),
    NodeKind("Instrument", Instrument, "prov:Entity"),
    NodeKind("Activity", Activity, "skos:Concept"),
    NodeKind("Column", Column, "skos:Collection"),
    NodeKind("Assignment", Assignment, "W3C n-ary relation"),
    NodeKind("Duty", Duty, "schema:Action"),
    NodeKind("Action", Action, "schema:PlanAction"),
    NodeKind("Qualification", Qualification, "schema:EducationalOccupationalCredential"),
    NodeKind("Rule", Rule, "odrl:Constraint"),
    NodeKind("TextDifference", TextDifference, "oa:Annotation"),
    NodeKind("Provision", Provision, "eli:LegalResource"),
    NodeKind("NamedOrganization", NamedOrganization, "schema:GovernmentOrganization"),
    NodeKind("Concept", Concept, "ontolex:LexicalConcept"),
)
