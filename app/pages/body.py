"""One body: what it holds, its relationships and where the guideline says so."""

from starlette.requests import Request
from starlette.responses import Response

from app.pages.site import context, leads_to, page, render
from graph.model.nodes import DutyKind
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
        differences=data.differences_about.get(found.id, ()),
        silent=data.asks_nothing_of(found),
        seats=[each for each in relationships if each.role and each.target is found],
        acts=[each for each in relationships if each.source is found],
        acted_on=[each for each in relationships if each.target is found and not each.role],
    )
