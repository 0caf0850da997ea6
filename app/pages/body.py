"""One body: what it holds, its relationships and where the guideline says so."""

from starlette.requests import Request
from starlette.responses import Response

from app.pages.site import context, leads_to, page, render
from graph.dataset import Dataset
from graph.model.nodes import Body, BodyKind, DutyKind
from graph.questions.lookup import OneBody

# The role first: what a body is comes before what it does.
SHOWN = (DutyKind.ROLE, DutyKind.LISTED, DutyKind.CLAUSE)


@page
async def body(request: Request) -> Response:
    """Show a body by its id; a name or an abbreviation leads to it."""
    ask = context(request)
    given = request.path_params["id"]
    found = await ask.ask(OneBody.of(ask.dataset, given))
    if given != found.id:
        return leads_to(request, f"/bodies/{found.id}")
    data = ask.dataset
    relationships = data.relationships_of_end.get(found.id, ())
    duties = data.duties_of_body.get(found.id, ())
    return render(
        request,
        "body.html",
        body=found,
        standings=[
            (column, standing)
            for column in data.columns_of_body.get(found.id, ())
            for standing in column.stands_for
            if standing.body is found
        ],
        cells=data.assignments_of_column,
        actions=data.actions_of_body.get(found.id, ()),
        rules=data.rules_of_body.get(found.id, ()),
        duties=[(kind, [each for each in duties if each.kind is kind]) for kind in SHOWN],
        qualifications=data.qualifications_of_body.get(found.id, ()),
        may_be=data.qualifications_met_by.get(found.id, ()),
        requirements=data.parts_of_qualification,
        silent=_silent(data, found),
        seats=[each for each in relationships if each.role and each.target is found],
        acts=[each for each in relationships if each.source is found],
        acted_on=[each for each in relationships if each.target is found and not each.role],
    )


def _silent(data: Dataset, body: Body) -> bool:
    """Whether the guideline neither asks anything of the holder of a post nor says who does."""
    told = data.relationships_of_end.get(body.id, ())
    return (
        body.kind is BodyKind.POST
        and body.id not in data.qualifications_of_body
        and body.id not in data.qualifications_met_by
        and not any(
            (each.relation.name == "sets_qualifications_of" and each.target is body)
            or (each.relation.name == "acts_as" and each.source is body)
            or (each.source is body and each.target.id in data.qualifications_of_body)
            for each in told
        )
    )
