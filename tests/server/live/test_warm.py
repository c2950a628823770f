"""Kernels kept ready: taken first, replaced, renewed after a change, and never in a visitor's way."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import nbformat
import psutil
import pytest

from server.live import kernels as live_kernels
from server.live.kernels import LiveKernels, NoRoom
from server.live.warm import WarmPool
from tests.server.conftest import Start, write_notebooks
from tests.serving import Server, awaited, eventually, runs


def pids(server: Server) -> set[int]:
    return {kernel.pid for kernel in server.kernels()}


def filled(server: Server, count: int) -> set[int]:
    eventually(lambda: len(pids(server)) >= count, 60, f"{count} kernels run")
    return pids(server)


def of(server: Server, kernel: str) -> list[psutil.Process]:
    return [process for process in server.kernels() if runs(process, kernel)]


def test_a_visitor_gets_a_ready_kernel_another_takes_its_place_and_stays_when_the_first_ends(
    start_prepared: Start, notebooks: Path
) -> None:
    server = start_prepared(notebooks, "--kernels", "8", "--warm", "2")
    # The second begins when the first is ready.
    ready = filled(server, 2)
    answer, kernel = server.visitor().open_session("01-buoi-mot.ipynb")
    assert answer.status == 200 and "<!-- page complete -->" in answer.text
    taken = {process.pid for process in of(server, kernel)}
    assert taken < ready
    waiting = filled(server, 3) - taken
    # Nobody's tab is open: within a minute the visitor's kernel ends, and the one that waits does not.
    eventually(lambda: not of(server, kernel), 60, "the visitor's kernel has ended")
    assert pids(server) == waiting


async def looked_after(kernels: LiveKernels, pass_an_hour: Callable[[], None]) -> list[bool]:
    """Tell whether a kernel is there after an hour of waiting, as soon as it is taken, and an hour later."""
    kernel_id = await kernels.start_kernel(kernel_id=kernels.reserve("warm"))
    kernel = kernels.get_kernel(kernel_id)
    there = []
    for taken in (False, True, False):
        kernel.execution_state = "idle"
        pass_an_hour()
        if taken:
            kernels.hand_over(kernel_id, "somebody")
        await kernels.cull_kernel_if_idle(kernel_id)
        there.append(kernel_id in kernels)
    # To look at one that has just ended is no error.
    await kernels.cull_kernel_if_idle(kernel_id)
    return there


def test_a_kernel_that_has_waited_long_lives_on_with_its_visitor(monkeypatch: pytest.MonkeyPatch) -> None:
    kernels, now = LiveKernels(capacity=1, cull_idle_timeout=40, cull_connected=False), [0]
    # A clock that is set back, or a laptop that slept, is not looked at.
    monkeypatch.setattr(live_kernels, "monotonic", lambda: now[0])
    passing = partial(now.__setitem__, 0, 3600), partial(now.__setitem__, 0, 7200)
    steps = iter([passing[0], lambda: None, passing[1]])
    assert awaited(looked_after(kernels, lambda: next(steps)())) == [True, True, False]
    assert kernels.owners == {}


async def look_after_a_death(pool: WarmPool) -> list[int]:
    """Tell how many kernels are ready before and after one of them was killed."""
    kernel_id = pool.kernels.reserve("warm")
    await pool.kernels.start_kernel(kernel_id=kernel_id)
    pool.ready.append(kernel_id)
    await pool._release_dead()
    counts = [len(pool.ready)]
    process = pool.kernels.get_kernel(kernel_id).provisioner.process
    process.kill()
    process.wait()
    await pool._release_dead()
    return [*counts, len(pool.ready)]


def test_a_kernel_that_died_while_it_waited_is_not_handed_over() -> None:
    pool = WarmPool(LiveKernels(capacity=1), 1, asyncio.Semaphore(1))
    assert awaited(look_after_a_death(pool)) == [1, 0]
    assert (pool.kernels.owners, pool.kernels.list_kernel_ids()) == ({}, [])


class Starting:
    """Kernels that start at once and run nothing."""

    def __init__(self) -> None:
        self.owners: dict[str, str] = {}

    def reserve(self, visitor: str) -> str:
        self.owners["one"] = visitor
        return "one"

    async def start_whole(self, kernel_id: str) -> None:
        pass

    async def release(self, kernel_id: str) -> None:
        del self.owners[kernel_id]


def test_a_kernel_that_is_made_ready_during_a_change_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    pool = WarmPool(Starting(), 1, asyncio.Semaphore(1))
    # What the kernel has loaded by now may be old.
    monkeypatch.setattr(pool, "_preload", lambda kernel_id: pool.renew())
    awaited(pool._add())
    assert (pool.ready, pool.kernels.owners) == ([], {})


def test_a_full_house_uses_every_place(start_prepared: Start, notebooks: Path) -> None:
    server = start_prepared(notebooks, "--kernels", "4", "--warm", "1")
    filled(server, 1)
    # At once: one after the other, the first kernel might have ended as that of a closed tab before the last is asked.
    with ThreadPoolExecutor(5) as visitors:
        opened = visitors.map(
            lambda _: server.visitor().open_session("01-buoi-mot.ipynb")[0].status, range(5)
        )
        outcomes = sorted(opened)
    assert outcomes[:3] == [200] * 3 and outcomes[-1] == 503


def test_after_a_change_the_ready_kernels_are_new(start_prepared: Start, tmp_path: Path) -> None:
    folder = write_notebooks(tmp_path, {})
    server = start_prepared(folder, "--kernels", "8", "--warm", "1")
    server.wait_for_pages()
    ready = filled(server, 1)
    notebook = nbformat.read(folder / "notebooks" / "01-buoi-mot.ipynb", as_version=4)
    notebook.cells[0]["source"] = "# Phần đầu đã đổi"
    nbformat.write(notebook, folder / "notebooks" / "01-buoi-mot.ipynb")
    eventually(lambda: pids(server) and pids(server).isdisjoint(ready), 60, "the ready kernel is a new one")


def some_kernels(capacity: int) -> LiveKernels:
    """Live kernels of which none is started; to release one frees its place."""
    return LiveKernels(capacity=capacity, each=2)


def test_who_opens_a_third_page_loses_the_oldest_of_ones_own() -> None:
    kernels = some_kernels(4)
    pool = WarmPool(kernels, 0, asyncio.Semaphore(1))
    own = [pool.reserve("somebody", "127.0.0.1") for _ in range(2)]
    other = pool.reserve("another", "127.0.0.1")
    with pytest.raises(NoRoom, match="still starting"):
        pool.reserve("somebody", "127.0.0.1")
    kernels.complete |= {*own, other}
    awaited(kernels.make_way("somebody"))
    own.append(pool.reserve("somebody", "127.0.0.1"))
    assert list(kernels.owners) == [own[1], other, own[2]]


def test_one_address_of_many_visitors_gets_half_of_all_places() -> None:
    pool = WarmPool(some_kernels(6), 0, asyncio.Semaphore(1))
    for visitor in "abc":
        pool.reserve(visitor, "192.168.1.7")
    with pytest.raises(NoRoom, match="one address"):
        pool.reserve("d", "192.168.1.7")
    # Behind a proxy all visitors have one address.
    for visitor in "def":
        pool.reserve(visitor, "127.0.0.1")
