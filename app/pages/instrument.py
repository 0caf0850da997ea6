"""A course, register, guideline or other instrument: who runs, certifies or keeps it."""

from starlette.requests import Request
from starlette.responses import Response

from app.pages.site import context, leads_to, page, render
from graph.questions.base import WHOLE
from graph.questions.instruments import Instruments
from graph.questions.lookup import OneInstrument


@page
async def instrument(request: Request) -> Response:
    """Show an instrument by its id; a name leads to it."""
    ask = context(request)
    given = request.path_params["id"]
    found = await ask.ask(OneInstrument.of(ask.dataset, given))
    if given != found.id:
        return leads_to(request, f"/instruments/{found.id}")
    data = ask.dataset
    relationships = data.relationships_of_end.get(found.id, ())
    return render(
        request,
        "instrument.html",
        instrument=found,
        relationships=relationships,
        differences=data.differences_about.get(found.id, ()),
    )


@page
async def instruments(request: Request) -> Response:
    """List the instruments with what is said of each."""
    ask = context(request)
    found = await ask.ask(Instruments(-1, WHOLE))
    return render(
        request,
        "instruments.html",
        found=found.items,
        relationships=ask.dataset.relationships_of_end,
    )
