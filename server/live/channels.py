"""A live page's line to its kernel: only its own browser's, and only for widgets."""

from __future__ import annotations

from urllib.parse import urlparse

from jupyter_server.base.handlers import APIHandler
from tornado.web import HTTPError
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from server.security import visitor_of

# What widgets need. No execution, no interrupt, no restart, no shutdown over this line.
ALLOWED_MESSAGES = ["comm_open", "comm_close", "comm_msg", "comm_info_request", "kernel_info_request"]


class KernelChannels(VoilaKernelWebsocketHandler):
    """WebSocket to a kernel; to strangers the kernel does not exist."""

    async def get(self, kernel_id: str) -> None:
        """Open the line for the browser that the kernel was started for."""
        if not self.kernel_manager.belongs_to(kernel_id, visitor_of(self)):
            raise HTTPError(404)
        await super().get(kernel_id)


class KernelState(APIHandler):
    """Answers whether one's own kernel still runs; nothing else."""

    async def get(self, kernel_id: str) -> None:
        """Send the kernel's id, name and state."""
        if not self.kernel_manager.belongs_to(kernel_id, visitor_of(self)):
            raise HTTPError(404)
        self.finish(self.kernel_manager.kernel_model(kernel_id))


class KernelEnd(APIHandler):
    """A page that closes says so, and its kernel ends at once."""

    def check_xsrf_cookie(self) -> None:
        """Ask for the page's own origin instead of a token.

        The message is sent while the page unloads, without a token. The signed
        SameSite cookie names the kernel's owner; a foreign origin is refused.
        """
        origin = self.request.headers.get("Origin")
        if origin and urlparse(origin).netloc != self.request.host:
            raise HTTPError(403)

    async def post(self, kernel_id: str) -> None:
        """End one's own kernel."""
        if not self.kernel_manager.belongs_to(kernel_id, visitor_of(self)):
            raise HTTPError(404)
        await self.kernel_manager.release(kernel_id)
        self.set_status(204)
        self.finish()
