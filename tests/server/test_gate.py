"""What is refused before any page is asked: wrong names, bodies, connections without number."""

from __future__ import annotations

import asyncio
import logging
import socket
import uuid

import pytest
from tornado.testing import bind_unused_port
from tornado.web import Application
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from server import gate, logs, network
from server.live.frames import PROTOCOL
from tests.serving import Server, awaited, eventually


@pytest.mark.parametrize(
    "host", ["rebind.example", "127.0.0.1.example", "localhost.example:80", "xn--i", "a_b"]
)
def test_a_name_that_is_not_the_servers_reaches_no_page(server: Server, host: str) -> None:
    answer = server.visitor().ask("/hoc/buoi-mot/", Host=host)
    assert (answer.status, answer.headers["Connection"]) == (421, "close")
    assert "Địa chỉ không đúng" in answer.text and "buoi-mot" not in answer.text
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST.", "[::1]:{port}", "192.168.1.20:{port}", "{name}", "{name}.local"]
)
def test_the_servers_own_names_and_any_address_are_right(server: Server, host: str) -> None:
    own = min(network.own_names(), key=len)
    asked = host.format(port=server.port, name=own.partition(".")[0])
    if asked in network.own_names() or "name" not in host:
        assert server.visitor().ask("/healthz", Host=asked).status == 200


def test_another_name_opens_no_line(server: Server) -> None:
    address = f"ws://rebind.example/api/kernels/{uuid.uuid4()}/channels"
    with socket.create_connection(("127.0.0.1", server.port)) as own, pytest.raises(InvalidStatus) as refused:
        connect(address, sock=own, origin="http://rebind.example", subprotocols=[PROTOCOL])
    assert refused.value.response.status_code == 421


@pytest.mark.parametrize(
    "head",
    [
        b"POST /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked",
        b"POST /voila/api/shutdown/00000000-0000-0000-0000-000000000000 HTTP/1.1\r\nHost: localhost"
        b"\r\nContent-Length: 5000",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\nExpect: 100-continue",
    ],
)
def test_a_body_is_refused_before_it_comes(server: Server, head: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(head + b"\r\n\r\n")
        answer = b"".join(iter(lambda: connection.recv(4096), b""))
    assert answer.startswith(b"HTTP/1.1 413 ") and answer.count(b"HTTP/1.1") == 1


def test_what_a_closing_page_says_is_taken(server: Server) -> None:
    place = f"/voila/api/shutdown/{uuid.uuid4()}"
    assert server.visitor().ask(place, "POST", b"a" * 4000).status == 404


async def answered(connections: int, most: int) -> list[bytes]:
    """Open connections to a gate that takes so many, then ask over each; returns what begins each answer."""
    own, port = bind_unused_port()
    door = gate.Gate(Application([]), frozenset({"localhost"}), "", most)
    door.add_sockets([own])
    opened = [await asyncio.open_connection("127.0.0.1", port) for _ in range(connections)]
    while door.open + door.refused < connections:
        await asyncio.sleep(0)
    begun = []
    for reader, writer in opened:
        try:
            writer.write(b"GET / HTTP/1.0\r\nHost: localhost\r\n\r\n")
            begun.append((await reader.read(100))[:12])
        except ConnectionError:
            begun.append(b"")
        writer.close()
    while door.open:
        await asyncio.sleep(0)
    door.stop()
    return begun


def test_connections_beyond_the_limit_are_closed_quietly(caplog: pytest.LogCaptureFixture) -> None:
    assert awaited(answered(5, 2)) == [b"HTTP/1.1 404"] * 2 + [b""] * 3
    said = [record.message for record in caplog.records if record.name == "kit"]
    assert said == ["Đến nay đã từ chối 1 kết nối: đang mở 2 kết nối"]


def test_few_descriptors_leave_room_for_kernels(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    asked = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (256, 1024))
    monkeypatch.setattr(resource, "setrlimit", lambda _, limits: asked.append(limits))
    assert gate.most_connections(10) == 1024 - gate.OTHER_DESCRIPTORS - 10 * gate.DESCRIPTORS_PER_KERNEL
    assert asked == [(1024, 1024)]
    monkeypatch.setattr(resource, "getrlimit", lambda _: (256, 256))
    assert gate.most_connections(40) == gate.FEWEST_CONNECTIONS


def test_what_was_sent_cannot_look_like_a_line_of_the_log() -> None:
    record = logging.LogRecord(
        "kit", logging.WARNING, "", 0, "%s", ("x\n00:00 ERROR forged\x1b[31m" + "a" * 99_999,), None
    )
    line = logs.Lines("%(levelname)s %(message)s").format(record)
    assert line.startswith("WARNING x\n  00:00 ERROR forged\ufffd[31m") and len(line) < 9_000


def test_the_log_does_not_say_who_asked(server: Server) -> None:
    server.visitor().ask("/khong-co")
    server.visitor().ask("/api/kernels/khong-co")
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.sendall(b"\x00\x01 broken\r\n\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.1 400")
    eventually(lambda: server.visitor().ask("/healthz").status == 200, 5, "the server is well")
    log = server.log.read_text("utf-8").partition("Ctrl-C để dừng")[2]
    assert "(127.0.0.1)" not in log and "from 127.0.0.1" not in log and "wrote error" not in log
    assert "Traceback" not in log
