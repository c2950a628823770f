"""What a person reads in the terminal."""

from __future__ import annotations

import socket

import pytest
from typer.testing import CliRunner

from server import cli, network
from widgets import content
from widgets.content import ContentError

runner = CliRunner()


def test_a_port_in_use_ends_with_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = runner.invoke(cli.app, ["serve", "--port", str(taken.getsockname()[1])])
    assert result.exit_code == 1
    assert result.stderr.startswith("Port ")
    assert len(result.stderr.strip().splitlines()) == 1


def test_check_counts_the_content() -> None:
    result = runner.invoke(cli.app, ["check"])
    assert result.exit_code == 0
    assert "Content is in order: 8 sessions" in result.stdout


def test_check_passes_on_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ContentError("facts.csv", "row 3", "value must be a number", "abc")

    monkeypatch.setattr(content, "load", broken)
    result = runner.invoke(cli.app, ["check"])
    assert result.exit_code == 1
    assert result.stderr.strip() == "facts.csv: row 3: value must be a number, got 'abc'"


def test_all_addresses_show_the_network_and_a_qr_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(network, "lan_addresses", lambda: ["192.168.1.20"])
    cli._announce("0.0.0.0", 8866, 5)
    out = capsys.readouterr().out
    assert "http://127.0.0.1:8866/" in out
    assert "http://192.168.1.20:8866/" in out
    assert "█" in out


def test_without_a_network_a_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(network, "lan_addresses", list)
    cli._announce("0.0.0.0", 8866, 5)
    assert "No local network was found" in capsys.readouterr().out
