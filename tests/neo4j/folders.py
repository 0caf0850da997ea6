"""The folders of servers: gone with the process that made them, at the latest at the next start."""

import fcntl
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = "raci-neo4j-"
OWNER = "owner"
SERVER = "server.pid"
PATIENCE = 10.0


@contextmanager
def owned() -> Iterator[Path]:
    """Make a folder that is marked as ours while we live, and remove it afterwards.

    The mark is a locked file with our process id. The system gives the lock back when a process
    ends, in whatever way, so that a number given to another process misleads nobody.
    """
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    try:
        fresh = folder / "fresh"
        with fresh.open("w", encoding="utf-8") as mark:
            fcntl.flock(mark, fcntl.LOCK_EX)
            mark.write(str(os.getpid()))
            mark.flush()
            # Named only when locked: nobody sees the mark of a living process unlocked.
            fresh.rename(folder / OWNER)
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep() -> None:
    """Remove the folders of processes that are gone, and end the servers they left running."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if is_abandoned(folder):
            end_server(folder)
            shutil.rmtree(folder, ignore_errors=True)


def is_abandoned(folder: Path) -> bool:
    """Tell whether a folder is of this user, and the process that made it is gone."""
    try:
        if folder.stat().st_uid != os.getuid():
            return False
        with (folder / OWNER).open(encoding="utf-8") as mark:
            fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
    except BlockingIOError:
        return False
    except FileNotFoundError:
        # Not marked yet, or cut while it was made.
        return folder.exists() and time.time() - folder.stat().st_mtime > PATIENCE * 6


def end_server(folder: Path) -> None:
    """End the server of a folder, if it runs and is truly that folder's."""
    try:
        pid = int((folder / SERVER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return
    deadline = time.monotonic() + PATIENCE
    while f"--home-dir={folder}" in command_of(pid) and time.monotonic() < deadline:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        time.sleep(0.05)


def command_of(pid: int) -> list[str]:
    """The command line of a process; nothing where there is none."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8").split("\0")
    except (OSError, UnicodeDecodeError):
        pass
    if Path("/proc/self").exists() or not shutil.which("ps"):
        return []
    told = subprocess.run(["ps", "-ww", "-o", "args=", "-p", str(pid)], capture_output=True)
    return told.stdout.decode(errors="replace").split()
