"""Who holds a code for an activity: the form's answer."""

from starlette.requests import Request
from starlette.responses import Response

from app.pages.site import context, page, render
from graph.errors import BadArgument
from graph.model.codes import Code
from graph.model.levels import Level
from graph.questions.matrix import WholeMatrix
from graph.questions.who_holds import WhoHolds


@page
async def who(request: Request) -> Response:
    """Answer ?code=A&activity=11&level=department."""
    ask = context(request)
    asked = request.query_params
    question = WhoHolds.of(
        ask.dataset,
        asked.get("activity", "11"),
        read_code(asked.get("code", "A")),
        read_level(asked.get("level", "")),
    )
    return render(
        request,
        "who.html",
        holding=await ask.ask(question),
        matrix=await ask.ask(WholeMatrix()),
    )


def read_code(given: str) -> Code:
    """Read a code by letter or by name. Raises BadArgument.

    >>> read_code("a"), read_code("Accountable")
    (<Code.ACCOUNTABLE: 'A'>, <Code.ACCOUNTABLE: 'A'>)
    """
    for code in Code:
        if given.strip().upper() in (code.value, code.name, code.label.en.upper()):
            return code
    raise BadArgument(
        "code", given, "A, R, C, I or Accountable, Responsible, Coach/Consult, Inform"
    )


def read_level(given: str) -> Level | None:
    """Read a level by name; nothing means any. Raises BadArgument.

    >>> read_level("department")
    <Level.DEPARTMENT: 'department'>
    """
    if not given.strip():
        return None
    try:
        return Level(given.strip().lower().replace("_", "-"))
    except ValueError:
        raise BadArgument("level", given, ", ".join(level.value for level in Level)) from None
