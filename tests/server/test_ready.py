"""Files that are kept ready are answered as the handlers answer them."""

from __future__ import annotations

import re

import pytest

from tests.serving import Server

# Handlers answer what has a condition; this one is never met.
LONG_AGO = {"If-Modified-Since": "Thu, 01 Jan 1998 00:00:00 GMT"}


@pytest.fixture(scope="module")
def addresses(server: Server) -> list[str]:
    page = server.visitor().ask("/hoc/buoi-mot/").text
    return ["/hoc/buoi-mot/", *sorted(set(re.findall(r"/assets/[0-9a-f]{12}/[a-z0-9.-]+", page)))]


@pytest.mark.parametrize("codings", ["br, gzip", "gzip", "identity", ""])
def test_head_and_body_are_those_of_the_handlers(server: Server, addresses: list[str], codings: str) -> None:
    assert len(addresses) > 5
    for address in addresses:
        ready, handled = (
            server.visitor().ask(address, **{"Accept-Encoding": codings}, **condition)
            for condition in ({}, LONG_AGO)
        )
        assert ready.status == handled.status == 200 and ready.body == handled.body, address
        heads = [
            {name: one.headers[name] for name in one.headers if name != "Date"} for one in (ready, handled)
        ]
        assert heads[0] == heads[1], address


@pytest.mark.parametrize(
    ("address", "condition", "status"),
    [
        ("/hoc/buoi-mot/", {"If-None-Match": "*"}, 304),
        ("/hoc/buoi-mot/", {"Range": "bytes=0-9"}, 206),
        ("/hoc/buoi-mot/?a=1", {}, 200),
        ("/hoc/khong-co/", {}, 404),
        ("/assets/000000000000/style.css", {}, 404),
        ("/hoc/buoi-mot", {}, 301),
    ],
)
def test_what_is_not_the_whole_file_goes_to_a_handler(
    server: Server, address: str, condition: dict[str, str], status: int
) -> None:
    assert server.visitor().ask(address, **condition).status == status
