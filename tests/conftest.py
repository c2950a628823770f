"""Fixtures that several test packages use."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from server.publish import static_site as sites
from tests import serving
from tests.courses import shipped


@pytest.fixture(scope="session")
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., serving.Server]]:
    """Return a function that starts ``kit serve`` with further options on a free port."""
    running: list[serving.Server] = []

    def start(*options: str) -> serving.Server:
        running.append(serving.start(tmp_path_factory.mktemp("server"), *options))
        return running[-1]

    yield start
    for server in running:
        if server.process.poll() is None:
            server.stop()


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of one test run share, for what takes long to make."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def store(shared_folder: Path) -> Path:
    """Where all pages are kept as they are rendered from the notebooks now; not to be written by a test."""
    with FileLock(shared_folder / "store.lock"):
        sites.rendered(shipped(), shared_folder / "store", lambda done, total: None)
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
def kit(start_server: Callable[..., serving.Server], store: Path) -> serving.Server:
    """The kit as it is, with its own content and notebooks; all member pages are rendered."""
    server = start_server("--kernels", "12", "--cache", str(store))
    server.wait_for_pages()
    return server
