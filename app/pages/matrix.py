"""The matrix: filtered, two columns side by side, checked, and as a picture."""

from starlette.requests import Request
from starlette.responses import Response

from app.context import Context
from app.drawing.matrix import draw
from app.drawing.picture import Picture
from app.excerpt import Excerpt, Filter, excerpt
from app.pages.pictures import drawn
from app.pages.site import context, language, page, render
from graph.questions.dataset import WhatIsLoaded


@page
async def matrix(request: Request) -> Response:
    """Show what ?code=, body=, level=, text= and compare= with with= pick out of the matrix."""
    ask = context(request)
    return render(
        request,
        "matrix.html",
        excerpt=await picked(ask, request),
        loaded=await ask.ask(WhatIsLoaded()),
        address=str(request.url),
    )


@page
async def matrix_svg(request: Request) -> Response:
    """Draw the same as SVG."""
    return await drawn(request, await _picture(request), "svg")


@page
async def matrix_png(request: Request) -> Response:
    """Draw the same as PNG."""
    return await drawn(request, await _picture(request), "png")


async def _picture(request: Request) -> Picture:
    ask = context(request)
    return draw(await picked(ask, request), language(request), ask.dataset.version)


async def picked(ask: Context, request: Request) -> Excerpt:
    """Pick out of the matrix what an address asks to see. Raises BadArgument."""
    return await excerpt(ask, Filter.of(ask.dataset, request.query_params))
