"""The headers every answer carries: what a browser may load, who may show it, which data."""

import re
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; "
    "form-action 'self'; object-src 'none'; frame-ancestors 'none'"
)
FIXED = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}


# Pages made to stand in frames of other sites.
EMBEDS = "/embed/"
# What pages of other sites load by themselves: pictures, the fonts and the script of <raci-view>;
# and the script of an embed, which has no origin in a sandbox.
_LOADED = re.compile(
    r"/(bodies/)?[^/]+\.(svg|png)|/embed\.js|/static/(v-\w+/)?((embed(-frame)?|graph)\.js|vendor/fonts/.+)"
)
# What that script reads for them. All of it is public; whoever may not frame it may still quote it.
_READ = re.compile(rf"{EMBEDS}.*|/static/(v-\w+/)?[^/]+\.css")


def local_path(scope: Scope) -> str:
    """Give the path of a request without the prefix that a proxy takes off."""
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", ""))


class SafeHeaders:
    """Adds the fixed headers, the version that answered and whether it was asked in vain."""

    def __init__(self, app: ASGIApp, version: Callable[[], str], framed_by: str = "") -> None:
        """Wrap an application; `version` gives the current one, for what asked none.

        `framed_by` names the origins whose pages may frame an embed, beside our own preview.
        """
        self.app, self.version = app, version
        allowed = f"frame-ancestors 'self' {framed_by}".rstrip()
        self.framed = POLICY.replace("frame-ancestors 'none'", allowed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and add to what comes back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        # Now, for a mounted application takes its own part off.
        path = local_path(scope)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if path.startswith(EMBEDS):
                    headers["content-security-policy"] = self.framed
                is_loaded = _LOADED.fullmatch(path)
                if is_loaded:
                    headers["cross-origin-resource-policy"] = "cross-origin"
                if is_loaded or _READ.fullmatch(path):
                    headers["access-control-allow-origin"] = "*"
                for name, value in FIXED.items():
                    headers.setdefault(name, value)
                context = scope.get("state", {}).get("context")
                if version := context.dataset.version if context else self.version():
                    headers["x-dataset-version"] = version
                if context and context.is_stale:
                    headers["x-dataset-stale"] = "true"
            await send(message)

        await self.app(scope, receive, with_headers)
