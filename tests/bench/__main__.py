"""Measures the service and its limit and writes the table into docs/performance.md."""

import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from urllib.request import Request, urlopen

from tests.bench.load import Measured, measure, post
from tests.served import free_port

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "performance.md"
RACI = str(Path(sys.executable).parent / "raci")
SECONDS = 1.5
ROUNDS = 5
STARTS = 5
QUERIES = {"headline": "who_holds", "whole matrix": "matrix"}
RIGHT: dict[str, Callable[[dict[str, Any]], bool]] = {
    "who_holds": lambda said: said["data"]["whoHolds"]["outcome"] == "NOBODY",
    "matrix": lambda said: (
        [len(row["cells"]) for row in said["data"]["matrix"]["rows"]] == [5] * 13
    ),
}


def main() -> None:
    """Measure, print and write."""
    # One core for the server, another for the load, where there are two.
    cores = usable_cores()
    server_core, load_core = cores[0], cores[-1]
    pin(0, load_core)
    tell(f"{STARTS} starts ...")
    starts = [start_to_answer(server_core) for _ in range(STARTS)]
    lines = [
        "| query | connections | p50 ms | p99 ms | answers/s | limit p50 | limit p99 | limit/s |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    with started([RACI, "serve", "--port"], server_core) as (port, process):
        request_of("who_holds", port)
        before = memory(process.pid)
        for name, stem in QUERIES.items():
            body, expected = request_of(stem, port)
            for at_once in (1, 32):
                tell(f"{name}, {at_once} at once ...")
                ours, limit = list[Measured](), list[Measured]()
                with ready(expected, server_core) as floor_port:
                    for _ in range(ROUNDS):
                        ours.append(measure(port, post(body), expected, at_once, SECONDS))
                        limit.append(measure(floor_port, post(body), expected, at_once, SECONDS))
                size = f"{name} ({len(expected) / 1000:.1f} kB)"
                lines.append(f"| {size} | {at_once} | {figures(ours)} | {figures(limit)} |")
        after = memory(process.pid)
    lines += [
        "",
        f"Start to the first right answer: {median(starts):.2f} s "
        f"(median of {STARTS}; {min(starts):.2f} to {max(starts):.2f}; goal under 1.5 s).",
        f"Memory (PSS): {before} after the first answer, {after} after the load.",
        "",
        f"Python {platform.python_version()}, {len(cores)} cores ({processor()}), "
        f"{time.strftime('%Y-%m-%d')}.",
    ]
    table = "\n".join(lines)
    print(table)
    page = PAGE.read_text(encoding="utf-8")
    begin, end = "<!-- bench -->", "<!-- /bench -->"
    between = re.compile(f"{begin}.*{end}", re.DOTALL)
    PAGE.write_text(between.sub(lambda _: f"{begin}\n{table}\n{end}", page), encoding="utf-8")


def figures(rounds: list[Measured]) -> str:
    """Give the median round's p50, p99 and answers a second."""
    p50, p99 = (median(each.percentile(share) for each in rounds) for share in (0.5, 0.99))
    return f"{p50:.2f} | {p99:.2f} | {median(each.rate for each in rounds):,.0f}"


def usable_cores() -> list[int]:
    """Give the cores this process may run on."""
    if sys.platform == "linux":
        return sorted(os.sched_getaffinity(0))
    return list(range(os.cpu_count() or 1))


def pin(pid: int, core: int) -> None:
    """Keep a process (0: this one) on one core, where the system can."""
    if sys.platform == "linux":
        os.sched_setaffinity(pid, {core})


def tell(words: str) -> None:
    """Show what is going on."""
    print(words, file=sys.stderr, flush=True)


@contextmanager
def started(command: list[str], core: int) -> Iterator[tuple[int, "subprocess.Popen[bytes]"]]:
    """Start a server on a free port and on one core; give both once it listens."""
    port = free_port()
    process = subprocess.Popen([*command, str(port)], cwd=ROOT, stdout=subprocess.DEVNULL)
    pin(process.pid, core)
    try:
        wait(port)
        yield port, process
    finally:
        process.terminate()
        process.wait(20)


@contextmanager
def ready(body: bytes, core: int) -> Iterator[int]:
    """Start the limit: the same bytes, ready."""
    with tempfile.NamedTemporaryFile() as file:
        Path(file.name).write_bytes(body)
        port = free_port()
        command = [sys.executable, "-m", "tests.bench.floor", str(port), file.name]
        process = subprocess.Popen(command, cwd=ROOT)
        pin(process.pid, core)
        try:
            wait(port)
            yield port
        finally:
            process.terminate()
            process.wait(20)


def wait(port: int) -> None:
    """Wait until a server answers."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            urlopen(f"http://127.0.0.1:{port}/readyz", timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise TimeoutError(f"nothing answers on port {port}")


def start_to_answer(core: int) -> float:
    """Time from the start of the process to the right headline answer."""
    began = time.perf_counter()
    with started([RACI, "serve", "--port"], core) as (port, _):
        request_of("who_holds", port)
        return time.perf_counter() - began


def request_of(stem: str, port: int) -> tuple[bytes, bytes]:
    """Give the body of a stored question and the server's answer to it, which must be right."""
    document = (ROOT / "queries" / f"{stem}.graphql").read_text(encoding="utf-8")
    body = json.dumps({"query": document}).encode()
    request = Request(
        f"http://127.0.0.1:{port}/graphql", body, {"content-type": "application/json"}
    )
    with urlopen(request, timeout=5) as answer:
        found: bytes = answer.read()
    if not RIGHT[stem](json.loads(found)):
        raise ValueError(f"{stem}: a wrong answer: {found[:200]!r}")
    return body, found


def memory(pid: int) -> str:
    """Give the memory that is a process's own share."""
    found = read(Path(f"/proc/{pid}/smaps_rollup"), r"^Pss:\s+(\d+) kB")
    return f"{int(found) / 1024:.0f} MiB" if found else "not told here"


def processor() -> str:
    """Give the processor's name."""
    return read(Path("/proc/cpuinfo"), r"^model name\s*: (.*)$") or platform.machine()


def read(path: Path, pattern: str) -> str:
    """Give what a file of the system says, or nothing where there is no such file."""
    found = path.exists() and re.search(pattern, path.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1].strip() if found else ""


if __name__ == "__main__":
    main()
