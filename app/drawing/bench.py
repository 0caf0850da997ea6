"""A process of its own for work that keeps an interpreter to itself, whatever thread it is in."""

import asyncio
import logging
import sys
from contextlib import suppress

from graph.errors import RaciError
from graph.model.text import Text

log = logging.getLogger(__name__)

# Of an answer, in bytes: a large picture in base64 has eight million.
_LARGEST = 32 * 1024 * 1024


class NoDrawing(RaciError):
    """A picture cannot be made now; the list of what it shows still can be given."""

    code = "NO_DRAWING"

    @property
    def words(self) -> Text:
        """Say it to a reader, who can only try again."""
        return Text(
            "วาดภาพไม่ได้ในขณะนี้ ลองใหม่อีกครั้ง", "The picture cannot be drawn now. Try again in a while."
        )


class Bench:
    """Runs a module of ours in another process, which answers each line with a line.

    One task at a time; the process starts with the first, and anew after a failure.
    """

    def __init__(self, module: str, patience: float) -> None:
        """Take the module's name, and how many seconds one task may take."""
        self.module, self.patience = module, patience
        self._process: asyncio.subprocess.Process | None = None
        self._one_at_a_time = asyncio.Lock()

    async def do(self, task: bytes) -> bytes:
        """Give a task, a line without its end, and wait for its answer. Raises NoDrawing."""
        async with self._one_at_a_time:
            return await self._done(task)

    async def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process and process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def _done(self, task: bytes) -> bytes:
        try:
            async with asyncio.timeout(self.patience):
                process = await self._started()
                assert process.stdin
                assert process.stdout
                process.stdin.write(task + b"\n")
                await process.stdin.drain()
                answer = await process.stdout.readline()
                if not answer.endswith(b"\n"):
                    raise EOFError(f"{self.module} ended in the middle of a task.")
                return answer
        except (OSError, TimeoutError, EOFError, ValueError) as failed:
            log.exception("A picture could not be made.")
            await self.close()
            raise NoDrawing(f"{self.module} failed.") from failed
        except asyncio.CancelledError:
            # What was given up in the middle would answer the next one's task.
            await self.close()
            raise

    async def _started(self) -> asyncio.subprocess.Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", self.module),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                limit=_LARGEST,
            )
        return self._process
