"""The views that stand in other people's pages, each as a page with nothing around it."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.asked import read_choice
from app.embeds import ANSWER, BODY, GRAPH, MATRIX, THEMES, Embed, placed
from app.pages.answer import answered
from app.pages.body import standings
from app.pages.graph import viewed
from app.pages.matrix import picked
from app.pages.pinned import outdated
from app.pages.site import context, leads_to, page, render
from graph.model.codes import Code
from graph.model.nodes import Assignment
from graph.questions.lookup import OneBody

# Whom a body answers to comes before all else that it does.
_ANSWERS = ("reports_to", "is_subcommittee_of", "gives_opinion_to")


def show(request: Request, embed: Embed, template: str, **values: Any) -> Response:
    """Render a view for a frame, with a line above it where it was placed with other data."""
    dataset = request.state.context.dataset
    asked = request.query_params
    given = embed.given([*asked.multi_items(), *request.path_params.items()])
    whole, query = placed(embed.page, given)
    return render(
        request,
        template,
        heading=embed.title(dataset, given),
        theme=read_choice("theme", asked.get("theme", THEMES[0]), THEMES),
        outdated=outdated(request, dataset),
        whole=whole,
        query=query,
        **values,
    )


@page
async def matrix(request: Request) -> Response:
    """Show what the same filters as on the page pick out of the matrix."""
    found = await picked(context(request), request.query_params)
    return show(request, MATRIX, "embed_matrix.html", excerpt=found)


@page
async def answer(request: Request) -> Response:
    """Answer ?q=."""
    return show(request, ANSWER, "embed_answer.html", **await answered(request))


@page
async def body(request: Request) -> Response:
    """Show a body as a card: its names, its codes, whom it answers to."""
    ask = context(request)
    given = request.path_params["id"]
    found = await ask.ask(OneBody.of(ask.dataset, given))
    if given != found.id:
        return leads_to(request, f"/embed/bodies/{found.id}")
    data = ask.dataset
    relationships = data.relationships_of_end.get(found.id, ())
    acts = [each for each in relationships if each.source is found]
    return show(
        request,
        BODY,
        "embed_body.html",
        body=found,
        standings=[
            (standing, column, by_codes(data.assignments_of_column[column.id]))
            for column, standing in standings(data, found)
        ],
        acts=sorted(acts, key=lambda each: each.relation.name not in _ANSWERS),
        acted_on=[each for each in relationships if each.target is found],
    )


def by_codes(cells: tuple[Assignment, ...]) -> list[tuple[tuple[Code, ...], list[Assignment]]]:
    """Put together the cells of a column that hold the same codes, the weightiest codes first."""
    groups: dict[tuple[Code, ...], list[Assignment]] = {}
    for cell in cells:
        groups.setdefault(cell.codes, []).append(cell)
    order = list(Code)
    return sorted(groups.items(), key=lambda group: [order.index(code) for code in group[0]] or [9])


@page
async def graph(request: Request) -> Response:
    """Show the relationships asked for as a picture, and below it as a list."""
    return show(request, GRAPH, "embed_graph.html", **await viewed(request, context(request)))


ROUTES = (
    Route(GRAPH.path, graph),
    Route(MATRIX.path, matrix),
    Route(ANSWER.path, answer),
    Route("/embed/bodies/{id:path}", body),
)
