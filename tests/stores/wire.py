"""A wire between a client and a server, to be cut: what a network does, in one process."""

import asyncio
import threading
from contextlib import suppress
from types import TracebackType


class Wire:
    """Passes bytes on between its own port and a server's, and cuts in the middle when told.

    `cut_after` is how many bytes of the server's each connection may give before it is cut; none
    for all of them.
    """

    def __init__(self, port: int) -> None:
        self.target = port
        self.port = 0
        self.cut_after: int | None = None
        self.cuts = 0
        self._loop = asyncio.new_event_loop()
        self._writers: set[asyncio.StreamWriter] = set()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> "Wire":
        self._thread.start()
        self.port = asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result(5)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.cut()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)

    def cut(self) -> None:
        """Cut every connection there is now."""
        self._loop.call_soon_threadsafe(self._cut)

    def _cut(self) -> None:
        for writer in list(self._writers):
            self.cuts += 1
            writer.transport.abort()

    async def _listen(self) -> int:
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        port: int = server.sockets[0].getsockname()[1]
        return port

    async def _connected(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        try:
            far, forth = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            back.transport.abort()
            return
        self._writers |= {back, forth}
        try:
            await asyncio.gather(
                self._pass(near, forth, limited=False), self._pass(far, back, limited=True)
            )
        finally:
            for writer in (back, forth):
                self._writers.discard(writer)
                writer.transport.abort()

    async def _pass(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, *, limited: bool
    ) -> None:
        passed = 0
        with suppress(OSError):
            while data := await source.read(65_536):
                if limited and self.cut_after is not None and passed + len(data) > self.cut_after:
                    # The beginning of an answer arrives, its end does not.
                    target.write(data[: max(0, self.cut_after - passed)])
                    await target.drain()
                    self.cuts += 1
                    break
                passed += len(data)
                target.write(data)
                await target.drain()
        target.transport.abort()
