"""What a person reads in the terminal."""

from __future__ import annotations

import io
import os
import shutil
import socket
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest
import typer
from typer.testing import CliRunner

from course.errors import Fault
from server import checking, cli, network
from tests.courses import SMALL

runner = CliRunner()


def test_a_port_in_use_ends_with_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = runner.invoke(cli.app, ["serve", "--port", str(taken.getsockname()[1])])
    assert result.exit_code == 1
    assert result.stderr.startswith("Cổng ")
    assert len(result.stderr.strip().splitlines()) == 1


def test_check_counts_the_content() -> None:
    result = runner.invoke(cli.app, ["check", "--no-run"])
    assert (result.exit_code, result.stdout[:29]) == (0, "Nội dung đạt yêu cầu: 8 buổi,")
    result = runner.invoke(cli.app, ["check", "--no-run", "--lang", "en", "--course", str(SMALL)])
    assert (result.exit_code, result.stdout[:32]) == (0, "Content is in order: 2 sessions,")


def test_check_says_what_readers_lose_when_a_page_has_another_slug(tmp_path: Path) -> None:
    course = tmp_path / "course"
    shutil.copytree(SMALL, course)
    store = course / ".cache" / "pages"
    store.mkdir(parents=True)
    for slug in ("buoi-mot", "buoi-cu"):
        (store / f"{slug}.0123.page").touch()
    result = runner.invoke(cli.app, ["check", "--no-run", "--course", str(course)])
    assert result.exit_code == 0
    assert [line[:46] for line in result.stdout.splitlines()] == [
        "Lưu ý: trang buoi-cu từng được dựng ở đây, nay",
        "Nội dung đạt yêu cầu: 2 buổi, 7 số liệu, 16 câ",
    ]
    assert "mất tiến độ" in result.stdout and "mã QR đã in" in result.stdout


def test_check_passes_on_everything_that_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [
        Fault("facts.csv", "row 3", "value must be a number", "abc"),
        Fault("qa.yml", "hoi-1", "must have {least} words", 3, {"least": 8}),
    ]
    monkeypatch.setattr(checking, "faults", lambda folder: [*found])
    result = runner.invoke(cli.app, ["check", "--no-run", "--lang", "en"])
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "facts.csv: row 3: value must be a number, got 'abc'",
        "qa.yml: hoi-1: must have 8 words, got 3",
        "2 to mend.",
    ]


def test_all_addresses_show_the_network_and_a_qr_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(network, "lan_addresses", lambda: ["192.168.1.20"])
    cli._announce("0.0.0.0", 8866, 5)
    out = capsys.readouterr().out
    assert "http://127.0.0.1:8866/" in out
    assert "http://192.168.1.20:8866/" in out
    assert "█" in out


def test_the_qr_code_leads_where_phones_get_through(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    codes: list[str] = []
    monkeypatch.setattr(network, "lan_addresses", lambda: ["192.168.99.1", "192.168.1.20"])
    monkeypatch.setattr(network, "routed_address", lambda: "192.168.1.20")
    monkeypatch.setattr(network, "print_qr", codes.append)
    cli._announce("0.0.0.0", 8866, 5)
    assert codes == ["http://192.168.1.20:8866/"]
    assert "http://192.168.99.1:8866/" in capsys.readouterr().out


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("how", [typer.Exit, KeyboardInterrupt])
def test_the_cursor_comes_back_however_the_work_ends(
    monkeypatch: pytest.MonkeyPatch, how: type[BaseException]
) -> None:
    terminal = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stdout", terminal)
    with pytest.raises(how), cli._progress() as show:
        show(0, 8)
        show(2, 8)
        raise how
    hidden, shown = (terminal.getvalue().rfind(code) for code in ("\x1b[?25l", "\x1b[?25h"))
    assert -1 < hidden < shown


def test_a_stick_that_cannot_be_written_ends_with_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    monkeypatch.setattr(cli, "_build_site", lambda out, course: SimpleNamespace(folder=tmp_path))
    result = runner.invoke(cli.app, ["stick", "--out", str(tmp_path / "file" / "kit.zip")])
    assert result.exit_code == 1
    assert "Not a directory" in result.stderr or "exists" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_without_a_network_a_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(network, "lan_addresses", list)
    cli._announce("0.0.0.0", 8866, 5)
    assert "Không thấy mạng nội bộ nào" in capsys.readouterr().out


def test_work_goes_on_when_nobody_reads_how_far_it_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    read, written = os.pipe()
    os.close(read)
    with open(written, "w", encoding="utf-8") as pipe, cli._progress() as progress:
        monkeypatch.setattr("sys.stdout", pipe)
        progress(0, 1)
        progress(1, 1)
        monkeypatch.undo()
        with suppress(BrokenPipeError):  # What is left in it.
            pipe.close()


def test_data_is_copied_and_put_back_by_two_commands(tmp_path: Path) -> None:
    state = ["--state", str(tmp_path / "state")]
    copied = runner.invoke(cli.app, ["backup", str(tmp_path / "copy.zip"), *state])
    assert (copied.exit_code, copied.stdout) == (0, f"{tmp_path}/copy.zip: đã sao lưu 0 mục.\n")
    assert (
        "đã khôi phục 0 mục" in runner.invoke(cli.app, ["restore", str(tmp_path / "copy.zip"), *state]).stdout
    )
    (tmp_path / "copy.zip").write_text("no copy")
    refused = runner.invoke(cli.app, ["restore", str(tmp_path / "copy.zip"), *state])
    assert refused.exit_code == 1
    assert "không phải tệp sao lưu" in refused.stderr
