"""One activity: its row, each cell with who stands behind it, and the printed source."""

from starlette.requests import Request
from starlette.responses import Response

from app.pages.site import context, leads_to, page, render
from graph.model.codes import Code
from graph.questions.dataset import WhatIsLoaded
from graph.questions.lookup import OneActivity
from graph.questions.who_holds import WhoHolds


@page
async def activity(request: Request) -> Response:
    """Show an activity; ?column=DCIO marks the cell that was asked for."""
    ask = context(request)
    given = request.path_params["id"]
    found = await ask.ask(OneActivity.of(ask.dataset, given))
    if given != found.id:
        return leads_to(request, f"/activities/{found.id}")
    column = request.query_params.get("column")
    asked = ask.dataset.column(column) if column else None
    cells = ask.dataset.assignments_of_activity[found.id]
    return render(
        request,
        "activity.html",
        activity=found,
        cells=cells,
        asked=next((cell for cell in cells if cell.column is asked), None),
        holders=ask.dataset.holders_of_assignment,
        duties=ask.dataset.duties_of_activity.get(found.id, ()),
        accountable=await ask.ask(
            WhoHolds(found.number, Code.ACCOUNTABLE, asked.level if asked else None)
        ),
        loaded=await ask.ask(WhatIsLoaded()),
    )
