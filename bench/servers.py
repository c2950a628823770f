"""The servers that are measured: the kit, plain Voila, and nginx with the same files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.serving import Process, Server, free_port, start

ROOT = Path(__file__).resolve().parents[1]


@dataclass
class Running:
    """A server under measurement."""

    name: str
    port: int
    process: Process

    def megabytes(self) -> float:
        """Return the memory of the server and all its processes that no other shares."""
        family = [
            psutil.Process(self.process.pid),
            *psutil.Process(self.process.pid).children(recursive=True),
        ]
        return sum(member.memory_full_info().uss for member in family) / 1e6


@contextmanager
def kit(folder: Path, *options: str) -> Iterator[Server]:
    """Run ``kit serve`` with a cache in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    server = start(folder, *options)
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def plain_voila() -> Iterator[Running]:
    """Run Voila as it comes, on the kit's notebooks."""
    port = free_port()
    command = [sys.executable, "-m", "voila", str(ROOT / "notebooks"), "--no-browser", f"--port={port}",
               "--Voila.ip=127.0.0.1", "--VoilaConfiguration.file_allowlist=[]"]  # fmt: skip
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait(f"http://127.0.0.1:{port}/")
        yield Running("plain Voila", port, process)
    finally:
        process.terminate()
        process.wait(timeout=60)


@contextmanager
def nginx(site: Path, folder: Path, live_port: int = 1) -> Iterator[Running]:
    """Run nginx with the shipped configuration on the static site, with paths and ports of this run."""
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    port = free_port()
    text = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    text = text.replace("listen 8080;", f"listen 127.0.0.1:{port};").replace("/srv/hoc-tac-pham", str(site))
    text = text.replace("127.0.0.1:8866", f"127.0.0.1:{live_port}")
    folder.mkdir(parents=True, exist_ok=True)
    main = folder / "nginx.conf"
    main.write_text(
        f"{_user()} daemon off; pid {folder}/pid; error_log {folder}/error.log;\n"
        "worker_processes 2; worker_rlimit_nofile 8192; events { worker_connections 4096; }\n"
        f"http {{ client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;\n"
        f"uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s; sendfile on;\n{text}\n}}\n",
        "utf-8",
    )
    process = subprocess.Popen([program, "-c", str(main), "-p", str(folder)])
    try:
        wait(f"http://127.0.0.1:{port}/index.html")
        yield Running("nginx", port, process)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _user() -> str:
    # Started by root, nginx would give up rights that it needs to read this run's own folder.
    return "user root;" if os.geteuid() == 0 else ""


def wait(url: str, seconds: float = 60) -> None:
    """Wait until an address answers."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(url, timeout=10).read()
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
