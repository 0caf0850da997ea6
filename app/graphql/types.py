"""The types of the schema: each derived from the model, with its ways back."""

from typing import Annotated, Any

import strawberry

from app.context import Context
from app.graphql.connections import After, First, connection, cut
from app.graphql.derive import derive, end_type, enum, field, graphql_type, text_type
from app.queries import document_of
from graph.model import answers, codes, levels, nodes, relations
from graph.questions.qualifications import in_words
from graph.questions.relationships import Direction as AskedDirection

Info = strawberry.Info[Context, None]

MaybeCode = Annotated[
    codes.Code | None, strawberry.argument(description="Only cells that hold this code.")
]

text = text_type()
End = end_type()
Code = enum(codes.Code, lambda code: f"{code.value}, {code.label.en} in the legend.")
Level = enum(levels.Level, lambda level: f"{level.label.th}, {level.label.en}.")
Force = enum(relations.Force, lambda force: f"{force.label.th}, {force.label.en}.")
SeatRole = enum(relations.SeatRole, lambda role: f"{role.label.th}, {role.label.en}.")
BodyKind = enum(nodes.BodyKind)
Basis = enum(nodes.Basis, lambda basis: f"{basis.label.th}, {basis.label.en}.")
NoFact = enum(nodes.NoFact, lambda reason: f"{reason.label.en}.")
InstrumentForm = enum(nodes.InstrumentForm, lambda form: f"{form.label.th}, {form.label.en}.")
DutyKind = enum(nodes.DutyKind, lambda kind: f"{kind.label.th}, {kind.label.en}.")
Join = enum(nodes.Join, lambda join: f"{join.label.th}, {join.label.en}.")
RuleKind = enum(nodes.RuleKind, lambda kind: f"{kind.label.th}, {kind.label.en}.")
Comparison = enum(nodes.Comparison)
Unit = enum(nodes.Unit)
Outcome = enum(answers.Outcome)
Direction = enum(AskedDirection)
Agreement = enum(answers.Agreement, lambda agreement: f"{agreement.label.en}.")

Relation = derive(relations.Relation)


@field(
    "The provisions, paragraphs or items it is made of.", graphql_type(tuple[nodes.Clause, ...]), 25
)
def parts(parent: strawberry.Parent[nodes.Clause], info: Info) -> Any:
    """Give the parts of a clause."""
    return info.context.dataset.parts_of_clause.get(parent.id, ())


@field("How we read its damaged words.", graphql_type(tuple[nodes.Reading, ...]), 5)
def readings(parent: strawberry.Parent[nodes.Clause], info: Info) -> Any:
    """Give the readings of a clause."""
    return info.context.dataset.readings_of_clause.get(parent.id, ())


def resting(kind: type, about: str, most: int) -> Any:
    """Make the field of a clause that gives the facts of one kind that rest on it."""

    def facts(parent: strawberry.Parent[nodes.Clause], info: Info) -> Any:
        return info.context.dataset.resting_on(parent, kind)

    return field(f"The {about} that rest on it.", graphql_type(tuple[kind, ...]), most)(facts)  # type: ignore[valid-type]


Clause = derive(
    nodes.Clause,
    parts=parts,
    readings=readings,
    bodies=resting(nodes.Body, "bodies", 10),
    instruments=resting(nodes.Instrument, "instruments", 5),
    assignments=resting(nodes.Assignment, "cells of the matrix", 5),
    relationships=resting(nodes.Relationship, "relationships", 20),
    duties=resting(nodes.Duty, "duties", 5),
    qualifications=resting(nodes.Qualification, "requirements", 10),
    rules=resting(nodes.Rule, "rules", 5),
    actions=resting(nodes.Action, "actions", 10),
    provisions=resting(nodes.Provision, "provisions", 10),
    text_differences=resting(nodes.TextDifference, "differences from other places", 5),
)
Reading = derive(nodes.Reading)


@field(
    "The damaged words among those quoted, and how we read them.",
    graphql_type(tuple[nodes.Reading, ...]),
    5,
)
def readings_in(parent: strawberry.Parent[nodes.Citation], info: Info) -> Any:
    """Give the readings of the words quoted."""
    return info.context.dataset.readings_in(parent)


Citation = derive(nodes.Citation, readings=readings_in)


@field("The five cells of its row.", graphql_type(tuple[nodes.Assignment, ...]), 5)
def cells_of_row(parent: strawberry.Parent[nodes.Activity], info: Info) -> Any:
    """Give the cells of an activity's row."""
    return info.context.dataset.assignments_of_activity.get(parent.id, ())


@field(
    "The duties that speak of it: our inference, with the words in `speaksOf`.",
    graphql_type(tuple[nodes.Duty, ...]),
    10,
)
def duties_of_row(parent: strawberry.Parent[nodes.Activity], info: Info) -> Any:
    """Give the duties that speak of an activity."""
    return info.context.dataset.duties_of_activity.get(parent.id, ())


Activity = derive(nodes.Activity, assignments=cells_of_row, duties=duties_of_row)


@field("What it is, said in one sentence.", text)
def sentence(parent: strawberry.Parent[nodes.Relationship]) -> Any:
    """Say a relationship."""
    return parent.sentence


@field(
    "The printed item of the annex's composition it is a seat of; none for other relations.",
    graphql_type(nodes.Clause | None),
)
def item(parent: strawberry.Parent[nodes.Relationship]) -> Any:
    """Give the printed item of a seat."""
    return parent.item


@field(
    "Whom the seat represents, where a representative sits; none where its holder sits in person.",
    graphql_type(nodes.Body | None),
)
def represents(parent: strawberry.Parent[nodes.Relationship]) -> Any:
    """Give whom a seat represents."""
    return parent.represents


Relationship = derive(nodes.Relationship, sentence=sentence, item=item, represents=represents)
RelationshipConnection = connection(Relationship, "Relationship", "relationships")


@field("The columns of the matrix it stands behind.", graphql_type(tuple[nodes.Column, ...]), 1)
def columns_of_body(parent: strawberry.Parent[nodes.Body], info: Info) -> Any:
    """Give the columns of a body."""
    return info.context.dataset.columns_of_body.get(parent.id, ())


@field(
    "The cells of its column, all or those with a code; empty for a body outside the matrix.",
    graphql_type(tuple[nodes.Assignment, ...]),
    13,
)
def cells_of_body(parent: strawberry.Parent[nodes.Body], info: Info, code: MaybeCode = None) -> Any:
    """Give the cells a body holds codes through."""
    data = info.context.dataset
    return [
        cell
        for column in data.columns_of_body.get(parent.id, ())
        for cell in data.assignments_of_column[column.id]
        if code is None or code in cell.codes
    ]


@field("The relationships it stands in, a page of them.", RelationshipConnection)
def relationships_of_end(
    parent: strawberry.Parent[nodes.End], info: Info, first: First = 20, after: After = None
) -> Any:
    """Give the relationships of a body or an instrument, either way round."""
    data = info.context.dataset
    return cut(data.relationships_of_end.get(parent.id, ()), first, after)


@field("The actions it is named responsible for.", graphql_type(tuple[nodes.Action, ...]), 15)
def actions_of_body(parent: strawberry.Parent[nodes.Body], info: Info) -> Any:
    """Give the actions of a body."""
    return info.context.dataset.actions_of_body.get(parent.id, ())


@field("The rules that bind it.", graphql_type(tuple[nodes.Rule, ...]), 10)
def rules_of_body(parent: strawberry.Parent[nodes.Body], info: Info) -> Any:
    """Give the rules of a body."""
    return info.context.dataset.rules_of_body.get(parent.id, ())


@field(
    "Where the text says two things of what it stands in.",
    graphql_type(tuple[nodes.TextDifference, ...]),
    15,
)
def differences_about(parent: strawberry.Parent[nodes.End], info: Info) -> Any:
    """Give the differences of text about a body or an instrument."""
    return info.context.dataset.differences_about.get(parent.id, ())


@field("What is asked of its holder, as a whole.", graphql_type(tuple[nodes.Qualification, ...]), 3)
def qualifications_of_body(parent: strawberry.Parent[nodes.Body], info: Info) -> Any:
    """Give the requirements of a post."""
    return info.context.dataset.qualifications_of_body.get(parent.id, ())


@field(
    "The requirements that speak of it: its holder may meet them, with all else each asks.",
    graphql_type(tuple[nodes.Qualification, ...]),
    5,
)
def may_meet(parent: strawberry.Parent[nodes.Body], info: Info) -> Any:
    """Give the requirements that speak of a post."""
    return info.context.dataset.qualifications_met_by.get(parent.id, ())


@field("What it is to do or may do.", graphql_type(tuple[nodes.Duty, ...]), 20)
def duties_of_body(parent: strawberry.Parent[nodes.Body], info: Info) -> Any:
    """Give the duties of a body."""
    return info.context.dataset.duties_of_body.get(parent.id, ())


Body = derive(
    nodes.Body,
    columns=columns_of_body,
    assignments=cells_of_body,
    relationships=relationships_of_end,
    text_differences=differences_about,
    duties=duties_of_body,
    qualifications=qualifications_of_body,
    may_meet=may_meet,
    rules=rules_of_body,
    actions=actions_of_body,
)
Instrument = derive(
    nodes.Instrument, relationships=relationships_of_end, text_differences=differences_about
)


@field("Its parts, none for a single one.", graphql_type(tuple[nodes.Qualification, ...]), 6)
def parts_of_qualification(parent: strawberry.Parent[nodes.Qualification], info: Info) -> Any:
    """Give the parts of a requirement."""
    return info.context.dataset.parts_of_qualification.get(parent.id, ())


@field(
    "All it is made of, however deep, in document order; `parent` tells the tree.",
    graphql_type(tuple[nodes.Qualification, ...]),
    40,
)
def requirements(parent: strawberry.Parent[nodes.Qualification], info: Info) -> Any:
    """Give the parts of a requirement and their parts."""
    return info.context.dataset.requirements_of(parent)


@field(
    "How its single requirements join, in one sentence; what joins them is in `requirements`.", text
)
def qualification_in_words(parent: strawberry.Parent[nodes.Qualification], info: Info) -> Any:
    """Say a requirement."""
    return in_words(info.context.dataset, parent)


@field("The numbers and periods that stand under it.", graphql_type(tuple[nodes.Rule, ...]), 3)
def rules_of_qualification(parent: strawberry.Parent[nodes.Qualification], info: Info) -> Any:
    """Give the rules under a requirement."""
    return info.context.dataset.rules_under.get(parent.id, ())


Qualification = derive(
    nodes.Qualification,
    parts=parts_of_qualification,
    requirements=requirements,
    sentence=qualification_in_words,
    rules=rules_of_qualification,
)
TextDifference = derive(nodes.TextDifference)
Standing = derive(nodes.Standing)
Interpretation = derive(nodes.Interpretation)
Duty = derive(nodes.Duty)
Rule = derive(nodes.Rule)
Provision = derive(nodes.Provision)
NamedKind = enum(nodes.NamedKind)


@field("Its CIO post or committee, by its level; none where the level is open.", Body | None)
def post_of(parent: strawberry.Parent[nodes.NamedOrganization], info: Info) -> Any:
    """Give the CIO of a named organization."""
    return info.context.dataset.post_of(parent)


Concept = derive(nodes.Concept)
NamedOrganization = derive(nodes.NamedOrganization, post=post_of)
Charge = derive(nodes.Charge)
Action = derive(nodes.Action)


@field("The 13 cells under it.", graphql_type(tuple[nodes.Assignment, ...]), 13)
def cells_of_column(parent: strawberry.Parent[nodes.Column], info: Info) -> Any:
    """Give the cells of a column."""
    return info.context.dataset.assignments_of_column.get(parent.id, ())


Column = derive(nodes.Column, assignments=cells_of_column)


@field(
    "Who holds what through this cell: every body behind the column, with every code.",
    graphql_type(tuple[answers.Holder, ...]),
    4,
)
def holders(parent: strawberry.Parent[nodes.Assignment], info: Info) -> Any:
    """Give the holders of a cell."""
    return info.context.dataset.holders_of_assignment[parent.id]


Assignment = derive(nodes.Assignment, holders=holders)

Holder = derive(answers.Holder)
Holding = derive(answers.Holding)
Step = derive(answers.Step)
Path = derive(answers.Path)
Neighbourhood = derive(answers.Neighbourhood)
Hit = derive(answers.Hit)
LegendEntry = derive(answers.LegendEntry)
MatrixRow = derive(answers.MatrixRow)
Check = derive(answers.Check)
Matrix = derive(answers.Matrix)
Compared = derive(answers.Compared)
Differences = derive(answers.Differences)
AsOf = derive(answers.AsOf)
Count = derive(answers.Count)
DatasetInfo = derive(answers.DatasetInfo)
RelationUse = derive(answers.RelationUse)

ActivityConnection = connection(Activity, "Activity", "activities")
BodyConnection = connection(Body, "Body", "bodies")
ClauseConnection = connection(Clause, "Clause", "clauses")
AssignmentConnection = connection(Assignment, "Assignment", "cells of the matrix")
InstrumentConnection = connection(Instrument, "Instrument", "instruments")
QualificationConnection = connection(Qualification, "Qualification", "requirements")
ActionConnection = connection(Action, "Action", "actions")
ProvisionConnection = connection(Provision, "Provision", "provisions")
NamedOrganizationConnection = connection(
    NamedOrganization, "NamedOrganization", "named organizations"
)
RuleConnection = connection(Rule, "Rule", "rules")
DutyConnection = connection(Duty, "Duty", "duties")
HitConnection = connection(Hit, "Hit", "things found")


AnswerKind = enum(answers.AnswerKind)


@field("The stored question with its document, which gives the same facts in the playground.", str)
def document(parent: strawberry.Parent[answers.Understood]) -> Any:
    """Give the document of the stored question a question was understood as."""
    return document_of(parent.query)


Understood = derive(answers.Understood, document=document)
Answer = derive(answers.Answer)


@field("What was found, a page of it.", HitConnection)
def hits(parent: strawberry.Parent[answers.Search]) -> Any:
    """Give the hits of a search."""
    return parent.hits


@field("What could have been meant, where nothing was found.", list[str])
def suggestions(parent: strawberry.Parent[answers.Search]) -> Any:
    """Give the suggestions of a search."""
    return parent.suggestions


Search = derive(answers.Search, hits=hits, suggestions=suggestions)
