"""The commands that load Neo4j: load, versions, rollback."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.table import Table

from app.console import SEEDS, WRONG, err, out, read_seeds, read_settings
from graph.errors import AnotherLoad, NothingKept, StoreUnavailable
from graph.seeds import SHIPPED

if TYPE_CHECKING:
    from graph.stores.neo4j.versions import Changes, Versions

# What a script may rely on; 2 is a wrong seed or setting, as everywhere.
ANOTHER_LOAD = 3
UNREACHABLE = 4
NOT_LOADED = 5
STOPPED = 130

SHOWN = 20

To = Annotated[
    str, typer.Option(help="The address of Neo4j, such as neo4j://HOST:7687.", envvar="STORE_URL")
]


def load(
    to: To = "",
    seeds: SEEDS = SHIPPED,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what would change, and write nothing.")
    ] = False,
    keep_previous: Annotated[
        bool,
        typer.Option(
            help="Keep the version before, to go back to at once.", envvar="STORE_KEEP_PREVIOUS"
        ),
    ] = False,
) -> None:
    """Load the seeds into Neo4j as a new version and make it current.

    Exit codes: 0 done or nothing to do, 2 wrong seeds or settings, 3 another load is under way
    or has won, 4 Neo4j does not answer, 5 Neo4j does not hold what was sent, 130 stopped.
    """
    dataset = read_seeds(seeds)
    with _versions(to) as (versions, grace):
        from graph.stores.neo4j.versions import Content

        content = Content.of(dataset)
        if dry_run:
            _tell(content.ds, versions.pointer().ds, versions.compare(content))
            return
        with _bar() as bar:
            task: TaskID | None = None
            described = ""

            def show(what: str, done: int, total: int) -> None:
                nonlocal task, described
                if task is None or what != described:
                    task, described = bar.add_task(what, total=total), what
                bar.update(task, completed=done, total=total)

            done = versions.load(content, show, keep_previous=keep_previous, grace=grace)
        for removed in done.removed:
            out.print(f"Removed version {removed}.")
        if not done.written:
            out.print(f"Version {done.ds} is current already; nothing was loaded.")
            return
        out.print(
            f"Version {done.ds} is current: {len(content.nodes)} nodes, {len(content.edges)} "
            f"edges, staged in {done.staging:.1f} s, switched in {done.switch * 1000:.0f} ms.",
            soft_wrap=True,
        )


def versions(to: To = "") -> None:
    """List the versions that Neo4j holds."""
    with _versions(to) as (kept, _):
        table = Table("Version", "State", "Nodes", "Edges", "Loaded", "", box=None, pad_edge=False)
        for each in kept.known():
            role = "current" if each.is_current else "previous" if each.is_previous else ""
            counts = (f"{each.nodes:,}", f"{each.edges:,}")
            table.add_row(each.ds, each.state, *counts, each.loaded, role)
        if table.row_count:
            out.print(table)
        else:
            out.print("Neo4j holds no version yet. Run raci load.")


def rollback(to: To = "") -> None:
    """Make the previous version current again, where it was kept."""
    with _versions(to) as (kept, _):
        out.print(f"Version {kept.rollback()} is current again.")


@contextmanager
def _versions(to: str) -> "Iterator[tuple[Versions, float]]":
    """Open the versions of a database; a failure becomes one line and an exit code."""
    given = {"url": to} if to else {}
    settings = read_settings(store=given).store
    if not settings.url:
        err.print("Say where Neo4j is: --to neo4j://HOST:7687, or STORE_URL.")
        raise typer.Exit(WRONG)
    from graph.restored import NotWhole
    from graph.stores.neo4j.link import reachable
    from graph.stores.neo4j.versions import Versions

    try:
        with _stoppable(), settings.link.open_for_loading() as driver:
            reachable(driver, settings.database)
            yield Versions(driver, settings.database), settings.grace_seconds
    except AnotherLoad as fault:
        _stop(ANOTHER_LOAD, str(fault))
    except StoreUnavailable as fault:
        _stop(UNREACHABLE, str(fault))
    except NothingKept as fault:
        _stop(NOT_LOADED, str(fault))
    except NotWhole as fault:
        _stop(NOT_LOADED, str(fault))


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let Ctrl-C end the process at once.

    The driver would first ask the server to roll back, and wait as long as the server does; a
    connection that is gone has the same rolled back without being waited for.
    """

    def stopped(*_: object) -> None:
        err.show_cursor()
        words = "Stopped. What is current stays current; the next load removes what is left over."
        err.print(words, soft_wrap=True)
        os._exit(STOPPED)

    before = signal.getsignal(signal.SIGINT)
    if before is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, stopped)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _stop(code: int, words: str) -> None:
    err.print(words, markup=False, soft_wrap=True)
    raise typer.Exit(code) from None


def _bar() -> Progress:
    # Where nobody watches, a failure is one line.
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    return Progress(*columns, console=err, disable=not err.is_terminal)


def _tell(ds: str, current: str | None, changes: "Changes") -> None:
    """Print what a load would change."""
    if not changes:
        out.print(f"Version {ds} is current already; a load would write nothing.")
        return
    out.print(f"A load would make version {ds} current in place of {current or 'none'}:")
    for what, names in (
        ("new", changes.added),
        ("gone", changes.removed),
        ("changed", changes.changed),
    ):
        out.print(f"  {what}: {len(names)}")
        for name in names[:SHOWN]:
            out.print(f"    {name}", markup=False, soft_wrap=True)
        if len(names) > SHOWN:
            out.print(f"    ... and {len(names) - SHOWN} more")
