"""The process beside ours in which drawings are laid out."""

import asyncio
import os
import signal
from contextlib import suppress

import pytest

from app.drawing import workshop
from app.drawing.layout import Cell, Wire
from app.drawing.workshop import NoDrawing, Workshop

CELLS, WIRES = [Cell(100, 40, 0), Cell(100, 40, 1)], [Wire(0, 1, 20, 10)]


async def made(times: int) -> list[float]:
    shop = Workshop()
    laid = await asyncio.gather(*(shop.lay_out(CELLS, WIRES) for _ in range(times)))
    await shop.close()
    return [each.height for each in laid]


def test_many_who_ask_for_one_drawing_get_the_same() -> None:
    assert len(set(asyncio.run(made(20)))) == 1


def test_a_process_that_died_is_started_anew() -> None:
    async def die() -> None:
        shop = Workshop()
        await shop.lay_out(CELLS, WIRES)
        assert shop._process
        os.kill(shop._process.pid, signal.SIGKILL)
        others = [*CELLS, Cell(50, 20, 2)]
        with suppress(NoDrawing):
            await shop.lay_out(others, WIRES)
        assert len((await shop.lay_out(others, WIRES)).boxes) == 3
        await shop.close()

    asyncio.run(die())


def test_what_takes_too_long_is_given_up_and_the_next_is_right(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def late() -> None:
        shop = Workshop()
        await shop.lay_out(CELLS, WIRES)
        assert shop._process
        os.kill(shop._process.pid, signal.SIGSTOP)
        monkeypatch.setattr(workshop, "PATIENCE", 0.2)
        with pytest.raises(NoDrawing):
            await shop.lay_out([*CELLS, Cell(50, 20, 2)], WIRES)
        monkeypatch.setattr(workshop, "PATIENCE", 10.0)
        assert len((await shop.lay_out([*CELLS, *CELLS], WIRES)).boxes) == 4
        await shop.close()

    asyncio.run(late())
