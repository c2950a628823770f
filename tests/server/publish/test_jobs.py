"""Jobs: every result as it comes, a failure with its reason, and no process left behind."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from server.errors import JobFailed
from server.publish.jobs import Job, Result
from tests.serving import awaited, eventually

# Tells under which id it runs, and then goes on for ever.
ENDLESS = "report(jobs.Result(str(os.getpid())))\nwhile True:\n    signal.pause()"

Jobs = Callable[..., Job]


@pytest.fixture
def job_of(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Jobs:
    """Return a function that gives a job whose work is this code; ``report`` and ``task`` stand ready in it."""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=":")

    def job(code: str, coroutine: bool = False) -> Job:
        module = "import os, signal\nfrom server.publish import jobs\n"
        module += f"{'async ' * coroutine}def work(report, **task):\n{textwrap.indent(code, '    ')}\n"
        module += "jobs.perform(work)\n"
        (tmp_path / "some_work.py").write_text(module, "utf-8")
        return Job("some_work")

    return job


def ends(pid: str) -> None:
    eventually(lambda: not psutil.pid_exists(int(pid)), 20, "the process of the job has ended")


def test_results_come_in_order_with_what_was_asked(job_of: Jobs) -> None:
    code = "for name in task['names']:\n    report(jobs.Result(name, reason=task['why']))"
    results = list(job_of(code).results(names=["một", "hai"], why="vì thế"))
    assert results == [Result("một", "vì thế"), Result("hai", "vì thế")]


def test_a_result_is_there_before_the_work_is_done(job_of: Jobs) -> None:
    results = job_of(ENDLESS).results()
    pid = next(results).name
    assert psutil.pid_exists(int(pid))
    results.close()
    assert not psutil.pid_exists(int(pid))


def test_what_the_work_prints_is_no_result(job_of: Jobs) -> None:
    code = "print('{')\nos.system('echo }')\nreport(jobs.Result('x' * 100_000))"
    assert [len(result.name) for result in job_of(code).results()] == [100_000]


def test_beside_an_event_loop(job_of: Jobs) -> None:
    taken: list[Result] = []

    async def take(result: Result) -> None:
        taken.append(result)

    awaited(job_of("report(jobs.Result('a'))\nreport(jobs.Result('b'))").run(take))
    assert [result.name for result in taken] == ["a", "b"]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("raise ValueError('no such value')", "some_work: no such value"),
        ("os._exit(3)", "some_work: dừng khi chưa xong việc, mã kết thúc 3"),
        ("os.kill(os.getpid(), 9)", "some_work: dừng khi chưa xong việc, mã kết thúc -9"),
    ],
)
def test_a_job_that_fails_says_why(job_of: Jobs, code: str, reason: str) -> None:
    results = job_of(f"report(jobs.Result('a'))\n{code}").results()
    assert next(results).name == "a"
    with pytest.raises(JobFailed, match=f"^{reason}$"):
        next(results)


def test_a_job_that_cannot_even_begin_says_so() -> None:
    with pytest.raises(JobFailed, match="dừng khi chưa xong việc"):
        list(Job("no_such_module").results())


def test_a_job_that_hangs_is_ended(job_of: Jobs) -> None:
    job = job_of(ENDLESS)
    results = job.results()
    pid = next(results).name
    job.silent_seconds = 0.2
    with pytest.raises(JobFailed, match=r"không phản hồi trong 0\.2 giây"):
        next(results)
    assert not psutil.pid_exists(int(pid))


def test_a_job_that_does_not_heed_is_ended_by_force(job_of: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.publish.jobs.GRACE_SECONDS", 0.2)
    results = job_of(ENDLESS, coroutine=True).results()
    pid = next(results).name
    results.close()
    assert not psutil.pid_exists(int(pid))


def test_a_coroutine_can_end_what_it_has_started(job_of: Jobs, tmp_path: Path) -> None:
    code = "import asyncio\ntry:\n    report(jobs.Result('a'))\n    await asyncio.sleep(60)\n"
    code += "finally:\n    os.mkdir(task['ended'])"
    results = job_of(code, coroutine=True).results(ended=tmp_path / "ended")
    next(results)
    results.close()
    assert (tmp_path / "ended").is_dir()


def test_a_job_gives_way(job_of: Jobs) -> None:
    (result,) = job_of("report(jobs.Result(str(os.nice(0))))").results()
    assert int(result.name) > psutil.Process().nice()


def test_a_job_does_not_outlive_its_asker(job_of: Jobs) -> None:
    job_of(ENDLESS)
    ask = "from server.publish.jobs import Job\nfor one in Job('some_work').results(): print(one.name, flush=True)"
    with subprocess.Popen([sys.executable, "-c", ask], stdout=subprocess.PIPE, text=True) as asker:
        pid = asker.stdout.readline()
        assert psutil.pid_exists(int(pid))
        asker.send_signal(signal.SIGKILL)
    ends(pid)
