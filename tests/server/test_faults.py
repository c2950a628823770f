"""The server goes on answering whatever is thrown at it."""

from __future__ import annotations

import socket
import time

from tests import serving
from tests.serving import Server, eventually


def well(server: Server) -> None:
    """The server answers health and member pages at once."""
    begin = time.monotonic()
    assert server.visitor().ask("/healthz").status == 200
    assert server.visitor().ask("/hoc/buoi-mot/").status == 200
    assert time.monotonic() - begin < 5


def test_two_hundred_half_open_connections(server: Server) -> None:
    server.wait_for_pages()
    sockets = [socket.create_connection(("127.0.0.1", server.port), timeout=5) for _ in range(200)]
    try:
        for number, half in enumerate(sockets):
            half.sendall(b"GET /hoc/buoi-mot/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + b"a" * (number % 50))
        well(server)
    finally:
        for half in sockets:
            half.close()
    well(server)


def test_a_huge_header_is_refused(server: Server) -> None:
    server.wait_for_pages()
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Big: ")
        try:
            for _ in range(64):
                connection.sendall(b"a" * 65_536)
            connection.sendall(b"\r\n\r\n")
            answer = connection.recv(1024)
        except OSError:
            answer = b""  # The server hung up, as it may.
    assert answer == b"" or answer.split(b" ")[1] in (b"400", b"431")
    well(server)


def test_a_loop_without_end_does_not_disturb_members(unruly_server: Server) -> None:
    page = "/hoc/buoi-mot/"
    eventually(lambda: unruly_server.visitor().ask(page).status == 200, 60, f"{page} is rendered")
    with socket.create_connection(("127.0.0.1", unruly_server.port), timeout=5) as live:
        live.sendall(serving.ask_line("tra-cuu.ipynb"))
        for _ in range(20):
            well(unruly_server)
