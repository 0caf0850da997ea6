"""The headers every answer carries: what a browser may load, and which data answered."""

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


class SafeHeaders:
    """Adds the fixed headers, the version that answered and whether it was asked in vain."""

    def __init__(self, app: ASGIApp, version: Callable[[], str], framed_by: str = "") -> None:
        """Wrap an application; `version` gives the current one, for what asked none.

        `framed_by` names the origins whose pages may frame an embed; without one nobody may.
        """
        self.app, self.version = app, version
        allowed = f"frame-ancestors 'self' {framed_by}"
        self.framed = POLICY.replace("frame-ancestors 'none'", allowed) if framed_by else POLICY

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and add to what comes back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                path = scope["path"].removeprefix(scope.get("root_path", ""))
                if path.startswith(EMBEDS):
                    headers["content-security-policy"] = self.framed
                for name, value in FIXED.items():
                    headers.setdefault(name, value)
                context = scope.get("state", {}).get("context")
                if version := context.dataset.version if context else self.version():
                    headers["x-dataset-version"] = version
                if context and context.is_stale:
                    headers["x-dataset-stale"] = "true"
            await send(message)

        await self.app(scope, receive, with_headers)
