"""The first page: the headline question answered, then the matrix, each cell a link."""

from starlette.requests import Request
from starlette.responses import Response

from app.excerpt import Filter, excerpt
from app.pages.site import context, page, render
from graph.model.codes import Code
from graph.model.levels import Level
from graph.questions.dataset import WhatIsLoaded
from graph.questions.who_holds import WhoHolds


@page
async def start(request: Request) -> Response:
    """Show the matrix with the question most people come with."""
    ask = context(request)
    headline = WhoHolds(11, Code.ACCOUNTABLE, Level.DEPARTMENT)
    return render(
        request,
        "start.html",
        holding=await ask.ask(headline),
        excerpt=await excerpt(ask, Filter()),
        loaded=await ask.ask(WhatIsLoaded()),
    )
