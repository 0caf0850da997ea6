"""The processes beside ours in which pictures are made."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import pytest

from app.drawing.bench import Bench, NoDrawing
from app.drawing.layout import Cell, Wire
from app.drawing.picture import Picture
from app.drawing.workshop import MOST_WAITING, Workshop

CELLS, WIRES = [Cell(100, 40, 0), Cell(100, 40, 1)], [Wire(0, 1, 20, 10)]
OTHERS = [*CELLS, Cell(50, 20, 2)]
PICTURE = Picture(40, 20, "th", "ภาพ", "", '<rect class="box" width="9" height="9"/>')


@asynccontextmanager
async def workshop() -> AsyncIterator[Workshop]:
    shop = Workshop()
    yield shop
    await shop.close()


def run(what: Coroutine[Any, Any, None]) -> None:
    asyncio.run(what)


def stopped(bench: Bench, sent: signal.Signals) -> None:
    assert bench._process
    os.kill(bench._process.pid, sent)


def test_many_who_ask_for_one_picture_have_it_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tasks = []
    plain = Bench.do

    async def counted(bench: Bench, task: bytes) -> bytes:
        tasks.append(bench.module)
        return await plain(bench, task)

    async def ask() -> None:
        async with workshop() as shop:
            laid = await asyncio.gather(*(shop.lay_out(CELLS, WIRES) for _ in range(10)))
            assert all(each is laid[0] for each in laid)
            dots = await asyncio.gather(*(shop.png(PICTURE, 2) for _ in range(10)))
            assert all(each is dots[0] for each in dots)
            assert dots[0].startswith(b"\x89PNG")
            assert await shop.png(PICTURE, 1) != dots[0]

    monkeypatch.setattr(Bench, "do", counted)
    run(ask())
    assert sorted(tasks) == ["app.drawing.dots"] * 2 + ["app.drawing.layout"]


def test_a_process_that_died_is_started_anew(caplog: pytest.LogCaptureFixture) -> None:
    async def die() -> None:
        async with workshop() as shop:
            await shop.lay_out(CELLS, WIRES)
            stopped(shop._layouts, signal.SIGKILL)
            with pytest.raises(NoDrawing):
                await shop.lay_out(OTHERS, WIRES)
            assert len((await shop.lay_out(OTHERS, WIRES)).boxes) == 3

    run(die())
    assert "A picture could not be made" in caplog.text


def test_what_takes_too_long_is_given_up_and_the_next_is_right() -> None:
    async def late() -> None:
        async with workshop() as shop:
            await shop.lay_out(CELLS, WIRES)
            stopped(shop._layouts, signal.SIGSTOP)
            shop._layouts.patience = 0.2
            with pytest.raises(NoDrawing):
                await shop.lay_out(OTHERS, WIRES)
            shop._layouts.patience = 10.0
            assert len((await shop.lay_out([*CELLS, *CELLS], WIRES)).boxes) == 4

    run(late())


def test_who_gives_up_leaves_nothing_to_the_next() -> None:
    async def leave() -> None:
        async with workshop() as shop:
            await shop.lay_out(CELLS, WIRES)
            stopped(shop._layouts, signal.SIGSTOP)
            leaving = asyncio.create_task(shop.lay_out(OTHERS, WIRES))
            await asyncio.sleep(0.05)
            leaving.cancel()
            with pytest.raises(asyncio.CancelledError):
                await leaving
            assert len((await shop.lay_out([*CELLS, *CELLS], WIRES)).boxes) == 4

    run(leave())


def test_not_more_wait_than_may() -> None:
    async def crowd() -> None:
        async with workshop() as shop:
            asked = [shop.png(PICTURE.noted(str(each)), 1) for each in range(MOST_WAITING + 4)]
            told = await asyncio.gather(*asked, return_exceptions=True)
            assert sum(isinstance(each, NoDrawing) for each in told) == 4
            assert sum(isinstance(each, bytes) for each in told) == MOST_WAITING

    run(crowd())


def test_this_process_goes_on_while_a_picture_is_made() -> None:
    async def meanwhile() -> None:
        async with workshop() as shop:
            await shop.png(PICTURE, 1)
            stopped(shop._dots, signal.SIGSTOP)
            making = asyncio.create_task(shop.png(PICTURE, 2))
            # A layout is made although the dots stand still.
            assert (await shop.lay_out(CELLS, WIRES)).boxes
            assert not making.done()
            stopped(shop._dots, signal.SIGCONT)
            assert (await making).startswith(b"\x89PNG")

    run(meanwhile())


def test_the_dots_are_drawn_in_our_own_font() -> None:
    thai = Picture(200, 40, "th", "", "", '<text x="4" y="24">คณะกรรมการ</text>')
    empty = Picture(200, 40, "th", "", "", "")

    async def drawn() -> None:
        async with workshop() as shop:
            assert len(await shop.png(thai, 2)) > 2 * len(await shop.png(empty, 2))

    run(drawn())
