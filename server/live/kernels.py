"""Live kernels: how many there may be, whose they are, and when they end."""

from __future__ import annotations

import asyncio
import logging
import uuid
from datetime import datetime
from ipaddress import ip_address
from time import monotonic

import psutil
from jupyter_client.kernelspec import KernelSpec
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager, ServerKernelManager
from jupyter_server.utils import ApiPath
from traitlets import Dict, Instance, Integer, Set, Unicode, default

from server.publish import kernel_start

log = logging.getLogger("kit")

# One live session was measured at 97 MB; half of what is free is left to the rest of the machine.
BYTES_PER_KERNEL = 130 * 2**20
MOST, FEWEST = 40, 2
# Sessions were measured at up to 165 MB. Three times as much is used by no lesson, but by who sends a kernel
# more and more to keep.
MOST_BYTES = 512 * 2**20


class NoRoom(RuntimeError):
    """As many live kernels run as are allowed."""


def default_capacity() -> int:
    """How many live kernels this machine's free memory carries."""
    return max(FEWEST, min(MOST, psutil.virtual_memory().available // 2 // BYTES_PER_KERNEL))


class LiveKernel(kernel_start.OwnKernel, ServerKernelManager):
    """A kernel that is asked to interrupt its work, not made to by a signal.

    Before a kernel is ended it is interrupted. The signal would make one that is still
    loading its modules write a traceback into the server's log, as if something were wrong.
    """

    @property
    def kernel_spec(self) -> KernelSpec:
        """How kernels of this kind are started and interrupted."""
        spec = super().kernel_spec
        spec.interrupt_mode = "message"
        return spec


class LiveKernels(AsyncMappingKernelManager):
    """Kernels of live sessions, each bound to the visitor it was started for.

    A place is reserved before a kernel starts, so that a burst cannot pass the
    cap. Kernels without a connected page end after ``cull_idle_timeout``
    seconds, those with an idle page after ``connected_idle_timeout``.
    """

    capacity = Integer(help="Most live kernels at a time").tag(config=True)
    connected_idle_timeout = Integer(1800, help="Seconds until an idle open page loses its kernel").tag(
        config=True
    )
    each = Integer(2, help="Most live kernels of one visitor")
    most_bytes = Integer(MOST_BYTES, help="A kernel that holds more memory than this is ended")
    place = Instance(kernel_start.Place, help="Where the kernels' sockets and files are")
    environment = Dict(Unicode(), help="Variables that every kernel gets beside its own")
    owners = Dict(Unicode(), help="Visitor of each kernel, reserved ones included")
    addresses = Dict(Unicode(), help="From where each was asked for; never written down")
    complete = Set(Unicode(), help="Kernels whose page stands")

    _active = Dict(help="When each was last heard of, by Jupyter's clock and by one that nobody sets")

    @default("kernel_manager_class")
    def _default_kernel_manager_class(self) -> str:
        return f"{LiveKernel.__module__}.{LiveKernel.__qualname__}"

    async def make_way(self, visitor: str) -> None:
        """End the oldest kernels of a visitor who has as many as one may have and opens another page."""
        own = [kernel_id for kernel_id, owner in self.owners.items() if owner == visitor]
        # Of pages that are only starting none is taken away: a browser that opens many would get none of them.
        ready = [kernel_id for kernel_id in own if kernel_id in self.complete]
        for kernel_id in ready[: max(0, len(own) - self.each + 1)]:
            await self.release(kernel_id)

    def admit(self, visitor: str, address: str) -> None:
        """Refuse a visitor whose share is used up.

        Parameters
        ----------
        visitor
            Who asks.
        address
            From where. Browsers without the cookie are a new visitor each time: one address gets half of all places
            at most. This machine's own is not counted, behind which all visitors of a proxy stand.

        Raises
        ------
        NoRoom
            When the visitor's pages are still starting, or the address has its share.
        """
        if list(self.owners.values()).count(visitor) >= self.each:
            raise NoRoom("a visitor's other pages are still starting")
        share = max(self.each, self.capacity // 2)
        if not ip_address(address).is_loopback and list(self.addresses.values()).count(address) >= share:
            raise NoRoom(f"one address has its share of {share} live kernels")

    def reserve(self, visitor: str) -> str:
        """Reserve a place for ``visitor`` and return the id of the kernel to be started.

        Raises
        ------
        NoRoom
            When all places are taken.
        """
        if len(self.owners) >= self.capacity:
            raise NoRoom(f"all {self.capacity} live kernels are taken")
        kernel_id = str(uuid.uuid4())
        self.owners[kernel_id] = visitor
        return kernel_id

    def hand_over(self, kernel_id: str, visitor: str) -> None:
        """Give a running kernel to ``visitor``; its idle time counts anew from now."""
        self.owners[kernel_id] = visitor
        # It may have waited for hours: without this it would be ended as idle while its visitor's page starts.
        self._active.pop(kernel_id, None)

    def belongs_to(self, kernel_id: str, visitor: str | None) -> bool:
        """Tell whether the kernel runs and was started for this visitor."""
        return visitor is not None and kernel_id in self and self.owners.get(kernel_id) == visitor

    async def start_whole(self, kernel_id: str, **environment: str) -> None:
        """Start a kernel for which a place is reserved; ``environment`` is added to what kernels get.

        Who is cancelled meanwhile waits until it is whole, so that it can be released: half started, a process
        might run that nobody knows, and its id would be waited for at the end.
        """
        env = self.place.environment(**self.environment, **environment)
        starting = asyncio.ensure_future(self.start_kernel(kernel_id=kernel_id, path=ApiPath(""), env=env))
        try:
            await asyncio.shield(starting)
        except asyncio.CancelledError:
            await asyncio.wait([starting])
            raise

    async def release(self, kernel_id: str) -> None:
        """End the kernel if it runs, and free its place."""
        try:
            if kernel_id in self:
                await self.shutdown_kernel(kernel_id, now=True)
        finally:
            self._forget(kernel_id)
            # One whose start failed would be waited for at the end.
            self._pending_kernels.pop(kernel_id, None)

    def remove_kernel(self, kernel_id: str):
        """Forget a kernel, however it ended, and with it its owner."""
        self._forget(kernel_id)
        return super().remove_kernel(kernel_id)

    def _forget(self, kernel_id: str) -> None:
        self.owners.pop(kernel_id, None)
        self.addresses.pop(kernel_id, None)
        self.complete.discard(kernel_id)
        self._active.pop(kernel_id, None)

    def _memory_of(self, kernel_id: str) -> int:
        kernel = self._kernels.get(kernel_id)
        pid = kernel.provisioner.pid if kernel and kernel.provisioner else None
        try:
            return psutil.Process(pid).memory_info().rss if pid else 0
        except psutil.Error:  # It has just ended.
            return 0

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End a kernel that has grown too large, that nobody looks at, or whose page has been idle for long."""
        if (held := self._memory_of(kernel_id)) > self.most_bytes:
            log.warning("Đã dừng một kernel: nó dùng %s MB", held // 2**20)
            return await self.release(kernel_id)
        if self.owners.get(kernel_id) == "warm":  # Kept ready for a visitor; see server/warm.py.
            return
        kernel = self._kernels.get(kernel_id)
        # It ended while others were looked at, or is only starting.
        if kernel is None or not kernel.trait_has_value("last_activity"):
            return
        idle = self._idle_seconds(kernel_id, kernel.last_activity)
        alone = kernel.execution_state == "idle" and not self.kernel_model(kernel_id)["connections"]
        if idle > (self.cull_idle_timeout if alone else self.connected_idle_timeout):
            await self.release(kernel_id)

    def _idle_seconds(self, kernel_id: str, last_activity: datetime) -> float:
        """Return for how long nothing has been heard of a kernel, whatever is done to the machine's clock."""
        heard, since = self._active.get(kernel_id, (None, 0.0))
        if heard != last_activity:
            since = monotonic()
            self._active[kernel_id] = last_activity, since
        return monotonic() - since
