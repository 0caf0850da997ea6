"""Search by words, Thai or English."""

from starlette.requests import Request
from starlette.responses import Response

from app.pages.site import context, page, render
from graph.model.answers import Search, Slice
from graph.model.text import key
from graph.questions.search import SearchFor

SHOWN = 50


@page
async def search(request: Request) -> Response:
    """Show what holds the words of ?q=."""
    ask = context(request)
    words = request.query_params.get("q", "").strip()
    asked = key(words)
    found = Search(Slice((), 0, False, False), ())
    if asked:
        found = await ask.ask(SearchFor.of(ask.dataset, words, (), SHOWN, None))
    read_as = None if found.hits.total else ask.dataset.put_right(asked)
    if asked and read_as:
        found = await ask.ask(SearchFor.of(ask.dataset, read_as, (), SHOWN, None))
    return render(request, "search.html", words=words, found=found, read_as=read_as)
