"""The matrix: filtered, two columns side by side, checked, and as a picture."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from app.context import Context
from app.drawing.matrix import draw
from app.drawing.picture import Picture
from app.excerpt import Excerpt, Filter, excerpt
from app.pages.pictures import files
from app.pages.site import context, language, page, render
from graph.questions.dataset import WhatIsLoaded


@page
async def matrix(request: Request) -> Response:
    """Show what ?code=, body=, level=, text= and compare= with with= pick out of the matrix."""
    ask = context(request)
    return render(
        request,
        "matrix.html",
        excerpt=await picked(ask, request.query_params),
        loaded=await ask.ask(WhatIsLoaded()),
        address=str(request.url),
    )


async def _drawn(request: Request) -> Picture:
    ask = context(request)
    found = await picked(ask, request.query_params)
    return draw(found, language(request), ask.dataset.version)


matrix_svg, matrix_png = files(_drawn)


async def picked(ask: Context, given: Mapping[str, str]) -> Excerpt:
    """Pick out of the matrix what an address asks to see. Raises BadArgument."""
    return await excerpt(ask, Filter.of(ask.dataset, given))
