"""The numbers, periods, quotas and prohibitions, kind by kind."""

from starlette.requests import Request
from starlette.responses import Response

from app.pages.site import context, page, render
from graph.model.nodes import RuleKind
from graph.questions.base import WHOLE
from graph.questions.rules import Rules


@page
async def rules(request: Request) -> Response:
    """List the rules."""
    found = (await context(request).ask(Rules(-1, WHOLE))).items
    groups = [(kind, [each for each in found if each.kind is kind]) for kind in RuleKind]
    return render(request, "rules.html", groups=groups)
