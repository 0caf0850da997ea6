"""A ministry, department, agency or province by name: its CIO, and what that one holds."""

from starlette.requests import Request
from starlette.responses import Response

from app.pages.body import SHOWN
from app.pages.site import context, leads_to, page, render
from graph.model.levels import Level
from graph.model.nodes import NamedKind
from graph.questions.base import WHOLE
from graph.questions.lookup import OneOrganization
from graph.questions.organizations import Organizations


@page
async def organizations(request: Request) -> Response:
    """List the named organizations: ministries with theirs, the others, the provinces."""
    found = (await context(request).ask(Organizations(-1, WHOLE))).items
    ministries = [each for each in found if each.kind is NamedKind.MINISTRY]
    provinces = [each for each in found if each.level is Level.PROVINCE]
    below = {
        ministry.id: [each for each in found if each.parent is ministry] for ministry in ministries
    }
    shown = {*ministries, *provinces, *(each for group in below.values() for each in group)}
    return render(
        request,
        "organizations.html",
        ministries=ministries,
        below=below,
        others=[each for each in found if each not in shown],
        provinces=provinces,
    )


@page
async def organization(request: Request) -> Response:
    """Show a named organization; a name or an abbreviation leads to it."""
    ask = context(request)
    given = request.path_params["id"]
    found = await ask.ask(OneOrganization.of(ask.dataset, given))
    if given != found.id:
        return leads_to(request, f"/organizations/{found.id}")
    data = ask.dataset
    post = data.post_of(found)
    columns = data.columns_of_body.get(post.id, ()) if post else ()
    duties = data.duties_of_body.get(post.id, ()) if post else ()
    return render(
        request,
        "organization.html",
        organization=found,
        post=post,
        cells=[cell for column in columns for cell in data.assignments_of_column[column.id]],
        duties=[(kind, [each for each in duties if each.kind is kind]) for kind in SHOWN],
        rules=data.rules_of_body.get(post.id, ()) if post else (),
        qualifications=data.qualifications_of_body.get(post.id, ()) if post else (),
        requirements=data.parts_of_qualification,
    )
