"""What stands beside the decks: links without their last stroke, and the addresses for phones."""

from __future__ import annotations

import json

import pytest

from tests.serving import Server


@pytest.mark.parametrize(
    ("path", "status", "place"),
    [
        ("/trinh-chieu/buoi-mot", 301, "/trinh-chieu/buoi-mot/"),
        ("/trinh-chieu", 301, "/trinh-chieu/"),
        ("/trinh-chieu/khong-co/", 404, None),
        ("/trinh-chieu/tra-cuu/", 404, None),
        ("/trinh-chieu/dia-chi/khong-co", 404, None),
    ],
)
def test_addresses(server: Server, path: str, status: int, place: str | None) -> None:
    answer = server.visitor().ask(path)
    assert (answer.status, answer.headers["Location"]) == (status, place)


def test_only_this_machine_means_no_address_for_phones(server: Server) -> None:
    assert json.loads(server.visitor().ask("/trinh-chieu/dia-chi/buoi-mot").text) == {"addresses": []}


def test_who_comes_from_elsewhere_is_told_that_address(server: Server) -> None:
    told = json.loads(server.visitor().ask("/trinh-chieu/dia-chi/buoi-mot", Host="192.168.1.5:8866").text)
    (address,) = told["addresses"]
    assert address["url"] == "http://192.168.1.5:8866/hoc/buoi-mot/" and address["qr"].startswith(
        "data:image/svg+xml"
    )
