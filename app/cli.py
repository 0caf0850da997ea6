"""The `raci` command: serve, check the seeds, ask who holds a code, see what is missing."""

import asyncio
import errno
import socket
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from app import versions
from app.console import SEEDS, WRONG, err, out, read_seeds, read_settings
from app.settings import Settings
from graph.errors import RaciError, SeedsError, StoreUnavailable
from graph.model.answers import AnswerKind
from graph.seeds import SHIPPED, TABLES, load

app = typer.Typer(
    help="RACI Explorer: who answers for what in the Thai Government CIO guideline.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
NOT_FOUND = 3

for command in (versions.load, versions.versions, versions.rollback):
    app.command()(command)


@app.command()
def serve(
    host: Annotated[str, typer.Option(envvar="RACI_HOST")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="RACI_PORT", min=0, max=65535)] = 8000,
) -> None:
    """Serve the pages and GraphQL until stopped."""
    import uvicorn

    from app.main import create_app
    from graph.stores.networkx_store import NetworkxStore

    settings = read_settings(host=host, port=port)
    # Faults of the seeds are told in words, before a server is there to fail.
    store = None if settings.store.url else NetworkxStore(read_seeds(settings.seeds))
    if trouble := _trouble(host, port):
        err.print(trouble, soft_wrap=True)
        raise typer.Exit(1)
    shown = f"[{host}]" if ":" in host else host
    prefix = settings.root_path.rstrip("/")
    out.print(f"RACI Explorer: http://{shown}:{port}{prefix}/  (Ctrl-C stops it)")
    uvicorn.run(
        create_app(settings, store),
        host=host,
        port=port,
        root_path=prefix,
        http="h11",
        limit_concurrency=settings.concurrency,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=10,
        server_header=False,
        access_log=False,
        log_level="warning",
    )


@app.command()
def check(seeds: SEEDS = SHIPPED) -> None:
    """Check the seeds: every row, every reference, every quote against the guideline."""
    data = read_seeds(seeds)
    out.print(
        f"The seeds are sound: {len(data.clauses)} clauses, {len(data.readings)} readings, "
        f"{len(data.bodies)} bodies, {len(data.instruments)} instruments, "
        f"{len(data.assignments)} cells, {len(data.relationships)} relationships, "
        f"{len(data.duties)} duties, {len(data.qualifications)} requirements, "
        f"{len(data.rules)} rules, {len(data.actions)} actions. Version {data.version}.",
        soft_wrap=True,
    )


@app.command()
def who(
    code: Annotated[str, typer.Option(help="A, R, C or I, or the word.")],
    activity: Annotated[str, typer.Option(help="Number (11, ๑๑), name or topic.")],
    level: Annotated[
        str,
        typer.Option(help="national, whole-of-government, ministry, department, province; or any."),
    ] = "",
    seeds: SEEDS = SHIPPED,
) -> None:
    """Say who holds a code for an activity, with the source."""
    from app.asked import read_code, read_level
    from app.context import Context
    from graph.questions.who_holds import WhoHolds
    from graph.stores.networkx_store import NetworkxStore

    data = read_seeds(seeds)
    try:
        question = WhoHolds.of(data, activity, read_code(code), read_level(level))
    except RaciError as fault:
        err.print(str(fault), markup=False, soft_wrap=True)
        raise typer.Exit(NOT_FOUND) from None
    holding = asyncio.run(Context(NetworkxStore(data)).ask(question))
    out.print(holding.answer.th, markup=False, soft_wrap=True)
    out.print()
    out.print(holding.answer.en, markup=False, soft_wrap=True)
    out.print()
    for citation in holding.citations:
        out.print(f"[bold]{citation.clause.name.th} · {citation.place}[/bold]")
        out.print(f"  {citation.quote}", markup=False, soft_wrap=True)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="The question, in Thai or English.")] = "",
    lang: Annotated[
        str, typer.Option(help="The language of the answer: th or en; else the question's.")
    ] = "",
    explain: Annotated[bool, typer.Option(help="Show why the answer came out so.")] = False,
    review: Annotated[
        Path | None,
        typer.Option(help="Print the questions of a file of unanswered ones, by missing word."),
    ] = None,
    seeds: SEEDS = SHIPPED,
) -> None:
    """Answer a question as a person says it, with its sources.

    Exit codes: 0 answered (nobody is an answer), 2 wrong seeds or arguments, 3 declined or unclear.
    """
    from app.asking import explained, reviewed, told
    from app.context import Context
    from graph.asking.ask import Language
    from graph.stores.networkx_store import NetworkxStore

    if not question.strip() and review is None:
        err.print('Ask something: raci ask "who chairs the PCIO committee?"')
        raise typer.Exit(WRONG)
    if lang not in ("", *(each.value for each in Language)):
        err.print(f'--lang is "{lang[:20]}". Allowed: th, en.', markup=False)
        raise typer.Exit(WRONG)
    data = read_seeds(seeds)
    if review is not None:
        reviewed(data, review)
        return
    found = asyncio.run(Context(NetworkxStore(data)).answer(question, lang or None))
    told(found)
    if explain:
        explained(data, question, found)
    if found.kind in (AnswerKind.OUT_OF_SCOPE, AnswerKind.AMBIGUOUS):
        raise typer.Exit(NOT_FOUND)


@app.command()
def doctor() -> None:
    """Tell what is there, what is missing and what to do."""
    table = Table("What", "Found", "To do", box=None, pad_edge=False)
    faults = 0
    for what, found, remedy in _examined():
        faults += bool(remedy)
        table.add_row(what, found, remedy or "-")
    out.print(table)
    if faults:
        raise typer.Exit(1)


@app.command()
def schema() -> None:
    """Print the GraphQL schema."""
    from app.graphql.schema import SCHEMA

    # Not through rich: the text goes to a file, byte for byte.
    sys.stdout.write(SCHEMA.as_str() + "\n")


def main() -> None:
    """Run the command line."""
    app()


def _trouble(host: str, port: int) -> str:
    """Say why a server could not listen there, or nothing."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((host, port))
    except OSError as fault:
        if fault.errno == errno.EADDRINUSE:
            return (
                f"Port {port} on {host} is taken. Stop what listens there, or give another --port."
            )
        return f"This machine cannot listen on {host}, port {port}. Give one of its own addresses."
    return ""


def _examined() -> Iterator[tuple[str, str, str]]:
    running = ".".join(map(str, sys.version_info[:3]))
    old = sys.version_info < (3, 11)
    yield "Python", running, "Install Python 3.11 or newer." if old else ""
    for package in ("fastapi", "strawberry-graphql", "uvicorn", "networkx", "neo4j"):
        try:
            yield package, version(package), ""
        except PackageNotFoundError:
            yield package, "missing", "Run make run, or pip install the project again."
    settings = read_settings()
    missing = [name for name in TABLES if not (settings.seeds / name).is_file()]
    yield (
        "seeds",
        f"{len(TABLES) - len(missing)} of {len(TABLES)} tables",
        f"Put back {', '.join(missing)}." if missing else "",
    )
    try:
        yield "content", f"sound, version {load(settings.seeds).version}", ""
    except SeedsError as fault:
        yield "content", f"{len(fault.findings)} faults", "Run raci check."
    from app.queries import stored_queries

    found = len(stored_queries())
    yield "stored questions", str(found), "" if found else "Put back the folder queries/."
    from app.assets import STATIC

    assets = (STATIC / "vendor").is_dir()
    yield "playground", "there" if assets else "missing", "" if assets else "Run make vendor."
    yield "store", *_store(settings)
    trouble = _trouble(settings.host, settings.port)
    yield f"port {settings.port}", "not free" if trouble else "free", trouble


def _store(settings: Settings) -> tuple[str, str]:
    """Say which store answers, and what is to be done about it."""
    if not settings.store.url:
        return "networkx, in memory", ""
    from graph.property_graph import MODEL
    from graph.restored import NotWhole
    from graph.stores.neo4j.link import reachable
    from graph.stores.neo4j.versions import Versions

    try:
        with settings.store.link.open_for_loading() as driver:
            reachable(driver, settings.store.database)
            versions = Versions(driver, settings.store.database)
            current = next((each for each in versions.known() if each.is_current), None)
            if current is None:
                return "Neo4j, without a version", "Run raci load."
            if current.schema != MODEL:
                return f"Neo4j, version {current.ds} of another model", "Run raci load."
            versions.read(current.ds)
            strays = versions.strays()
    except StoreUnavailable as fault:
        return "Neo4j, no answer to be had", str(fault)
    except NotWhole:
        return "Neo4j, written to by something else", "Run raci load."
    if strays:
        found = f"Neo4j, version {current.ds}, beside {strays} nodes of no version"
        return found, "Look at them and remove them: docs/deployment.md says how."
    return f"Neo4j, version {current.ds}", ""


if __name__ == "__main__":
    main()
