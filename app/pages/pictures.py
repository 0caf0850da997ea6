"""A drawing as a file that other sites may show: SVG or PNG."""

from typing import Literal

from starlette.requests import Request
from starlette.responses import Response

from app.asked import read_number
from app.drawing.picture import MOST_SCALE, Picture
from app.pages.manner import Manner
from app.pages.pinned import outdated

RESOLUTION = "2019-11-26"
_TYPES = {"svg": "image/svg+xml", "png": "image/png"}
# A file of its own that runs nothing; the font and the style stand inside it.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"


def sourced(request: Request, picture: Picture, *above: str) -> Picture:
    """Put its title and what else is to be known above a drawing, and where it is from below."""
    manner = Manner.of(request.query_params)
    day, version = manner.day(RESOLUTION), request.state.context.dataset.version
    source = manner.choose(
        f"ที่มา: แนวทาง GCIO ภาครัฐ มติคณะรัฐมนตรี {day} · รุ่นข้อมูล",
        f"Source: Thai Government CIO guideline, cabinet resolution of {day} · data version",
    )
    return picture.framed([picture.title, *above], [f"{source} {version}"])


async def drawn(request: Request, picture: Picture, form: Literal["svg", "png"]) -> Response:
    """Answer with a picture; ?scale= gives how many dots of a PNG make a px.

    Where it was placed with other data a line above it says so. Raises BadArgument.
    """
    if words := outdated(request, request.state.context.dataset):
        picture = picture.noted(words.said(picture.lang))
    scale = read_number("scale", request.query_params.get("scale", "2"), 1, MOST_SCALE) or 1
    if form == "png":
        content = await request.app.state.workshop.png(picture, scale)
    else:
        content = picture.document.encode()
    headers = {"cache-control": "public, max-age=300", "content-security-policy": _POLICY}
    return Response(content, media_type=_TYPES[form], headers=headers)
