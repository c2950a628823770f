"""Kernels kept ready: taken first, replaced, renewed after a change, and never in a visitor's way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nbformat

from tests.server.conftest import write_notebooks
from tests.serving import Server, eventually, runs


def pids(server: Server) -> set[int]:
    return {kernel.pid for kernel in server.kernels()}


def filled(server: Server, count: int) -> set[int]:
    eventually(lambda: len(pids(server)) >= count, 60, f"{count} kernels run")
    return pids(server)


def test_a_visitor_gets_a_ready_kernel_and_another_takes_its_place(
    start_server: Callable[..., Server], notebooks: Path
) -> None:
    server = start_server("--notebooks", str(notebooks), "--kernels", "8", "--warm", "2")
    ready = filled(server, 2)
    answer, kernel = server.visitor().open_session("01-tac-pham.ipynb")
    assert answer.status == 200 and "<!-- page complete -->" in answer.text
    taken = {process.pid for process in server.kernels() if runs(process, kernel)}
    assert taken < ready
    filled(server, 3)


def test_ready_kernels_are_not_culled(start_server: Callable[..., Server], notebooks: Path) -> None:
    server = start_server("--notebooks", str(notebooks), "--kernels", "8", "--warm", "1")
    filled(server, 1)
    _, kernel = server.visitor().open_session("01-tac-pham.ipynb")
    filled(server, 2)
    eventually(lambda: len(pids(server)) == 1, 60, "the visitor's kernel has ended")
    assert not any(runs(process, kernel) for process in server.kernels())


def test_a_full_house_uses_every_place(start_server: Callable[..., Server], notebooks: Path) -> None:
    server = start_server("--notebooks", str(notebooks), "--kernels", "4", "--warm", "1")
    filled(server, 1)
    outcomes = [server.visitor().open_session("01-tac-pham.ipynb")[0].status for _ in range(5)]
    assert outcomes.count(200) >= 3 and outcomes[-1] == 503


def test_after_a_change_the_ready_kernels_are_new(
    start_server: Callable[..., Server], tmp_path: Path
) -> None:
    folder = write_notebooks(tmp_path, {})
    server = start_server("--notebooks", str(folder), "--kernels", "8", "--warm", "1")
    server.wait_for_pages()
    ready = filled(server, 1)
    notebook = nbformat.read(folder / "01-tac-pham.ipynb", as_version=4)
    notebook.cells[0]["source"] = "# Phần đầu đã đổi"
    nbformat.write(notebook, folder / "01-tac-pham.ipynb")
    eventually(lambda: pids(server) and pids(server).isdisjoint(ready), 60, "the ready kernel is a new one")
