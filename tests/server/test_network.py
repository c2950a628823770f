"""Ports, addresses and the QR code for phones."""

from __future__ import annotations

import io
import socket
import sys

import pytest

from server import cli, network


def test_a_port_in_use_is_named_with_a_remedy() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(network.CannotListen, match=rf"Cổng {port}: đang có .*make serve PORT={port + 1}"):
            network.check_port("127.0.0.1", port)


def test_a_free_port_passes() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    network.check_port("127.0.0.1", port)


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(network.CannotListen, match=r"192\.0\.2\.7.*HOST=127\.0\.0\.1 hoặc HOST=0\.0\.0\.0"):
        network.check_port("192.0.2.7", 8866)


def test_lan_addresses_are_those_of_interfaces_that_are_up(monkeypatch: pytest.MonkeyPatch) -> None:
    class Address:
        def __init__(self, address: str, family: int = socket.AF_INET) -> None:
            self.address, self.family = address, family

    class State:
        def __init__(self, isup: bool) -> None:
            self.isup = isup

    addresses = {
        "lo": [Address("127.0.0.1")],
        "wlan0": [Address("192.168.1.20"), Address("fe80::1", socket.AF_INET6)],
        "eth0": [Address("10.0.0.5")],
        "usb0": [Address("169.254.3.4")],
    }
    states = {"lo": State(True), "wlan0": State(True), "eth0": State(False), "usb0": State(True)}
    monkeypatch.setattr(network.psutil, "net_if_addrs", lambda: addresses)
    monkeypatch.setattr(network.psutil, "net_if_stats", lambda: states)
    assert network.lan_addresses() == ["192.168.1.20"]


def test_the_qr_code_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    network.print_qr("http://192.168.1.20:8866/")
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 10
    assert {"█", "▀", "▄"} & set("".join(lines))


def test_a_terminal_without_such_signs_is_left_with_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(written, encoding="cp1258"))
    host = "[::1]:8866"
    cli._let_letters_lack()
    cli._announce("::1", 8866, 2)
    network.print_qr("http://192.168.1.20:8866/")
    sys.stdout.flush()
    assert f" http://{host}/ " in written.getvalue().decode("cp1258")
    assert len(written.getvalue().splitlines()) == 1


@pytest.mark.parametrize(
    ("listening", "asked", "hosts"),
    [
        ("127.0.0.1", "127.0.0.1:8866", []),
        ("127.0.0.1", "localhost:8866", []),
        ("0.0.0.0", "127.0.0.1:8866", ["192.168.1.5:8866", "172.17.0.1:8866"]),
        ("192.168.1.5", "localhost:8866", ["192.168.1.5:8866"]),
        ("127.0.0.1", "hoc.example", ["hoc.example"]),
        ("127.0.0.1", '"><script>', []),
        ("127.0.0.1", "a" * 3000, []),
        ("::1", "[::1]:8866", []),
        ("fd00::5", "", ["[fd00::5]:8866"]),
        ("::", "localhost:8866", ["[fd00::7]:8866"]),
    ],
)
def test_hosts_that_phones_reach(monkeypatch, listening: str, asked: str, hosts: list[str]) -> None:
    own = {socket.AF_INET: ["172.17.0.1", "192.168.1.5"], socket.AF_INET6: ["fd00::7"]}
    monkeypatch.setattr(network, "lan_addresses", lambda family=socket.AF_INET: own[family])
    monkeypatch.setattr(network, "routed_address", lambda: "192.168.1.5")
    assert network.phone_hosts(listening, 8866, asked) == hosts


def test_without_a_network_there_is_no_way_out(monkeypatch) -> None:
    monkeypatch.setattr(network, "NOWHERE", ("255.255.255.255", 9))
    assert network.routed_address() == ""
