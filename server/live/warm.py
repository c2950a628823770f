"""Kernels started ahead of their visitors, with the kit's modules and content loaded."""

from __future__ import annotations

import asyncio
import logging
from typing import cast

from server.live.kernels import LiveKernel, LiveKernels, NoRoom

log = logging.getLogger("kit")

OWNER = "warm"
# Everything that takes time in a session's cells: modules, content, and the drawing of all figures.
PRELOAD = """
def _preload():
    from charts import figures
    from course import current
    from widgets.figure_explorer import figure_explorer
    from widgets import lesson
    course = current()
    for name in figures.names(course):
        figures.figure(course, name)
_preload()
del _preload
"""
# Three seconds on a machine at rest; a slow one must not give up and begin again, over and over.
READY_SECONDS = 120
LOOK_SECONDS = 0.5


class WarmPool:
    """Keeps a few kernels ready, and starts others when those are taken.

    Parameters
    ----------
    kernels
        The live kernels; those in the pool take places there like any other.
    size
        How many to keep ready; 0 keeps none.
    gate
        While sessions are starting behind it, the pool waits: visitors come first.
    """

    def __init__(self, kernels: LiveKernels, size: int, gate: asyncio.Semaphore) -> None:
        self.kernels, self.size, self.gate = kernels, size, gate
        self.ready: list[str] = []
        self.changes = 0

    def start(self) -> None:
        """Begin to fill the pool."""
        if self.size:
            self.task = asyncio.get_running_loop().create_task(self._keep_full())

    def reserve(self, visitor: str, address: str) -> str:
        """Give a visitor at an address a ready kernel, or a place for a new one.

        Raises
        ------
        NoRoom
            When all places are taken, or the visitor's share is; see :meth:`LiveKernels.admit`.
        """
        self.kernels.admit(visitor, address)
        kernel_id = self._ready(visitor) or self.kernels.reserve(visitor)
        self.kernels.addresses[kernel_id] = address
        return kernel_id

    def _ready(self, visitor: str) -> str | None:
        while self.ready:
            kernel_id = self.ready.pop(0)
            if kernel_id in self.kernels:
                self.kernels.hand_over(kernel_id, visitor)
                return kernel_id
        return None

    async def renew(self) -> None:
        """End the kernels in the pool, which hold what was there before a change."""
        self.changes += 1
        old, self.ready = self.ready, []
        for kernel_id in old:
            await self.kernels.release(kernel_id)

    async def _keep_full(self) -> None:
        while True:
            await self._release_dead()
            if len(self.ready) < self.size and not self.gate.locked():
                await self._add()
            await asyncio.sleep(LOOK_SECONDS)

    def _kernel(self, kernel_id: str) -> LiveKernel:
        return cast(LiveKernel, self.kernels.get_kernel(kernel_id))

    async def _release_dead(self) -> None:
        """Forget kernels that ended by themselves, as when memory ran out."""
        for kernel_id in list(self.ready):
            lives = kernel_id in self.kernels and await self._kernel(kernel_id).is_alive()
            if not lives and kernel_id in self.ready:  # Not taken meanwhile.
                self.ready.remove(kernel_id)
                await self.kernels.release(kernel_id)

    async def _add(self) -> None:
        begun = self.changes
        try:
            kernel_id = self.kernels.reserve(OWNER)
        except NoRoom:
            return
        try:
            async with asyncio.timeout(READY_SECONDS):
                await self.kernels.start_whole(kernel_id)
                await self._preload(kernel_id)
        except Exception as error:
            log.warning("Chưa chuẩn bị sẵn được kernel: %s", error or type(error).__name__)
            await self.kernels.release(kernel_id)
            await asyncio.sleep(10)
        else:
            if self.changes == begun:
                self.ready.append(kernel_id)
            else:  # It may hold what was there before the change.
                await self.kernels.release(kernel_id)

    async def _preload(self, kernel_id: str) -> None:
        client = self._kernel(kernel_id).client()
        client.start_channels()
        try:
            await client.wait_for_ready(timeout=READY_SECONDS)
            reply = await client.execute_interactive(PRELOAD, store_history=False, timeout=READY_SECONDS)
            if reply["content"]["status"] != "ok":
                raise RuntimeError(reply["content"].get("evalue", "the kit's modules could not be loaded"))
        finally:
            client.stop_channels()
