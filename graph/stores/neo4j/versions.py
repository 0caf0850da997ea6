"""The versions of the dataset in Neo4j: staged, made current, retired, rolled back.

Neo4j reads what is committed while it reads, so a graph cannot be replaced under its readers, not
even in one transaction. Each version therefore has nodes of its own, marked with its hash (`ds`),
and one pointer says which is current.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import neo4j
from neo4j import exceptions as fault

from graph.dataset import Dataset
from graph.errors import AnotherLoad, NothingKept, StoreUnavailable
from graph.property_graph import MODEL, GraphEdge, GraphNode, edges, nodes
from graph.restored import NotWhole, restored
from graph.stores.neo4j import schema
from graph.stores.neo4j.link import reason

# Rows written by one transaction: measured to be faster than a thousand.
BATCH = 5_000
# Deleting takes more memory a row.
DELETED = 1_000
# The longest a load may take, for the transaction that keeps other loads out.
LONGEST = 4 * 3_600.0
# How long to wait for another's lock before saying that another load is under way; a server that
# has just started takes a second to plan what is asked of it.
PATIENCE = 3.0
# Up to this many nodes a staged version is read back and hashed before it is made current.
READ_BACK = 50_000

# Before each write to a version: its node is locked, and then looked whether the last to sign is
# still this load. So who has lost his lock without knowing, and whom the server let in since, do
# not write into each other's work.
_STILL_ALONE = (
    "MATCH (d:Dataset {ds: $ds}) SET d.touched = timestamp() "
    "WITH d MATCH (:Pointer {name: 'current', loader: $sign}) WITH d "
)

_TEXT = "MATCH (d:Dataset {ds: $ds}) RETURN d.guideline AS text"

Progress = Callable[[str, int, int], None]


def silent(what: str, done: int, total: int) -> None:
    """Show no progress."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is loaded as one version: its hash, the guideline's text, all nodes and edges."""

    ds: str
    guideline: str
    nodes: Sequence[GraphNode]
    edges: Sequence[GraphEdge]

    @classmethod
    def of(cls, dataset: Dataset) -> "Content":
        """Give the content of a dataset."""
        return cls(dataset.version, dataset.guideline, tuple(nodes(dataset)), tuple(edges(dataset)))

    @property
    def counts(self) -> Mapping[str, int]:
        """How many nodes there are of each label and edges of each type."""
        return Counter([node.label for node in self.nodes] + [edge.type for edge in self.edges])


@dataclass(frozen=True, slots=True)
class Known:
    """A version that Neo4j holds: `state` is staging, complete or retiring."""

    ds: str
    state: str
    schema: str
    nodes: int
    edges: int
    loaded: str
    is_current: bool
    is_previous: bool


@dataclass(frozen=True, slots=True)
class Pointer:
    """Which version is current, which was before, and how many seconds ago that changed."""

    ds: str | None = None
    previous: str | None = None
    age: float = 0.0


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did: whether anything was written, and the seconds of staging and switching."""

    ds: str
    written: bool
    removed: tuple[str, ...] = ()
    staging: float = 0.0
    switch: float = 0.0


@dataclass(frozen=True, slots=True)
class Changes:
    """What a load would change: ids of nodes and names of edges."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True, slots=True)
class Lock:
    """What keeps other loads out: an open transaction that has written to the pointer."""

    transaction: neo4j.Transaction
    sign: str

    def hold(self) -> None:
        """Use its connection, which would be dropped for resting. Raises where it is lost."""
        self.transaction.run("RETURN 1").consume()


class Versions:
    """Loads and keeps the versions of one database. Raises StoreUnavailable throughout."""

    def __init__(self, driver: neo4j.Driver, database: str) -> None:
        """Take a driver; all transactions are chained by bookmarks, for a cluster."""
        self._driver = driver
        self._database = database
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()

    def known(self) -> tuple[Known, ...]:
        """List the versions, the current one first."""
        found = self._read(
            "MATCH (d:Dataset) OPTIONAL MATCH (p:Pointer {name: 'current'}) "
            "RETURN d.ds AS ds, d.state AS state, d.schema AS schema, d.nodes AS nodes, "
            "d.edges AS edges, toString(d.loaded) AS loaded, "
            "coalesce(d.ds = p.ds, false) AND EXISTS { (p)-[:POINTS_TO]->(d) } AS is_current, "
            "coalesce(d.ds = p.previous, false) AS is_previous "
            "ORDER BY is_current DESC, d.loaded DESC"
        )
        return tuple(Known(**row) for row in found)

    def pointer(self) -> Pointer:
        """Read which version is current."""
        found = self._read(
            "MATCH (p:Pointer {name: 'current'}) RETURN p.ds AS ds, p.previous AS previous, "
            "duration.inSeconds(coalesce(p.switched, datetime()), datetime()).seconds AS age"
        )
        return Pointer(**found[0]) if found else Pointer()

    def load(
        self,
        content: Content,
        progress: Progress = silent,
        *,
        keep_previous: bool = False,
        grace: float = 0.0,
    ) -> Loaded:
        """Stage a version, count it, make it current; then retire what was before.

        `grace` is how many seconds the version before is left to its readers: longer than a
        process takes to see a new version and to end what it asked of the old one.

        What earlier loads left unfinished is removed. Where the version is current already, is
        whole and nothing is left over, nothing is written; one that something else has written to
        is loaded anew, and readers are answered from memory meanwhile. Raises AnotherLoad where
        one is under way or has won, NotWhole where Neo4j does not hold what was sent.
        """
        base = self.pointer()
        spoilt = base.ds == content.ds and not self._is_whole(content)
        left_over = self._left_over(base, keep_previous, 0.0)
        if base.ds == content.ds and not spoilt and not left_over:
            return Loaded(content.ds, written=False)
        self._prepare(progress)
        begun = time.monotonic()
        with self._alone() as lock:
            # Read again: what was read before the lock may be another's by now.
            if (now := self.pointer()).ds != base.ds:
                if now.ds == content.ds:
                    return Loaded(content.ds, written=False)
                raise AnotherLoad(now.ds)
            removed = self._clean(lock, base, keep_previous, grace, progress)
            if spoilt:
                self._empty(lock, content.ds, len(content.nodes) + len(content.edges), progress)
            if written := spoilt or base.ds != content.ds:
                self._stage(lock, content, progress)
                self._verify(content)
                begun_switch = time.monotonic()
                self._switch(lock, base.ds, content.ds)
            lock.transaction.commit()
        ended = time.monotonic()
        # The version before, of this load or of one that was ended while it waited.
        if self._left_over(now := self.pointer(), keep_previous, 0.0):
            self._wait(grace - now.age, progress)
            removed += self.retire(keep_previous, progress)
        if not written:
            return Loaded(content.ds, written=False, removed=removed)
        staging = begun_switch - begun
        return Loaded(content.ds, True, removed, staging, ended - begun_switch)

    def retire(self, keep_previous: bool, progress: Progress = silent) -> tuple[str, ...]:
        """Remove every version but the current one, and the previous one where it is kept."""
        try:
            with self._alone() as lock:
                return self._clean(lock, self.pointer(), keep_previous, 0.0, progress)
        except AnotherLoad:
            # Whoever loads now removes what is left over.
            return ()

    def rollback(self) -> str:
        """Make the previous version current again, at once; the other becomes the previous.

        Raises NothingKept where none is kept, AnotherLoad where a load is under way.
        """
        with self._alone() as lock:
            now = self.pointer()
            kept = {each.ds for each in self.known() if each.state == "complete"}
            if now.previous is None or now.previous not in kept:
                raise NothingKept
            self._switch(lock, now.ds, now.previous)
            lock.transaction.commit()
            return now.previous

    def compare(self, content: Content) -> Changes:
        """Say what a load would change against the current version; nothing is written."""
        current = self.pointer().ds
        found_nodes, found_edges = self._graph(current) if current else ([], [])
        old = _named(found_nodes, found_edges)
        new = _named(content.nodes, content.edges)
        for row in self._read(_TEXT, ds=current):
            old["the guideline's text"] = row["text"]
            new["the guideline's text"] = content.guideline
        return Changes(
            tuple(name for name in new if name not in old),
            tuple(name for name in old if name not in new),
            tuple(name for name in new if name in old and old[name] != new[name]),
        )

    def strays(self) -> int:
        """Count the nodes with our labels that belong to no version.

        No load leaves any: something else made them, or took away what tells their version. An
        analyst who names no version counts them too.
        """
        kept = [each.ds for each in self.known()]
        return sum(row["count"] for row in self._read(schema.STRAYS, kept=kept))

    def read(self, ds: str) -> Dataset:
        """Read a version back as a dataset. Raises NotWhole where it is not what was loaded."""
        found = self._read(_TEXT, ds=ds)
        if not found:
            raise NotWhole(f"Neo4j holds no version {ds}.")
        return restored(found[0]["text"], ds, *self._graph(ds))

    def _graph(self, ds: str) -> tuple[list[GraphNode], list[GraphEdge]]:
        found_nodes = [as_node(row) for row in self._read(schema.NODES, ds=ds)]
        return found_nodes, [as_edge(row) for row in self._read(schema.EDGES, ds=ds)]

    @contextmanager
    def _alone(self) -> Iterator[Lock]:
        """Keep other loads out by an open transaction that has written to the pointer.

        It is ended by the server when this process dies, however it dies. Who comes while it is
        open is refused after three seconds; of several that come at once the last to sign stays.
        """
        sign = uuid4().hex
        try:
            with self._session() as session:
                self._sign(session, sign)
                with session.begin_transaction(timeout=LONGEST) as transaction:
                    row = transaction.run(
                        "MATCH (p:Pointer {name: 'current'}) SET p.locked = $sign "
                        "RETURN p.loader = $sign AS mine",
                        sign=sign,
                    ).single(strict=True)
                    if not row["mine"]:
                        raise AnotherLoad(None)
                    yield Lock(transaction, sign)
        except (fault.Neo4jError, fault.DriverError, OSError) as failed:
            raise StoreUnavailable(reason(failed)) from failed

    def _sign(self, session: neo4j.Session, sign: str) -> None:
        """Write to the pointer; whoever holds it lets nobody do that. Raises AnotherLoad."""
        try:
            with session.begin_transaction(timeout=PATIENCE) as signing:
                signing.run(
                    "MERGE (p:Pointer {name: 'current'}) SET p.loader = $sign "
                    # No load leaves such an edge; one that something else made would be in the way.
                    "WITH p MATCH (p)-[stray:POINTS_TO]->(d) WHERE d.ds <> coalesce(p.ds, '') "
                    "DELETE stray",
                    sign=sign,
                ).consume()
                signing.commit()
        except fault.ClientError as refused:
            # The one is said by a server that stops a wait, the other by the wait itself.
            if any(part in (refused.code or "") for part in ("TimedOut", "LockClientStopped")):
                raise AnotherLoad(None) from None
            raise

    def _prepare(self, progress: Progress) -> None:
        """Make the constraints and indexes that are not there yet.

        Only those: even one that is there already would wait for whoever loads, and he for it.
        """
        there = self._there()
        missing = {name: text for name, text in schema.statements().items() if name not in there}
        for done, (name, statement) in enumerate(missing.items()):
            progress("constraints and indexes", done, len(missing))
            if name not in self._there():
                self._write(statement)
        if missing:
            self._write("CALL db.awaitIndexes(300)")
            progress("constraints and indexes", len(missing), len(missing))

    def _there(self) -> set[str]:
        return {row["name"] for statement in schema.THERE for row in self._read(statement)}

    def _left_over(self, pointer: Pointer, keep_previous: bool, grace: float) -> list[Known]:
        """Name the versions nobody may need: unfinished, half removed, or longer retired."""
        in_grace = pointer.previous if keep_previous or pointer.age < grace else None
        return [
            each
            for each in self.known()
            if each.ds != pointer.ds and (each.state != "complete" or each.ds != in_grace)
        ]

    def _clean(
        self,
        lock: Lock,
        pointer: Pointer,
        keep_previous: bool,
        grace: float,
        progress: Progress,
    ) -> tuple[str, ...]:
        left_over = self._left_over(pointer, keep_previous, grace)
        for each in left_over:
            self._remove(lock, each, progress)
        return tuple(each.ds for each in left_over)

    def _remove(self, lock: Lock, version: Known, progress: Progress) -> None:
        """Delete a version."""
        self._empty(lock, version.ds, version.nodes + version.edges, progress)
        self._write_to(lock, version.ds, "DELETE d")

    def _empty(self, lock: Lock, ds: str, total: int, progress: Progress) -> None:
        """Delete all of a version in small transactions, marked first: nobody reads a part."""
        self._write_to(lock, ds, "SET d.state = 'retiring'")
        done = 0
        # Edges first: a node with many would not fit into one transaction.
        for statement in (*schema.DELETE_EDGES, *schema.DELETE_NODES):
            while True:
                (row,) = self._write_to(lock, ds, statement, batch=DELETED)
                if not row["count"]:
                    break
                done += row["count"]
                progress(f"removing version {ds}", min(done, total), total)

    def _stage(self, lock: Lock, content: Content, progress: Progress) -> None:
        has = {
            "state": "staging",
            "schema": MODEL,
            "nodes": len(content.nodes),
            "edges": len(content.edges),
            "guideline": content.guideline,
        }
        self._write("MERGE (d:Dataset {ds: $ds}) ON CREATE SET d += $has", ds=content.ds, has=has)
        self._write_to(lock, content.ds, "SET d += $has, d.loaded = datetime()", has=has)
        total = len(content.nodes) + len(content.edges)
        done = 0
        for statement, rows in _batches(content):
            self._write_to(lock, content.ds, statement, rows=rows)
            done += len(rows)
            progress(f"staging version {content.ds}", done, total)

    def _is_whole(self, content: Content) -> bool:
        """Tell whether Neo4j holds a version as it was loaded, and gives it to readers."""
        try:
            self._verify(content)
        except NotWhole:
            return False
        # Loading it anew may have been ended just before the last step, and the pointer or the
        # version itself may have been written to.
        return any(
            each.ds == content.ds
            and each.is_current
            and each.state == "complete"
            and each.schema == MODEL
            for each in self.known()
        )

    def _verify(self, content: Content) -> None:
        """Count what was staged against the source, and read back what is not too large."""
        counted = {
            row["name"]: row["count"]
            for statement in schema.COUNTS
            for row in self._read(statement, ds=content.ds)
        }
        for name, count in content.counts.items():
            if counted.get(name, 0) != count:
                raise NotWhole(
                    f"Neo4j holds {counted.get(name, 0)} {name} of version {content.ds}; "
                    f"{count} were sent. The current version is as it was."
                )
        if len(content.nodes) <= READ_BACK:
            self.read(content.ds)

    def _switch(self, lock: Lock, base: str | None, ds: str) -> None:
        """Make a version current if the current one is still what it was: compare and set."""
        row = lock.transaction.run(
            "MATCH (p:Pointer {name: 'current'}), (d:Dataset {ds: $ds}) "
            "WHERE coalesce(p.ds, '') = coalesce($base, '') "
            "OPTIONAL MATCH (p)-[old:POINTS_TO]->() DELETE old "
            "WITH DISTINCT p, d CREATE (p)-[:POINTS_TO]->(d) "
            "SET d.state = 'complete', p.switched = datetime(), p.ds = $ds, "
            "p.previous = CASE $base WHEN $ds THEN p.previous ELSE $base END "
            "RETURN p.ds AS ds",
            ds=ds,
            base=base,
        ).single()
        if row is None:
            raise AnotherLoad(None)

    def _wait(self, grace: float, progress: Progress) -> None:
        """Leave readers of the version before the time to end."""
        begun = time.monotonic()
        while (passed := time.monotonic() - begun) < grace:
            progress("waiting for readers of the previous version", int(passed), int(grace))
            time.sleep(min(0.2, grace))

    def _session(self) -> neo4j.Session:
        return self._driver.session(database=self._database, bookmark_manager=self._bookmarks)

    def _read(self, statement: str, **given: Any) -> list[dict[str, Any]]:
        return self._run(neo4j.RoutingControl.READ, statement, given)

    def _write(self, statement: str, **given: Any) -> list[dict[str, Any]]:
        return self._run(neo4j.RoutingControl.WRITE, statement, given)

    def _write_to(self, lock: Lock, ds: str, statement: str, **given: Any) -> list[dict[str, Any]]:
        """Write to a version, and only while the lock holds. Raises where it is lost."""
        lock.hold()
        return self._write(_STILL_ALONE + statement, ds=ds, sign=lock.sign, **given)

    def _run(
        self, routing: neo4j.RoutingControl, statement: str, given: Mapping[str, Any]
    ) -> list[dict[str, Any]]:
        try:
            records, _, _ = self._driver.execute_query(
                statement,
                dict(given),
                routing_=routing,
                database_=self._database,
                bookmark_manager_=self._bookmarks,
            )
        except (fault.Neo4jError, fault.DriverError, OSError) as failed:
            raise StoreUnavailable(reason(failed)) from failed
        return [record.data() for record in records]


def as_node(row: Mapping[str, Any]) -> GraphNode:
    """Read a row of `schema.NODES`."""
    has = dict(row["properties"])
    has.pop("ds", None)
    # One without an id is none of ours, and makes the graph unreadable.
    return GraphNode(row["label"], has.pop("id", ""), has)


def as_edge(row: Mapping[str, Any]) -> GraphEdge:
    """Read a row of `schema.EDGES`."""
    return GraphEdge(row["type"], row["source"], row["target"], dict(row["properties"]))


def _batches(content: Content) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Cut the content into statements with their rows: nodes first, then edges."""
    labels: dict[str, str] = {}
    by_label: dict[str, list[dict[str, Any]]] = {}
    for node in content.nodes:
        labels[node.id] = node.label
        by_label.setdefault(node.label, []).append({"id": node.id, "has": node.properties})
    for label, rows in by_label.items():
        yield from _cut(schema.merge_nodes(label), rows)
    by_ends: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for edge in content.edges:
        ends = (edge.type, labels[edge.source], labels[edge.target])
        row = {"source": edge.source, "target": edge.target, "has": edge.properties}
        by_ends.setdefault(ends, []).append(row)
    for ends, rows in by_ends.items():
        yield from _cut(schema.merge_edges(*ends), rows)


def _cut(statement: str, rows: list[dict[str, Any]]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for start in range(0, len(rows), BATCH):
        yield statement, rows[start : start + BATCH]


def _named(found_nodes: Sequence[GraphNode], found_edges: Sequence[GraphEdge]) -> dict[str, Any]:
    """Give what each node and edge holds, by a name a reader knows it by."""
    named: dict[str, Any] = {node.id: (node.label, node.properties) for node in found_nodes}
    for edge in found_edges:
        # The place among its like may move without anything having changed.
        place = edge.properties.get("position")
        name = edge.properties.get("id", f"{edge.source} {edge.type} {edge.target} {place}")
        named[name] = (edge.type, edge.source, edge.target, edge.properties)
    return named
