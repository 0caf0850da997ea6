"""Who holds a code for an activity: the form's answer."""

from starlette.requests import Request
from starlette.responses import Response

from app.asked import read_code, read_level
from app.pages.site import context, page, render
from graph.questions.matrix import WholeMatrix
from graph.questions.who_holds import WhoHolds


@page
async def who(request: Request) -> Response:
    """Answer ?code=A&activity=11&level=department."""
    ask = context(request)
    asked = request.query_params
    question = WhoHolds.of(
        ask.dataset,
        asked.get("activity", "11"),
        read_code(asked.get("code", "A")),
        read_level(asked.get("level", "")),
    )
    return render(
        request,
        "who.html",
        holding=await ask.ask(question),
        matrix=await ask.ask(WholeMatrix()),
    )
