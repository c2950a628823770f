"""Between requests and storage: writes are gathered into few transactions, and who listens is told of changes."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from meetings.rooms.views import Shown
from store import Store

Result = TypeVar("Result")
Act = Callable[[Connection], Any]
# A whole hall answers, or looks at what is new, within a second; each would wait for a transaction by itself.
MOST_AT_ONCE = 200
# Told at once for an answer or a step, and together for what a whole hall does in the same moment.
TELL_SECONDS = 0.1


class _Gathered:
    """Does what is asked for in the same moment in one go, in a thread, in the order in which it was asked.

    Parameters
    ----------
    do
        Gets what is to be done, and returns for each its result or the exception that it ended with.
    """

    def __init__(self, do: Callable[[list[Act]], Awaitable[list[Any]]]) -> None:
        self._do = do
        self._work: asyncio.Task | None = None
        self._acts: asyncio.Queue[tuple[Act, asyncio.Future]] = asyncio.Queue()

    async def ask(self, act: Callable[[Connection], Result]) -> Result:
        """Return what ``act`` returns, or raise what it raises."""
        done: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._acts.put_nowait((act, done))
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._work_off())
        return await done

    async def _work_off(self) -> None:
        while not self._acts.empty():
            batch = [self._acts.get_nowait() for _ in range(min(self._acts.qsize(), MOST_AT_ONCE))]
            try:
                results = await self._do([act for act, _ in batch])
            except Exception as error:  # Nothing of it is done: all who wait must know.
                results = [error] * len(batch)
            for (_, done), result in zip(batch, results, strict=True):
                if done.cancelled():
                    continue
                if isinstance(result, Exception):
                    done.set_exception(result)
                else:
                    done.set_result(result)


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
        self._writes, self._reads = _Gathered(self._write), _Gathered(self._read)
        self.lines: defaultdict[str, dict[WebSocketHandler, bool]] = defaultdict(dict)
        self.shown = Shown()
        self._told: set[tuple[str, bool]] = set()

    async def read(self, look: Callable[[Connection], Result]) -> Result:
        """Return what ``look`` sees of the storage, at one moment."""
        return await self._reads.ask(look)

    async def write(self, act: Callable[[Connection], Result]) -> Result:
        """Do something in the storage; when this returns, it is on the disk.

        Parameters
        ----------
        act
            Gets a connection. An error that it raises undoes what it did, and nothing that others do in the same
            transaction.
        """
        return await self._writes.ask(act)

    async def _write(self, acts: list[Act]) -> list[Any]:
        storage = await self._storage()

        def together() -> list[Any]:
            with storage.write() as connection:
                return [_apart(connection, act) for act in acts]

        return await asyncio.to_thread(together)

    async def _read(self, looks: list[Act]) -> list[Any]:
        storage = await self._storage()

        def together() -> list[Any]:
            with storage.read() as connection:
                return [_tried(connection, look) for look in looks]

        return await asyncio.to_thread(together)

    async def _storage(self) -> Store:
        async with self._opening:
            if self._store is None:
                self._store = await asyncio.to_thread(self._open)
        return self._store

    def tell(self, code: str, *, hosts: bool = False) -> None:
        """Tell who listens to a room that there is something new; they look themselves.

        Parameters
        ----------
        code
            Of the room.
        hosts
            Tell the hosts alone: that one more has joined or answered changes nothing on a member's phone.
        """
        if (code, hosts) not in self._told:
            self._told.add((code, hosts))
            asyncio.get_running_loop().call_later(TELL_SECONDS, self._tell, code, hosts)

    def _tell(self, code: str, hosts: bool) -> None:
        self._told.discard((code, hosts))
        for line in [line for line, leads in self.lines.get(code, {}).items() if leads or not hosts]:
            with suppress(WebSocketClosedError):  # It is about to leave.
                line.write_message("new").add_done_callback(_forget_failure)

    def listen(self, code: str, line: WebSocketHandler, hosts: bool) -> None:
        """Add one who is told of changes; a host of more of them."""
        self.lines[code][line] = hosts

    def leave(self, code: str, line: WebSocketHandler) -> None:
        """Take away one who is told of changes."""
        self.lines[code].pop(line, None)
        if not self.lines[code]:
            del self.lines[code]

    def close(self) -> None:
        """Let go of the storage."""
        if self._store:
            self._store.close()


def now() -> int:
    """Return the moment by the server's clock, in milliseconds."""
    return time.time_ns() // 1_000_000


def _apart(connection: Connection, act: Act) -> Any:
    try:
        with connection.begin_nested():
            return act(connection)
    except DBAPIError:  # The transaction of all is broken.
        raise
    except Exception as error:
        return error


def _tried(connection: Connection, look: Act) -> Any:
    try:
        return look(connection)
    except DBAPIError:
        raise
    except Exception as error:
        return error


def _forget_failure(sending: asyncio.Future) -> None:
    if not sending.cancelled():
        sending.exception()  # That a line broke meanwhile is no news.
