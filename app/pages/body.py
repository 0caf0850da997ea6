"""One body: what it holds, its relationships and where the guideline says so."""

from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from app.drawing.around import picture, ties
from app.drawing.picture import Picture
from app.pages.pictures import files, sourced
from app.pages.site import context, language, leads_to, link_to, page, page_of, render
from graph.dataset import Dataset
from graph.model.nodes import Body, Column, DutyKind, End, Standing
from graph.questions.lookup import OneBody

# The role first: what a body is comes before what it does.
SHOWN = (DutyKind.ROLE, DutyKind.LISTED, DutyKind.CLAUSE)


async def _drawn(request: Request) -> Picture:
    ask = context(request)
    found = await ask.ask(OneBody.of(ask.dataset, request.path_params["id"]))
    relationships = ask.dataset.relationships_of_end.get(found.id, ())
    drawn = picture(found, relationships, language(request), partial(_address, request))
    return sourced(request, drawn)


body_svg, body_png = files(_drawn)


def _address(request: Request, end: End) -> str:
    return link_to(request, page_of(end.id))


@page
async def body(request: Request) -> Response:
    """Show a body by its id; a name or an abbreviation leads to it."""
    ask = context(request)
    given = request.path_params["id"]
    found = await ask.ask(OneBody.of(ask.dataset, given))
    if given != found.id:
        return leads_to(request, f"/bodies/{found.id}")
    data = ask.dataset
    relationships = data.relationships_of_end.get(found.id, ())
    duties = data.duties_of_body.get(found.id, ())
    return render(
        request,
        "body.html",
        body=found,
        standings=standings(data, found),
        cells=data.assignments_of_column,
        actions=data.actions_of_body.get(found.id, ()),
        rules=data.rules_of_body.get(found.id, ()),
        duties=[(kind, [each for each in duties if each.kind is kind]) for kind in SHOWN],
        qualifications=data.qualifications_of_body.get(found.id, ()),
        may_be=data.qualifications_met_by.get(found.id, ()),
        requirements=data.parts_of_qualification,
        differences=data.differences_about.get(found.id, ()),
        ties=ties(found, relationships),
        silent=data.asks_nothing_of(found),
        seats=[each for each in relationships if each.role and each.target is found],
        acts=[each for each in relationships if each.source is found],
        acted_on=[each for each in relationships if each.target is found and not each.role],
    )


def standings(dataset: Dataset, found: Body) -> list[tuple[Column, Standing]]:
    """Give the columns of the matrix that a body stands behind, and on what ground."""
    return [
        (column, standing)
        for column in dataset.columns_of_body.get(found.id, ())
        for standing in column.stands_for
        if standing.body is found
    ]
