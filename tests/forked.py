"""Servers for tests, forked from a process that has loaded the server's modules: two seconds of each start saved."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from multiprocessing.process import BaseProcess
from pathlib import Path

# What `kit serve` loads before it answers.
LOADED = ["server.cli", "server.app", "server.background.retries", "rich.progress", "tests.forked"]


class Forked:
    """A forked command, looked after as a :class:`subprocess.Popen` is."""

    def __init__(self, process: BaseProcess) -> None:
        self._process = process
        self.pid = process.pid

    def poll(self) -> int | None:
        """Return the status with which the command ended, or None while it runs."""
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        """Wait until the command has ended; return its status."""
        self._process.join(timeout)
        if (status := self.poll()) is None:
            raise subprocess.TimeoutExpired(self._process.name, timeout or 0)
        return status

    def send_signal(self, how: int) -> None:
        """Send the command a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, how)

    def kill(self) -> None:
        """End the command at once."""
        self._process.kill()


def launch(command: list[str], log: Path) -> Forked:
    """Run ``kit`` with the words of a command that follow its first; it writes to a log."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(LOADED)
    # Not a daemon in Python's words: those may not have children.
    process = context.Process(target=_run, args=(command[1:], log), name=" ".join(command))
    process.start()
    return Forked(process)


def _run(words: list[str], log: Path) -> None:
    from server.cli import main

    with log.open("wb") as out:
        for stream in (sys.stdout, sys.stderr):
            os.dup2(out.fileno(), stream.fileno())
    sys.stdout.reconfigure(line_buffering=True)
    sys.argv = ["kit", *words]
    main()
