"""A real server, started as a person starts it, and a small client for it."""

from __future__ import annotations

import asyncio
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
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.cookies import SimpleCookie
from itertools import pairwise
from pathlib import Path
from typing import Any

import psutil

from course import SHIPPED, Course
from course.loader import read
from tests import forked

Process = subprocess.Popen | forked.Forked


def awaited(work: Coroutine[Any, Any, Any]) -> Any:
    """Run asynchronous work to its end, in a thread of its own: the browser's loop may run in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


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
        headers = {"Sec-Fetch-Site": "none"} | headers  # As of an address that is typed.
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


def ask_line(notebook: str) -> bytes:
    """What a browser sends for a live session whose address is typed."""
    return (
        f"GET /voila/render/{notebook} HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: none\r\n\r\n".encode()
    )


def runs(process: psutil.Process, word: str) -> bool:
    """Tell whether a process still runs and has this word on its command line."""
    try:
        return word in " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return False  # it ended while we looked


@dataclass
class Server:
    """A running ``kit serve``."""

    process: Process
    port: int
    log: Path
    course: Course

    def visitor(self) -> Visitor:
        return Visitor(self.port)

    def kernels(self) -> list[psutil.Process]:
        """Kernel processes of this server that still run, those that render shared pages left out."""
        return [
            child
            for child in psutil.Process(self.process.pid).children()
            if runs(child, "ipykernel_launcher")
        ]

    def wait_for_pages(self, seconds: float = 120) -> None:
        """Wait until every page of the course can be had."""
        for slug in self.course.pages:
            eventually(
                lambda slug=slug: self.visitor().ask(f"/hoc/{slug}/").status == 200,
                seconds,
                f"/hoc/{slug}/ is rendered",
            )

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


@contextmanager
def running(folder: Path, *options: str, **surroundings: Any) -> Iterator[Server]:
    """Start a server as :func:`start` does; afterwards it is stopped, unless the test has ended it.

    Only where its ``surroundings`` are given does it load its modules itself.
    """
    server = start(
        folder, *options, launch=partial(launched, **surroundings) if surroundings else forked.launch
    )
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.stop()


def _course(options: tuple[str, ...]) -> Course:
    named = dict(pairwise(options)).get("--course")
    # What it shows may have faults that a server is expected to live with.
    return read(Path(named) if named else SHIPPED)


def launched(command: list[str], log: Path, env: dict[str, str] | None = None, **more: Any) -> Process:
    """Run a command that writes to a log; ``env`` is added to the environment, ``more`` is handed to the process."""
    with log.open("wb") as out:
        return subprocess.Popen(
            command,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=os.environ | {"PYTHONUNBUFFERED": "1"} | (env or {}),
            **more,
        )


def start(folder: Path, *options: str, launch: Callable[[list[str], Path], Process] = launched) -> Server:
    """Start ``kit serve`` on a free port, with log and cache in ``folder``, and wait until it answers."""
    port, log = free_port(), folder / "server.log"
    command = [str(Path(sys.executable).with_name("kit")), "serve", "--port", str(port)]
    if "--cache" not in options:
        command += ["--cache", str(folder / "cache")]
    if "--state" not in options:
        command += ["--state", str(folder / "state")]
    if "--warm" not in options:
        command += ["--warm", "0"]
    process = launch([*command, *options], log)
    server = Server(process, port, log, _course(options))

    def answers() -> bool:
        assert process.poll() is None, f"the server ended: {log.read_text('utf-8')}"
        try:
            return bool(json.loads(server.visitor().ask("/healthz").text)["status"])
        except OSError:
            return False

    try:
        eventually(answers, 60, "the server answers /healthz")
    except BaseException:
        process.kill()
        process.wait()
        raise
    return server
