"""Set-up on machines where something is missing: one sentence with the remedy, exit status not 0."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


# What set-up calls beside Python and uv; the machine's own uv, if there is one, stays out of the tests.
PROGRAMS = ("sh", "make", "cat", "chmod", "cut", "grep", "mkdir", "rm", "touch")

# Stand-ins for python, pip and uv are one script under several names. Each call is written to `calls`; a call
# that FAIL's pattern names fails; what makes a .venv, or brings uv, lays the stand-ins there.
STAND_IN = r"""#!/bin/sh
call="${0##*/} $*"
printf '%s\n' "$call" >>calls
[ -z "${FAIL:-}" ] || ! printf '%s\n' "$call" | grep -qE -e "$FAIL" || exit 1
lay() { for name; do cat stand-in >".venv/bin/$name"; chmod 755 ".venv/bin/$name"; done; }
case "$call" in
    "python -m venv .venv") mkdir -p .venv/bin; lay python pip ;;
    "uv venv "*) mkdir -p .venv/bin; lay python ;;
    *"--requirement tools/uv.txt"*) lay uv ;;
esac
"""
BRINGS_UV = "pip install .*tools/uv.txt"
ALL_BY_UV = "uv pip install .*requirements.lock"
ALL_BY_PIP = "^pip install .*requirements.lock"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with what set-up needs, and no .venv; `bin` holds the programs that set-up finds, without uv."""
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "tools", tmp_path / "tools")
    (tmp_path / "bin").mkdir()
    for name in PROGRAMS:
        (tmp_path / "bin" / name).symlink_to(shutil.which(name))
    program(tmp_path / "stand-in", STAND_IN)
    shutil.copy(tmp_path / "stand-in", tmp_path / "python")
    return tmp_path


def program(path: Path, script: str) -> None:
    path.write_text(script, "utf-8")
    path.chmod(0o755)


def with_uv(checkout: Path) -> None:
    """Let the machine have a uv of its own."""
    shutil.copy(checkout / "stand-in", checkout / "bin" / "uv")


def fake_python(folder: Path, script: str) -> str:
    program(folder / "fake-python", f"#!/bin/sh\n{script}\n")
    return str(folder / "fake-python")


def set_up(checkout: Path, python: str = "", fail: str = "") -> subprocess.CompletedProcess[str]:
    """Run set-up; what `fail` (a pattern of calls) names fails."""
    return subprocess.run(
        ["make", "--no-print-directory", ".venv/.ready", f"PYTHON={python or checkout / 'python'}"],
        cwd=checkout, capture_output=True, text=True, timeout=60,
        env={"PATH": str(checkout / "bin"), "FAIL": fail},
        # Whoever runs the tests in the background has Ctrl-C ignored; a person's terminal has not.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip


def calls(checkout: Path, pattern: str = "pip install|venv") -> list[str]:
    """Return the calls of stand-ins that match a pattern, in their order."""
    return [line for line in (checkout / "calls").read_text("utf-8").splitlines() if re.search(pattern, line)]


def steps(checkout: Path) -> list[str]:
    """Return what was done to make .venv, in short."""
    names = {
        "^python -m venv": "venv", "^uv venv": "venv by uv",
        "^pip install.* tools/uv.txt": "uv by pip", "^uv pip install.* tools/uv.txt": "uv by uv",
        ALL_BY_PIP: "all by pip", ALL_BY_UV: "all by uv",
        "^pip install.* --editable": "project by pip", "^uv pip install.* --editable": "project by uv",
    }  # fmt: skip
    return [next(name for pattern, name in names.items() if re.search(pattern, call))
            for call in calls(checkout, "pip install|-m venv|uv venv")]  # fmt: skip


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        (None, "Python was not found: install Python 3.11 or newer"),
        ("case \"$1\" in -V) echo 'Python 3.9.2';; *) exit 1;; esac", "Python 3.11 or newer is needed"),
        (
            'case "$2" in *ensurepip*) exit 1;; *) exit 0;; esac',
            "Python's venv module is missing: install it",
        ),
    ],
    ids=["no Python", "old Python", "no venv"],
)
def test_what_is_missing_is_said_in_one_sentence(checkout: Path, script: str | None, sentence: str) -> None:
    python = fake_python(checkout, script) if script else str(checkout / "no-such-python")
    result = set_up(checkout, python)
    assert result.returncode != 0
    first, *rest = result.stderr.strip().splitlines()
    assert first.startswith(sentence)
    assert all(re.match(r"make(\[\d+\])?: \*\*\*", line) for line in rest)
    assert not (checkout / ".venv" / ".ready").exists()


def test_an_old_python_is_named_with_its_version(checkout: Path) -> None:
    script = "case \"$1\" in -V) echo 'Python 3.9.2';; *) exit 1;; esac"
    assert "Python 3.9.2" in set_up(checkout, fake_python(checkout, script)).stderr


BY_UV = ["venv by uv", "uv by uv", "all by uv", "project by uv"]
BY_PIPS_UV = ["venv", "uv by pip", "all by uv", "project by uv"]
BY_PIP = ["venv", "all by pip", "project by pip"]


def test_a_uv_on_the_machine_sets_up(checkout: Path) -> None:
    with_uv(checkout)
    result = set_up(checkout)
    assert (result.returncode, result.stderr) == (0, "")
    assert steps(checkout) == BY_UV
    assert (checkout / ".venv" / ".ready").exists()


def test_where_there_is_no_uv_pip_brings_it(checkout: Path) -> None:
    result = set_up(checkout)
    assert (result.returncode, result.stderr) == (0, "")
    assert steps(checkout) == BY_PIPS_UV


def test_a_uv_on_the_machine_needs_no_venv_module(checkout: Path) -> None:
    with_uv(checkout)
    assert set_up(checkout, fail="ensurepip").returncode == 0


@pytest.mark.parametrize(
    ("machine_has_uv", "fail", "before"),
    [
        (False, BRINGS_UV, ["venv", "uv by pip"]),
        (False, ALL_BY_UV, ["venv", "uv by pip", "all by uv"]),
        (True, "^uv venv", ["venv by uv"]),
        (True, BRINGS_UV, ["venv by uv", "uv by uv"]),
        (True, ALL_BY_UV, ["venv by uv", "uv by uv", "all by uv"]),
    ],
    ids=["uv not to be had", "uv fails", "own uv is broken", "uv not to be had by uv", "own uv fails"],
)
def test_where_uv_fails_pip_begins_anew_and_says_so(
    checkout: Path, machine_has_uv: bool, fail: str, before: list[str]
) -> None:
    if machine_has_uv:
        with_uv(checkout)
    result = set_up(checkout, fail=fail)
    assert result.returncode == 0
    assert result.stderr == "uv could not set up .venv; pip does it instead (a few minutes) ...\n"
    assert steps(checkout) == before + BY_PIP
    # Nothing that uv had begun is left.
    assert not (checkout / ".venv" / "bin" / "uv").exists()


@pytest.mark.parametrize(
    "fail", ["requirements.lock|uv.txt|pip check", "uv pip|pip check", "uv pip|import voila"]
)
@pytest.mark.parametrize("machine_has_uv", [True, False])
def test_where_both_fail_one_sentence_says_what_helps(
    checkout: Path, machine_has_uv: bool, fail: str
) -> None:
    if machine_has_uv:
        with_uv(checkout)
    result = set_up(checkout, fail=fail)
    assert result.returncode != 0
    assert "Some packages could not be installed: check network and free space" in result.stderr
    assert "Ready." not in result.stdout
    assert not (checkout / ".venv" / ".ready").exists()


@pytest.mark.parametrize(
    ("fail", "sentence"),
    [
        ("-m venv", "The folder .venv could not be made here"),
        ("--editable", "The project itself could not be"),
    ],
    ids=["no space", "project"],
)
def test_a_step_that_fails_says_what_helps(checkout: Path, fail: str, sentence: str) -> None:
    result = set_up(checkout, fail=fail)
    assert result.returncode != 0
    assert result.stderr.startswith(sentence)
    assert not (checkout / ".venv" / ".ready").exists()


@pytest.mark.parametrize("fail", ["", BRINGS_UV, ALL_BY_UV])
@pytest.mark.parametrize("machine_has_uv", [True, False])
def test_every_package_is_held_to_its_hash(checkout: Path, machine_has_uv: bool, fail: str) -> None:
    if machine_has_uv:
        with_uv(checkout)
    set_up(checkout, fail=fail)
    fetching = calls(checkout, "pip install.* --requirement")
    assert fetching and all("--require-hashes" in call for call in fetching)
    # The project itself comes from this folder: nothing may be fetched for it.
    (project,) = calls(checkout, "--editable")
    assert {"--no-index", "--no-deps", "--no-build-isolation"} <= set(project.split())


@pytest.mark.parametrize("machine_has_uv", [True, False])
def test_a_set_up_that_was_broken_off_is_begun_again(checkout: Path, machine_has_uv: bool) -> None:
    if machine_has_uv:
        with_uv(checkout)
    set_up(checkout, fail="--editable")
    assert (checkout / ".venv" / "bin" / "python").exists()
    (checkout / ".venv" / "left-over").touch()
    (checkout / "calls").unlink()
    assert set_up(checkout).returncode == 0
    assert steps(checkout) == (BY_UV if machine_has_uv else BY_PIPS_UV)
    assert not (checkout / ".venv" / "left-over").exists()


def test_ctrl_c_in_uv_does_not_go_on_with_pip(checkout: Path) -> None:
    # As uv does: the terminal sends the signal to all, uv ends with a status of its own.
    program(checkout / "bin" / "uv", "#!/bin/sh\nkill -INT $PPID\nexit 130\n")
    assert set_up(checkout).returncode != 0
    assert calls(checkout, "venv") == []


@pytest.mark.parametrize("uv_fails", [False, True])
def test_when_only_the_project_changed_no_package_is_fetched(checkout: Path, uv_fails: bool) -> None:
    set_up(checkout, fail="uv pip" if uv_fails else "")
    (checkout / "calls").unlink()
    ready = (checkout / ".venv" / ".ready").stat().st_mtime
    os.utime(checkout / "pyproject.toml", (ready + 1, ready + 1))
    assert set_up(checkout).returncode == 0
    assert steps(checkout) == ["project by pip" if uv_fails else "project by uv"]


def test_when_the_locked_versions_changed_all_is_set_up_anew(checkout: Path) -> None:
    set_up(checkout)
    (checkout / "calls").unlink()
    ready = (checkout / ".venv" / ".ready").stat().st_mtime
    os.utime(checkout / "requirements.lock", (ready + 1, ready + 1))
    assert set_up(checkout).returncode == 0
    assert steps(checkout) == BY_PIPS_UV


def test_the_second_time_nothing_is_done() -> None:
    assert Path(sys.prefix).resolve() == (ROOT / ".venv").resolve(), "run the tests with make test"
    result = subprocess.run(
        ["make", "--question", ".venv/.ready"], cwd=ROOT, env=os.environ | {"MAKEFLAGS": ""}
    )
    assert result.returncode == 0
