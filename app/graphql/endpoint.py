"""/graphql over HTTP: bodies read strictly, queries only, answers written as UTF-8 by orjson."""

from collections.abc import Callable
from typing import Any

import orjson
from cross_web import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.http import GraphQLHTTPResponse
from strawberry.http.base import BaseRequestProtocol
from strawberry.types import ExecutionResult

from app.context import Context
from app.graphql.errors import shown
from app.graphql.schema import SCHEMA
from graph.errors import StoreUnavailable
from graph.stores.base import Version

# The same address leads a browser to the playground and gives a program its answer.
VARIES = {"vary": "accept"}


class GraphQLEndpoint(GraphQL[Context, None]):
    """Strawberry's endpoint without its playground, sockets, uploads and batches."""

    def __init__(self, version: Callable[[], Version]) -> None:
        """Take the way to the current version; it is there later than the application is built."""
        super().__init__(SCHEMA, graphql_ide=None, subscription_protocols=())
        self.version = version

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; what cannot be read is a 400 in the shape of a GraphQL error."""
        request = Request(scope, receive)
        if request.method == "GET" and _comes_to_read(request):
            asked = f"?{request.url.query}" if request.url.query else ""
            target = f"{scope.get('root_path', '')}/playground{asked}"
            await RedirectResponse(target, 303, VARIES)(scope, receive, send)
            return
        try:
            response = await self.run(request)
        except HTTPException as refusal:
            response = refused(refusal.status_code, refusal.reason, "BAD_REQUEST")
        except StoreUnavailable as fault:
            response = refused(503, str(fault), fault.code)
        if request.method == "GET":
            response.headers.update(VARIES)
        await response(scope, receive, send)

    async def get_context(
        self, request: Request | WebSocket, response: Response | WebSocket
    ) -> Context:
        """Pin the version of the dataset for this request. Raises StoreUnavailable."""
        request.state.context = Context(self.version(), request.app.state.unanswered)
        pinned: Context = request.state.context
        return pinned

    def should_render_graphql_ide(self, request: BaseRequestProtocol) -> bool:
        """Never: who comes to read was led to the playground, a program is told what it lacks."""
        return False

    def parse_json(self, data: str | bytes) -> Any:
        """Read a JSON object; anything else is refused, however deep or large.

        Raises HTTPException (400).
        """
        try:
            value = orjson.loads(data)
        except orjson.JSONDecodeError as fault:
            raise HTTPException(400, f"The body is not JSON: {fault.msg}.") from None
        if not isinstance(value, dict):
            raise HTTPException(400, "The body must be one JSON object with a query.")
        if value.get("operationName") == "":
            value["operationName"] = None
        return value

    def encode_json(self, data: object) -> bytes:
        """Write UTF-8: Thai takes a third of the bytes that escapes would."""
        return orjson.dumps(data)

    async def process_result(
        self, request: Request, result: ExecutionResult
    ) -> GraphQLHTTPResponse:
        """Give every error its stable code and tell which version answered."""
        return answered(result, request.state.context)  # type: ignore[return-value]


def answered(result: ExecutionResult, context: Context) -> dict[str, Any]:
    """Write an answer as it goes to a client, with the code of every error."""
    answer: dict[str, Any] = {"data": result.data}
    if result.errors:
        answer["errors"] = [shown(error) for error in result.errors]
    extensions = dict(result.extensions or {})
    if context.is_stale:
        extensions["stale"] = True
    if extensions:
        answer["extensions"] = extensions
    return answer


def _comes_to_read(request: Request) -> bool:
    """Tell a person at a browser from a program."""
    return "text/html" in request.headers.get("accept", "")


def refused(status: int, message: str, code: str) -> Response:
    """Make the answer to a request that cannot be asked of the schema."""
    body = {"errors": [{"message": message, "extensions": {"code": code}}]}
    return Response(orjson.dumps(body), status, media_type="application/json")
