"""oEmbed: what a content system asks to place one of our pages by its address alone."""

from urllib.parse import parse_qsl, unquote, urlsplit

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from app.asked import read_choice, read_number, read_version
from app.embeds import LONGEST, THEMES, view_of
from app.pages.given import checked
from app.pages.manner import LANGUAGES
from app.pages.site import context
from app.snippets import Placing
from graph.errors import BadArgument, RaciError, StoreUnavailable
from graph.model.text import Text

LEAST, MOST = 1, 10_000
WIDTH = 800
# A page of ours and the question in it, each letter of which may be nine in an address.
LONGEST_ADDRESS = 1_000 + 9 * LONGEST


class NotOurs(RaciError):
    """An address that is no view of this site."""

    code = "NOT_OURS"


async def oembed(request: Request) -> Response:
    """Answer ?url=&maxwidth=&maxheight=&format= for a page or an embed of ours."""
    if request.query_params.get("format", "json") != "json":
        return JSONResponse({"error": "Only format=json is given."}, 501)
    try:
        return JSONResponse(await _card(request))
    except BadArgument as fault:
        return JSONResponse({"error": str(fault)}, 400)
    except StoreUnavailable as fault:
        return JSONResponse({"error": str(fault.words.en)}, 503)
    except RaciError as fault:
        return JSONResponse({"error": str(fault)}, 404)


async def _card(request: Request) -> dict[str, object]:
    asking = context(request)
    asked = request.query_params
    widest = read_number("maxwidth", asked.get("maxwidth", ""), LEAST, MOST) or MOST
    highest = read_number("maxheight", asked.get("maxheight", ""), LEAST, MOST) or MOST
    site, path, query = _read(request, asked.get("url", ""))
    match = view_of(path)
    if match is None:
        raise NotOurs("No view of this site can be embedded by that address.")
    embed, within = match
    given = await checked(asking, embed, [*query.multi_items(), *within.items()])
    lang = query.get("lang", LANGUAGES[0])
    title = embed.title(asking.dataset, given)
    placing = Placing(
        site,
        embed,
        given,
        lang=lang if lang in LANGUAGES else LANGUAGES[0],
        title=title.said(lang),
        theme=read_choice("theme", query.get("theme", THEMES[0]), THEMES),
        data=read_version(query.get("data", "")),
        width=min(WIDTH, widest),
        height=min(embed.height, highest),
    )
    card: dict[str, object] = {
        "version": "1.0",
        "type": "rich",
        "provider_name": "RACI Explorer",
        "provider_url": f"{site}/",
        "title": placing.title,
        "width": placing.width,
        "height": placing.height,
        "html": placing.iframe,
    }
    if embed.picture:
        # The picture is as wide as what it shows; no number is promised for it.
        card["thumbnail_url"] = placing.picture("png")
    return card


def _read(request: Request, given: str) -> tuple[str, str, QueryParams]:
    """Read an address of ours: the site before it, its path there and its query.

    Raises BadArgument, NotOurs.
    """
    allowed = Text(
        "ที่อยู่ของหน้าในเว็บนี้", f"an address of this site, of at most {LONGEST_ADDRESS} letters"
    )
    if not given or len(given) > LONGEST_ADDRESS:
        raise BadArgument("url", given, allowed)
    try:
        parts = urlsplit(given)
        query = QueryParams(parse_qsl(parts.query, max_num_fields=100))
    except ValueError:
        raise BadArgument("url", given, allowed) from None
    base: str = request.scope.get("root_path", "")
    path = unquote(parts.path)
    # The scheme is the asker's: before a proxy that ends TLS we would not know it.
    is_ours = parts.scheme in ("http", "https") and parts.netloc == request.url.netloc
    if not is_ours or not path.startswith(f"{base}/"):
        raise NotOurs("That is no address of this site.")
    return f"{parts.scheme}://{parts.netloc}{base}", path.removeprefix(base), query
