"""How every kernel of the kit is started: apart from the user's own Jupyter and Python, and out of others' reach.

A notebook shows the same wherever it runs: no settings, start-up files or modules of the user, of the working folder
or of the notebooks' folder are read, and the environment's secrets stay where they are.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ipykernel.kernelspec import get_kernel_dict
from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec

PREFIX = "kit-"
# Path of a socket on macOS; Linux has four more.
LONGEST_SOCKET = 103
# What Voila's folder and the names of a kernel's sockets add to the folder's path.
LONGEST_NAME = len("/voila_12345678/kernel-12345678-1234-1234-1234-123456789012-ipc-5")
# A folder that was made just now may not be held yet.
FRESH_SECONDS = 60
# Of the environment kernels get what programs need to run, speak the user's language and find their caches.
PASSED_ON = (
    "PATH", "HOME", "USER", "LOGNAME", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TEMP", "TMP", "XDG_CACHE_HOME",
    "LD_LIBRARY_PATH", "VIRTUAL_ENV", "CONDA_PREFIX", "PYTHONUTF8", "PYTHONHASHSEED", "PYTHONDONTWRITEBYTECODE",
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS",
    "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "USERPROFILE", "APPDATA", "LOCALAPPDATA",
    "PROGRAMDATA", "NUMBER_OF_PROCESSORS",
)  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A folder that only this user can enter, for as long as a server or a job runs.

    Attributes
    ----------
    folder
        Where it is.
    sockets
        Whether its path is short enough for sockets; kernels listen on loopback ports where it is not.
    """

    folder: Path
    sockets: bool

    @property
    def transport(self) -> str:
        """How kernels listen, as Jupyter calls it."""
        return "ipc" if self.sockets else "tcp"

    def environment(self, **more: str) -> dict[str, str]:
        """Return the environment of a kernel."""
        passed = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        words = {name: value for name, value in os.environ.items() if name.startswith("LC_")}
        return passed | words | {"IPYTHONDIR": str(self.folder / "ipython")} | more

    def jupyter_paths(self) -> dict[str, str]:
        """Return the variables that lead Jupyter's own look for settings and data into this folder."""
        kinds = {"CONFIG_DIR": "settings", "DATA_DIR": "data", "RUNTIME_DIR": "runtime"}
        empty = {"JUPYTER_PATH": "", "JUPYTER_CONFIG_PATH": "", "JUPYTER_PREFER_ENV_PATH": "1"}
        return empty | {f"JUPYTER_{kind}": str(self.folder / name) for kind, name in kinds.items()}


@contextmanager
def place() -> Iterator[Place]:
    """Give a private folder, and remove it afterwards; those of processes that were killed go before."""
    root, sockets = next(((root, True) for root in _short_roots()), (Path(tempfile.gettempdir()), False))
    _remove_abandoned(root)
    with ExitStack() as held:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=root))
        held.callback(shutil.rmtree, folder, ignore_errors=True)
        # As long as it is held, no other process of the kit, nor the system's tidying, takes the folder away.
        held.callback(os.close, _held(folder)) if os.name == "posix" else None
        yield Place(folder, sockets)


def _short_roots() -> Iterator[Path]:
    """Yield folders for temporary files in which paths of sockets stay short enough."""
    if os.name != "posix":
        return
    for name in (tempfile.gettempdir(), os.environ.get("XDG_RUNTIME_DIR", ""), "/tmp", "/var/tmp"):
        length = len(os.fsencode(name)) + len(f"/{PREFIX}12345678") + LONGEST_NAME
        if name and length <= LONGEST_SOCKET and os.access(name, os.W_OK | os.X_OK):
            yield Path(name)


def _held(folder: Path) -> int:
    """Return a descriptor that holds a folder.

    Raises
    ------
    OSError
        When another process holds it.
    """
    import fcntl  # Systems without it have no sockets in folders either.

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _remove_abandoned(root: Path) -> None:
    if os.name != "posix":
        return
    for folder in root.glob(f"{PREFIX}*"):
        with suppress(OSError):  # Another process holds it, or it has just gone.
            state = folder.lstat()
            fresh = time.time() - state.st_mtime < FRESH_SECONDS
            if fresh or state.st_uid != os.getuid() or not stat.S_ISDIR(state.st_mode):
                continue
            descriptor = _held(folder)
            shutil.rmtree(folder, ignore_errors=True)
            os.close(descriptor)


def spec() -> KernelSpec:
    """Return how Python kernels are started: this Python, its installed modules, no history."""
    # On a full disk IPython would move the history away.
    options = ["--IPKernelApp.ignore_cwd=True", "--HistoryManager.enabled=False"]
    return KernelSpec(**get_kernel_dict(options, ["-P"]))


class OwnKernel(AsyncKernelManager):
    """A kernel that is started so; kernels of the same name that the user has installed are not looked for."""

    @property
    def kernel_spec(self) -> KernelSpec:
        """How the kernel is started."""
        return spec()
