"""Work in a process of its own: whoever asks for it goes on meanwhile, and survives whatever it does.

A job is a module that is run by ``python -m`` and calls :func:`perform`. Its task is one line of JSON on standard
input; each result is one on standard output, written as soon as it is there. Standard input stays open for as long
as somebody waits for results: when it closes the job ends, whether it was asked to or its asker is gone.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import os
import queue
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Awaitable, Callable, Coroutine, Generator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import IO, Any, NoReturn, cast

from course.errors import Fault
from course.kit_error import KitError
from server.errors import FilesChanged, JobFailed, may_pass, reason_of

# Many times what a page, a deck or a printed file takes on a slow machine; a job that is silent for longer hangs.
SILENT_SECONDS = 240
# Kernels are ended within it; after it a job is ended by force.
GRACE_SECONDS = 5
# As much as the command nice gives.
NICENESS = 10
# Ctrl-C in a terminal is for the one who asked, who then ends the job in good order.
APART: dict[str, Any] = {"start_new_session": True}
if sys.platform == "win32":
    APART = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.BELOW_NORMAL_PRIORITY_CLASS}


@dataclass(frozen=True)
class Result:
    """What became of one part of a task.

    Attributes
    ----------
    name
        Which part: a slug, or the name of a file.
    reason
        Why it failed; empty when it succeeded.
    again
        Whether files changed meanwhile: who watches them begins anew.
    passing
        Whether the failure may pass by itself, as a full disk or a lack of memory does.
    faults
        What an author can mend of it, each as the fields of a :class:`course.errors.Fault`.
    """

    name: str
    reason: str = ""
    again: bool = False
    passing: bool = False
    faults: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def failure(cls, name: str, error: Exception) -> Result:
        """Return the result of a part that an error ended."""
        faults = [fault.plain() for fault in getattr(error, "faults", ())]
        return cls(name, reason_of(error), isinstance(error, FilesChanged), may_pass(error), faults)

    def told(self) -> str:
        """Return why it failed, as commands and the server's log say it."""
        return " ".join(Fault(**one).told() for one in self.faults) or self.reason


Report = Callable[[Result], None]


class Job:
    """Runs a module, one task at a time.

    Parameters
    ----------
    module
        Name of a module that calls :func:`perform`.
    silent_seconds
        One that reports nothing for longer is ended.
    """

    def __init__(self, module: str, silent_seconds: float = SILENT_SECONDS) -> None:
        self.module, self.silent_seconds = module, silent_seconds
        self._process: subprocess.Popen[str] | None = None

    def results(self, **task: Any) -> Generator[Result, None, None]:
        """Yield the results of a task as they come; who stops asking ends the job.

        Raises
        ------
        JobFailed
            When the job ended before its work was done, or was ended because it hung.
        """
        process = self._process = self._start(task)
        lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        threading.Thread(target=_read, args=(process.stdout, lines), daemon=True).start()
        try:
            while (line := lines.get(timeout=self.silent_seconds)) is not None:
                result = Result(**json.loads(line))
                if not result.name:
                    raise JobFailed(self.module, result.reason)
                yield result
            if status := process.wait(GRACE_SECONDS):
                raise JobFailed(self.module, f"dừng khi chưa xong việc, mã kết thúc {status}")
        except (queue.Empty, subprocess.TimeoutExpired):
            raise JobFailed(
                self.module, f"không phản hồi trong {self.silent_seconds} giây nên đã bị dừng"
            ) from None
        finally:
            self.end()

    async def run(self, take: Callable[[Result], Awaitable[None]], **task: Any) -> None:
        """Hand the results of a task over as they come, beside the event loop; see :meth:`results`."""
        results = self.results(**task)
        try:
            while (result := await asyncio.to_thread(next, results, None)) is not None:
                await take(result)
        finally:
            await asyncio.to_thread(self.end)

    def end(self) -> None:
        """End what is under way, and wait until it has ended."""
        process = self._process
        if process is None:
            return
        cast("IO[str]", process.stdin).close()
        try:
            process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _start(self, task: dict[str, Any]) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            # Modules of the working folder are not the kit's.
            [sys.executable, "-P", "-m", self.module],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", **APART,
        )  # fmt: skip
        with suppress(OSError):  # Where it has ended already, its status tells.
            print(json.dumps(task, default=str), file=process.stdin, flush=True)
        return process


def _read(output: IO[str], lines: queue.SimpleQueue[str | None]) -> None:
    with output:
        for line in output:
            if line.endswith("\n"):  # The last line of a job that was killed may be cut.
                lines.put(line)
    lines.put(None)


def perform(work: Callable[..., Coroutine[Any, Any, None] | None]) -> NoReturn:
    """Do the task that this process was started for, report its results, and end the process.

    Parameters
    ----------
    work
        Called with a function that reports one result, and with the task's parts by name. What it raises is why
        the job failed as a whole. At the end a coroutine is cancelled, so that it can end what it has started.
    """
    report, status = _reporting(), 1
    try:
        task = json.loads(sys.stdin.buffer.readline())
        if hasattr(os, "nice"):
            os.nice(NICENESS)  # Kernels started from now on give way too.
        if inspect.iscoroutinefunction(work):
            asyncio.run(_cancelled_at_the_end(work(report, **task)))
        else:
            _watch(lambda: os._exit(1))
            work(report, **task)
        status = 0
    except Exception as error:
        if not isinstance(error, KitError):
            traceback.print_exc()
        report(Result("", reason_of(error)))
    finally:
        leave(status)


def _reporting() -> Report:
    """Return what writes results; whatever else this process prints goes where errors go."""
    channel = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())

    def report(result: Result) -> None:
        print(json.dumps(asdict(result), ensure_ascii=False, default=str), file=channel, flush=True)

    return report


async def _cancelled_at_the_end(work: Coroutine[Any, Any, None]) -> None:
    loop, task = asyncio.get_running_loop(), cast("asyncio.Task[None]", asyncio.current_task())

    def cancel() -> None:
        loop.call_soon_threadsafe(task.cancel)
        time.sleep(GRACE_SECONDS)
        os._exit(1)

    _watch(cancel)
    await work


def _watch(end: Callable[[], None]) -> None:
    """Call a function in a thread when standard input is closed."""

    def watch() -> None:
        sys.stdin.buffer.read()
        end()

    threading.Thread(target=watch, daemon=True).start()


def leave(status: int) -> NoReturn:
    """End this process, whose work is done, at once.

    While Python takes itself down, a kernel's client may wait for ever for its sockets
    (``zmq.Context.term`` in ``KernelClient.__del__``).
    """
    with suppress(OSError):  # Nobody reads any more.
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)
