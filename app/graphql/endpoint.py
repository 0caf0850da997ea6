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
from strawberry.types import ExecutionResult

from app.context import Context
from app.graphql.errors import shown
from app.graphql.schema import SCHEMA
from graph.errors import StoreUnavailable
from graph.stores.base import Version


class GraphQLEndpoint(GraphQL[Context, None]):
    """Strawberry's endpoint without its playground, sockets, uploads and batches."""

    def __init__(self, version: Callable[[], Version]) -> None:
        """Take the way to the current version; it is there later than the application is built."""
        super().__init__(SCHEMA, graphql_ide=None, subscription_protocols=())
        self.version = version

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; what cannot be read is a 400 in the shape of a GraphQL error."""
        request = Request(scope, receive)
        if request.method == "GET" and "query" not in request.query_params:
            target = f"{scope.get('root_path', '')}/playground"
            await RedirectResponse(target, 303)(scope, receive, send)
            return
        try:
            response = await self.run(request)
        except HTTPException as refusal:
            response = refused(refusal.status_code, refusal.reason, "BAD_REQUEST")
        except StoreUnavailable as fault:
            response = refused(503, str(fault), fault.code)
        await response(scope, receive, send)

    async def get_context(
        self, request: Request | WebSocket, response: Response | WebSocket
    ) -> Context:
        """Pin the version of the dataset for this request. Raises StoreUnavailable."""
        request.state.context = Context(self.version(), request.app.state.unanswered)
        pinned: Context = request.state.context
        return pinned

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
        answer: dict[str, Any] = {"data": result.data}
        if result.errors:
            answer["errors"] = [shown(error) for error in result.errors]
        extensions = dict(result.extensions or {})
        if request.state.context.is_stale:
            extensions["stale"] = True
        if extensions:
            answer["extensions"] = extensions
        return answer  # type: ignore[return-value]


def refused(status: int, message: str, code: str) -> Response:
    """Make the answer to a request that cannot be asked of the schema."""
    body = {"errors": [{"message": message, "extensions": {"code": code}}]}
    return Response(orjson.dumps(body), status, media_type="application/json")
