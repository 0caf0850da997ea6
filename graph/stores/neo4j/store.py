"""Answers by live Cypher, and from memory when Neo4j does not answer in time."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

import neo4j
from neo4j import exceptions as fault

from graph.dataset import Dataset
from graph.errors import StoreUnavailable
from graph.property_graph import MODEL
from graph.questions.base import Question
from graph.restored import NotWhole, restored
from graph.stores.base import Health
from graph.stores.neo4j import schema
from graph.stores.neo4j.link import Link, is_refusal, reason
from graph.stores.neo4j.statements import parameters, statement
from graph.stores.neo4j.versions import as_edge, as_node
from graph.stores.networkx_store import NetworkxStore

R = TypeVar("R")
A = TypeVar("A")

log = logging.getLogger(__name__)

_FAILURES = (fault.Neo4jError, fault.DriverError, OSError, TimeoutError)
# The pause after a refused user or password, in seconds.
REFUSED = 30.0
_NOT_ASKED = "Neo4j has not been asked yet."
_CURRENT = (
    "MATCH (:Pointer {name: 'current'})-[:POINTS_TO]->(d:Dataset) "
    "RETURN d.ds AS ds, d.schema AS schema, d.nodes AS nodes"
)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long Neo4j is waited for, in seconds.

    `answer` is the time after which a question is answered from memory; `query` the longest that
    the server runs a statement; `poll` the pause between looks at which version is current;
    `look` the time one such look may take. Versions of more than `most_nodes` nodes are not kept
    as a graph in memory, so that nothing answers in Neo4j's place; 0 keeps none.
    """

    answer: float = 0.3
    query: float = 2.0
    poll: float = 1.0
    look: float = 1.0
    most_nodes: int = 50_000


@dataclass(frozen=True, slots=True)
class Held:
    """The current version in memory: all its facts and, unless it is too large, its graph."""

    dataset: Dataset
    graph: NetworkxStore | None


class Neo4jStore:
    """Asks one database of Neo4j; `patience` says how long it is waited for."""

    def __init__(self, link: Link, patience: Patience = Patience()) -> None:
        """Take the way to the database; nothing is opened yet."""
        self.link, self.patience = link, patience
        self.live, self.from_memory = 0, 0
        self.held: Held | None = None
        self.trouble = _NOT_ASKED
        self.bookmarks: neo4j.Bookmarks | None = None
        self._driver: neo4j.AsyncDriver | None = None
        self._watch: asyncio.Task[None] | None = None
        self._look_now = asyncio.Event()
        self._is_closing = False
        self._is_suspect = False
        self._is_refused = False
        self._late: set[asyncio.Task[Any]] = set()

    @property
    def is_reachable(self) -> bool:
        """Whether the last look found Neo4j answering, with a version that can be read."""
        return not self.trouble

    async def open(self) -> None:
        """Connect and read the current version; where that fails, go on trying."""
        self._driver = self.link.open()
        await self._look()
        self._watch = asyncio.create_task(self._watching(), name="watch the current version")

    async def close(self) -> None:
        """Stop looking and close every connection."""
        self._is_closing = True
        if self._watch:
            self._watch.cancel()
            with suppress(asyncio.CancelledError):
                await self._watch
        for late in self._late:
            late.cancel()
        if self._driver:
            await self._driver.close()

    def version(self) -> "Pinned":
        """Pin the current version. Raises StoreUnavailable before there is one."""
        if self.held is None:
            raise StoreUnavailable(self.trouble)
        return Pinned(self, self.held)

    @property
    def health(self) -> Health:
        """Say how it is, from the last look."""
        # Without a graph in memory only Neo4j can answer.
        can_answer = self.held and (self.is_reachable or self.held.graph)
        version = self.held.dataset.version if self.held and can_answer else ""
        return Health(
            "neo4j", version, not self.is_reachable, self.trouble, self.live, self.from_memory
        )

    def doubt(self, trouble: str) -> None:
        """Look at Neo4j at once, for a question has just failed."""
        log.debug("A question was answered from memory: %s", trouble)
        self._look_now.set()

    def suspect(self) -> str:
        """Take Neo4j's graph for altered until the next look has read it whole; say so."""
        self._is_suspect = True
        self.trouble = "The graph in Neo4j is not what was loaded: load it anew."
        log.warning("Answering from memory: %s", self.trouble)
        return self.trouble

    async def ask(self, question: Question[R, A], ds: str) -> list[R] | None:
        """Find the rows of a question in a version, by its statement; none if it is gone.

        Raises what the driver raises.
        """
        # By its class, for a bound method could not be kept between questions.
        kind = type(question)
        (row,) = await self._read(statement(kind), parameters(question, ds), question.stem)
        return [question.row(**each) for each in row["rows"]] if row["whole"] else None

    async def ask_in(self, seconds: float, question: Question[R, A], ds: str) -> list[R] | None:
        """Do the same within a time. Raises TimeoutError besides.

        What is late is not broken off: the first time a statement is asked Neo4j makes its plan,
        and would never have it ready if it were stopped each time. The server ends what takes
        longer than a statement may; a process that has as many late ones as connections stops
        the next itself.
        """
        asking = asyncio.create_task(self.ask(question, ds))
        try:
            await asyncio.wait({asking}, timeout=seconds)
            if asking.done():
                return asking.result()
            if len(self._late) < self.link.pool:
                self._late.add(asking)
                asking.add_done_callback(self._came_late)
            else:
                asking.cancel()
            raise TimeoutError
        except asyncio.CancelledError:
            asking.cancel()
            raise

    def _came_late(self, asking: "asyncio.Task[Any]") -> None:
        self._late.discard(asking)
        # Read, so that nobody is told of a failure that was already answered for.
        if not asking.cancelled():
            asking.exception()

    async def _read(
        self,
        text: str,
        given: Mapping[str, Any],
        name: str,
        longest: float | None = None,
        *,
        remember: bool = False,
    ) -> list[dict[str, Any]]:
        """Run a statement in a managed read transaction that the server bounds in time.

        With `remember`, what is asked from now on sees at least this much, on whatever server.
        """
        assert self._driver is not None
        longest = longest or self.patience.query
        query = neo4j.Query(text, metadata={"app": "raci", "question": name}, timeout=longest)
        # One of its own, so that what a question saw does not make the next one wait for as much.
        bookmarks = neo4j.AsyncGraphDatabase.bookmark_manager(self.bookmarks)
        # The limit on this side is for a server that has stopped altogether.
        async with asyncio.timeout(longest + 1):
            # It sends the beginning of the transaction and the statement in one go. To read is
            # what keeps a statement from writing: Community has no other guard.
            rows = await self._driver.execute_query(
                query,
                dict(given),
                routing_=neo4j.RoutingControl.READ,
                database_=self.link.database,
                bookmark_manager_=bookmarks,
                result_transformer_=_rows,
            )
        if remember:
            seen = await bookmarks.get_bookmarks()
            self.bookmarks = neo4j.Bookmarks.from_raw_values(seen)
        return rows

    async def _watching(self) -> None:
        """Look again and again, and at once where a question has failed."""
        # Not by being cancelled alone: a cancellation may be lost in what is awaited below.
        while not self._is_closing:
            with suppress(TimeoutError):
                async with asyncio.timeout(self.patience.poll):
                    await self._look_now.wait()
            self._look_now.clear()
            await self._look()
            if self._is_refused:
                # Some failures more, and Neo4j lets nobody of that name in, the right password or
                # not; and nothing here will give us another.
                await asyncio.sleep(REFUSED)
            elif not self.is_reachable:
                # Not so often that an ailing server has no rest.
                await asyncio.sleep(self.patience.poll / 2)

    async def _look(self) -> None:
        """See which version is current, and read it where it is another."""
        before = self.trouble
        self._is_refused = False
        try:
            self.trouble = await self._refreshed()
        except _FAILURES as failed:
            # A bookmark of a database that was replaced would be waited for in vain.
            self.bookmarks = None
            self.trouble = reason(failed)
            self._is_refused = is_refusal(failed)
        except NotWhole as partial:
            self.trouble = str(partial)
        except Exception:
            # The watch must go on whatever happens, or the process would never be fresh again.
            log.exception("Looking at Neo4j failed.")
            self.trouble = "Neo4j failed to answer."
        if self.trouble and self.trouble != before:
            answers = "Answering from memory" if self.held and self.held.graph else "No answers"
            log.warning("%s: %s", answers, self.trouble)
        elif before not in ("", _NOT_ASKED) and not self.trouble:
            log.warning(
                "Neo4j answers, version %s.", self.held.dataset.version if self.held else ""
            )

    async def _refreshed(self) -> str:
        """Hold the current version; give what is wrong with it, or nothing."""
        async with asyncio.timeout(self.patience.look):
            found = await self._read(_CURRENT, {}, "current version", remember=True)
        if not found:
            return "Neo4j holds no version yet: run raci load."
        ds, model, size = found[0]["ds"], found[0]["schema"], found[0]["nodes"]
        if model != MODEL:
            return (
                f"Version {ds} in Neo4j was loaded by a program of another model ({model}; this "
                f"one reads {MODEL}): run raci load with this program."
            )
        if self.held is None or self.held.dataset.version != ds or self._is_suspect:
            self.held = await self._fetched(ds, size)
            self._is_suspect = False
        return ""

    async def _fetched(self, ds: str, size: int) -> Held:
        """Read a whole version into memory, off the event loop where it is work."""
        longest = max(30.0, size / 1_000)
        given = {"ds": ds}
        text = "MATCH (d:Dataset {ds: $ds}) RETURN d.guideline AS text"
        guideline = await self._read(text, given, "all text", longest)
        found_nodes = await self._read(schema.NODES, given, "all nodes", longest)
        found_edges = await self._read(schema.EDGES, given, "all edges", longest)
        if not guideline:
            raise NotWhole(f"Version {ds} is gone from Neo4j.")

        def build() -> Held:
            dataset = restored(
                guideline[0]["text"], ds, map(as_node, found_nodes), map(as_edge, found_edges)
            )
            small = len(dataset.nodes) <= self.patience.most_nodes
            return Held(dataset, NetworkxStore(dataset) if small else None)

        return await asyncio.to_thread(build)


async def _rows(result: neo4j.AsyncResult) -> list[dict[str, Any]]:
    return [dict(record) async for record in result]


def agree(rows: Sequence[Any], others: Sequence[Any]) -> bool:
    """Tell whether two stores found the same rows, in whatever order.

    In Neo4j Community every user can write, and a graph that was written to would give a false
    holder in the guideline's name. What was loaded is known to its hash and at hand.
    """
    return rows == others or sorted(map(repr, rows)) == sorted(map(repr, others))


class Pinned:
    """One version for one request. What Neo4j does not answer in time, memory answers."""

    def __init__(self, store: Neo4jStore, held: Held) -> None:
        """Take what the store holds now."""
        self._store, self._held = store, held
        self.dataset = held.dataset
        self.is_stale = False

    async def find(self, question: Question[R, A]) -> Sequence[R]:
        """Find the rows of a question. Raises StoreUnavailable where memory has no graph."""
        store, trouble = self._store, self._store.trouble
        memory = self._held.graph
        if not trouble:
            # Without a graph in memory there is nothing to hurry for.
            patience = store.patience.answer if memory else store.patience.query + 1
            try:
                rows = await store.ask_in(patience, question, self.dataset.version)
                if rows is None:
                    trouble = "The version asked for has just been replaced."
                elif memory is None or agree(rows, await memory.find(question)):
                    store.live += 1
                    return rows
                else:
                    trouble = store.suspect()
            except Exception as failed:
                # A driver whose fresh connection is dropped by the other side stumbles over its
                # own None: that too is an outage. What is not known as one is put in the log.
                if not isinstance(failed, _FAILURES):
                    log.exception("Asking Neo4j failed in an unknown way.")
                trouble = reason(failed)
            store.doubt(trouble)
        if memory is None:
            raise StoreUnavailable(trouble)
        self.is_stale = True
        store.from_memory += 1
        return await memory.find(question)
