"""Whatever comes over a live page's line, the server and its other visitors do not notice."""

from __future__ import annotations

import re
import struct
import time
import uuid
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from jupyter_server.services.kernels.connection.base import serialize_msg_to_ws_v1
from websockets.exceptions import ConnectionClosed, InvalidStatus

from server.live.channels import LARGEST_MESSAGE, MOST_WAITING
from tests.lines import frame, line, parts, receive_until_info, received
from tests.serving import Server, Visitor, eventually

LIVE = "01-buoi-mot.ipynb"
MEMBER_PAGE = "/hoc/buoi-hai/"
IMAGE = {
    f"_{part}_{what}": value
    for part, name in (("model", "ImageModel"), ("view", "ImageView"))
    for what, value in (
        ("module", "@jupyter-widgets/controls"), ("module_version", "2.0.0"), ("name", name),
    )
}  # fmt: skip


@pytest.fixture(scope="module")
def live(server: Server) -> Server:
    """The server that most tests share, at rest."""
    server.wait_for_pages()
    return server


@pytest.fixture(scope="module")
def owner(live: Server) -> tuple[Visitor, str]:
    """A visitor and the kernel of the session that it opened, which has the widgets' modules."""
    visitor = live.visitor()
    _, kernel = visitor.open_session(LIVE)
    assert kernel
    return visitor, kernel


def well(server: Server) -> None:
    """Health and a member's page are answered within a second each."""
    for path in ("/healthz", MEMBER_PAGE):
        begin = time.monotonic()
        assert server.visitor().ask(path).status == 200
        assert time.monotonic() - begin < 1


def memory(server: Server) -> int:
    return psutil.Process(server.process.pid).memory_info().rss


def open_image(size: int) -> tuple[str, bytes]:
    """The message with which a browser makes a picture widget: its id, and the frame."""
    name = uuid.uuid4().hex
    data = {"state": IMAGE, "buffer_paths": [["value"]]}
    content = {"comm_id": name, "target_name": "jupyter.widget", "data": data}
    return name, frame("comm_open", content, buffers=(bytes(size),))


def ask_state(name: str) -> bytes:
    return frame("comm_msg", {"comm_id": name, "data": {"method": "request_state"}})


def with_offsets(change: Callable[[list[int]], None]) -> bytes:
    """A good message whose list of offsets was changed."""
    whole = frame("comm_msg", {"comm_id": "c", "data": {}})
    count = int.from_bytes(whole[:8], "little")
    offsets = list(struct.unpack_from(f"<{count}Q", whole, 8))
    change(offsets)
    return whole[:8] + struct.pack(f"<{count}Q", *offsets) + whole[8 * (count + 1) :]


BAD = {
    "a count of 2**40": (2**40).to_bytes(8, "little"),
    "a count of ten million": (10_000_000).to_bytes(8, "little"),
    "the older form with a count of 60 million": struct.pack("!I", 60_000_000),
    "offsets beyond the end": with_offsets(lambda offsets: offsets.__setitem__(-1, 2**40)),
    "offsets that fall": with_offsets(lambda offsets: offsets.reverse()),
    "offsets below nought": with_offsets(lambda offsets: offsets.__setitem__(0, 2**64 - 8)),
    "half a message": frame("kernel_info_request", {})[:120],
    "no JSON": serialize_msg_to_ws_v1([b"{" * 90_000, b"{}", b"{}", b"{}"], "shell"),
    "too few parts": serialize_msg_to_ws_v1(parts("kernel_info_request", {})[:2], "shell"),
    "text": "{}",
    "nothing": b"",
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_frame_that_is_not_whole_closes_its_line_and_nothing_else(
    live: Server, owner: tuple[Visitor, str], bad: str | bytes
) -> None:
    before = memory(live)
    with line(*owner) as socket:
        socket.send(bad)
        # Until the closing is complete, the line still takes what comes.
        socket.send(struct.pack("!I", 60_000_000))
        with pytest.raises(ConnectionClosed) as closed:
            while True:
                socket.recv(timeout=20)
    assert closed.value.rcvd.code == 1007
    well(live)
    assert memory(live) - before < 100 * 2**20
    with line(*owner) as another:
        assert receive_until_info(another)


@pytest.mark.parametrize("protocol", [None, "v2.kernel.websocket.jupyter.org", "chat"])
def test_a_line_of_another_protocol_is_not_opened(
    live: Server, owner: tuple[Visitor, str], protocol: str | None
) -> None:
    with pytest.raises(InvalidStatus) as refused, line(*owner, protocol=protocol) as socket:
        # With these two a server that opens it answers nobody any more.
        name, image = open_image(100)
        for message in (image, ask_state(name), struct.pack("!I", 60_000_000)):
            socket.send(message)
        socket.recv(timeout=5)
    assert refused.value.response.status_code == 400
    well(live)


def test_the_buffers_of_a_widget_come_through(live: Server, owner: tuple[Visitor, str]) -> None:
    name, image = open_image(1000)
    with line(*owner) as socket:
        assert socket.subprotocol == "v1.kernel.websocket.jupyter.org"
        socket.send(image)
        socket.send(ask_state(name))
        seen: list[bytes] = []
        while not seen:
            header, content, buffers = received(socket)
            if header["msg_type"] == "comm_msg" and content["data"]["method"] == "update":
                seen = buffers
    assert seen == [bytes(1000)]
    well(live)


def test_a_message_that_is_too_long_closes_the_line(live: Server, owner: tuple[Visitor, str]) -> None:
    with line(*owner) as socket:
        socket.send(open_image(LARGEST_MESSAGE)[1])
        with pytest.raises(ConnectionClosed) as closed:
            while True:
                socket.recv(timeout=20)
    assert closed.value.rcvd.code == 1009


def test_a_line_whose_reader_sleeps_is_closed(live: Server, owner: tuple[Visitor, str]) -> None:
    size = LARGEST_MESSAGE - 2000
    name, image = open_image(size)
    before = memory(live)
    with line(*owner, max_queue=1, max_size=None, close_timeout=1) as socket:
        socket.send(image)
        for _ in range(4 * MOST_WAITING // size):
            socket.send(ask_state(name))
        eventually(lambda: "byte chưa được đọc" in live.log.read_text("utf-8"), 30, "the line is closed")
        assert memory(live) - before < 4 * MOST_WAITING
        well(live)


def test_what_a_line_brings_stands_in_the_log_in_few_plain_words(
    live: Server, owner: tuple[Visitor, str]
) -> None:
    already = len(live.log.read_text("utf-8"))
    forged = "comm_msg\n00:00:00 ERROR forged\x1b[31m"
    for bad in [
        frame(forged, {}),
        frame("x" * 200_000, {}),
        frame("comm_msg", {"comm_id": forged}),
        *BAD.values(),
    ]:
        with line(*owner) as socket, pytest.raises(ConnectionClosed):
            socket.send(bad)
            while True:
                socket.recv(timeout=20)
    with line(*owner) as socket:
        for odd in [{"version": ["x"]}, {"date": 5}, {"subshell_id": "none"}]:
            socket.send(frame("kernel_info_request", {}, **odd))
        socket.send(frame("execute_request", {"code": "1"}))
        receive_until_info(socket)
    for session in ["s" * 5000, "", "%0a00:00:00+ERROR+forged"]:
        with pytest.raises(InvalidStatus), line(*owner, session_id=session):
            pass
    with pytest.raises(InvalidStatus):
        line(live.visitor(), owner[1])
    written = live.log.read_text("utf-8")[already:]
    assert len(written.splitlines()) > len(BAD)
    for entry in written.splitlines():
        assert re.match(r"\d\d:\d\d:\d\d WARNING ", entry) and entry.isprintable() and len(entry) < 150
        assert "forged" not in entry and "127.0.0.1" not in entry


def test_after_such_frames_the_server_stops_when_asked(
    start_server: Callable[..., Server], notebooks: Path
) -> None:
    server = start_server("--course", str(notebooks))
    visitor = server.visitor()
    _, kernel = visitor.open_session(LIVE)
    for bad in BAD.values():
        with line(visitor, kernel) as socket:
            socket.send(bad)
    assert server.stop() == 0
    assert "Traceback" not in server.log.read_text("utf-8")
