"""Measures Neo4j as the store with up to a million bodies into docs/performance-neo4j.md."""

import argparse
import asyncio
import re
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, ExitStack, suppress
from pathlib import Path

from graph.errors import AnotherLoad
from graph.seeds import load as load_seeds
from graph.stores.neo4j.versions import Content, Versions
from tests.bench.__main__ import ROOT, read, tell
from tests.bench.generated import LEAST, MOST, Picks, generated
from tests.bench.neo4j_ask import GROWING, POINTS, Asked, Kind, Side, measure
from tests.bench.neo4j_load import Load, load, resident
from tests.bench.neo4j_report import Size, report
from tests.bench.neo4j_server import RoomyServer, cache, heap, roomy
from tests.neo4j.trouble import NoServer

PAGE = ROOT / "docs" / "performance-neo4j.md"
SIZES = (1_000, 10_000, 100_000, 1_000_000)
# So many turns warm the server's compiler, so many are measured.
WARM, TURNS = 400, 1_000
# What reads much is warm sooner, and takes longer.
FEW_WARM, FEW_TURNS = 5, 20
TRIES = 5


def main() -> int:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.neo4j_scale", description=__doc__)
    parser.add_argument("--sizes", type=sizes, default=SIZES, help="as 1000,10000")
    wanted = parser.parse_args().sizes
    # Whoever ends us by a signal wants the servers ended too.
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    measured: list[Size] = []
    try:
        refuse_too_large(max(wanted))
        # The largest takes long: what was measured before it is kept whatever becomes of it.
        for size in measured_sizes(wanted):
            measured.append(size)
            write("\n".join(report(measured)))
    except NoServer as trouble:
        tell(str(trouble))
        return 1
    except KeyboardInterrupt:
        tell(f"Ended early; {PAGE.name} has the sizes that were measured.")
        return 1
    print(PAGE.read_text(encoding="utf-8"))
    return 0


def write(table: str) -> None:
    """Put the tables into their page."""
    page = PAGE.read_text(encoding="utf-8")
    begin, end = "<!-- bench -->", "<!-- /bench -->"
    between = re.compile(f"{begin}.*{end}", re.DOTALL)
    PAGE.write_text(between.sub(lambda _: f"{begin}\n{table}\n{end}", page), encoding="utf-8")


def sizes(text: str) -> tuple[int, ...]:
    """Read sizes, the smallest first.

    >>> sizes("10000,1000")
    (1000, 10000)
    """
    found = tuple(sorted({int(each) for each in text.split(",")}))
    if not LEAST <= found[0] <= found[-1] <= MOST:
        raise argparse.ArgumentTypeError(f"sizes are {LEAST:,} to {MOST:,} bodies")
    return found


def refuse_too_large(bodies: int) -> None:
    """Refuse a size for which there is no memory. Raises NoServer."""
    free = int(read(Path("/proc/meminfo"), r"^MemAvailable:\s+(\d+) kB") or 0) // 1024
    # The server beside its heap, and the content with its rows in our own process.
    needed = heap(bodies) + cache(bodies) + 800 + bodies * 6_000 // 1_000_000
    if 0 < free < needed:
        raise NoServer(
            f"{bodies:,} bodies need about {needed:,} MiB of memory, {free:,} are free: "
            "give smaller ones, as make bench-neo4j SIZES=1000,10000."
        )


def measured_sizes(wanted: Sequence[int]) -> Iterator[Size]:
    """Measure each size on a server of its own; that of the first stays, to compare with."""
    first: tuple[RoomyServer, str, Picks] | None = None
    with ExitStack() as whole:
        for bodies in wanted:
            tell(f"{bodies:,} bodies: starting a server ...")
            with ExitStack() as own:
                server = (own if first else whole).enter_context(roomy(bodies))
                loaded, ds, picks = filled(server, bodies)
                here = server, ds, picks
                first = first or here
                points, growing = asyncio.run(asked(here, first))
                yield Size(bodies, loaded, resident(server.pid), points, growing)


def filled(server: RoomyServer, bodies: int) -> tuple[Load, str, Picks]:
    """Load the seeds, then the graph of a size while a reader asks the seeds."""
    seeds = Content.of(load_seeds())
    first_load(server, seeds)
    tell(f"{bodies:,} bodies: making the graph ...")
    content, picks = generated(bodies)
    return load(server.link, content, seeds.ds), content.ds, picks


def first_load(server: RoomyServer, seeds: Content) -> None:
    """Load the seeds into a server that has just started.

    Its first statements may take longer than a load waits before it takes the lock for another's.
    """
    with server.link.open_for_loading() as driver:
        for _ in range(TRIES):
            with suppress(AnotherLoad):
                Versions(driver, server.link.database).load(seeds)
                return
    raise NoServer("Neo4j is too slow here for a first load.")


async def asked(
    here: tuple[RoomyServer, str, Picks], first: tuple[RoomyServer, str, Picks]
) -> tuple[list[Asked], list[Asked]]:
    """Ask all kinds of question of a size and, in turn, of the first."""
    async with AsyncExitStack() as opened:
        side, smallest = [
            await opened.enter_async_context(Side(server.link, ds, picks))
            for server, ds, picks in (here, first)
        ]

        async def each(kinds: Sequence[Kind], warm: int, turns: int) -> list[Asked]:
            found = []
            for kind in kinds:
                tell(f"  asking: {kind.name} ...")
                found.append(await measure(kind, side, smallest, warm, turns))
            return found

        return await each(POINTS, WARM, TURNS), await each(GROWING, FEW_WARM, FEW_TURNS)


if __name__ == "__main__":
    sys.exit(main())
