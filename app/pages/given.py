"""What a view is to be placed with, held to what the view itself takes."""

from collections.abc import Iterable

from starlette.datastructures import QueryParams

from app.context import Context
from app.embeds import GRAPH, MATRIX, Embed
from app.pages.graph import wanted
from app.pages.matrix import picked


async def checked(
    asking: Context, embed: Embed, values: Iterable[tuple[str, str]]
) -> dict[str, str]:
    """Take what is the view's own of what an address gives. Raises what its frame would refuse."""
    given = embed.given(values)
    if embed is MATRIX:
        await picked(asking, given)
    if embed is GRAPH:
        await wanted(asking, QueryParams(given))
    return given
