"""Where layouts are made: in a process of its own, one at a time, and each only once."""

import asyncio
import sys
from collections import OrderedDict
from collections.abc import Sequence
from contextlib import suppress

from app.drawing.layout import Cell, Laid, Wire, read, write

KEPT = 256
# A layout takes a tenth of a second; what takes this long has failed.
PATIENCE = 10.0
_LONGEST = 16 * 1024 * 1024

Key = tuple[tuple[Cell, ...], tuple[Wire, ...]]


class NoDrawing(Exception):
    """The drawing cannot be laid out now; the list of what it shows still can be given."""


class Workshop:
    """Lays drawings out beside this process, which goes on answering. One at a time."""

    def __init__(self) -> None:
        """Start nothing yet: the first drawing starts the process."""
        self._process: asyncio.subprocess.Process | None = None
        self._one_at_a_time = asyncio.Lock()
        self._made: OrderedDict[Key, Laid] = OrderedDict()

    async def lay_out(self, cells: Sequence[Cell], wires: Sequence[Wire]) -> Laid:
        """Lay a drawing out, or take what was made before. Raises NoDrawing."""
        key = (tuple(cells), tuple(wires))
        if key in self._made:
            self._made.move_to_end(key)
            return self._made[key]
        async with self._one_at_a_time:
            if key not in self._made:
                self._made[key] = await self._make(key)
                while len(self._made) > KEPT:
                    self._made.popitem(last=False)
        return self._made[key]

    async def close(self) -> None:
        """End the process."""
        if self._process and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()
        self._process = None

    async def _make(self, key: Key) -> Laid:
        try:
            async with asyncio.timeout(PATIENCE):
                process = await self._started()
                assert process.stdin
                assert process.stdout
                process.stdin.write(write(*key))
                await process.stdin.drain()
                line = await process.stdout.readline()
                return read(line)
        except (OSError, TimeoutError, ValueError) as failed:
            await self.close()
            raise NoDrawing("The layout failed.") from failed
        except asyncio.CancelledError:
            # What was given up in the middle would answer the next one's question.
            await self.close()
            raise

    async def _started(self) -> asyncio.subprocess.Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "app.drawing.layout"),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                limit=_LONGEST,
            )
        return self._process
