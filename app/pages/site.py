"""What all pages share: the language, links that keep it, rendering, and readable refusals."""

from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from app import assets
from app.context import Context
from app.drawing.bench import NoDrawing
from app.drawing.families import FAMILY_OF
from app.drawing.shapes import verb
from app.embeds import address, placed, view_of
from app.headers import EMBEDS, local_path
from app.pages.manner import Manner, check
from app.pages.tongues import marked
from app.sending import kept
from graph.errors import BadArgument, RaciError, StoreUnavailable
from graph.model.nodes import KEPT, Citation, Reading, Relationship
from graph.model.text import Text

_environment = Environment(
    loader=FileSystemLoader(Path(__file__).parent.parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)

Handler = Callable[[Request], Awaitable[Response]]


def language(request: Request) -> str:
    """Give the language asked for; Thai unless English is."""
    return Manner.of(request.query_params).lang


def context(request: Request) -> Context:
    """Pin the dataset for one page. Raises StoreUnavailable while there is none."""
    store = request.app.state.store
    if store is None:
        raise StoreUnavailable("The store is not open yet.")
    request.state.context = Context(store.version(), request.app.state.unanswered)
    pinned: Context = request.state.context
    return pinned


def render(request: Request, template: str, /, status: int = 200, **values: Any) -> Response:
    """Render a template in the request's manner."""
    manner = Manner.of(request.query_params)
    lang = manner.lang
    base = request.scope.get("root_path", "")
    html = _environment.get_template(template).render(
        lang=lang,
        other="en" if lang == "th" else "th",
        manner=manner,
        base=base,
        static=f"{base}/static/{assets.version()}",
        origin=_origin(request),
        t=manner.choose,
        say=manner.say,
        printed=manner.printed,
        number=manner.number,
        year=manner.year,
        day=manner.day,
        url=partial(_url, base, manner),
        here=partial(_here, request, base),
        by_words=by_words,
        verb=verb,
        page_of=page_of,
        family_of=FAMILY_OF,
        readings_in=_readings_in(request),
        is_stale=_is_stale(request),
        oembed=_oembed(request) if status == 200 else "",
        card_picture=_card_picture(request, base, lang) if status == 200 else "",
        layout=_layout(request),
        is_found=status == 200,
        data_version=_version(request),
        kept=KEPT,
        **values,
    )
    return HTMLResponse(marked(html, lang), status, {"content-language": lang})


def page(handler: Handler) -> Handler:
    """Answer what a page cannot show with a readable page instead."""

    async def guarded(request: Request) -> Response:
        try:
            check(request.query_params)
            return kept(request, await handler(request))
        except (StoreUnavailable, NoDrawing) as fault:
            return _refused(request, 503, fault)
        except BadArgument as fault:
            return _refused(request, 400, fault)
        except RaciError as fault:
            return _refused(request, 404, fault)

    return guarded


def by_words(
    relationships: Iterable[Relationship],
) -> list[tuple[Citation, list[Relationship]]]:
    """Put together those that follow one another on the same words, to print these once."""
    groups = groupby(relationships, lambda each: (each.citation.clause.id, each.citation.quote))
    listed = [list(group) for _, group in groups]
    return [(group[0].citation, group) for group in listed]


def _readings_in(request: Request) -> Callable[[Citation], tuple[Reading, ...]]:
    """Give what tells the damaged words of a quote; a page that asked nothing has none."""
    pinned: Context | None = getattr(request.state, "context", None)
    return pinned.dataset.readings_in if pinned else lambda _: ()


def _version(request: Request) -> str:
    pinned: Context | None = getattr(request.state, "context", None)
    return pinned.dataset.version if pinned else ""


def _is_stale(request: Request) -> bool:
    pinned: Context | None = getattr(request.state, "context", None)
    return pinned is not None and pinned.is_stale


def _layout(request: Request) -> str:
    """Name the frame of a page; what is refused within another site's page has the embeds' own."""
    return "embed_base.html" if local_path(request.scope).startswith(EMBEDS) else "base.html"


def _oembed(request: Request) -> str:
    """Give the address where other sites learn how to embed what this page shows, if it can be."""
    if view_of(local_path(request.scope)) is None:
        return ""
    return f"{request.base_url}oembed?{urlencode({'url': str(request.url), 'format': 'json'})}"


def _card_picture(request: Request, base: str, lang: str) -> str:
    """Give the picture of what a page shows, for the card of a link to it, if there is one."""
    match = view_of(local_path(request.scope))
    if match is None or not match[0].picture:
        return ""
    embed, within = match
    given = embed.given([*request.query_params.multi_items(), *within.items()])
    path, query = placed(f"{embed.picture}.png", given)
    return address(f"{_origin(request)}{base}", path, {**query, "lang": lang, "scale": 1})


def leads_to(request: Request, path: str) -> Response:
    """Send a reader to the page's own address, what was asked of it kept."""
    query = f"?{request.url.query}" if request.url.query else ""
    base = request.scope.get("root_path", "")
    return RedirectResponse(f"{base}{quote(path, safe='/:.-')}{query}", 303)


async def not_found(request: Request, fault: HTTPException) -> Response:
    """Answer an address that does not exist."""
    message = Text("ไม่มีหน้านี้", "There is no such page.")
    if fault.status_code != 404:
        message = Text(
            f"คำขอนี้ใช้ไม่ได้ ({fault.detail})", f"This request is not taken ({fault.detail})."
        )
    return render(request, "refusal.html", fault.status_code, message=message, names=())


def _refused(request: Request, status: int, fault: RaciError) -> Response:
    names = getattr(fault, "nearest", ()) or getattr(fault, "choices", ())
    return render(request, "refusal.html", status, message=fault.words, names=_linked(names))


def _linked(names: Iterable[str]) -> list[tuple[str, str]]:
    """Give each name its address; a name begins with its id."""
    return [(page_of(name.split(" (")[0]), name) for name in names]


_PLACES = {
    "activity": "activities",
    "post": "bodies",
    "organization": "bodies",
    "instrument": "instruments",
    "named": "organizations",
}


def page_of(identity: str) -> str:
    """Give the path of the page of a node.

    >>> page_of("post:dcio")
    '/bodies/post:dcio'
    """
    kind = identity.split(":")[0]
    # A column has no page; the matrix shows it.
    return "/matrix" if kind == "column" else f"/{_PLACES.get(kind, 'clauses')}/{identity}"


def link_to(request: Request, path: str, **parameters: Any) -> str:
    """Give the address of a page of ours, to be read in the same manner."""
    manner = Manner.of(request.query_params)
    return _url(request.scope.get("root_path", ""), manner, path, **parameters)


def _url(base: str, manner: Manner, path: str, **parameters: Any) -> str:
    given = {name: value for name, value in parameters.items() if value is not None}
    return address(base, path, given | manner.kept)


def _here(request: Request, base: str, lang: str | None = None, **chosen: str) -> str:
    """Give this page's own address, read in another manner."""
    changed = {"lang": lang, **chosen} if lang else chosen
    given = [pair for pair in request.query_params.multi_items() if pair[0] not in changed]
    # One slash: two would name another host.
    path = "/" + request.url.path.removeprefix(base).lstrip("/")
    return address(base, path, [*given, *changed.items()])


def _origin(request: Request) -> str:
    """Give the scheme and the host by which the reader came, for links that have to be whole."""
    return f"{request.url.scheme}://{request.url.netloc}"
