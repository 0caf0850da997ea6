"""The snippet maker: choose a view, see it, take the HTML that places it."""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from app.asked import read_choice, read_number
from app.embeds import EMBEDS, THEMES
from app.headers import POLICY
from app.pages.given import checked
from app.pages.manner import LANGUAGES
from app.pages.site import context, language, page, render
from app.snippets import Placing, ready

NARROWEST, WIDEST = 240, 2_000


@page
async def snippets(request: Request) -> Response:
    """Make the snippets of ?view= with its parameters, language, theme, width and pinned data."""
    asking = context(request)
    dataset = asking.dataset
    asked = request.query_params
    english = language(request) == "en"
    views = {each.view: each for each in EMBEDS}
    embed = views[read_choice("view", asked.get("view", EMBEDS[0].view), tuple(views))]
    defaults = {
        each.name: each.default.en if english else each.default.th for each in embed.parameters
    }
    given = await checked(asking, embed, [*defaults.items(), *asked.multi_items()])
    shown = read_choice("shown", asked.get("shown", language(request)), LANGUAGES)
    title = embed.title(dataset, given)
    placing = Placing(
        str(request.base_url).rstrip("/"),
        embed,
        given,
        lang=shown,
        title=title.said(shown),
        theme=read_choice("theme", asked.get("theme", THEMES[0]), THEMES),
        data=dataset.version if asked.get("pin") else "",
        width=read_number("width", asked.get("width", ""), NARROWEST, WIDEST),
    )
    answer = render(
        request,
        "snippets.html",
        embeds=EMBEDS,
        placing=placing,
        # Whatever name a proxy gives us: the preview is of where the reader is.
        preview=replace(placing, site=request.scope.get("root_path", "")).frame,
        ways=ready(placing),
        choices={
            each.name: each.choices(dataset)
            for each in embed.parameters
            if each.choices is not None
        },
        themes=THEMES,
        bounds=(NARROWEST, WIDEST),
        framed_by=request.app.state.framed_by,
        version=dataset.version,
    )
    # The preview is a frame of our own.
    answer.headers["content-security-policy"] = f"{POLICY}; frame-src 'self'"
    return answer
