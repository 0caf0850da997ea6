"""What is to be done to put the guideline into effect, and by whom."""

from starlette.requests import Request
from starlette.responses import Response

from app.pages.site import context, page, render
from graph.questions.actions import Actions
from graph.questions.base import WHOLE


@page
async def actions(request: Request) -> Response:
    """Show the closing table, or with ?body= the rows a body is named responsible for."""
    ask = context(request)
    asked = request.query_params.get("body")
    body = ask.dataset.body(asked) if asked else None
    question = Actions(-1, WHOLE, body=body.id if body else None)
    return render(request, "actions.html", found=await ask.ask(question), body=body)
