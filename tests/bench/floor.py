"""The limit: uvicorn handing out bytes that are ready, with the service's own settings."""

import sys
from pathlib import Path

import uvicorn
from starlette.types import Receive, Scope, Send


class Ready:
    """Gives the same bytes to every request, once its body is read."""

    def __init__(self, body: bytes) -> None:
        """Keep the bytes and their head."""
        self.body = body
        length = str(len(body)).encode()
        self.head = [(b"content-type", b"application/json"), (b"content-length", length)]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        while (await receive()).get("more_body"):
            pass
        await send({"type": "http.response.start", "status": 200, "headers": self.head})
        await send({"type": "http.response.body", "body": self.body})


if __name__ == "__main__":
    uvicorn.run(
        Ready(Path(sys.argv[2]).read_bytes()),
        port=int(sys.argv[1]),
        http="h11",
        access_log=False,
        log_level="warning",
    )
