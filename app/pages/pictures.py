"""A drawing as an answer: SVG or PNG, for pages of whatever site."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from app.drawing.picture import SCALES, Picture
from app.pages.pinned import outdated
from graph.errors import BadArgument
from graph.model.text import Text

POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
SHARED = {"access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin"}


async def drawn(request: Request, picture: Picture, form: str) -> Response:
    """Give a drawing as "svg" or "png", this one in ?scale= 1 to 3. Raises BadArgument.

    Where it was placed with other data a line above it says so.
    """
    if words := outdated(request, request.state.context.dataset):
        picture = picture.noted(words.en if picture.lang == "en" else words.th)
    if form == "svg":
        headers = {**SHARED, "content-security-policy": POLICY}
        return Response(picture.document, media_type="image/svg+xml", headers=headers)
    scale = request.query_params.get("scale", "2")
    if scale not in map(str, SCALES):
        raise BadArgument("scale", scale, Text("1 ถึง 3", "1 to 3"))
    dots = await asyncio.to_thread(picture.png, int(scale))
    return Response(dots, media_type="image/png", headers=SHARED)
