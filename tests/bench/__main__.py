"""Measures the service and its limit and writes the table into docs/performance.md."""

import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.request import Request, urlopen

from tests.bench.load import measure, post
from tests.served import free_port

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "performance.md"
RACI = str(Path(sys.executable).parent / "raci")
SECONDS = 4.0
STARTS = 5
QUERIES = {"headline": "who_holds", "whole matrix": "matrix"}


def main() -> None:
    """Measure, print and write."""
    # One core for the server, another for the load, where there are two.
    cores = sorted(os.sched_getaffinity(0))
    server_core, load_core = cores[0], cores[-1]
    os.sched_setaffinity(0, {load_core})
    tell(f"{STARTS} starts ...")
    starts = [start_to_answer(server_core) for _ in range(STARTS)]
    lines = [
        "| query | connections | p50 ms | p99 ms | answers/s | limit p50 | limit p99 | limit/s |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    with started([RACI, "serve", "--port"], server_core) as (port, process):
        before = memory(process.pid)
        for name, stem in QUERIES.items():
            body, expected = request_of(stem, port)
            for at_once in (1, 32):
                tell(f"{name}, {at_once} at once ...")
                ours = measure(port, post(body), expected, at_once, SECONDS)
                with ready(expected, server_core) as floor_port:
                    limit = measure(floor_port, post(body), expected, at_once, SECONDS)
                figures = [f"{ours.percentile(0.5):.2f}", f"{ours.percentile(0.99):.2f}"]
                figures += [f"{ours.rate:,.0f}", f"{limit.percentile(0.5):.2f}"]
                figures += [f"{limit.percentile(0.99):.2f}", f"{limit.rate:,.0f}"]
                size = f"{name} ({len(expected) / 1000:.1f} kB)"
                lines.append(f"| {size} | {at_once} | {' | '.join(figures)} |")
        after = memory(process.pid)
    lines += [
        "",
        f"Start to the first right answer: {median(starts):.2f} s "
        f"(median of {STARTS}; {min(starts):.2f} to {max(starts):.2f}; goal under 1.5 s).",
        f"Memory (PSS): {before:.0f} MiB after the start, {after:.0f} MiB after the load.",
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


def tell(words: str) -> None:
    """Show what is going on."""
    print(words, file=sys.stderr, flush=True)


@contextmanager
def started(command: list[str], core: int) -> Iterator[tuple[int, "subprocess.Popen[bytes]"]]:
    """Start a server on a free port and on one core; give both once it listens."""
    port = free_port()
    process = subprocess.Popen([*command, str(port)], cwd=ROOT, stdout=subprocess.DEVNULL)
    os.sched_setaffinity(process.pid, {core})
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
        os.sched_setaffinity(process.pid, {core})
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
        _, answer = request_of("who_holds", port)
        taken = time.perf_counter() - began
    assert json.loads(answer)["data"]["whoHolds"]["outcome"] == "NOBODY"
    return taken


def request_of(stem: str, port: int) -> tuple[bytes, bytes]:
    """Give the body of a stored question and the server's answer to it."""
    document = (ROOT / "queries" / f"{stem}.graphql").read_text(encoding="utf-8")
    body = json.dumps({"query": document}).encode()
    request = Request(
        f"http://127.0.0.1:{port}/graphql", body, {"content-type": "application/json"}
    )
    with urlopen(request, timeout=5) as answer:
        return body, answer.read()


def memory(pid: int) -> float:
    """Give the MiB of memory that are a process's own share."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
    found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
    assert found
    return int(found[1]) / 1024


def processor() -> str:
    """Give the processor's name."""
    facts = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    found = re.search(r"^model name\s*: (.*)$", facts, re.MULTILINE)
    return found[1].strip() if found else platform.machine()


if __name__ == "__main__":
    main()
