"""What has changed since 1998: the provisions of each topic one after another."""

from starlette.requests import Request
from starlette.responses import Response

from app.pages.site import context, page, render
from graph.questions.as_of import CAVEAT, GOES_ON, KEPT, LaidDownOn


@page
async def changes(request: Request) -> Response:
    """Show the topics, or with ?date= what was laid down on that day."""
    ask = context(request)
    asked = request.query_params.get("date", "").strip()
    answer = None
    if asked:
        answer = await ask.ask(LaidDownOn.of(asked))
    shown = answer.provisions if answer else ask.dataset.provisions
    topics = list(dict.fromkeys(each.topic for each in shown))
    groups = [(topic, [each for each in shown if each.topic == topic]) for topic in topics]
    return render(
        request,
        "changes.html",
        answer=answer,
        asked=asked,
        groups=groups,
        caveats=answer.caveats if answer else (CAVEAT, GOES_ON, KEPT),
    )
