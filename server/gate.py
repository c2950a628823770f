"""What stands before every handler: connections, bodies and host names that the kit does not take are refused."""

from __future__ import annotations

import logging
import re
import sys
import time
from ipaddress import ip_address

from tornado.httpserver import HTTPServer
from tornado.httputil import (
    HTTPConnection,
    HTTPHeaders,
    HTTPMessageDelegate,
    RequestStartLine,
    ResponseStartLine,
)
from tornado.iostream import IOStream
from tornado.web import Application

from server.ready import Ready
from server.security import HEADERS

log = logging.getLogger("kit")

# Longer than nginx keeps a connection that waits for its next use (60 s), so that it is nginx who ends it.
IDLE_SECONDS = 75
BODY_SECONDS = 10
# Few addresses take a body: what a page says when it closes, and what members and hosts of a room send.
TAKES_BODY = re.compile(r".*/(voila/api/shutdown/[0-9a-f-]{36}|phong/(mo|\d{6}/(vao|tra-loi|chu-tri)))")
LARGEST_BODY = 4096  # bytes; an answer has some hundred
# Beside connections: files and modules, and for each kernel its sockets, pipes and line.
OTHER_DESCRIPTORS, DESCRIPTORS_PER_KERNEL = 96, 16
FEWEST_CONNECTIONS, MOST_DESCRIPTORS = 32, 65_536
TELL_SECONDS = 60


def most_connections(kernels: int) -> int:
    """Return how many connections leave enough descriptors for so many kernels; as many as may be are asked for."""
    if sys.platform == "win32":
        return MOST_DESCRIPTORS
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_DESCRIPTORS if hard == resource.RLIM_INFINITY else min(hard, MOST_DESCRIPTORS)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            soft = wanted
        except (OSError, ValueError):  # The system allows less than it says.
            pass
    free = min(soft, MOST_DESCRIPTORS) if soft != resource.RLIM_INFINITY else MOST_DESCRIPTORS
    return max(FEWEST_CONNECTIONS, free - OTHER_DESCRIPTORS - DESCRIPTORS_PER_KERNEL * kernels)


def host_of(header: str) -> str:
    """Return the name or address of a ``Host`` header, without its port."""
    name, _, port = header.rpartition(":")
    host = name if name and port.isdigit() else header
    return host.strip("[]").rstrip(".").lower()


def is_known(host: str, names: frozenset[str]) -> bool:
    """Tell whether a server that has these names may be called so.

    An address is always right: a page of another site can make its own name lead here, but no address.
    """
    try:
        ip_address(host)
    except ValueError:
        return host in names
    return True


class Gate(HTTPServer):
    """The HTTP server, with a limit of connections, of time and of what requests may bring.

    Parameters
    ----------
    app
        What answers requests that are let in.
    names
        Names that the server may be called by, besides addresses.
    wrong_name
        Page for who calls it otherwise.
    connections
        Most at a time; further ones are closed at once.
    ready
        What answers without the application where it can.
    """

    def initialize(
        self,
        app: Application,
        names: frozenset[str],
        wrong_name: str,
        connections: int,
        ready: Ready | None = None,
    ) -> None:
        """Take what stands above."""
        # What a request may bring is looked at in its head; here nothing more is to be refused.
        super().initialize(
            app, idle_connection_timeout=IDLE_SECONDS, body_timeout=BODY_SECONDS, max_body_size=sys.maxsize
        )
        self.names, self.wrong_name, self.most, self.ready = names, wrong_name, connections, ready
        self.open, self.refused = 0, 0
        self.told = float(-TELL_SECONDS)

    def handle_stream(self, stream: IOStream, address: tuple) -> None:
        """Take a connection, or close it when there are as many as may be."""
        if self.open >= self.most:
            self._refuse(stream)
            return
        self.open += 1
        super().handle_stream(stream, address)

    def on_close(self, server_conn: object) -> None:
        """Count a connection that has ended, or has become a live page's line."""
        self.open -= 1
        super().on_close(server_conn)

    def start_request(self, server_conn: object, request_conn: HTTPConnection) -> HTTPMessageDelegate:
        """Look at a request's head before anything else does."""
        return _Request(self, request_conn, super().start_request(server_conn, request_conn))

    def _refuse(self, stream: IOStream) -> None:
        stream.close()
        self.refused += 1
        if time.monotonic() - self.told > TELL_SECONDS:
            log.warning("Đến nay đã từ chối %s kết nối: đang mở %s kết nối", self.refused, self.open)
            self.told = time.monotonic()


class _Request(HTTPMessageDelegate):
    """Passes a request on when it may come in, and answers it otherwise."""

    def __init__(self, gate: Gate, connection: HTTPConnection, handler: HTTPMessageDelegate) -> None:
        self.gate, self.connection, self.handler = gate, connection, handler
        self.ready: tuple[HTTPHeaders, bytes] | None = None

    def headers_received(self, start_line: RequestStartLine, headers: HTTPHeaders):
        host = headers.get("Host")
        if host is not None and not is_known(host_of(host), self.gate.names):
            return self._answer(421, "Misdirected Request", self.gate.wrong_name)
        if _size(headers) > (LARGEST_BODY if TAKES_BODY.fullmatch(start_line.path) else 0):
            return self._answer(413, "Content Too Large")
        if self.gate.ready and (found := self.gate.ready.answer(start_line, headers)):
            self.ready = found
            return None
        return self.handler.headers_received(start_line, headers)

    def data_received(self, chunk: bytes):
        return self.handler.data_received(chunk)

    def finish(self) -> None:
        if self.ready is None:
            self.handler.finish()
            return
        self.connection.write_headers(ResponseStartLine("", 200, "OK"), *self.ready)
        self.connection.finish()

    def on_connection_close(self) -> None:
        self.handler.on_connection_close()

    def _answer(self, status: int, reason: str, page: str = "") -> None:
        body = page.encode("utf-8")
        headers = HTTPHeaders(
            HEADERS
            | {
                "Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)),
                "Cache-Control": "no-store", "Connection": "close",
            }
        )  # fmt: skip
        self.connection.write_headers(ResponseStartLine("", status, reason), headers, body)
        # The rest of the request is not read: the connection ends with the answer.
        self.connection.finish()


def _size(headers: HTTPHeaders) -> int:
    """Return how many bytes follow the head; what comes in parts may have no end."""
    if "Transfer-Encoding" in headers:
        return sys.maxsize
    length = headers.get("Content-Length", "0")
    return int(length) if length.isascii() and length.isdigit() else 0  # Tornado refuses the request.
