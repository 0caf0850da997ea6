"""Folders of servers: the next start removes what a dead process left, and nothing else."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.neo4j.folders import OWNER, SERVER, owned, sweep

# A process that makes a folder, starts what stands for a server there, and says so.
OWNING = """
import subprocess, sys, time
from tests.neo4j.folders import SERVER, owned
with owned() as folder:
    sleep = "import time; time.sleep(60)"
    server = subprocess.Popen([sys.executable, "-c", sleep, f"--home-dir={folder}"])
    (folder / SERVER).write_text(str(server.pid))
    print(folder, server.pid, flush=True)
    time.sleep(60)
"""


@pytest.fixture(autouse=True)
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Temporary files of these tests are made apart from all others."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)


@dataclass
class Other:
    """Another run, with a folder and a server."""

    process: subprocess.Popen[str]
    folder: Path
    server: int

    def kill(self) -> None:
        """End the run, and leave its server."""
        self.process.kill()
        self.process.wait()


@pytest.fixture
def other() -> Iterator[Other]:
    """Another run."""
    command = [sys.executable, "-c", OWNING]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        folder, server = process.stdout.readline().split()
        try:
            yield Other(process, Path(folder), int(server))
        finally:
            process.kill()
            if lives(int(server)):
                os.kill(int(server), signal.SIGKILL)


def lives(pid: int) -> bool:
    """Tell whether a process runs; one that only waits to be buried does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").split()[2] != "Z"
    except OSError:
        return False


def ends(pid: int) -> bool:
    """Tell whether a process ends soon."""
    deadline = time.monotonic() + 5
    while lives(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not lives(pid)


def test_a_folder_is_gone_after_use_and_after_an_error() -> None:
    with owned() as folder:
        assert (folder / OWNER).exists()
    assert not folder.exists()
    with pytest.raises(ZeroDivisionError), owned() as folder:
        raise ZeroDivisionError
    assert not folder.exists()


def test_what_lives_is_left_alone(other: Other) -> None:
    with owned() as ours:
        sweep()
        assert ours.exists()
        assert other.folder.exists()
        assert lives(other.server)


def test_the_folder_and_the_server_of_a_killed_run_are_removed(other: Other) -> None:
    other.kill()
    assert other.folder.exists()
    assert lives(other.server)
    sweep()
    assert not other.folder.exists()
    assert ends(other.server)


def test_a_process_that_only_has_the_number_of_a_dead_server_is_left_alone(other: Other) -> None:
    (other.folder / SERVER).write_text(str(os.getpid()), encoding="utf-8")
    other.kill()
    sweep()
    assert not other.folder.exists()
    assert lives(other.server)


def test_a_folder_that_is_just_being_made_is_left_alone(tmp_path: Path) -> None:
    fresh = tmp_path / "raci-neo4j-fresh"
    fresh.mkdir()
    sweep()
    assert fresh.exists()
