"""The tables of what was measured with Neo4j."""

import platform
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.stores.neo4j.store import Patience
from tests.bench.__main__ import processor, usable_cores
from tests.bench.neo4j_ask import Asked
from tests.bench.neo4j_load import Load

# How long the service waits before it answers from memory.
PATIENCE = Patience()


@dataclass(frozen=True, slots=True)
class Size:
    """What was measured at one size."""

    bodies: int
    loaded: Load
    server: int
    points: Sequence[Asked]
    growing: Sequence[Asked]


def report(sizes: Sequence[Size]) -> Iterator[str]:
    """Write the tables, and how they stand to the goals."""
    yield from ("## Loading", "", *loads(sizes))
    yield from ("", "## A reader during the load", "", *readers(sizes))
    yield from ("", "## Questions about one thing", "")
    yield from questions([(size.bodies, asked) for size in sizes for asked in size.points])
    yield from ("", "## Questions that read more in a larger graph", "")
    yield from questions([(size.bodies, asked) for size in sizes for asked in size.growing])
    yield from ("", *goals(sizes), "")
    yield (
        f"Python {platform.python_version()}, {len(usable_cores())} cores ({processor()}), "
        f"{time.strftime('%Y-%m-%d')}."
    )


def loads(sizes: Sequence[Size]) -> Iterator[str]:
    """Write what loading took."""
    yield (
        "| bodies | rows | staged rows/s | plain rows/s | staged / plain | written / plain "
        "| writing s | checking s | switch ms | server MiB | loader MiB |"
    )
    yield "| ---: |" + " ---: |" * 10
    for size in sizes:
        it = size.loaded
        yield (
            f"| {size.bodies:,} | {it.rows:,} | {it.rate:,.0f} | {it.plain_rate:,.0f} "
            f"| {it.rate / it.plain_rate:.2f} | {it.plain / it.writing:.2f} "
            f"| {it.writing:,.1f} | {it.checking:,.1f} | {it.switch * 1000:,.0f} "
            f"| {size.server:,} | {it.memory:,} |"
        )


def readers(sizes: Sequence[Size]) -> Iterator[str]:
    """Write what a reader saw while a load went on."""
    yield "| bodies | asked | not answered | late | p50 ms | p99 ms | longest ms |"
    yield "| ---: |" + " ---: |" * 6
    for size in sizes:
        told = size.loaded.reader
        late = sum(seconds > PATIENCE.answer for seconds in told.seconds)
        times = " | ".join(f"{told.percentile(share):.1f}" for share in (0.5, 0.99, 1.0))
        yield (
            f"| {size.bodies:,} | {len(told.seconds):,} | {size.loaded.unanswered:,} | {late:,} "
            f"| {times} |"
        )


def questions(found: Sequence[tuple[int, Asked]]) -> Iterator[str]:
    """Write how long answers took, question by question."""
    yield (
        "| question | bodies | store p50 ms | store p99 ms | Bolt p50 ms | Bolt p99 ms "
        "| store / Bolt | growth |"
    )
    yield "| --- |" + " ---: |" * 7
    for name in dict.fromkeys(asked.name for _, asked in found):
        for bodies, asked in found:
            if asked.name == name:
                times = " | ".join(
                    f"{side.percentile(share):.2f}"
                    for side in (asked.store, asked.bolt)
                    for share in (0.5, 0.99)
                )
                yield (
                    f"| {name} | {bodies:,} | {times} | {beside_bolt(asked):.2f} "
                    f"| {growth(asked):.2f} |"
                )


def goals(sizes: Sequence[Size]) -> Iterator[str]:
    """Write the worst figure of each goal, and where it was."""
    points = [(size.bodies, asked) for size in sizes for asked in size.points]
    yield "| goal | at worst |"
    yield "| --- | --- |"
    bodies, slowest = max(points, key=lambda point: beside_bolt(point[1]))
    yield (
        "| a question about one thing takes at most 1.5 of what its bare statement takes over Bolt "
        f"| {beside_bolt(slowest):.2f} ({slowest.name}, {bodies:,} bodies) |"
    )
    bodies, grown = max(points, key=lambda point: growth(point[1]))
    yield (
        "| it takes at most 1.5 of what it takes in the smallest graph "
        f"| {growth(grown):.2f} ({grown.name}, {bodies:,} bodies) |"
    )
    least = min(sizes, key=lambda size: size.loaded.rate / size.loaded.plain_rate)
    yield (
        "| a load reaches at least 0.8 of the rate of plain writing, checks included "
        f"| {least.loaded.rate / least.loaded.plain_rate:.2f} ({least.bodies:,} bodies) |"
    )
    longest = max(sizes, key=lambda size: size.loaded.switch)
    yield (
        "| a switch is short, whatever the size "
        f"| {longest.loaded.switch * 1000:,.0f} ms ({longest.bodies:,} bodies) |"
    )


def beside_bolt(asked: Asked) -> float:
    """Give the store's p50 over that of the bare statement."""
    return asked.store.percentile(0.5) / asked.bolt.percentile(0.5)


def growth(asked: Asked) -> float:
    """Give the p50 over that of the smallest graph, asked in the same turns."""
    return asked.store.percentile(0.5) / asked.first.percentile(0.5)
