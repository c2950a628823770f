"""Processes of ours that work beside the server, which goes on answering and survives whatever they do."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from collections.abc import Awaitable, Callable
from typing import Any, NoReturn

log = logging.getLogger("kit")

# As much as the command nice gives.
NICENESS = 10
# Of a report's line; a notebook's error may quote whole cells.
LONGEST_LINE = 2**24  # bytes
LONGEST_REASON = 4_000  # characters


class Worker:
    """Runs one module at a time (``python -m MODULE …``) that reports on standard output, one JSON line a result.

    Parameters
    ----------
    module
        Name of the module.
    limit_seconds
        Longer than its work takes; one that hangs is ended.
    """

    def __init__(self, module: str, limit_seconds: float) -> None:
        self.module, self.limit_seconds = module, limit_seconds
        self.process: asyncio.subprocess.Process | None = None

    async def run(self, arguments: list[str], take: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
        """Run the module to its end, and hand each result over as it comes."""
        command = [sys.executable, "-m", self.module, *arguments]
        process = await asyncio.create_subprocess_exec(
            *command, stdout=asyncio.subprocess.PIPE, limit=LONGEST_LINE
        )
        self.process = process
        try:
            async with asyncio.timeout(self.limit_seconds):
                async for line in process.stdout:
                    await take(json.loads(line))
                await process.wait()
        except TimeoutError:
            log.error("%s took longer than %s s and was ended", self.module, self.limit_seconds)
        finally:
            self.end()
            await process.wait()

    def end(self) -> None:
        """End what is under way."""
        if self.process is not None and self.process.returncode is None:
            self.process.terminate()


def pairs(keys: dict[str, str]) -> list[str]:
    """Write versions by slug as the arguments ``SLUG=KEY``."""
    return [f"{slug}={key}" for slug, key in keys.items()]


def keys(arguments: list[str]) -> dict[str, str]:
    """Read arguments ``SLUG=KEY``."""
    return dict(argument.split("=", 1) for argument in arguments)


def stand_back() -> None:
    """Give way to the server on a busy machine; kernels started from now on do so too."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)


def leave(status: int) -> NoReturn:
    """End this process, whose work is done, at once.

    While Python takes itself down, a kernel's client may wait for ever for its sockets
    (``zmq.Context.term`` in ``KernelClient.__del__``).
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def report(*, slug: str, ok: bool, reason: str = "", again: bool = False) -> None:
    """Write one result for the process that started this one.

    Parameters
    ----------
    slug, ok
        Which session, and whether it succeeded.
    reason
        Why not; of a long one beginning and end are kept.
    again
        Whether the failure passes by itself: files changed meanwhile, and who watches them begins anew.
    """
    if len(reason) > LONGEST_REASON:
        reason = f"{reason[: LONGEST_REASON // 2]} … {reason[-LONGEST_REASON // 2 :]}"
    print(
        json.dumps({"slug": slug, "ok": ok, "reason": reason, "again": again}, ensure_ascii=False), flush=True
    )
