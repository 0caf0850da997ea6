"""What a view is to be placed with, held to what the view itself takes."""

from collections.abc import Iterable
from urllib.parse import urlencode

from starlette.requests import Request

from app.context import Context
from app.embeds import GRAPH, MATRIX, Embed
from app.pages.graph import viewed
from app.pages.matrix import picked


async def checked(
    request: Request, asking: Context, embed: Embed, values: Iterable[tuple[str, str]]
) -> dict[str, str]:
    """Take what is the view's own of what an address gives. Raises what its frame would refuse."""
    given = embed.given(values)
    framed = Request({**request.scope, "query_string": urlencode(given).encode()})
    if embed is MATRIX:
        await picked(asking, framed)
    if embed is GRAPH:
        await viewed(framed, asking)
    return given
