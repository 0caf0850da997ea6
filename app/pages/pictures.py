"""A drawing as a file that other sites may show: SVG or PNG."""

import asyncio
from typing import Literal

from starlette.requests import Request
from starlette.responses import Response

from app.drawing.picture import SCALES, Picture
from app.pages.pinned import outdated
from graph.errors import BadArgument
from graph.model.text import Text, thai_digits

_TYPES = {"svg": "image/svg+xml", "png": "image/png"}
# A file of its own that runs nothing; the font and the style stand inside it.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"


async def drawn(request: Request, picture: Picture, form: Literal["svg", "png"]) -> Response:
    """Answer with a picture; ?scale= gives how many dots of a PNG make a px.

    Where it was placed with other data a line above it says so. Raises BadArgument.
    """
    if words := outdated(request, request.state.context.dataset):
        picture = picture.noted(words.en if picture.lang == "en" else words.th)
    scale = _scale(request.query_params.get("scale", "2"))
    # Dots are drawn in another process; a thread waits for it, and others are answered meanwhile.
    content = (
        await asyncio.to_thread(picture.png, scale) if form == "png" else picture.document.encode()
    )
    headers = {
        "cache-control": "public, max-age=300",
        "access-control-allow-origin": "*",
        "cross-origin-resource-policy": "cross-origin",
        "content-security-policy": _POLICY,
    }
    return Response(content, media_type=_TYPES[form], headers=headers)


def _scale(given: str) -> int:
    if given in [str(each) for each in SCALES]:
        return int(given)
    first, last = SCALES[0], SCALES[-1]
    allowed = Text(f"{thai_digits(first)} ถึง {thai_digits(last)}", f"{first} to {last}")
    raise BadArgument("scale", given, allowed)
