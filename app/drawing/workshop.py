"""Where pictures are made: laid out and turned into dots, each once while it is remembered."""

import asyncio
from base64 import b64decode
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable, Sequence
from hashlib import sha256
from typing import Generic, TypeVar

from app.drawing import dots, layout
from app.drawing.bench import Bench, NoDrawing
from app.drawing.layout import Cell, Laid, Wire
from app.drawing.picture import Picture

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


# Who would wait behind more than so many others is told to come again.
MOST_WAITING = 16


class Remembered(Generic[K, V]):
    """What was made, by what it was made of; the longest unused is forgotten first."""

    def __init__(self, most: int) -> None:
        """Take how many are remembered."""
        self.most = most
        self._made: OrderedDict[K, V] = OrderedDict()
        self._one_at_a_time = asyncio.Lock()
        self._waiting = 0

    async def get(self, key: K, make: Callable[[], Awaitable[V]]) -> V:
        """Give what was made before, or make it, once for all who wait. Raises NoDrawing."""
        if key not in self._made:
            await self._wait_for(key, make)
        self._made.move_to_end(key)
        return self._made[key]

    async def _wait_for(self, key: K, make: Callable[[], Awaitable[V]]) -> None:
        if self._waiting >= MOST_WAITING:
            raise NoDrawing(f"{MOST_WAITING} others wait.")
        self._waiting += 1
        try:
            async with self._one_at_a_time:
                if key not in self._made:
                    self._made[key] = await make()
                    if len(self._made) > self.most:
                        self._made.popitem(last=False)
        finally:
            self._waiting -= 1


class Workshop:
    """Makes pictures beside this process, which goes on answering.

    Graphviz is not re-entrant, and drawing dots takes a second for a large picture; neither lets
    another thread run meanwhile.
    """

    def __init__(self) -> None:
        """Start nothing yet: the first picture starts a process."""
        self._layouts = Bench("app.drawing.layout", patience=10.0)
        self._dots = Bench("app.drawing.dots", patience=20.0)
        self._laid: Remembered[Hashable, Laid] = Remembered(256)
        # A picture has half a megabyte, a large one four.
        self._drawn: Remembered[Hashable, bytes] = Remembered(16)

    async def lay_out(self, cells: Sequence[Cell], wires: Sequence[Wire]) -> Laid:
        """Lay a drawing out. Raises NoDrawing."""

        async def make() -> Laid:
            return layout.read(await self._layouts.do(layout.write(cells, wires)))

        return await self._laid.get((tuple(cells), tuple(wires)), make)

    async def png(self, picture: Picture, scale: int) -> bytes:
        """Turn a picture into dots, so many to a px. Raises NoDrawing."""
        document, fits = picture.document, picture.dots_to_a_px(scale)

        async def make() -> bytes:
            return b64decode(await self._dots.do(dots.write(document, fits)))

        return await self._drawn.get((sha256(document.encode()).digest(), fits), make)

    async def close(self) -> None:
        """End the processes."""
        await self._layouts.close()
        await self._dots.close()
