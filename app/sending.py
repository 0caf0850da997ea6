"""How an answer is sent: smaller where the reader takes that, and not again where he has it."""

import gzip
from hashlib import sha256

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response

REVALIDATE = "no-cache"
# Fonts and dots are packed already.
_PACKABLE = ("text/", "image/svg+xml", "application/json")
# A 304 tells what a 200 would have told, but for what describes the body it does not have.
_OF_THE_BODY = ("content-length", "content-type", "content-encoding")


def kept(request: Request, response: Response) -> Response:
    """Let a reader keep a whole answer, and ask each time whether it is still the same one.

    The tag is strong: it is the hash of the body, which names the version of the data, the
    language and the assets, with the packing beside it. What was answered from memory, the store
    not having answered in time, or refused, is not to be kept.
    """
    if response.status_code != 200:
        return response
    context = getattr(request.state, "context", None)
    if context and context.is_stale:
        response.headers["cache-control"] = "no-store"
        return response
    headers = response.headers
    tag = sha256(response.body).hexdigest()[:32]
    is_packed = False
    if headers.get("content-type", "").startswith(_PACKABLE):
        headers.add_vary_header("accept-encoding")
        is_packed = takes_gzip(request.headers)
    headers["etag"] = f'"{tag}-gzip"' if is_packed else f'"{tag}"'
    headers.setdefault("cache-control", REVALIDATE)
    if _has(request.headers, headers["etag"]):
        told = {name: value for name, value in headers.items() if name not in _OF_THE_BODY}
        return Response(status_code=304, headers=told)
    if is_packed:
        # No time of packing in it: the same body has the same bytes.
        response.body = gzip.compress(response.body, 6, mtime=0)
        headers["content-encoding"] = "gzip"
        headers["content-length"] = str(len(response.body))
    return response


def takes_gzip(asked: Headers) -> bool:
    """Tell whether a reader takes what is packed.

    >>> takes_gzip(Headers({"accept-encoding": "br, gzip;q=0.5"}))
    True
    >>> takes_gzip(Headers({"accept-encoding": "gzip;q=0, identity"}))
    False
    """
    for each in asked.get("accept-encoding", "").split(","):
        coding, _, weight = each.replace(" ", "").lower().partition(";q=")
        if coding == "gzip":
            return weight.strip("0.") != "" if weight else True
    return False


def _has(asked: Headers, tag: str) -> bool:
    tags = [each.strip().removeprefix("W/") for each in asked.get("if-none-match", "").split(",")]
    return tag in tags or "*" in tags
