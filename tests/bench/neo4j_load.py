"""A load into Neo4j, measured: against the same rows written plainly, and by a reader meanwhile."""

import asyncio
import gc
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

import neo4j

from graph.model.codes import Code
from graph.model.levels import Level
from graph.questions.who_holds import WhoHolds
from graph.stores.neo4j.link import Link
from graph.stores.neo4j.store import Neo4jStore, Patience
from graph.stores.neo4j.versions import Content, Versions
from tests.bench.__main__ import read, tell
from tests.bench.load import Measured

PLAIN_BATCH = 10_000
HEADLINE = WhoHolds(11, Code.ACCOUNTABLE, Level.DEPARTMENT)
# What is waited for is what is measured, so nothing is given up early.
PATIENT = Patience(query=60.0)
# A reader that never paused would take a core from the server.
PAUSE = 0.005
SHOW_EVERY = 10.0


class Asking(Neo4jStore):
    """The store as it asks, with no version in memory: a million bodies would not fit."""

    async def open(self) -> None:
        """Connect; nothing is read."""
        self._driver = self.link.open()


@dataclass(frozen=True, slots=True)
class Load:
    """What a load took. Times are seconds, of the loader's own work alone."""

    rows: int
    writing: float
    checking: float
    plain: float
    switch: float
    reader: Measured
    unanswered: int
    memory: int

    @property
    def rate(self) -> float:
        """The rows a second, counting and reading back included."""
        return self.rows / (self.writing + self.checking)

    @property
    def plain_rate(self) -> float:
        """The rows a second of plain writing."""
        return self.rows / self.plain


def load(link: Link, content: Content, meanwhile: str) -> Load:
    """Load a version and, batch by batch in turn, the same rows plainly.

    A reader goes on asking the version `meanwhile`, which stays.
    """
    # Millions of objects are not looked through again and again; that is no work of a load.
    gc.freeze()
    with link.open_for_loading() as driver:
        plain = Plain(driver, link.database, content)
        with reading(link, meanwhile) as (taken, unanswered):
            watch = Watch(plain)
            loaded = Versions(driver, link.database).load(content, watch, keep_previous=True)
    gc.unfreeze()
    return Load(
        rows=len(content.nodes) + len(content.edges),
        writing=watch.writing,
        checking=loaded.staging - watch.writing - watch.plain.seconds,
        plain=watch.plain.seconds,
        switch=loaded.switch,
        reader=Measured(taken, loaded.staging + loaded.switch),
        unanswered=sum(unanswered),
        memory=watch.memory,
    )


class Plain:
    """Writes the same rows as plainly as can be: UNWIND and CREATE under one constraint each."""

    def __init__(self, driver: neo4j.Driver, database: str, content: Content) -> None:
        self.seconds, self.done = 0.0, 0
        self._session = driver.session(database=database)
        self._batches = plain_batches(content)
        for label in sorted({node.label for node in content.nodes}):
            self._session.run(
                f"CREATE CONSTRAINT plain_{label.lower()} IF NOT EXISTS "
                f"FOR (n:Plain{label}) REQUIRE n.id IS UNIQUE"
            ).consume()

    def keep_up(self, done: int) -> None:
        """Write until as many rows are there as the load has written."""
        while self.done < done:
            statement, rows = next(self._batches)
            began = time.monotonic()
            self._session.run(statement, rows=rows).consume()
            self.seconds += time.monotonic() - began
            self.done += len(rows)


def plain_batches(content: Content) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Cut the content into plain statements with their rows: nodes, then edges as they come."""
    labels = {node.id: node.label for node in content.nodes}
    for label, found in groupby(content.nodes, key=lambda node: node.label):
        statement = f"UNWIND $rows AS row CREATE (n:Plain{label} {{id: row.id}}) SET n += row.has"
        rows = [{"id": node.id, "has": node.properties} for node in found]
        for start in range(0, len(rows), PLAIN_BATCH):
            yield statement, rows[start : start + PLAIN_BATCH]
    waiting: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for edge in content.edges:
        statement = (
            f"UNWIND $rows AS row MATCH (s:Plain{labels[edge.source]} {{id: row.source}}) "
            f"MATCH (t:Plain{labels[edge.target]} {{id: row.target}}) "
            f"CREATE (s)-[e:PLAIN_{edge.type}]->(t) SET e = row.has"
        )
        rows = waiting[statement]
        rows.append({"source": edge.source, "target": edge.target, "has": edge.properties})
        if len(rows) == PLAIN_BATCH:
            yield statement, waiting.pop(statement)
    yield from waiting.items()


@dataclass(slots=True)
class Watch:
    """Follows a load by its progress: takes its time, shows it, and lets plain writing keep up."""

    plain: Plain
    writing: float = 0.0
    memory: int = 0
    _left: float = field(default_factory=time.monotonic)
    _shown: float = 0.0

    def __call__(self, what: str, done: int, total: int) -> None:
        """Take note of a batch that was written."""
        came = time.monotonic()
        if what.startswith("staging"):
            self.writing += came - self._left
            self.memory = max(self.memory, resident())
            self.plain.keep_up(done)
        if came - self._shown > SHOW_EVERY or done == total:
            tell(f"  {what}: {done:,} of {total:,}")
            self._shown = came
        self._left = time.monotonic()


@contextmanager
def reading(link: Link, ds: str) -> Iterator[tuple[list[float], list[int]]]:
    """Let another process ask the headline question over and over.

    Afterwards the lists hold the seconds each answer took and how many there were none of.
    """
    spawn = get_context("spawn")
    begun, enough = spawn.Event(), spawn.Event()
    ours, theirs = spawn.Pipe(duplex=False)
    reader = spawn.Process(target=poll, args=(link, ds, begun, enough, theirs), daemon=True)
    reader.start()
    taken, unanswered = list[float](), list[int]()
    try:
        if not begun.wait(60):
            raise TimeoutError("The reader cannot ask.")
        yield taken, unanswered
        enough.set()
        if ours.poll(90):
            found, failed = ours.recv()
            taken.extend(found)
            unanswered.append(failed)
    finally:
        enough.set()
        reader.join(5)
        reader.kill()


def poll(link: Link, ds: str, begun: Event, enough: Event, answers: Connection) -> None:
    """Ask until it is enough, in a process of its own."""
    answers.send(asyncio.run(_poll(link, ds, begun, enough)))


async def _poll(link: Link, ds: str, begun: Event, enough: Event) -> tuple[Sequence[float], int]:
    store = Asking(link, PATIENT)
    await store.open()
    expected = await store.ask(HEADLINE, ds)
    assert expected, "The headline question has no answer."
    begun.set()
    taken, failed = list[float](), 0
    while not enough.is_set():
        began = time.perf_counter()
        # An answer that fails is as bad as one that differs, and ends nothing here.
        try:
            failed += await store.ask(HEADLINE, ds) != expected
        except (neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError, OSError):
            failed += 1
        taken.append(time.perf_counter() - began)
        await asyncio.sleep(PAUSE)
    await store.close()
    return taken, failed


def resident(pid: int | str = "self") -> int:
    """Give the MiB of memory a process has now; 0 where the system does not tell."""
    found = read(Path(f"/proc/{pid}/status"), r"^VmRSS:\s+(\d+) kB")
    return int(found or 0) // 1024
