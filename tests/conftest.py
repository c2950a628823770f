"""Fixtures that several test packages use."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests import serving


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
def kit(start_server: Callable[..., serving.Server]) -> serving.Server:
    """The kit as it is, with its own content and notebooks; all member pages are rendered."""
    server = start_server("--kernels", "12")
    server.wait_for_pages()
    return server
