"""Opens the storage, and gives transactions that read and transactions that write."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from store import errors, schema
from store.errors import StoreError, told

# In the folder of a course, ignored by git.
FOLDER = "var"
FILE = "kit.sqlite3"
# A writer waits for the one before it; a thousand answers were written in less than a second.
WAIT_SECONDS, LOOK_SECONDS = 10, 0.05
# Read by the engine's events: how a transaction begins.
_BEGIN = "kit_begin"


class Store:
    """The kit's database.

    Parameters
    ----------
    engine
        Of SQLite or PostgreSQL.
    place
        How messages call it: a file, or an address without its password.
    """

    def __init__(self, engine: Engine, place: str) -> None:
        self.engine, self.place = engine, place

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file on this machine."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give a connection whose changes are kept together when the block ends, and none of them after an error.

        SQLite lets one write at a time, from the beginning of the block: one that read first and then wrote would be
        refused where another has written meanwhile, however long it waits.

        Raises
        ------
        StoreError
            When the disk is full, the file is held by another program, or the database cannot be reached.
        """
        with self._transaction(**{_BEGIN: "IMMEDIATE"}) as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the data from its first reading to its last.

        Raises
        ------
        StoreError
            As :meth:`write` does.
        """
        with self._transaction(
            **({} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"})
        ) as connection:
            yield connection

    @contextmanager
    def _transaction(self, **options: str) -> Iterator[Connection]:
        with (
            told(self.place),
            self.engine.connect().execution_options(**options) as connection,
            connection.begin(),
        ):
            yield connection

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def opened(state: Path, database: str | None = None) -> Store:
    """Open the storage, with the tables of this version.

    Parameters
    ----------
    state
        Folder of the SQLite file; made where it is missing, for its owner alone.
    database
        Address of a PostgreSQL database (``postgresql+psycopg://…``) to be used instead.

    Raises
    ------
    StoreError
        When it cannot be opened, lies on a drive that cannot hold it, or was written by a newer version of the kit.
    """
    store = _postgresql(database) if database else _sqlite(state)
    try:
        with told(store.place):
            schema.upgrade(store.engine, store.place)
    except BaseException:
        store.close()
        raise
    return store


def _sqlite(state: Path) -> Store:
    try:
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(state, errors.CLOSED_TO_US) from error
    file = state / FILE
    engine = create_engine(
        f"sqlite:///{file}", connect_args={"timeout": WAIT_SECONDS, "isolation_level": None}
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return Store(engine, str(file))


def _postgresql(address: str) -> Store:
    place = "--database"
    try:
        url = make_url(address)
        if url.get_backend_name() != "postgresql":
            raise ValueError(url.get_backend_name())
    except (ValueError, ArgumentError) as error:
        rule = "phải là địa chỉ của một cơ sở dữ liệu PostgreSQL, như postgresql+psycopg://tên:mật-khẩu@máy/cơ-sở"
        raise StoreError(place, rule) from error
    url = url.set(drivername="postgresql+psycopg")
    return Store(create_engine(url, pool_pre_ping=True), url.render_as_string(hide_password=True))


def _prepare(connection: Any, _record: object) -> None:
    """Set up a connection to SQLite; what it answers is the truth, not what was asked for."""
    if (mode := _write_ahead(connection)) != "wal":
        raise StoreError(FILE, errors.NO_NETWORK_DRIVE, value=mode)
    connection.execute("PRAGMA foreign_keys=ON")
    # What is acknowledged is on the disk, also when the power goes.
    connection.execute("PRAGMA synchronous=FULL")


def _write_ahead(connection: Any) -> str:
    """Ask for the write-ahead log, and return what is kept instead where there can be none.

    Here alone SQLite does not wait by itself: of several that open a new file at once, all but one would be refused.
    """
    end = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            return connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(LOOK_SECONDS)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get(_BEGIN, '')}")
