"""What an answer is made of: holders, the judgement who holds a code, and a way between bodies."""

from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from graph.model.codes import Code
from graph.model.declare import prop
from graph.model.levels import Level
from graph.model.nodes import (
    Activity,
    Assignment,
    Basis,
    Body,
    Citation,
    Column,
    Duty,
    End,
    Node,
    Provision,
    Relationship,
    TextDifference,
)
from graph.model.relations import Relation
from graph.model.text import Text

T = TypeVar("T")


@dataclass(frozen=True, eq=False, slots=True)
class Holder:
    """A body that holds a code for an activity, through its column."""

    body: Body = prop("The body.")
    code: Code = prop("The code it holds.")
    level: Level = prop("The level it stands at.")
    basis: Basis = prop(
        "Whether the guideline says that the column is this body, or we read it so."
    )
    assignment: Assignment = prop("The printed cell it holds the code through.")
    citation: Citation = prop("The printed row.")


class Outcome(Enum):
    """Whether somebody holds the code where it was asked for."""

    HELD = "held"
    NOBODY = "nobody"


@dataclass(frozen=True, eq=False, slots=True)
class Holding:
    """Who holds a code for an activity, at one level or at any. Nobody is an answer."""

    outcome: Outcome = prop("Whether somebody holds it there.")
    code: Code = prop("The code asked for.")
    activity: Activity = prop("The activity asked for.")
    level: Level | None = prop("The level asked for; none means any.")
    answer: Text = prop("The answer in words, Thai and English.")
    reason: Text = prop("Why: what the printed row shows.")
    holders: tuple[Holder, ...] = prop("Who holds the code at the level asked for.", 6)
    also_at_level: tuple[Holder, ...] = prop("Who holds other codes at that level.", 4)
    held_elsewhere: tuple[Holder, ...] = prop("Who holds the code at other levels.", 6)
    row: tuple[Assignment, ...] = prop("The whole printed row, five cells.", 5)
    citations: tuple[Citation, ...] = prop("The row, the legend and what the columns stand for.", 8)


@dataclass(frozen=True, eq=False, slots=True)
class Step:
    """One step between two bodies or instruments, with every relationship that joins them."""

    source: End = prop("Where the step begins.")
    target: End = prop("Where it ends.")
    relationships: tuple[Relationship, ...] = prop("What joins the two, either way round.", 6)


@dataclass(frozen=True, eq=False, slots=True)
class Path:
    """The shortest way from one body or instrument to another along the relationships."""

    found: bool = prop("Whether there is a way.")
    source: End = prop("Where it begins.")
    target: End = prop("Where it ends.")
    steps: tuple[Step, ...] = prop("The steps, none where there is no way or both ends are one.", 8)
    answer: Text = prop("The way in words, or that there is none.")


@dataclass(frozen=True, eq=False, slots=True)
class Neighbourhood:
    """The bodies and instruments around one of them and the relationships among them."""

    centre: End = prop("The body or instrument in the middle.")
    ends: tuple[End, ...] = prop("Those within the depth asked for, itself and nearest first.", 100)
    relationships: tuple[Relationship, ...] = prop("The relationships shown between them.", 200)
    total_ends: int = prop("How many bodies and instruments there are within that depth.")
    total_relationships: int = prop("How many relationships there are between them.")


@dataclass(frozen=True, eq=False, slots=True)
class Hit:
    """Something found by its words."""

    node: Node = prop("What was found.")
    matched: str = prop("The name, topic or text that holds the words, or some of them.")
    rank: int = prop(
        "How near: 0 the words are it, 1 it begins with them, 2 they stand in it, 3 scattered, 4 "
        "over several of its names."
    )


@dataclass(frozen=True, slots=True)
class Slice(Generic[T]):
    """A stretch of a longer list, in document order."""

    items: tuple[T, ...]
    total: int
    has_next: bool
    has_previous: bool


@dataclass(frozen=True, eq=False, slots=True)
class Search:
    """What was found, and what could have been meant where nothing was."""

    hits: Slice[Hit]
    suggestions: tuple[str, ...]


@dataclass(frozen=True, eq=False, slots=True)
class MatrixRow:
    """One row of the matrix with its five cells in the order of the columns."""

    activity: Activity = prop("The activity.")
    cells: tuple[Assignment, ...] = prop("Its five cells.", 5)


@dataclass(frozen=True, eq=False, slots=True)
class LegendEntry:
    """One code with the word the legend gives it."""

    code: Code = prop("The code.")
    mark: str = prop("The letter as printed.")
    label: Text = prop("The word as printed.")


@dataclass(frozen=True, eq=False, slots=True)
class Check:
    """What the cells of the matrix show together, counted from them when they are asked for."""

    name: str = prop("Its name, such as shared-accountable.")
    words: Text = prop("What was found, in words.")
    basis: Basis = prop("Stated where the cells alone show it; a reading where a column is read.")
    columns: tuple[Column, ...] = prop("The columns that were looked through.", 5)
    cells: tuple[Assignment, ...] = prop("The cells it speaks of.", 13)

    @property
    def read_as(self) -> tuple[Text, ...]:
        """Why columns it speaks of are read as they are, where that is not printed."""
        standings = (standing for cell in self.cells for standing in cell.column.stands_for)
        whys = (each.why for each in standings if each.basis is not Basis.STATED)
        return tuple(dict.fromkeys(whys))


@dataclass(frozen=True, eq=False, slots=True)
class Matrix:
    """The matrix of figure 2: 13 activities by five columns."""

    title: Text = prop("The caption of the figure.")
    columns: tuple[Column, ...] = prop("The five columns as printed.", 5)
    rows: tuple[MatrixRow, ...] = prop("The 13 rows as printed.", 13)
    legend: tuple[LegendEntry, ...] = prop("What the letters stand for.", 4)
    checks: tuple[Check, ...] = prop("What a reader of the table overlooks, counted from it.", 6)
    remarks: tuple[Text, ...] = prop("The words of the checks.", 6)
    citations: tuple[Citation, ...] = prop("The caption and the legend.", 2)


class Agreement(Enum):
    """How a cell of the matrix stands to the duties of its body that speak of the same row."""

    BACKED = "backed"
    NO_DUTY = "no-duty"
    INFORM_YET_DUTY = "inform-yet-duty"
    DASH_YET_DUTY = "dash-yet-duty"
    NEITHER = "neither"

    @property
    def label(self) -> Text:
        """Say it in words.

        >>> Agreement.DASH_YET_DUTY.label.en
        'A dash is printed, yet a duty speaks of the row'
        """
        return _AGREEMENTS[self]


_AGREEMENTS = {
    Agreement.BACKED: Text("มีรหัส และมีหน้าที่ที่พูดถึงแถวนี้", "A code, and a duty that speaks of the row"),
    Agreement.NO_DUTY: Text("มีรหัส แต่ไม่มีหน้าที่ใดพูดถึงแถวนี้", "A code, yet no duty speaks of the row"),
    Agreement.INFORM_YET_DUTY: Text(
        "มีเพียง I แต่มีหน้าที่ที่พูดถึงแถวนี้", "Only I is printed, yet a duty speaks of the row"
    ),
    Agreement.DASH_YET_DUTY: Text(
        "พิมพ์ขีด แต่มีหน้าที่ที่พูดถึงแถวนี้", "A dash is printed, yet a duty speaks of the row"
    ),
    Agreement.NEITHER: Text("พิมพ์ขีด และไม่มีหน้าที่ใดพูดถึงแถวนี้", "A dash, and no duty"),
}


@dataclass(frozen=True, eq=False, slots=True)
class Compared:
    """One cell of the matrix beside the duties that speak of its row."""

    assignment: Assignment = prop("The printed cell.")
    agreement: Agreement = prop("How the two stand to each other.")
    remark: Text = prop("That in words.")
    duties: tuple[Duty, ...] = prop("The duties of the column's body that speak of the row.", 5)


@dataclass(frozen=True, eq=False, slots=True)
class Differences:
    """Matrix beside duties, and text beside text: reported, neither derived nor repaired."""

    cells: tuple[Compared, ...] = prop("The cells compared, row by row.", 52)
    duties_without_row: tuple[Duty, ...] = prop("Listed duties that speak of no row.", 31)
    texts: tuple[TextDifference, ...] = prop("Where one place of the text says other.", 30)
    note: Text = prop("What the comparison rests on, and what it leaves out.")


@dataclass(frozen=True, eq=False, slots=True)
class AsOf:
    """What was laid down on a day, topic by topic, from the words of the resolutions."""

    date: str = prop("The day asked for, or the first of the year, year-month-day.")
    until: str = prop("The same day, or the last of the year asked for.")
    found: bool = prop("Whether the guideline's text tells of that day.")
    provisions: tuple[Provision, ...] = prop("What was laid down then, topic by topic.", 20)
    answer: Text = prop("That in words.")
    caveats: tuple[Text, ...] = prop("What the dates rest on.", 5)
    citations: tuple[Citation, ...] = prop("The words the caveats rest on.", 3)


@dataclass(frozen=True, eq=False, slots=True)
class Count:
    """How many there are of one kind."""

    name: str = prop("The kind of node or relation.")
    count: int = prop("How many.")


@dataclass(frozen=True, eq=False, slots=True)
class DatasetInfo:
    """What is loaded: which text, in which version, and how much of it."""

    version: str = prop(
        "The hash of the text and of every row of the seeds: 12 hexadecimal digits."
    )
    title: Text = prop("The document's title.")
    resolution: Citation = prop("The cabinet resolution, as printed under the title.")
    resolution_date: str = prop("The resolution's date as year-month-day of the common era.")
    guideline_sha256: str = prop("The SHA-256 of the guideline's text as it came to us.")
    counts: tuple[Count, ...] = prop("How many nodes of each kind, and relationships.", 18)


@dataclass(frozen=True, eq=False, slots=True)
class RelationUse:
    """A kind of relation and how often it is stated."""

    relation: Relation = prop("The kind of relation.")
    count: int = prop("How many relationships are of it.")


class AnswerKind(Enum):
    """What kind of answer a question has."""

    FOUND = "found"
    NOBODY = "nobody"
    OUT_OF_SCOPE = "out-of-scope"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, eq=False, slots=True)
class Understood:
    """How a question was understood, and the same asked of the graph in its own language."""

    words: Text = prop("What was understood, in words.")
    rule: str = prop("The name of the rule that read it so.")
    put_right: tuple[str, ...] = prop("Slips, each with what it was taken for.", 10)
    query: str = prop("The stem of the stored question that gives the same facts.")
    variables: str = prop("Its variables, as JSON.")


@dataclass(frozen=True, eq=False, slots=True)
class Answer:
    """The answer to a question as a person says it: true and sourced, or declined."""

    kind: AnswerKind = prop("Whether it was found, nobody holds it, it is outside, or unclear.")
    text: str = prop("The answer in words, in the language asked for or that of the question.")
    understood_as: Understood | None = prop("How it was understood; none where it was not.")
    columns: tuple[str, ...] = prop("The columns that the answer names as its answer.", 5)
    activities: tuple[int, ...] = prop("The rows of the matrix it is about, by number.", 13)
    codes: tuple[str, ...] = prop("The letters of the legend it is about: A, R, C, I.", 4)
    asked_cells: tuple[Assignment, ...] = prop("The cells of the matrix that were asked for.", 65)
    facts: tuple[Node, ...] = prop("The facts of the graph it rests on.", 65)
    relationships: tuple[Relationship, ...] = prop("The relationships it rests on.", 65)
    citations: tuple[Citation, ...] = prop("The places and their printed words.", 14)
    alternatives: tuple[str, ...] = prop("What else could have been meant, as questions.", 6)
