"""All bodies the guideline names, by what they are."""

from starlette.requests import Request
from starlette.responses import Response

from app.pages.site import context, page, render
from graph.model.nodes import BodyKind
from graph.questions.base import WHOLE
from graph.questions.bodies import Bodies


@page
async def bodies(request: Request) -> Response:
    """List the bodies: those of the matrix first, then organizations and posts."""
    ask = context(request)
    found = (await ask.ask(Bodies(-1, WHOLE))).items
    groups = {
        "matrix": [each for each in found if each.level],
        **{
            kind.value: [each for each in found if each.kind is kind and not each.level]
            for kind in BodyKind
        },
    }
    return render(request, "bodies.html", groups=groups)
