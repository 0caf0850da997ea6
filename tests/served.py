"""A real server in a process of its own, for the tests that need one."""

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

PATIENCE = 120.0


def free_port() -> int:
    """Give a port nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


@contextmanager
def serving(
    command: Sequence[str], port: int, folder: Path, environment: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Run a command that serves, until it answers; end it and all it started afterwards."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=dict(os.environ if environment is None else environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    base = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + PATIENCE
        while not answers(base):
            if process.poll() is not None or time.monotonic() > deadline:
                os.killpg(process.pid, signal.SIGKILL) if process.poll() is None else None
                output = process.stdout.read() if process.stdout else ""
                raise RuntimeError(f"{command} does not serve: {output}")
            time.sleep(0.1)
        yield base
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        output, _ = process.communicate(timeout=20)
        # What a client may not see is what a failed test has to show.
        if "Traceback" in output:
            print(output[-10_000:])


def answers(base: str) -> bool:
    """Tell whether a server is ready."""
    try:
        with urlopen(f"{base}/readyz", timeout=2) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def put(base: str, document: str, **variables: Any) -> dict[str, Any]:
    """Put a GraphQL document to a server over HTTP."""
    body = json.dumps({"query": document, "variables": variables}).encode()
    request = Request(f"{base}/graphql", body, {"content-type": "application/json"})
    with urlopen(request, timeout=10) as answer:
        found: dict[str, Any] = json.load(answer)
        return found
