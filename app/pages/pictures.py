"""A drawing as a file that other sites may show: SVG or PNG."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from app.asked import read_number
from app.drawing.picture import MOST_SCALE, Picture
from app.pages.manner import Manner
from app.pages.pinned import outdated
from app.pages.site import Handler, page

RESOLUTION = "2019-11-26"
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


def files(draw: Callable[[Request], Awaitable[Picture]]) -> tuple[Handler, Handler]:
    """Give the handlers that answer with what is drawn of an address, as SVG and as PNG.

    Where it was placed with other data a line above it says so; ?scale= is how many dots of a PNG
    make a px.
    """

    async def picture(request: Request) -> Picture:
        found = await draw(request)
        words = outdated(request, request.state.context.dataset)
        return found.noted(words.said(found.lang)) if words else found

    @page
    async def svg(request: Request) -> Response:
        found = await picture(request)
        return _file(found.document.encode(), "image/svg+xml")

    @page
    async def png(request: Request) -> Response:
        scale = read_number("scale", request.query_params.get("scale", "2"), 1, MOST_SCALE) or 1
        found = await picture(request)
        return _file(await request.app.state.workshop.png(found, scale), "image/png")

    return svg, png


def _file(content: bytes, media_type: str) -> Response:
    headers = {"cache-control": "public, max-age=300", "content-security-policy": _POLICY}
    return Response(content, media_type=media_type, headers=headers)
