"""A live page's line as a browser speaks it: frames of Jupyter's protocol v1."""

from __future__ import annotations

import json
import uuid
from typing import Any

from jupyter_server.services.kernels.connection.base import (
    deserialize_msg_from_ws_v1,
    serialize_msg_to_ws_v1,
)
from websockets.sync.client import ClientConnection, connect

from server.live.frames import PROTOCOL
from tests.serving import Visitor


def line(visitor: Visitor, kernel: str, protocol: str | None = PROTOCOL, **more: Any) -> ClientConnection:
    """Open the line to a kernel as this visitor."""
    session = more.pop("session_id", uuid.uuid4())
    headers = more.pop("headers", {})
    return connect(
        f"ws://127.0.0.1:{visitor.port}/api/kernels/{kernel}/channels?session_id={session}",
        subprotocols=[protocol] if protocol else None,
        additional_headers={"Cookie": visitor.cookie_header()} | headers,
        open_timeout=20,
        **more,
    )


def parts(kind: str, content: dict[str, Any], **header: Any) -> list[bytes]:
    """The four JSON parts of a message, as a widget sends it."""
    names = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "username": "", "session": "s", "version": "5.2"}
    metadata = {"version": "2.1.0"}  # Of the widgets' protocol.
    return [json.dumps(part).encode() for part in (names | header, {}, metadata, content)]


def frame(
    kind: str, content: dict[str, Any], channel: str = "shell", buffers: tuple[bytes, ...] = (), **header: Any
) -> bytes:
    """A whole message, as it goes over the line."""
    return serialize_msg_to_ws_v1([*parts(kind, content, **header), *buffers], channel)


def received(socket: ClientConnection) -> tuple[dict, dict, list[bytes]]:
    """The next message from the kernel: header, content and buffers."""
    _, (header, _, _, content, *buffers) = deserialize_msg_from_ws_v1(socket.recv(timeout=20))
    return json.loads(header), json.loads(content), buffers


def receive_until_info(socket: ClientConnection) -> list[str]:
    """Ask for the kernel's description; returns the types of all that came up to its answer."""
    socket.send(frame("kernel_info_request", {}))
    seen: list[str] = []
    while "kernel_info_reply" not in seen:
        seen.append(received(socket)[0]["msg_type"])
    return seen
