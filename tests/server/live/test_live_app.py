"""Live sessions: many at once, failing ones, and the end of kernels."""

from __future__ import annotations

import asyncio
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from server.live.kernels import MOST_BYTES, LiveKernels
from tests import serving
from tests.courses import course_folder
from tests.server.conftest import Start, write_notebooks
from tests.serving import Server, awaited, eventually, free_port, runs

COMPLETE = "<!-- page complete -->"


def outcome(text: str) -> str:
    """Tell a complete page from the messages, and both from a page that broke off silently."""
    if COMPLETE in text:
        return "page"
    for kind in ("busy", "failed"):
        if f'data-message="{kind}"' in text:
            return kind
    return "nothing"


def test_a_session_is_rendered_with_its_output(server: Server) -> None:
    answer, kernel = server.visitor().open_session("01-buoi-mot.ipynb")
    assert answer.status == 200 and kernel
    assert outcome(answer.text) == "page"
    assert "Xin <strong>chào</strong>" in answer.text


def test_the_trainer_s_desk_is_there_for_every_course(server: Server) -> None:
    answer, kernel = server.visitor().open_session("ban-bao-cao-vien.ipynb")
    assert answer.status == 200 and kernel
    assert outcome(answer.text) == "page"
    assert "Đang mở bàn" in answer.text and "Đang chuẩn bị phần tương tác" not in answer.text
    assert "<h1>Bàn báo cáo viên</h1>" in answer.text and "/hoc/ban-bao-cao-vien/" not in answer.text


def test_the_page_can_be_read_before_its_kernel_runs(server: Server) -> None:
    text = server.visitor().open_session("01-buoi-mot.ipynb")[0].text
    assert text.index("Đang chuẩn bị phần tương tác") < text.index('"kernelId"')


def test_ten_at_once_all_get_an_answer_in_time(start_prepared: Start, notebooks: Path) -> None:
    server = start_prepared(notebooks, "--kernels", "40")
    begin = time.monotonic()
    with ThreadPoolExecutor(10) as pool:
        texts = pool.map(lambda _: server.visitor().open_session("01-buoi-mot.ipynb")[0].text, range(10))
        outcomes = [outcome(text) for text in texts]
    assert time.monotonic() - begin < 30
    assert set(outcomes) <= {"page", "busy"}, outcomes
    assert "page" in outcomes
    eventually(
        lambda: server.visitor().ask("/healthz").status == 200, 5, "the server is well after the burst"
    )


def test_beyond_the_cap_a_page_says_how_busy_it_is(start_prepared: Start, notebooks: Path) -> None:
    server = start_prepared(notebooks, "--kernels", "2")
    visitors = [server.visitor() for _ in range(3)]
    opened = [visitor.open_session("01-buoi-mot.ipynb") for visitor in visitors]
    assert [answer.status for answer, _ in opened] == [200, 200, 503]
    refused = opened[2][0]
    assert "Máy chủ đang có nhiều người học" in refused.text
    assert "Đang có 2 phiên Python mở cùng lúc" in refused.text and 'href="/hoc/buoi-mot/"' in refused.text
    assert refused.headers["Retry-After"] == "20"
    assert visitors[0].ask(f"/voila/api/shutdown/{opened[0][1]}", "POST", b"").status == 204
    assert server.visitor().open_session("01-buoi-mot.ipynb")[0].status == 200


def test_a_failing_session_says_so_and_the_log_says_why(unruly_server: Server) -> None:
    answer, _ = unruly_server.visitor().open_session("02-buoi-hai.ipynb")
    assert outcome(answer.text) == "failed"
    assert "Buổi học này chưa mở được" in answer.text
    assert "RuntimeError" not in answer.text and "this cell is meant to fail" not in answer.text
    log = unruly_server.log.read_text("utf-8")
    assert "02-buoi-hai.ipynb: ô 2" in log and "this cell is meant to fail" in log
    assert outcome(unruly_server.visitor().open_session("01-buoi-mot.ipynb")[0].text) == "page"


def test_a_session_without_end_is_stopped(unruly_server: Server) -> None:
    begin = time.monotonic()
    answer, kernel = unruly_server.visitor().open_session("tra-cuu.ipynb")
    assert time.monotonic() - begin < 30
    assert outcome(answer.text) in ("failed", "busy")
    assert unruly_server.visitor().ask("/healthz").status == 200
    eventually(
        lambda: not any(runs(process, kernel) for process in unruly_server.kernels()),
        10,
        "its kernel is gone",
    )


def test_a_missing_notebook_is_a_failed_session(start_server: Start, tmp_path: Path) -> None:
    server = start_server("--course", str(course_folder(tmp_path)))
    answer, _ = server.visitor().open_session("01-buoi-mot.ipynb")
    assert (answer.status, outcome(answer.text)) == (500, "failed")
    assert server.visitor().ask("/").status == 200
    assert server.kernels() == []


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "Ctrl-C"])
def test_stopping_leaves_no_kernel_behind(start_prepared: Start, notebooks: Path, how: int) -> None:
    server = start_prepared(notebooks)
    server.visitor().open_session("01-buoi-mot.ipynb")
    kernels = server.kernels()
    assert kernels
    assert server.stop(how) == 0
    eventually(lambda: not any(kernel.is_running() for kernel in kernels), 10, "all kernels have ended")
    assert "Traceback" not in server.log.read_text("utf-8")


# Fails in a visitor's kernel only, so that the member's page is rendered all the same.
FAILS_LIVE = "import os\nassert 'VOILA_BASE_URL' not in os.environ"


def held(server: Server) -> tuple[int, int, int]:
    """How many descriptors, threads and child processes a server has."""
    process = psutil.Process(server.process.pid)
    return process.num_fds(), process.num_threads(), len(process.children(recursive=True))


def leave_after(server: Server, seconds: float) -> None:
    """Ask for a live session, read no further than its head, and go."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as visitor:
        visitor.sendall(serving.ask_line("01-buoi-mot.ipynb"))
        visitor.recv(1024)  # The head of the page is sent just before the kernel starts.
        threading.Event().wait(seconds)


def test_visitors_who_leave_and_pages_that_fail_leave_nothing_behind(
    start_prepared: Start, tmp_path: Path
) -> None:
    notebooks = write_notebooks(tmp_path / "course", {"02-buoi-hai.ipynb": FAILS_LIVE})
    # Places for all: a kernel whose visitor has left keeps its own until it has come up and gone.
    server = start_prepared(notebooks, "--kernels", "16")
    server.wait_for_pages()
    # What the first live page loads stays, and may.
    visitor = server.visitor()
    _, kernel = visitor.open_session("01-buoi-mot.ipynb")
    visitor.ask(f"/voila/api/shutdown/{kernel}", "POST", b"")
    eventually(lambda: server.kernels() == [], 20, "no kernel runs")
    before = held(server)
    with ThreadPoolExecutor(4) as visitors:
        for seconds in (0.0, 0.5, 1.5):
            list(visitors.map(leave_after, [server] * 4, [seconds] * 4))
        failing = visitors.map(lambda _: server.visitor().open_session("02-buoi-hai.ipynb")[0].text, range(4))
        assert [outcome(text) for text in failing] == ["failed"] * 4
    # Where a page was whole before its visitor left, its kernel ends as that of a closed tab does.
    eventually(
        lambda: all(now <= then for now, then in zip(held(server), before, strict=True)),
        90,
        f"{before} descriptors, threads and children",
    )
    log = server.log.read_text("utf-8")
    assert log.count("người xem rời đi") > 8 and "Kernel died" not in log
    assert server.stop(signal.SIGINT) == 0
    # IPython's own, in the reason why the cell failed, has no colon.
    assert "Traceback (most recent call last):" not in server.log.read_text("utf-8")


LOST = """
import os, signal, sys, weakref
from pathlib import Path
from tornado.ioloop import IOLoop
from server.app import KitServer, configuration

class Thing:
    pass

def press_ctrl_c(_):
    os.kill(os.getpid(), signal.SIGINT)
    for _ in range(1000):
        pass

def forget():
    thing = Thing()
    kept.append(weakref.ref(thing, press_ctrl_c))

kept, (port, course, store) = [], sys.argv[1:]
server = KitServer.instance(config=configuration("127.0.0.1", int(port), Path(course), 2, Path(store)))
server.initialize([])
IOLoop.current().call_later(1, forget)
server.start()
"""


def test_ctrl_c_where_exceptions_are_lost_still_stops(notebooks: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", LOST, str(free_port()), str(notebooks), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, "Exception ignored" in done.stderr) == (0, False)


async def ended_by_size(most_bytes: int) -> bool:
    """Tell whether a kernel that nobody uses is ended at once for the memory that it holds."""
    kernels = LiveKernels(capacity=1, cull_idle_timeout=40, cull_connected=False, most_bytes=most_bytes)
    kernel_id = await kernels.start_kernel(kernel_id=kernels.reserve("somebody"))
    await kernels.cull_kernel_if_idle(kernel_id)
    ended = kernel_id not in kernels and kernels.owners == {}
    await kernels.shutdown_all(now=True)
    return ended


@pytest.mark.parametrize(("most_bytes", "ended"), [(1, True), (MOST_BYTES, False)])
def test_a_kernel_that_holds_too_much_memory_is_ended(most_bytes: int, ended: bool) -> None:
    assert awaited(ended_by_size(most_bytes)) is ended


async def looked_at_while_it_starts() -> list[str]:
    """Look after a kernel as soon as it is known; returns those that run in the end."""
    kernels = LiveKernels(capacity=1, cull_idle_timeout=40, cull_connected=False)
    kernel_id = kernels.reserve("somebody")
    starting = asyncio.ensure_future(kernels.start_kernel(kernel_id=kernel_id))
    while kernel_id not in kernels:
        await asyncio.sleep(0)
    await kernels.cull_kernel_if_idle(kernel_id)
    await starting
    running = kernels.list_kernel_ids()
    await kernels.shutdown_all(now=True)
    return running


def test_a_kernel_that_is_only_starting_is_let_alone() -> None:
    assert len(awaited(looked_at_while_it_starts())) == 1
