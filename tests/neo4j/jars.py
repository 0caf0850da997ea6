"""The jars of a Neo4j server: named or fetched once, and each held against the hash lock."""

import fcntl
import hashlib
import io
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from maven_artifact import Artifact, Downloader, RequestException
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from tests.neo4j.trouble import NoServer

ROOT = Path(__file__).parents[2]
LOCK = ROOT / ".requirements" / "neo4j.txt"
POM = Path(__file__).parent / "pom.xml"
KEPT = ROOT / ".venv" / "neo4j-jars"
STAMP = "checked"
AT_ONCE = 8
TRIES = 3
PATIENCE = 60.0
# A status, not output: the output of a command is what it is asked for.
SCREEN = Console(stderr=True)


@dataclass(frozen=True, order=True)
class Jar:
    """A jar as the lock names it."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str

    @property
    def file(self) -> str:
        """The name of its file, as Maven writes it."""
        tail = f"-{self.classifier}" if self.classifier else ""
        return f"{self.artifact}-{self.version}{tail}.jar"

    def __str__(self) -> str:
        parts = [self.group, self.artifact, self.version, self.classifier]
        return f"{':'.join(part for part in parts if part)} {self.sha256}"


def find(lock: Path = LOCK, kept: Path = KEPT) -> Path:
    """Give the folder of jars: the one NEO4J_JARS names, or the checkout's own."""
    if named := os.environ.get("NEO4J_JARS"):
        check(Path(named), read(lock))
        return Path(named)
    if not is_checked(kept, lock):
        with only_one(kept.with_suffix(".busy")):
            # Another process may have brought them while this one waited.
            if not is_checked(kept, lock):
                bring(lock, kept)
    return kept


def read(lock: Path) -> list[Jar]:
    """Read a hash lock."""
    found = []
    for line in lock.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            coordinate, sha256 = line.split()
            group, artifact, version, *classifier = coordinate.split(":")
            found.append(Jar(group, artifact, version, "".join(classifier), sha256))
    return found


def check(folder: Path, jars: Sequence[Jar], ours: bool = False) -> None:
    """Hold a folder against the lock. A wrong jar is removed where the folder is ours."""
    if not folder.is_dir():
        raise NoServer(f"NEO4J_JARS names {folder}, which is no folder: name one, or unset it.")
    wanted = {jar.file: jar for jar in jars}
    there = {path.name for path in folder.glob("*.jar")}
    in_step = "Run make neo4j-lock: tests/neo4j/pom.xml names others than the lock."
    if missing := sorted(wanted.keys() - there):
        remedy = in_step if ours else "Add them, or unset NEO4J_JARS to have them fetched."
        raise NoServer(
            f"{folder} lacks {len(missing)} of {len(jars)} jars, first {missing[0]}. {remedy}"
        )
    if extra := sorted(there - wanted.keys()):
        remedy = in_step if ours else "Java would load them. Take them out, or unset NEO4J_JARS."
        raise NoServer(
            f"{folder} has {len(extra)} jars the lock does not name, first {extra[0]}. {remedy}"
        )
    for name, jar in sorted(wanted.items()):
        hold(folder / name, jar, ours)


def hold(path: Path, jar: Jar, ours: bool) -> None:
    """Hold one jar against its line of the lock."""
    with path.open("rb") as opened:
        found = hashlib.file_digest(opened, "sha256").hexdigest()
    if found == jar.sha256:
        return
    remedy = f"Put the right one in {path.parent}, or unset NEO4J_JARS to have it fetched."
    if ours:
        path.unlink()
        remedy = (
            "It was removed. Try again; if it comes wrong again, whoever serves it here has "
            "changed it: name a folder of right jars in NEO4J_JARS."
        )
    raise NoServer(
        f"{jar.file} is not the jar that .requirements/neo4j.txt allows.\n"
        f"  found:   {found}\n  allowed: {jar.sha256}\n{remedy}"
    )


def is_checked(kept: Path, lock: Path) -> bool:
    """Tell whether the kept jars were held against this very lock, and none has gone."""
    stamp = kept / STAMP
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != digest(lock):
        return False
    return {path.name for path in kept.glob("*.jar")} == {jar.file for jar in read(lock)}


def digest(lock: Path) -> str:
    """The hash of a lock."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def bring(lock: Path, kept: Path) -> None:
    """Fetch and check all jars; they take their place together, or nothing is left of them."""
    jars = read(lock)
    part = kept.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    try:
        fetch(jars, part)
        check(part, jars, ours=True)
        (part / STAMP).write_text(digest(lock), encoding="utf-8")
        shutil.rmtree(kept, ignore_errors=True)
        part.rename(kept)
    finally:
        shutil.rmtree(part, ignore_errors=True)


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Let one process at a time do something."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as opened:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield


def fetch(jars: Sequence[Jar], folder: Path) -> None:
    """Fetch by Python, or, where that fails, by Maven."""
    try:
        fetch_by_python(jars, folder)
    except (RequestException, OSError) as trouble:
        if not shutil.which("mvn"):
            raise NoServer(
                f"The jars of Neo4j cannot be fetched: {trouble}\nBehind a proxy, HTTPS_PROXY and "
                "REQUESTS_CA_BUNDLE name it and its certificates; with mvn on the PATH, Maven's "
                "own settings are used; NEO4J_JARS can name a folder that has the jars, and "
                "NEO4J_TEST_URI a server that runs."
            ) from trouble
        SCREEN.print(f"Python cannot fetch the jars ({trouble}); Maven is asked ...", markup=False)
        # Maven leaves a file that is there as it is, and one may be cut.
        for cut in folder.iterdir():
            cut.unlink()
        fetch_by_maven(folder)


def fetch_by_python(jars: Sequence[Jar], folder: Path) -> None:
    """Fetch several jars at a time."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    progress = Progress(*columns, console=SCREEN, redirect_stdout=False, redirect_stderr=False)
    # The library prints a line for each jar, of all threads mixed.
    with redirect_stdout(io.StringIO()), progress, ThreadPoolExecutor(AT_ONCE) as pool:
        task = progress.add_task("Fetching Neo4j's jars", total=len(jars))
        running = [pool.submit(fetch_one, jar, folder / jar.file) for jar in jars]
        try:
            for each in as_completed(running):
                each.result()
                progress.advance(task)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def fetch_one(jar: Jar, path: Path) -> None:
    """Fetch one jar; what Python's requests knows of proxies and certificates holds."""
    downloader = Downloader()
    requestor = downloader.requestor
    # As it is, the library would wait for ever for a server that says nothing.
    requestor.request = partial(requestor.request, timeout=PATIENCE)
    artifact = Artifact(jar.group, jar.artifact, jar.version, jar.classifier or None)
    for attempt in range(1, TRIES + 1):
        path.unlink(missing_ok=True)
        try:
            downloader.download(artifact, str(path))
        except (RequestException, OSError):
            if attempt == TRIES:
                raise
            time.sleep(attempt)
        else:
            return


def fetch_by_maven(folder: Path) -> str:
    """Fetch what the pom names, and give Maven's list of it."""
    listed = folder / "list.txt"
    goals = ["dependency:list", "dependency:copy-dependencies", "-DincludeScope=runtime"]
    places = [f"-DoutputFile={listed}", f"-DoutputDirectory={folder}"]
    command = ["mvn", "-B", "-q", "-f", str(POM), *goals, *places]
    with SCREEN.status("Maven fetches the jars of Neo4j ..."):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoServer(f"Maven cannot fetch the jars of Neo4j: {done.stdout[-2000:]}{done.stderr}")
    text = listed.read_text(encoding="utf-8")
    listed.unlink()
    return text
