"""A live page's line to its kernel: only its own browser's, and only for widgets."""

from __future__ import annotations

import asyncio
import logging
import re
from functools import partial
from types import TracebackType
from typing import Any, cast
from urllib.parse import urlparse

from jupyter_server.base.handlers import APIHandler, JupyterHandler
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from tornado.web import HTTPError
from zmq.eventloop.zmqstream import ZMQStream

from server.live import frames
from server.live.kernels import LiveKernels
from server.logs import Discreet
from server.security import visitor_of

log = logging.getLogger("kit")

# What widgets need. No execution, no interrupt, no restart, no shutdown over this line.
ALLOWED_MESSAGES = ["comm_open", "comm_close", "comm_msg", "comm_info_request", "kernel_info_request"]
# A widget's message has some hundred bytes: four hundred at most were seen from the kit's pages.
LARGEST_MESSAGE = 2**20
# All widgets of a session came to 0.4 MB; a reader who lets forty times as much wait is not reading.
MOST_WAITING = 16 * 2**20
# Messages that wait for a busy kernel; after these the line is not read on.
MOST_QUEUED = 16
QUEUE_LOOK_SECONDS = 0.05
# A page has one, and another for a moment when it connects anew; each costs five sockets.
MOST_LINES = 4
# Browsers name their lines by a UUID. The name becomes an address at the kernel, which has its limits.
SESSION = re.compile(r"[A-Za-z0-9_-]{1,64}")

# Close codes of WebSockets (RFC 6455).
NOT_UNDERSTOOD, NOT_WAITED_FOR = 1007, 1008


class Connection(ZMQChannelsWebsocketConnection):
    """What connects a line to its kernel's channels; knows one protocol."""

    # Jupyter would fall back to an older form, whose readers trust what comes, once a line is being closed.
    subprotocol = frames.PROTOCOL

    def create_stream(self) -> None:
        """Open the kernel's channels, with a short queue towards it."""
        super().create_stream()
        self.channels["shell"].socket.sndhwm = MOST_QUEUED

    def pass_on(self, message: frames.Message) -> None:
        """Send a message to the kernel, if it still runs."""
        if shell := self.channels.get("shell"):
            self.session.send_raw(shell, message.parts)

    def kernel_is_behind(self) -> bool:
        """Tell whether messages wait here because the kernel does not take them."""
        shell = self.channels.get("shell")
        return shell is not None and not shell.closed() and shell.sending()

    def _on_zmq_reply(self, stream: ZMQStream, msg_list: list[Any]) -> None:
        # Browsers need not see the code that runs.
        if self.get_part("header", None, msg_list).get("msg_type") != "execute_input":
            super()._on_zmq_reply(stream, msg_list)


def _live_kernels(handler: JupyterHandler) -> LiveKernels:
    return cast(LiveKernels, handler.kernel_manager)


class KernelChannels(KernelWebsocketHandler):
    """WebSocket to a kernel; to strangers the kernel does not exist.

    What browsers send here is checked before anything reads it (:mod:`server.live.frames`); a line
    that brings something else is closed.
    """

    kernel_websocket_connection_class = Connection
    max_message_size = LARGEST_MESSAGE
    waiting = 0

    async def get(self, kernel_id: str) -> None:
        """Open the line for the browser that the kernel was started for."""
        if not _live_kernels(self).belongs_to(kernel_id, visitor_of(self)):
            raise HTTPError(404)
        offered = self.request.headers.get("Sec-WebSocket-Protocol", "").split(",")
        if frames.PROTOCOL not in [name.strip() for name in offered]:
            raise HTTPError(400, reason=f"Only {frames.PROTOCOL} is spoken here")
        if not SESSION.fullmatch(self.get_argument("session_id", "")):
            raise HTTPError(400, reason="No session_id that can be used")
        if self.kernel_manager.kernel_model(kernel_id)["connections"] >= MOST_LINES:
            raise HTTPError(429)
        await super().get(kernel_id)

    def select_subprotocol(self, subprotocols: list[str]) -> str:
        """Take the one protocol that is spoken here; it was offered."""
        return frames.PROTOCOL

    async def on_message(self, ws_message: str | bytes) -> None:
        """Pass a whole, allowed message on; close the line after one that is not whole."""
        if self.ws_connection is None:  # What still comes on a line that is being closed.
            return
        try:
            message = frames.read(ws_message)
        except frames.BadFrame as error:
            log.warning("Đã ngắt kết nối của một trang tương tác: %s", error)
            return self.close(NOT_UNDERSTOOD, str(error))
        if message.kind not in ALLOWED_MESSAGES or message.channel != "shell":
            return log.warning("Trang tương tác gửi loại tin không được phép: %s", message.kind)
        self.connection.pass_on(message)
        # The next message is not read before this returns.
        while self.connection is not None and self.connection.kernel_is_behind():
            await asyncio.sleep(QUEUE_LOOK_SECONDS)

    def write_message(self, message: bytes | str | dict[str, Any], binary: bool = False) -> None:
        """Send a message to the browser; close the line when too much waits for it."""
        if self.ws_connection is None or self.ws_connection.is_closing():
            return
        if self.waiting + len(message) > MOST_WAITING:
            log.warning("Đã ngắt kết nối của một trang tương tác: còn %s byte chưa được đọc", self.waiting)
            return self.close(NOT_WAITED_FOR, "too much waits to be read")
        self.waiting += len(message)
        super().write_message(message, binary).add_done_callback(partial(self._sent, len(message)))

    def _sent(self, size: int, sending: asyncio.Future) -> None:
        self.waiting -= size
        if not sending.cancelled():
            sending.exception()  # That the line broke meanwhile is no news.

    def write_error(self, status_code: int, **_: object) -> None:
        """Refuse the line without a page; no person reads it."""
        self.finish()

    def log_exception(self, kind: type, error: BaseException, trace: TracebackType | None) -> None:
        """Write down what failed here, without who asked; refusals are not written down."""
        if not isinstance(error, HTTPError):
            log.error("Kết nối của một trang tương tác bị lỗi", exc_info=(kind, error, trace))


class KernelHandler(Discreet, APIHandler):
    """Base of what answers about a kernel; refusals have no body, and no line in the log."""

    def write_error(self, status_code: int, **_: object) -> None:
        """Refuse without a word; no person reads it."""
        self.finish()


class KernelState(KernelHandler):
    """Answers whether one's own kernel still runs; nothing else."""

    async def get(self, kernel_id: str) -> None:
        """Send the kernel's id, name and state."""
        if not _live_kernels(self).belongs_to(kernel_id, visitor_of(self)):
            raise HTTPError(404)
        self.finish(self.kernel_manager.kernel_model(kernel_id))


class KernelEnd(KernelHandler):
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
        if not _live_kernels(self).belongs_to(kernel_id, visitor_of(self)):
            raise HTTPError(404)
        await _live_kernels(self).release(kernel_id)
        self.set_status(204)
        self.finish()
