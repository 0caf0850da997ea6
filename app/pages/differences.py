"""The matrix beside the duties of the annex: what stands in one and not in the other."""

from starlette.requests import Request
from starlette.responses import Response

from app.pages.site import context, page, render
from graph.model.answers import Agreement
from graph.questions.differences import WhereTheyDiffer

# What a reader comes for first: the places where the two differ.
SHOWN = (Agreement.DASH_YET_DUTY, Agreement.INFORM_YET_DUTY, Agreement.NO_DUTY, Agreement.BACKED)


@page
async def differences(request: Request) -> Response:
    """Show the cells by how they stand to the duties."""
    found = await context(request).ask(WhereTheyDiffer())
    groups = [
        (agreement, [each for each in found.cells if each.agreement is agreement])
        for agreement in SHOWN
    ]
    return render(request, "differences.html", found=found, groups=groups)
