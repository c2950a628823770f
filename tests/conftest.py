"""Fixtures that several test packages use."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from filelock import FileLock

from server.publish import static_site as sites
from tests import serving
from tests.courses import shipped
from tests.storing import place, postgresql, storage

__all__ = ["place", "postgresql", "storage"]

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser or a server by its folder, and the executed course, so that others can be run alone."""
    for item in items:
        if "store" in getattr(item, "fixturenames", ()):
            item.add_marker("rendered")
        for folder in ("browser", "server"):
            if item.path.is_relative_to(HERE / folder):
                item.add_marker(folder)


@pytest.fixture
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., serving.Server]]:
    """Return a function that starts ``kit serve`` with further options on a free port, until the test ends."""
    with ExitStack() as running:
        yield lambda *options: running.enter_context(
            serving.running(tmp_path_factory.mktemp("server"), *options)
        )


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of one test run share, for what takes long to make."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def store(shared_folder: Path) -> Path:
    """Where all pages and decks of the course are kept as they are made now; not to be written by a test."""
    with FileLock(shared_folder / "store.lock"):
        sites.rendered(shipped(), shared_folder / "store", lambda done, total: None)
        sites.fitted_decks(shipped(), shared_folder / "store")
    return shared_folder / "store"


@pytest.fixture(scope="session")
def built(shared_folder: Path, store: Path) -> Path:
    """The real static site, two folders below another; not to be written by a test."""
    folder = shared_folder / "mot" / "thu-muc"
    with FileLock(shared_folder / "site.lock"):
        if not folder.exists():
            sites.build(folder, shipped(), store)
    return folder


@pytest.fixture(scope="session")
def kit(tmp_path_factory: pytest.TempPathFactory, store: Path) -> Iterator[serving.Server]:
    """The kit as it is, with its own content and notebooks; all member pages are rendered."""
    folder = tmp_path_factory.mktemp("kit")
    with serving.running(folder, "--kernels", "12", "--cache", str(store)) as server:
        server.wait_for_pages()
        yield server
