"""The root fields: each is a question, asked of the store and shown as it was judged."""

from typing import Annotated, Any

import strawberry

from app.graphql import types
from app.graphql.connections import After, First
from app.graphql.derive import NodeInterface, enum, field
from app.graphql.types import Info
from graph.asking.ask import Language
from graph.errors import BadArgument
from graph.model import codes, levels, nodes
from graph.model.relations import RELATIONS, Force, SeatRole
from graph.questions.actions import Actions
from graph.questions.activities import Activities
from graph.questions.as_of import LaidDownOn
from graph.questions.assignments import Assignments
from graph.questions.base import page, relation_names
from graph.questions.bodies import Bodies
from graph.questions.clauses import Clauses
from graph.questions.columns import Columns
from graph.questions.dataset import WhatIsLoaded
from graph.questions.differences import WhereTheyDiffer
from graph.questions.duties import Duties
from graph.questions.instruments import Instruments
from graph.questions.lookup import (
    OneActivity,
    OneBody,
    OneClause,
    OneInstrument,
    OneNode,
    OneOrganization,
)
from graph.questions.matrix import WholeMatrix
from graph.questions.memberships import Memberships
from graph.questions.neighbourhood import Around
from graph.questions.nodes import Nodes
from graph.questions.organizations import Organizations
from graph.questions.path import PathBetween
from graph.questions.provisions import Provisions
from graph.questions.qualifications import Qualifications
from graph.questions.relations import Relations
from graph.questions.relationships import Direction, Relationships
from graph.questions.rules import Rules
from graph.questions.search import SearchFor, SearchKind
from graph.questions.who_holds import WhoHolds

_ACTIVITY = strawberry.argument(
    description="An activity by number (11, ๑๑), id (activity:11), name or topic."
)
_BODY = strawberry.argument(
    description="A body by id (post:dcio), name or abbreviation (DCIO), in either language."
)
_END = strawberry.argument(
    description="A body or an instrument by id (post:dcio, instrument:gcio-course) or name."
)
_ORGANIZATION = strawberry.argument(
    description="A ministry, department or province by id, name (กรมชลประทาน) or abbreviation."
)
OrganizationName = Annotated[strawberry.ID, _ORGANIZATION]
MaybeOrganization = Annotated[strawberry.ID | None, _ORGANIZATION]
ActivityName = Annotated[strawberry.ID, _ACTIVITY]
MaybeActivity = Annotated[strawberry.ID | None, _ACTIVITY]
BodyName = Annotated[strawberry.ID, _BODY]
MaybeBody = Annotated[strawberry.ID | None, _BODY]
EndName = Annotated[strawberry.ID, _END]
MaybeEnd = Annotated[strawberry.ID | None, _END]

enum(SearchKind)
enum(Language)


@strawberry.type(
    description="แนวทางการบริหารจัดการผู้บริหารเทคโนโลยีสารสนเทศระดับสูงภาครัฐ (มติคณะรัฐมนตรี "
    "๒๖ พฤศจิกายน ๒๕๖๒): who answers for what, each fact with its place and its printed words."
)
class Query:
    """The questions of the schema."""

    @field(
        "What the answers rest on: the text, its version, how much of it is loaded.",
        types.DatasetInfo,
    )
    async def dataset(self, info: Info) -> Any:
        """Ask what is loaded."""
        return await info.context.ask(WhatIsLoaded())

    @field(
        "Who holds a code for an activity, at one level or at any. Nobody is an "
        "answer: it says why, who holds other codes there, and who holds the code elsewhere.",
        types.Holding,
    )
    async def who_holds(
        self,
        info: Info,
        code: Annotated[codes.Code, strawberry.argument(description="The code asked for.")],
        activity: ActivityName,
        level: Annotated[
            levels.Level | None, strawberry.argument(description="The level; none means any.")
        ] = None,
    ) -> Any:
        """Ask who holds a code."""
        return await info.context.ask(WhoHolds.of(info.context.dataset, activity, code, level))

    @field("The whole matrix of figure 2.", types.Matrix)
    async def matrix(self, info: Info) -> Any:
        """Ask for the matrix."""
        return await info.context.ask(WholeMatrix())

    @field("The activities in the order printed.", types.ActivityConnection)
    async def activities(self, info: Info, first: First = 20, after: After = None) -> Any:
        """Ask for the activities."""
        return await info.context.ask(
            Activities(*page(info.context.dataset, nodes.Activity, first, after))
        )

    @field("One activity by any of its names.", types.Activity)
    async def activity(self, info: Info, id: ActivityName) -> Any:
        """Ask for one activity."""
        return await info.context.ask(OneActivity.of(info.context.dataset, id))

    @field(
        "The five columns as printed, with the bodies each is read as and why.",
        list[types.Column],
        5,
    )
    async def columns(self, info: Info) -> Any:
        """Ask for the columns."""
        return await info.context.ask(Columns())

    @field("The bodies the guideline names, all or of one kind or level.", types.BodyConnection)
    async def bodies(
        self,
        info: Info,
        kind: Annotated[
            nodes.BodyKind | None, strawberry.argument(description="Organizations or posts only.")
        ] = None,
        level: Annotated[
            levels.Level | None,
            strawberry.argument(description="One level only; bodies of the matrix have one."),
        ] = None,
        first: First = 20,
        after: After = None,
    ) -> Any:
        """Ask for the bodies."""
        return await info.context.ask(
            Bodies(*page(info.context.dataset, nodes.Body, first, after), kind=kind, level=level)
        )

    @field("One body by any of its names.", types.Body)
    async def body(self, info: Info, id: BodyName) -> Any:
        """Ask for one body."""
        return await info.context.ask(OneBody.of(info.context.dataset, id))

    @field(
        "The printed cells by any of activity, body, level and code.", types.AssignmentConnection
    )
    async def assignments(
        self,
        info: Info,
        activity: MaybeActivity = None,
        body: MaybeBody = None,
        level: Annotated[
            levels.Level | None, strawberry.argument(description="The level of the column.")
        ] = None,
        code: Annotated[
            codes.Code | None, strawberry.argument(description="A code the cell holds.")
        ] = None,
        first: First = 20,
        after: After = None,
    ) -> Any:
        """Ask for cells."""
        data = info.context.dataset
        return await info.context.ask(
            Assignments(
                *page(data, nodes.Assignment, first, after),
                activity=None if activity is None else data.activity(activity).id,
                body=None if body is None else data.body(body).id,
                level=level,
                code=code,
            )
        )

    @field(
        "The relationships of bodies and instruments by any of end, direction, relation, force.",
        types.RelationshipConnection,
    )
    async def relationships(
        self,
        info: Info,
        body: MaybeEnd = None,
        direction: Annotated[
            Direction,
            strawberry.argument(description="From the body, to it, or either; needs `body`."),
        ] = Direction.EITHER,
        relations: Annotated[
            list[str] | None,
            strawberry.argument(description="Only these kinds, such as sits_on; none means all."),
        ] = None,
        force: Annotated[
            Force | None, strawberry.argument(description="How binding the words are.")
        ] = None,
        first: First = 20,
        after: After = None,
    ) -> Any:
        """Ask for relationships."""
        data = info.context.dataset
        if body is None and direction is not Direction.EITHER:
            raise BadArgument("direction", direction.value, "EITHER, or a body to see it from")
        return await info.context.ask(
            Relationships(
                *page(data, nodes.Relationship, first, after),
                body=None if body is None else data.end(body).id,
                direction=direction,
                relations=relation_names(relations or ()),
                force=force,
            )
        )

    @field(
        "The kinds of relation there are and how often each is stated.",
        list[types.RelationUse],
        len(RELATIONS),
    )
    async def relations(self, info: Info) -> Any:
        """Ask for the kinds of relation."""
        return await info.context.ask(Relations())

    @field(
        "The bodies and instruments around one, 1 to 3 steps away, and how they are related.",
        types.Neighbourhood,
    )
    async def neighbourhood(
        self,
        info: Info,
        body: EndName,
        depth: Annotated[int, strawberry.argument(description="1 to 3 steps.")] = 1,
        relations: Annotated[
            list[str] | None,
            strawberry.argument(description="Only along these kinds; none means all."),
        ] = None,
        first: Annotated[
            int, strawberry.argument(description="How many bodies at most: 1 to 100.")
        ] = 50,
    ) -> Any:
        """Ask who stands around a body."""
        return await info.context.ask(
            Around.of(info.context.dataset, body, depth, first, relations or ())
        )

    @field(
        "The shortest way between two bodies or instruments, each step with its words.", types.Path
    )
    async def path(
        self,
        info: Info,
        source: Annotated[
            strawberry.ID,
            strawberry.argument(name="from", description="The body or instrument it begins at."),
        ],
        target: Annotated[
            strawberry.ID,
            strawberry.argument(name="to", description="The body or instrument it ends at."),
        ],
    ) -> Any:
        """Ask for the way between two bodies."""
        return await info.context.ask(PathBetween.of(info.context.dataset, source, target))

    @field(
        "The duties by the body bound, the row of the matrix they speak of, kind and force.",
        types.DutyConnection,
    )
    async def duties(
        self,
        info: Info,
        body: MaybeBody = None,
        activity: MaybeActivity = None,
        kind: Annotated[
            nodes.DutyKind | None,
            strawberry.argument(description="Listed in the annex, laid down by a clause, a role."),
        ] = None,
        force: Annotated[
            Force | None, strawberry.argument(description="How binding the words are.")
        ] = None,
        first: First = 20,
        after: After = None,
    ) -> Any:
        """Ask for duties."""
        data = info.context.dataset
        return await info.context.ask(
            Duties(
                *page(data, nodes.Duty, first, after),
                body=None if body is None else data.body(body).id,
                activity=None if activity is None else data.activity(activity).id,
                kind=kind,
                force=force,
            )
        )

    @field(
        "What is asked of the holder of a post, whole with `and` and `or`; with `metBy`, the "
        "requirements that speak of another post: its holder may meet them, with all else asked.",
        types.QualificationConnection,
    )
    async def qualifications(
        self,
        info: Info,
        body: MaybeBody = None,
        met_by: MaybeBody = None,
        first: First = 20,
        after: After = None,
    ) -> Any:
        """Ask for qualifications."""
        data = info.context.dataset
        return await info.context.ask(
            Qualifications(
                *page(data, nodes.Qualification, first, after),
                body=None if body is None else data.body(body).id,
                met_by=None if met_by is None else data.body(met_by).id,
            )
        )

    @field(
        "The seats on committees by any of committee, member and role, in the order printed.",
        types.RelationshipConnection,
    )
    async def memberships(
        self,
        info: Info,
        committee: MaybeBody = None,
        member: MaybeBody = None,
        role: Annotated[
            SeatRole | None, strawberry.argument(description="As what somebody sits there.")
        ] = None,
        first: First = 20,
        after: After = None,
    ) -> Any:
        """Ask for seats."""
        data = info.context.dataset
        return await info.context.ask(
            Memberships(
                *page(data, nodes.Relationship, first, after),
                committee=None if committee is None else data.body(committee).id,
                member=None if member is None else data.body(member).id,
                role=role,
            )
        )

    @field(
        "The courses, registers, guidelines and other instruments, all or of one form.",
        types.InstrumentConnection,
    )
    async def instruments(
        self,
        info: Info,
        form: Annotated[
            nodes.InstrumentForm | None, strawberry.argument(description="One form only.")
        ] = None,
        first: First = 20,
        after: After = None,
    ) -> Any:
        """Ask for instruments."""
        return await info.context.ask(
            Instruments(*page(info.context.dataset, nodes.Instrument, first, after), form=form)
        )

    @field("One course, register or other instrument by id or name.", types.Instrument)
    async def instrument(
        self,
        info: Info,
        id: Annotated[
            strawberry.ID,
            strawberry.argument(description="Its id or name, such as หลักสูตร GCIO."),
        ],
    ) -> Any:
        """Ask for one instrument."""
        return await info.context.ask(OneInstrument.of(info.context.dataset, id))

    @field(
        "The actions that put the guideline into effect, all or those a body is responsible for.",
        types.ActionConnection,
    )
    async def actions(
        self, info: Info, body: MaybeBody = None, first: First = 20, after: After = None
    ) -> Any:
        """Ask for actions."""
        data = info.context.dataset
        asked = None if body is None else data.body(body).id
        return await info.context.ask(Actions(*page(data, nodes.Action, first, after), body=asked))

    @field(
        "The numbers, periods, quotas and prohibitions, by the body bound, kind and force.",
        types.RuleConnection,
    )
    async def rules(
        self,
        info: Info,
        body: MaybeBody = None,
        kind: Annotated[
            nodes.RuleKind | None, strawberry.argument(description="What the rule bounds.")
        ] = None,
        force: Annotated[
            Force | None, strawberry.argument(description="How binding the words are.")
        ] = None,
        first: First = 20,
        after: After = None,
    ) -> Any:
        """Ask for rules."""
        data = info.context.dataset
        asked = None if body is None else data.body(body).id
        return await info.context.ask(
            Rules(*page(data, nodes.Rule, first, after), body=asked, kind=kind, force=force)
        )

    @field(
        "What was laid down in 1998, 2013 and 2019, topic by topic, with dates.",
        types.ProvisionConnection,
    )
    async def provisions(self, info: Info, first: First = 20, after: After = None) -> Any:
        """Ask what has changed since 1998."""
        data = info.context.dataset
        return await info.context.ask(Provisions(*page(data, nodes.Provision, first, after)))

    @field(
        "What was laid down on a day: who was a ministry's CIO in 2005, from the words of 1998.",
        types.AsOf,
    )
    async def as_of(
        self,
        info: Info,
        date: Annotated[
            str,
            strawberry.argument(
                description="A day (2005-06-30) or a year, common or Buddhist era (2005, 2548)."
            ),
        ],
    ) -> Any:
        """Ask what was laid down on a day."""
        return await info.context.ask(LaidDownOn.of(date))

    @field(
        "One ministry, department, agency or province by name, with the CIO post of its level.",
        types.NamedOrganization,
    )
    async def organization(self, info: Info, id: OrganizationName) -> Any:
        """Ask for one named organization."""
        return await info.context.ask(OneOrganization.of(info.context.dataset, id))

    @field(
        "The ministries, departments, agencies and provinces by name, from lists beside the "
        "guideline.",
        types.NamedOrganizationConnection,
    )
    async def organizations(
        self,
        info: Info,
        level: Annotated[
            levels.Level | None, strawberry.argument(description="One level only.")
        ] = None,
        parent: MaybeOrganization = None,
        first: First = 20,
        after: After = None,
    ) -> Any:
        """Ask for the named organizations."""
        data = info.context.dataset
        above = None if parent is None else data.organization(parent).id
        return await info.context.ask(
            Organizations(
                *page(data, nodes.NamedOrganization, first, after), level=level, parent=above
            )
        )

    @field(
        "The matrix beside the duties of the annex, and text beside text: where they differ.",
        types.Differences,
    )
    async def differences(self, info: Info) -> Any:
        """Ask where matrix and text differ."""
        return await info.context.ask(WhereTheyDiffer())

    @field("The clauses in document order, all or the parts of one.", types.ClauseConnection)
    async def clauses(
        self,
        info: Info,
        parent: Annotated[
            strawberry.ID | None,
            strawberry.argument(description="The id or place of the clause whose parts are asked."),
        ] = None,
        first: First = 20,
        after: After = None,
    ) -> Any:
        """Ask for clauses."""
        data = info.context.dataset
        above = None if parent is None else data.clause(parent).id
        return await info.context.ask(
            Clauses(*page(data, nodes.Clause, first, after), parent=above)
        )

    @field("One clause by id (clause:5.3) or place (5(ค), figure 2 row 11).", types.Clause)
    async def clause(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Its id or place.")],
    ) -> Any:
        """Ask for one clause."""
        return await info.context.ask(OneClause.of(info.context.dataset, id))

    @field("Anything by its id.", NodeInterface)
    async def node(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="An id, kind:name.")],
    ) -> Any:
        """Ask for any node."""
        return await info.context.ask(OneNode.of(info.context.dataset, id))

    @field("Several things by their ids, in the order asked.", list[NodeInterface], 100)
    async def nodes(
        self,
        info: Info,
        ids: Annotated[
            list[strawberry.ID], strawberry.argument(description="At most 100 ids, kind:name.")
        ],
    ) -> Any:
        """Ask for several nodes."""
        return await info.context.ask(Nodes.of(info.context.dataset, ids))

    @field(
        "A question as a person says it, in Thai, English or both: a true answer with its places "
        "and printed words and what was understood; or that nobody holds it, that the guideline "
        "does not say, or what could be meant. Without a language model; the same every time.",
        types.Answer,
        cost=500,
    )
    async def ask(
        self,
        info: Info,
        question: Annotated[
            str,
            strawberry.argument(
                description="The question; of a long one the first 500 characters are read."
            ),
        ],
        lang: Annotated[
            Language | None,
            strawberry.argument(description="The language of the answer; none: the question's."),
        ] = None,
    ) -> Any:
        """Ask in a sentence."""
        return await info.context.answer(question, lang.value if lang else None)

    @field(
        "Whatever holds the words: activities, bodies, instruments, rules, clauses; nearest first.",
        types.Search,
        cost=1_000,
    )
    async def search(
        self,
        info: Info,
        text: Annotated[
            str, strawberry.argument(description="Words in Thai or English, 1 to 200 characters.")
        ],
        kinds: Annotated[
            list[SearchKind] | None,
            strawberry.argument(description="Only among these; none means all."),
        ] = None,
        first: First = 20,
        after: After = None,
    ) -> Any:
        """Search by words."""
        return await info.context.ask(
            SearchFor.of(info.context.dataset, text, kinds or (), first, after)
        )
