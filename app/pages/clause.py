"""One clause: its words as printed, how we read damaged ones, and what rests on it."""

from starlette.requests import Request
from starlette.responses import Response

from app.pages.site import context, leads_to, page, render
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
        parts=data.parts_of_clause.get(found.id, ()),
        readings=data.readings_of_clause.get(found.id, ()),
        cells=data.assignments_on_clause.get(found.id, ()),
        rules=data.rules_on_clause.get(found.id, ()),
        duties=data.duties_on_clause.get(found.id, ()),
        bodies=data.bodies_on_clause.get(found.id, ()),
        relationships=data.relationships_on_clause.get(found.id, ()),
        before=data.clauses[at - 1] if at else None,
        after=data.clauses[at + 1] if at + 1 < len(data.clauses) else None,
    )
