"""Loads that are killed, cut off, frozen or left without a disk: readers see whole versions only.

Each of them runs in a process of its own against a real server, and readers ask throughout.
"""

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, LiteralString

import neo4j
import pytest

from graph.dataset import Dataset
from graph.errors import AnotherLoad, StoreUnavailable
from graph.model.codes import Code
from graph.stores.neo4j import schema
from graph.stores.neo4j.link import Link
from graph.stores.neo4j.store import Patience
from graph.stores.neo4j.versions import Content, Versions
from tests.neo4j.server import Server
from tests.stores.fixtures import link_to
from tests.stores.test_versions import Readers
from tests.stores.variants import slim, variant
from tests.stores.wire import Wire

pytestmark = pytest.mark.slow

# In which stage of a load the twenty kills fall, and of how many signs that a load gives of the
# stage one is drawn. Between "staged" and "waiting" it is verified and made current.
STAGES = {
    "begun": (2, 1),
    "constraints": (3, 4),
    "staging": (6, 8),
    "staged": (4, 1),
    "waiting": (2, 2),
    "removing": (3, 6),
}
# Dropped before a kill among the constraints, so that there are some to make.
DROPPED = ("activity_ds", "assignment_ds", "body_ds", "clause_ds", "words_en")
# A load that had to wait for a lease to end would take longer; a busy machine does not.
AT_ONCE = 30.0
# The longest that anything is waited for.
LONGEST = 60.0
WITH_MEMORY = Patience(poll=0.1)
WITHOUT = Patience(answer=2.0, poll=0.1, most_nodes=0)
STAGING: LiteralString = "MATCH (d:Dataset {state: 'staging'}) RETURN d"

# The loads are started by a process that has imported all they need, and has no threads.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload([__name__])


def load_and_tell(link: Link, content: Content, grace: float, told: Connection) -> None:
    """What a loader's process does: load, and give a sign of each step."""

    def show(what: str, done: int, total: int) -> None:
        told.send("staged" if what.startswith("staging") and done == total else what.split()[0])

    told.send("begun")
    with link.open_for_loading() as driver:
        Versions(driver, link.database).load(content, show, grace=grace)


class Loader:
    """A load in a process of its own, which is killed in the end if it still runs."""

    def __init__(self, link: Link, content: Content, grace: float = 0.0) -> None:
        self.last = ""
        self._told, telling = PROCESSES.Pipe(duplex=False)
        self._process = PROCESSES.Process(
            target=load_and_tell, args=(link, content, grace, telling), daemon=True
        )
        self._process.start()
        # With this the end of the process is the end of what is told.
        telling.close()

    def __enter__(self) -> "Loader":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.kill()

    def await_sign(self, stage: str, times: int = 1) -> None:
        """Wait until it has given so many signs of a stage, or has ended."""
        with suppress(EOFError):
            while times:
                assert self._told.poll(LONGEST), f"no sign since {self.last}"
                self.last = self._told.recv()
                times -= self.last == stage

    def freeze(self) -> None:
        """Let it stand still, holding all that it holds."""
        assert self._process.pid
        os.kill(self._process.pid, signal.SIGSTOP)

    def kill(self) -> bool:
        """End it by SIGKILL; tell whether it still ran."""
        self._process.kill()
        self._process.join(LONGEST)
        with suppress(EOFError):
            while self._told.poll():
                self.last = self._told.recv()
        return self._process.exitcode == -signal.SIGKILL


class Unhurried(threading.Event):
    """The end of the reading; whoever looks whether it has come rests a moment."""

    def is_set(self) -> bool:
        # Who reads from memory would else take a core from the server that is starting.
        time.sleep(0.03)
        return super().is_set()


@pytest.fixture(scope="module")
def driver(spare_neo4j: Server) -> Iterator[neo4j.Driver]:
    """A driver for loads that nothing happens to, and for what analysts ask."""
    with link_to(spare_neo4j).open_for_loading() as opened:
        yield opened


@pytest.fixture(scope="module")
def kinds(dataset: Dataset) -> list[Dataset]:
    """Four small versions that differ in every cell."""
    return [variant(slim(dataset), code) for code in Code]


@pytest.fixture
def versions(driver: neo4j.Driver, kinds: list[Dataset]) -> Versions:
    """The versions of a database that holds the first of the small ones, and nothing else."""
    found = Versions(driver, "neo4j")
    found.load(Content.of(kinds[0]))
    holds_only(driver, kinds[0])
    return found


def holds_only(driver: neo4j.Driver, expected: Dataset) -> None:
    """Look as an analyst does: one version, whole, with 13 activities, and nothing beside it."""
    versions = Versions(driver, "neo4j")
    (known,) = versions.known()
    assert (known.ds, known.state, known.is_current) == (expected.version, "complete", True)
    # Raises where it is not what was loaded, to the last property.
    versions.read(expected.version)
    assert one(driver, "MATCH (a:Activity) RETURN count(a)") == 13
    assert one(driver, f"MATCH (n:{schema.ANY}) RETURN collect(DISTINCT n.ds)") == [
        expected.version
    ]


def one(driver: neo4j.Driver, statement: str, **given: object) -> object:
    """The one value that a statement gives, or nothing."""
    records, _, _ = driver.execute_query(statement, given, database_="neo4j")
    return records[0][0] if records else None


def await_there(driver: neo4j.Driver, statement: str, **given: object) -> None:
    """Wait until a statement finds something."""
    deadline = time.monotonic() + LONGEST
    while one(driver, statement, **given) is None:
        assert time.monotonic() < deadline, statement
        time.sleep(0.01)


@contextmanager
def reading(
    server: Server, kinds: list[Dataset], patience: Patience = WITH_MEMORY
) -> Iterator[Counter[str]]:
    """Read all the while; what was counted is complete at the end."""
    readers = Readers(server, kinds, patience)
    del readers.stores[1:]
    ended = Unhurried()
    failed: list[BaseException] = []

    def run() -> None:
        try:
            readers.run(ended)
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    deadline = time.monotonic() + LONGEST
    try:
        while thread.is_alive() and not readers.counted["right"] and time.monotonic() < deadline:
            time.sleep(0.01)
        yield readers.counted
    finally:
        ended.set()
        thread.join(LONGEST)
    assert not thread.is_alive()
    assert not failed, failed
    assert readers.counted["wrong"] == readers.counted["empty"] == 0, readers.counted
    assert readers.counted["right"] > 0
    if patience.most_nodes:
        assert readers.counted["refused"] == 0


def raci(server: Server, *words: str, **environment: str) -> "subprocess.Popen[str]":
    """Start a command of the command line."""
    return subprocess.Popen(
        [sys.executable, "-m", "app.cli", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={
            **os.environ,
            "STORE_URL": server.uri,
            "STORE_PASSWORD": server.password,
            "STORE_GRACE_SECONDS": "0",
            # What would make a terminal of what is none.
            "FORCE_COLOR": "",
            "TTY_COMPATIBLE": "0",
            **environment,
        },
    )


def ends(command: "subprocess.Popen[str]", *codes: int) -> tuple[str, str]:
    """Wait for a command that ends with one of these codes; give what it printed, where to."""
    try:
        printed, line = command.communicate(timeout=LONGEST)
    finally:
        command.kill()
    assert command.returncode in codes, (command.returncode, printed, line)
    return printed, line


def fails(command: "subprocess.Popen[str]", *codes: int) -> str:
    """Wait for a command that fails with one of these codes and one line; give the line."""
    printed, line = ends(command, *codes)
    assert printed == ""
    assert line.endswith(".\n")
    assert line.count("\n") == 1, line
    return line


def test_twenty_killed_loads_are_never_seen_and_the_next_load_clears_up(
    spare_neo4j: Server, driver: neo4j.Driver, versions: Versions, kinds: list[Dataset]
) -> None:
    chance = random.Random(20)
    stages = [stage for stage, (times, _) in STAGES.items() for _ in range(times)]
    chance.shuffle(stages)
    killed: Counter[str] = Counter()
    slowest = 0.0
    with (
        reading(spare_neo4j, kinds) as counted,
        reading(spare_neo4j, kinds, WITHOUT) as without,
    ):
        for stage in stages:
            if stage == "constraints":
                for name in DROPPED:
                    one(driver, f"DROP INDEX {name}")
            current = versions.pointer().ds
            dying = chance.choice([each for each in kinds if each.version != current])
            following = chance.choice(kinds)
            with Loader(link_to(spare_neo4j), Content.of(dying), grace=0.4) as loader:
                loader.await_sign(stage, chance.randint(1, STAGES[stage][1]))
                time.sleep(chance.uniform(0.0, 0.05))
                if loader.kill():
                    killed[loader.last] += 1
            begun = time.monotonic()
            versions.load(Content.of(following))
            slowest = max(slowest, time.monotonic() - begun)
            holds_only(driver, following)
    print(f"killed after {dict(killed)}; the slowest load after one: {slowest:.2f} s")
    print(f"read with memory: {dict(counted)}; without: {dict(without)}")
    assert len(stages) == 20
    # Now and then a load was quicker than the kill.
    assert killed.total() >= 17
    assert {"constraints", "staging", "staged", "removing"} <= killed.keys()
    assert slowest < AT_ONCE
    assert counted["right"] + without["right"] >= 500


def test_the_same_load_again_removes_what_a_killed_one_had_left_to_readers(
    spare_neo4j: Server, driver: neo4j.Driver, versions: Versions, kinds: list[Dataset]
) -> None:
    content = Content.of(kinds[1])
    with Loader(link_to(spare_neo4j), content, grace=2.0) as loader:
        loader.await_sign("waiting")
        assert loader.kill()
    assert len(versions.known()) == 2
    done = versions.load(content, grace=2.0)
    assert not done.written
    assert done.removed == (kinds[0].version,)
    holds_only(driver, kinds[1])


@pytest.mark.parametrize("stage", ["removing", "staging", "staged"])
def test_a_killed_repair_of_the_current_version_is_done_by_the_next_load(
    spare_neo4j: Server,
    driver: neo4j.Driver,
    versions: Versions,
    kinds: list[Dataset],
    stage: str,
) -> None:
    content = Content.of(kinds[0])
    with reading(spare_neo4j, kinds):
        # Nothing that readers ask for, or they would rightly see it.
        one(driver, "MATCH (c:Clause) WITH c LIMIT 1 SET c.label = 'another'")
        with Loader(link_to(spare_neo4j), content) as loader:
            loader.await_sign(stage)
            assert loader.kill()
        versions.load(content)
    holds_only(driver, kinds[0])


def test_a_frozen_load_keeps_others_out_until_it_is_killed(
    spare_neo4j: Server, driver: neo4j.Driver, versions: Versions, kinds: list[Dataset]
) -> None:
    with (
        reading(spare_neo4j, kinds),
        Loader(link_to(spare_neo4j), Content.of(kinds[1])) as loader,
    ):
        loader.await_sign("staging")
        loader.freeze()
        begun = time.monotonic()
        with pytest.raises(AnotherLoad):
            versions.load(Content.of(kinds[2]))
        assert time.monotonic() - begun < 8
        assert fails(raci(spare_neo4j, "load"), 3).startswith("Another load is under way")
        assert versions.pointer().ds == kinds[0].version
        assert loader.kill()
        versions.load(Content.of(kinds[2]))
        holds_only(driver, kinds[2])


def test_a_load_that_is_stopped_by_hand_says_so_and_the_next_one_clears_up(
    spare_neo4j: Server,
    driver: neo4j.Driver,
    versions: Versions,
    dataset: Dataset,
    kinds: list[Dataset],
) -> None:
    signed = "MATCH (p:Pointer) WHERE p.loader <> $before RETURN p"
    with driver.session(database=spare_neo4j.database) as session:
        before = session.run("MATCH (p:Pointer) RETURN p.loader AS loader").single(strict=True)[0]
        with session.begin_transaction() as holding:
            # The load waits for its own node, so that it cannot have ended when it is stopped.
            holding.run("MERGE (d:Dataset {ds: $ds}) SET d.held = true", ds=dataset.version)
            load = raci(spare_neo4j, "load")
            await_there(driver, signed, before=before)
            load.send_signal(signal.SIGINT)
            assert fails(load, 130).startswith("Stopped.")
            holding.rollback()
    assert versions.pointer().ds == kinds[0].version
    versions.load(Content.of(kinds[1]))
    holds_only(driver, kinds[1])


@pytest.mark.usefixtures("versions")
def test_a_server_killed_three_times_in_mid_load_keeps_whole_versions(
    spare_neo4j: Server, dataset: Dataset, kinds: list[Dataset]
) -> None:
    chance = random.Random(3)
    switched = f"MATCH (p:Pointer {{ds: '{dataset.version}'}}) RETURN p"
    for before, following, moment in zip(
        kinds, kinds[1:], (STAGING, STAGING, switched), strict=False
    ):
        with reading(spare_neo4j, [dataset, *kinds]) as counted:
            with link_to(spare_neo4j).open_for_loading() as driver:
                load = raci(spare_neo4j, "load", STORE_GRACE_SECONDS="0.5")
                await_there(driver, moment)
                time.sleep(chance.uniform(0.0, 0.5))
                spare_neo4j.kill()
            so_far = counted.copy()
            time.sleep(1.0)
            down = counted - so_far
            spare_neo4j.restart()
            with link_to(spare_neo4j).open_for_loading() as driver:
                versions = Versions(driver, "neo4j")
                current = versions.pointer().ds
                assert current in (before.version, dataset.version)
                versions.read(current)
                # The load that was cut off may still be trying to go on.
                versions.load(Content.of(following))
                # On a busy machine it may have been through before the server was killed.
                line = "".join(ends(load, 0, 4)) if moment is switched else fails(load, 4)
                holds_only(driver, following)
        print(f"{line.strip()} Read: {dict(counted)}, of that while it was down: {dict(down)}")
        assert down["stale"] > 0


def test_a_full_disk_ends_a_load_and_the_version_before_stays(
    spare_neo4j: Server, driver: neo4j.Driver, versions: Versions, kinds: list[Dataset]
) -> None:
    with reading(spare_neo4j, kinds) as counted:
        load = raci(spare_neo4j, "load")
        await_there(driver, STAGING)
        spare_neo4j.limit_files(0)
        try:
            line = fails(load, 4, 5)
        finally:
            spare_neo4j.unlimit_files()
            spare_neo4j.restart()
    print(line.strip(), dict(counted))
    with link_to(spare_neo4j).open_for_loading() as anew:
        versions = Versions(anew, "neo4j")
        assert versions.pointer().ds == kinds[0].version
        versions.read(kinds[0].version)
        versions.load(Content.of(kinds[1]))
        holds_only(anew, kinds[1])


def test_a_lost_connection_ends_a_load_and_the_version_before_stays(
    spare_neo4j: Server, driver: neo4j.Driver, versions: Versions, kinds: list[Dataset]
) -> None:
    with reading(spare_neo4j, kinds) as counted, Wire(spare_neo4j.port) as wire:
        load = raci(spare_neo4j, "load", STORE_URL=f"bolt://127.0.0.1:{wire.port}")
        await_there(driver, STAGING)
        # Port 9 of the loopback: nobody is there, so that no new connection comes about.
        wire.target = 9
        wire.cut()
        begun = time.monotonic()
        line = fails(load, 4)
    print(f"{line.strip()} After {time.monotonic() - begun:.1f} s. Read: {dict(counted)}")
    assert time.monotonic() - begun < 30
    assert versions.pointer().ds == kinds[0].version
    assert "staging" in {each.state for each in versions.known()}
    versions.load(Content.of(kinds[1]))
    holds_only(driver, kinds[1])


@pytest.mark.parametrize(
    ("write", "following"),
    [
        ("UNWIND $rows", 0),
        ("UNWIND $rows", 1),
        ("UNWIND $rows", 2),
        ("SET d.state = 'retiring'", 1),
        ("DELETE", 1),
        ("DELETE", 2),
    ],
)
def test_a_write_that_comes_late_after_its_lock_was_lost_does_no_harm(
    spare_neo4j: Server,
    driver: neo4j.Driver,
    versions: Versions,
    kinds: list[Dataset],
    write: str,
    following: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The server ends a lock with its connection; the load makes a new one and goes on with it."""
    with Loader(link_to(spare_neo4j), Content.of(kinds[1])) as loader:
        loader.await_sign("staging", 4)
    steps: list[str] = []
    late: list[str] = []
    with Wire(spare_neo4j.port) as wire:
        link = replace(link_to(spare_neo4j), url=f"bolt://127.0.0.1:{wire.port}")
        with link.open_for_loading() as cut:
            execute = cut.execute_query

            def slowly(statement: str, *given: Any, **options: Any) -> Any:
                if write in statement and not late:
                    late.append(statement)
                    steps.clear()
                    wire.cut()
                    if following:
                        versions.load(Content.of(kinds[following]))
                return execute(statement, *given, **options)

            monkeypatch.setattr(cut, "execute_query", slowly)
            with pytest.raises(StoreUnavailable):
                Versions(cut, "neo4j").load(
                    Content.of(kinds[1]), lambda what, done, total: steps.append(what)
                )
    assert late
    # Found out at once, and not at the end of an hour of staging.
    assert len(steps) <= 1
    if following:
        holds_only(driver, kinds[following])
    versions.load(Content.of(kinds[following]))
    holds_only(driver, kinds[following])
