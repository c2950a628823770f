"""Between requests and storage: writes are gathered into few transactions, and who listens is told of changes."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from sqlalchemy import Connection
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from course.kit_error import KitError
from store import Store

Result = TypeVar("Result")
# Answers of a whole hall come within a second; each would wait for the disk by itself.
MOST_AT_ONCE = 200
# Told at once for an answer or a step, and together for what a whole hall does in the same moment.
TELL_SECONDS = 0.1


class Rooms:
    """The rooms of a server.

    Parameters
    ----------
    open_storage
        Opens where they are kept; called when the first room is, for pages must come without it too.
    """

    def __init__(self, open_storage: Callable[[], Store]) -> None:
        self._open, self._opening = open_storage, asyncio.Lock()
        self._store: Store | None = None
        self.lines: defaultdict[str, set[WebSocketHandler]] = defaultdict(set)
        self._acts: asyncio.Queue[tuple[Callable[[Connection], Any], asyncio.Future]] = asyncio.Queue()
        self._told: set[str] = set()
        self._work: asyncio.Task | None = None

    async def read(self, look: Callable[[Connection], Result]) -> Result:
        """Return what ``look`` sees of the storage, at one moment."""

        storage = await self._storage()

        def reading() -> Result:
            with storage.read() as connection:
                return look(connection)

        return await asyncio.to_thread(reading)

    async def write(self, act: Callable[[Connection], Result]) -> Result:
        """Do something in the storage; when this returns, it is on the disk.

        Parameters
        ----------
        act
            Gets a connection. What it refuses by a :class:`course.kit_error.KitError` undoes what it did, and
            nothing that others do in the same transaction.
        """
        done: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._acts.put_nowait((act, done))
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._write_all())
        return await done

    async def _write_all(self) -> None:
        while not self._acts.empty():
            batch = [self._acts.get_nowait() for _ in range(min(self._acts.qsize(), MOST_AT_ONCE))]
            try:
                results = await asyncio.to_thread(_together, await self._storage(), [act for act, _ in batch])
            except Exception as error:  # Nothing of it is kept: all who wait must know.
                results = [error] * len(batch)
            for (_, done), result in zip(batch, results, strict=True):
                if done.cancelled():
                    continue
                if isinstance(result, Exception):
                    done.set_exception(result)
                else:
                    done.set_result(result)

    async def _storage(self) -> Store:
        async with self._opening:
            if self._store is None:
                self._store = await asyncio.to_thread(self._open)
        return self._store

    def tell(self, code: str) -> None:
        """Tell everybody who listens to a room that there is something new; they look themselves."""
        if code not in self._told:
            self._told.add(code)
            asyncio.get_running_loop().call_later(TELL_SECONDS, self._tell, code)

    def _tell(self, code: str) -> None:
        self._told.discard(code)
        for line in list(self.lines.get(code, ())):
            with suppress(WebSocketClosedError):  # It is about to leave.
                line.write_message("new").add_done_callback(_forget_failure)

    def listen(self, code: str, line: WebSocketHandler) -> None:
        """Add one who is told of changes."""
        self.lines[code].add(line)

    def leave(self, code: str, line: WebSocketHandler) -> None:
        """Take away one who is told of changes."""
        self.lines[code].discard(line)
        if not self.lines[code]:
            del self.lines[code]

    def close(self) -> None:
        """Let go of the storage."""
        if self._store:
            self._store.close()


def now() -> int:
    """Return the moment by the server's clock, in milliseconds."""
    return time.time_ns() // 1_000_000


def _together(storage: Store, acts: list[Callable[[Connection], Any]]) -> list[Any]:
    with storage.write() as connection:
        return [_apart(connection, act) for act in acts]


def _apart(connection: Connection, act: Callable[[Connection], Any]) -> Any:
    try:
        with connection.begin_nested():
            return act(connection)
    except KitError as error:
        return error


def _forget_failure(sending: asyncio.Future) -> None:
    if not sending.cancelled():
        sending.exception()  # That a line broke meanwhile is no news.
