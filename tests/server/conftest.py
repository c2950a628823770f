"""A real server, started as a person starts it, and small clients for it."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path

import nbformat
import psutil
import pytest


def free_port() -> int:
    """Ask the system for a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass
class Answer:
    """What the server sent back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


@dataclass
class Visitor:
    """A browser without a screen: keeps its cookies."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        if self.cookies:
            headers["Cookie"] = self.cookie_header()
        connection.request(method, path, body=body, headers=headers)
        response = connection.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        connection.close()
        for value in response.headers.get_all("Set-Cookie") or []:
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(value).items()}
        return answer

    def cookie_header(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def open_session(self, notebook: str) -> tuple[Answer, str]:
        """Open a live session; returns the answer and the kernel's id ('' where there is none)."""
        answer = self.ask(f"/voila/render/{notebook}")
        found = re.search(r'"kernelId": "([0-9a-f-]{36})"', answer.text)
        return answer, found[1] if found else ""


@dataclass
class Server:
    """A running ``kit serve``."""

    process: subprocess.Popen
    port: int
    log: Path

    def visitor(self) -> Visitor:
        return Visitor(self.port)

    def kernels(self) -> list[psutil.Process]:
        """Kernel processes of this server that still run."""
        return [
            child
            for child in psutil.Process(self.process.pid).children()
            if "ipykernel" in " ".join(child.cmdline())
        ]

    def stop(self, how: int = signal.SIGTERM) -> int:
        self.process.send_signal(how)
        return self.process.wait(timeout=30)


def eventually(condition: Callable[[], object], seconds: float, what: str) -> None:
    """Wait until something holds; fail with a sentence when it does not in time."""
    deadline = time.monotonic() + seconds
    pause = threading.Event()
    while not condition():
        assert time.monotonic() < deadline, f"not within {seconds} s: {what}"
        pause.wait(0.1)


@pytest.fixture(scope="package")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight small notebooks: one shows a widget, one fails, one never ends, the others say hello."""
    folder = tmp_path_factory.mktemp("notebooks")
    from widgets.content import load

    special = {
        "02-ly-luan.ipynb": "raise RuntimeError('this cell is meant to fail')",
        "03-ket-qua.ipynb": "while True: pass",
    }
    for session in load().sessions.values():
        notebook = nbformat.v4.new_notebook(
            metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
        )
        code = special.get(session.notebook, "from IPython.display import Markdown\nMarkdown('Xin **chào**')")
        notebook.cells = [nbformat.v4.new_markdown_cell("# Phần đầu"), nbformat.v4.new_code_cell(code)]
        nbformat.write(notebook, folder / session.notebook)
    return folder


@pytest.fixture(scope="package")
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Return a function that starts ``kit serve`` on a free port and waits until it answers."""
    running: list[Server] = []

    def start(*options: str) -> Server:
        port, log = free_port(), tmp_path_factory.mktemp("log") / "server.log"
        command = [sys.executable, "-m", "server.cli", "serve", "--port", str(port), *options]
        with log.open("wb") as out:
            process = subprocess.Popen(
                command, stdout=out, stderr=subprocess.STDOUT, env=os.environ | {"PYTHONUNBUFFERED": "1"}
            )
        server = Server(process, port, log)
        running.append(server)

        def answers() -> bool:
            assert process.poll() is None, f"the server ended: {log.read_text('utf-8')}"
            try:
                return json.loads(server.visitor().ask("/healthz").text)["status"] == "ok"
            except OSError:
                return False

        eventually(answers, 30, "the server answers /healthz")
        return server

    yield start
    for server in running:
        if server.process.poll() is None:
            server.stop()


@pytest.fixture(scope="package")
def server(start_server: Callable[..., Server], notebooks: Path) -> Server:
    """One server that most tests share."""
    return start_server("--notebooks", str(notebooks), "--kernels", "30")
