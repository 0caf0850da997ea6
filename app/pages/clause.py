"""One clause: its words as printed, how we read damaged ones, and what rests on it."""

from starlette.requests import Request
from starlette.responses import Response

from app.pages.site import context, leads_to, page, render
from graph.coverage import covered
from graph.model import nodes
from graph.questions.lookup import OneClause


@page
async def clause(request: Request) -> Response:
    """Show a clause by its id; the place as citations print it leads to it."""
    ask = context(request)
    given = request.path_params["id"]
    found = await ask.ask(OneClause.of(ask.dataset, given))
    if given != found.id:
        return leads_to(request, f"/clauses/{found.id}")
    data = ask.dataset
    at = data.clauses.index(found)
    return render(
        request,
        "clause.html",
        clause=found,
        pieces=covered(data, found).pieces,
        parts=data.parts_of_clause.get(found.id, ()),
        readings=data.readings_of_clause.get(found.id, ()),
        cells=data.resting_on(found, nodes.Assignment),
        bodies=data.resting_on(found, nodes.Body),
        instruments=data.resting_on(found, nodes.Instrument),
        duties=data.resting_on(found, nodes.Duty),
        qualifications=data.resting_on(found, nodes.Qualification),
        rules=data.resting_on(found, nodes.Rule),
        actions=data.resting_on(found, nodes.Action),
        provisions=data.resting_on(found, nodes.Provision),
        differences=data.resting_on(found, nodes.TextDifference),
        relationships=data.resting_on(found, nodes.Relationship),
        before=data.clauses[at - 1] if at else None,
        after=data.clauses[at + 1] if at + 1 < len(data.clauses) else None,
    )
