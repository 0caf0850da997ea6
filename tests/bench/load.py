"""A load over kept-alive connections: the same request again and again, each answer compared."""

import asyncio
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """What a load saw: how many answers, the seconds each took, how long it all took."""

    seconds: list[float]
    wall: float

    def percentile(self, share: float) -> float:
        """Give the milliseconds within which a share of the answers came."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000

    @property
    def rate(self) -> float:
        """Give the answers a second."""
        return len(self.seconds) / self.wall


def measure(port: int, request: bytes, expected: bytes, at_once: int, seconds: float) -> Measured:
    """Send a request over so many connections for so long. Raises ValueError for another answer."""
    return asyncio.run(_measure(port, request, expected, at_once, seconds))


async def _measure(
    port: int, request: bytes, expected: bytes, at_once: int, seconds: float
) -> Measured:
    taken: list[float] = []
    start = time.perf_counter()
    end = start + seconds

    async def one() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while (began := time.perf_counter()) < end:
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            body = await reader.readexactly(length)
            taken.append(time.perf_counter() - began)
            if body != expected:
                raise ValueError(f"another answer than the first: {body[:200]!r}")
        writer.close()

    await asyncio.gather(*(one() for _ in range(at_once)))
    return Measured(taken, time.perf_counter() - start)


def post(body: bytes) -> bytes:
    """Write a POST to /graphql."""
    head = f"POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: {len(body)}\r\n"
    return f"{head}content-type: application/json\r\n\r\n".encode() + body
