"""Kernels are started apart from whatever surrounds the kit on a machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from server.publish import kernel_start
from tests.server.conftest import write_notebooks
from tests.serving import running

# As long as macOS gives its users one.
MAC_TMPDIR = 48
SHADOWS = "raise RuntimeError('a module of the working folder was run')"
TELLS = """
import os
from pathlib import Path
from IPython import get_ipython
from IPython.display import Markdown
import queue
secret = os.environ.get('DATABASE_PASSWORD')
Markdown(f"Thấy: {secret}, {'started' in get_ipython().user_ns}, {Path(queue.__file__).parent.name}")
"""


def unfriendly(folder: Path) -> dict[str, Path]:
    """Write a home and a working folder in which everything that might be read by mistake does harm."""
    home, work = folder / "home", folder / "work"
    startup = home / ".ipython" / "profile_default" / "startup"
    settings = home / ".jupyter"
    for made in (startup, settings, work / "server"):
        made.mkdir(parents=True)
    (startup / "00.py").write_text("started = True", "utf-8")
    (settings / "voila.json").write_text('{"Voila": {"base_url": "/voila/"}}', "utf-8")
    (settings / "voila.py").write_text(SHADOWS, "utf-8")
    for name in ("queue.py", "random.py", "voila.py", "server/__init__.py"):
        (work / name).write_text(SHADOWS, "utf-8")
    return {"home": home, "work": work}


def test_nothing_around_the_kit_is_read_or_run(tmp_path: Path) -> None:
    notebooks = write_notebooks(tmp_path / "course", {"01-buoi-mot.ipynb": TELLS})
    (notebooks / "notebooks" / "queue.py").write_text(SHADOWS, "utf-8")
    places = unfriendly(tmp_path)
    long = tmp_path / ("t" * (MAC_TMPDIR - len(str(tmp_path)) - 1) or "t")
    long.mkdir()
    assert len(str(long)) >= MAC_TMPDIR
    env = {"HOME": str(places["home"]), "TMPDIR": str(long), "DATABASE_PASSWORD": "x"}
    env |= {"JUPYTER_CONFIG_DIR": "", "IPYTHONDIR": str(places["home"] / ".ipython")}
    with running(tmp_path, "--course", str(notebooks), cwd=places["work"], env=env) as server:
        server.wait_for_pages()
        told = f"Thấy: None, False, {Path(os.__file__).parent.name}"
        assert told in server.visitor().ask("/hoc/buoi-mot/").text
        assert told in server.visitor().open_session("01-buoi-mot.ipynb")[0].text
        assert server.visitor().ask("/").status == 200
    assert not (places["home"] / ".ipython" / "profile_default" / "history.sqlite").exists()


def test_without_a_short_folder_kernels_listen_on_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel_start, "LONGEST_SOCKET", 10)
    with kernel_start.place() as place:
        assert place.transport == "tcp" and place.folder.is_dir()


def test_the_folder_is_private_and_short_and_goes(tmp_path: Path) -> None:
    with kernel_start.place() as place:
        assert place.folder.stat().st_mode & 0o077 == 0
        assert len(str(place.folder)) + kernel_start.LONGEST_NAME <= kernel_start.LONGEST_SOCKET
    assert not place.folder.exists()


def test_folders_of_killed_processes_go_and_held_ones_stay(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(kernel_start, "_short_roots", lambda: iter([tmp_path]))
    with kernel_start.place() as other:
        killed, fresh = tmp_path / "kit-killed", tmp_path / "kit-fresh"
        for folder in (killed, fresh):
            (folder / "voila_x").mkdir(parents=True)
        for folder in (killed, other.folder):
            os.utime(folder, (0, 0))
        with kernel_start.place():
            assert (killed.exists(), fresh.exists(), other.folder.exists()) == (False, True, True)


def test_kernels_run_this_python_whatever_kernels_are_installed() -> None:
    assert kernel_start.spec().argv[:2] == [sys.executable, "-P"]
